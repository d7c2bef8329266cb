/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every class with a template comes to life without a warning, is freed when it goes, and
 * every key does what the shortcuts window says. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/ent-accels.h"
#include "ui/ent-export-dialog.h"
#include "ui/ent-preferences-dialog.h"
#include "ui/ent-welcome-page.h"
#include "ui/ent-window.h"
#include "ui/views/agenda/ent-agenda-view.h"
#include "ui/views/agenda/ent-event-duplicate.h"
#include "ui/views/agreements/ent-agreements-view.h"
#include "ui/views/documents/ent-documents-view.h"
#include "ui/views/overview/ent-overview-view.h"
#include "ui/views/projects/ent-projects-view.h"
#include "ui/views/reports/ent-report-row.h"
#include "ui/views/reports/ent-reports-view.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"
#include "sample-copy.h"
#include "ui-test.h"

#define SHORTCUTS "/io/github/entente/Entente/ui/shortcuts.ui"

static char *folder;
static EntApplication *application;

static EntProjectFile *
create_project (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EntProjectFile *project = ent_project_file_create (file, &error);

  g_assert_no_error (error);

  return project;
}

static void
check_freed (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

static void
test_without_project (void)
{
  check_freed (g_object_new (ENT_TYPE_WELCOME_PAGE, NULL));
  check_freed (g_object_new (ENT_TYPE_PREFERENCES_DIALOG, NULL));
  check_freed (ent_report_row_new ());
}

static void
test_with_project (void)
{
  g_autoptr (EntProjectFile) project = create_project ("views.entente");
  EntSession *session = ent_session_new (project);

  check_freed (ent_save_status_new (project));
  check_freed (ent_undo_buttons_new (session));
  check_freed (ent_overview_view_new (session));
  check_freed (ent_reports_view_new (session));
  check_freed (ent_agenda_view_new (session));
  check_freed (ent_agreements_view_new (session));
  check_freed (ent_documents_view_new (session));
  check_freed (ent_projects_view_new (session));
  check_freed (GTK_WIDGET (ent_export_dialog_new (session)));
  g_assert_finalize_object (session);
  finish (project);
}

static void
test_window (void)
{
  g_autoptr (EntProjectFile) project = create_project ("window.entente");
  EntWindow *window = ent_window_new (ADW_APPLICATION (application));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_set_file (window, project);
  g_assert_nonnull (ent_window_get_session (window));
  g_assert_nonnull (ent_window_get_place (window, "agenda"));
  g_assert_nonnull (ent_window_get_place (window, "agreements"));
  g_assert_nonnull (ent_window_get_place (window, "overview"));
  g_assert_nonnull (ent_window_get_place (window, "projects"));
  g_assert_nonnull (ent_window_get_place (window, "documents"));
  g_assert_nonnull (ent_window_get_place (window, "reports"));
  g_assert_null (ent_window_get_place (window, "nowhere"));
  gtk_window_close (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
}

/* What is still to be saved is, and the window hears of it no more. */
static void
test_window_destroyed (void)
{
  g_autoptr (EntProjectFile) project = create_project ("destroyed.entente");
  EntWindow *window = ent_window_new (ADW_APPLICATION (application));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  ent_window_set_file (window, project);
  g_assert_cmpint (ent_session_add (ent_window_get_session (window), &ent_place_table, "name",
                                    "Namur", NULL),
                   !=, ENT_ID_NONE);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
}

static void
count_cb (gpointer widget)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (widget, "n-updates"));

  g_object_set_data (widget, "n-updates", GUINT_TO_POINTER (n + 1));
}

static guint
take_updates (GtkWidget *widget)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (widget), "n-updates"));
}

static void
wait_mapped (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
}

static void
add_notes (EntSession *session, guint n)
{
  for (guint i = 0; i < n; i++)
    ent_session_add (session, &ent_note_table, "text", "A note", NULL);
}

/* Out of sight nothing is done; in sight, each change or many together; hidden because there was
 * nothing to show, a widget still hears of what there is now. */
static void
test_follow (void)
{
  g_autoptr (EntProjectFile) file = create_project ("follow.entente");
  g_autoptr (EntSession) session = ent_session_new (file);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *prompt = gtk_label_new (NULL);
  GtkWidget *lazy = gtk_label_new (NULL);
  GtkWidget *other = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (inner), prompt);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (box), lazy);
  gtk_stack_add_named (GTK_STACK (stack), box, "box");
  gtk_stack_add_named (GTK_STACK (stack), other, "other");
  gtk_window_set_child (GTK_WINDOW (window), stack);
  ent_follow_project (prompt, session, ENT_FOLLOW_AT_ONCE, count_cb);
  ent_follow_project (lazy, session, ENT_FOLLOW_SOON, count_cb);
  gtk_window_present (GTK_WINDOW (window));
  wait_mapped (box);

  add_notes (session, 3);
  g_assert_cmpuint (take_updates (prompt), ==, 3);
  g_assert_cmpuint (take_updates (lazy), ==, 1);

  gtk_widget_set_visible (inner, FALSE);
  gtk_widget_set_visible (prompt, FALSE);
  add_notes (session, 1);
  g_assert_cmpuint (take_updates (prompt), ==, 1);

  gtk_stack_set_visible_child (GTK_STACK (stack), other);
  wait_mapped (other);
  take_updates (lazy);
  add_notes (session, 3);
  g_assert_cmpuint (take_updates (prompt), ==, 0);
  g_assert_cmpuint (take_updates (lazy), ==, 0);
  gtk_stack_set_visible_child (GTK_STACK (stack), box);
  wait_mapped (box);
  g_assert_cmpuint (take_updates (prompt), ==, 1);
  g_assert_cmpuint (take_updates (lazy), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  add_notes (session, 1);
  finish (file);
}

