/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-accels.h"
#include "ui/ent-export-dialog.h"
#include "ui/ent-history-dialog.h"
#include "ui/ent-search-dialog.h"
#include "ui/widgets/ent-place-view.h"

/* Actions that need a project. */
static const char *const project_actions[] = {
  "save",
  "save-copy",
  "export-report",
  "export-report-of",
  "export-report-to",
  "export-paper",
  "export-paper-to",
  "search",
  "search-project",
  "new-agreement",
  "new-here",
  "switch-form",
  "quick-note",
  "toggle-sidebar",
  "show-place",
  "show-timeline",
  "history",
  "history-of",
  "import-agreement",
  "import-agreement-from",
  "paste-agreement",
  "read-document",
};

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_session_undo (self->session);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_session_redo (self->session);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_publish (user_data);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_save_copy (user_data);
}

static void
export_report_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  adw_dialog_present (ent_export_dialog_new (self->session), GTK_WIDGET (self));
}

static void
export_report_of_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  const char *lang;
  int year;

  g_variant_get (parameter, "(i&s)", &year, &lang);
  ent_window_ask_report (self, year, lang);
}

/* For programs that drive this one: the file is named, so no dialog asks for it. */
static void
export_report_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  g_autoptr (GFile) file = NULL;
  const char *lang, *path;
  int year;

  g_variant_get (parameter, "(i&s&s)", &year, &lang, &path);
  file = g_file_new_for_path (path);
  ent_window_write_report (self, year, lang, file);
}

/* As the one above: the file is named. */
static void
import_table_from_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *type, *path;

  g_variant_get (parameter, "(&s&s)", &type, &path);
  ent_window_import_file (user_data, type, path);
}

static void
import_agreement_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_ask_agreement (user_data);
}

static void
paste_agreement_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_paste_agreement (user_data);
}

/* As the one of tables: the file is named. */
static void
import_agreement_from_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  ent_window_review_file (user_data, file);
}

static void
read_document_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_review_document (user_data, g_variant_get_int64 (parameter));
}

static void
export_paper_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name, *ending;
  gint64 id;

  g_variant_get (parameter, "(&s&sx)", &name, &ending, &id);
  ent_window_export_paper (user_data, name, ending, id, NULL);
}

/* As the one of the report: the file is named. */
static void
export_paper_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;
  const char *name, *ending, *path;
  gint64 id;

  g_variant_get (parameter, "(&s&sx&s)", &name, &ending, &id, &path);
  file = g_file_new_for_path (path);
  ent_window_export_paper (user_data, name, ending, id, file);
}

/* The view of the place in sight or, where that cannot do it, of the first place that can. */
static EntPlaceView *
show_able (EntWindow *self, gboolean (*can) (EntPlaceView *view))
{
  const EntUiPlace *visible = ent_window_get_visible_place (self);
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i <= n_places; i++)
    {
      const EntUiPlace *place = i == 0 ? visible : &places[i - 1];
      GtkWidget *view = place ? ent_window_get_place (self, place->name) : NULL;

      if (!ENT_IS_PLACE_VIEW (view) || !can (ENT_PLACE_VIEW (view)))
        continue;
      ent_window_show_place (self, place->name);
      return ENT_PLACE_VIEW (view);
    }

  return NULL;
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntPlaceView *view = show_able (user_data, ent_place_view_can_search);

  if (view)
    ent_place_view_search (view);
}

static void
search_project_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  adw_dialog_present (ent_search_dialog_new (self->session, self->page_reader), GTK_WIDGET (self));
}

/* From a strip on a page to the lane of its record. */
static void
show_timeline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_window_show_place (self, "timeline");
  ent_place_view_show (ENT_PLACE_VIEW (ent_window_get_place (self, "timeline")),
                       g_variant_get_int64 (parameter));
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_history_dialog_present (GTK_WIDGET (self), self->session, ENT_ID_NONE);
}

static void
history_of_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  ent_history_dialog_present (GTK_WIDGET (self), self->session, g_variant_get_int64 (parameter));
}

static gboolean
set (EntAction *action,
     const EntTable *table,
     EntId id,
     const char *column,
     const char *typed,
     GError **error)
{
  return ent_action_set (action, id, ent_table_find_column (table, column), typed, error);
}

