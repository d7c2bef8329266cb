/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-reading-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "base/ent-error.h"
#include "store/ent-attach.h"
#include "ui/ent-passage-dialog.h"
#include "ui/ent-reading-source.h"
#include "ui/widgets/ent-pdf-view.h"

struct _EntReadingDialog
{
  AdwDialog parent_instance;

  GtkLabel *identity;
  GtkSearchBar *search_bar;
  GtkWidget *search_entry;
  GtkLabel *count_label;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkWidget *selection_bar;
  GtkWidget *page_bar;
  GtkWidget *page_entry;
  GtkLabel *pages_label;

  EntSession *session;
  EntDocument *document;
  EntPdfView *view; /* NULL until the document is open */
  GCancellable *cancellable;
  int fd;
  guint page; /* where it opens, from 1; 0 for the start */
  EntPdfRange range;
};

G_DEFINE_FINAL_TYPE (EntReadingDialog, ent_reading_dialog, ADW_TYPE_DIALOG)

static void open_pdf (EntReadingDialog *self, const char *password);

static char *
dup_title (EntReadingDialog *self)
{
  return ent_record_dup_title (ENT_RECORD (self->document), ent_session_get_project (self->session),
                               ent_session_get_lang (self->session));
}

static void
show_problem (EntReadingDialog *self, const char *title, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* "12 May 2026", the day on which the file came into the project; NULL where that is not known. */
static char *
dup_archived_day (EntReadingDialog *self)
{
  int day = ent_store_get_file_day (ent_session_get_store (self->session),
                                    ent_record_get_id (ENT_RECORD (self->document)));

  return day ? ent_day_format (day, ent_session_get_lang (self->session)) : NULL;
}

static void
show_identity (EntReadingDialog *self)
{
  g_autofree char *day = dup_archived_day (self);
  /* Translators: %s is a date: "12 May 2026" */
  g_autofree char *words = day ? g_strdup_printf (_("Identical to the file archived on %s"), day)
                               : g_strdup (_("Identical to the file as it was archived"));

  gtk_label_set_text (self->identity, words);
  gtk_widget_set_visible (GTK_WIDGET (self->identity), TRUE);
}

static void
show_difference (EntReadingDialog *self, const GError *error)
{
  g_autofree char *day = dup_archived_day (self);
  /* Translators: %s is a date: "12 May 2026" */
  g_autofree char *title = day ? g_strdup_printf (_("Not the File Archived on %s"), day)
                               : g_strdup (_("Not the File That Was Archived"));

  show_problem (self, title, error);
}

static void
page_changed_cb (EntReadingDialog *self)
{
  g_autofree char *number = g_strdup_printf ("%u", ent_pdf_view_get_page (self->view) + 1);

  if (!gtk_widget_has_focus (
          GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->page_entry)))))
    gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
}

static void
page_typed_cb (EntReadingDialog *self)
{
  int page = atoi (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (page > 0)
    ent_pdf_view_show_page (self->view, (guint) page - 1);
  page_changed_cb (self);
}

static void
selection_changed_cb (EntReadingDialog *self)
{
  EntPdfRange range;
  guint page;
  gboolean any = ent_pdf_view_get_selection (self->view, &page, &range);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->selection_bar), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.make", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.copy", any);
}

static void
found_changed_cb (EntReadingDialog *self)
{
  EntPdfFinder *finder = ent_pdf_view_get_finder (self->view);
  guint n = ent_pdf_finder_get_n_found (finder);
  gboolean running = ent_pdf_finder_is_running (finder);
  int index = ent_pdf_view_get_found (self->view);
  g_autofree char *words = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
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
show_pages (EntReadingDialog *self, EntReadingSource *source)
{
  g_autofree char *title = dup_title (self);
  guint n = ent_pdf_get_n_pages (source->pdf);
  /* Translators: how many pages a document has, after the number of one: "3 of 12" */
  g_autofree char *pages = g_strdup_printf (_("of %u"), n);

  self->view = ENT_PDF_VIEW (ent_pdf_view_new (source->pdf, title));
  g_signal_connect_object (self->view, "page-changed", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "found-changed", G_CALLBACK (found_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "pages");
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_label_set_text (self->pages_label, pages);
  adw_banner_set_revealed (self->banner, source->scan);
  gtk_widget_set_visible (self->page_bar, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.search", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.zoom", TRUE);
  page_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->page > 0)
    ent_pdf_view_show_words (self->view, self->page - 1, self->range);
}

static void
answered_cb (AdwAlertDialog *alert, const char *response, EntReadingDialog *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (alert), "ent-password");

  if (g_str_equal (response, "open"))
    open_pdf (self, gtk_editable_get_text (GTK_EDITABLE (row)));
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
ask_password (EntReadingDialog *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Password Needed"), error->message);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_password_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Password"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Password"), -1);
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "open", _("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "open");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data (G_OBJECT (alert), "ent-password", row);
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, 0);
  adw_dialog_set_focus (dialog, row);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntReadingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntReadingSource) source = ent_reading_source_open_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (source)
    show_pages (self, source);
  else if (g_error_matches (error, ENT_ERROR, ENT_ERROR_PASSWORD))
    ask_password (self, error);
  else
    show_problem (self, _("Not Readable"), error);
}

