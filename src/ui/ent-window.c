/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/ent-page.h"
#include "ui/ent-file-names.h"
#include "ui/ent-settings.h"
#include "ui/ent-welcome-page.h"
#include "ui/views/saved/ent-saved-view.h"
#include "ui/widgets/ent-place-view.h"

#define SENTENCE_SECONDS 8

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntWindow, ent_window, ADW_TYPE_APPLICATION_WINDOW)

static const EntUiPlace *
find_place (const char *name)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];

  return NULL;
}

static void
row_activated_cb (EntWindow *self, GtkListBoxRow *row)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);
  int index = gtk_list_box_row_get_index (row);

  if (index >= 0 && index < (int) n_places)
    ent_window_show_place (self, places[index].name);
}

/* In a wide window the sidebar is put away by collapsing the split view (F9); going back
 * from the content then brings it back beside the content, not instead of it. */
static void
show_content_cb (EntWindow *self)
{
  gboolean is_wide = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self))
                     == NULL;

  if (is_wide && adw_navigation_split_view_get_collapsed (self->split)
      && !adw_navigation_split_view_get_show_content (self->split))
    adw_navigation_split_view_set_collapsed (self->split, FALSE);
}

static void
banner_clicked_cb (EntWindow *self)
{
  ent_window_answer_banner (self);
}

static void
update_title (EntWindow *self)
{
  EntProject *project = ent_session_get_project (self->session);
  GFile *file = ent_project_file_get_file (ent_session_get_file (self->session));
  g_autofree char *stem = ent_file_dup_stem (file);
  g_autofree char *path = ent_file_dup_shown_path (file);
  const char *title = ent_project_get_setting (project, ENT_SETTING_TITLE);

  if (title == NULL || *title == '\0')
    title = stem;
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, path);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), path);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Titles of records may hold underscores, which are no mnemonics. */
static char *
escape_mnemonics (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

/* When the menu opens: the acts change with every letter that is kept. */
static void
update_undo_section (EntWindow *self)
{
  const char *undo = self->session ? ent_session_get_undo_label (self->session) : NULL;
  const char *redo = self->session ? ent_session_get_redo_label (self->session) : NULL;
  struct
  {
    const char *label;
    const char *action;
    const char *accel;
  } rows[] = {
    { undo != NULL ? undo : _("Undo"), "win.undo", "<Control>z" },
      { redo != NULL ? redo : _("Redo"), "win.redo", "<Shift><Control>z" },
    };

  g_menu_remove_all (self->undo_section);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, rows[i].action);
      g_autofree char *label = escape_mnemonics (rows[i].label);

      g_menu_item_set_label (item, label);
      /* Shown only: these two keys belong to the focused text field first. */
      g_menu_item_set_attribute (item, "accel", "s", rows[i].accel);
      g_menu_append_item (self->undo_section, item);
    }
}

static void
journal_changed_cb (EntWindow *self)
{
  g_clear_pointer (&self->undo_toast, adw_toast_dismiss);
  update_title (self);
}

static void
labels_changed_cb (EntWindow *self)
{
  ent_window_update_actions (self);
}

static void
problem_cb (EntSession *session, const char *sentence, EntWindow *self)
{
  ent_window_show_sentence (self, sentence);
}

static void
toast_dismissed_cb (AdwToast *toast, EntWindow *self)
{
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

static AdwToast *
create_toast (const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, SENTENCE_SECONDS);
  return toast;
}