/* An agreement of which the officer's own city is a party: the rest is typed on its page. */
static EntId
add_agreement (EntWindow *self, GError **error)
{
  EntId home = ent_project_get_home (ent_session_get_project (self->session));
  g_autofree char *kind = g_strconcat (ENT_ARGUMENT_WORD, ent_agreement_table.label, NULL);
  g_autoptr (EntAction)
      action = ent_store_begin (ent_session_get_store (self->session), N_ ("Add “%s”"), kind, NULL);
  EntId id = ent_action_add (action, &ent_agreement_table, ENT_ID_NONE, error);

  if (id == ENT_ID_NONE || !set (action, &ent_agreement_table, id, "kind", "protocol", error)
      || !set (action, &ent_agreement_table, id, "title", _("New Agreement"), error))
    return ENT_ID_NONE;

  if (home != ENT_ID_NONE)
    {
      g_autofree char *owner = ent_id_to_string (id);
      g_autofree char *city = ent_id_to_string (home);
      EntId party = ent_action_add (action, &ent_party_table, ENT_ID_NONE, error);

      if (party == ENT_ID_NONE || !set (action, &ent_party_table, party, "agreement", owner, error)
          || !set (action, &ent_party_table, party, "organisation", city, error)
          || !set (action, &ent_party_table, party, "tier", "party", error))
        return ENT_ID_NONE;
    }

  return ent_action_commit (action, error) ? id : ENT_ID_NONE;
}

static void
new_agreement_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  EntId id = add_agreement (self, &error);

  if (id != ENT_ID_NONE)
    ent_session_show (self->session, id);
  else
    ent_session_report (self->session, error);
}

static void
switch_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  const EntUiPlace *place = ent_window_get_visible_place (self);

  if (place && place->form_action)
    gtk_widget_activate_action (ent_window_get_place (self, place->name), place->form_action, NULL);
}

/* What is made is of the place that is shown; where a place has nothing of its own, an
 * agreement. */
static void
new_here_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  const EntUiPlace *place = ent_window_get_visible_place (self);

  if (place && place->new_action)
    gtk_widget_activate_action (ent_window_get_place (self, place->name), place->new_action, NULL);
  else
    new_agreement_cb (action, parameter, user_data);
}

static void
quick_note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntPlaceView *view = show_able (user_data, ent_place_view_can_note);

  if (view)
    ent_place_view_note (view);
}

static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  gboolean is_narrow = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self))
                       != NULL;

  if (is_narrow)
    adw_navigation_split_view_set_show_content (
        self->split, !adw_navigation_split_view_get_show_content (self->split));
  else
    adw_navigation_split_view_set_collapsed (
        self->split, !adw_navigation_split_view_get_collapsed (self->split));
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_window_show_place (user_data, g_variant_get_string (parameter, NULL));
}

static void
open_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;

  if (self->session == NULL)
    {
      gtk_menu_button_popup (self->welcome_menu_button);
      return;
    }

  if (adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    ent_window_show_sentence (
        self, _("The help cannot be shown: no program on this computer opens help pages."));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntWindow *self = user_data;
  const EntUiPlace *place = ent_window_get_visible_place (self);
  g_autofree char *uri = g_strconcat ("help:entente", place != NULL ? "/" : NULL,
                                      place != NULL ? place->help : NULL, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (self), NULL, help_shown_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-copy", .activate = save_copy_cb },
  { .name = "export-report", .activate = export_report_cb },
  { .name = "export-report-of", .activate = export_report_of_cb, .parameter_type = "(is)" },
  { .name = "export-report-to", .activate = export_report_to_cb, .parameter_type = "(iss)" },
  { .name = "import-table-from", .activate = import_table_from_cb, .parameter_type = "(ss)" },
  { .name = "import-agreement", .activate = import_agreement_cb },
  { .name = "import-agreement-from", .activate = import_agreement_from_cb, .parameter_type = "s" },
  { .name = "paste-agreement", .activate = paste_agreement_cb },
  { .name = "read-document", .activate = read_document_cb, .parameter_type = "x" },
  { .name = "export-paper", .activate = export_paper_cb, .parameter_type = "(ssx)" },
  { .name = "export-paper-to", .activate = export_paper_to_cb, .parameter_type = "(ssxs)" },
  { .name = "search", .activate = search_cb },
  { .name = "show-timeline", .activate = show_timeline_cb, .parameter_type = "x" },
  { .name = "search-project", .activate = search_project_cb },
  { .name = "history", .activate = history_cb },
  { .name = "history-of", .activate = history_of_cb, .parameter_type = "x" },
  { .name = "new-agreement", .activate = new_agreement_cb },
  { .name = "quick-note", .activate = quick_note_cb },
  { .name = "new-here", .activate = new_here_cb },
  { .name = "switch-form", .activate = switch_form_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "show-place", .activate = show_place_cb, .parameter_type = "s" },
  { .name = "open-menu", .activate = open_menu_cb },
  { .name = "help", .activate = help_cb },
};

static void
enable (EntWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
ent_window_add_actions (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ent_accels_install_field_first (GTK_WIDGET (self));
  ent_window_accept_agreements (self);
}

/* The one place that says which actions can be done now. */
void
ent_window_update_actions (EntWindow *self)
{
  gboolean has_project = self->session != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (project_actions); i++)
    enable (self, project_actions[i], has_project);

  enable (self, "undo", has_project && ent_session_get_undo_label (self->session) != NULL);
  enable (self, "redo", has_project && ent_session_get_redo_label (self->session) != NULL);
}