static void
open_pdf (EntReadingDialog *self, const char *password)
{
  g_autofree char *title = dup_title (self);

  gtk_stack_set_visible_child_name (self->stack, "opening");
  ent_reading_source_open_async (self->fd, title, password, self->cancellable, opened_cb,
                                 g_object_ref (self));
}

static void
extracted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntReadingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  int fd = ent_reading_source_extract_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_fd (&fd, NULL);
      return;
    }
  self->fd = fd;
  if (fd >= 0)
    {
      show_identity (self);
      open_pdf (self, NULL);
    }
  else if (g_error_matches (error, ENT_ERROR, ENT_ERROR_DAMAGED))
    show_difference (self, error);
  else
    show_problem (self, _("Not Readable"), error);
}

static void
search_changed_cb (EntReadingDialog *self)
{
  ent_pdf_view_find (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_mode_cb (EntReadingDialog *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar) || !self->view)
    return;
  ent_pdf_view_find (self->view, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
next_cb (EntReadingDialog *self)
{
  ent_pdf_view_step_found (self->view, 1);
}

static void
previous_cb (EntReadingDialog *self)
{
  ent_pdf_view_step_found (self->view, -1);
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
step_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);

  if (self->view)
    ent_pdf_view_step_found (self->view, g_variant_get_int32 (parameter));
}

static void
zoom_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);

  if (self->view)
    ent_pdf_view_zoom (self->view, g_variant_get_int32 (parameter));
}

static void
copy_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);

  if (self->view)
    ent_pdf_view_copy (self->view);
}

static void
make_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);
  g_autofree char *quote = self->view ? ent_pdf_view_dup_selected (self->view) : NULL;
  int kind = g_variant_get_int32 (parameter);
  EntPdfRange range;
  guint page;

  if (!quote || *quote == '\0' || kind < 0 || kind >= ENT_PASSAGE_N_KINDS
      || !ent_pdf_view_get_selection (self->view, &page, &range))
    return;
  ent_passage_dialog_present (widget, self->session,
                              &(EntPassage) {
                                  .document = ent_record_get_id (ENT_RECORD (self->document)),
                                  .page = page + 1,
                                  .start = range.start,
                                  .end = range.end,
                                  .quote = quote,
                              },
                              (EntPassageKind) kind);
}

static GtkWidget *
create_icon_button (const char *icon, const char *name, const char *action, int parameter)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (parameter != G_MAXINT)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", parameter);

  return button;
}

static GtkWidget *
create_header (EntReadingDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             create_icon_button ("edit-find-symbolic", _("Search in the Document"),
                                                                         "reading.search",
                                                                         G_MAXINT));

  return header;
}

static GtkWidget *
create_search_bar (EntReadingDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search_bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->search_entry = gtk_search_entry_new ();
  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (self->search_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in the document"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  gtk_box_append (GTK_BOX (box), self->search_entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));
  gtk_box_append (GTK_BOX (box),
                  create_icon_button ("go-up-symbolic", _("Previous Place"), "reading.step", -1));
  gtk_box_append (GTK_BOX (box),
                  create_icon_button ("go-down-symbolic", _("Next Place"), "reading.step", 1));
  gtk_search_bar_set_child (self->search_bar, box);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->search_bar);
}

static GtkWidget *
create_selection_bar (EntReadingDialog *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *make = gtk_menu_button_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));

  for (int i = 0; i < ENT_PASSAGE_N_KINDS; i++)
    {
      g_autoptr (GMenuItem)
          item = g_menu_item_new (ent_passage_get_label ((EntPassageKind) i), NULL);

      g_menu_item_set_action_and_target (item, "reading.make", "i", i);
      g_menu_append_item (menu, item);
    }
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (make), _("Make of _Selection"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (make), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (make), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (make), GTK_ARROW_UP);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "reading.copy");
  gtk_box_append (GTK_BOX (bar), make);
  gtk_box_append (GTK_BOX (bar), copy);
  self->selection_bar = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->selection_bar),
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->selection_bar), bar);

  return self->selection_bar;
}

