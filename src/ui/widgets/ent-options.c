/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-options.h"

/* Lists longer than this can be searched in their popover. */
#define SEARCHABLE_LENGTH 10

static void
append (EntOptions *self, const char *value, const char *words)
{
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->words, words);
}

/**
 * ent_options_new:
 * @session: the session
 * @column: a choice
 * @may_be_none: whether "none" is offered
 *
 * Returns: (transfer full): the options
 */
EntOptions *
ent_options_new (EntSession *session, const EntColumn *column, gboolean may_be_none)
{
  EntOptions *self = g_new0 (EntOptions, 1);
  const char *lang = ent_session_get_lang (session);

  self->words = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  if (may_be_none)
    append (self, NULL, "–");
  for (const EntChoice *choice = column->choices; choice && choice->value; choice++)
    append (self, choice->value, ent_choice_get_words (choice, lang));

  return self;
}

void
ent_options_free (EntOptions *self)
{
  g_object_unref (self->words);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* Whether "none" is offered. */
gboolean
ent_options_may_be_none (EntOptions *self)
{
  return self->values->len > 0 && g_ptr_array_index (self->values, 0) == NULL;
}

/**
 * ent_options_find:
 * @self: options
 * @value: (nullable): a canonical value
 *
 * Returns: its position, 0 when it is not among them
 */
guint
ent_options_find (EntOptions *self, const char *value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->values, i), value) == 0)
      return i;

  return 0;
}

/**
 * ent_options_set_up_row:
 * @self: options
 * @row: a combo row
 *
 * Makes the row offer the options, with a search where they are many.
 */
void
ent_options_set_up_row (EntOptions *self, AdwComboRow *row)
{
  g_autoptr (GtkExpression)
      expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, self->values->len > SEARCHABLE_LENGTH);
  adw_combo_row_set_model (row, G_LIST_MODEL (self->words));
}

/**
 * ent_options_get_selected:
 * @self: options
 * @row: the row that offers them
 *
 * Returns: (transfer none) (nullable): the value picked, %NULL for none
 */
const char *
ent_options_get_selected (EntOptions *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}
