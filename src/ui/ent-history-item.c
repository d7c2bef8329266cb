/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-history-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-text.h"

G_DEFINE_FINAL_TYPE (EntHistoryItem, ent_history_item, G_TYPE_OBJECT)

static void
shared_clear (gpointer data)
{
  EntHistoryShared *shared = data;

  g_clear_pointer (&shared->entry, ent_entry_free);
}

static void
ent_history_item_finalize (GObject *object)
{
  EntHistoryItem *self = ENT_HISTORY_ITEM (object);

  g_rc_box_release_full (self->shared, shared_clear);
  g_free (self->title);
  g_free (self->values);
  g_free (self->when);

  G_OBJECT_CLASS (ent_history_item_parent_class)->finalize (object);
}

static void
ent_history_item_class_init (EntHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_history_item_finalize;
}

static void
ent_history_item_init (EntHistoryItem *self)
{
}

/* The name of the record in @change as it is now, or as it was last called. */
static char *
dup_record_title (EntSession *session, const EntEntry *entry, const EntChange *change)
{
  char *title = ent_project_dup_title (ent_session_get_project (session), change->record,
                                       ent_session_get_lang (session));

  for (guint i = 0; !title && i < entry->changes->len; i++)
    {
      const EntChange *other = g_ptr_array_index (entry->changes, i);

      if (other->record == change->record && !other->field)
        title = g_strdup (other->before ? other->before : other->after);
    }

  return title;
}

/* "Commitment “Plant trees”", or only its type where it has no name. */
static char *
dup_named (EntSession *session, const EntEntry *entry, const EntChange *change)
{
  const EntTable *table = ent_table_find (change->type);
  g_autofree char *title = dup_record_title (session, entry, change);
  const char *type = table ? _(table->label) : _("Record");

  /* Translators: a type of record and the title of one: "Commitment “Plant trees”" */
  return title ? g_strdup_printf (_("%1$s “%2$s”"), type, title) : g_strdup (type);
}

static char *
dup_field_title (EntSession *session, const EntEntry *entry, const EntChange *change, EntId about)
{
  g_autofree char *field = ent_change_dup_field_words (change, ent_session_get_project (session),
                                                       ent_words_interface_language ());
  g_autofree char *named = NULL;

  if (change->record == about || change->record == ENT_ID_NONE)
    return g_steal_pointer (&field);

  named = dup_named (session, entry, change);

  /* Translators: a record and a field of it: "Commitment “Plant trees”: Text" */
  return g_strdup_printf (_("%1$s: %2$s"), named, field);
}

static char *
dup_words (EntSession *session, const EntChange *change, const char *value)
{
  return ent_change_dup_value_words (change, value, ent_session_get_project (session),
                                     ent_words_interface_language ());
}

static char *
dup_before_and_after (EntSession *session, const EntChange *change)
{
  g_autofree char *before = dup_words (session, change, change->before);
  g_autofree char *after = dup_words (session, change, change->after);

  /* Translators: the value before and after a change */
  return g_strdup_printf (_("%1$s → %2$s"), before, after);
}

/* What ties a record to its page, and its place there, is no news about it. */
static gboolean
is_unseen (const EntChange *change)
{
  const EntTable *table = ent_table_find (change->type);
  const EntColumn *column = table ? ent_table_find_column (table, change->field) : NULL;

  return column && (column->flags & (ENT_COLUMN_OWNER | ENT_COLUMN_ORDER));
}

/* All that an added or deleted record came or went with. */
static char *
dup_whole (EntSession *session, const EntEntry *entry, const EntChange *whole)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (entry->changes, i);
      const char *value = whole->before ? change->before : change->after;
      g_autofree char *field = NULL;
      g_autofree char *words = NULL;

      if (change->record != whole->record || !change->field || !value || is_unseen (change))
        continue;
      field = ent_change_dup_field_words (change, project, ent_words_interface_language ());
      words = dup_words (session, change, value);
      g_string_append (lines, lines->len ? "\n" : "");
      g_string_append_printf (lines, _("%1$s: %2$s"), field, words);
    }

  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static GDateTime *