static GtkWidget *
create_page_bar (EntReadingDialog *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->page_bar = bar;
  self->page_entry = gtk_entry_new ();
  self->pages_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->page_entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->page_entry), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->page_entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Page"), -1);
  g_signal_connect_object (self->page_entry, "activate", G_CALLBACK (page_typed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), self->page_entry);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->pages_label));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar),
                  create_icon_button ("zoom-out-symbolic", _("Smaller"), "reading.zoom", -1));
  gtk_box_append (GTK_BOX (bar), create_icon_button ("zoom-fit-best-symbolic",
                                                     _("Fit the Width"), "reading.zoom", 0));
  gtk_box_append (GTK_BOX (bar),
                  create_icon_button ("zoom-in-symbolic", _("Larger"), "reading.zoom", 1));
  gtk_widget_set_visible (bar, FALSE);

  return bar;
}

static GtkWidget *
create_stack (EntReadingDialog *self)
{
  GtkWidget *spinner = adw_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->problem, "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The document is being opened"), -1);
  gtk_stack_add_named (self->stack, spinner, "opening");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  return GTK_WIDGET (self->stack);
}

static void
ent_reading_dialog_dispose (GObject *object)
{
  EntReadingDialog *self = ENT_READING_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_fd (&self->fd, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_reading_dialog_parent_class)->dispose (object);
}

static void
ent_reading_dialog_finalize (GObject *object)
{
  g_clear_object (&ENT_READING_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (ent_reading_dialog_parent_class)->finalize (object);
}

static void
closed_cb (EntReadingDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType state, const char *action, int parameter)
{
  gtk_widget_class_add_binding_action (klass, key, state, action, "i", parameter);
}

static void
ent_reading_dialog_class_init (EntReadingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    int step;
  } zooms[] = { { GDK_KEY_plus, 1 },   { GDK_KEY_equal, 1 },        { GDK_KEY_KP_Add, 1 },
                { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },
                { GDK_KEY_KP_0, 0 } };

  G_OBJECT_CLASS (klass)->dispose = ent_reading_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_reading_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "reading.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "reading.step", "i", step_action_cb);
  gtk_widget_class_install_action (widget_class, "reading.zoom", "i", zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "reading.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "reading.make", "i", make_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "reading.search",
                                       NULL);
  bind (widget_class, GDK_KEY_F3, 0, "reading.step", 1);
  bind (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "reading.step", -1);
  bind (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "reading.step", 1);
  bind (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reading.step", -1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    bind (widget_class, zooms[i].key, GDK_CONTROL_MASK, "reading.zoom", zooms[i].step);
}

static void
ent_reading_dialog_init (EntReadingDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  static const char *const waiting[] = { "reading.search", "reading.zoom", "reading.copy",
                                         "reading.make" };

  self->fd = -1;
  self->cancellable = g_cancellable_new ();
  self->identity = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->identity, TRUE);
  gtk_label_set_justify (self->identity, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->identity), "reading-identity");
  gtk_widget_set_visible (GTK_WIDGET (self->identity), FALSE);
  self->banner = ADW_BANNER (
      adw_banner_new (_("This PDF is a scan: there is no text to read, search or select.")));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->identity));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_search_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), create_stack (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), box);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), create_selection_bar (self));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), create_page_bar (self));
  adw_toolbar_view_set_top_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED);
  adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), 920);
  adw_dialog_set_content_height (ADW_DIALOG (self), 1000);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), waiting[i], FALSE);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * ent_reading_dialog_new:
 * @session: the session
 * @document: a document with a PDF
 * @page: the page it opens at, from 1; 0 for the start
 * @start: the words that are lit there, in characters of the page's text
 * @end: the first character after them; as @start for none
 *
 * Returns: (transfer floating): the dialog, which opens the document by itself
 */
AdwDialog *
ent_reading_dialog_new (
    EntSession *session, EntDocument *document, guint page, guint start, guint end)
{
  EntReadingDialog *self = g_object_new (ENT_TYPE_READING_DIALOG, NULL);
  g_autofree char *title = NULL;

  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  self->page = page;
  self->range = (EntPdfRange) { start, end };
  title = dup_title (self);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  ent_reading_source_extract_async (session, document, self->cancellable, extracted_cb,
                                    g_object_ref (self));

  return ADW_DIALOG (self);
}
