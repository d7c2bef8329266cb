/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_PROJECT_SUFFIX ".entente"
#define ENT_PROJECT_MEDIA_TYPE "application/vnd.entente.project+sqlite3"

char *ent_file_dup_shown_path (GFile *file);
char *ent_file_dup_stem (GFile *file);
char *ent_file_name_clean (const char *name);
GFile *ent_file_get_free (GFile *folder, const char *stem, const char *suffix);
GFile *ent_file_with_suffix (GFile *file, const char *suffix);
GListModel *ent_file_new_project_filters (void);

G_END_DECLS
