/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pdf-pane.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _EntPdfPane
{
  AdwBin parent_instance;

  EntPdfView *view;
  GSimpleActionGroup *actions;

  AdwBin *pages;
  AdwBin *tools;
  AdwBanner *scan_banner;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *count_label;
  GtkEditable *page_entry;
  GtkLabel *pages_label;
  guint page;     /* that stands in the entry, from 1 */
  char *hit;      /* words that led here; or NULL */
  guint hit_page; /* where they stand, from 0 */
};

G_DEFINE_FINAL_TYPE (EntPdfPane, ent_pdf_pane, ADW_TYPE_BIN)

static void
show_page_number (EntPdfPane *self)
{
  g_autofree char *number = NULL;

  self->page = ent_pdf_view_get_page (self->view) + 1;
  number = g_strdup_printf ("%u", self->page);
  gtk_editable_set_text (self->page_entry, number);
}

/* What is being typed stays. */
static void
page_changed_cb (EntPdfPane *self)
{
  if (strtoul (gtk_editable_get_text (self->page_entry), NULL, 10) == self->page)
    show_page_number (self);
}

static void
page_typed_cb (EntPdfPane *self)
{
  gulong page = strtoul (gtk_editable_get_text (self->page_entry), NULL, 10);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (page > 0)
    ent_pdf_view_show_page (self->view, (guint) MIN (page, G_MAXINT) - 1);
  show_page_number (self);
}

static void
found_changed_cb (EntPdfPane *self)
{
  EntPdfFinder *finder = ent_pdf_view_get_finder (self->view);
  guint n = ent_pdf_finder_get_n_found (finder);
  gboolean running = ent_pdf_finder_is_running (finder);
  int index = ent_pdf_view_get_found (self->view);
  g_autofree char *words = NULL;

  if (*gtk_editable_get_text (self->search_entry) == '\0')
    words = g_strdup ("");
  else if (n == 0)
    words = g_strdup (running ? _("Searching…") : _("Not found"));
  else
    /* Translators: which of the places found is shown, and how many there are: "3 of 12" */
    words = g_strdup_printf (_("%1$d of %2$u"), index + 1, n);
  gtk_label_set_text (self->count_label, words);
  if (!running && *words)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (EntPdfPane *self)
{
  const char *query = gtk_editable_get_text (self->search_entry);

  if (g_strcmp0 (query, self->hit) == 0)
    ent_pdf_view_find_words (self->view, query, self->hit_page);
  else
    ent_pdf_view_find (self->view, query);
}

static void
search_mode_cb (EntPdfPane *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar) || !self->view)
    return;
  ent_pdf_view_find (self->view, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
next_cb (EntPdfPane *self)
{
  ent_pdf_view_step_found (self->view, 1);
}

static void
previous_cb (EntPdfPane *self)
{
  ent_pdf_view_step_found (self->view, -1);
}

static void
search_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntPdfPane *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
step_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_pdf_view_step_found (ENT_PDF_PANE (user_data)->view, g_variant_get_int32 (parameter));
}

static void
zoom_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ent_pdf_view_zoom (ENT_PDF_PANE (user_data)->view, g_variant_get_int32 (parameter));
}

static void
ent_pdf_pane_dispose (GObject *object)
{
  EntPdfPane *self = ENT_PDF_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_PDF_PANE);
  self->view = NULL;
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ent_pdf_pane_parent_class)->dispose (object);
}

static void
ent_pdf_pane_finalize (GObject *object)
{
  g_free (ENT_PDF_PANE (object)->hit);

  G_OBJECT_CLASS (ent_pdf_pane_parent_class)->finalize (object);
}

static void
ent_pdf_pane_class_init (EntPdfPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-pdf-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, pages);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, tools);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, scan_banner);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, page_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, pages_label);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_typed_cb);
}

static void
ent_pdf_pane_init (EntPdfPane *self)
{
  static const GActionEntry entries[] = {
    { .name = "search", .activate = search_action_cb },
    { .name = "step", .activate = step_action_cb, .parameter_type = "i" },
    { .name = "zoom", .activate = zoom_action_cb, .parameter_type = "i" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pdf", G_ACTION_GROUP (self->actions));
}

/**
 * ent_pdf_pane_new:
 * @pdf: a PDF
 * @name: how the officer knows it
 * @scan: whether it is pictures of pages, which is said then
 *
 * Returns: (transfer floating): its pages
 */
GtkWidget *
ent_pdf_pane_new (EntPdf *pdf, const char *name, gboolean scan)
{
  EntPdfPane *self = g_object_new (ENT_TYPE_PDF_PANE, NULL);
  /* Translators: how many pages a document has, after the number of one: "3 of 12" */
  g_autofree char *pages = g_strdup_printf (_("of %u"), ent_pdf_get_n_pages (pdf));

  self->view = ENT_PDF_VIEW (ent_pdf_view_new (pdf, name));
  g_signal_connect_object (self->view, "page-changed", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "found-changed", G_CALLBACK (found_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->pages, GTK_WIDGET (self->view));
  gtk_label_set_text (self->pages_label, pages);
  gtk_widget_set_visible (GTK_WIDGET (self->scan_banner), scan);
  adw_banner_set_revealed (self->scan_banner, scan);
  show_page_number (self);

  return GTK_WIDGET (self);
}

EntPdfView *
ent_pdf_pane_get_view (EntPdfPane *self)
{
  return self->view;
}

/* What stands above the number of the page, as long as it is wanted there. */
void
ent_pdf_pane_set_tools (EntPdfPane *self, GtkWidget *tools)
{
  adw_bin_set_child (self->tools, tools);
}

/**
 * ent_pdf_pane_show_hit:
 * @self: a pane
 * @page: a page, from 0
 * @words: what the search over all documents found there, as it was typed
 *
 * Goes to the page, and lights the words there and on the others.
 */
void
ent_pdf_pane_show_hit (EntPdfPane *self, guint page, const char *words)
{
  ent_pdf_view_show_page (self->view, page);
  g_set_str (&self->hit, words);
  self->hit_page = page;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_editable_set_text (self->search_entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * ent_pdf_pane_serve:
 * @self: a pane
 * @around: the dialog it is in
 *
 * Has the keys that search and zoom work wherever the focus is in @around.
 */
void
ent_pdf_pane_serve (EntPdfPane *self, GtkWidget *around)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "pdf.search" },
    { GDK_KEY_F3, 0, "pdf.step(1)" },
    { GDK_KEY_F3, GDK_SHIFT_MASK, "pdf.step(-1)" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "pdf.step(1)" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "pdf.step(-1)" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom(1)" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "pdf.zoom(1)" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "pdf.zoom(1)" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "pdf.zoom(-1)" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pdf.zoom(-1)" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "pdf.zoom(0)" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "pdf.zoom(0)" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_insert_action_group (around, "pdf", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                                                NULL);

      if (!g_action_parse_detailed_name (keys[i].action, &name, &target, NULL))
        g_assert_not_reached ();
      gtk_shortcut_set_action (shortcut, gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (around, controller);
}
