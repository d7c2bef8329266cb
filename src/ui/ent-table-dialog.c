/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-table-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-table-row-item.h"
#include "ui/widgets/ent-accessible.h"

/* How long rows are worked out before the window is drawn again. */
#define SLICE_US 8000
#define ROWS_AT_ONCE 20

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTableDialog, ent_table_dialog, ADW_TYPE_DIALOG)

static gboolean
is_done (EntTableDialog *self)
{
  return self->plan
         && ent_table_plan_get_n_done (self->plan) == ent_table_plan_get_n_rows (self->plan);
}

static void
update_apply (EntTableDialog *self)
{
  guint n_errors = self->plan ? ent_table_plan_count (self->plan, ENT_ROW_ERROR) : 0;
  guint n_useful = self->plan ? ent_table_plan_count (self->plan, ENT_ROW_NEW)
                                    + ent_table_plan_count (self->plan, ENT_ROW_COMPLETES)
                              : 0;

  gtk_widget_set_sensitive (
      self->apply_button,
      is_done (self) && n_useful > 0
          && (n_errors == 0 || gtk_check_button_get_active (self->skip_button)));
  gtk_widget_set_visible (GTK_WIDGET (self->skip_button), n_errors > 0);
}

static char *
dup_counts (EntTableDialog *self)
{
  guint n_others = ent_table_plan_count_others (self->plan);
  g_autofree char *counts = g_strdup_printf (
      /* Translators: what becomes of the rows of a table. */
      _("New: %u · Completed: %u · Already there: %u · Errors: %u"),
        ent_table_plan_count (self->plan, ENT_ROW_NEW),
        ent_table_plan_count (self->plan, ENT_ROW_COMPLETES),
        ent_table_plan_count (self->plan, ENT_ROW_KNOWN),
        ent_table_plan_count (self->plan, ENT_ROW_ERROR));
  g_autofree char *others = g_strdup_printf (
      /* Translators: organisations, places, positions that rows tell of. */
      ngettext ("%u other record is added with them.", "%u other records are added with them.",
                n_others),
      n_others);

  return n_others > 0 ? g_strconcat (counts, "\n", others, NULL) : g_steal_pointer (&counts);
}

static void
update_counts (EntTableDialog *self)
{
  guint n = ent_table_plan_get_n_rows (self->plan);
  g_autofree char *counts = dup_counts (self);

  gtk_label_set_text (self->count_label, counts);
  gtk_progress_bar_set_fraction (self->progress,
                                 n > 0 ? (double) ent_table_plan_get_n_done (self->plan) / n : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !is_done (self));
  update_apply (self);
  if (is_done (self))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->count_label), counts,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
take_rows (EntTableDialog *self)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = n; i < ent_table_plan_get_n_done (self->plan); i++)
    g_ptr_array_add (fresh, ent_table_row_item_new (ent_table_plan_get_row (self->plan, i)));
  g_list_store_splice (self->items, n, 0, fresh->pdata, fresh->len);
}

/* A slice of the rows at a time, so that the window stays at hand. */
static gboolean
step_cb (gpointer user_data)
{
  EntTableDialog *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE_US;
  gboolean more = TRUE;

  while (more && g_get_monotonic_time () < end)
    more = ent_table_plan_step (self->plan, ROWS_AT_ONCE);
  take_rows (self);
  if (!more)
    self->idle = 0;
  update_counts (self);

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
ent_table_dialog_start (EntTableDialog *self)
{
  ent_table_plan_start (self->plan);
  g_list_store_remove_all (self->items);
  ent_table_columns_fill (self->table_view, self->plan);
  if (self->idle == 0)
    self->idle = g_idle_add (step_cb, self);
  update_counts (self);
}

static void
project_changed_cb (EntTableDialog *self)
{
  if (self->plan && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ent_table_dialog_start (self);
}

static gboolean
knows_a_column (EntTableDialog *self)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    if (ent_table_plan_get_field (self->plan, i))
      return TRUE;

  return FALSE;
}

static void
show_plan (EntTableDialog *self, EntCells *cells)
{
  self->plan = ent_table_plan_new (ent_session_get_project (self->session), self->table,
                                   (const char *const *) self->preset, cells);
  ent_source_prepare (self->kind, self->plan);
  ent_table_dialog_show_columns (self);
  adw_view_stack_set_visible_child_name (
      self->stack, self->all_rows->len > 0 || !knows_a_column (self) ? "columns" : "rows");
  gtk_stack_set_visible_child_name (self->root, "plan");
  ent_table_dialog_start (self);
}

/* Reading. */

static void
read_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EntCells *cells = ent_source_read (data, NULL, &error);

  if (cells)
    g_task_return_pointer (task, cells, (GDestroyNotify) ent_cells_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntTableDialog *self = ENT_TABLE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCells) cells = g_task_propagate_pointer (G_TASK (result), &error);

  if (cells)
    show_plan (self, cells);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (self->wrong_page, error->message);
      gtk_stack_set_visible_child_name (self->root, "wrong");
    }
}

