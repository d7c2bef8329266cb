/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ent-arguments.h"
#include "store/ent-project-file.h"

G_BEGIN_DECLS

/* What the program ends with; the manual page tells them. */
typedef enum
{
  ENT_EXIT_DONE,
  ENT_EXIT_FINDINGS,   /* done, with something to look at */
  ENT_EXIT_USAGE,      /* asked for what there is not */
  ENT_EXIT_UNREADABLE, /* input that cannot be read */
  ENT_EXIT_REFUSED,    /* going on would lose something */
} EntExit;

/* One command: its words, and what it does. With @error set, the status is that of the
 * error unless run () returns another than ENT_EXIT_DONE. */
typedef struct
{
  const char *name;
  const char *arguments; /* of the usage line, NULL for none */
  guint n_min;
  guint n_max;
  const EntOption *options; /* ends with a NULL name; NULL for none */
  const char *summary;      /* msgid */
  const char *details;      /* msgid, NULL for none */
  EntExit (*run) (EntArguments *arguments, GError **error);
} EntCommand;

extern const EntCommand ent_cmd_add;
extern const EntCommand ent_cmd_attach;
extern const EntCommand ent_cmd_check;
extern const EntCommand ent_cmd_delete;
extern const EntCommand ent_cmd_due;
extern const EntCommand ent_cmd_export;
extern const EntCommand ent_cmd_help;
extern const EntCommand ent_cmd_history;
extern const EntCommand ent_cmd_import;
extern const EntCommand ent_cmd_info;
extern const EntCommand ent_cmd_list;
extern const EntCommand ent_cmd_new;
extern const EntCommand ent_cmd_read;
extern const EntCommand ent_cmd_redo;
extern const EntCommand ent_cmd_search;
extern const EntCommand ent_cmd_set;
extern const EntCommand ent_cmd_show;
extern const EntCommand ent_cmd_types;
extern const EntCommand ent_cmd_undo;

const EntCommand *const *ent_cli_get_commands (guint *n_commands);
const EntCommand *ent_cli_find_command (const char *name, GError **error);
EntExit ent_cli_exit_of (const GError *error);

/* The project a command works on, its first argument: to edit it, or only to read it. */
GFile *ent_cli_get_file (EntArguments *arguments);
EntProjectFile *ent_cli_open (EntArguments *arguments, GError **error);
gboolean ent_cli_close (EntProjectFile *file, GError **error);

/* A project that is only read. */
typedef struct
{
  EntStore *store;
  EntProject *project;  /* of the store */
  EntProjectFile *file; /* whose store it is, NULL for a copy */
  char *directory;      /* of the copy */
} EntReading;

EntReading *ent_cli_read (EntArguments *arguments, GError **error);
void ent_reading_free (EntReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReading, ent_reading_free)

/* What the arguments name. */
const EntTable *ent_cli_find_table (const char *name, GError **error);
EntRecord *ent_cli_find_record (EntProject *project, const char *id, GError **error);
int ent_cli_get_today (EntArguments *arguments, GError **error);
const char *ent_cli_find_nearest (const char *word, const char *const *names);

G_END_DECLS
