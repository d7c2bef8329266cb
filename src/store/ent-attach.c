/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-attach.h"

#include <glib/gi18n-lib.h>

#include "base/ent-date.h"
#include "base/ent-error.h"
#include "base/ent-words.h"
#include "model/ent-choices.h"
#include "store/ent-action-private.h"

typedef struct
{
  EntAction *action;
  EntProject *project;
  EntId record;
  const char *role;
  GHashTable *files; /* sha256 → EntId of a document, of those that came with this action */
  guint n_before;    /* documents that the record has */
  GError **error;
} Attach;

static gboolean
set (Attach *self, EntId id, const EntTable *table, const char *column, const char *value)
{
  return ent_action_set (self->action, id, ent_table_find_column (table, column), value,
                         self->error);
}

/* The choice of @choices that has the name of @role, NULL for none. */
static const char *
find_choice (const EntChoice *choices, const char *role)
{
  for (; role && choices->value; choices++)
    if (g_str_equal (choices->value, role))
      return choices->value;

  return NULL;
}

/* What the media type alone tells: a picture or a film. */
static const char *
get_role_of_type (EntIntake *intake)
{
  const char *type = ent_intake_get_media_type (intake);

  if (type && g_str_has_prefix (type, "image/"))
    return "photo";
  if (type && g_str_has_prefix (type, "video/"))
    return "video";

  return NULL;
}

static const char *
get_kind (EntIntake *intake, const char *role)
{
  const char *kind = find_choice (ent_choices_document_kind, role);

  /* A scan is one of a signed text. */
  if (!kind && g_strcmp0 (role, "scan") == 0)
    return "text";

  return kind ? kind : get_role_of_type (intake);
}

/**
 * ent_project_find_file:
 * @project: the graph
 * @sha256: the hash of a file
 *
 * Returns: (transfer none) (nullable): the document that has this file
 */
EntDocument *
ent_project_find_file (EntProject *project, const char *sha256)
{
  GListModel *list = ent_project_get_list (project, &ent_document_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);

      if (g_strcmp0 (document->sha256, sha256) == 0)
        return document;
    }

  return NULL;
}

static EntId
find_attachment (Attach *self, EntId document)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (self->project, document,
                                                                &ent_attachment_table, "document");

  for (guint i = 0; i < attachments->len; i++)
    {
      EntAttachment *attachment = g_ptr_array_index (attachments, i);

      if (attachment->record == self->record)
        return ent_record_get_id (ENT_RECORD (attachment));
    }

  return ENT_ID_NONE;
}

static EntId
add_document (Attach *self, EntIntake *intake)
{
  const EntTable *table = &ent_document_table;
  g_autofree char *title = ent_intake_dup_title (intake);
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, self->error);

  if (id == ENT_ID_NONE || !set (self, id, table, "title", title)
      || !set (self, id, table, "kind", get_kind (intake, self->role))
      || !set (self, id, table, "sha256", ent_intake_get_sha256 (intake))
      || !set (self, id, table, "file_name", ent_intake_get_name (intake)))
    return ENT_ID_NONE;

  return id;
}

static EntId
add_attachment (Attach *self, EntIntake *intake, EntId document)
{
  const EntTable *table = &ent_attachment_table;
  g_autofree char *on = ent_id_to_string (self->record);
  g_autofree char *what = ent_id_to_string (document);
  g_autofree char *position = g_strdup_printf ("%u", ++self->n_before);
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, self->error);

  if (id == ENT_ID_NONE || !set (self, id, table, "record", on)
      || !set (self, id, table, "document", what)
      || !set (self, id, table, "role", self->role ? self->role : get_role_of_type (intake))
      || !set (self, id, table, "position", position))
    return ENT_ID_NONE;

  return id;
}

static gboolean
attach_one (Attach *self, EntIntake *intake, EntAttached *attached)
{
  const char *sha256 = ent_intake_get_sha256 (intake);
  EntDocument *known = ent_project_find_file (self->project, sha256);
  EntAttached *twin = g_hash_table_lookup (self->files, sha256);

  if (!ent_store_keep_blob (self->action->store, sha256, ent_intake_get_bytes (intake),
                            self->error))
    return FALSE;

  /* The same file twice in one go. */
  if (twin)
    {
      *attached = *twin;
      attached->known = TRUE;
      return TRUE;
    }

  attached->known = known != NULL;
  attached->document = known ? ent_record_get_id (ENT_RECORD (known)) : add_document (self, intake);
  if (attached->document == ENT_ID_NONE)
    return FALSE;
  if (self->record != ENT_ID_NONE)
    {
      attached->attachment = known ? find_attachment (self, attached->document) : ENT_ID_NONE;
      if (attached->attachment == ENT_ID_NONE)
        attached->attachment = add_attachment (self, intake, attached->document);
      if (attached->attachment == ENT_ID_NONE)
        return FALSE;
    }
  g_hash_table_insert (self->files, (gpointer) sha256, g_memdup2 (attached, sizeof *attached));

  return TRUE;
}

static EntAction *
begin (EntStore *store, GPtrArray *intakes)
{
  g_autofree char *count = g_strdup_printf ("%u", intakes->len);

  if (intakes->len == 1)
    return ent_store_begin (store, N_ ("Attach “%s”"),
                            ent_intake_get_name (g_ptr_array_index (intakes, 0)), NULL);

  /* Translators: %s is how many, two or more */
  return ent_store_begin (store, N_ ("Attach %s files"), count, NULL);
}

