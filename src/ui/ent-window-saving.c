/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-file-names.h"
#include "ui/ent-recents.h"

static const char *
get_banner_words (EntProjectFile *file, const char **button)
{
  const char *problem = ent_project_file_get_problem (file);

  switch (ent_project_file_get_state (file))
    {
    case ENT_SAVE_STATE_FAILED:
      *button = _("Save Elsewhere…");
      return problem != NULL ? problem : _("The project cannot be written to its file.");
    case ENT_SAVE_STATE_CHANGED_OUTSIDE:
      *button = _("Choose…");
      return problem != NULL ? problem : _("The file was changed outside Entente.");
    case ENT_SAVE_STATE_SAVED:
    case ENT_SAVE_STATE_UNSAVED:
    case ENT_SAVE_STATE_SAVING:
    default:
      return NULL;
    }
}

void
ent_window_update_banner (EntWindow *self)
{
  const char *button = NULL;
  const char *words;

  /* A file that is being saved outlives its window. */
  if (!self->banner)
    return;

  words = get_banner_words (ent_session_get_file (self->session), &button);
  if (words != NULL)
    {
      adw_banner_set_title (self->banner, words);
      adw_banner_set_button_label (self->banner, button);
    }
  adw_banner_set_revealed (self->banner, words != NULL);
}

static void
choice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EntProjectFile *file = self->session != NULL ? ent_session_get_file (self->session) : NULL;

  if (file == NULL)
    return;

  if (g_str_equal (response, "mine"))
    ent_project_file_keep_mine (file, &error);
  else if (g_str_equal (response, "theirs"))
    ent_project_file_take_theirs (file, &error);
  ent_session_report (self->session, error);
}

static void
ask_whose (EntWindow *self)
{
  AdwDialog *dialog
      = adw_alert_dialog_new (_("Changed Outside Entente"),
                              _("Another program wrote the project’s file after it was opened "
                                "here. Keep what you see here and write over the file, or take "
                                "what the file holds now and drop the edits made here?"));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "later", _("_Later"), "theirs", _("_Take the Other"),
                                  "mine", _("_Keep Mine"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "theirs", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "mine", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "later");
  adw_alert_dialog_set_close_response (alert, "later");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, choice_cb, g_object_ref (self));
}

static void
ask_file (EntWindow *self, const char *title, GAsyncReadyCallback callback)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = ent_file_new_project_filters ();
  GFile *file = ent_project_file_get_file (ent_session_get_file (self->session));
  g_autofree char *stem = ent_file_dup_stem (file);
  /* Translators: proposed name of a copy; %s is the name of the project's file. */
  g_autofree char *copy = g_strdup_printf (_("%s (copy)"), stem);
  g_autofree char *name = g_strconcat (copy, ENT_PROJECT_SUFFIX, NULL);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, callback, g_object_ref (self));
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *sentence = NULL;
  g_autofree char *path = NULL;

  if (self->session == NULL)
    return;
  if (file == NULL
      || !ent_project_file_save_copy (ent_session_get_file (self->session), file, &error))
    {
      ent_session_report (self->session, error);
      return;
    }

  path = ent_file_dup_shown_path (file);
  sentence = g_strdup_printf (_("Copy saved as %s"), path);
  ent_window_show_sentence (self, sentence);
}

static void
elsewhere_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->session == NULL)
    return;
  if (file != NULL
      && ent_project_file_save_as (ent_session_get_file (self->session), file, &error))
    ent_recents_add (file);
  ent_session_report (self->session, error);
}

/* Asks for another file, writes the project there and goes on with that one. */
static void
save_elsewhere (EntWindow *self)
{
  ask_file (self, _("Save Elsewhere"), elsewhere_chosen_cb);
}

void
ent_window_answer_banner (EntWindow *self)
{
  EntSaveState state = ent_project_file_get_state (ent_session_get_file (self->session));

  if (state == ENT_SAVE_STATE_CHANGED_OUTSIDE)
    ask_whose (self);
  else
    save_elsewhere (self);
}

/* Asks where, and writes a copy of the project there. */
void
ent_window_save_copy (EntWindow *self)
{
  ask_file (self, _("Save a Copy"), copy_chosen_cb);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* What went wrong is a state of the file, which banner and header show. */
  ent_project_file_publish_finish (ENT_PROJECT_FILE (source), result, NULL);
}

/* Has the file take now what waits for the next autosave. */
void
ent_window_publish (EntWindow *self)
{
  EntProjectFile *file = ent_session_get_file (self->session);

  if (ent_project_file_get_state (file) != ENT_SAVE_STATE_SAVED)
    ent_project_file_publish_async (file, NULL, published_cb, NULL);
}

static void
close_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "elsewhere"))
    save_elsewhere (self);
  else if (g_str_equal (response, "close"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_close (EntWindow *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Not Saved"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      _("%s\n\nYour edits are safe on this computer, and Entente offers them when it starts."),
      error->message);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "close", _("Close _Anyway"),
                                  "elsewhere", _("_Save Elsewhere…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "elsewhere", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "elsewhere");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, close_answer_cb, g_object_ref (self));
}

/* Publishes what is left and gives the project up; FALSE, with a question to the officer,
 * when the file does not take it. */
gboolean
ent_window_close_file (EntWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (ent_project_file_publish (ent_session_get_file (self->session), &error))
    return TRUE;

  ask_close (self, error);
  return FALSE;
}