/* Acts. */

static void
cancel_cb (EntTableDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply_cb (EntTableDialog *self)
{
  EntImport *import = ent_table_plan_get_import (self->plan);
  guint n_new = ent_table_plan_count (self->plan, ENT_ROW_NEW);
  guint n_completed = ent_table_plan_count (self->plan, ENT_ROW_COMPLETES);
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (ent_session_get_project (self->session), project_changed_cb,
                                        self);
  if (ent_import_check (import, ent_session_get_project (self->session), &error)
      && ent_store_import (ent_session_get_store (self->session), import, self->name, FALSE,
                           &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, n_new, n_completed);
      return;
    }

  g_signal_connect_object (ent_session_get_project (self->session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
skip_toggled_cb (EntTableDialog *self)
{
  update_apply (self);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  EntTableDialog *self = user_data;

  return !gtk_check_button_get_active (self->remarks_button)
         || ENT_TABLE_ROW_ITEM (item)->message != NULL;
}

static void
remarks_toggled_cb (EntTableDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
ent_table_dialog_dispose (GObject *object)
{
  EntTableDialog *self = ENT_TABLE_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_TABLE_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->items);
  g_clear_pointer (&self->plan, ent_table_plan_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_table_dialog_parent_class)->dispose (object);
}

static void
ent_table_dialog_finalize (GObject *object)
{
  EntTableDialog *self = ENT_TABLE_DIALOG (object);

  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->all_rows);
  g_strfreev (self->preset);
  g_strfreev (self->proposed);
  g_free (self->name);

  G_OBJECT_CLASS (ent_table_dialog_parent_class)->finalize (object);
}

static void
ent_table_dialog_class_init (EntTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_table_dialog_finalize;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", ENT_TYPE_TABLE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                           G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, root);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, wrong_page);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, skip_button);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, remarks_button);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, table_view);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, titles_row);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, all_group);
  gtk_widget_class_bind_template_child (widget_class, EntTableDialog, columns_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remarks_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, ent_table_dialog_titles_changed_cb);
}

/* The table, and the list of rows in it, which has the focus. */
static void
name_table (GtkWidget *table)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows of the table"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (table); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Rows of the table"), -1);
}

static void
ent_table_dialog_init (EntTableDialog *self)
{
  GtkFilterListModel *filtered;

  self->column_rows = g_ptr_array_new ();
  self->all_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (ENT_TYPE_TABLE_ROW_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  gtk_column_view_set_model (self->table_view,
                             GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))));
  name_table (GTK_WIDGET (self->table_view));
  ent_accessible_name_list (GTK_WIDGET (self->titles_row), _("First row"));
}

/**
 * ent_table_dialog_new:
 * @session: the session
 * @table: type of the rows
 * @preset: (nullable): what all rows have: column, value, …, %NULL
 * @start: (nullable): what is proposed for all rows, in the same way
 * @bytes: a file as ent_source_read() takes it, or cells from the clipboard
 * @name: (nullable): name of the file, %NULL for the clipboard
 *
 * Returns: (transfer floating): the dialog, which begins to read
 */
AdwDialog *
ent_table_dialog_new (EntSession *session,
                      const EntTable *table,
                      const char *const *preset,
                      const char *const *start,
                      GBytes *bytes,
                      const char *name)
{
  EntTableDialog *self = g_object_new (ENT_TYPE_TABLE_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  /* Translators: %s is a type of record, as a list: “Agreements”. */
  g_autofree char *title = g_strdup_printf (_("Import: %s"), _(table->plural));

  self->session = g_object_ref (session);
  self->table = table;
  self->kind = ent_source_get_kind (bytes);
  self->preset = g_strdupv ((GStrv) preset);
  self->proposed = g_strdupv ((GStrv) start);
  self->name = name ? g_strdup (name) : g_strconcat (ENT_ARGUMENT_WORD, N_ ("pasted cells"), NULL);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_text (self->subtitle, name ? name : _("Pasted cells"));
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_worker);

  return ADW_DIALOG (self);
}
