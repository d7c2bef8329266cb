/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places Projects and Documents on a copy of the sample. */

#include <adwaita.h>

#include "ui/views/documents/ent-document-lines.h"
#include "ui/views/documents/ent-documents-view.h"
#include "ui/views/projects/ent-project-lines.h"
#include "ui/views/projects/ent-project-list.h"
#include "ui/views/projects/ent-projects-view.h"
#include "ui/widgets/ent-place-view.h"
#include "sample-copy.h"
#include "ui-test.h"

static char *folder;

static EntRecordItem *
find_item (GListModel *items, EntRecord *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (items, i);

      if (item->record == record)
        return item;
    }

  g_assert_not_reached ();
}

static void
test_projects (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "projects.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  EntProject *graph = ent_session_get_project (session);
  GtkWidget *view = g_object_ref_sink (ent_projects_view_new (session));
  GListModel *items = ent_projects_view_get_filtered (ENT_PROJECTS_VIEW (view));
  EntRecord *boba = find (session, &ent_project_record_table, "Bureau de quartier de Boba");
  EntRecord *above = ent_project_get (graph, ENT_PROJECT_RECORD (boba)->parent);
  guint before = g_list_model_get_n_items (items);

  g_assert_cmpuint (before, ==, 28);
  g_assert_true (ent_place_view_show (ENT_PLACE_VIEW (view), ent_record_get_id (boba)));
  g_assert_false (ent_place_view_show (ENT_PLACE_VIEW (view), ENT_ID_NONE));

  /* A part stands under what it is a part of, and an unknown budget is a dash. */
  g_assert_true (
      g_str_has_prefix (find_item (items, boba)->title_key, find_item (items, above)->title_key));
  g_assert_cmpstr (find_item (items, boba)->cells[ent_project_list_spec.n_columns - 1].words, ==,
                   "–");
  g_assert_true (ent_session_set_field (
      session, boba, ent_table_find_column (&ent_project_record_table, "budget"), "0", NULL));
  g_assert_cmpstr (find_item (items, boba)->cells[ent_project_list_spec.n_columns - 1].words, ==,
                   "0");
  ent_session_undo (session);
  g_assert_null (ENT_PROJECT_RECORD (boba)->budget);

  g_assert_true (gtk_widget_activate_action (view, "projects.new", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, before + 1);
  ent_session_undo (session);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, before);

  g_assert_finalize_object (view);
  g_clear_object (&session);
  finish (project);
}

static void
test_filter (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "filter.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  g_autoptr (EntChoiceFilter) filter = ent_project_filter_new ();
  EntRecord *boba = find (session, &ent_project_record_table, "Bureau de quartier de Boba");
  g_autoptr (EntRecordItem) item = ent_record_item_new (
      &ent_project_list_spec, ent_session_get_project (session), boba, "en", 0);
  gint64 works = g_quark_from_static_string ("works");
  gint64 lot = g_quark_from_static_string ("lot");

  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
  ent_choice_filter_choose (filter, 0, lot, TRUE);
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), item));
  ent_choice_filter_choose (filter, 0, works, TRUE);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));
  g_assert_false (ent_record_filter_is_default (ENT_RECORD_FILTER (filter)));
  ent_choice_filter_choose (filter, 0, works, FALSE);
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), item));
  ent_record_filter_show_all (ENT_RECORD_FILTER (filter));
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), item));

  g_clear_object (&item);
  g_clear_object (&session);
  finish (project);
}

/* What is attached or cited is found again from the document. */
static void
test_documents (void)
{
  g_autoptr (EntProjectFile) project = open_sample_file (folder, "documents.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  EntProject *graph = ent_session_get_project (session);
  GtkWidget *view = g_object_ref_sink (ent_documents_view_new (session));
  GListModel *items = ent_documents_view_get_filtered (ENT_DOCUMENTS_VIEW (view));
  EntRecord *document = find (session, &ent_document_table, "Dossier d’esquisse du projet HID");
  EntRecord *boba = find (session, &ent_project_record_table, "Bureau de quartier de Boba");
  g_autofree char *record_id = ent_id_to_string (ent_record_get_id (boba));
  g_autofree char *document_id = ent_id_to_string (ent_record_get_id (document));
  guint before = g_list_model_get_n_items (items);
  guint n_lines;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_cmpuint (before, ==, ent_project_count (graph, &ent_document_table));
  g_assert_cmpuint (before, >, 0);
  g_assert_true (ent_place_view_show (ENT_PLACE_VIEW (view), ent_record_get_id (document)));
  g_assert_false (ent_place_view_show (ENT_PLACE_VIEW (view), ent_record_get_id (boba)));

  lines = ent_document_collect_attached (session, document);
  n_lines = lines->len;
  g_clear_pointer (&lines, g_ptr_array_unref);
  g_assert_cmpint (ent_session_add (session, &ent_attachment_table, "record", record_id, "document",
                                    document_id, NULL),
                   !=, ENT_ID_NONE);
  lines = ent_document_collect_attached (session, document);
  g_assert_cmpuint (lines->len, ==, n_lines + 1);
  ent_session_undo (session);

  g_assert_true (gtk_widget_activate_action (view, "documents.new", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, before + 1);
  ent_session_delete (session, ent_record_get_id (document));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, before);
  ent_session_undo (session);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, before + 1);

  g_assert_finalize_object (view);
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

  g_test_add_func ("/ui/projects/list", test_projects);
  g_test_add_func ("/ui/projects/filter", test_filter);
  g_test_add_func ("/ui/documents/list", test_documents);

  status = g_test_run ();
  g_free (folder);

  return status;
}
