/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place Partners on a copy of the sample. */

#include <adwaita.h>

#include "base/ent-error.h"
#include "rules/ent-holders.h"
#include "ui/views/partners/ent-holder-change.h"
#include "ui/views/partners/ent-partners-view.h"
#include "ui/widgets/ent-place-view.h"
#include "sample-copy.h"
#include "ui-test.h"

static char *folder;

/* Long lists are filled between frames. */
static guint
count (GtkWidget *view, const char *list)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return g_list_model_get_n_items (ent_partners_view_get_filtered (ENT_PARTNERS_VIEW (view), list));
}

static void
test_list (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "list.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  GtkWidget *view = g_object_ref_sink (ent_partners_view_new (session));
  EntRecord *terrebonne = find (session, &ent_organisation_table, "Ville de Terrebonne");
  guint before = count (view, "organisations");
  EntId id;

  /* Those with a relation class, and the other parties of our agreements. */
  g_assert_cmpuint (before, ==, 22);
  g_assert_cmpuint (count (view, "people"), >, 0);

  g_assert_true (ent_place_view_show (ENT_PLACE_VIEW (view), ent_record_get_id (terrebonne)));
  g_assert_false (ent_place_view_show (ENT_PLACE_VIEW (view), ENT_ID_NONE));

  id = ent_session_add (session, &ent_organisation_table, "name", "Elsewhere", "relation_class",
                        "cousin", NULL);
  g_assert_cmpint (id, !=, ENT_ID_NONE);
  g_assert_cmpuint (count (view, "organisations"), ==, before + 1);
  ent_session_undo (session);
  g_assert_cmpuint (count (view, "organisations"), ==, before);

  g_assert_finalize_object (view);
  g_clear_object (&session);
  finish (project);
}

static void
test_edit (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "edit.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  GtkWidget *view = g_object_ref_sink (ent_partners_view_new (session));
  EntRecord *adrano = find (session, &ent_organisation_table, "Commune d’Adrano");
  const EntColumn *column = ent_table_find_column (&ent_organisation_table, "relation_class");
  guint before = count (view, "organisations");

  ent_place_view_show (ENT_PLACE_VIEW (view), ent_record_get_id (adrano));
  g_assert_true (ent_session_set_field (session, adrano, column, "", NULL));
  g_assert_cmpuint (count (view, "organisations"), ==, before - 1);
  ent_session_undo (session);
  g_assert_cmpuint (count (view, "organisations"), ==, before);
  g_assert_cmpstr (ENT_ORGANISATION (adrano)->relation_class, ==, "specific");

  g_assert_finalize_object (view);
  g_clear_object (&session);
  finish (project);
}

static int
day (const char *iso)
{
  int julian = 0;

  g_assert_true (ent_day_parse_iso (iso, &julian));
  return julian;
}

static void
test_change_of_holder (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "holder.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  EntStore *store = ent_session_get_store (session);
  EntProject *graph = ent_session_get_project (session);
  EntId city = ent_record_get_id (find (session, &ent_organisation_table, "Ville de Terrebonne"));
  EntMandate *leaving = ent_organisation_get_head (graph, city, day ("2026-11-22"));
  guint n_people = ent_project_count (graph, &ent_person_table);
  g_autoptr (GError) error = NULL;
  EntHolderChange change = {
    .leaving = leaving,
    .organisation = city,
    .name = "",
    .function = "Maire de Terrebonne",
    .from = "2025-11-10",
  };
  EntMandate *head;

  g_assert_nonnull (leaving);
  g_assert_false (ent_holder_change_commit (&change, store, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  change.name = "Camille Exemple";
  change.from = " ";
  g_assert_false (ent_holder_change_commit (&change, store, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (ent_project_count (graph, &ent_person_table), ==, n_people);

  change.from = "2025-11-10";
  g_assert_true (ent_holder_change_commit (&change, store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ent_date_get_text (leaving->until), ==, "2025-11-09");
  g_assert_true (ent_organisation_get_head (graph, city, day ("2025-11-09")) == leaving);
  head = ent_organisation_get_head (graph, city, day ("2025-11-10"));
  g_assert_true (head && head != leaving);
  g_assert_cmpstr (head->level, ==, leaving->level);
  g_assert_cmpuint (ent_project_count (graph, &ent_person_table), ==, n_people + 1);

  ent_session_undo (session);
  g_assert_null (leaving->until);
  g_assert_cmpuint (ent_project_count (graph, &ent_person_table), ==, n_people);
  g_assert_true (ent_organisation_get_head (graph, city, day ("2026-11-22")) == leaving);

  g_clear_object (&session);
  finish (project);
}

int
main (int argc, char *argv[])
{
  g_autoptr (EntApplication) application = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = make_folder ();
  application = start_application (folder);

  g_test_add_func ("/ui/partners/list", test_list);
  g_test_add_func ("/ui/partners/edit", test_edit);
  g_test_add_func ("/ui/partners/change-of-holder", test_change_of_holder);

  status = g_test_run ();
  g_free (folder);

  return status;
}
