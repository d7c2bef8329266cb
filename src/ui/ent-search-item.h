/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One line of the project-wide search. */
#define ENT_TYPE_SEARCH_ITEM (ent_search_item_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchItem, ent_search_item, ENT, SEARCH_ITEM, GObject)

struct _EntSearchItem
{
  GObject parent_instance;

  EntId record;
  guint page_number; /* of a document; 0 where it is no page */
  const char *group; /* heading it stands under, a msgid; the same address for the same group */
  guint group_rank;  /* place of the group among those found */
  guint rank;        /* place among all, from the best */
  const char *icon;
  char *title;    /* markup, with the words found in bold */
  char *subtitle; /* what it is and where it is seen, or "" */
  char *snippet;  /* markup, or "" where the title says it all */
  char *name;     /* all of it in plain words, for assistive technologies */
};

GPtrArray *ent_search_items_new (EntSession *session, GPtrArray *hits);

G_END_DECLS
