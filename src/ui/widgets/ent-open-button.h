/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A flat button beside a name, which leads to the page of what is named. */
GtkWidget *ent_open_button_new (void);
void ent_open_button_set_target (GtkWidget *button, EntSession *session, EntId target);

G_END_DECLS