static void
test_undo (void)
{
  g_autoptr (EntProjectFile) project = create_project ("undo.entente");
  g_autoptr (EntSession) session = ent_session_new (project);
  EntId id;

  g_assert_null (ent_session_get_undo_label (session));
  id = ent_session_add (session, &ent_agreement_table, "kind", "protocol", "title", "One", NULL);
  g_assert_cmpint (id, !=, ENT_ID_NONE);
  g_assert_nonnull (ent_session_get_undo_label (session));
  g_assert_null (ent_session_get_redo_label (session));

  ent_session_undo (session);
  g_assert_null (ent_project_get (ent_session_get_project (session), id));
  g_assert_null (ent_session_get_undo_label (session));
  g_assert_nonnull (ent_session_get_redo_label (session));
  finish (project);
}

/* Last year's event again: one step, planned, without what only that day had. */
static void
test_duplicate (void)
{
  g_autoptr (EntProjectFile) file = create_project ("duplicate.entente");
  g_autoptr (EntSession) session = ent_session_new (file);
  EntProject *project = ent_session_get_project (session);
  EntId id = ent_session_add (session, &ent_event_table, "kind", "statutory_meeting", "title",
                              "Bureau", "when", "2024-10-02", "state", "held", "ordinal", "102",
                              "text", "A prose", NULL);
  g_autofree char *record = ent_id_to_string (id);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (EntDate) when = ent_date_new ("2025-10-07", NULL);
  EntEvent *copy;
  EntId again;

  ent_session_add (session, &ent_event_table, "kind", "slot", "title", "Opening", "parent", record,
                   "when", "2024-10-03", NULL);
  ent_session_add (session, &ent_participation_table, "record", record, "role", "participant",
                   "function", "Mayor", "reply", "came", NULL);
  ent_session_add (session, &ent_outcome_table, "event", record, "kind", "gift", "title", "A vase",
                   NULL);

  again = ent_event_duplicate (session, ENT_EVENT (ent_project_get (project, id)), when);
  g_assert_cmpint (again, !=, ENT_ID_NONE);
  copy = ENT_EVENT (ent_project_get (project, again));
  g_assert_cmpstr (copy->title, ==, "Bureau");
  g_assert_cmpstr (copy->state, ==, "planned");
  g_assert_cmpint (copy->ordinal, ==, 103);
  g_assert_cmpstr (ent_date_get_text (copy->when), ==, "2025-10-07");
  slots = ent_project_get_children (project, again, &ent_event_table, "parent");
  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_cmpstr (ent_date_get_text (ENT_EVENT (slots->pdata[0])->when), ==, "2025-10-08");
  g_assert_null (copy->text);
  g_assert_cmpuint (ent_project_count (project, &ent_event_table), ==, 4);
  g_assert_cmpuint (ent_project_count (project, &ent_outcome_table), ==, 1);
  people = ent_project_get_children (project, again, &ent_participation_table, "record");
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (ENT_PARTICIPATION (people->pdata[0])->function, ==, "Mayor");
  g_assert_null (ENT_PARTICIPATION (people->pdata[0])->reply);

  ent_session_undo (session);
  g_assert_null (ent_project_get (project, again));
  g_assert_cmpuint (ent_project_count (project, &ent_event_table), ==, 2);
  finish (file);
}

static void
test_keys (void)
{
  guint n_accels;
  const EntAccel *accels = ent_accels_get (&n_accels);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_accels; i++)
    for (guint k = 0; accels[i].accels[k] != NULL; k++)
      {
        const char *key = accels[i].accels[k];
        g_auto (GStrv)
            actions = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), key);

        g_assert_true (g_hash_table_add (seen, g_strdup (key)));
        if (accels[i].field_first)
          g_assert_cmpint (g_strv_length (actions), ==, 0);
        else
          {
            g_assert_cmpint (g_strv_length (actions), ==, 1);
            g_assert_cmpstr (actions[0], ==, accels[i].action);
          }
      }
}

/* Every key is in the shortcuts window, in the same spelling. */
static void
test_keys_are_shown (void)
{
  g_autoptr (GBytes)
      bytes = g_resources_lookup_data (SHORTCUTS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *xml = g_bytes_get_data (bytes, NULL);
  guint n_accels;
  const EntAccel *accels = ent_accels_get (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    for (guint k = 0; accels[i].accels[k] != NULL; k++)
      {
        g_autofree char *escaped = g_markup_escape_text (accels[i].accels[k], -1);

        if (strstr (xml, escaped) == NULL)
          g_error ("%s of %s is not in the shortcuts window", escaped, accels[i].action);
      }
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = make_folder ();
  application = start_application (folder);

  g_test_add_func ("/ui/classes/without-project", test_without_project);
  g_test_add_func ("/ui/classes/with-project", test_with_project);
  g_test_add_func ("/ui/classes/window", test_window);
  g_test_add_func ("/ui/classes/window-destroyed", test_window_destroyed);
  g_test_add_func ("/ui/widgets/follow", test_follow);
  g_test_add_func ("/ui/session/undo", test_undo);
  g_test_add_func ("/ui/agenda/duplicate", test_duplicate);
  g_test_add_func ("/ui/keys/actions", test_keys);
  g_test_add_func ("/ui/keys/shown", test_keys_are_shown);
  status = g_test_run ();
  g_object_unref (application);
  g_free (folder);

  return status;
}
