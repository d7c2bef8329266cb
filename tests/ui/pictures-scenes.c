/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-scenes.h"

#include <adwaita.h>
#include <unistd.h>

#include "pdf-tools.h"
#include "store/ent-attach.h"
#include "ui/widgets/ent-child-row.h"
#include "ui/widgets/ent-note-dialog.h"
#include "ui/widgets/ent-pdf-view.h"
#include "ui/widgets/ent-record-page.h"
#include "ui/widgets/ent-record-view.h"
#include "ui/widgets/ent-records-dialog.h"

#define COOPERATION "Protocole de coopération 2024-2026"

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Matches matches, gconstpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data);
}

static GtkWidget *
find_type (EntWindow *window, GType type)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return find (dialog ? GTK_WIDGET (dialog) : GTK_WIDGET (window), is_a, &type);
}

static gboolean
activates (GtkWidget *widget, gconstpointer data)
{
  const PicturesScene *scene = data;
  g_autoptr (GVariant) target = scene->target ? g_variant_new_parsed (scene->target) : NULL;

  if (target)
    g_variant_ref_sink (target);
  return gtk_widget_activate_action_variant (widget, scene->action, target);
}

static EntRecord *
find_record (EntWindow *window, const EntTable *table, const char *title)
{
  EntProject *project = ent_session_get_project (ent_window_get_session (window));
  GListModel *list = ent_project_get_list (project, table);
  EntRecord *first = NULL;

  if (title)
    return ent_project_find (project, table, title, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      if (!first || ent_record_get_id (record) < ent_record_get_id (first))
        first = record;
    }

  return first;
}

/* An indicator, of which the sample has none. */
static void
add_indicator (EntWindow *window, EntRecord *record)
{
  EntSession *session = ent_window_get_session (window);
  EntRecord *owner = find_record (window, &ent_agreement_table, COOPERATION);
  g_autofree char *of = ent_id_to_string (ent_record_get_id (owner));

  if (!find_record (window, &ent_indicator_table, NULL))
    ent_session_add (session, &ent_indicator_table, "record", of, "title", "Personnes accueillies",
                     "unit", "personnes", NULL);
  ent_session_show (session, ent_record_get_id (find_record (window, &ent_indicator_table, NULL)));
}

/* The first row of each group, and the first of what is inside it. */
static gboolean
open_first (GtkWidget *widget)
{
  gboolean opened = ENT_IS_CHILD_ROW (widget);

  if (opened)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (open_first (child))
      return !ENT_IS_CHILD_GROUP (widget);

  return opened;
}

static void
open_rows (EntWindow *window, EntRecord *record)
{
  GtkWidget *page = find_type (window, ENT_TYPE_RECORD_PAGE);

  g_assert_nonnull (page);
  open_first (page);
  pictures_wait (300);
}

static void
search_hits (EntWindow *window, EntRecord *record)
{
  GtkWidget *text = find_type (window, GTK_TYPE_TEXT);

  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "Namur");
  pictures_wait (400);
}

static void
search_here (EntWindow *window, EntRecord *record)
{
  GtkWidget *text = find_type (window, GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (text), "Nothing has such a name");
  pictures_wait (400);
}

static void
import_people (EntWindow *window, EntRecord *record)
{
  static const char csv[] = "Nom;Prénom;Depuis;Autre\nMancuso;Fabio;12/03/2024;x\n"
                            "Anciaux;Michèle;demain;\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);

  ent_session_import (ent_window_get_session (window), &ent_person_table, NULL, NULL, bytes,
                      "personnes.csv");
}

static void
file_note (EntWindow *window, EntRecord *record)
{
  ent_note_dialog_present (GTK_WIDGET (window), ent_window_get_session (window),
                           find_record (window, &ent_note_table, NULL));
}

static void
list_records (EntWindow *window, EntRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, find_record (window, &ent_event_table, NULL));
  g_ptr_array_add (records, find_record (window, &ent_agreement_table, NULL));
  ent_records_dialog_present (GTK_WIDGET (window), ent_window_get_session (window), "2024", "Namur",
                              records);
}

