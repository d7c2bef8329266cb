/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-finder.h"

/* More are found by nobody one by one. */
#define MOST_FOUND 10000

/* What was found is told this often. */
#define TOLD_EVERY_US (120 * 1000)

/* The text of each page, read once for all searches. */
typedef struct
{
  GMutex mutex;
  EntPdf *pdf;
  guint n_pages;
  char **texts;
} Texts;

struct _EntPdfFinder
{
  GObject parent_instance;

  Texts *texts;
  GArray *found; /* EntPdfPassage, in order */
  guint n_read;
  GCancellable *cancellable; /* of the search that goes on, or NULL */
};

G_DEFINE_FINAL_TYPE (EntPdfFinder, ent_pdf_finder, G_TYPE_OBJECT)

/* One search, in its thread. */
typedef struct
{
  Texts *texts;
  char *query;
  gboolean words;
  GWeakRef finder;
  GCancellable *cancellable;
} Search;

/* Pages that were looked through, on their way to the finder. */
typedef struct
{
  EntPdfFinder *finder;
  GCancellable *cancellable;
  GArray *found;
  guint n_read;
} News;

static guint changed_signal;

static void
texts_clear (gpointer data)
{
  Texts *texts = data;

  for (guint i = 0; i < texts->n_pages; i++)
    g_free (texts->texts[i]);
  g_free (texts->texts);
  g_clear_object (&texts->pdf);
  g_mutex_clear (&texts->mutex);
}

static void
texts_unref (Texts *texts)
{
  g_atomic_rc_box_release_full (texts, texts_clear);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  texts_unref (search->texts);
  g_free (search->query);
  g_weak_ref_clear (&search->finder);
  g_object_unref (search->cancellable);
  g_free (search);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_object (&news->finder);
  g_object_unref (news->cancellable);
  g_clear_pointer (&news->found, g_array_unref);
  g_free (news);
}

static gboolean
take_news (gpointer data)
{
  News *news = data;
  EntPdfFinder *self = news->finder;

  if (!self || self->cancellable != news->cancellable)
    return G_SOURCE_REMOVE;
  g_array_append_vals (self->found, news->found->data, news->found->len);
  self->n_read = news->n_read;
  g_signal_emit (self, changed_signal, 0);

  return G_SOURCE_REMOVE;
}

static void
tell (Search *search, GArray *found, guint n_read)
{
  News *news = g_new0 (News, 1);

  news->finder = g_weak_ref_get (&search->finder);
  news->cancellable = g_object_ref (search->cancellable);
  news->found = g_array_copy (found);
  news->n_read = n_read;
  g_array_set_size (found, 0);
  /* Before the task's own end, which has this priority. */
  g_idle_add_full (G_PRIORITY_DEFAULT, take_news, news, news_free);
}

/* The text of a page, read now when it was not before; a damaged page has none. */
static const char *
get_text (Texts *texts, guint page)
{
  const char *text;

  g_mutex_lock (&texts->mutex);
  text = texts->texts[page];
  g_mutex_unlock (&texts->mutex);
  if (text == NULL)
    {
      EntPdfPage *read = ent_pdf_read_page (texts->pdf, page, FALSE, NULL, NULL);

      g_mutex_lock (&texts->mutex);
      if (texts->texts[page] == NULL)
        texts->texts[page] = g_strdup (read ? read->text : "");
      text = texts->texts[page];
      g_mutex_unlock (&texts->mutex);
      g_clear_pointer (&read, ent_pdf_page_free);
    }

  return text;
}

static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntPdfPassage));
  gint64 told = g_get_monotonic_time ();
  guint n_found = 0;

  for (guint page = 0; page < search->texts->n_pages && n_found < MOST_FOUND; page++)
    {
      g_autoptr (GArray) ranges = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      ranges = search->words ? ent_pdf_find_words (get_text (search->texts, page), search->query)
                             : ent_pdf_find (get_text (search->texts, page), search->query);
      for (guint i = 0; i < ranges->len && n_found < MOST_FOUND; i++, n_found++)
        {
          EntPdfPassage one = { page, g_array_index (ranges, EntPdfRange, i) };

          g_array_append_val (found, one);
        }
      if (g_get_monotonic_time () - told < TOLD_EVERY_US)
        continue;
      tell (search, found, page + 1);
      told = g_get_monotonic_time ();
    }
  tell (search, found, search->texts->n_pages);
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (EntPdfFinder) self = g_weak_ref_get (&search->finder);

  if (!self || self->cancellable != search->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_signal_emit (self, changed_signal, 0);
}

static void
ent_pdf_finder_finalize (GObject *object)
{
  EntPdfFinder *self = ENT_PDF_FINDER (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->texts, texts_unref);

  G_OBJECT_CLASS (ent_pdf_finder_parent_class)->finalize (object);
}

static void
ent_pdf_finder_class_init (EntPdfFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_finder_finalize;

  changed_signal = g_signal_new ("changed", ENT_TYPE_PDF_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ent_pdf_finder_init (EntPdfFinder *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (EntPdfPassage));
}

/**
 * ent_pdf_finder_new:
 * @pdf: a PDF
 * @n_pages: how many of its pages are looked through
 *
 * Returns: (transfer full): a search in it, of nothing yet
 */
EntPdfFinder *
ent_pdf_finder_new (EntPdf *pdf, guint n_pages)
{
  EntPdfFinder *self = g_object_new (ENT_TYPE_PDF_FINDER, NULL);

  self->texts = g_atomic_rc_box_new0 (Texts);
  g_mutex_init (&self->texts->mutex);
  self->texts->pdf = g_object_ref (pdf);
  self->texts->n_pages = n_pages;
  self->texts->texts = g_new0 (char *, n_pages);

  return self;
}

/**
 * ent_pdf_finder_start:
 * @self: a finder
 * @query: what is looked for; "" for nothing
 * @words: whether as ent_pdf_find_words() does, or as it stands
 *
 * Forgets what was found, and the search that goes on.
 */
void
ent_pdf_finder_start (EntPdfFinder *self, const char *query, gboolean words)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (ENT_IS_PDF_FINDER (self));

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_array_set_size (self->found, 0);
  self->n_read = 0;
  if (*query == '\0')
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->texts = g_atomic_rc_box_acquire (self->texts);
  search->query = g_strdup (query);
  search->words = words;
  search->cancellable = g_object_ref (self->cancellable);
  g_weak_ref_init (&search->finder, self);
  task = g_task_new (NULL, self->cancellable, done_cb, NULL);
  g_task_set_source_tag (task, ent_pdf_finder_start);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, worker);
}

gboolean
ent_pdf_finder_is_running (EntPdfFinder *self)
{
  return self->cancellable != NULL;
}

guint
ent_pdf_finder_get_n_read (EntPdfFinder *self)
{
  return self->n_read;
}

guint
ent_pdf_finder_get_n_found (EntPdfFinder *self)
{
  return self->found->len;
}

const EntPdfPassage *
ent_pdf_finder_get (EntPdfFinder *self, guint index)
{
  return index < self->found->len ? &g_array_index (self->found, EntPdfPassage, index) : NULL;
}

/* The index of the first that was found on a page or after it; their number where there is none. */
guint
ent_pdf_finder_find_from (EntPdfFinder *self, guint page)
{
  guint low = 0;
  guint high = self->found->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->found, EntPdfPassage, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
