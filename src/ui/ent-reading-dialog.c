/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-reading-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ent-error.h"
#include "store/ent-attach.h"
#include "ui/ent-passage-dialog.h"
#include "ui/ent-reading-gate.h"
#include "ui/ent-reading-source.h"
#include "ui/widgets/ent-pdf-pane.h"

struct _EntReadingDialog
{
  AdwDialog parent_instance;

  GtkLabel *identity;
  EntReadingGate *gate;
  EntPdfPane *pane; /* NULL until the document is open */
  GtkWidget *selection_bar;

  EntSession *session;
  EntDocument *document;
  GCancellable *cancellable;
  int fd;
  guint page; /* where it opens, from 1; 0 for the start */
  EntPdfRange range;
  char *words; /* that are looked for there; or NULL */
};

G_DEFINE_FINAL_TYPE (EntReadingDialog, ent_reading_dialog, ADW_TYPE_DIALOG)

static char *
dup_title (EntReadingDialog *self)
{
  return ent_record_dup_title (ENT_RECORD (self->document), ent_session_get_project (self->session),
                               ent_session_get_lang (self->session));
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

  ent_reading_gate_refuse (self->gate, title, error->message);
}

static EntPdfView *
get_view (EntReadingDialog *self)
{
  return self->pane ? ent_pdf_pane_get_view (self->pane) : NULL;
}

static void
selection_changed_cb (EntReadingDialog *self)
{
  EntPdfRange range;
  guint page;
  gboolean any = ent_pdf_view_get_selection (get_view (self), &page, &range);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->selection_bar), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.make", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.copy", any);
}

static void
show_pages (EntReadingDialog *self, EntReadingSource *source)
{
  g_autofree char *title = dup_title (self);

  self->pane = ENT_PDF_PANE (ent_pdf_pane_new (source->pdf, title, source->scan));
  g_signal_connect_object (get_view (self), "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  ent_pdf_pane_set_tools (self->pane, self->selection_bar);
  ent_pdf_pane_serve (self->pane, GTK_WIDGET (self));
  ent_reading_gate_set_content (self->gate, GTK_WIDGET (self->pane));
  ent_reading_gate_open (self->gate);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (get_view (self)));
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
  if (self->page > 0 && self->words)
    ent_pdf_pane_show_hit (self->pane, self->page - 1, self->words);
  else if (self->page > 0)
    ent_pdf_view_show_words (get_view (self), self->page - 1, self->range);
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
  else
    ent_reading_gate_take_error (self->gate, error);
}

static void
open_pdf (EntReadingDialog *self, const char *password)
{
  g_autofree char *title = dup_title (self);

  ent_reading_gate_wait (self->gate, _("Opening the Document…"));
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
    ent_reading_gate_take_error (self->gate, error);
}

static void
copy_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);

  ent_pdf_view_copy (get_view (self));
}

static void
make_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReadingDialog *self = ENT_READING_DIALOG (widget);
  g_autofree char *quote = ent_pdf_view_dup_selected (get_view (self));
  int kind = g_variant_get_int32 (parameter);
  EntPdfRange range;
  guint page;

  if (!quote || *quote == '\0' || kind < 0 || kind >= ENT_PASSAGE_N_KINDS
      || !ent_pdf_view_get_selection (get_view (self), &page, &range))
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
create_selection_bar (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *revealer = gtk_revealer_new ();
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
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (revealer), bar);

  return revealer;
}

static void
ent_reading_dialog_dispose (GObject *object)
{
  EntReadingDialog *self = ENT_READING_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_fd (&self->fd, NULL);
  g_clear_object (&self->selection_bar);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_reading_dialog_parent_class)->dispose (object);
}

static void
ent_reading_dialog_finalize (GObject *object)
{
  EntReadingDialog *self = ENT_READING_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->words);

  G_OBJECT_CLASS (ent_reading_dialog_parent_class)->finalize (object);
}

static void
closed_cb (EntReadingDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
password_cb (EntReadingDialog *self, const char *password)
{
  open_pdf (self, password);
}

static void
ent_reading_dialog_class_init (EntReadingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_reading_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_reading_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "reading.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "reading.make", "i", make_action_cb);
}

static GtkWidget *
create_identity (EntReadingDialog *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->identity = GTK_LABEL (label);
  gtk_label_set_wrap (self->identity, TRUE);
  gtk_label_set_justify (self->identity, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "reading-identity");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static void
ent_reading_dialog_init (EntReadingDialog *self)
{
  AdwToolbarView *view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());

  self->fd = -1;
  self->cancellable = g_cancellable_new ();
  self->gate = g_object_new (ENT_TYPE_READING_GATE, NULL);
  self->selection_bar = g_object_ref_sink (create_selection_bar ());
  g_signal_connect_object (self->gate, "password", G_CALLBACK (password_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (view, adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (view, create_identity (self));
  adw_toolbar_view_set_content (view, GTK_WIDGET (self->gate));
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (view));
  adw_dialog_set_content_width (ADW_DIALOG (self), 920);
  adw_dialog_set_content_height (ADW_DIALOG (self), 1000);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.make", FALSE);
  ent_reading_gate_wait (self->gate, _("Opening the Document…"));
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

/**
 * ent_reading_dialog_look_for:
 * @self: a dialog that was just made, with a page
 * @words: what the search over all documents found on that page, as it was typed
 *
 * Has the words lit as soon as the document is open.
 */
void
ent_reading_dialog_look_for (EntReadingDialog *self, const char *words)
{
  g_set_str (&self->words, words);
}
