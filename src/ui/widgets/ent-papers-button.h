/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/ent-papers.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A button with a menu of the papers that can be made of one record, or for the only one there
 * is; each is asked of the window by its action win.export-paper. */
GtkWidget *ent_papers_button_new (EntSession *session, EntRecord *record);
void ent_papers_button_update (GtkWidget *button, EntSession *session, EntRecord *record);
void ent_papers_append (GMenu *menu, const EntPaperKind *kind, EntId record);

G_END_DECLS
