/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-item.h"

#include "base/ent-text.h"
#include "model/ent-country.h"
#include "ui/widgets/ent-record-spec.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRecordItem, ent_record_item, G_TYPE_OBJECT)

static void
clear_words (EntRecordItem *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->title_key, g_free);
  g_clear_pointer (&self->line, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->haystack, g_free);
  self->country_id = ENT_ID_NONE;
  self->order = 0;
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      g_clear_pointer (&self->cells[i].words, g_free);
      g_clear_pointer (&self->cells[i].key, g_free);
    }
}

static void
ent_record_item_finalize (GObject *object)
{
  EntRecordItem *self = ENT_RECORD_ITEM (object);

  clear_words (self);
  g_free (self->cells);
  g_free (self->facts);
  g_free (self->print);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ent_record_item_parent_class)->finalize (object);
}

static void
ent_record_item_class_init (EntRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_record_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_RECORD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_record_item_init (EntRecordItem *self)
{
}

/**
 * ent_record_item_take_words:
 * @self: an item
 * @column: number of a column of the table
 * @words: (transfer full) (nullable): what stands there; "–" where nothing does
 * @lang: "fr" or "en"
 *
 * Fills a column that is sorted as words are.
 */
void
ent_record_item_take_words (EntRecordItem *self, guint column, char *words, const char *lang)
{
  EntRecordCell *cell = &self->cells[column];

  cell->key = words ? ent_text_collate_key (words, lang) : NULL;
  cell->words = words ? words : g_strdup ("–");
  cell->number = words ? 0 : 1;
}

/**
 * ent_record_item_take_number:
 * @self: an item
 * @column: number of a column of the table
 * @words: (transfer full) (nullable): what stands there; "–" where nothing does
 * @number: the smallest is sorted first
 *
 * Fills a column that is sorted by a number, such as a day.
 */
void
ent_record_item_take_number (EntRecordItem *self, guint column, char *words, int number)
{
  EntRecordCell *cell = &self->cells[column];

  cell->words = words ? words : g_strdup ("–");
  cell->number = number;
}

/**
 * ent_record_item_set_place:
 * @self: an item
 * @project: the graph
 * @place: id of a place, or none
 * @lang: "fr" or "en"
 *
 * Says in which country the record is, unless that has been said.
 */
void
ent_record_item_set_place (EntRecordItem *self, EntProject *project, EntId place, const char *lang)
{
  if (self->country_id)
    return;

  self->country_id = ent_place_get_country (project, place);
  if (self->country_id)
    self->country = ent_project_dup_title (project, self->country_id, lang);
}

static void
append_searchable (GString *text, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      const char *value = NULL;
      const char *english = NULL;

      if ((column->flags & ENT_COLUMN_SEARCHABLE) == 0)
        continue;
      value = ent_record_get_string (record, column);
      english = ent_record_get_translation (record, column->name, "en");
      if (value)
        g_string_append_printf (text, "%s ", value);
      if (english)
        g_string_append_printf (text, "%s ", english);
    }
}

static char *
create_haystack (EntRecordItem *self, EntProject *project)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) aliases = ent_project_get_children (
      project, ent_record_get_id (self->record), &ent_alias_table, "record");

  append_searchable (text, self->record);
  g_string_append_printf (text, "%s %s ", self->line, self->country ? self->country : "");
  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, "%s ", ENT_ALIAS (g_ptr_array_index (aliases, i))->name);

  return ent_text_fold (text->str);
}

static void
add_words (GChecksum *sum, const char *words)
{
  if (words)
    g_checksum_update (sum, (const guchar *) words, -1);
  g_checksum_update (sum, (const guchar *) "", 1);
}

static void
add_number (GChecksum *sum, gint64 number)
{
  g_checksum_update (sum, (const guchar *) &number, sizeof number);
}

/* Of everything that is shown, or that puts the item in its place. */
static char *
create_print (EntRecordItem *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);

  add_words (sum, self->title);
  add_words (sum, self->line);
  add_words (sum, self->note);
  add_words (sum, self->haystack);
  add_number (sum, self->country_id);
  add_number (sum, self->order);
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      add_words (sum, self->cells[i].words);
      add_number (sum, self->cells[i].number);
    }
  if (self->facts)
    g_checksum_update (sum, self->facts, (gssize) self->spec->facts_size);

  return g_strdup (g_checksum_get_string (sum));
}

/**
 * ent_record_item_refresh:
 * @self: an item
 * @project: the graph
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Works out again what the list shows of the record.
 *
 * Returns: whether any of it is another
 */
gboolean
ent_record_item_refresh (EntRecordItem *self, EntProject *project, const char *lang, int today)
{
  g_autofree char *print = NULL;

  clear_words (self);
  self->title = ent_record_dup_title (self->record, project, lang);
  self->title_key = ent_text_collate_key (self->title, lang);
  self->spec->fill (self, project, lang, today);
  if (!self->line)
    self->line = g_strdup ("");
  if (!self->note)
    self->note = g_strdup ("");
  self->haystack = create_haystack (self, project);
  print = create_print (self);
  if (g_strcmp0 (print, self->print) == 0)
    return FALSE;

  g_set_str (&self->print, print);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * ent_record_item_new:
 * @spec: what the list shows; must outlive the item
 * @project: the graph
 * @record: a record of the type of @spec
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Returns: (transfer full): the record as the list shows it
 */
EntRecordItem *
ent_record_item_new (
    const EntRecordSpec *spec, EntProject *project, EntRecord *record, const char *lang, int today)
{
  EntRecordItem *self = g_object_new (ENT_TYPE_RECORD_ITEM, NULL);

  self->spec = spec;
  self->record = g_object_ref (record);
  self->cells = g_new0 (EntRecordCell, spec->n_columns);
  self->facts = spec->facts_size ? g_malloc0 (spec->facts_size) : NULL;
  ent_record_item_refresh (self, project, lang, today);

  return self;
}
