/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/ent-lineage.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One agreement in words, for the table and the list. */
#define ENT_TYPE_TIMELINE_ROW (ent_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineRow, ent_timeline_row, ENT, TIMELINE_ROW, GObject)

enum
{
  ENT_TIMELINE_PARTNER,
  ENT_TIMELINE_TITLE,
  ENT_TIMELINE_SIGNED,
  ENT_TIMELINE_PEOPLE,
  ENT_TIMELINE_START,
  ENT_TIMELINE_END,
  ENT_TIMELINE_STATE,
  ENT_TIMELINE_LINEAGE,
  ENT_TIMELINE_N_WORDS,
};

struct _EntTimelineRow
{
  GObject parent_instance;

  EntId id;
  char *words[ENT_TIMELINE_N_WORDS];
  char *keys[ENT_TIMELINE_N_WORDS]; /* NULL: sorted by its day */
  int days[ENT_TIMELINE_N_WORDS];
  char *count; /* how many have signed of several, NULL when that is no question */
  int first;   /* its first day, ENT_DAY_MAX when it has none */
  int year;    /* of that day, G_MAXINT when it has none */
};

EntTimelineRow *ent_timeline_row_new (const EntSpan *span, EntProject *project, const char *lang);
void ent_timeline_row_add_step (EntTimelineRow *self, const char *words);
char *ent_timeline_row_dup_name (EntTimelineRow *self);
gboolean ent_timeline_row_is_same (EntTimelineRow *self, EntTimelineRow *other);

/* ent-timeline-lists.c */
GtkSelectionModel *ent_timeline_fill_list (GtkListView *view, GListModel *rows);
GtkSelectionModel *ent_timeline_fill_table (GtkColumnView *view, GListModel *rows);
void ent_timeline_update_rows (GListStore *shown, GPtrArray *rows);
void ent_timeline_add_acts (EntSession *session,
                            GtkWidget *place,
                            GtkWidget *bar,
                            GListModel *rows);

G_END_DECLS
