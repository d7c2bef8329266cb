/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-paper-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-words.h"
#include "exchange/ent-papers.h"
#include "ui/widgets/ent-acts.h"

/* Work shorter than this is over before a word about it is read. */
#define PATIENCE_MS 600
#define DONE_SECONDS 10

struct _EntPaperExport
{
  GObject parent_instance;

  EntSession *session;
  AdwToastOverlay *toasts; /* unowned: the window holds both */
  GCancellable *cancellable;
  char *name; /* of the file being written */
  AdwToast *busy;
  guint patience;
};

/* One export: what the worker gets, nothing of the graph, which belongs to the main thread. */
typedef struct
{
  EntPaperExport *self;
  EntPaper *paper; /* or, when there is none, */
  GBytes *bytes;   /* the file itself */
  char *name;      /* proposed for the file */
  GFile *file;
} Work;

G_DEFINE_FINAL_TYPE (EntPaperExport, ent_paper_export, G_TYPE_OBJECT)

static Work *
work_new (EntPaperExport *self, EntPaper *paper, GBytes *bytes)
{
  Work *work = g_new0 (Work, 1);

  work->self = g_object_ref (self);
  g_set_object (&work->paper, paper);
  work->bytes = bytes ? g_bytes_ref (bytes) : NULL;

  return work;
}

static void
work_free (Work *work)
{
  g_clear_object (&work->self);
  g_clear_object (&work->paper);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_clear_pointer (&work->name, g_free);
  g_clear_object (&work->file);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

/* ".pdf" where the officer took the ending away. */
static const char *
get_ending (Work *work)
{
  const char *ending = strrchr (work->name, '.');

  return ending ? ending : ".pdf";
}

/* The file is put in the place of the old one in one go, so that a full disk or a cancelled
 * export leaves the old one as it was. */
static gboolean
write_paper (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes)
      bytes = work->paper ? ent_papers_write (work->paper, get_ending (work), cancellable, error)
                          : g_bytes_ref (work->bytes);

  return bytes != NULL
         && g_file_replace_contents (work->file, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                     NULL, cancellable, error);
}

static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_paper (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cancel_cb (AdwToast *toast, EntPaperExport *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
show_busy_cb (gpointer user_data)
{
  EntPaperExport *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = NULL;
  GtkWidget *label;

  self->patience = 0;
  /* Translators: %s is the name of a file. */
  words = g_strdup_printf (_("Exporting “%s”…"), self->name);
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), label);

  self->busy = adw_toast_new ("");
  adw_toast_set_custom_title (self->busy, box);
  adw_toast_set_timeout (self->busy, 0);
  adw_toast_set_priority (self->busy, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->busy, _("Cancel"));
  g_signal_connect_object (self->busy, "button-clicked", G_CALLBACK (cancel_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->busy));

  return G_SOURCE_REMOVE;
}

static void
stop_waiting (EntPaperExport *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->busy != NULL)
    adw_toast_dismiss (self->busy);
  g_clear_object (&self->busy);
  g_clear_object (&self->cancellable);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPaperExport) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    ent_session_report (self->session, error);
}

static void
open_cb (AdwToast *toast, EntPaperExport *self)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "file");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->toasts));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, launched_cb, g_object_ref (self));
}

static void
show_hint (EntPaperExport *self, const char *hint)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, hint);
  adw_toast_set_timeout (toast, DONE_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
sent_cb (AdwToast *toast, EntPaperExport *self)
{
  EntId *id = g_object_get_data (G_OBJECT (toast), "obligation");
  EntRecord *owed = ent_project_get (ent_session_get_project (self->session), *id);
  g_autofree char *today = ent_day_to_iso (ent_session_get_today (self->session));

  if (owed != NULL)
    ent_act_set (self->session, N_ ("Mark “%s” as Settled"), owed, "settled", today, NULL);
}

/* A report that is owed is settled when it is sent, which no program sees. */
static void
ask_sent (EntPaperExport *self, EntId obligation)
{
  AdwToast *toast = adw_toast_new (_("Has the report been sent?"));

  adw_toast_set_button_label (toast, _("_Mark as Sent"));
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "obligation",
                          g_memdup2 (&obligation, sizeof (obligation)), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (sent_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_done (EntPaperExport *self, Work *work)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *done = g_strdup_printf (_("“%s” Exported"), work->name);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, done);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, DONE_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (work->file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  if (work->paper && ent_paper_get_hint (work->paper))
    show_hint (self, ent_paper_get_hint (work->paper));
  if (work->paper && ent_paper_get_settles (work->paper))
    ask_sent (self, ent_paper_get_settles (work->paper));
}

static void ask (Work *work);

static void
again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "again") && work->self->toasts != NULL)
    ask (g_steal_pointer (&work));
}

