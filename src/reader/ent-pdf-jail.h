/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the helper gives up before it opens a document. */
gboolean ent_pdf_jail_enter (void);
void ent_pdf_jail_renew (void);

G_END_DECLS
