/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What the window asks of the view of a place. Whatever a view leaves NULL, its place has not. */
#define ENT_TYPE_PLACE_VIEW (ent_place_view_get_type ())
G_DECLARE_INTERFACE (EntPlaceView, ent_place_view, ENT, PLACE_VIEW, GtkWidget)

struct _EntPlaceViewInterface
{
  GTypeInterface parent_interface;

  gboolean (*show) (EntPlaceView *self, EntId id);
  void (*search) (EntPlaceView *self);
  void (*note) (EntPlaceView *self);
};

gboolean ent_place_view_show (EntPlaceView *self, EntId id);
gboolean ent_place_view_can_search (EntPlaceView *self);
void ent_place_view_search (EntPlaceView *self);
gboolean ent_place_view_can_note (EntPlaceView *self);
void ent_place_view_note (EntPlaceView *self);

G_END_DECLS
