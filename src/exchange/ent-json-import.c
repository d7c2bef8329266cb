/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/ent-error.h"
#include "exchange/ent-json-fields.h"

/* A source may nest records in records as deep as that. */
#define MAX_DEPTH 16

typedef struct
{
  EntImport *import;
  GHashTable *by_id; /* id → EntImportRecord */
  char *file;        /* name of the source that is read, for messages */
} Reader;

/* A record that is being read, within those it is nested in. */
typedef struct _Frame Frame;
struct _Frame
{
  const Frame *outer;
  EntImportRecord *record;
  char *key; /* what the ids of its children are derived from */
};

static gboolean read_record (Reader *self,
                             const EntTable *table,
                             JsonObject *object,
                             const Frame *outer,
                             guint index,
                             guint depth,
                             GError **error);

/* The reference by which @table hangs on a record of type @owner when it is nested in it. */
static const EntColumn *
find_owner_column (const EntTable *table, const EntTable *owner)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & ENT_COLUMN_OWNER)
        && (g_str_equal (table->columns[i].target, owner->name)
            || g_str_equal (table->columns[i].target, "record")))
      return &table->columns[i];

  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].target, owner->name) == 0)
      return &table->columns[i];

  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].target, "record") == 0)
      return &table->columns[i];

  return NULL;
}

static void
set_reference (EntImportRecord *record, const EntColumn *column, EntId id)
{
  g_autofree char *text = ent_id_to_string (id);

  ent_import_record_set (record, column, NULL, text);
}

static void
inherit_references (EntImportRecord *record, const Frame *outer, const EntColumn *owner)
{
  const EntTable *table = record->table;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];

      if (column->kind != ENT_KIND_REFERENCE || !(column->flags & ENT_COLUMN_REQUIRED)
          || ent_import_record_get (record, column))
        continue;
      /* The record it is nested in is spoken for: a member is no member of itself. */
      for (const Frame *frame = outer; frame; frame = frame->outer)
        if (g_str_equal (frame->record->table->name, column->target)
            && (frame != outer || column == owner))
          {
            set_reference (record, column, frame->record->id);
            break;
          }
    }
}

/* What a nested record need not say: what it hangs on and its place among its brothers. */
static gboolean
fill_nested (EntImportRecord *record, const Frame *outer, guint index, GError **error)
{
  const EntColumn *owner = find_owner_column (record->table, outer->record->table);
  const EntColumn *position = ent_table_find_column (record->table, "position");

  if (!owner)
    return ent_json_refuse (record->source, error, _("a record of type “%s” cannot be within one of “%s”."),
                   record->table->name, outer->record->table->name);

  if (!ent_import_record_get (record, owner))
    set_reference (record, owner, outer->record->id);
  inherit_references (record, outer, owner);

  if (position && !ent_import_record_get (record, position))
    {
      g_autofree char *text = g_strdup_printf ("%u", index + 1);

      ent_import_record_set (record, position, NULL, text);
    }

  return TRUE;
}

static gboolean
check_required (const EntImportRecord *record, GError **error)
{
  for (guint i = 0; i < record->table->n_columns; i++)
    {
      const EntColumn *column = &record->table->columns[i];

      if ((column->flags & ENT_COLUMN_REQUIRED) && !ent_import_record_get (record, column))
        return ent_json_refuse (record->source, error, _("the field “%s” is missing."), column->name);
    }

  return TRUE;
}

static gboolean
read_type_array (Reader *self,
                 const char *source,
                 const char *type,
                 JsonNode *node,
                 const Frame *outer,
                 guint depth,
                 GError **error)
{
  const EntTable *table = ent_table_find (type);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!table)
    return ent_json_refuse (source, error, _("there is no type of record “%s”."), type);
  if (!array)
    return ent_json_refuse (source, error, _("a list of records is expected under “%s”."), type);
  if (depth > MAX_DEPTH)
    return ent_json_refuse (source, error, _("the records are nested too deep."));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return ent_json_refuse (source, error, _("a list of records is expected under “%s”."), type);
      if (!read_record (self, table, json_node_get_object (element), outer, i, depth, error))
        return FALSE;
    }

  return TRUE;
}

/* The name of a record is its key or id; where it has none, its place. */
static gboolean
name_record (Reader *self,
             const EntTable *table,
             JsonObject *object,
             const Frame *outer,
             guint index,
             Frame *frame,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "id");
  const char *text = node ? ent_json_get_text (node) : NULL;
  g_autofree char *source = NULL;
  EntId id;

  if (text)
    frame->key = g_strdup (text[0] == '@' ? text + 1 : text);
  else if (outer)
    frame->key = g_strdup_printf ("%s/%s/%u", outer->key, table->name, index + 1);
  source = frame->key ? g_strdup_printf ("%s: %s %s%s", self->file, table->name,
                                         text && text[0] == '@' ? "@" : "", frame->key)
                      : g_strdup_printf ("%s: %s #%u", self->file, table->name, index + 1);

  if (node && !(text && ent_json_read_id (text, &id)))
    return ent_json_refuse (source, error, _("the “id” is neither an id nor a key such as “@namur”."));
  if (!node)
    id = outer ? ent_id_from_key (frame->key) : ent_id_new ();
  if (!frame->key)
    frame->key = ent_id_to_string (id);
  if (g_hash_table_contains (self->by_id, &id))
    return ent_json_refuse (source, error, _("another record has the same id."));

  frame->record = ent_import_add (self->import, table, id);
  frame->record->source = g_steal_pointer (&source);
  g_hash_table_insert (self->by_id, &frame->record->id, frame->record);
  return TRUE;
}

