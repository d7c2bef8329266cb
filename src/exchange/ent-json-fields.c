/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-number.h"

gboolean
ent_json_refuse (const char *source, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, "%s: %s", source, message);
  return FALSE;
}

/* The field's message, with where it stands. */
static gboolean
refuse_field (const EntImportRecord *record,
              const char *field,
              const GError *cause,
              GError **error)
{
  g_set_error (error, cause->domain, cause->code, _("%s, field “%s”: %s"), record->source, field,
               cause->message);
  return FALSE;
}

static gboolean
is_slug (const char *text)
{
  const char *p;

  for (p = text; *p; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return p > text;
}

/* A written id, or "@key". */
gboolean
ent_json_read_id (const char *text, EntId *id)
{
  if (text[0] != '@')
    return ent_id_parse (text, id);

  *id = is_slug (text + 1) ? ent_id_from_key (text + 1) : ENT_ID_NONE;
  return *id != ENT_ID_NONE;
}

const char *
ent_json_get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
wrong_form (const EntImportRecord *record, const char *field, const char *form, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("%s, field “%s”: %s"),
               record->source, field, form);
  return FALSE;
}

/* The text that ent_column_parse () takes, of a value of the JSON type that the field has. */
static gboolean
read_typed (const EntImportRecord *record,
            const EntColumn *column,
            JsonNode *node,
            char **typed,
            GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  EntId id;

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      if (type != G_TYPE_INT64)
        return wrong_form (record, column->name, _("a whole number is expected."), error);
      *typed = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      return TRUE;
    case ENT_KIND_REAL:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return wrong_form (record, column->name, _("a number is expected."), error);
      *typed = ent_number_from_real (json_node_get_double (node));
      return TRUE;
    case ENT_KIND_FLAG:
      if (type != G_TYPE_BOOLEAN)
        return wrong_form (record, column->name, _("true or false is expected."), error);
      *typed = json_node_get_boolean (node) ? g_strdup ("true") : NULL;
      return TRUE;
    case ENT_KIND_REFERENCE:
      if (type != G_TYPE_STRING || !ent_json_read_id (json_node_get_string (node), &id))
        return wrong_form (record, column->name,
                           _("the id of a record is expected, or a key such as “@namur”."), error);
      *typed = ent_id_to_string (id);
      return TRUE;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      if (type != G_TYPE_STRING)
        return wrong_form (record, column->name, _("a text between quotation marks is expected."),
                           error);
      *typed = g_strdup (json_node_get_string (node));
      return TRUE;
    }

  g_assert_not_reached ();
}

static gboolean
read_field (EntImportRecord *record,
            const EntColumn *column,
            JsonNode *node,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *canonical = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!read_typed (record, column, node, &typed, error))
    return FALSE;
  if (!ent_column_parse (column, typed, &canonical, &cause))
    return refuse_field (record, column->name, cause, error);
  if (canonical)
    ent_import_record_set (record, column, NULL, canonical);

  return TRUE;
}

static gboolean
is_language (const char *text)
{
  gsize length = strlen (text);

  for (const char *p = text; *p; p++)
    if (!g_ascii_islower (*p))
      return FALSE;

  return length == 2 || length == 3;
}

/* A member "column@lang". */
static gboolean
read_translation (EntImportRecord *record, const char *name, JsonNode *node, GError **error)
{
  const char *at = strchr (name, '@');
  g_autofree char *field = g_strndup (name, at - name);
  const EntColumn *column = ent_table_find_column (record->table, field);
  const char *text = ent_json_get_text (node);

  if (!column || !(column->flags & ENT_COLUMN_TRANSLATABLE) || !is_language (at + 1))
    return ent_json_refuse (record->source, error,
                   _("there is no field “%s”, or it has no translations in that language."), name);
  if (!text)
    return wrong_form (record, name, _("a text between quotation marks is expected."), error);
  if (*text)
    ent_import_record_set (record, column, at + 1, text);

  return TRUE;
}

/* One of {"term": id, "weight": 0 to 2}, the weight at will. */
static gboolean
read_tag (JsonNode *node, EntTag *tag)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *term = object ? json_object_get_member (object, "term") : NULL;
  JsonNode *weight = object ? json_object_get_member (object, "weight") : NULL;
  const char *text = term ? ent_json_get_text (term) : NULL;

  if (!text || !ent_json_read_id (text, &tag->term)
      || json_object_get_size (object) != (weight ? 2u : 1u))
    return FALSE;

  tag->weight = -1;
  if (!weight)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (weight) || json_node_get_value_type (weight) != G_TYPE_INT64
      || json_node_get_int (weight) < 0 || json_node_get_int (weight) > 2)
    return FALSE;

  tag->weight = (int) json_node_get_int (weight);
  return TRUE;
}

static gboolean
read_tags (EntImportRecord *record, JsonNode *node, GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!array)
    return wrong_form (record, "tags", _("a list of terms is expected."), error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      EntTag tag;

      if (!read_tag (json_array_get_element (array, i), &tag))
        return wrong_form (record, "tags",
                           _("a tag is {\"term\": id} with, if wanted, a \"weight\" from 0 to 2."),
                           error);
      g_array_append_val (record->tags, tag);
    }

  return TRUE;
}

gboolean
ent_json_read_member (EntImportRecord *record, const char *name, JsonNode *node, GError **error)
{
  const EntColumn *column = ent_table_find_column (record->table, name);

  if (g_str_equal (name, "id") || g_str_equal (name, "children"))
    return TRUE;
  if (g_str_equal (name, "tags"))
    return read_tags (record, node, error);
  if (strchr (name, '@'))
    return read_translation (record, name, node, error);
  if (!column)
    return ent_json_refuse (record->source, error, _("a record of type “%s” has no field “%s”."),
                   record->table->name, name);

  return read_field (record, column, node, error);
}

