/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-record.h"

#include <math.h>
#include <string.h>

#include "base/ent-number.h"
#include "model/ent-choices.h"
#include "model/ent-project.h"
#include "model/ent-record-private.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntRecord, ent_record, G_TYPE_OBJECT)

/* Columns of the registry row live in the private part: their offset counts from there. */
#define PRIVATE(member) G_STRUCT_OFFSET (EntRecordPrivate, member)

const EntColumn ent_record_columns[] = {
  { "lang", ENT_KIND_TEXT, PRIVATE (lang), ENT_COLUMN_NONE, N_ ("Language"), NULL, NULL },
  { "visibility", ENT_KIND_CHOICE, PRIVATE (visibility), ENT_COLUMN_NONE, N_ ("Visibility"), NULL,
    ent_choices_visibility },
};
const guint ent_record_n_columns = G_N_ELEMENTS (ent_record_columns);

gpointer
_ent_record_get_member (EntRecord *self, const EntColumn *column)
{
  if (column >= ent_record_columns && column < ent_record_columns + ent_record_n_columns)
    return G_STRUCT_MEMBER_P (ent_record_get_instance_private (self), column->offset);

  return G_STRUCT_MEMBER_P (self, column->offset);
}

EntRecordPrivate *
_ent_record_get_private (EntRecord *self)
{
  return ent_record_get_instance_private (self);
}

static void
ent_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntRecord *self = ENT_RECORD (object);
  const EntTable *table = ENT_RECORD_GET_CLASS (self)->table;
  const EntColumn *column = &table->columns[prop_id - 1];

  switch (column->kind)
    {
    case ENT_KIND_DATE:
      g_value_set_boxed (value, ent_record_get_date (self, column));
      break;
    case ENT_KIND_INTEGER:
      g_value_set_int64 (value, ent_record_get_integer (self, column));
      break;
    case ENT_KIND_REFERENCE:
      g_value_set_int64 (value, ent_record_get_reference (self, column));
      break;
    case ENT_KIND_REAL:
      g_value_set_double (value, ent_record_get_real (self, column));
      break;
    case ENT_KIND_FLAG:
      g_value_set_boolean (value, ent_record_get_flag (self, column));
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      g_value_set_string (value, ent_record_get_string (self, column));
      break;
    }
}

static GParamSpec *
create_pspec (const EntColumn *column)
{
  const GParamFlags flags = G_PARAM_READABLE;

  switch (column->kind)
    {
    case ENT_KIND_DATE:
      return g_param_spec_boxed (column->name, NULL, NULL, ENT_TYPE_DATE, flags);
    case ENT_KIND_INTEGER:
    case ENT_KIND_REFERENCE:
      return g_param_spec_int64 (column->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case ENT_KIND_REAL:
      return g_param_spec_double (column->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case ENT_KIND_FLAG:
      return g_param_spec_boolean (column->name, NULL, NULL, FALSE, flags);
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return g_param_spec_string (column->name, NULL, NULL, NULL, flags);
    }

  g_assert_not_reached ();
}

static void
ent_record_finalize (GObject *object)
{
  EntRecord *self = ENT_RECORD (object);
  EntRecordPrivate *priv = ent_record_get_instance_private (self);
  const EntTable *table = ENT_RECORD_GET_CLASS (self)->table;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      gpointer member = _ent_record_get_member (self, column);

      if (column->kind == ENT_KIND_DATE)
        g_clear_pointer ((EntDate **) member, ent_date_unref);
      else if (column->kind <= ENT_KIND_MONEY)
        g_clear_pointer ((char **) member, g_free);
    }

  g_clear_pointer (&priv->lang, g_free);
  g_clear_pointer (&priv->visibility, g_free);
  g_clear_pointer (&priv->translations, g_hash_table_unref);
  g_clear_pointer (&priv->tags, g_array_unref);

  G_OBJECT_CLASS (ent_record_parent_class)->finalize (object);
}

static void
ent_record_class_init (EntRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_record_finalize;
}

static void
ent_record_init (EntRecord *self)
{
}

/**
 * ent_record_class_install:
 * @klass: the class of a record type
 * @table: its column table
 *
 * Called by the class_init of each record type: one readable property a column. The
 * property functions are set here because GObject resets them for every subclass.
 */
void
ent_record_class_install (EntRecordClass *klass, const EntTable *table)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  object_class->get_property = ent_record_get_property;

  for (guint i = 0; i < table->n_columns; i++)
    g_object_class_install_property (object_class, i + 1, create_pspec (&table->columns[i]));
}

