/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rule of a catalogue that says which plural form a number takes: an
 * expression of C over n, such as "n%10==1 && n%100!=11 ? 0 : 1". */
typedef struct _EntPlural EntPlural;

EntPlural *ent_plural_new (const char *expression);
void ent_plural_free (EntPlural *plural);
gulong ent_plural_evaluate (const EntPlural *plural, gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlural, ent_plural_free)

G_END_DECLS
