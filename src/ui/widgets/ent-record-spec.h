/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/widgets/ent-record-item.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *title; /* msgid */
  gboolean expand;
} EntRecordColumn;

typedef struct
{
  const char *label; /* msgid */
  const char *action;
} EntRecordAct;

/* A list of records of one type, and the page of the one chosen: everything in which one place
 * differs from another. Texts are msgids. */
struct _EntRecordSpec
{
  const EntTable *table;

  /* What the list shows of a record. */
  const EntRecordColumn *columns;
  guint n_columns;
  gsize facts_size;
  void (*fill) (EntRecordItem *item, EntProject *project, const char *lang, int today);
  /* Whether the list has a line for it; NULL: for each. */
  gboolean (*lists) (EntRecordItem *item);
  /* The order of the list and where its sections begin; NULL: by the item's order, in one. */
  int (*compare) (const EntRecordItem *a, const EntRecordItem *b);
  int (*compare_sections) (const EntRecordItem *a, const EntRecordItem *b);
  char *(*dup_section) (const EntRecordItem *item);
  /* The record that shows something of @changed, NULL for none. */
  EntRecord *(*find_shown) (EntProject *project, EntRecord *changed);
  /* Whether many records may show something of @changed. */
  gboolean (*is_shown_widely) (EntRecord *changed);

  /* Other records of whose lines @shown is part, as they are now and as @items still has them
   * (EntRecord); NULL: there are none. */
  GPtrArray *(*find_touched) (EntProject *project, EntRecord *shown, GListModel *items);

  /* The page of one, an EntRecordPage. */
  GtkWidget *(*create_page) (EntSession *session, EntRecord *record);
  const EntRecordAct *acts; /* of its menu, up to one without label; NULL for none */
  const char *merge_label;  /* NULL: two of them are never the same */
  const char *delete_label;
  const char *menu_tooltip;
  const char *page_title;
  const char *unchosen_title;
  const char *unchosen_text;

  /* The list itself. */
  const char *title;
  const char *icon;
  const char *search_label;
  const char *search_hint;
  char *(*dup_count) (guint n_shown, guint n_all);
  const char *new_action;
  const char *new_tooltip;
  const char *new_label;
  const char *empty_title;
  const char *empty_text;
  const char *nothing_text;
  const char *show_all_label;
  /* Keys of the settings. */
  const char *form_key;
  const char *sort_key;
  const char *descending_key;
};

G_END_DECLS