static void
deleted_cb (EntSession *session, const char *sentence, EntWindow *self)
{
  AdwToast *toast = create_toast (sentence);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  self->undo_toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_noticed_cb (AdwToast *toast, EntSession *session)
{
  const EntId *id = g_object_get_data (G_OBJECT (toast), "record");

  ent_session_show (session, *id);
}

static void
notice_cb (EntSession *session, const char *sentence, gint64 id, EntWindow *self)
{
  AdwToast *toast = create_toast (sentence);

  if (id != ENT_ID_NONE)
    {
      adw_toast_set_button_label (toast, _("Show"));
      g_object_set_data_full (G_OBJECT (toast), "record", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_noticed_cb), session, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The place where a record has its page, and its view. */
static const EntUiPlace *
find_place_of (EntWindow *self, EntId id, GtkWidget **view)
{
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *record = ent_project_get (project, id);
  EntRecord *page = record ? ent_record_find_page (record, project) : NULL;
  const EntUiPlace *place = page ? ent_places_find (ent_record_get_table (page)) : NULL;

  *view = place ? ent_window_get_place (self, place->name) : NULL;

  return *view ? place : NULL;
}

static void
show_record_cb (EntSession *session, gint64 id, EntWindow *self)
{
  GtkWidget *view;
  const EntUiPlace *place = find_place_of (self, id, &view);

  if (!place)
    return;
  if (ENT_IS_PLACE_VIEW (view))
    ent_place_view_show (ENT_PLACE_VIEW (view), id);
  ent_window_show_place (self, place->name);
}

/* The documents are read no more: their store is about to be closed. */
static void
drop_page_reader (EntWindow *self)
{
  if (self->page_reader != NULL)
    ent_page_reader_stop (self->page_reader);
  g_clear_object (&self->page_reader);
}

/* Views made in another language or for another project are made anew when shown. */
static void
remove_views (EntWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_stack_remove (self->places, child);
}

static void
content_language_changed_cb (EntWindow *self)
{
  g_autofree char *place = NULL;

  if (self->session == NULL)
    return;
  place = g_strdup (gtk_stack_get_visible_child_name (self->places));
  remove_views (self);
  ent_window_show_place (self, place);
}

static void
is_active_cb (EntWindow *self)
{
  if (self->session == NULL)
    return;

  if (gtk_window_is_active (GTK_WINDOW (self)))
    ent_session_check_day (self->session);
  else
    ent_window_publish (self);
}

static void
load_geometry (EntWindow *self)
{
  GSettings *settings = ent_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_geometry (EntWindow *self)
{
  GSettings *settings = ent_settings_get ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
ent_window_close_request (GtkWindow *window)
{
  EntWindow *self = ENT_WINDOW (window);

  /* A row being edited commits when it loses the focus. */
  gtk_window_set_focus (window, NULL);
  save_geometry (self);
  if (self->session != NULL && !self->closing && !ent_window_close_file (self))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (ent_window_parent_class)->close_request (window);
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  g_clear_handle_id (&self->count_update, g_source_remove);
  g_clear_object (&self->paper_export);
  drop_page_reader (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (ent_session_get_file (self->session), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_WINDOW);
  /* Its edits have been published, or stay in the working copy: see close_request (). */
  if (self->session != NULL)
    ent_project_file_close (ent_session_get_file (self->session), NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static void
ent_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntWindow *self = ENT_WINDOW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_window_class_init (EntWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_window_dispose;
  object_class->get_property = ent_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = ent_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, root);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, split);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, places);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, tiny);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, welcome_menu_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static void
ent_window_init (EntWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ent_window_add_actions (self);
  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);
  gtk_menu_button_set_menu_model (self->welcome_menu_button, self->primary_menu);
  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (update_undo_section),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_settings_get (), "changed::content-language",
                           G_CALLBACK (content_language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (ent_window_update_headers),
                    NULL);
  load_geometry (self);
  ent_window_update_actions (self);
}

static void
unsaved_clicked_cb (AdwToast *toast, EntWindow *self)
{
  const char *directory = g_object_get_data (G_OBJECT (toast), "directory");

  gtk_widget_activate_action (GTK_WIDGET (self), "app.resume", "s", directory);
}

/**
 * ent_window_offer_unsaved:
 * @self: a window with a project
 *
 * Tells of the edits of another project that never reached its file.
 */
void
ent_window_offer_unsaved (EntWindow *self)
{
  g_autoptr (GPtrArray) unsaved = ent_project_file_list_unsaved ();
  GFile *own = ent_project_file_get_file (ent_session_get_file (self->session));

  for (guint i = 0; i < unsaved->len; i++)
    {
      const EntUnsaved *copy = g_ptr_array_index (unsaved, i);
      g_autoptr (GFile) file = g_file_new_for_uri (copy->uri);
      g_autofree char *title = ent_file_dup_stem (file);
      g_autofree char *sentence = NULL;
      AdwToast *toast;

      if (g_file_equal (file, own))
        continue;
      sentence = g_strdup_printf (_("Edits of “%s” have not reached its file"), title);
      toast = adw_toast_new (sentence);
      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_set_button_label (toast, _("Open"));
      adw_toast_set_timeout (toast, 0);
      g_object_set_data_full (G_OBJECT (toast), "directory", g_strdup (copy->directory), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (unsaved_clicked_cb), self, 0);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
}

/* The welcome page asks the disk for recent files and unsaved copies: only made when seen. */
static void
map_cb (EntWindow *self)
{
  if (self->session == NULL && adw_bin_get_child (self->welcome) == NULL)
    adw_bin_set_child (self->welcome, g_object_new (ENT_TYPE_WELCOME_PAGE, NULL));
}

/**
 * ent_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a project
 */
EntWindow *
ent_window_new (AdwApplication *application)
{
  EntWindow *self = g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);

  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);

  return self;
}

/**
 * ent_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the session on its project, %NULL on the welcome page
 */
EntSession *
ent_window_get_session (EntWindow *self)
{
  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);

  return self->session;
}

/* The file came back with another content: everything made from the old one goes. */
static void
store_changed_cb (EntWindow *self)
{
  g_autoptr (EntProjectFile) file = g_object_ref (ent_session_get_file (self->session));

  g_signal_handlers_disconnect_by_data (file, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  remove_views (self);
  g_clear_handle_id (&self->count_update, g_source_remove);
  g_clear_object (&self->paper_export);
  drop_page_reader (self);
  g_clear_object (&self->session);
  ent_window_set_file (self, file);
}

static void
connect_session (EntWindow *self)
{
  EntProjectFile *file = ent_session_get_file (self->session);

  g_signal_connect_object (self->session, "problem", G_CALLBACK (problem_cb), self, 0);
  g_signal_connect_object (self->session, "deleted", G_CALLBACK (deleted_cb), self, 0);
  g_signal_connect_object (self->session, "notice", G_CALLBACK (notice_cb), self, 0);
  g_signal_connect_object (self->session, "show-record", G_CALLBACK (show_record_cb), self, 0);
  g_signal_connect_object (self->session, "show-page", G_CALLBACK (ent_window_show_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "read", G_CALLBACK (ent_window_read), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "import", G_CALLBACK (ent_window_import_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::undo-label", G_CALLBACK (labels_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-label", G_CALLBACK (labels_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_session_get_store (self->session), "journal-changed",
                           G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::state", G_CALLBACK (ent_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::problem", G_CALLBACK (ent_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::file", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::store", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_window_set_file:
 * @self: a window
 * @file: (transfer none): an open project
 *
 * Shows a project at the place that was open last.
 */
void
ent_window_set_file (EntWindow *self, EntProjectFile *file)
{
  g_autofree char *place = g_settings_get_string (ent_settings_get (), "last-place");

  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (ENT_IS_PROJECT_FILE (file));
  g_return_if_fail (self->session == NULL);

  self->session = ent_session_new (file);
  self->paper_export = ent_paper_export_new (self->session, self->toasts);
  self->page_reader = ent_page_reader_new (ent_session_get_store (self->session));
  ent_page_reader_start (self->page_reader);
  ent_store_update_index_aside (ent_session_get_store (self->session));
  connect_session (self);
  ent_window_fill_sidebar (self);
  update_title (self);
  labels_changed_cb (self);
  ent_window_update_banner (self);
  ent_window_show_place (self, place);
  gtk_stack_set_visible_child_name (self->root, "project");
  adw_bin_set_child (self->welcome, NULL);
  ent_project_file_set_autosave (file, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * ent_window_get_place:
 * @self: a window with a project
 * @name: name of a place
 *
 * Returns: (transfer none) (nullable): the view of that place, made when first asked for
 */
GtkWidget *
ent_window_get_place (EntWindow *self, const char *name)
{
  const EntUiPlace *place = find_place (name);
  GtkWidget *view;

  g_return_val_if_fail (ENT_IS_WINDOW (self), NULL);
  g_return_val_if_fail (self->session != NULL, NULL);

  if (place == NULL)
    return NULL;
  view = gtk_stack_get_child_by_name (self->places, name);
  if (view == NULL)
    {
      view = place->saved ? ent_saved_view_new (self->session, place->list)
                          : place->create (self->session);
      gtk_stack_add_named (self->places, view, name);
    }

  return view;
}

/* The place that is open, NULL on the welcome page. */
const EntUiPlace *
ent_window_get_visible_place (EntWindow *self)
{
  return find_place (gtk_stack_get_visible_child_name (self->places));
}

/**
 * ent_window_show_place:
 * @self: a window with a project
 * @name: (nullable): name of a place; the first one where it is unknown
 *
 * Goes to a place of the sidebar.
 */
void
ent_window_show_place (EntWindow *self, const char *name)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);
  const EntUiPlace *place = find_place (name);

  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);

  if (place == NULL)
    place = &places[0];
  gtk_stack_set_visible_child (self->places, ent_window_get_place (self, place->name));
  ent_window_update_headers (self);
  adw_navigation_page_set_title (self->content_page, _(place->title));
  gtk_list_box_select_row (self->sidebar_list, gtk_list_box_get_row_at_index (
                                                   self->sidebar_list, (int) (place - places)));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  g_settings_set_string (ent_settings_get (), "last-place", place->name);
  ent_window_update_actions (self);
}

/**
 * ent_window_show_sentence:
 * @self: a window
 * @sentence: what happened
 *
 * Shows a sentence for a while at the foot of the window.
 */
void
ent_window_show_sentence (EntWindow *self, const char *sentence)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, create_toast (sentence));
}
