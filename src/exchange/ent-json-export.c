/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-json.h"

#include "exchange/ent-json-writer.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return left < right ? -1 : left > right;
}

static GPtrArray *
get_sorted (EntProject *project, const EntTable *table)
{
  GListModel *list = ent_project_get_list (project, table);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_ids);

  return records;
}

static void
write_field (EntJsonWriter *writer,
             EntRecord *record,
             const EntColumn *column,
             GPtrArray *translations)
{
  if (ent_record_has_value (record, column))
    ent_json_writer_field (writer, record, column);

  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *key = NULL;

      if (!g_str_equal (translation->field, column->name))
        continue;
      key = g_strdup_printf ("%s@%s", translation->field, translation->lang);
      ent_json_writer_member (writer, key, translation->text);
    }
}

static void
write_tags (EntJsonWriter *writer, EntRecord *record)
{
  guint n_tags;
  const EntTag *tags = ent_record_get_tags (record, &n_tags);

  if (n_tags == 0)
    return;

  ent_json_writer_key (writer, "tags");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < n_tags; i++)
    {
      ent_json_writer_begin_object (writer);
      ent_json_writer_member_id (writer, "term", tags[i].term);
      if (tags[i].weight >= 0)
        {
          ent_json_writer_key (writer, "weight");
          ent_json_writer_integer (writer, tags[i].weight);
        }
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static void
write_record (EntJsonWriter *writer, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);

  ent_json_writer_begin_object (writer);
  ent_json_writer_member_id (writer, "id", ent_record_get_id (record));
  for (guint i = 0; i < ent_record_n_columns; i++)
    write_field (writer, record, &ent_record_columns[i], translations);
  for (guint i = 0; i < table->n_columns; i++)
    write_field (writer, record, &table->columns[i], translations);
  write_tags (writer, record);
  ent_json_writer_end_object (writer);
}

static void
write_settings (EntJsonWriter *writer, EntProject *project)
{
  g_autoptr (GPtrArray) keys = ent_project_dup_setting_keys (project);

  ent_json_writer_key (writer, "settings");
  ent_json_writer_begin_object (writer);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      /* Whose copy it is, not what is in it: two projects of equal content give equal text. */
      if (!g_str_equal (key, ENT_SETTING_ID))
        ent_json_writer_member (writer, key, ent_project_get_setting (project, key));
    }
  ent_json_writer_end_object (writer);
}

static int
compare_hashes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (a, b);
}

static void
write_blobs (EntJsonWriter *writer,
             EntProject *project,
             EntBlobSource blobs,
             gpointer user_data)
{
  GListModel *documents = ent_project_get_list (project, &ent_document_table);
  g_autoptr (GTree) hashes = g_tree_new_full (compare_hashes, NULL, NULL,
                                              (GDestroyNotify) g_bytes_unref);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (documents, i);
      GBytes *bytes = document->sha256 ? blobs (document->sha256, user_data) : NULL;

      if (bytes)
        g_tree_replace (hashes, document->sha256, bytes);
    }

  for (GTreeNode *node = g_tree_node_first (hashes); node; node = g_tree_node_next (node))
    {
      gsize size;
      const guchar *data = g_bytes_get_data (g_tree_node_value (node), &size);
      g_autofree char *text = g_base64_encode (data, size);

      if (!any)
        {
          ent_json_writer_key (writer, "blobs");
          ent_json_writer_begin_object (writer);
          any = TRUE;
        }
      ent_json_writer_member (writer, g_tree_node_key (node), text);
    }
  if (any)
    ent_json_writer_end_object (writer);
}

/**
 * ent_json_export_project:
 * @project: the graph
 * @blobs: (nullable) (scope call): gives the bytes of a document, or %NULL where it has none;
 *   without it the documents' bytes are left out
 * @user_data: for @blobs
 *
 * The complete project but its identity: flat records, types in the order of
 * ent_tables_get(), records by id, fields in the order of their table. Equal content gives
 * equal text.
 *
 * Returns: (transfer full): the JSON text
 */
char *
ent_json_export_project (EntProject *project, EntBlobSource blobs, gpointer user_data)
{
  EntJsonWriter *writer = ent_json_writer_new ();
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  ent_json_writer_begin_object (writer);
  ent_json_writer_member (writer, "format", "entente-project");
  ent_json_writer_key (writer, "version");
  ent_json_writer_integer (writer, 1);
  write_settings (writer, project);

  ent_json_writer_key (writer, "records");
  ent_json_writer_begin_object (writer);
  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (GPtrArray) records = get_sorted (project, tables[i]);

      ent_json_writer_key (writer, tables[i]->name);
      ent_json_writer_begin_array (writer);
      for (guint j = 0; j < records->len; j++)
        write_record (writer, g_ptr_array_index (records, j));
      ent_json_writer_end_array (writer);
    }
  ent_json_writer_end_object (writer);

  if (blobs)
    write_blobs (writer, project, blobs, user_data);
  ent_json_writer_end_object (writer);

  return ent_json_writer_finish (writer);
}
