/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/widgets/ent-pdf-sheet.h"

/* Until a page is known it is taken for A4. */
#define A4_WIDTH 595.f
#define A4_HEIGHT 842.f

#define SMALLEST 0.15
#define LARGEST 6.0
#define WIDEST_FIT 1.8

G_DEFINE_FINAL_TYPE (EntPdfView, ent_pdf_view, ADW_TYPE_BIN)

enum
{
  PAGE_CHANGED,
  SELECTION_CHANGED,
  FOUND_CHANGED,
  ZOOM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refresh_sheets (EntPdfView *self, gboolean resize)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->sheets, i);

      if (resize)
        gtk_widget_queue_resize (sheet);
      gtk_widget_queue_draw (sheet);
    }
  ent_pdf_view_queue_update (self);
}

/* Where a sheet stands in the part in sight; FALSE while it is nowhere. */
gboolean
ent_pdf_view_get_place (EntPdfView *self, GtkWidget *sheet, graphene_rect_t *bounds)
{
  return gtk_widget_get_mapped (sheet)
         && gtk_widget_compute_bounds (sheet, GTK_WIDGET (self->scroller), bounds)
         && bounds->size.height > 0;
}

/* The sheet that shows a page, NULL while none does. */
GtkWidget *
ent_pdf_view_find_sheet (EntPdfView *self, guint page)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (ent_pdf_sheet_get_page (g_ptr_array_index (self->sheets, i)) == page)
      return g_ptr_array_index (self->sheets, i);

  return NULL;
}

static void
set_scale (EntPdfView *self, double scale)
{
  scale = CLAMP (scale, SMALLEST, LARGEST);
  if (fabs (scale - self->scale) < 0.002)
    return;
  self->scale = scale;
  refresh_sheets (self, TRUE);
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
}

static void
fit (EntPdfView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  float page_width, page_height;

  ent_pdf_view_get_size (self, self->page, &page_width, &page_height);
  if (self->fits && width > 4 * ENT_PDF_MARGIN)
    set_scale (self, MIN ((width - 2 * ENT_PDF_MARGIN) / (double) page_width, WIDEST_FIT));
}

/* What is in sight is wanted, at the sharpness of the screen. */
static void
want_pages (EntPdfView *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  double sharpness = gdk_surface_get_scale (
      gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  guint first = G_MAXUINT, last = 0, page = G_MAXUINT;
  float width = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->sheets, i);
      guint number = ent_pdf_sheet_get_page (ENT_PDF_SHEET (sheet));
      graphene_rect_t bounds;

      if (!ent_pdf_view_get_place (self, sheet, &bounds) || bounds.origin.y > (float) height
          || bounds.origin.y + bounds.size.height < 0)
        continue;
      first = MIN (first, number);
      last = MAX (last, number);
      if (bounds.origin.y + bounds.size.height > (float) height / 3)
        page = MIN (page, number);
      width = MAX (width, bounds.size.width);
    }
  if (first > last)
    return;
  ent_pdf_loader_want (self->loader, first, last, (guint) ceil (width * sharpness));
  page = page == G_MAXUINT ? last : page;
  if (page != self->page)
    {
      self->page = page;
      g_signal_emit (self, signals[PAGE_CHANGED], 0);
    }
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EntPdfView *self = ENT_PDF_VIEW (widget);

  self->tick = 0;
  if (!gtk_widget_get_mapped (widget))
    return G_SOURCE_REMOVE;
  fit (self);
  if (self->goal >= 0)
    ent_pdf_view_go_to_goal (self);
  want_pages (self);

  return G_SOURCE_REMOVE;
}

/* Has what is in sight looked at before the next frame. */
void
ent_pdf_view_queue_update (EntPdfView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* Zooms about the top of what is in sight. */
void
ent_pdf_view_zoom_to (EntPdfView *self, double scale)
{
  GtkWidget *sheet = ent_pdf_view_find_sheet (self, self->page);
  graphene_rect_t bounds;

  if (sheet && ent_pdf_view_get_place (self, sheet, &bounds))
    ent_pdf_view_set_goal (self, self->page,
                           (float) ((ENT_PDF_MARGIN / 2 - bounds.origin.y) / self->scale),
                           (EntPdfRange) { 0, 0 });
  set_scale (self, scale);
}

static void
ready_cb (EntPdfView *self, guint page)
{
  const EntPdfPage *words = ent_pdf_loader_get_words (self->loader, page);
  GtkWidget *sheet = ent_pdf_view_find_sheet (self, page);
  float *size = &self->sizes[2 * page];

  if (words && words->width > 1 && words->height > 1
      && (size[0] != words->width || size[1] != words->height))
    {
      size[0] = words->width;
      size[1] = words->height;
      if (self->first_size[0] == 0)
        {
          self->first_size[0] = size[0];
          self->first_size[1] = size[1];
          refresh_sheets (self, TRUE);
        }
      if (sheet)
        gtk_widget_queue_resize (sheet);
    }
  if (sheet)
    ent_pdf_sheet_refresh (ENT_PDF_SHEET (sheet));
  ent_pdf_view_queue_update (self);
}

static void
take_found (EntPdfView *self, guint index)
{
  const EntPdfPassage *found = ent_pdf_finder_get (self->finder, index);

  self->found = (int) index;
  self->found_from = found->page;
  ent_pdf_view_show_words (self, found->page, found->range);
}

/* The first in sight or after it is shown as soon as it is known, and the very first when there
 * is none. */
static void
finder_changed_cb (EntPdfView *self)
{
  guint n = ent_pdf_finder_get_n_found (self->finder);
  guint index = ent_pdf_finder_find_from (self->finder, self->found_from);

  if (n == 0)
    self->found = -1;
  else if (self->found < 0 && (index < n || !ent_pdf_finder_is_running (self->finder)))
    take_found (self, index < n ? index : 0);
  refresh_sheets (self, FALSE);
  g_signal_emit (self, signals[FOUND_CHANGED], 0);
}

static void
setup_cb (EntPdfView *self, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, ent_pdf_sheet_new (self));
}

