/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-options.h"

#include "base/ent-text.h"

/* Lists longer than this can be searched in their popover. */
#define SEARCHABLE_LENGTH 10

typedef struct
{
  char *key;
  char *title;
  char *id;
} Target;

static void
target_clear (gpointer data)
{
  Target *target = data;

  g_free (target->key);
  g_free (target->title);
  g_free (target->id);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Target *) a)->key, ((const Target *) b)->key);
}

static void
append (EntOptions *self, const char *value, const char *words)
{
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->words, words);
}

static void
append_targets (EntOptions *self, EntSession *session, const EntTable *table)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GListModel *records = ent_project_get_list (project, table);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));

  g_array_set_clear_func (targets, target_clear);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, i);
      Target target;

      target.title = ent_record_dup_title (record, project, lang);
      target.key = ent_text_collate_key (target.title, lang);
      target.id = ent_id_to_string (ent_record_get_id (record));
      g_array_append_val (targets, target);
    }
  g_array_sort (targets, compare_targets);

  for (guint i = 0; i < targets->len; i++)
    append (self, g_array_index (targets, Target, i).id, g_array_index (targets, Target, i).title);
}

/**
 * ent_options_new:
 * @session: the session
 * @column: a choice or a reference
 * @target: (nullable): type of the records a reference is picked from
 * @may_be_none: whether "none" is offered
 *
 * Returns: (transfer full): the options, records in the order of the language
 */
EntOptions *
ent_options_new (EntSession *session,
                 const EntColumn *column,
                 const EntTable *target,
                 gboolean may_be_none)
{
  EntOptions *self = g_new0 (EntOptions, 1);
  const char *lang = ent_session_get_lang (session);

  self->words = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  if (may_be_none)
    append (self, NULL, "–");
  if (column->kind == ENT_KIND_REFERENCE)
    append_targets (self, session, target);
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
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

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
