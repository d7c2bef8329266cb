/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/ent-timeline.h"
#include "ui/widgets/ent-mark.h"

G_BEGIN_DECLS

EntTimelineColours ent_drawing_get_colours (GtkWidget *widget);
double ent_drawing_get_font_size (GtkWidget *widget);
EntMark *ent_drawing_take_mark (GtkWidget *widget, GPtrArray *marks);
void ent_drawing_snapshot_marks (GtkWidget *widget, GPtrArray *marks, GtkSnapshot *snapshot);

G_END_DECLS
