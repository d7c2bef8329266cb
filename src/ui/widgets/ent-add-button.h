/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button under which stands what can be added to a page; typing there filters it, Enter takes
 * the first. */
#define ENT_TYPE_ADD_BUTTON (ent_add_button_get_type ())
G_DECLARE_FINAL_TYPE (EntAddButton, ent_add_button, ENT, ADD_BUTTON, GtkWidget)

GtkWidget *ent_add_button_new (void);
void ent_add_button_append (EntAddButton *self,
                            const char *label,
                            const char *action,
                            GVariant *target);

G_END_DECLS
