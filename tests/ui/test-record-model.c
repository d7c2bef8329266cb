/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list does as much as there is news: a change that shows on no line moves none, and one that
 * shows on every line of a long list does not hold up the window. Needs no display. */

#include <glib/gstdio.h>

#include "ui/widgets/ent-record-model.h"
#include "ui/widgets/ent-whole-list.h"

#define N_AGREEMENTS 400

static guint n_filled;

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  n_filled++;
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  if (ENT_IS_PARTY (changed))
    return ent_project_get (project, ENT_PARTY (changed)->agreement);

  return ENT_IS_AGREEMENT (changed) ? changed : NULL;
}

static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_ORGANISATION (changed);
}

static const EntRecordSpec spec = {
  .table = &ent_agreement_table,
  .fill = fill,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
};

static EntId
add (EntAction *action, const EntTable *table, const char *column, const char *value)
{
  g_autoptr (GError) error = NULL;
  EntId id = ent_action_add (action, table, ENT_ID_NONE, &error);

  g_assert_no_error (error);
  ent_action_set (action, id, ent_table_find_column (table, column), value, &error);
  g_assert_no_error (error);

  return id;
}

static void
set (EntAction *action, const EntTable *table, EntId id, const char *column, EntId value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ent_id_to_string (value);

  ent_action_set (action, id, ent_table_find_column (table, column), text, &error);
  g_assert_no_error (error);
}

/* Many agreements, the first of them with a party. */
static void
fill_project (EntStore *store, EntId *agreement, EntId *organisation, EntId *party)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAction) action = ent_store_begin (store, "Test", NULL, NULL);

  for (guint i = 0; i < N_AGREEMENTS; i++)
    {
      EntId id = add (action, &ent_agreement_table, "title", "Protocole");

      ent_action_set (action, id, ent_table_find_column (&ent_agreement_table, "kind"), "protocol",
                      &error);
      g_assert_no_error (error);
      *agreement = i == 0 ? id : *agreement;
    }
  *organisation = add (action, &ent_organisation_table, "name", "Hué");
  *party = ent_action_add (action, &ent_party_table, ENT_ID_NONE, &error);
  g_assert_no_error (error);
  set (action, &ent_party_table, *party, "agreement", *agreement);
  set (action, &ent_party_table, *party, "organisation", *organisation);
  ent_action_commit (action, &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *n_moved, guint position, guint removed, guint added, GListModel *list)
{
  *n_moved += MAX (removed, added);
}

static void
set_field (EntStore *store, EntId id, const EntTable *table, const char *column, const char *value)
{
  g_autoptr (GError) error = NULL;

  ent_store_set_field (store, id, ent_table_find_column (table, column), value, &error);
  g_assert_no_error (error);
}

static void
check_news (EntSession *session, GListModel *list)
{
  EntStore *store = ent_session_get_store (session);
  g_autoptr (GError) error = NULL;
  EntId agreement, organisation, party;
  guint n_moved = 0;

  fill_project (store, &agreement, &organisation, &party);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_AGREEMENTS);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_cb), &n_moved);

  n_filled = 0;
  set_field (store, agreement, &ent_agreement_table, "title", "Jumelage");
  g_assert_cmpuint (n_filled, ==, 1);
  g_assert_cmpuint (n_moved, ==, 1);

  /* Looked at, but the line stays what it was. */
  set_field (store, party, &ent_party_table, "side", "A");
  ent_store_delete (store, party, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_filled, ==, 3);
  g_assert_cmpuint (n_moved, ==, 1);

  /* Some at once, all of them after a while. */
  n_filled = 0;
  set_field (store, organisation, &ent_organisation_table, "name", "Huế");
  g_assert_cmpuint (n_filled, >, 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_filled, ==, N_AGREEMENTS);
  g_assert_cmpuint (n_moved, ==, 1);
  /* The list may live longer than this counter. */
  g_signal_handlers_disconnect_by_func (list, count_cb, &n_moved);
}

static void
count_one_cb (guint *n_times)
{
  (*n_times)++;
}

/* A long list is there all at once, a little later, and true to what changed meanwhile. */
static void
check_filling (EntSession *session)
{
  g_autoptr (EntRecordModel) model = ent_record_model_new (session, &spec);
  GListModel *list = ent_record_model_get_list (model);
  GListModel *records = ent_project_get_list (ent_session_get_project (session),
                                              &ent_agreement_table);
  g_autoptr (EntRecord) first = g_list_model_get_item (records, 0);
  g_autoptr (EntRecordItem) item = NULL;
  guint n_filled_signals = 0;

  g_signal_connect_swapped (model, "filled", G_CALLBACK (count_one_cb), &n_filled_signals);
  g_assert_true (ent_record_model_is_filling (model));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  set_field (ent_session_get_store (session), ent_record_get_id (first), &ent_agreement_table,
             "title", "Accord");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_false (ent_record_model_is_filling (model));
  g_assert_cmpuint (n_filled_signals, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_AGREEMENTS);
  item = g_list_model_get_item (list, 0);
  g_assert_cmpstr (item->title, ==, "Accord");
}

static void
test_news (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-model-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "p.entente", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntProjectFile) project = ent_project_file_create (file, &error);
  g_autoptr (EntSession) session = NULL;
  g_autoptr (EntRecordModel) model = NULL;

  g_assert_no_error (error);
  session = ent_session_new (project);
  model = ent_record_model_new (session, &spec);
  check_news (session, ent_record_model_get_list (model));
  check_filling (session);
  g_clear_object (&model);
  g_clear_object (&session);
  ent_project_file_close (project, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

static void
whole_cb (guint *changes, guint position, guint removed, guint added)
{
  changes[0] = position;
  changes[1] = removed;
  changes[2] = added;
}

static void
test_whole (void)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new ((const char *[]) { "a", "b", NULL });
  g_autoptr (GtkSortListModel)
      sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (strings)), NULL);
  g_autoptr (EntWholeList) whole = ent_whole_list_new (G_LIST_MODEL (sorted));
  guint changes[3] = { 9, 9, 9 };
  guint start, end;

  g_signal_connect_swapped (whole, "items-changed", G_CALLBACK (whole_cb), changes);
  gtk_string_list_append (strings, "c");
  g_assert_cmpuint (changes[0], ==, 0);
  g_assert_cmpuint (changes[1], ==, 2);
  g_assert_cmpuint (changes[2], ==, 3);
  gtk_string_list_remove (strings, 1);
  g_assert_cmpuint (changes[1], ==, 3);
  g_assert_cmpuint (changes[2], ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (whole), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, >=, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/record-model/news", test_news);
  g_test_add_func ("/ui/record-model/whole", test_whole);
  return g_test_run ();
}
