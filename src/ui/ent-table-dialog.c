/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/ent-source.h"
#include "ui/ent-table-row-item.h"
#include "ui/widgets/ent-accessible.h"

/* How long rows are worked out before the window is drawn again. */
#define SLICE_US 8000
#define ROWS_AT_ONCE 20

struct _EntTableDialog
{
  AdwDialog parent_instance;

  EntSession *session;
  const EntTable *table;
  GStrv preset;
  EntSourceKind kind;
  GStrv proposed; /* column, value, …, NULL */
  char *name; /* for the history */
  EntTablePlan *plan;
  GListStore *items; /* EntTableRowItem */
  GtkFilter *filter;
  GPtrArray *column_rows; /* AdwComboRow, one a column */
  GPtrArray *all_rows;    /* what is asked for all rows */
  GCancellable *cancellable;
  guint idle;
  gboolean updating; /* the rows follow the plan */

  GtkLabel *subtitle;
  GtkWidget *apply_button;
  AdwBanner *banner;
  GtkStack *root;
  AdwStatusPage *wrong_page;
  AdwViewStack *stack;
  GtkLabel *count_label;
  GtkProgressBar *progress;
  GtkCheckButton *skip_button;
  GtkCheckButton *remarks_button;
  GtkColumnView *table_view;
  AdwSwitchRow *titles_row;
  AdwPreferencesGroup *all_group;
  AdwPreferencesGroup *columns_group;
};

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

static void
start (EntTableDialog *self)
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
    start (self);
}

/* What the columns hold. */

static void
show_map (EntTableDialog *self)
{
  GPtrArray *fields = ent_table_plan_get_fields (self->plan);

  self->updating = TRUE;
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      guint at = GTK_INVALID_LIST_POSITION;

      if (!g_ptr_array_find (fields, ent_table_plan_get_field (self->plan, i), &at))
        at = GTK_INVALID_LIST_POSITION;
      adw_combo_row_set_selected (g_ptr_array_index (self->column_rows, i),
                                  at == GTK_INVALID_LIST_POSITION ? 0 : at + 1);
    }
  self->updating = FALSE;
}

static void
value_chosen_cb (EntTableDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  const EntTableField *field = g_object_get_data (G_OBJECT (row), "ent-field");
  guint selected = adw_combo_row_get_selected (row);
  const char *value = selected > 0 ? field->column->choices[selected - 1].value : NULL;

  ent_table_plan_set_value (self->plan, field->name, value, NULL);
  start (self);
}

