/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-review-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "ui/ent-reading-gate.h"
#include "ui/ent-review-pages.h"
#include "ui/ent-review-row.h"
#include "ui/widgets/ent-accessible.h"

#define PROGRESS_MS 100

struct _EntReviewDialog
{
  AdwDialog parent_instance;

  EntSession *session;
  EntReviewText *text;
  GPtrArray *reviews; /* EntReview, one an agreement of the text */
  guint shown;        /* the one in sight */
  GPtrArray *rows;    /* of the items of the one in sight */
  GPtrArray *same_rows;
  GCancellable *cancellable;
  guint pulse;
  gboolean updating;

  AdwWindowTitle *title;
  GtkWidget *apply_button;
  AdwBanner *banner;
  EntReadingGate *gate;
  EntReviewPages *pages; /* NULL until there is something to review */
  AdwBin *pages_bin;
  AdwMultiLayoutView *layouts;
  AdwBottomSheet *sheet;
  AdwComboRow *reading_row;
  AdwComboRow *target_row;
  AdwPreferencesGroup *items_group;
  GtkWidget *same_group;
  AdwExpanderRow *same_row;
  GtkWidget *left_out_group;
  GtkWidget *left_out_row;
};

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReviewDialog, ent_review_dialog, ADW_TYPE_DIALOG)

static EntReview *
get_review (EntReviewDialog *self)
{
  return g_ptr_array_index (self->reviews, self->shown);
}

static void
update_apply (EntReviewDialog *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < self->reviews->len; i++)
    n += ent_review_count_taken (g_ptr_array_index (self->reviews, i));
  /* Translators: button; %u is how many things a text says that are taken over. */
  label = n > 0 ? g_strdup_printf (_("_Apply %u"), n) : g_strdup (_("_Attach Only"));
  gtk_button_set_label (GTK_BUTTON (self->apply_button), label);
  gtk_widget_set_sensitive (self->apply_button, self->reviews->len > 0);
}

/* The rows. */

static void
clear_rows (EntReviewDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->items_group, g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < self->same_rows->len; i++)
    adw_expander_row_remove (self->same_row, g_ptr_array_index (self->same_rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->same_rows, 0);
}

static void
fill_rows (EntReviewDialog *self)
{
  EntReview *review = get_review (self);
  guint n_same = ent_review_count (review, ENT_REVIEW_SAME);
  g_autofree char *right = g_strdup_printf (
      ngettext ("%u already right", "%u already right", n_same), n_same);

  clear_rows (self);
  for (guint i = 0; i < ent_review_get_n_items (review); i++)
    {
      EntReviewState state = ent_review_get_item (review, i)->state;
      GtkWidget *row;

      if (state == ENT_REVIEW_SILENT)
        continue;
      row = ent_review_row_new (self->session, review, i);
      if (state == ENT_REVIEW_SAME)
        {
          adw_expander_row_add_row (self->same_row, row);
          g_ptr_array_add (self->same_rows, row);
        }
      else
        {
          adw_preferences_group_add (self->items_group, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  adw_preferences_group_set_description (self->items_group,
                                         self->rows->len == 0 ? _("Nothing new.") : NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->same_row), right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->same_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  right, -1);
  gtk_widget_set_visible (self->same_group, n_same > 0);
  ent_accessible_name_list (GTK_WIDGET (self->same_row), right);
  ent_review_pages_light (self->pages, review);
  update_apply (self);
}

static void
fill_targets (EntReviewDialog *self)
{
  EntReview *review = get_review (self);
  GArray *targets = ent_review_get_targets (review);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = targets->len;

  for (guint i = 0; i < targets->len; i++)
    {
      EntId id = g_array_index (targets, EntId, i);
      g_autofree char *title = ent_project_dup_title (ent_session_get_project (self->session), id,
                                                      ent_session_get_lang (self->session));

      gtk_string_list_append (model, title);
      if (id == ent_review_get_target (review))
        selected = i;
    }
  gtk_string_list_append (model, _("New agreement"));
  self->updating = TRUE;
  adw_combo_row_set_model (self->target_row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->target_row, selected);
  self->updating = FALSE;
}

static void
target_chosen_cb (EntReviewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->target_row);
  GArray *targets;

  if (self->updating || self->reviews->len == 0)
    return;

  targets = ent_review_get_targets (get_review (self));
  ent_review_set_target (get_review (self), selected < targets->len
                                                ? g_array_index (targets, EntId, selected)
                                                : ENT_ID_NONE);
  fill_rows (self);
}

static void
reading_chosen_cb (EntReviewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->reading_row);

  if (self->updating || selected >= self->reviews->len)
    return;

  self->shown = selected;
  fill_targets (self);
  fill_rows (self);
}

