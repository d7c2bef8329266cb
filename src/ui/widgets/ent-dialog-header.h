/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_dialog_header_new (AdwDialog *dialog,
                                  const char *act,
                                  GCallback callback,
                                  gpointer user_data);

G_END_DECLS