static void
value_applied_cb (EntTableDialog *self, AdwEntryRow *row)
{
  const EntTableField *field = g_object_get_data (G_OBJECT (row), "ent-field");
  g_autoptr (GError) error = NULL;

  if (!ent_table_plan_set_value (self->plan, field->name,
                                 gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, error != NULL);
  start (self);
}

/* What the list proposes is chosen, and can be chosen otherwise. */
static void
propose (EntTableDialog *self, AdwComboRow *row, const EntTableField *field)
{
  const char *value = field->part ? NULL
                                  : ent_table_find_preset ((const char *const *) self->proposed,
                                                           field->column);

  for (guint i = 0; value && field->column->choices[i].value; i++)
    if (g_str_equal (field->column->choices[i].value, value)
        && ent_table_plan_set_value (self->plan, field->name, value, NULL))
      adw_combo_row_set_selected (row, i + 1);
}

static GtkWidget *
create_all_row (EntTableDialog *self, const EntTableField *field)
{
  const char *lang = ent_words_interface_language ();
  g_autofree char *label = ent_table_field_dup_label (field, lang);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row;

  if (field->column->kind == ENT_KIND_CHOICE)
    {
      row = adw_combo_row_new ();
      gtk_string_list_append (words, _("Not chosen"));
      for (const EntChoice *choice = field->column->choices; choice->value; choice++)
        gtk_string_list_append (words, ent_choice_get_words (choice, lang));
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
      propose (self, ADW_COMBO_ROW (row), field);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (value_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      row = adw_entry_row_new ();
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      g_signal_connect_object (row, "apply", G_CALLBACK (value_applied_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "ent-field", (gpointer) field);

  return row;
}

static gboolean
asks_the_same (EntTableDialog *self, GPtrArray *lacking)
{
  if (lacking->len != self->all_rows->len)
    return FALSE;
  for (guint i = 0; i < lacking->len; i++)
    if (g_object_get_data (g_ptr_array_index (self->all_rows, i), "ent-field")
        != g_ptr_array_index (lacking, i))
      return FALSE;

  return TRUE;
}

/* Asks for what every row must have and no column holds. */
static void
update_all_group (EntTableDialog *self)
{
  g_autoptr (GPtrArray) lacking = ent_table_plan_get_lacking (self->plan);

  if (asks_the_same (self, lacking))
    return;

  for (guint i = 0; i < self->all_rows->len; i++)
    adw_preferences_group_remove (self->all_group, g_ptr_array_index (self->all_rows, i));
  g_ptr_array_set_size (self->all_rows, 0);
  for (guint i = 0; i < lacking->len; i++)
    {
      GtkWidget *row = create_all_row (self, g_ptr_array_index (lacking, i));

      g_ptr_array_add (self->all_rows, row);
      adw_preferences_group_add (self->all_group, row);
      ent_accessible_name_list (row, _("The Same in All Rows"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all_group), lacking->len > 0);
}

static void
map_changed_cb (EntTableDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ent-column"));
  guint selected = adw_combo_row_get_selected (row);
  GPtrArray *fields = ent_table_plan_get_fields (self->plan);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  ent_table_plan_set_field (self->plan, column,
                            selected > 0 ? g_ptr_array_index (fields, selected - 1) : NULL);
  show_map (self);
  update_all_group (self);
  start (self);
}

static char *
dup_column_title (EntTableDialog *self, guint column)
{
  EntCells *cells = ent_table_plan_get_sheet (self->plan);
  const char *title = ent_table_plan_get_has_titles (self->plan) ? ent_cells_get (cells, 0, column)
                                                                 : "";

  /* Translators: a column of a table without titles. */
  return *title ? g_strdup (title) : g_strdup_printf (_("Column %u"), column + 1);
}

/* What stands first in the column, so that one sees what it is. */
static const char *
find_example (EntTableDialog *self, guint column)
{
  EntCells *cells = ent_table_plan_get_sheet (self->plan);

  for (guint row = ent_table_plan_get_has_titles (self->plan) ? 1 : 0;
       row < ent_cells_get_n_rows (cells); row++)
    if (*ent_cells_get (cells, row, column))
      return ent_cells_get (cells, row, column);

  return "";
}

static void
show_titles (EntTableDialog *self)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->column_rows, i);
      g_autofree char *title = dup_column_title (self, i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), find_example (self, i));
    }
}

static void
create_column_rows (EntTableDialog *self)
{
  GPtrArray *fields = ent_table_plan_get_fields (self->plan);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *lang = ent_words_interface_language ();

  gtk_string_list_append (words, _("Left out"));
  for (guint i = 0; i < fields->len; i++)
    gtk_string_list_take (words, ent_table_field_dup_label (g_ptr_array_index (fields, i), lang));

  for (guint i = 0; i < ent_cells_get_n_columns (ent_table_plan_get_sheet (self->plan)); i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkExpression)
          expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
      adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row),
                                           GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
      g_object_set_data (G_OBJECT (row), "ent-column", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (map_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->column_rows, row);
      adw_preferences_group_add (self->columns_group, row);
      ent_accessible_name_list (row, _("What the Columns Hold"));
    }
}

static void
titles_changed_cb (EntTableDialog *self)
{
  if (self->updating || !self->plan)
    return;

  ent_table_plan_set_has_titles (self->plan, adw_switch_row_get_active (self->titles_row));
  show_titles (self);
  show_map (self);
  update_all_group (self);
  start (self);
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
  self->updating = TRUE;
  create_column_rows (self);
  adw_switch_row_set_active (self->titles_row, ent_table_plan_get_has_titles (self->plan));
  self->updating = FALSE;
  show_titles (self);
  show_map (self);
  update_all_group (self);
  gtk_widget_set_visible (GTK_WIDGET (self->all_group), self->all_rows->len > 0);
  adw_view_stack_set_visible_child_name (
      self->stack, self->all_rows->len > 0 || !knows_a_column (self) ? "columns" : "rows");
  gtk_stack_set_visible_child_name (self->root, "plan");
  start (self);
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
  gtk_widget_class_bind_template_callback (widget_class, titles_changed_cb);
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
