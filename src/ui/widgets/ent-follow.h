/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Brings a widget up to date; gets it as its own type. */
typedef void (*EntFollowFunc) (gpointer widget);

/* When a widget that is seen follows a change. */
typedef enum
{
  ENT_FOLLOW_AT_ONCE,
  ENT_FOLLOW_SOON, /* once nothing else is to be done: many changes are followed together */
} EntFollowTime;

void ent_follow_project (GtkWidget *widget,
                         EntSession *session,
                         EntFollowTime time,
                         EntFollowFunc update);
void ent_follow_list (GtkWidget *widget, GListModel *list, EntFollowFunc update);
void ent_follow_request (GtkWidget *widget);

G_END_DECLS
