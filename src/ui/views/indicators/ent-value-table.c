/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-value-table.h"

#include <glib/gi18n-lib.h>

#include "ui/views/indicators/ent-value-block.h"

static void
row_free (gpointer data)
{
  EntValueRow *row = data;

  g_free (row->dimension);
  g_free (row->label);
  g_free (row);
}

void
ent_value_table_free (EntValueTable *self)
{
  g_object_unref (self->session);
  g_object_unref (self->indicator);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->periods);
  g_free (self);
}

static EntValueRow *
find_row (EntValueTable *self, EntId territory, const char *dimension)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      EntValueRow *row = g_ptr_array_index (self->rows, i);

      if (row->territory == territory && g_strcmp0 (row->dimension, dimension) == 0)
        return row;
    }

  return NULL;
}

static EntValueRow *
add_row (EntValueTable *self, const char *kind, char *label)
{
  EntValueRow *row = g_new0 (EntValueRow, 1);

  row->kind = kind;
  row->label = label;
  g_ptr_array_add (self->rows, row);

  return row;
}

static char *
dup_label (EntValueTable *self, EntMeasurement *value)
{
  g_autofree char *territory = ent_project_dup_title (ent_session_get_project (self->session),
                                                      value->territory,
                                                      ent_session_get_lang (self->session));

  if (territory && value->dimension)
    return g_strdup_printf ("%s · %s", territory, value->dimension);

  return territory ? g_steal_pointer (&territory) : g_strdup (value->dimension);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntValueRow *left = *(EntValueRow *const *) a;
  const EntValueRow *right = *(EntValueRow *const *) b;

  if ((left->dimension != NULL) != (right->dimension != NULL))
    return left->dimension ? 1 : -1;

  return g_utf8_collate (left->label, right->label);
}

/* Territories, then break-downs, each once. */
static void
add_parts (EntValueTable *self)
{
  g_autoptr (GPtrArray) values = ent_project_get_children (
      ent_session_get_project (self->session), ent_record_get_id (ENT_RECORD (self->indicator)),
      &ent_measurement_table, "indicator");

  for (guint i = 0; i < values->len; i++)
    {
      EntMeasurement *value = g_ptr_array_index (values, i);
      EntValueRow *row;

      if (g_strcmp0 (value->kind, "actual") != 0 || (!value->territory && !value->dimension)
          || find_row (self, value->territory, value->dimension))
        continue;
      row = add_row (self, "actual", dup_label (self, value));
      row->territory = value->territory;
      row->dimension = g_strdup (value->dimension);
    }
  if (self->rows->len > 2)
    g_sort_array (self->rows->pdata + 2, self->rows->len - 2, sizeof (gpointer), compare_rows,
                  NULL);
}

/**
 * ent_value_table_new:
 * @session: the session
 * @indicator: an indicator
 *
 * Returns: (transfer full): its table as it is now: the target, the whole, then its parts
 */
EntValueTable *
ent_value_table_new (EntSession *session, EntIndicator *indicator)
{
  EntValueTable *self = g_new0 (EntValueTable, 1);
  g_auto (EntIndicatorBasis) basis = { NULL };

  ent_indicator_basis_init (&basis, ent_session_get_project (session),
                            ent_session_get_today (session));
  self->session = g_object_ref (session);
  self->indicator = g_object_ref (indicator);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->periods = ent_indicator_get_periods (&basis, indicator);
  add_row (self, "target", g_strdup (_("Target")));
  add_row (self, "actual",
           g_strdup (indicator->filter ? C_ ("indicator", "Counted") : C_ ("indicator", "Value")))
      ->is_counted = indicator->filter != NULL;
  if (!indicator->filter)
    add_parts (self);

  return self;
}

/* Whether both have the same rows and columns. */
gboolean
ent_value_table_is_like (EntValueTable *self, EntValueTable *other)
{
  if (self->rows->len != other->rows->len || self->periods->len != other->periods->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const EntValueRow *left = g_ptr_array_index (self->rows, i);
      const EntValueRow *right = g_ptr_array_index (other->rows, i);

      if (!g_str_equal (left->label, right->label) || left->is_counted != right->is_counted
          || left->territory != right->territory)
        return FALSE;
    }
  for (guint i = 0; i < self->periods->len; i++)
    if (!g_str_equal (ent_date_get_text (g_ptr_array_index (self->periods, i)),
                      ent_date_get_text (g_ptr_array_index (other->periods, i))))
      return FALSE;

  return TRUE;
}

/* What was entered in a cell, NULL for nothing. */
EntMeasurement *
ent_value_table_get (EntValueTable *self, guint row, guint column)
{
  const EntValueRow *which = g_ptr_array_index (self->rows, row);

  return ent_indicator_find_measurement (ent_session_get_project (self->session), self->indicator,
                                         which->kind, g_ptr_array_index (self->periods, column),
                                         which->territory, which->dimension);
}

static const EntColumn *
column_of (const char *name)
{
  return ent_table_find_column (&ent_measurement_table, name);
}

static gboolean
add_measurement (EntValueTable *self,
                 EntAction *action,
                 guint row,
                 guint column,
                 const char *value,
                 GError **error)
{
  const EntValueRow *which = g_ptr_array_index (self->rows, row);
  g_autofree char *indicator = ent_id_to_string (ent_record_get_id (ENT_RECORD (self->indicator)));
  g_autofree char *territory = which->territory ? ent_id_to_string (which->territory) : NULL;
  const char *period = ent_date_get_text (g_ptr_array_index (self->periods, column));
  EntId id = ent_action_add (action, &ent_measurement_table, ENT_ID_NONE, error);

  return id != ENT_ID_NONE && ent_action_set (action, id, column_of ("indicator"), indicator, error)
         && ent_action_set (action, id, column_of ("kind"), which->kind, error)
         && ent_action_set (action, id, column_of ("period"), period, error)
         && ent_action_set (action, id, column_of ("value"), value, error)
         && (!territory || ent_action_set (action, id, column_of ("territory"), territory, error))
         && (!which->dimension
             || ent_action_set (action, id, column_of ("dimension"), which->dimension, error));
}