static void
bind_cb (EntPdfView *self, GtkListItem *item)
{
  EntPdfSheet *sheet = ENT_PDF_SHEET (gtk_list_item_get_child (item));

  g_ptr_array_add (self->sheets, sheet);
  ent_pdf_sheet_set_page (sheet, gtk_list_item_get_position (item));
  ent_pdf_view_queue_update (self);
}

static void
unbind_cb (EntPdfView *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->sheets, gtk_list_item_get_child (item));
}

static void
ent_pdf_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_pdf_view_parent_class)->map (widget);
  ent_pdf_view_queue_update (ENT_PDF_VIEW (widget));
}

/* Tab goes to the pages, which are one place, and on from them. */
static gboolean
ent_pdf_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
ent_pdf_view_dispose (GObject *object)
{
  EntPdfView *self = ENT_PDF_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (self->finder)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_clear_object (&self->loader);

  G_OBJECT_CLASS (ent_pdf_view_parent_class)->dispose (object);
}

static void
ent_pdf_view_finalize (GObject *object)
{
  EntPdfView *self = ENT_PDF_VIEW (object);

  g_ptr_array_unref (self->sheets);
  g_array_unref (self->lit);
  g_free (self->sizes);

  G_OBJECT_CLASS (ent_pdf_view_parent_class)->finalize (object);
}

