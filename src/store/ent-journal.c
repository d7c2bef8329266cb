/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-journal.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "store/ent-label.h"
#include "store/ent-schema.h"

struct _EntJournal
{
  EntDatabase *database;
  gint64 last;
  GArray *undo;      /* gint64: entries that can be undone, the next one last */
  GArray *redo;      /* gint64: undoing entries that can be undone in turn */
  GHashTable *undos; /* set of gint64 *: entries that are an undo, not a redo */
};

static gint64
top (GArray *stack)
{
  return stack->len ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

/**
 * ent_journal_push:
 * @self: a journal
 * @seq: an entry that is committed
 * @undoes: the entry it undoes, 0 for none
 * @has_changes: whether it can be undone at all
 *
 * An entry that undoes the newest edit moves to the side of redo; one that undoes such an
 * undo moves back; any other is a new edit, which ends what could be redone.
 */
void
ent_journal_push (EntJournal *self, gint64 seq, gint64 undoes, gboolean has_changes)
{
  self->last = MAX (self->last, seq);

  if (!has_changes)
    {
      g_array_set_size (self->undo, 0);
      g_array_set_size (self->redo, 0);
    }
  else if (undoes && undoes == top (self->undo))
    {
      g_array_set_size (self->undo, self->undo->len - 1);
      g_array_append_val (self->redo, seq);
      g_hash_table_add (self->undos, g_memdup2 (&seq, sizeof seq));
    }
  else if (undoes && undoes == top (self->redo))
    {
      g_array_set_size (self->redo, self->redo->len - 1);
      g_array_append_val (self->undo, seq);
    }
  else
    {
      g_array_set_size (self->redo, 0);
      g_array_append_val (self->undo, seq);
    }
}

/**
 * ent_journal_load:
 * @database: a project's database, which must outlive the journal
 * @error: return location
 *
 * Returns: (transfer full): the journal kept in it
 */
EntJournal *
ent_journal_load (EntDatabase *database, GError **error)
{
  g_autoptr (EntJournal) self = g_new0 (EntJournal, 1);
  g_autoptr (EntStatement) statement = NULL;
  GError *problem = NULL;

  self->database = database;
  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->undos = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  statement = ent_database_prepare (database,
                                    "SELECT seq, undoes, schema, length (changeset) > 0 "
                                    "FROM journal ORDER BY seq",
                                    error);
  while (statement && ent_statement_next (statement, &problem))
    {
      gint64 seq = ent_statement_read_integer (statement);
      gint64 undoes = ent_statement_read_integer (statement);
      gint64 schema = ent_statement_read_integer (statement);
      gboolean has_changes = ent_statement_read_integer (statement);

      ent_journal_push (self, seq, undoes, has_changes && ent_schema_may_undo (schema));
    }
  if (problem)
    g_propagate_error (error, problem);

  return statement && !problem ? g_steal_pointer (&self) : NULL;
}

void
ent_journal_free (EntJournal *self)
{
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_hash_table_unref (self->undos);
  g_free (self);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * ent_journal_write:
 * @self: a journal
 * @entry: what it says
 * @changeset: what was done
 * @error: return location
 *
 * Writes an entry inside the caller's transaction; ent_journal_push() follows once that
 * is committed.
 *
 * Returns: number of the entry, 0 on error
 */
gint64
ent_journal_write (EntJournal *self,
                   const EntJournalEntry *entry,
                   GBytes *changeset,
                   GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  g_autofree char *action = ent_id_to_string (ent_id_new ());
  g_autofree char *at = dup_now ();
  int schema;

  ent_schema_get_steps (&schema);
  statement = ent_database_prepare (self->database,
                                    "INSERT INTO journal (seq, action, schema, at, author, label, "
                                    "args, changeset, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                    error);
  if (!statement)
    return 0;

  ent_statement_bind_integer (statement, self->last + 1);
  ent_statement_bind_text (statement, action);
  ent_statement_bind_integer (statement, schema);
  ent_statement_bind_text (statement, at);
  ent_statement_bind_text (statement, entry->author);
  ent_statement_bind_text (statement, entry->label);
  ent_statement_bind_text (statement, entry->arguments);
  ent_statement_bind_bytes (statement, changeset);
  if (entry->undoes)
    ent_statement_bind_integer (statement, entry->undoes);
  else
    ent_statement_bind_null (statement);

  return ent_statement_run (statement, error) ? self->last + 1 : 0;
}

/**
 * ent_journal_forget:
 * @self: a journal
 * @author: (nullable): who asks for it
 * @error: return location
 *
 * Removes every entry, inside the caller's transaction, and leaves one that says so: numbers
 * go on rising, so that whoever remembers a number still knows what is new.
 *
 * Returns: whether it was done
 */
gboolean
ent_journal_forget (EntJournal *self, const char *author, GError **error)
{
  EntJournalEntry entry = { N_ ("Remove the history"), "[]", author, 0 };
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  return ent_database_exec (self->database, "DELETE FROM journal", error)
         && ent_journal_write (self, &entry, nothing, error) != 0;
}

gint64
ent_journal_get_last (EntJournal *self)
{
  return self->last;
}

gint64
ent_journal_get_undo (EntJournal *self)
{
  return top (self->undo);
}

gint64
ent_journal_get_redo (EntJournal *self)
{
  return top (self->redo);
}

guint
ent_journal_count_undo (EntJournal *self)
{
  return self->undo->len;
}

guint
ent_journal_count_redo (EntJournal *self)
{
  return self->redo->len;
}

gboolean
ent_journal_is_undo (EntJournal *self, gint64 seq)
{
  return g_hash_table_contains (self->undos, &seq);
}

/**
 * ent_journal_read:
 * @self: a journal
 * @seq: number of an entry
 * @label: (out) (optional) (transfer full): its msgid
 * @arguments: (out) (optional) (transfer full): the arguments, a JSON array
 * @changeset: (out) (optional) (transfer full): what was done
 * @error: return location
 *
 * Returns: whether there is such an entry
 */
gboolean
ent_journal_read (EntJournal *self,
                  gint64 seq,
                  char **label,
                  char **arguments,
                  GBytes **changeset,
                  GError **error)
{
  g_autoptr (EntStatement) statement = NULL;
  GError *problem = NULL;

  statement = ent_database_prepare (
      self->database, "SELECT label, args, changeset FROM journal WHERE seq = ?", error);
  if (!statement)
    return FALSE;
  ent_statement_bind_integer (statement, seq);
  if (!ent_statement_next (statement, &problem))
    {
      if (!problem)
        problem = g_error_new_literal (ENT_ERROR, ENT_ERROR_NOT_FOUND,
                                       _("The history has no such entry."));
      g_propagate_error (error, problem);
      return FALSE;
    }

  if (label)
    *label = g_strdup (ent_statement_read_text (statement));
  else
    ent_statement_read_text (statement);
  if (arguments)
    *arguments = g_strdup (ent_statement_read_text (statement));
  else
    ent_statement_read_text (statement);
  if (changeset)
    *changeset = ent_statement_read_bytes (statement);

  return TRUE;
}

/**
 * ent_journal_dup_label:
 * @self: a journal
 * @seq: number of an entry, 0 for none
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): what was done, in @lang; the same for an undo of it
 */
char *
ent_journal_dup_label (EntJournal *self, gint64 seq, const char *lang)
{
  g_autofree char *label = NULL;
  g_autofree char *arguments = NULL;

  if (!seq || !ent_journal_read (self, seq, &label, &arguments, NULL, NULL))
    return NULL;

  return ent_label_render (label, arguments, lang);
}
