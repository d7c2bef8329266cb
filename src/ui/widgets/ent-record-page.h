/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-child-group.h"
#include "ui/widgets/ent-lines-group.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* What a page says at its head; each NULL or "" for nothing. */
typedef struct
{
  char *subtitle;
  char *status;
  char *facts;
} EntPageHead;

/* Fields of the record itself behind one row that opens. */
typedef struct
{
  const char *title; /* msgid */
  const char *const *columns;
} EntPageFields;

/* A group of the page: records that hang on this one, edited in place, or lines worked out
 * from the project. */
typedef struct
{
  EntChildSpec list;         /* without a table: lines */
  const EntChildSpec *known; /* instead of that: a list that other pages have too; or NULL */
  gboolean always;           /* shown even when empty */
  guint patterns;            /* bit a pattern of the record: shown when empty to those */
  const char *lines_title;   /* msgid, NULL: lines without a heading */
  EntLinesFunc collect;
  /* Instead of list and lines: a group of its own, an AdwPreferencesGroup. */
  GtkWidget *(*create) (EntSession *session, EntRecord *record);
} EntPagePart;

/* Everything in which the page of one type differs from another. */
typedef struct
{
  const EntTable *table;
  /* NULL, or which pattern a record follows, from 0. */
  guint (*get_pattern) (EntRecord *record);
  void (*fill_head) (EntPageHead *head, EntSession *session, EntRecord *record);
  gboolean has_strip; /* of the timeline, under the head */
  const char *const *open_columns; /* the fields in sight */
  const EntPageFields *fields;     /* up to one without title */
  const EntPagePart *first_parts;  /* before the fields, up to an empty one; NULL for none */
  const EntPagePart *parts;        /* up to an empty one */
  const EntRecordAct *acts;        /* buttons of the head, up to one without label; or NULL */
} EntPageSpec;

/* The page of one record: its state at a glance, then everything that hangs on it, each list
 * shown when it has content and otherwise behind Add…. */
#define ENT_TYPE_RECORD_PAGE (ent_record_page_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordPage, ent_record_page, ENT, RECORD_PAGE, AdwBin)

GtkWidget *ent_record_page_new (EntSession *session, EntRecord *record, const EntPageSpec *spec);
void ent_record_page_copy_head (EntRecordPage *self);
void ent_record_page_grab_title (EntRecordPage *self);
void ent_record_page_grab_row (EntRecordPage *self, EntRecord *record);

G_END_DECLS
