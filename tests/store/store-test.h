/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-database.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

/* A new project in a directory of its own, under the one of temporary files. */
typedef struct
{
  char *directory;
  char *path;
  EntStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer user_data);
void fixture_tear_down (Fixture *fixture, gconstpointer user_data);
void fixture_reopen (Fixture *fixture);

#define fixture_add(path, function)                                                                \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

const EntColumn *column_of (EntId id_or_none, EntStore *store, const char *type, const char *name);
EntId add_record (EntStore *store, const char *type, ...) G_GNUC_NULL_TERMINATED;
EntId action_add_record (EntAction *action, const char *type, ...) G_GNUC_NULL_TERMINATED;
void set_field (EntStore *store, EntId id, const char *name, const char *value);
char *get_field (EntStore *store, EntId id, const char *name);
void assert_field (EntStore *store, EntId id, const char *name, const char *value);
char *write_id (EntId id);

void undo (EntStore *store);
void redo (EntStore *store);

char *dump_database (EntStore *store);
char *dump_graph (EntProject *project);
void assert_graph_is_fresh (Fixture *fixture);
void assert_same_text (const char *found, const char *expected);
void exec_sql (const char *path, const char *sql);
gint64 query_integer (const char *path, const char *sql);

G_END_DECLS
