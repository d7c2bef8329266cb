/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table hold, and what is the same in all its rows. */

#include "ui/ent-table-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-accessible.h"

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
  ent_table_dialog_start (self);
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
  ent_table_dialog_start (self);
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
  ent_table_dialog_start (self);
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

/* The switch was turned: the first row holds titles, or it is like the others. */
void
ent_table_dialog_titles_changed_cb (EntTableDialog *self)
{
  if (self->updating || !self->plan)
    return;

  ent_table_plan_set_has_titles (self->plan, adw_switch_row_get_active (self->titles_row));
  show_titles (self);
  show_map (self);
  update_all_group (self);
  ent_table_dialog_start (self);
}

/* Shows the columns of the plan, which is new, and asks for what none of them holds. */
void
ent_table_dialog_show_columns (EntTableDialog *self)
{
  self->updating = TRUE;
  create_column_rows (self);
  adw_switch_row_set_active (self->titles_row, ent_table_plan_get_has_titles (self->plan));
  self->updating = FALSE;
  show_titles (self);
  show_map (self);
  update_all_group (self);
  gtk_widget_set_visible (GTK_WIDGET (self->all_group), self->all_rows->len > 0);
}
