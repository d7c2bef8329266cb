/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-application-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/ent-data.h"
#include "ui/ent-about.h"
#include "ui/ent-file-names.h"
#include "ui/ent-preferences-dialog.h"

#define SAMPLE "namur-2024.entente"
#define SHORTCUTS "/io/github/entente/Entente/ui/shortcuts.ui"

static GtkWindow *
get_parent (EntApplication *self)
{
  EntWindow *window = ent_application_get_window (self);

  return window != NULL ? GTK_WINDOW (window) : NULL;
}

/* The file that was chosen, NULL when none was; a dialog that could not be shown says why. */
static GFile *
finish_dialog (EntApplication *self, GFile *file, GError *error)
{
  g_autoptr (GError) taken = error;
  EntWindow *window = ent_application_get_window (self);

  if (taken != NULL && window != NULL
      && !g_error_matches (taken, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (taken, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    ent_window_show_sentence (window, taken->message);

  return file;
}

static GFile *
finish_save (EntApplication *self, GObject *dialog, GAsyncResult *result)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  return finish_dialog (self, file, error);
}

static GFile *
finish_open (EntApplication *self, GObject *dialog, GAsyncResult *result)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  return finish_dialog (self, file, error);
}

static void
create_project (EntApplication *self, GFile *file, const char *template_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntProjectFile) project
      = template_path != NULL ? ent_project_file_create_from (file, template_path, &error)
                              : ent_project_file_create (file, &error);

  if (project != NULL)
    ent_application_show_file (self, project);
  else
    ent_application_show_refusal (self, file, error);
}

static void
new_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntApplication) self = user_data;
  g_autoptr (GFile) file = finish_save (self, source, result);

  g_autoptr (GFile) named = file != NULL ? ent_file_with_suffix (file, ENT_PROJECT_SUFFIX) : NULL;

  if (named != NULL)
    create_project (self, named, NULL);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = ent_file_new_project_filters ();
  g_autofree char *name = g_strconcat (_("International Relations"), ENT_PROJECT_SUFFIX, NULL);

  gtk_file_dialog_set_title (dialog, _("New Project"));
  gtk_file_dialog_set_accept_label (dialog, _("_Create"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, get_parent (self), NULL, new_chosen_cb, g_object_ref (self));
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntApplication) self = user_data;
  g_autoptr (GFile) file = finish_open (self, source, result);

  if (file != NULL)
    ent_application_open_file (self, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = ent_file_new_project_filters ();

  gtk_file_dialog_set_title (dialog, _("Open Project"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, get_parent (self), NULL, open_chosen_cb, g_object_ref (self));
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ent_application_open_file (user_data, file);
}

/* Edits that never reached their file. */
static void
resume_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *directory = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) place = g_file_new_for_path (directory);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntProjectFile) project = ent_project_file_resume (directory, &error);

  if (project != NULL)
    ent_application_show_file (user_data, project);
  else
    ent_application_show_refusal (user_data, place, error);
}

static void
sample_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntApplication) self = user_data;
  g_autoptr (GFile) file = finish_save (self, source, result);
  g_autofree char *sample = ent_data_path (SAMPLE, NULL);

  if (file != NULL && sample != NULL)
    create_project (self, file, sample);
}

static gboolean
can_write (const char *folder)
{
  return folder != NULL && g_access (folder, W_OK | X_OK) == 0;
}

/* A copy, so that the officer can try everything: in the documents, and where these cannot be
 * written (in a sandbox, for one) where the officer says. */
static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntApplication *self = user_data;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  const char *folder = documents != NULL ? documents : g_get_home_dir ();
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFile) file = ent_file_get_free (place, "Namur 2024", ENT_PROJECT_SUFFIX);
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = ent_data_path (SAMPLE, &error);
  g_autoptr (GtkFileDialog) dialog = NULL;

  if (sample == NULL)
    {
      ent_application_show_refusal (self, file, error);
      return;
    }
  if (can_write (folder))
    {
      create_project (self, file, sample);
      return;
    }

  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _("Save Sample Project"));
  gtk_file_dialog_set_initial_name (dialog, "Namur 2024" ENT_PROJECT_SUFFIX);
  gtk_file_dialog_save (dialog, get_parent (self), NULL, sample_chosen_cb, g_object_ref (self));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = get_parent (user_data);
  EntSession *session
      = parent && ENT_IS_WINDOW (parent) ? ent_window_get_session (ENT_WINDOW (parent)) : NULL;

  adw_dialog_present (ADW_DIALOG (ent_preferences_dialog_new (session)), GTK_WIDGET (parent));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ent_about_dialog_new (), GTK_WIDGET (get_parent (user_data)));
}

/* libadwaita has a dialog for this from 1.8 on; until the program may ask for that version it
 * is GTK's window, which is described in XML alone so that no deprecated call is compiled. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = get_parent (user_data);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window first gives its project up; one that cannot stays and says why. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "resume", .activate = resume_cb, .parameter_type = "s" },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

void
ent_application_add_actions (EntApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