static void
ent_pdf_view_class_init (EntPdfViewClass *klass)
{
  static const char *const names[] = { "page-changed", "selection-changed", "found-changed",
                                       "zoom-changed" };

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = ent_pdf_view_map;
  GTK_WIDGET_CLASS (klass)->focus = ent_pdf_view_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ENT_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pdf-view");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_pdf_view_init (EntPdfView *self)
{
  self->sheets = g_ptr_array_new ();
  self->lit = g_array_new (FALSE, FALSE, sizeof (EntPdfPassage));
  self->scale = 1;
  self->fits = TRUE;
  self->goal = self->selected = self->found = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ent_pdf_view_add_controllers (self);
}

static void
create_list (EntPdfView *self)
{
  guint n = ent_pdf_view_get_n_pages (self);
  g_auto (GStrv) numbers = g_new0 (char *, n + 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *model;
  GtkAdjustment *adjustment;

  /* The place of an item says its page: all are the same. */
  for (guint i = 0; i < n; i++)
    numbers[i] = g_strdup ("");
  model = gtk_string_list_new ((const char *const *) numbers);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model))), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "pdf-pages");
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  /* The keys are the view's own, and Tab goes past the pages. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->scroller), FALSE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  /* As high as there is room. */
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (ent_pdf_view_queue_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (ent_pdf_view_queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (ent_pdf_view_queue_update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}

/**
 * ent_pdf_view_new:
 * @pdf: a PDF
 * @name: how the officer knows it
 *
 * Returns: (transfer floating): its pages, as wide as there is room
 */
GtkWidget *
ent_pdf_view_new (EntPdf *pdf, const char *name)
{
  EntPdfView *self = g_object_new (ENT_TYPE_PDF_VIEW, NULL);
  /* Translators: %s is the title of a document */
  g_autofree char *label = g_strdup_printf (_("Pages of “%s”"), name);

  self->loader = ent_pdf_loader_new (pdf);
  self->sizes = g_new0 (float, 2 * (gsize) ent_pdf_view_get_n_pages (self) + 2);
  self->finder = ent_pdf_finder_new (pdf, ent_pdf_view_get_n_pages (self));
  g_signal_connect_object (self->loader, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (finder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  create_list (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

EntPdfLoader *
ent_pdf_view_get_loader (EntPdfView *self)
{
  return self->loader;
}

double
ent_pdf_view_get_scale (EntPdfView *self)
{
  return self->scale;
}

/* Points of a page, those of the first known one while it is not known itself. */
void
ent_pdf_view_get_size (EntPdfView *self, guint page, float *width, float *height)
{
  const float *size = &self->sizes[2 * page];

  *width = size[0] > 0 ? size[0] : self->first_size[0] > 0 ? self->first_size[0] : A4_WIDTH;
  *height = size[1] > 0 ? size[1] : self->first_size[1] > 0 ? self->first_size[1] : A4_HEIGHT;
}

guint
ent_pdf_view_get_n_pages (EntPdfView *self)
{
  return ent_pdf_loader_get_n_pages (self->loader);
}

guint
ent_pdf_view_get_page (EntPdfView *self)
{
  return self->page;
}

/* Goes to the top of a page, from 0; past the last means the last. */
void
ent_pdf_view_show_page (EntPdfView *self, guint page)
{
  ent_pdf_view_set_goal (self, page, 0, (EntPdfRange) { 0, 0 });
}

/**
 * ent_pdf_view_show_words:
 * @self: a view
 * @page: a page, from 0
 * @range: words of it
 *
 * Selects the words and brings them into sight.
 */
void
ent_pdf_view_show_words (EntPdfView *self, guint page, EntPdfRange range)
{
  ent_pdf_view_select (self, page, range.start, range.end);
  ent_pdf_view_set_goal (self, page, 0, range);
}

/**
 * ent_pdf_view_light:
 * @self: a view
 * @passages: (element-type EntPdfPassage): in order, none over another
 *
 * Lights these passages, and no others.
 */
void
ent_pdf_view_light (EntPdfView *self, GArray *passages)
{
  g_array_set_size (self->lit, 0);
  g_array_append_vals (self->lit, passages->data, passages->len);
  refresh_sheets (self, FALSE);
}

GArray *
ent_pdf_view_get_lit (EntPdfView *self)
{
  return self->lit;
}

/**
 * ent_pdf_view_zoom:
 * @self: a view
 * @step: 1 for larger, -1 for smaller, 0 for as wide as there is room
 */
void
ent_pdf_view_zoom (EntPdfView *self, int step)
{
  self->fits = step == 0;
  if (step == 0)
    fit (self);
  else
    ent_pdf_view_zoom_to (self, self->scale * pow (ENT_PDF_ZOOM_STEP, step));
  ent_pdf_view_queue_update (self);
}

EntPdfFinder *
ent_pdf_view_get_finder (EntPdfView *self)
{
  return self->finder;
}

/* Looks for words from the page in sight on; "" ends it. */
void
ent_pdf_view_find (EntPdfView *self, const char *query)
{
  self->found = -1;
  self->found_from = self->page;
  ent_pdf_finder_start (self->finder, query, FALSE);
}

/**
 * ent_pdf_view_find_words:
 * @self: a view
 * @query: words, whole or their beginnings
 * @page: a page, from 0
 *
 * Looks for words as the search over all documents does, from @page on.
 */
void
ent_pdf_view_find_words (EntPdfView *self, const char *query, guint page)
{
  self->found = -1;
  self->found_from = page;
  ent_pdf_finder_start (self->finder, query, TRUE);
}

/* Goes to the next one found, or with -1 to the one before, round and round. */
void
ent_pdf_view_step_found (EntPdfView *self, int step)
{
  int n = (int) ent_pdf_finder_get_n_found (self->finder);

  if (n == 0)
    return;
  take_found (self, (guint) ((MAX (self->found, step > 0 ? -1 : 0) + step + n) % n));
  g_signal_emit (self, signals[FOUND_CHANGED], 0);
}

/* The index of the one found that is shown, -1 for none. */
int
ent_pdf_view_get_found (EntPdfView *self)
{
  return self->found;
}

/**
 * ent_pdf_view_get_selection:
 * @self: a view
 * @page: (out): the page, from 0
 * @range: (out): its words
 *
 * Returns: whether words are selected
 */
gboolean
ent_pdf_view_get_selection (EntPdfView *self, guint *page, EntPdfRange *range)
{
  if (self->selected < 0 || self->anchor == self->cursor)
    return FALSE;
  *page = (guint) self->selected;
  range->start = MIN (self->anchor, self->cursor);
  range->end = MAX (self->anchor, self->cursor);

  return TRUE;
}

/* Selects from one place of a page to another. */
void
ent_pdf_view_select (EntPdfView *self, guint page, guint anchor, guint cursor)
{
  if (self->selected == (int) page && self->anchor == anchor && self->cursor == cursor)
    return;
  self->selected = (int) page;
  self->anchor = anchor;
  self->cursor = cursor;
  refresh_sheets (self, FALSE);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The words selected, as one line; NULL for none, or while they are being read. */
char *
ent_pdf_view_dup_selected (EntPdfView *self)
{
  const EntPdfPage *words;
  EntPdfRange range;
  guint page;

  if (!ent_pdf_view_get_selection (self, &page, &range))
    return NULL;
  words = ent_pdf_loader_get_words (self->loader, page);

  return words ? ent_pdf_page_dup_quote (words, range) : NULL;
}

void
ent_pdf_view_copy (EntPdfView *self)
{
  g_autofree char *words = ent_pdf_view_dup_selected (self);

  if (words)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
}