/* Several agreements in one text are seen one by one, and applied together. */
static void
fill_readings (EntReviewDialog *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->reviews->len; i++)
    /* Translators: %1$u of %2$u agreements in one text. */
    gtk_string_list_take (model, g_strdup_printf (_("%1$u of %2$u"), i + 1, self->reviews->len));
  self->updating = TRUE;
  adw_combo_row_set_model (self->reading_row, G_LIST_MODEL (model));
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->reading_row), self->reviews->len > 1);
}

static void
make_reviews (EntReviewDialog *self)
{
  const EntDocumentReading *reading = ent_review_text_get_reading (self->text);

  for (guint i = 0; i < reading->agreements->len; i++)
    {
      const EntAgreementReading *agreement = g_ptr_array_index (reading->agreements, i);

      if (!ent_agreement_reading_is_empty (agreement))
        g_ptr_array_add (self->reviews,
                         ent_review_new (ent_session_get_project (self->session), agreement,
                                         ent_review_text_get_text (self->text)));
    }
}

static void
refuse (EntReviewDialog *self)
{
  const char *sentence = ent_text_is_blank (ent_review_text_get_text (self->text))
      ? _("There is no text to read.")
      : _("The text names no agreement with its parties or its dates. "
                                 "Nothing was changed.");

  ent_reading_gate_refuse (self->gate, _("No Agreement Found"), sentence);
  gtk_widget_set_visible (self->apply_button, FALSE);
}

/* What is long is read in part, which nobody is to take for the whole. */
static void
warn_of_rest (EntReviewDialog *self)
{
  EntPdf *pdf = ent_review_text_get_pdf (self->text);
  guint n_read = ent_review_text_get_n_read (self->text);
  g_autofree char *words = NULL;

  if (!pdf || n_read == ent_pdf_get_n_pages (pdf))
    return;
  words = g_strdup_printf (_("Only the first %1$u of %2$u pages were read."), n_read,
                             ent_pdf_get_n_pages (pdf));
  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
show_review (EntReviewDialog *self)
{
  const EntDocumentReading *reading = ent_review_text_get_reading (self->text);
  const char *rest = ent_review_text_get_text (self->text) + reading->end;

  warn_of_rest (self);
  make_reviews (self);
  if (self->reviews->len == 0)
    {
      refuse (self);
      return;
    }

  self->pages = ENT_REVIEW_PAGES (ent_review_pages_new (self->text));
  adw_bin_set_child (self->pages_bin, GTK_WIDGET (self->pages));
  ent_review_pages_serve (self->pages, GTK_WIDGET (self));
  fill_readings (self);
  fill_targets (self);
  fill_rows (self);
  gtk_widget_set_visible (self->left_out_group, !ent_text_is_blank (rest));
  ent_reading_gate_open (self->gate);
  gtk_widget_grab_focus (self->apply_button);
}

/* Reading. */

static gboolean
pulse_cb (gpointer user_data)
{
  EntReviewDialog *self = user_data;

  ent_reading_gate_set_progress (self->gate, ent_review_text_get_progress (self->text));
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = ent_review_text_read_finish (ENT_REVIEW_TEXT (source), result, &error);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  if (done)
    show_review (self);
  else
    ent_reading_gate_take_error (self->gate, error);
}

static void
start (EntReviewDialog *self)
{
  ent_reading_gate_wait (self->gate, _("Reading the Document…"));
  self->pulse = g_timeout_add (PROGRESS_MS, pulse_cb, self);
  ent_review_text_read_async (self->text, self->cancellable, read_cb, g_object_ref (self));
}

static void
password_cb (EntReviewDialog *self, const char *password)
{
  ent_review_text_set_password (self->text, password);
  start (self);
}

/* Acts. */

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntReviewDialog *self = ENT_REVIEW_DIALOG (widget);
  guint item, choice;

  g_variant_get (parameter, "(uu)", &item, &choice);
  ent_review_set_choice (get_review (self), item, choice);
  update_apply (self);
}

static gboolean
refill_cb (gpointer user_data)
{
  g_autoptr (EntReviewDialog) self = user_data;

  if (self->session)
    fill_rows (self);
  return G_SOURCE_REMOVE;
}

/* The row that asked goes with the others: not before it has ended. */
static void
mean_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntReviewDialog *self = ENT_REVIEW_DIALOG (widget);
  guint item;
  EntId known;

  g_variant_get (parameter, "(ux)", &item, &known);
  if (ent_review_get_item (get_review (self), item)->known == known)
    return;
  ent_review_set_known (get_review (self), item, known);
  g_idle_add (refill_cb, g_object_ref (self));
}

