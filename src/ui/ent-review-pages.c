/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-review-pages.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-pdf-pane.h"

/* How strongly passages are lit in a text, and the one that is looked at. */
#define LIT 0.22f
#define LOOKED_AT 0.55f

#define TEXT_MARGIN 18

struct _EntReviewPages
{
  AdwBin parent_instance;

  EntReviewText *text;
  EntPdfPane *pane;       /* of a PDF; or NULL */
  GtkTextView *text_view; /* of anything else; or NULL */
};

G_DEFINE_FINAL_TYPE (EntReviewPages, ent_review_pages, ADW_TYPE_BIN)

/* Bytes of the text. */
typedef struct
{
  guint start;
  guint end;
} Span;

static void
get_iter (EntReviewPages *self, guint offset, GtkTextIter *iter)
{
  const char *text = ent_review_text_get_text (self->text);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text_view), iter,
                                      (int) g_utf8_pointer_to_offset (text, text + offset));
}

static void
apply_tag (EntReviewPages *self, const char *tag, Span span)
{
  GtkTextIter from, to;

  get_iter (self, span.start, &from);
  get_iter (self, span.end, &to);
  gtk_text_buffer_apply_tag_by_name (gtk_text_view_get_buffer (self->text_view), tag, &from, &to);
}

static void
remove_tags (EntReviewPages *self, const char *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag, &start, &end);
}

static void
light_text (EntReviewPages *self, GArray *spans)
{
  remove_tags (self, "lit");
  remove_tags (self, "current");
  for (guint i = 0; i < spans->len; i++)
    apply_tag (self, "lit", g_array_index (spans, Span, i));
}

static void
light_pages (EntReviewPages *self, GArray *spans)
{
  g_autoptr (GArray) lit = g_array_new (FALSE, FALSE, sizeof (EntPdfPassage));

  for (guint i = 0; i < spans->len; i++)
    {
      Span span = g_array_index (spans, Span, i);
      g_autoptr (GArray)
          passages = ent_pdf_locate (ent_review_text_get_text (self->text), span.start, span.end);

      g_array_append_vals (lit, passages->data, passages->len);
    }
  ent_pdf_view_light (ent_pdf_pane_get_view (self->pane), lit);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *left = a, *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* What the items of a review rest on, in order; what two rest on is one. */
static GArray *
get_spans (EntReview *review)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint n = 0;

  for (guint i = 0; i < ent_review_get_n_items (review); i++)
    {
      const EntReviewItem *item = ent_review_get_item (review, i);
      Span span = { item->proposal->start, item->proposal->end };

      if (item->state != ENT_REVIEW_SILENT && span.start < span.end)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      Span span = g_array_index (spans, Span, i);
      Span *last = n > 0 ? &g_array_index (spans, Span, n - 1) : NULL;

      if (last && span.start < last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, Span, n++) = span;
    }
  g_array_set_size (spans, n);

  return g_steal_pointer (&spans);
}

static void
add_tag (GtkTextBuffer *buffer, const char *name, float alpha)
{
  g_autoptr (GdkRGBA)
      colour = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

  colour->alpha = alpha;
  gtk_text_buffer_create_tag (buffer, name, "background-rgba", colour, NULL);
}

static GtkWidget *
create_text (EntReviewPages *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *text = g_strdup (ent_review_text_get_text (self->text));
  GtkTextBuffer *buffer;

  self->text_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_view_set_editable (self->text_view, FALSE);
  gtk_text_view_set_cursor_visible (self->text_view, FALSE);
  gtk_text_view_set_wrap_mode (self->text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->text_view, TEXT_MARGIN);
  gtk_text_view_set_right_margin (self->text_view, TEXT_MARGIN);
  gtk_text_view_set_top_margin (self->text_view, TEXT_MARGIN);
  gtk_text_view_set_bottom_margin (self->text_view, TEXT_MARGIN);
  gtk_text_view_set_pixels_below_lines (self->text_view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the document"), -1);
  /* A page ends its line here, and every character keeps its place. */
  g_strdelimit (text, "\f\r", '\n');
  gtk_text_buffer_set_text (buffer, text, -1);
  add_tag (buffer, "lit", LIT);
  add_tag (buffer, "current", LOOKED_AT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text_view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

/* Takes the focus to where one reads. */
static gboolean
ent_review_pages_grab_focus (GtkWidget *widget)
{
  EntReviewPages *self = ENT_REVIEW_PAGES (widget);

  return gtk_widget_grab_focus (self->pane ? GTK_WIDGET (ent_pdf_pane_get_view (self->pane))
                                           : GTK_WIDGET (self->text_view));
}

static void
ent_review_pages_dispose (GObject *object)
{
  EntReviewPages *self = ENT_REVIEW_PAGES (object);

  self->pane = NULL;
  self->text_view = NULL;
  g_clear_object (&self->text);

  G_OBJECT_CLASS (ent_review_pages_parent_class)->dispose (object);
}

static void
ent_review_pages_class_init (EntReviewPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_review_pages_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ent_review_pages_grab_focus;
}

static void
ent_review_pages_init (EntReviewPages *self)
{
}

/**
 * ent_review_pages_new:
 * @text: a text that was read
 *
 * Returns: (transfer floating): its pages, or itself where it has none
 */
GtkWidget *
ent_review_pages_new (EntReviewText *text)
{
  EntReviewPages *self = g_object_new (ENT_TYPE_REVIEW_PAGES, NULL);
  EntPdf *pdf = ent_review_text_get_pdf (text);

  self->text = g_object_ref (text);
  if (pdf)
    self->pane = ENT_PDF_PANE (ent_pdf_pane_new (pdf, ent_review_text_get_name (text), FALSE));
  adw_bin_set_child (ADW_BIN (self), self->pane ? GTK_WIDGET (self->pane) : create_text (self));

  return GTK_WIDGET (self);
}

/* As ent_pdf_pane_serve(), where there are pages. */
void
ent_review_pages_serve (EntReviewPages *self, GtkWidget *around)
{
  if (self->pane)
    ent_pdf_pane_serve (self->pane, around);
}

/* Lights what the items of a review rest on, and nothing else. */
void
ent_review_pages_light (EntReviewPages *self, EntReview *review)
{
  g_autoptr (GArray) spans = get_spans (review);

  if (self->pane)
    light_pages (self, spans);
  else
    light_text (self, spans);
}

static void
look_at_text (EntReviewPages *self, Span span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;

  remove_tags (self, "current");
  apply_tag (self, "current", span);
  get_iter (self, span.start, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0,
                                0.3);
}

/**
 * ent_review_pages_look_at:
 * @self: the pages
 * @start: first byte of a passage of the text
 * @end: the first byte after it
 *
 * Brings the passage into sight and lights it more than others.
 */
void
ent_review_pages_look_at (EntReviewPages *self, guint start, guint end)
{
  g_autoptr (GArray) passages = NULL;
  EntPdfPassage first;

  if (!self->pane)
    {
      look_at_text (self, (Span) { start, end });
      return;
    }
  passages = ent_pdf_locate (ent_review_text_get_text (self->text), start, end);
  if (passages->len == 0)
    return;
  first = g_array_index (passages, EntPdfPassage, 0);
  ent_pdf_view_show_words (ent_pdf_pane_get_view (self->pane), first.page, first.range);
}