static void
show_failure (Work *work, const GError *error)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_("“%s” Not Exported"), work->name);
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "close", _("_Close"), "again", _("_Try Again…"), NULL);
  adw_alert_dialog_set_default_response (alert, "again");
  adw_alert_dialog_set_close_response (alert, "close");
  adw_alert_dialog_choose (alert, GTK_WIDGET (work->self->toasts), NULL, again_cb, work);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPaperExport *self = ENT_PAPER_EXPORT (source);
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  stop_waiting (self);
  /* The window may have been closed meanwhile; then nobody is there to be told. */
  if (self->toasts == NULL)
    return;

  if (done)
    show_done (self, work);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (g_steal_pointer (&work), error);
}

static void
start (Work *work)
{
  EntPaperExport *self = work->self;
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  g_set_str (&self->name, work->name);
  self->patience = g_timeout_add (PATIENCE_MS, show_busy_cb, self);
  task = g_task_new (self, self->cancellable, written_cb, work);
  g_task_set_source_tag (task, start);
  /* The callback, which comes after the worker, owns it. */
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, worker);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&work->file);
  work->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (work->self->toasts == NULL)
    return;
  if (work->file != NULL && work->self->cancellable == NULL)
    {
      g_free (work->name);
      work->name = g_file_get_basename (work->file);
      start (g_steal_pointer (&work));
    }
  else
    ent_session_report (work->self->session, error);
}

static void
ask (Work *work)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (work->self->toasts));

  gtk_file_dialog_set_title (dialog, _("Export Paper"));
  gtk_file_dialog_set_initial_name (dialog, work->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, work);
}

static void
ent_paper_export_dispose (GObject *object)
{
  EntPaperExport *self = ENT_PAPER_EXPORT (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  stop_waiting (self);
  g_clear_weak_pointer (&self->toasts);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_paper_export_parent_class)->dispose (object);
}

static void
ent_paper_export_finalize (GObject *object)
{
  EntPaperExport *self = ENT_PAPER_EXPORT (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ent_paper_export_parent_class)->finalize (object);
}

static void
ent_paper_export_class_init (EntPaperExportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_paper_export_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_paper_export_finalize;
}

static void
ent_paper_export_init (EntPaperExport *self)
{
}

/**
 * ent_paper_export_new:
 * @session: the session on the project
 * @toasts: where to say what goes on
 *
 * Returns: (transfer full): an exporter for one window
 */
EntPaperExport *
ent_paper_export_new (EntSession *session, AdwToastOverlay *toasts)
{
  EntPaperExport *self = g_object_new (ENT_TYPE_PAPER_EXPORT, NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->toasts, toasts);

  return self;
}

static void
ask_where (EntPaperExport *self, EntPaper *paper, GBytes *bytes, const char *name)
{
  Work *work;

  g_return_if_fail (ENT_IS_PAPER_EXPORT (self));
  g_return_if_fail (self->toasts != NULL);

  work = work_new (self, paper, bytes);
  work->name = g_strdup (name);
  ask (work);
}

/**
 * ent_paper_export_ask:
 * @self: an exporter
 * @paper: a paper, which nobody changes any more
 * @name: name proposed for the file
 *
 * Asks where the paper goes, and writes it there, as what the ending of the name says.
 */
void
ent_paper_export_ask (EntPaperExport *self, EntPaper *paper, const char *name)
{
  ask_where (self, paper, NULL, name);
}

/**
 * ent_paper_export_ask_bytes:
 * @self: an exporter
 * @bytes: a file
 * @name: name proposed for it
 *
 * Asks where the file goes, and writes it there.
 */
void
ent_paper_export_ask_bytes (EntPaperExport *self, GBytes *bytes, const char *name)
{
  ask_where (self, NULL, bytes, name);
}

static void
write_to (EntPaperExport *self, EntPaper *paper, GBytes *bytes, GFile *file)
{
  Work *work;

  g_return_if_fail (ENT_IS_PAPER_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    return;

  work = work_new (self, paper, bytes);
  work->name = g_file_get_basename (file);
  work->file = g_object_ref (file);
  start (work);
}

/**
 * ent_paper_export_write:
 * @self: an exporter
 * @paper: a paper, which nobody changes any more
 * @file: where it goes; replaced when it is there
 *
 * Writes a paper, aside; nothing while another is being written.
 */
void
ent_paper_export_write (EntPaperExport *self, EntPaper *paper, GFile *file)
{
  write_to (self, paper, NULL, file);
}

/**
 * ent_paper_export_write_bytes:
 * @self: an exporter
 * @bytes: a file
 * @file: where it goes; replaced when it is there
 */
void
ent_paper_export_write_bytes (EntPaperExport *self, GBytes *bytes, GFile *file)
{
  write_to (self, NULL, bytes, file);
}
