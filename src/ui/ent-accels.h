/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A key and its action, in the form of gtk_application_set_accels_for_action (). */
typedef struct
{
  const char *action; /* detailed name */
  const char *accels[3];
  gboolean field_first; /* a focused text field has the first right to the key */
} EntAccel;

const EntAccel *ent_accels_get (guint *n_accels);
void ent_accels_install (GtkApplication *application);
void ent_accels_install_field_first (GtkWidget *window);

G_END_DECLS
