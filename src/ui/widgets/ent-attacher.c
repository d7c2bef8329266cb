/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-attacher.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-attach.h"

/* Work shorter than this is over before a word about it is read. */
#define PATIENCE_MS 1000
#define PROGRESS_MS 100

typedef struct
{
  GtkWidget *window; /* weak: without it nobody is left to be told */
  EntSession *session;
  EntStore *store; /* when it began */
  EntId record;
  GPtrArray *files;    /* GFile */
  GdkTexture *picture; /* in place of files */
  char *name;          /* of the picture */
  char *directory;
  GPtrArray *intakes;
  goffset *sizes; /* of the files */
  guint n_read;
  int permille; /* of the file being read, atomic */
  GCancellable *cancellable;
  guint patience;
  AdwDialog *progress; /* while it is shown */
  GtkWidget *bar;
} Job;

static void
stop_waiting (Job *job)
{
  g_clear_handle_id (&job->patience, g_source_remove);
  if (job->progress)
    adw_dialog_force_close (job->progress);
  g_clear_weak_pointer (&job->progress);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  stop_waiting (job);
  g_clear_weak_pointer (&job->window);
  g_clear_object (&job->session);
  g_clear_object (&job->store);
  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_clear_object (&job->picture);
  g_clear_pointer (&job->intakes, g_ptr_array_unref);
  g_clear_object (&job->cancellable);
  g_free (job->name);
  g_free (job->directory);
  g_free (job->sizes);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (GtkWidget *widget, EntSession *session, EntId record)
{
  Job *job = g_new0 (Job, 1);

  g_set_weak_pointer (&job->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  job->session = g_object_ref (session);
  job->store = g_object_ref (ent_session_get_store (session));
  job->record = record;
  job->directory = ent_store_dup_directory (job->store);
  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  job->intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_intake_free);
  job->cancellable = g_cancellable_new ();

  return job;
}

/* Whether window and project are still those of the beginning. */
static gboolean
is_wanted (Job *job)
{
  return job->window && ent_session_get_store (job->session) == job->store;
}

static void
cancel_cb (Job *job)
{
  g_cancellable_cancel (job->cancellable);
}

static gboolean
pulse_cb (gpointer user_data)
{
  Job *job = user_data;
  guint n_files = MAX (job->files->len, 1);
  double part = (double) g_atomic_int_get (&job->permille) / 1000;

  if (job->picture)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (job->bar));
  else
    gtk_progress_bar_set_fraction (
        GTK_PROGRESS_BAR (job->bar),
        MIN ((g_atomic_int_get ((int *) &job->n_read) + part) / n_files, 1));

  return G_SOURCE_CONTINUE;
}

static gboolean
show_progress_cb (gpointer user_data)
{
  Job *job = user_data;
  AdwDialog *dialog;

  job->patience = 0;
  if (!job->window)
    return G_SOURCE_REMOVE;

  dialog = adw_alert_dialog_new (_("Attaching…"), _("The file is being copied into the project."));
  job->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (job->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Attaching…"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), job->bar);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_swapped (dialog, "response::cancel", G_CALLBACK (cancel_cb), job);
  g_set_weak_pointer (&job->progress, dialog);
  adw_dialog_present (dialog, job->window);
  job->patience = g_timeout_add (PROGRESS_MS, pulse_cb, job);

  return G_SOURCE_REMOVE;
}

/* "12 May 2026" of the first time a file came. */
static char *
describe_known (Job *job, EntId document)
{
  const char *lang = ent_session_get_lang (job->session);
  g_autofree char *title = ent_project_dup_title (ent_session_get_project (job->session), document,
                                                  lang);
  int first = ent_store_get_first_day (job->store, document);
  g_autofree char *day = first ? ent_day_format (first, lang) : NULL;

  if (day)
    /* Translators: %1$s is a title, %2$s a day: “12 May 2026” */
    return g_strdup_printf (_("“%1$s”: identical to the file attached on %2$s"), title, day);

  return g_strdup_printf (_("“%s”: identical to a file of the project"), title);
}

static void
tell_attached (Job *job, GArray *done)
{
  const EntAttached *first = &g_array_index (done, EntAttached, 0);
  g_autofree char *sentence = NULL;
  guint n_known = 0;

  for (guint i = 0; i < done->len; i++)
    n_known += g_array_index (done, EntAttached, i).known ? 1 : 0;

  if (done->len == 1 && n_known == 1)
    sentence = describe_known (job, first->document);
  else if (done->len == 1)
    {
      g_autofree char *title = ent_project_dup_title (ent_session_get_project (job->session),
                                                      first->document,
                                                      ent_session_get_lang (job->session));

      sentence = g_strdup_printf (_("“%s” Attached"), title);
    }
  else if (n_known > 0)
    /* Translators: of several files, how many the project had already */
    sentence = g_strdup_printf (
        ngettext ("%1$u Files Attached, %2$u of Them Already in the Project",
                  "%1$u Files Attached, %2$u of Them Already in the Project", n_known),
        done->len, n_known);
  else
    sentence = g_strdup_printf (ngettext ("%u File Attached", "%u Files Attached", done->len),
                                done->len);

  ent_session_tell (job->session, sentence, first->document);
}

/* A file for a document that is there. */
static void
set_file (Job *job)
{
  g_autoptr (GError) error = NULL;

  if (!ent_store_set_file (job->store, job->record, g_ptr_array_index (job->intakes, 0), &error))
    ent_session_report (job->session, error);
}

static gboolean
is_document (Job *job)
{
  EntRecord *record = job->record
                          ? ent_project_get (ent_session_get_project (job->session), job->record)
                          : NULL;

  return record && ENT_IS_DOCUMENT (record);
}

static void
put_into_project (Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) done = NULL;

  if (is_document (job))
    {
      set_file (job);
      return;
    }

  /* Deleted meanwhile: then the files are documents of their own. */
  if (!ent_project_get (ent_session_get_project (job->session), job->record))
    job->record = ENT_ID_NONE;
  done = ent_store_attach (job->store, job->intakes, job->record, NULL, &error);
  if (done)
    tell_attached (job, done);
  else
    ent_session_report (job->session, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  stop_waiting (job);
  if (!is_wanted (job))
    return;
  if (done)
    put_into_project (job);
  else
    ent_session_report (job->session, error);
}

static EntIntake *
read_picture (Job *job, GError **error)
{
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (job->picture);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);

  return ent_intake_read_stream (stream, job->name, job->directory, NULL, job->cancellable, error);
}