/* A PDF in a file of its own, which the caller deletes. */
static GFile *
make_pdf (void)
{
  g_autoptr (GBytes) bytes = pdf_of_text (
      "Hué et Namur renouvellent leur coopération\n\n"
      "M. Le Nhat Vo, Président du Comité population de Hué, et M. Maxime Prévot, "
      "Député-Bourgmestre de Namur, ont signé à Lausanne le Protocole de coopération 2024-2029 "
      "vendredi 24 mai 2024.\fLes deux villes se réunissent chaque année.");
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("entente-XXXXXX.pdf", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));

  return g_file_new_for_path (path);
}

static void
wait_for (EntWindow *window, GType type)
{
  for (guint i = 0; i < 100 && !find_type (window, type); i++)
    pictures_wait (100);
  g_assert_nonnull (find_type (window, type));
  pictures_wait (500);
}

static void
review_pdf (EntWindow *window, EntRecord *record)
{
  g_autoptr (GFile) file = make_pdf ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-agreement-from", "s",
                              g_file_peek_path (file));
  wait_for (window, ADW_TYPE_MULTI_LAYOUT_VIEW);
  g_file_delete (file, NULL, NULL);
}

/* Over the suggestions, where there is no room beside them. */
static void
review_page (EntWindow *window, EntRecord *record)
{
  static const PicturesScene show = { .action = "review.show", .target = "uint32 0" };
  AdwDialog *dialog;

  review_pdf (window, record);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (find (GTK_WIDGET (dialog), activates, &show));
  wait_for (window, ENT_TYPE_PDF_VIEW);
}

static void
read_pdf (EntWindow *window, EntRecord *record)
{
  EntSession *session = ent_window_get_session (window);
  EntStore *store = ent_session_get_store (session);
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_intake_free);
  g_autofree char *directory = ent_store_dup_directory (store);
  g_autoptr (GFile) file = make_pdf ();
  g_autoptr (GArray) attached = NULL;

  g_ptr_array_add (intakes, ent_intake_read (file, directory, NULL, NULL, NULL));
  attached = ent_store_attach (store, intakes, ENT_ID_NONE, NULL, NULL);
  g_assert_nonnull (attached);
  ent_session_read (session, g_array_index (attached, EntAttached, 0).document, 1, 0, 12);
  wait_for (window, ENT_TYPE_PDF_VIEW);
  g_file_delete (file, NULL, NULL);
}

static gboolean
is_view_stack (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_VIEW_STACK (widget);
}

/* Where there is no room for a drawing the list alone is there. */
static void
show_twin (EntWindow *window, const char *name)
{
  GtkWidget *stack = find (GTK_WIDGET (window), is_view_stack, NULL);

  if (stack)
    adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), name);
}

static void
show_table_twin (EntWindow *window, EntRecord *record)
{
  show_twin (window, "table");
}

static void
show_chart (EntWindow *window, EntRecord *record)
{
  show_twin (window, "chart");
}

static gboolean
is_toggle (GtkWidget *widget, gconstpointer data)
{
  const char *form = data;
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (!GTK_IS_TOGGLE_BUTTON (widget))
    return FALSE;

  return g_str_equal (form, "table") ? g_strcmp0 (id, "layout_button") == 0
                                     : g_str_equal (gtk_widget_get_name (widget), form);
}

static void
set_form (EntWindow *window, const char *form)
{
  static const char *const forms[] = { "table", "month", "map", "countries" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      GtkWidget *toggle = find (GTK_WIDGET (window), is_toggle, forms[i]);

      if (toggle)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), g_str_equal (form, forms[i]));
    }
}

#define SHOW_LIST "partners.show-list"

