/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What a row lets one do with its record. */
typedef struct
{
  const char *icon;
  const char *label; /* msgid */
  void (*run) (EntSession *session, EntRecord *record);
} EntChildAct;

/* Which records a group lists: those of @table that refer by @owner to the page's record, and
 * whose @filter_column has the value @filter_value. */
typedef struct _EntChildSpec EntChildSpec;
struct _EntChildSpec
{
  const char *title; /* msgid */
  const EntTable *table;
  const char *owner;
  const char *filter_column; /* NULL: no filter */
  const char *filter_value;
  const char *add_label;        /* msgid, "Add Party…" */
  const EntChildSpec *nested;   /* what hangs on each of these, NULL for nothing */
  const char *const *subtitles; /* columns shown under the title, NULL-terminated; or NULL */
  const char *const *asked;     /* columns asked for beside the required; NULL: the subtitles */
  const char *const *hidden;    /* columns that say nothing on this page; or NULL */
  const char *const *preset;    /* column, value, …, NULL: what a new one starts with; or NULL */
  /* NULL, or what stands of the record beside its columns; the caller frees it. */
  char *(*dup_state) (EntProject *project, EntRecord *record);
  /* NULL: its title; or what a row is called on this page, which the caller frees. */
  char *(*dup_title) (EntProject *project, EntRecord *record, const char *lang);
  /* Columns of the record that @opens leads to, in the form after its own; or NULL. */
  const char *const *opened_columns;
  gboolean attaches;          /* of documents: takes files and links, and shows pictures */
  const char *opens;          /* the reference whose page a row leads to, NULL for none */
  const EntTable *any_target; /* what a reference to any record is chosen from; NULL: not asked */
  gboolean any_target_only;   /* links to other types are in lists of their own */
  /* NULL, or puts @records, those that hang on @parent, into an order of their own. */
  void (*sort) (EntProject *project, EntRecord *parent, GPtrArray *records);
  /* NULL, or the heading over a record, shown where it differs from the one before. */
  char *(*dup_heading) (EntProject *project, EntRecord *record);
  /* NULL, or what a new one on @parent starts with, as the column keeps it; NULL for nothing. */
  char *(*dup_start) (EntSession *session, EntRecord *parent, const EntColumn *column);
  const EntChildAct *acts; /* of a row, beside those all have; up to one without label */
};

/* A list inside a page (pattern b): each record a row that opens to its fields. */
#define ENT_TYPE_CHILD_GROUP (ent_child_group_get_type ())
G_DECLARE_FINAL_TYPE (EntChildGroup, ent_child_group, ENT, CHILD_GROUP, AdwPreferencesGroup)

GtkWidget *ent_child_group_new (EntSession *session, EntRecord *parent, const EntChildSpec *spec);
gboolean ent_child_group_is_empty (EntChildGroup *self);
void ent_child_group_add (EntChildGroup *self);
GtkWidget *ent_child_group_find (EntChildGroup *self, EntRecord *record);

G_END_DECLS
