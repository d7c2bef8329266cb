/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits a project at random for as long as it lives, and says what it may be held to:
 *
 *   "start SEQ HASH"      the project as it was found
 *   "edit SEQ HASH"       an edit was made: from now on it may not be lost
 *   "published SEQ HASH"  the file holds it too
 *
 * HASH is that of the content after the entry SEQ of the journal. With --look it only says
 * "start" and holds the project against its rules. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/ent-project-file.h"

#define MOST_AGREEMENTS 60

static void
must (GError *error)
{
  if (error == NULL)
    return;
  printf ("problem %s\n", error->message);
  fflush (stdout);
  exit (1);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
hash_content (EntProjectFile *file)
{
  EntProject *project = ent_project_file_get_project (file);
  GListModel *list = ent_project_get_list (project, ent_table_find ("agreement"));
  const EntColumn *purpose = ent_table_find_column (ent_table_find ("agreement"), "purpose");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);
      g_autofree char *title = ent_record_dup_title (record, project, "en");
      const char *text = ent_record_get_string (record, purpose);

      g_ptr_array_add (lines, g_strdup_printf ("%" G_GINT64_FORMAT " %s %s\n",
                                               ent_record_get_id (record), title,
                                               text != NULL ? text : ""));
    }
  g_ptr_array_sort (lines, compare_text);
  for (guint i = 0; i < lines->len; i++)
    g_checksum_update (checksum, lines->pdata[i], -1);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
say (EntProjectFile *file, const char *what)
{
  g_autofree char *hash = hash_content (file);

  printf ("%s %" G_GINT64_FORMAT " %s\n", what,
          ent_store_get_last_entry (ent_project_file_get_store (file)), hash);
  fflush (stdout);
}

static void
add (EntStore *store)
{
  const EntTable *table = ent_table_find ("agreement");
  g_autoptr (EntAction) action = ent_store_begin (store, "Add", NULL);
  g_autofree char *title = g_strdup_printf ("Agreement %u", g_random_int ());
  g_autoptr (GError) error = NULL;
  EntId id = ent_action_add (action, table, ENT_ID_NONE, &error);

  must (error);
  ent_action_set (action, id, ent_table_find_column (table, "kind"), "accord", &error);
  must (error);
  ent_action_set (action, id, ent_table_find_column (table, "title"), title, &error);
  must (error);
  ent_action_commit (action, &error);
  must (error);
}

static void
edit (EntProjectFile *file)
{
  EntStore *store = ent_project_file_get_store (file);
  const EntTable *table = ent_table_find ("agreement");
  GListModel *list = ent_project_get_list (ent_project_file_get_project (file), table);
  guint n_agreements = g_list_model_get_n_items (list);
  g_autoptr (EntRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  int choice = g_random_int_range (0, 10);

  if (n_agreements == 0 || (choice < 4 && n_agreements < MOST_AGREEMENTS))
    {
      add (store);
      return;
    }
  record = g_list_model_get_item (list, g_random_int_range (0, (int) n_agreements));
  if (choice < 7)
    {
      g_autofree char *text
          = g_strnfill (1 + (gsize) g_random_int_range (0, 3000), (char) ('a' + choice));

      ent_store_set_field (store, ent_record_get_id (record),
                           ent_table_find_column (table, "purpose"), text, &error);
    }
  else if (choice == 7)
    ent_store_delete (store, ent_record_get_id (record), NULL, &error);
  else if (choice == 8 && ent_store_can_redo (store))
    ent_store_redo (store, &error);
  else if (ent_store_can_undo (store))
    ent_store_undo (store, &error);
  must (error);
}

static void
publish (EntProjectFile *file)
{
  g_autoptr (GError) error = NULL;

  ent_project_file_publish (file, &error);
  must (error);
  say (file, "published");
}

int
main (int argc, char **argv)
{
  gboolean looks = argc == 3 && g_str_equal (argv[1], "--look");
  g_autoptr (GFile) place = g_file_new_for_path (argv[argc - 1]);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (EntProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;

  /* Killed before it held anything, the file may be empty. */
  info = g_file_query_info (place, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            NULL);
  if (info != NULL && g_file_info_get_size (info) > 0)
    file = ent_project_file_open (place, &error);
  else
    file = ent_project_file_create (place, &error);
  must (error);
  if (ent_project_file_get_problem (file) != NULL)
    printf ("problem %s\n", ent_project_file_get_problem (file));
  say (file, "start");
  if (looks)
    {
      ent_store_check (ent_project_file_get_store (file), &error);
      must (error);
      printf ("sound\n");
      return 0;
    }

  while (TRUE)
    {
      edit (file);
      say (file, "edit");
      if (g_random_int_range (0, 6) == 0)
        publish (file);
      else if (g_random_int_range (0, 6) == 0)
        ent_project_file_publish_async (file, NULL, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}