const PicturesScene pictures_scenes[] = {
  /* The places. */
  { "overview", "overview" },
  { "agenda", "agenda", .form = "list" },
  { "agenda-table", "agenda", .form = "table" },
  { "agenda-month", "agenda", .form = "month" },
  { "agreements", "agreements", .form = "list" },
  { "agreements-table", "agreements", .form = "table" },
  { "timeline", "timeline", .open = show_chart },
  { "timeline-table", "timeline", .open = show_table_twin },
  { "organisations", "partners", .form = "list", .action = SHOW_LIST, .target = "'organisations'" },
  { "map", "partners", .form = "map" },
  { "countries", "partners", .form = "list", .action = SHOW_LIST, .target = "'countries'" },
  { "people", "partners", .form = "list", .action = SHOW_LIST, .target = "'people'" },
  { "projects", "projects", .form = "list" },
  { "indicators-empty", "indicators" },
  { "documents", "documents", .form = "list" },
  { "documents-table", "documents", .form = "table" },
  { "reports", "reports" },

  /* The saved lists. */
  { "to-complete", "to-complete" },
  { "did-it-happen", "did-it-happen" },
  { "follow-ups", "follow-ups" },
  { "honours", "honours" },
  { "gifts", "gifts" },
  { "press", "press" },
  { "followed", "followed" },

  /* A page of every kind of record, as it is and with every row open. */
  { "agreement", .table = &ent_agreement_table, .title = COOPERATION },
  { "agreement-open", .table = &ent_agreement_table, .title = COOPERATION, .open = open_rows },
  { "event", .table = &ent_event_table, .title = "Rencontre avec l’ASBL REFORM" },
  { "event-open", .table = &ent_event_table, .title = "Rencontre avec l’ASBL REFORM",
    .open = open_rows },
  { "organisation", .table = &ent_organisation_table, .title = "Ville de Terrebonne" },
  { "organisation-open", .table = &ent_organisation_table, .title = "Ville de Terrebonne",
    .open = open_rows },
  { "person", .table = &ent_person_table, .title = "Fabio Mancuso" },
  { "person-open", .table = &ent_person_table, .title = "Fabio Mancuso", .open = open_rows },
  { "project", .table = &ent_project_record_table },
  { "project-open", .table = &ent_project_record_table, .open = open_rows },
  { "document", .table = &ent_document_table },
  { "document-open", .table = &ent_document_table, .open = open_rows },
  { "indicator", "indicators", .open = add_indicator },
  { "indicators", "indicators", .form = "list" },

  /* The dialogs. */
  { "export", "reports", .action = "win.export-report" },
  { "preferences", "overview", .action = "app.preferences" },
  { "about", "overview", .action = "app.about" },
  { "shortcuts", "overview", .action = "app.shortcuts" },
  { "search", "overview", .action = "win.search-project" },
  { "search-hits", "overview", .action = "win.search-project", .open = search_hits },
  { "history", "overview", .action = "win.history" },
  { "add", .table = &ent_agreement_table, .action = "record-page.add", .target = "uint32 0" },
  { "add-to-event", .table = &ent_event_table, .action = "record-page.add", .target = "uint32 2" },
  { "merge", .table = &ent_organisation_table, .action = "record.merge" },
  { "holder", .table = &ent_organisation_table, .title = "Ville de Terrebonne",
    .action = "partners.change-holder" },
  { "event-kind", "agenda", .action = "agenda.new-event" },
  { "duplicate", .table = &ent_event_table, .action = "agenda.duplicate" },
  { "scope", "indicators", .action = "indicators.coverage" },
  { "link", "documents", .action = "documents.link" },
  { "import", "overview", .open = import_people },
  { "import-agreement", "overview", .open = review_pdf },
  { "import-agreement-page", "overview", .open = review_page },
  { "reading", "overview", .open = read_pdf },
  { "file-note", "overview", .open = file_note },
  { "records", "overview", .open = list_records },

  /* Last, for the search stays. */
  { "nothing-found", "agreements", .form = "list", .action = "win.search", .open = search_here },
};

const guint n_pictures_scenes = G_N_ELEMENTS (pictures_scenes);

void
pictures_wait (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/**
 * pictures_scene_enter:
 * @scene: a scene
 * @window: a window that shows a project
 *
 * Goes there as the officer does, by the actions of the program.
 */
void
pictures_scene_enter (const PicturesScene *scene, EntWindow *window)
{
  EntRecord *record = scene->table ? find_record (window, scene->table, scene->title) : NULL;

  if (scene->table)
    {
      g_assert_nonnull (record);
      ent_session_show (ent_window_get_session (window), ent_record_get_id (record));
    }
  if (scene->place)
    ent_window_show_place (window, scene->place);
  pictures_wait (150);
  if (scene->form)
    set_form (window, scene->form);
  if (scene->action && !find (GTK_WIDGET (window), activates, scene))
    g_error ("%s: nothing takes %s", scene->name, scene->action);
  if (scene->open)
    {
      pictures_wait (150);
      scene->open (window, record);
    }
}
