/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_accessible_name_list (GtkWidget *row, const char *name);

G_END_DECLS