/**
 * ent_record_new:
 * @table: a record type
 * @id: its identity, not %ENT_ID_NONE
 *
 * Returns: (transfer full): a record without values: integers and reals unknown
 */
EntRecord *
ent_record_new (const EntTable *table, EntId id)
{
  EntRecord *self = g_object_new (table->get_type (), NULL);
  EntRecordPrivate *priv = ent_record_get_instance_private (self);

  priv->id = id;
  for (guint i = 0; i < table->n_columns; i++)
    {
      gpointer member = _ent_record_get_member (self, &table->columns[i]);

      if (table->columns[i].kind == ENT_KIND_INTEGER)
        *(gint64 *) member = ENT_INTEGER_NONE;
      else if (table->columns[i].kind == ENT_KIND_REAL)
        *(double *) member = NAN;
    }

  return self;
}

EntId
ent_record_get_id (EntRecord *self)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);

  return priv->id;
}

const EntTable *
ent_record_get_table (EntRecord *self)
{
  return ENT_RECORD_GET_CLASS (self)->table;
}

const char *
ent_record_get_type_name (EntRecord *self)
{
  return ENT_RECORD_GET_CLASS (self)->table->name;
}

gboolean
ent_record_is (EntRecord *self, const EntTable *table)
{
  return ENT_RECORD_GET_CLASS (self)->table == table;
}

/**
 * ent_record_get_string:
 * @self: a record
 * @column: one of its columns, of a kind kept as text
 *
 * Returns: (transfer none) (nullable): the value, in the record's own language
 */
const char *
ent_record_get_string (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind <= ENT_KIND_MONEY && column->kind != ENT_KIND_DATE, NULL);

  return *(char **) _ent_record_get_member (self, column);
}

EntDate *
ent_record_get_date (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind == ENT_KIND_DATE, NULL);

  return *(EntDate **) _ent_record_get_member (self, column);
}

gint64
ent_record_get_integer (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind == ENT_KIND_INTEGER, ENT_INTEGER_NONE);

  return *(gint64 *) _ent_record_get_member (self, column);
}

double
ent_record_get_real (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind == ENT_KIND_REAL, NAN);

  return *(double *) _ent_record_get_member (self, column);
}

EntId
ent_record_get_reference (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind == ENT_KIND_REFERENCE, ENT_ID_NONE);

  return *(EntId *) _ent_record_get_member (self, column);
}

gboolean
ent_record_get_flag (EntRecord *self, const EntColumn *column)
{
  g_return_val_if_fail (column->kind == ENT_KIND_FLAG, FALSE);

  return *(gboolean *) _ent_record_get_member (self, column);
}

/**
 * ent_record_has_value:
 * @self: a record
 * @column: one of its columns
 *
 * Returns: whether the field is filled; a flag is when it is set
 */
gboolean
ent_record_has_value (EntRecord *self, const EntColumn *column)
{
  gpointer member = _ent_record_get_member (self, column);

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      return *(gint64 *) member != ENT_INTEGER_NONE;
    case ENT_KIND_REAL:
      return !isnan (*(double *) member);
    case ENT_KIND_REFERENCE:
      return *(EntId *) member != ENT_ID_NONE;
    case ENT_KIND_FLAG:
      return *(gboolean *) member;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return *(gpointer *) member != NULL;
    }

  g_assert_not_reached ();
}

/**
 * ent_record_dup_value:
 * @self: a record
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): the value as ent_column_parse() writes it, %NULL
 *   when the field is empty
 */
char *
ent_record_dup_value (EntRecord *self, const EntColumn *column)
{
  if (!ent_record_has_value (self, column))
    return NULL;

  switch (column->kind)
    {
    case ENT_KIND_DATE:
      return g_strdup (ent_date_get_text (ent_record_get_date (self, column)));
    case ENT_KIND_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, ent_record_get_integer (self, column));
    case ENT_KIND_REAL:
      return ent_number_from_real (ent_record_get_real (self, column));
    case ENT_KIND_REFERENCE:
      return ent_id_to_string (ent_record_get_reference (self, column));
    case ENT_KIND_FLAG:
      return g_strdup ("true");
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return g_strdup (ent_record_get_string (self, column));
    }

  g_assert_not_reached ();
}

/**
 * ent_record_get_lang:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the language of its texts, %NULL for that of the project
 */
const char *
ent_record_get_lang (EntRecord *self)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);

  return priv->lang;
}

/**
 * ent_record_get_visibility:
 * @self: a record
 *
 * Returns: (transfer none): "public", "internal" or "sensitive"; "internal" when not said
 */