static gboolean
read_children (Reader *self, const Frame *frame, JsonNode *node, guint depth, GError **error)
{
  JsonObjectIter iter;
  const char *type;
  JsonNode *array;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ent_json_refuse (frame->record->source, error, _("“children” holds lists of records by type."));

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &type, &array))
    if (!read_type_array (self, frame->record->source, type, array, frame, depth + 1, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_record (Reader *self,
             const EntTable *table,
             JsonObject *object,
             const Frame *outer,
             guint index,
             guint depth,
             GError **error)
{
  Frame frame = { .outer = outer };
  g_autofree char *key = NULL;
  JsonNode *children = json_object_get_member (object, "children");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean named = name_record (self, table, object, outer, index, &frame, error);

  key = frame.key;
  if (!named)
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!ent_json_read_member (frame.record, name, node, error))
      return FALSE;

  if (outer && !fill_nested (frame.record, outer, index, error))
    return FALSE;
  if (!check_required (frame.record, error))
    return FALSE;

  return !children || read_children (self, &frame, children, depth, error);
}

/* Settings that hold the id of a record may hold a key in its place. */
static gboolean
read_setting (Reader *self, const char *key, JsonNode *node, GError **error)
{
  const char *text = ent_json_get_text (node);
  gboolean is_id = g_str_equal (key, ENT_SETTING_HOME) || g_str_equal (key, ENT_SETTING_OFFICE);
  g_autofree char *value = g_strdup (text);
  const char *other = g_hash_table_lookup (self->import->settings, key);
  EntId id;

  if (!text)
    return ent_json_refuse (self->file, error, _("the setting “%s” is not a text."), key);
  if (is_id && !ent_json_read_id (text, &id))
    return ent_json_refuse (self->file, error,
                   _("the setting “%s” is neither an id nor a key such as “@namur”."), key);
  if (is_id)
    {
      g_free (value);
      value = ent_id_to_string (id);
    }
  if (other && !g_str_equal (other, value))
    return ent_json_refuse (self->file, error, _("another source says otherwise of the setting “%s”."), key);

  g_hash_table_insert (self->import->settings, g_strdup (key), g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_blob (Reader *self, const char *sha256, JsonNode *node, GError **error)
{
  const char *text = ent_json_get_text (node);
  g_autofree guchar *data = NULL;
  g_autofree char *sum = NULL;
  gsize size = 0;

  if (text)
    data = g_base64_decode (text, &size);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
  if (!text || g_strcmp0 (sum, sha256) != 0)
    return ent_json_refuse (self->file, error, _("the bytes of the document %s are damaged."), sha256);

  g_hash_table_insert (self->import->blobs, g_steal_pointer (&sum),
                       g_bytes_new_take (g_steal_pointer (&data), size));
  return TRUE;
}

static gboolean
read_top_member (Reader *self, const char *name, JsonNode *node, GError **error)
{
  const gboolean is_settings = g_str_equal (name, "settings");
  const gboolean is_records = g_str_equal (name, "records");
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (g_str_equal (name, "format") || g_str_equal (name, "version"))
    return TRUE;
  if (!is_settings && !is_records && !g_str_equal (name, "blobs"))
    return ent_json_refuse (self->file, error, _("“%s” is not a part of a project."), name);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ent_json_refuse (self->file, error, _("an object is expected under “%s”."), name);

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      gboolean read = is_settings ? read_setting (self, key, value, error)
                      : is_records
                          ? read_type_array (self, self->file, key, value, NULL, 0, error)
                          : read_blob (self, key, value, error);

      if (!read)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_format (Reader *self, JsonObject *root, GError **error)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonNode *version = json_object_get_member (root, "version");

  if (!format || g_strcmp0 (ent_json_get_text (format), "entente-project") != 0)
    return ent_json_refuse (self->file, error, _("this JSON is not a project of Entente."));
  if (!version || !JSON_NODE_HOLDS_VALUE (version)
      || json_node_get_value_type (version) != G_TYPE_INT64)
    return ent_json_refuse (self->file, error, _("the version of the format is missing."));
  if (json_node_get_int (version) == 1)
    return TRUE;

  g_set_error (error, ENT_ERROR, ENT_ERROR_TOO_NEW,
               _("%s: this project was written by a newer Entente; install it to read the file."),
               self->file);
  return FALSE;
}

static gboolean
read_source (Reader *self, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize length;
  JsonObject *root;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_free (self->file);
  self->file = g_path_get_basename (path);
  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  if (!g_utf8_validate (text, length, NULL))
    return ent_json_refuse (self->file, error, _("the text is not valid UTF-8."));

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, length, &cause))
    return ent_json_refuse (self->file, error, _("this is not valid JSON: %s"), cause->message);
  node = json_parser_get_root (parser);
  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return ent_json_refuse (self->file, error, _("this JSON is not a project of Entente."));

  root = json_node_get_object (node);
  if (!check_format (self, root, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_top_member (self, name, node, error))
      return FALSE;

  return TRUE;
}

/**
 * ent_json_read:
 * @paths: (array zero-terminated=1): JSON sources; references may go across them
 * @error: return location; the message names the file, the record and the field
 *
 * Reads sources of a project: complete exports, or written by hand with keys for ids and
 * records nested in what they hang on. Every value is checked by its field; whether
 * references lead anywhere is for ent_import_check().
 *
 * Returns: (transfer full): what they hold, or %NULL
 */
EntImport *
ent_json_read (const char *const *paths, GError **error)
{
  g_autoptr (EntImport) import = ent_import_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reader reader = { .import = import, .by_id = by_id };
  gboolean read = TRUE;

  for (guint i = 0; paths[i] && read; i++)
    read = read_source (&reader, paths[i], error);
  g_free (reader.file);

  return read ? g_steal_pointer (&import) : NULL;
}
