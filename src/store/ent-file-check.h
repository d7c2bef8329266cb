/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No project is larger: what is, is something else. */
#define ENT_FILE_MAX_SIZE G_GUINT64_CONSTANT (4000000000)

/* What a project file's first bytes and its folder tell of it. */
typedef struct
{
  guint64 size; /* bytes */
  char *etag;   /* NULL where the file system has none */
  int schema;
} EntFileFacts;

void ent_file_facts_clear (EntFileFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntFileFacts, ent_file_facts_clear)

/* A file from anywhere is checked twice: by its first bytes before it is copied, and as
 * a database once a private copy is there. Neither writes to it. */
char *ent_file_dup_name (GFile *file);
gboolean ent_file_check_header (GFile *file, EntFileFacts *facts, GError **error);
gboolean ent_file_check_copy (const char *path, const char *name, GError **error);

/* A private copy, and its SHA-256 in lower-case hex. */
char *ent_file_take_copy (GFile *file, const char *path, EntFileFacts *facts, GError **error);
char *ent_file_hash (GFile *file, GError **error);

G_END_DECLS
