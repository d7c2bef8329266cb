/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands for a part of a drawing under the keyboard and to a screen reader. */
#define ENT_TYPE_MARK (ent_mark_get_type ())
G_DECLARE_FINAL_TYPE (EntMark, ent_mark, ENT, MARK, GtkWidget)

GtkWidget *ent_mark_new (void);
void ent_mark_set_item (EntMark *self, int item, const char *name);
int ent_mark_get_item (EntMark *self);

G_END_DECLS
