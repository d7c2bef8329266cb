/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One line of the history: a step of the officer, or what it did to one field or record. */
#define ENT_TYPE_HISTORY_ITEM (ent_history_item_get_type ())
G_DECLARE_FINAL_TYPE (EntHistoryItem, ent_history_item, ENT, HISTORY_ITEM, GObject)

typedef enum
{
  ENT_HISTORY_STEP,    /* leads to what it did */
  ENT_HISTORY_VALUE,   /* a field, which can have its earlier value again */
  ENT_HISTORY_DELETED, /* a record, which can be brought back */
  ENT_HISTORY_ADDED,
} EntHistoryKind;

/* An entry, held by the lines that tell of it. */
typedef struct
{
  EntEntry *entry;
} EntHistoryShared;

struct _EntHistoryItem
{
  GObject parent_instance;

  EntHistoryKind kind;
  EntHistoryShared *shared;
  const EntEntry *entry;   /* of @shared */
  const EntChange *change; /* of @entry; NULL for a step */
  int day;                 /* local, as GDate counts */
  char *title;
  char *values; /* before and after, or all of a deleted record; "" for none */
  char *when;   /* hour, who, and the step where it is not the title */
};

void ent_history_items_append (
    GPtrArray *items, EntSession *session, EntEntry *entry, gboolean changes, EntId about);
gboolean ent_history_item_matches (EntHistoryItem *self, const char *folded);

G_END_DECLS
