/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A catalogue of messages in the GNU .mo form. */
typedef struct _EntMo EntMo;

EntMo *ent_mo_new (GBytes *bytes);
void ent_mo_free (EntMo *mo);

const char *ent_mo_lookup (EntMo *mo, const char *key);
const char *ent_mo_lookup_plural (EntMo *mo, const char *key, gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMo, ent_mo_free)

G_END_DECLS