/**
 * ent_value_table_write:
 * @self: a table
 * @action: an action under way
 * @row: a row that is entered
 * @column: a column
 * @value: (nullable): canonical decimal; %NULL for "not known"
 * @error: return location of an error of the store
 *
 * Puts a value into a cell. A value that becomes unknown goes away with its record, unless a
 * comment says something about it.
 *
 * Returns: whether that went well
 */
gboolean
ent_value_table_write (EntValueTable *self,
                       EntAction *action,
                       guint row,
                       guint column,
                       const char *value,
                       GError **error)
{
  EntMeasurement *measurement = ent_value_table_get (self, row, column);
  EntId id = measurement ? ent_record_get_id (ENT_RECORD (measurement)) : ENT_ID_NONE;

  if (!measurement)
    return !value || add_measurement (self, action, row, column, value, error);
  if (value || measurement->comment)
    return ent_action_set (action, id, column_of ("value"), value ? value : "", error);

  return ent_action_delete (action, id, NULL, error);
}

static EntAction *
begin (EntValueTable *self, const char *label)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (self->indicator),
                                                 ent_session_get_project (self->session),
                                                 ent_session_get_lang (self->session));

  return ent_store_begin (ent_session_get_store (self->session), label, title, NULL);
}

/**
 * ent_value_table_set:
 * @self: a table
 * @row: a row that is entered
 * @column: a column
 * @typed: what was typed, in either language; blank or a dash for "not known"
 * @error: return location of an error
 *
 * Writes one cell as one undo step.
 *
 * Returns: whether it was taken; %FALSE with %ENT_ERROR_INVALID_VALUE for what is no number
 */
gboolean
ent_value_table_set (
    EntValueTable *self, guint row, guint column, const char *typed, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *value = NULL;
  EntMeasurement *present = ent_value_table_get (self, row, column);
  g_autoptr (EntAction) action = NULL;

  if (!ent_value_is_missing (text) && !ent_column_parse (column_of ("value"), text, &value, error))
    return FALSE;
  if (g_strcmp0 (present ? present->value : NULL, value) == 0)
    return TRUE;

  /* Translators: line of the history; the title of an indicator */
  action = begin (self, N_ ("Enter a value of “%s”"));
  return ent_value_table_write (self, action, row, column, value, error)
         && ent_action_commit (action, error);
}

static void
problem_free (gpointer data)
{
  EntValueProblem *problem = data;

  g_free (problem->text);
  g_free (problem->sentence);
  g_free (problem);
}

void
ent_value_paste_free (EntValuePaste *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static char **
dup_labels (EntValueTable *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (labels, ((EntValueRow *) g_ptr_array_index (self->rows, i))->label);

  return g_strv_builder_end (labels);
}

static gboolean
paste_cell (EntValueTable *self,
            EntValuePaste *paste,
            EntAction *action,
            int row,
            int column,
            const char *text,
            GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autofree char *value = NULL;
  EntValueProblem *problem;

  if (ent_value_is_missing (text))
    return TRUE;
  if (row < 0 || column < 0
      || ((EntValueRow *) g_ptr_array_index (self->rows, (guint) row))->is_counted)
    {
      paste->n_outside++;
      return TRUE;
    }
  if (ent_column_parse (column_of ("value"), text, &value, &refusal))
    {
      paste->n_filled++;
      return ent_value_table_write (self, action, (guint) row, (guint) column, value, error);
    }

  problem = g_new0 (EntValueProblem, 1);
  problem->row = (guint) row;
  problem->column = (guint) column;
  problem->text = g_strdup (text);
  problem->sentence = g_strdup (refusal->message);
  g_ptr_array_add (paste->problems, problem);

  return TRUE;
}

/**
 * ent_value_table_paste:
 * @self: a table
 * @text: cells of a spreadsheet
 * @row: the row where they go
 * @column: the column
 * @error: return location of an error of the store
 *
 * Fills cells as one undo step. What is blank or a dash changes nothing; what is no number is
 * told cell by cell, and so is how much found no cell.
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL when the store refused
 */
EntValuePaste *
ent_value_table_paste (
    EntValueTable *self, const char *text, guint row, guint column, GError **error)
{
  g_autoptr (EntValuePaste) paste = g_new0 (EntValuePaste, 1);
  g_autoptr (GPtrArray) block = ent_value_block_new (text);
  g_auto (GStrv) labels = dup_labels (self);
  g_autoptr (EntValuePlan)
      plan = ent_value_plan_new (block, (const char *const *) labels, self->periods, row, column);
  /* Translators: line of the history; the title of an indicator */
  g_autoptr (EntAction) action = begin (self, N_ ("Paste values of “%s”"));

  paste->problems = g_ptr_array_new_with_free_func (problem_free);
  for (guint i = 0; i < plan->rows->len; i++)
    for (guint j = 0; j < plan->columns->len; j++)
      {
        int to_row = g_array_index (plan->rows, int, i);
        int to_column = g_array_index (plan->columns, int, j);

        if (to_row != -1 && to_column != -1
            && !paste_cell (self, paste, action, to_row, to_column,
                            ent_value_block_get (block, i, j), error))
          return NULL;
      }
  if (paste->n_filled > 0 && !ent_action_commit (action, error))
    return NULL;

  return g_steal_pointer (&paste);
}
