/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-report-export.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-annual-report.h"
#include "paper/ent-paper.h"
#include "ui/ent-file-names.h"
#include "ui/ent-settings.h"

/* Work shorter than this is over before a word about it is read. */
#define PATIENCE_MS 600
#define DONE_SECONDS 10

struct _EntReportExport
{
  GObject parent_instance;

  EntSession *session;
  AdwToastOverlay *toasts; /* unowned: the window holds both */
  GCancellable *cancellable;
  AdwToast *busy;
  guint patience;
};

/* What the worker gets: nothing of the graph, which belongs to the main thread. */
typedef struct
{
  EntPaper *paper;
  GFile *file;
} Work;

/* What waits for the answer of the file dialog. */
typedef struct
{
  EntReportExport *self;
  int year;
  char *lang;
} Question;

G_DEFINE_FINAL_TYPE (EntReportExport, ent_report_export, G_TYPE_OBJECT)

static void
work_free (Work *work)
{
  g_clear_object (&work->paper);
  g_clear_object (&work->file);
  g_free (work);
}

static void
question_free (Question *question)
{
  g_clear_object (&question->self);
  g_free (question->lang);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* The file is put in the place of the old one in one go, so that a full disk or a cancelled
 * export leaves the old one as it was. */
static gboolean
write_paper (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) pdf = ent_paper_to_pdf (work->paper, cancellable, error);

  return pdf != NULL
         && g_file_replace_contents (work->file, g_bytes_get_data (pdf, NULL),
                                     g_bytes_get_size (pdf), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                     cancellable, error);
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
cancel_cb (AdwToast *toast, EntReportExport *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
show_busy_cb (gpointer user_data)
{
  EntReportExport *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->patience = 0;
  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Exporting the Report…")));

  self->busy = g_object_ref (adw_toast_new (""));
  adw_toast_set_custom_title (self->busy, box);
  adw_toast_set_timeout (self->busy, 0);
  adw_toast_set_priority (self->busy, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->busy, _("Cancel"));
  g_signal_connect_object (self->busy, "button-clicked", G_CALLBACK (cancel_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->busy));

  return G_SOURCE_REMOVE;
}

static void
stop_waiting (EntReportExport *self)
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
  g_autoptr (EntReportExport) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    ent_session_report (self->session, error);
}

static void
open_cb (AdwToast *toast, EntReportExport *self)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "file");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->toasts));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, launched_cb,
                            g_object_ref (self));
}

static void
show_done (EntReportExport *self, GFile *file)
{
  AdwToast *toast = adw_toast_new (_("Report Exported"));

  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, DONE_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "again"))
    ent_report_export_ask (question->self, question->year, question->lang);
}

static void
show_failure (Question *question, const GError *error)
{
  EntReportExport *self = question->self;
  AdwDialog *dialog = adw_alert_dialog_new (_("Report Not Exported"), error->message);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "close", _("_Close"), "again", _("_Try Again…"), NULL);
  adw_alert_dialog_set_default_response (alert, "again");
  adw_alert_dialog_set_close_response (alert, "close");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self->toasts), NULL, again_cb, question);
}

static Question *
question_new (EntReportExport *self, int year, const char *lang)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->year = year;
  question->lang = g_strdup (lang);

  return question;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntReportExport *self = ENT_REPORT_EXPORT (source);
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  Work *work = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  stop_waiting (self);
  /* The window may have been closed meanwhile; then nobody is there to be told. */
  if (self->toasts == NULL)
    return;

  if (done)
    show_done (self, work->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (g_steal_pointer (&question), error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ent_report_export_write (question->self, question->year, question->lang, file);
  else
    ent_session_report (question->self->session, error);
}

static void
ent_report_export_dispose (GObject *object)
{
  EntReportExport *self = ENT_REPORT_EXPORT (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  stop_waiting (self);
  g_clear_weak_pointer (&self->toasts);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_report_export_parent_class)->dispose (object);
}

static void
ent_report_export_class_init (EntReportExportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_report_export_dispose;
}

static void
ent_report_export_init (EntReportExport *self)
{
}

/**
 * ent_report_export_new:
 * @session: the session on the project
 * @toasts: where to say what goes on
 *
 * Returns: (transfer full): an exporter for one window
 */
EntReportExport *
ent_report_export_new (EntSession *session, AdwToastOverlay *toasts)
{
  EntReportExport *self = g_object_new (ENT_TYPE_REPORT_EXPORT, NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->toasts, toasts);

  return self;
}

/* "Rapport annuel 2024 – Namur.pdf": in the language of the paper. */
static char *
make_name (EntReportExport *self, int year, const char *lang)
{
  EntProject *project = ent_session_get_project (self->session);
  EntId home = ent_project_get_home (project);
  g_autofree char *city
      = home != ENT_ID_NONE ? ent_project_dup_title (project, home, lang) : NULL;
  g_autofree char *name = NULL;

  if (city != NULL)
    /* Translators: name of a file; %1$d is a year and %2$s a city. */
    name = g_strdup_printf (ent_words (lang, N_("Annual report %1$d – %2$s.pdf")), year, city);
  else
    /* Translators: name of a file; %d is a year. */
    name = g_strdup_printf (ent_words (lang, N_("Annual report %d.pdf")), year);

  return ent_file_name_clean (name);
}

/**
 * ent_report_export_ask:
 * @self: an exporter
 * @year: year of the report
 * @lang: its language, "fr" or "en"
 *
 * Asks where the report goes, and writes it there.
 */
void
ent_report_export_ask (EntReportExport *self, int year, const char *lang)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (ENT_IS_REPORT_EXPORT (self));
  g_return_if_fail (self->toasts != NULL);

  name = make_name (self, year, lang);
  gtk_file_dialog_set_title (dialog, _("Export Annual Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->toasts))),
                        NULL, chosen_cb, question_new (self, year, lang));
}

/**
 * ent_report_export_write:
 * @self: an exporter
 * @year: year of the report
 * @lang: its language, "fr" or "en"
 * @file: where it goes; replaced when it is there
 *
 * Writes the report. The paper is built from the graph at once, the PDF aside.
 */
void
ent_report_export_write (EntReportExport *self, int year, const char *lang, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (ENT_IS_REPORT_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable != NULL)
    return;

  g_settings_set_string (ent_settings_get (), "report-language", lang);
  work = g_new0 (Work, 1);
  work->paper = ent_annual_report_build (ent_session_get_project (self->session), year, lang,
                                         ent_session_get_today (self->session));
  work->file = g_object_ref (file);

  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, show_busy_cb, self);
  task = g_task_new (self, self->cancellable, written_cb, question_new (self, year, lang));
  g_task_set_source_tag (task, ent_report_export_write);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, worker);
}