static void
show_passage (EntReviewDialog *self, guint start, guint end)
{
  if (g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0)
    {
      adw_bottom_sheet_set_open (self->sheet, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->pages));
    }
  ent_review_pages_look_at (self->pages, start, end);
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntReviewDialog *self = ENT_REVIEW_DIALOG (widget);
  const EntReviewItem *item = ent_review_get_item (get_review (self),
                                                   g_variant_get_uint32 (parameter));

  show_passage (self, item->proposal->start, item->proposal->end);
}

static void
show_left_out_cb (EntReviewDialog *self)
{
  const char *text = ent_review_text_get_text (self->text);

  show_passage (self, ent_review_text_get_reading (self->text)->end, (guint) strlen (text));
}

static void
ignore_cb (EntReviewDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
project_changed_cb (EntReviewDialog *self)
{
  if (self->reviews->len == 0)
    return;

  g_ptr_array_set_size (self->reviews, 0);
  self->shown = 0;
  make_reviews (self);
  fill_readings (self);
  fill_targets (self);
  fill_rows (self);
}

static void
watch (EntReviewDialog *self, gboolean on)
{
  EntProject *project = ent_session_get_project (self->session);

  if (on)
    g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_handlers_disconnect_by_func (project, project_changed_cb, self);
}

static void
apply_cb (EntReviewDialog *self)
{
  g_autoptr (EntImport) import = ent_import_new ();
  EntProject *project = ent_session_get_project (self->session);
  gboolean completed = ent_review_get_target (g_ptr_array_index (self->reviews, 0)) != ENT_ID_NONE;
  g_autoptr (GError) error = NULL;
  EntReviewSource source;
  EntId document, agreement = ENT_ID_NONE;

  ent_review_text_get_source (self->text, &source);
  document = ent_review_add_source (import, project, &source);
  for (guint i = self->reviews->len; i > 0; i--)
    agreement = ent_review_fill (g_ptr_array_index (self->reviews, i - 1), import, document,
                                 source.role);
  watch (self, FALSE);
  if (ent_import_check (import, project, &error)
      && ent_store_import (ent_session_get_store (self->session), import, source.file_name, FALSE,
                           &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[SIGNAL_APPLIED], 0, agreement, completed);
      return;
    }

  watch (self, TRUE);
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
ent_review_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (ENT_REVIEW_DIALOG (dialog)->cancellable);
}

static void
ent_review_dialog_dispose (GObject *object)
{
  EntReviewDialog *self = ENT_REVIEW_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_REVIEW_DIALOG);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_object (&self->text);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_review_dialog_parent_class)->dispose (object);
}

static void
ent_review_dialog_finalize (GObject *object)
{
  EntReviewDialog *self = ENT_REVIEW_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->same_rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ent_review_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, title);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, gate);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, pages_bin);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, layouts);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, reading_row);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, items_group);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, same_group);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, same_row);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, EntReviewDialog, left_out_row);
}

static void
ent_review_dialog_class_init (EntReviewDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_review_dialog_dispose;
  object_class->finalize = ent_review_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ent_review_dialog_closed;

  signals[SIGNAL_APPLIED] = g_signal_new ("applied", ENT_TYPE_REVIEW_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                          G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "review.choose", "(uu)", choose_cb);
  gtk_widget_class_install_action (widget_class, "review.mean", "(ux)", mean_cb);
  gtk_widget_class_install_action (widget_class, "review.show", "u", show_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-review-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, ignore_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_left_out_cb);
}

static void
ent_review_dialog_init (EntReviewDialog *self)
{
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_review_free);
  self->rows = g_ptr_array_new ();
  self->same_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  g_type_ensure (ENT_TYPE_READING_GATE);
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_accessible_name_list (GTK_WIDGET (self->target_row), _("Completes"));
  ent_accessible_name_list (self->left_out_row, _("1 passage left out"));
}

/**
 * ent_review_dialog_new:
 * @session: the session
 * @text: a document or text, not read yet
 *
 * Returns: (transfer floating): the dialog, which begins to read
 */
AdwDialog *
ent_review_dialog_new (EntSession *session, EntReviewText *text)
{
  EntReviewDialog *self = g_object_new (ENT_TYPE_REVIEW_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->text = g_object_ref (text);
  adw_window_title_set_subtitle (self->title, ent_review_text_get_name (text));
  watch (self, TRUE);
  start (self);

  return ADW_DIALOG (self);
}
