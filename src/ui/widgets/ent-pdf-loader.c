/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-loader.h"

/* A PDF can say that it has any number of pages. */
#define MOST_PAGES 50000

/* Pages kept beside those in sight, and how many bytes their pictures may take. */
#define KEPT_AROUND 8
#define MOST_BYTES (160 * 1000 * 1000)

/* Drawn wider, a page is blurred rather than slow. */
#define MOST_ACROSS 4000

/* What there is of a page. */
typedef struct
{
  GdkTexture *texture;
  guint across; /* for which it was drawn, or for which that failed */
  EntPdfPage *words;
  gboolean has_read;
  char *problem;
} Sheet;

struct _EntPdfLoader
{
  GObject parent_instance;

  EntPdf *pdf;
  guint n_pages;
  GHashTable *sheets; /* page → Sheet */
  guint first;
  guint last;
  guint across; /* 0: nothing is wanted yet */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (EntPdfLoader, ent_pdf_loader, G_TYPE_OBJECT)

/* What the thread is asked for, and what it gives. */
typedef struct
{
  EntPdf *pdf;
  guint page;
  guint across; /* 0: the words */
  GdkTexture *texture;
  EntPdfPage *words;
} Job;

static guint ready_signal;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_clear_object (&sheet->texture);
  g_clear_pointer (&sheet->words, ent_pdf_page_free);
  g_free (sheet->problem);
  g_free (sheet);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->pdf);
  g_clear_object (&job->texture);
  g_clear_pointer (&job->words, ent_pdf_page_free);
  g_free (job);
}

static Sheet *
find_sheet (EntPdfLoader *self, guint page)
{
  return g_hash_table_lookup (self->sheets, GUINT_TO_POINTER (page));
}

static Sheet *
take_sheet (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  if (!sheet)
    {
      sheet = g_new0 (Sheet, 1);
      g_hash_table_insert (self->sheets, GUINT_TO_POINTER (page), sheet);
    }

  return sheet;
}

static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  int width, height;

  if (job->across == 0)
    job->words = ent_pdf_read_page (job->pdf, job->page, TRUE, NULL, &error);
  else if ((bytes = ent_pdf_draw_page (job->pdf, job->page, job->across, &width, &height, NULL,
                                       &error)))
    job->texture = gdk_memory_texture_new (
        width, height, G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8,
        bytes, (gsize) width * 4);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Far from what is in sight, nothing is kept; with large pictures, less. */
static void
let_go (EntPdfLoader *self)
{
  gsize each = (gsize) self->across * self->across * 6;
  guint around = (guint) CLAMP (MOST_BYTES / MAX (each, 1) / 2, 1, KEPT_AROUND);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint page = GPOINTER_TO_UINT (key);

      if (page + around < self->first || page > self->last + around)
        g_hash_table_iter_remove (&iter);
    }
}

static gboolean
lacks_picture (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  return !sheet || sheet->across != self->across;
}

static gboolean
lacks_words (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  return !sheet || !sheet->has_read;
}

/* What is to be done next: pictures in sight, then words in sight, then the pages beside. */
static Job *
choose_job (EntPdfLoader *self)
{
  g_autofree Job *job = g_new0 (Job, 1);

  for (job->page = self->first; job->page <= self->last; job->page++)
    if (lacks_picture (self, job->page))
      {
        job->across = self->across;
        return g_steal_pointer (&job);
      }
  for (job->page = self->first; job->page <= self->last; job->page++)
    if (lacks_words (self, job->page))
      return g_steal_pointer (&job);

  job->across = self->across;
  job->page = self->last + 1;
  if (job->page < self->n_pages && lacks_picture (self, job->page))
    return g_steal_pointer (&job);
  job->page = self->first - 1;
  if (self->first > 0 && lacks_picture (self, job->page))
    return g_steal_pointer (&job);

  return NULL;
}

static void pump (EntPdfLoader *self);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPdfLoader *self = ENT_PDF_LOADER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  Sheet *sheet = take_sheet (self, job->page);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error) && !sheet->problem)
    sheet->problem = g_strdup (error->message);
  if (job->across == 0)
    {
      g_clear_pointer (&sheet->words, ent_pdf_page_free);
      sheet->words = g_steal_pointer (&job->words);
      sheet->has_read = TRUE;
    }
  else
    {
      if (job->texture)
        g_set_object (&sheet->texture, job->texture);
      sheet->across = job->across;
    }
  g_signal_emit (self, ready_signal, 0, job->page);
  let_go (self);
  pump (self);
}

static void
pump (EntPdfLoader *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = self->busy || self->across == 0 ? NULL : choose_job (self);

  if (!job)
    return;
  self->busy = TRUE;
  job->pdf = g_object_ref (self->pdf);
  task = g_task_new (self, NULL, done_cb, NULL);
  g_task_set_source_tag (task, pump);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, worker);
}

static void
ent_pdf_loader_finalize (GObject *object)
{
  EntPdfLoader *self = ENT_PDF_LOADER (object);

  g_clear_pointer (&self->sheets, g_hash_table_unref);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (ent_pdf_loader_parent_class)->finalize (object);
}

static void
ent_pdf_loader_class_init (EntPdfLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_loader_finalize;

  ready_signal = g_signal_new ("ready", ENT_TYPE_PDF_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ent_pdf_loader_init (EntPdfLoader *self)
{
  self->sheets = g_hash_table_new_full (NULL, NULL, NULL, sheet_free);
}

/**
 * ent_pdf_loader_new:
 * @pdf: a PDF
 *
 * Returns: (transfer full): its pages
 */
EntPdfLoader *
ent_pdf_loader_new (EntPdf *pdf)
{
  EntPdfLoader *self = g_object_new (ENT_TYPE_PDF_LOADER, NULL);

  self->pdf = g_object_ref (pdf);
  self->n_pages = MIN (ent_pdf_get_n_pages (pdf), MOST_PAGES);

  return self;
}

EntPdf *
ent_pdf_loader_get_pdf (EntPdfLoader *self)
{
  return self->pdf;
}

guint
ent_pdf_loader_get_n_pages (EntPdfLoader *self)
{
  return self->n_pages;
}

/**
 * ent_pdf_loader_want:
 * @self: the pages
 * @first: the first page in sight, from 0
 * @last: the last one
 * @across: pixels across for which they are to be drawn
 *
 * What was wanted before and has not begun is dropped.
 */
void
ent_pdf_loader_want (EntPdfLoader *self, guint first, guint last, guint across)
{
  g_return_if_fail (ENT_IS_PDF_LOADER (self));

  if (self->n_pages == 0)
    return;
  self->last = MIN (last, self->n_pages - 1);
  self->first = MIN (first, self->last);
  self->across = CLAMP (across, 1, MOST_ACROSS);
  pump (self);
}

/* The picture of a page as it was drawn last, perhaps for another width; NULL for none yet. */
GdkTexture *
ent_pdf_loader_get_texture (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  return sheet ? sheet->texture : NULL;
}

/* The words of a page with their boxes; NULL for not yet. */
const EntPdfPage *
ent_pdf_loader_get_words (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  return sheet ? sheet->words : NULL;
}

/* The sentence that says why a page cannot be shown; NULL where it can. */
const char *
ent_pdf_loader_get_problem (EntPdfLoader *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  return sheet ? sheet->problem : NULL;
}