get_local_time (const EntEntry *entry)
{
  g_autoptr (GDateTime) utc = entry->at ? g_date_time_new_from_iso8601 (entry->at, NULL) : NULL;

  return utc ? g_date_time_to_local (utc) : NULL;
}

static EntHistoryItem *
create_item (EntHistoryShared *shared,
             EntHistoryKind kind,
             const EntChange *change,
             char *title,
             char *values)
{
  EntHistoryItem *self = g_object_new (ENT_TYPE_HISTORY_ITEM, NULL);
  EntEntry *entry = shared->entry;
  g_autoptr (GDateTime) time = get_local_time (entry);
  g_autofree char *hour = time ? g_date_time_format (time, "%H:%M") : NULL;

  self->kind = kind;
  self->shared = g_rc_box_acquire (shared);
  self->entry = entry;
  self->change = change;
  self->title = title;
  self->values = values;
  if (time)
    {
      g_autoptr (GDate)
          date = g_date_new_dmy (g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                                 g_date_time_get_year (time));

      self->day = (int) g_date_get_julian (date);
    }
  self->when = g_strjoin (" · ", hour ? hour : "",
                          entry->author ? entry->author
                                        : _("Nobody named"), change ? entry->label : NULL, NULL);

  return self;
}

static gboolean
is_part_of_whole (const EntEntry *entry, const EntChange *change)
{
  for (guint i = 0; change->record && i < entry->changes->len; i++)
    {
      const EntChange *other = g_ptr_array_index (entry->changes, i);

      if (other->record == change->record && !other->field)
        return TRUE;
    }

  return FALSE;
}

static EntHistoryItem *
create_change (EntSession *session, EntHistoryShared *shared, const EntChange *change, EntId about)
{
  const EntEntry *entry = shared->entry;
  g_autofree char *named = NULL;

  if (change->field)
    return is_part_of_whole (entry, change)
               ? NULL
               : create_item (shared, ENT_HISTORY_VALUE, change,
                              dup_field_title (session, entry, change, about),
                              dup_before_and_after (session, change));

  named = dup_named (session, entry, change);
  if (change->before)
    return create_item (shared, ENT_HISTORY_DELETED, change,
                        /* Translators: a record: "Commitment “Plant trees”" */
                        g_strdup_printf (_("Deleted: %s"), named),
                                         dup_whole (session, entry, change));

  return create_item (shared, ENT_HISTORY_ADDED, change,
                      g_strdup_printf (_("Added: %s"), named), dup_whole (session, entry, change));
}

/**
 * ent_history_items_append:
 * @items: (element-type EntHistoryItem): where they go
 * @session: the session
 * @entry: (transfer full): an entry of the history
 * @changes: a line for each change, else one for the entry
 * @about: the record whose history it is, which need not be named in each line
 */
void
ent_history_items_append (
    GPtrArray *items, EntSession *session, EntEntry *entry, gboolean changes, EntId about)
{
  EntHistoryShared *shared = g_rc_box_new0 (EntHistoryShared);

  shared->entry = entry;
  if (!changes)
    g_ptr_array_add (items, create_item (shared, ENT_HISTORY_STEP, NULL, g_strdup (entry->label),
                                         g_strdup ("")));
  for (guint i = 0; changes && i < entry->changes->len; i++)
    {
      EntHistoryItem *item = create_change (session, shared, g_ptr_array_index (entry->changes, i),
                                            about);

      if (item)
        g_ptr_array_add (items, item);
    }
  g_rc_box_release_full (shared, shared_clear);
}

/**
 * ent_history_item_matches:
 * @self: an item
 * @folded: words as ent_text_fold() gives them
 *
 * Returns: whether the line holds these words
 */
gboolean
ent_history_item_matches (EntHistoryItem *self, const char *folded)
{
  g_autofree char *words = g_strjoin (" ", self->title, self->values, self->when, NULL);
  g_autofree char *own = ent_text_fold (words);

  return strstr (own, folded) != NULL;
}
