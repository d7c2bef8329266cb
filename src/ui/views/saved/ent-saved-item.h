/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/views/saved/ent-saved-spec.h"

G_BEGIN_DECLS

/* A line of a saved list with its words worked out. */
#define ENT_TYPE_SAVED_ITEM (ent_saved_item_get_type ())
G_DECLARE_FINAL_TYPE (EntSavedItem, ent_saved_item, ENT, SAVED_ITEM, GObject)

struct _EntSavedItem
{
  GObject parent_instance;

  EntSavedLine *line;
  char *title;
  char *reason;
  guint group; /* 0: the list has none */
  char *group_words;
  char *haystack; /* everything the search looks in, folded */
  guint n_in_group;
};

EntSavedItem *ent_saved_item_new (EntSession *session,
                                  const EntSavedSpec *spec,
                                  EntSavedLine *line);
gboolean ent_saved_item_equal (EntSavedItem *self, EntSavedItem *other);
GtkWidget *ent_saved_item_create_line (EntSavedItem *self, EntSession *session);

G_END_DECLS
