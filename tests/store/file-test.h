/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-test.h"
#include "store/ent-project-file.h"

G_BEGIN_DECLS

/* A folder for project files, and one for working copies that each test has for itself: the
 * process has one folder of data, whose content is put aside between tests. */
typedef struct
{
  char *directory;
  char *path; /* of a project that a test makes */
  GFile *file;
} FileFixture;

void file_test_init (int *argc, char ***argv);
int file_test_run (void);

void file_fixture_set_up (FileFixture *fixture, gconstpointer user_data);
void file_fixture_tear_down (FileFixture *fixture, gconstpointer user_data);

#define file_fixture_add(path, function)                                                          \
  g_test_add (path, FileFixture, NULL, file_fixture_set_up, function, file_fixture_tear_down)

char *file_fixture_path (FileFixture *fixture, const char *leaf);
char *file_test_dup_work_directory (void);
void file_test_forget_working_copies (void);
guint file_test_count_working_copies (void);

EntProjectFile *create_project (FileFixture *fixture);
EntProjectFile *open_project (FileFixture *fixture);
void close_project (EntProjectFile *project);
void drop_project (EntProjectFile *project);
void publish_project (EntProjectFile *project);
EntId add_agreement (EntProjectFile *project, const char *title);
gboolean has_agreement (EntProjectFile *project, const char *title);

char *hash_file (const char *path);
void copy_file (const char *from, const char *to);
void change_outside (const char *path, const char *sql);
void assert_error_names (const GError *error, int code, const char *name);

/* Runs the function in a child; start_child () waits until that has said a line. */
typedef void (*ChildFunction) (gpointer data, int say);
pid_t start_child_aside (ChildFunction function, gpointer data, int *output);
char *read_line (int output);
pid_t start_child (ChildFunction function, gpointer data, char **line);
int wait_for_child (pid_t child);
void kill_child (pid_t child);

/* In a child: from now on rights are looked at, even for root. */
void drop_privileges (void);

G_END_DECLS
