/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-place-view.h"

G_DEFINE_INTERFACE (EntPlaceView, ent_place_view, GTK_TYPE_WIDGET)

static void
ent_place_view_default_init (EntPlaceViewInterface *iface)
{
}

/**
 * ent_place_view_show:
 * @self: the view of a place
 * @id: a record
 *
 * Goes to the page of a record, whatever the filters hide.
 *
 * Returns: whether @id is a record that has its page here
 */
gboolean
ent_place_view_show (EntPlaceView *self, EntId id)
{
  EntPlaceViewInterface *iface = ENT_PLACE_VIEW_GET_IFACE (self);

  return iface->show && iface->show (self, id);
}

gboolean
ent_place_view_can_search (EntPlaceView *self)
{
  return ENT_PLACE_VIEW_GET_IFACE (self)->search != NULL;
}

/**
 * ent_place_view_search:
 * @self: the view of a place, which can search
 *
 * Opens the search of the list in sight (Ctrl+F).
 */
void
ent_place_view_search (EntPlaceView *self)
{
  g_return_if_fail (ent_place_view_can_search (self));

  ENT_PLACE_VIEW_GET_IFACE (self)->search (self);
}

gboolean
ent_place_view_can_note (EntPlaceView *self)
{
  return ENT_PLACE_VIEW_GET_IFACE (self)->note != NULL;
}

/**
 * ent_place_view_note:
 * @self: the view of a place, which can note
 *
 * Makes ready for a quick note.
 */
void
ent_place_view_note (EntPlaceView *self)
{
  g_return_if_fail (ent_place_view_can_note (self));

  ENT_PLACE_VIEW_GET_IFACE (self)->note (self);
}
