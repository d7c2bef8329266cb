/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create () */

#include "ui/widgets/ent-paper-view.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "ui/widgets/ent-pdf-view.h"

struct _EntPaperView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *slot;
  AdwStatusPage *problem;
  EntPdfView *view;          /* NULL until a paper is written */
  EntPaper *paper;           /* whose pages are shown */
  GBytes *pdf;               /* of them */
  GCancellable *cancellable; /* of the paper being written */
  char *heading;             /* to be shown once it is there */
};

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperView, ent_paper_view, ADW_TYPE_BIN)

/* What the worker gives back. */
typedef struct
{
  EntPaper *paper;
  GBytes *bytes;
  EntPdf *pdf; /* NULL when the bytes are those shown already */
} Written;

static void
written_free (Written *written)
{
  g_clear_object (&written->paper);
  g_clear_object (&written->pdf);
  g_clear_pointer (&written->bytes, g_bytes_unref);
  g_free (written);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Written, written_free)

typedef struct
{
  EntPaper *paper;
  GBytes *shown;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->paper);
  g_clear_pointer (&work->shown, g_bytes_unref);
  g_free (work);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }

  return TRUE;
}

/* The helper that draws reads a descriptor: the pages are in no folder. */
static EntPdf *
open_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofd int fd = memfd_create ("entente-paper", MFD_CLOEXEC);

  if (fd < 0 || !write_all (fd, bytes))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” could not be shown: %s"), name, g_strerror (errno));
      return NULL;
    }

  return ent_pdf_open (fd, name, NULL, cancellable, error);
}

static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (Written) written = g_new0 (Written, 1);

  written->paper = g_object_ref (work->paper);
  written->bytes = ent_paper_to_pdf (work->paper, cancellable, &error);
  if (written->bytes && !(work->shown && g_bytes_equal (written->bytes, work->shown)))
    written->pdf = open_bytes (written->bytes, ent_paper_get_title (work->paper), cancellable,
                               &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&written), (GDestroyNotify) written_free);
}

static void
go_to_heading (EntPaperView *self)
{
  int page = self->heading && self->paper ? ent_paper_find_heading_page (self->paper, self->heading)
                                          : -1;

  if (page < 0 || !self->view)
    return;
  ent_pdf_view_show_page (self->view, (guint) page);
  g_clear_pointer (&self->heading, g_free);
}

static void
show_pdf (EntPaperView *self, EntPdf *pdf)
{
  guint page = self->view ? ent_pdf_view_get_page (self->view) : 0;
  GtkWidget *view = ent_pdf_view_new (pdf, ent_paper_get_title (self->paper));

  self->view = ENT_PDF_VIEW (view);
  adw_bin_set_child (self->slot, view);
  if (page > 0)
    ent_pdf_view_show_page (self->view, MIN (page, ent_pdf_get_n_pages (pdf) - 1));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPaperView *self = ENT_PAPER_VIEW (source);
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Written) written = g_task_propagate_pointer (G_TASK (result), &error);

  if (application)
    g_application_release (application);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_object (&self->cancellable);
  if (error)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, text);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  g_set_object (&self->paper, written->paper);
  if (written->pdf)
    show_pdf (self, written->pdf);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = g_steal_pointer (&written->bytes);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  go_to_heading (self);
  g_signal_emit (self, signals[WRITTEN], 0);
}

static void
ent_paper_view_dispose (GObject *object)
{
  EntPaperView *self = ENT_PAPER_VIEW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->heading, g_free);
  self->view = NULL;

  G_OBJECT_CLASS (ent_paper_view_parent_class)->dispose (object);
}

static void
ent_paper_view_class_init (EntPaperViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_paper_view_dispose;

  signals[WRITTEN] = g_signal_new ("written", ENT_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ent_paper_view_init (EntPaperView *self)
{
  GtkWidget *spinner = adw_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->slot = ADW_BIN (adw_bin_new ());
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->problem, _("No Pages"));
  adw_status_page_set_icon_name (self->problem, "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The pages are being made"), -1);
  gtk_stack_add_named (self->stack, spinner, "busy");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->slot), "pages");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * ent_paper_view_new:
 *
 * Returns: (transfer floating): a view without a paper
 */
GtkWidget *
ent_paper_view_new (void)
{
  return g_object_new (ENT_TYPE_PAPER_VIEW, NULL);
}

/**
 * ent_paper_view_set_paper:
 * @self: a view
 * @paper: a paper, which nobody changes any more
 *
 * Writes the paper aside and shows its pages; one still being written is given up.
 */
void
ent_paper_view_set_paper (EntPaperView *self, EntPaper *paper)
{
  g_autoptr (GTask) task = NULL;
  GApplication *application = g_application_get_default ();
  Work *work = g_new0 (Work, 1);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  work->paper = g_object_ref (paper);
  work->shown = self->pdf ? g_bytes_ref (self->pdf) : NULL;
  /* The program must not end below the worker; one that is given up ends within a page. */
  if (application)
    g_application_hold (application);
  task = g_task_new (self, self->cancellable, written_cb,
                     application ? g_object_ref (application) : NULL);
  g_task_set_source_tag (task, ent_paper_view_set_paper);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, worker);
}

/**
 * ent_paper_view_show_heading:
 * @self: a view
 * @heading: a heading of the paper
 *
 * Goes to the page of that heading, when there are pages.
 */
void
ent_paper_view_show_heading (EntPaperView *self, const char *heading)
{
  g_set_str (&self->heading, heading);
  if (!self->cancellable)
    go_to_heading (self);
}

guint
ent_paper_view_get_n_pages (EntPaperView *self)
{
  return self->view ? ent_pdf_view_get_n_pages (self->view) : 0;
}