static void
read_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  guint n_items = job->picture ? 1 : job->files->len;

  for (guint i = 0; i < n_items; i++)
    {
      EntIntake *intake = job->picture
                              ? read_picture (job, &error)
                              : ent_intake_read (g_ptr_array_index (job->files, i), job->directory,
                                                 &job->permille, cancellable, &error);

      if (!intake)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (job->intakes, intake);
      g_atomic_int_set (&job->permille, 0);
      g_atomic_int_inc ((int *) &job->n_read);
    }

  g_task_return_boolean (task, TRUE);
}

static void
start_reading (Job *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, read_cb, job);

  g_task_set_source_tag (task, start_reading);
  /* The callback, which comes after the worker, owns it. */
  g_task_set_task_data (task, job, NULL);
  job->patience = g_timeout_add (PATIENCE_MS, show_progress_cb, job);
  g_task_run_in_thread (task, read_worker);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "attach") && is_wanted (job))
    start_reading (g_steal_pointer (&job));
}

static void
confirm (Job *job, guint index)
{
  g_autofree char *base = g_file_get_basename (g_ptr_array_index (job->files, index));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *size = g_format_size ((guint64) job->sizes[index]);
  /* Translators: a file's name and its size */
  g_autofree char *words = g_strdup_printf (
      _("“%1$s” has %2$s, which every copy of the project will carry. A film is "
                           "better attached as a link."),
        name, size);
  AdwDialog *dialog = adw_alert_dialog_new (_("Attach a Large File?"), words);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "attach", _("_Attach"), NULL);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, job->window, NULL, confirmed_cb, job);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  guint largest = 0;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (is_wanted (job))
        ent_session_report (job->session, error);
      return;
    }
  if (!is_wanted (job))
    return;

  for (guint i = 1; i < job->files->len; i++)
    if (job->sizes[i] > job->sizes[largest])
      largest = i;
  if (job->sizes[largest] > ENT_INTAKE_WARN_BYTES)
    confirm (g_steal_pointer (&job), largest);
  else
    start_reading (g_steal_pointer (&job));
}

static void
query_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  for (guint i = 0; i < job->files->len; i++)
    if (!ent_intake_query (g_ptr_array_index (job->files, i), &job->sizes[i], cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }

  g_task_return_boolean (task, TRUE);
}

/**
 * ent_attach_files:
 * @widget: a widget of the window
 * @session: the session
 * @record: what they are attached to: a document takes one as its own; %ENT_ID_NONE for documents
 *   that are attached to nothing yet
 * @files: (element-type GFile): the files
 *
 * Attaches all of them, as one undo step, or none: what cannot be attached is told by the
 * session's "problem", what was done by its "notice".
 */
void
ent_attach_files (GtkWidget *widget, EntSession *session, EntId record, GListModel *files)
{
  g_autoptr (Job) job = job_new (widget, session, record);
  g_autoptr (GTask) task = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (job->files, g_list_model_get_item (files, i));
  if (job->files->len == 0)
    return;
  if (job->files->len > 1 && is_document (job))
    {
      g_autoptr (GError) error = g_error_new_literal (
          ENT_ERROR, ENT_ERROR_INVALID_VALUE,
          _("A document has one file: attach the others in the list of documents."));

      ent_session_report (session, error);
      return;
    }

  job->sizes = g_new0 (goffset, job->files->len);
  task = g_task_new (NULL, job->cancellable, queried_cb, job);
  g_task_set_source_tag (task, ent_attach_files);
  g_task_set_task_data (task, job, NULL);
  g_steal_pointer (&job);
  g_task_run_in_thread (task, query_worker);
}

/**
 * ent_attach_picture:
 * @widget: a widget of the window
 * @session: the session
 * @record: as for ent_attach_files ()
 * @picture: what was copied in another program
 *
 * Attaches a picture that has no file, as PNG, named after the day.
 */
void
ent_attach_picture (GtkWidget *widget, EntSession *session, EntId record, GdkTexture *picture)
{
  Job *job = job_new (widget, session, record);
  g_autofree char *day = ent_day_to_iso (ent_session_get_today (session));

  job->picture = g_object_ref (picture);
  /* Translators: name of a file; %s is a day: “2026-05-12” */
  job->name = g_strdup_printf (_("Pasted picture %s.png"), day);
  start_reading (job);
}