const char *
ent_record_get_visibility (EntRecord *self)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);

  return priv->visibility ? priv->visibility : "internal";
}

char *
_ent_record_translation_key (const char *field, const char *lang)
{
  return g_strconcat (field, "\037", lang, NULL);
}

/**
 * ent_record_get_translation:
 * @self: a record
 * @field: the name of a column
 * @lang: a language
 *
 * Returns: (transfer none) (nullable): the translation kept of that field
 */
const char *
ent_record_get_translation (EntRecord *self, const char *field, const char *lang)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);
  g_autofree char *key = NULL;

  if (!priv->translations)
    return NULL;

  key = _ent_record_translation_key (field, lang);
  return g_hash_table_lookup (priv->translations, key);
}

/**
 * ent_record_get_text:
 * @self: a record
 * @column: one of its text columns
 * @lang: (nullable): the language wanted; %NULL for the record's own
 * @found_lang: (out) (optional) (nullable): the language the text is in when it is not
 *   the one wanted, else %NULL; "" when that is the project's own
 *
 * Returns: (transfer none) (nullable): the text in @lang, else in the record's own language,
 *   so that a paper prints something and can mark it
 */
const char *
ent_record_get_text (EntRecord *self,
                     const EntColumn *column,
                     const char *lang,
                     const char **found_lang)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);
  const char *own = ent_record_get_string (self, column);
  const char *text = NULL;

  if (found_lang)
    *found_lang = NULL;
  if (lang == NULL || g_strcmp0 (lang, priv->lang) == 0)
    return own;

  text = ent_record_get_translation (self, column->name, lang);
  if (text)
    return text;

  if (found_lang && own && (column->flags & ENT_COLUMN_TRANSLATABLE))
    *found_lang = priv->lang ? priv->lang : "";
  return own;
}

static int
compare_translations (gconstpointer a, gconstpointer b)
{
  const EntTranslation *left = *(const EntTranslation *const *) a;
  const EntTranslation *right = *(const EntTranslation *const *) b;
  int order = g_strcmp0 (left->field, right->field);

  return order ? order : g_strcmp0 (left->lang, right->lang);
}

static void
translation_free (gpointer data)
{
  EntTranslation *translation = data;

  g_free ((char *) translation->field);
  g_free (translation);
}

/**
 * ent_record_dup_translations:
 * @self: a record
 *
 * Returns: (transfer full) (element-type EntTranslation): all translations, sorted by field
 *   and language; valid until the record changes
 */
GPtrArray *
ent_record_dup_translations (EntRecord *self)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);
  GPtrArray *all = g_ptr_array_new_with_free_func (translation_free);
  GHashTableIter iter;
  gpointer key, text;

  if (!priv->translations)
    return all;

  g_hash_table_iter_init (&iter, priv->translations);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      EntTranslation *translation = g_new0 (EntTranslation, 1);
      char *field = g_strdup (key);
      char *separator = strchr (field, '\037');

      *separator = '\0';
      translation->field = field;
      translation->lang = separator + 1;
      translation->text = text;
      g_ptr_array_add (all, translation);
    }
  g_ptr_array_sort (all, compare_translations);

  return all;
}

/**
 * ent_record_get_tags:
 * @self: a record
 * @n_tags: (out): how many
 *
 * Returns: (array length=n_tags) (transfer none) (nullable): terms put on the record,
 *   ordered by term
 */
const EntTag *
ent_record_get_tags (EntRecord *self, guint *n_tags)
{
  EntRecordPrivate *priv = ent_record_get_instance_private (self);

  *n_tags = priv->tags ? priv->tags->len : 0;
  return priv->tags ? (const EntTag *) priv->tags->data : NULL;
}

/**
 * ent_record_dup_title:
 * @self: a record
 * @project: (nullable): the graph it is in, for titles made of other records' names
 * @lang: (nullable): language wanted, %NULL for the record's own
 *
 * Returns: (transfer full): what a person calls the record, never empty
 */
char *
ent_record_dup_title (EntRecord *self, EntProject *project, const char *lang)
{
  static const char *const names[] = { "title", "name", "label", "shown_name", "heading" };
  const EntTable *table = ent_record_get_table (self);

  if (table->dup_title)
    {
      g_autofree char *title = table->dup_title (self, project, lang);

      if (title && *title)
        return g_steal_pointer (&title);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const EntColumn *column = ent_table_find_column (table, names[i]);
      const char *text = column ? ent_record_get_text (self, column, lang, NULL) : NULL;

      if (text && *text)
        return g_strdup (text);
    }

  return g_strdup (ent_words (lang ? lang : ent_words_interface_language (), table->label));
}
