/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-changes.h"
#include "store/ent-store-private.h"

G_BEGIN_DECLS

/* A record that was added: its row is written once, when all its values are known. */
typedef struct
{
  const EntTable *table;
  EntId id;
  char **values; /* canonical, by place in the table */
} EntPending;

/* A record that became a part of another one of its type. */
typedef struct
{
  const EntTable *table;
  EntId id;
} EntPart;

struct _EntAction
{
  EntStore *store;
  EntTransaction *transaction;
  EntRecorder *recorder;
  GHashTable *pending; /* EntId * → EntPending */
  GPtrArray *order;    /* EntPending, as they were added */
  GArray *parts;       /* EntPart */
  char *label;
  char *arguments;
  GError *problem;   /* why the action could not begin */
  gboolean wrote;    /* the database says other than the graph */
  EntProject *draft; /* the graph as the action sees it, or NULL: not needed or out of date */
};

gboolean ent_action_is_open (EntAction *action, GError **error);
EntStatement *ent_action_prepare (EntAction *action, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
const EntTable *ent_action_need_type (EntAction *action, EntId id, GError **error);
gboolean ent_action_write_pending (EntAction *action, GError **error);
gboolean ent_action_check_parts (EntAction *action, GError **error);
void ent_action_note_write (EntAction *action, gboolean ties);

G_END_DECLS
