/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands for an agreement of the chart under the keyboard and to a screen reader. */
#define ENT_TYPE_TIMELINE_MARK (ent_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineMarkWidget, ent_timeline_mark, ENT, TIMELINE_MARK, GtkWidget)

GtkWidget *ent_timeline_mark_new (void);
void ent_timeline_mark_set_item (EntTimelineMarkWidget *self, int item, const char *name);
int ent_timeline_mark_get_item (EntTimelineMarkWidget *self);

G_END_DECLS
