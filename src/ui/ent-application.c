/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-application-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "ui/ent-accels.h"
#include "ui/ent-file-names.h"
#include "ui/ent-recents.h"
#include "ui/ent-settings.h"

#define APPLICATION_ID "io.github.entente.Entente"
#define RESOURCE_PATH "/io/github/entente/Entente"

struct _EntApplication
{
  AdwApplication parent_instance;

  gboolean exit_after_startup;
  guint tidying;
};

/* Time for the first window to be on show. */
#define TIDY_SECONDS 1

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL },
};

static EntWindow *
find_window (EntApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      EntSession *session
          = ENT_IS_WINDOW (l->data) ? ent_window_get_session (ENT_WINDOW (l->data)) : NULL;

      if (session != NULL
          && g_file_equal (ent_project_file_get_file (ent_session_get_file (session)), file))
        return ENT_WINDOW (l->data);
    }

  return NULL;
}

/* The window that is open without a project, else a new one. */
static EntWindow *
get_empty_window (EntApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data) && ent_window_get_session (ENT_WINDOW (l->data)) == NULL)
      return ENT_WINDOW (l->data);

  return ent_window_new (ADW_APPLICATION (self));
}

static gboolean
quit_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
present (EntApplication *self, EntWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (self->exit_after_startup)
    g_idle_add_full (G_PRIORITY_LOW, quit_cb, self, NULL);
}

/* Once in a run, when the officer has what was asked for: working copies that nobody needs go,
 * and those with edits that their file never got are offered. */
static gboolean
tidy_cb (gpointer user_data)
{
  EntApplication *self = user_data;
  EntWindow *window = ent_application_get_window (self);

  self->tidying = 0;
  ent_project_file_remove_stale ();
  if (window != NULL && ent_window_get_session (window) != NULL)
    ent_window_offer_unsaved (window);

  return G_SOURCE_REMOVE;
}

static void
apply_color_scheme (void)
{
  g_autofree char *choice = g_settings_get_string (ent_settings_get (), "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (choice, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (choice, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
ent_application_startup (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);

  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  ent_application_add_actions (self);
  ent_accels_install (GTK_APPLICATION (self));
  g_signal_connect_object (ent_settings_get (), "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), self, G_CONNECT_DEFAULT);
  apply_color_scheme ();
  self->tidying = g_timeout_add_seconds (TIDY_SECONDS, tidy_cb, self);
}

static void
ent_application_shutdown (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);

  g_clear_handle_id (&self->tidying, g_source_remove);

  G_APPLICATION_CLASS (ent_application_parent_class)->shutdown (application);
}

static void
ent_application_activate (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);
  EntWindow *window = ent_application_get_window (self);

  present (self, window != NULL ? window : get_empty_window (self));
}

static void
ent_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    ent_application_open_file (ENT_APPLICATION (application), files[i]);
}

static int
ent_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  EntApplication *self = ENT_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Entente %s (GTK %d.%d.%d, libadwaita %d.%d.%d)\n", ENTENTE_VERSION,
               GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION, ADW_MAJOR_VERSION,
               ADW_MINOR_VERSION, ADW_MICRO_VERSION);
      return 0;
    }
  self->exit_after_startup = g_variant_dict_contains (dict, "exit-after-startup");

  return -1;
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ent_application_startup;
  application_class->shutdown = ent_application_shutdown;
  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
  application_class->handle_local_options = ent_application_handle_local_options;
}

static void
ent_application_init (EntApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self),
                                                     _("[PROJECT.entente…]"));
}

/**
 * ent_application_new:
 *
 * Returns: (transfer full): the application
 */
EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", RESOURCE_PATH, NULL);
}

/* The window the officer works in, NULL when there is none. */
EntWindow *
ent_application_get_window (EntApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  if (ENT_IS_WINDOW (active))
    return ENT_WINDOW (active);
  for (GList *l = windows; l != NULL; l = l->next)
    if (ENT_IS_WINDOW (l->data))
      return ENT_WINDOW (l->data);

  return NULL;
}

void
ent_application_show_file (EntApplication *self, EntProjectFile *file)
{
  EntWindow *window = get_empty_window (self);

  ent_recents_add (ent_project_file_get_file (file));
  ent_window_set_file (window, file);
  present (self, window);
}

void
ent_application_show_refusal (EntApplication *self, GFile *file, const GError *error)
{
  EntWindow *window = ent_application_get_window (self);
  g_autofree char *name = ent_file_dup_stem (file);
  AdwDialog *dialog = adw_alert_dialog_new (NULL, error->message);

  if (window == NULL)
    window = get_empty_window (self);
  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), _("“%s” Not Opened"), name);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  present (self, window);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/**
 * ent_application_open_file:
 * @self: the application
 * @file: a project file
 *
 * Shows a project in a window of its own, the one it has already where it is open.
 */
void
ent_application_open_file (EntApplication *self, GFile *file)
{
  EntWindow *window;
  g_autoptr (EntProjectFile) project = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ENT_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    {
      present (self, window);
      return;
    }

  project = ent_project_file_open (file, &error);
  if (project != NULL)
    ent_application_show_file (self, project);
  else
    ent_application_show_refusal (self, file, error);
}