/**
 * ent_store_attach:
 * @self: a store
 * @intakes: (element-type EntIntake): files that were read, at least one
 * @record: what they are attached to, %ENT_ID_NONE: to nothing yet
 * @role: (nullable): a value of the attachments' roles; %NULL for what the content tells
 * @error: return location: %ENT_ERROR_NOT_FOUND for @record, %ENT_ERROR_INVALID_VALUE for @role,
 *   %ENT_ERROR_NO_SPACE
 *
 * Each file becomes a document, titled after its name, unless the project has the same file:
 * then that document is attached, once to a record.
 *
 * Returns: (transfer full) (element-type EntAttached): what became of each, in their order
 */
GArray *
ent_store_attach (
    EntStore *self, GPtrArray *intakes, EntId record, const char *role, GError **error)
{
  g_autoptr (GArray) done = g_array_new (FALSE, TRUE, sizeof (EntAttached));
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (EntAction) action = begin (self, intakes);
  Attach attach = { action, self->project, record, role, files, 0, error };

  if (record != ENT_ID_NONE)
    {
      g_autoptr (GPtrArray) before = ent_project_get_children (self->project, record,
                                                               &ent_attachment_table, "record");

      attach.n_before = before->len;
    }
  g_array_set_size (done, intakes->len);
  for (guint i = 0; i < intakes->len; i++)
    if (!attach_one (&attach, g_ptr_array_index (intakes, i),
                     &g_array_index (done, EntAttached, i)))
      return NULL;

  return ent_action_commit (action, error) ? g_steal_pointer (&done) : NULL;
}

static gboolean
refuse_twin (EntStore *self, EntDocument *twin, GError **error)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (twin), self->project,
                                                 ent_words_interface_language ());

  g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
               _("The project has this file already, as “%s”: attach that document instead."),
                 title);
  return FALSE;
}

/**
 * ent_store_set_file:
 * @self: a store
 * @document: a document, with a file or without
 * @intake: the file it is to have
 * @error: return location: %ENT_ERROR_CONSTRAINT when another document has this file
 *
 * One step that can be undone; the bytes of a file it had stay for that.
 *
 * Returns: whether the document has the file
 */
gboolean
ent_store_set_file (EntStore *self, EntId document, EntIntake *intake, GError **error)
{
  const char *sha256 = ent_intake_get_sha256 (intake);
  EntDocument *twin = ent_project_find_file (self->project, sha256);
  g_autofree char *title = ent_project_dup_title (self->project, document, NULL);
  g_autoptr (EntAction) action = NULL;
  Attach attach = { .error = error };

  if (twin && ent_record_get_id (ENT_RECORD (twin)) != document)
    return refuse_twin (self, twin, error);

  action = ent_store_begin (self, N_ ("Attach “%s” to “%s”"), ent_intake_get_name (intake),
                            title ? title : "", NULL);
  attach.action = action;
  return ent_store_keep_blob (self, sha256, ent_intake_get_bytes (intake), error)
         && set (&attach, document, &ent_document_table, "sha256", sha256)
         && set (&attach, document, &ent_document_table, "file_name", ent_intake_get_name (intake))
         && ent_action_commit (action, error);
}

/* The local day of an entry, 0 for no entry. */
static int
get_day (const EntEntry *entry)
{
  g_autoptr (GDateTime) at = entry ? g_date_time_new_from_iso8601 (entry->at, NULL) : NULL;
  g_autoptr (GDateTime) local = at ? g_date_time_to_local (at) : NULL;
  g_autofree char *iso = local ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autoptr (EntDate) date = iso ? ent_date_new (iso, NULL) : NULL;

  return date ? ent_date_get_earliest (date) : 0;
}

/**
 * ent_store_get_first_day:
 * @self: a store
 * @record: a record
 *
 * Returns: the local day on which the history first tells of it, 0 when it does not
 */
int
ent_store_get_first_day (EntStore *self, EntId record)
{
  g_autoptr (GPtrArray)
      entries = ent_store_get_history (self, record, 0, ent_words_interface_language (), NULL);

  return get_day (entries && entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1)
                                              : NULL);
}

static gboolean
gives_file (const EntEntry *entry, EntId document, const char *sha256)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (entry->changes, i);

      if (change->record == document && g_strcmp0 (change->field, "sha256") == 0
          && g_strcmp0 (change->after, sha256) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_store_get_file_day:
 * @self: a store
 * @document: a document
 *
 * Returns: the local day on which the document got the file that it has, 0 when the history does
 *   not tell
 */
int
ent_store_get_file_day (EntStore *self, EntId document)
{
  EntRecord *record = ent_project_get (ent_store_get_project (self), document);
  g_autoptr (GPtrArray) entries = NULL;

  if (!record || !ENT_IS_DOCUMENT (record) || !ENT_DOCUMENT (record)->sha256)
    return 0;
  entries = ent_store_get_history (self, document, 0, ent_words_interface_language (), NULL);
  for (guint i = 0; entries && i < entries->len; i++)
    if (gives_file (g_ptr_array_index (entries, i), document, ENT_DOCUMENT (record)->sha256))
      return get_day (g_ptr_array_index (entries, i));

  return 0;
}

/**
 * ent_store_dup_directory:
 * @self: a store
 *
 * Returns: (transfer full): the private folder of the working database, where files on their
 *   way into the project are copied to
 */
char *
ent_store_dup_directory (EntStore *self)
{
  return g_path_get_dirname (self->path);
}
