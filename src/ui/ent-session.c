/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-session.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "ui/ent-settings.h"

struct _EntSession
{
  GObject parent_instance;

  EntProjectFile *file;
  int today;
  gboolean today_is_set;
  guint midnight;
  char *undo_label;
  char *redo_label;
};

enum
{
  PROP_FILE = 1,
  PROP_TODAY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  SIGNAL_PROBLEM,
  SIGNAL_DELETED,
  SIGNAL_NOTICE,
  SIGNAL_SHOW_RECORD,
  SIGNAL_SHOW_PAGE,
  SIGNAL_READ,
  SIGNAL_IMPORT,
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSession, ent_session, G_TYPE_OBJECT)

static void
set_label (EntSession *self, char **label, char *words, GParamSpec *property)
{
  g_autofree char *taken = words;

  if (g_set_str (label, taken))
    g_object_notify_by_pspec (G_OBJECT (self), property);
}

static void
update_labels (EntSession *self)
{
  EntStore *store = ent_session_get_store (self);
  const char *lang = ent_words_interface_language ();
  g_autofree char *undo = ent_store_dup_undo_label (store, lang);
  g_autofree char *redo = ent_store_dup_redo_label (store, lang);

  /* Translators: %s is the act as the history names it: “Change “End date” of “Hué 2024””. */
  set_label (self, &self->undo_label,
             undo != NULL
             ? g_strdup_printf (_("Undo: %s"), undo) : NULL, properties[PROP_UNDO_LABEL]);
  /* Translators: %s is the act as the history names it: “Change “End date” of “Hué 2024””. */
  set_label (self, &self->redo_label,
             redo != NULL
             ? g_strdup_printf (_("Redo: %s"), redo) : NULL, properties[PROP_REDO_LABEL]);
}

static void wait_for_midnight (EntSession *self);

static gboolean
midnight_cb (gpointer user_data)
{
  EntSession *self = user_data;

  self->midnight = 0;
  ent_session_check_day (self);
  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_midnight (EntSession *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int passed = (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60
               + g_date_time_get_second (now);

  self->midnight = g_timeout_add_seconds ((guint) MAX (24 * 60 * 60 - passed, 0) + 1, midnight_cb,
                                          self);
}

static void
update_author (EntSession *self)
{
  g_autofree char *author = g_settings_get_string (ent_settings_get (), "author");

  ent_store_set_author (ent_session_get_store (self), author);
}

static void
ent_session_constructed (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  G_OBJECT_CLASS (ent_session_parent_class)->constructed (object);

  g_signal_connect_object (ent_session_get_store (self), "journal-changed",
                           G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_settings_get (), "changed::author", G_CALLBACK (update_author), self,
                           G_CONNECT_SWAPPED);
  update_labels (self);
  update_author (self);
  self->today = ent_day_today ();
  wait_for_midnight (self);
}

static void
ent_session_dispose (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  g_clear_handle_id (&self->midnight, g_source_remove);

  G_OBJECT_CLASS (ent_session_parent_class)->dispose (object);
}

static void
ent_session_finalize (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (ent_session_parent_class)->finalize (object);
}

static void
ent_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (id)
    {
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    case PROP_TODAY:
      ent_session_set_today (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_session_class_init (EntSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_session_constructed;
  object_class->dispose = ent_session_dispose;
  object_class->finalize = ent_session_finalize;
  object_class->get_property = ent_session_get_property;
  object_class->set_property = ent_session_set_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, ENT_TYPE_PROJECT_FILE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, 0, G_MAXINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DELETED] = g_signal_new ("deleted", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[SIGNAL_SHOW_RECORD] = g_signal_new ("show-record", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_SHOW_PAGE] = g_signal_new ("show-page", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64,
                                            G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_IMPORT] = g_signal_new ("import", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 5, G_TYPE_POINTER, G_TYPE_STRV,
                                         G_TYPE_STRV, G_TYPE_BYTES, G_TYPE_STRING);
  signals[SIGNAL_READ] = g_signal_new ("read", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT,
                                       G_TYPE_UINT);
  signals[SIGNAL_DAY_CHANGED] = g_signal_new ("day-changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_session_init (EntSession *self)
{
}

/**
 * ent_session_new:
 * @file: an open project
 *
 * Returns: (transfer full): a session on @file
 */
EntSession *
ent_session_new (EntProjectFile *file)
{
  return g_object_new (ENT_TYPE_SESSION, "file", file, NULL);
}

EntProjectFile *
ent_session_get_file (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->file;
}

EntStore *
ent_session_get_store (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return ent_project_file_get_store (self->file);
}

EntProject *
ent_session_get_project (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return ent_project_file_get_project (self->file);
}

int
ent_session_get_today (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);

  return self->today;
}

/**
 * ent_session_set_today:
 * @self: a session
 * @today: a day, as GDate counts them
 *
 * Holds the session's clock at @today, for tests.
 */
void
ent_session_set_today (EntSession *self, int today)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  self->today_is_set = TRUE;
  if (self->today == today)
    return;
  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

/**
 * ent_session_check_day:
 * @self: a session
 *
 * Looks at the clock of the computer, which may have slept over midnight.
 */
void
ent_session_check_day (EntSession *self)
{
  int today;

  g_return_if_fail (ENT_IS_SESSION (self));

  today = ent_day_today ();
  if (self->today_is_set || today == self->today)
    return;
  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

const char *
ent_session_get_lang (EntSession *self)
{
  return ent_settings_get_content_language ();
}

/**
 * ent_session_get_first_words:
 * @self: a session
 * @msgid: what a new record is called until it has a name
 *
 * Returns: (transfer none): @msgid in the language the project is written in, whatever that of
 *   the window
 */
const char *
ent_session_get_first_words (EntSession *self, const char *msgid)
{
  return ent_words (ent_project_get_lang (ent_session_get_project (self)), msgid);
}

/**
 * ent_session_set_field:
 * @self: a session
 * @record: the record to change
 * @column: one of its columns
 * @typed: what was typed; blank for "not known"
 * @message: (out) (optional): return location of a sentence that says why it was refused
 *
 * Writes one field as one undo step. Nothing is written when the value stays what it was.
 *
 * Returns: %TRUE when the field holds what was typed
 */
gboolean
ent_session_set_field (
    EntSession *self, EntRecord *record, const EntColumn *column, const char *typed, char **message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *present = NULL;

  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  present = ent_record_dup_value (record, column);
  if (ent_column_parse (column, typed, &canonical, NULL) && g_strcmp0 (canonical, present) == 0)
    return TRUE;
  if (ent_store_set_field (ent_session_get_store (self), ent_record_get_id (record), column, typed,
                           &error))
    return TRUE;

  if (message != NULL)
    *message = g_strdup (error->message);
  return FALSE;
}

static gboolean
set_columns (EntAction *action,
             const EntTable *table,
             EntId id,
             const char *first,
             va_list args,
             GError **error)
{
  for (const char *name = first; name != NULL; name = va_arg (args, const char *))
    {
      const char *typed = va_arg (args, const char *);
      const EntColumn *column = ent_table_find_column (table, name);

      g_return_val_if_fail (column != NULL, FALSE);
      if (!ent_action_set (action, id, column, typed, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ent_session_add:
 * @self: a session
 * @table: type of the record
 * @first_column: (nullable): name of a column, followed by what is typed in it, further
 *   pairs and %NULL
 *
 * Adds a record as one undo step. A refusal is told by the signal "problem".
 *
 * Returns: its id, or %ENT_ID_NONE
 */
EntId
ent_session_add (EntSession *self, const EntTable *table, const char *first_column, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAction) action = NULL;
  g_autofree char *kind = NULL;
  EntId id;
  va_list args;

  g_return_val_if_fail (ENT_IS_SESSION (self), ENT_ID_NONE);

  kind = g_strconcat (ENT_ARGUMENT_WORD, table->label, NULL);
  /* Translators: line of the history; %s is a type of record, such as “Agreement”. */
  action = ent_store_begin (ent_session_get_store (self), N_ ("Add “%s”"), kind, NULL);
  id = ent_action_add (action, table, ENT_ID_NONE, &error);
  if (id != ENT_ID_NONE)
    {
      gboolean set;

      va_start (args, first_column);
      set = set_columns (action, table, id, first_column, args, &error);
      va_end (args);
      if (set && ent_action_commit (action, &error))
        return id;
    }

  ent_session_report (self, error);
  return ENT_ID_NONE;
}

/* "Twinning with Lafayette" deleted, and what went with it. */
static char *
describe_deletion (const char *title, guint n_along)
{
  if (n_along == 0)
    return g_strdup_printf (_("“%s” Deleted"), title);

  /* Translators: %1$s is the title of what was deleted, %2$u how many records hung on it. */
  return g_strdup_printf (ngettext ("“%1$s” Deleted with %2$u Linked Item",
                                    "“%1$s” Deleted with %2$u Linked Items", n_along),
                          title, n_along);
}

/**
 * ent_session_delete:
 * @self: a session
 * @id: a record
 *
 * Deletes a record and what cannot be without it, as one undo step; the signal "deleted"
 * says what went, "problem" why it did not.
 */
void
ent_session_delete (EntSession *self, EntId id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  guint n_along = 0;

  g_return_if_fail (ENT_IS_SESSION (self));

  title = ent_project_dup_title (ent_session_get_project (self), id, ent_session_get_lang (self));
  if (!ent_store_delete (ent_session_get_store (self), id, &n_along, &error))
    {
      ent_session_report (self, error);
      return;
    }

  sentence = describe_deletion (title != NULL ? title : "", n_along);
  g_signal_emit (self, signals[SIGNAL_DELETED], 0, sentence);
}

void
ent_session_undo (EntSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ENT_IS_SESSION (self));

  if (ent_store_can_undo (ent_session_get_store (self))
      && !ent_store_undo (ent_session_get_store (self), &error))
    ent_session_report (self, error);
}

void
ent_session_redo (EntSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ENT_IS_SESSION (self));

  if (ent_store_can_redo (ent_session_get_store (self))
      && !ent_store_redo (ent_session_get_store (self), &error))
    ent_session_report (self, error);
}

const char *
ent_session_get_undo_label (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->undo_label;
}

const char *
ent_session_get_redo_label (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->redo_label;
}

/**
 * ent_session_report:
 * @self: a session
 * @error: (nullable): what went wrong
 *
 * Has the sentence of an error shown. A cancelled act is no problem.
 */
void
ent_session_report (EntSession *self, const GError *error)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, error->message);
}

/**
 * ent_session_tell:
 * @self: a session
 * @sentence: what was done
 * @id: the record it is about, which can be gone to, or %ENT_ID_NONE
 *
 * Has it said in passing.
 */
void
ent_session_tell (EntSession *self, const char *sentence, EntId id)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, sentence, id);
}

/**
 * ent_session_show:
 * @self: a session
 * @id: a record
 *
 * Asks for the page of a record.
 */
void
ent_session_show (EntSession *self, EntId id)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_RECORD], 0, id);
}

/**
 * ent_session_show_page:
 * @self: a session
 * @document: a document
 * @number: a page of its file, from 1
 * @words: what was looked for, as it was typed
 *
 * Asks for a page of a document.
 */
void
ent_session_show_page (EntSession *self, EntId document, guint number, const char *words)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_PAGE], 0, document, number, words);
}

/**
 * ent_session_read:
 * @self: a session
 * @document: a document with a PDF
 * @page: the page it opens at, from 1; 0 for the start
 * @start: the words that are lit there, in characters of the page's text
 * @end: the first character after them; as @start for none
 *
 * Asks for the pages of a document.
 */
void
ent_session_read (EntSession *self, EntId document, guint page, guint start, guint end)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_READ], 0, document, page, start, end);
}

/**
 * ent_session_import:
 * @self: a session
 * @table: type of the rows
 * @preset: (nullable): what all rows have: column, value, …, %NULL
 * @start: (nullable): what is proposed for all rows, in the same way
 * @bytes: a file of comma-separated values, or cells from the clipboard
 * @name: (nullable): name of the file, %NULL for the clipboard
 *
 * Asks for the preview of an import, from which it is done.
 */
void
ent_session_import (EntSession *self,
                    const EntTable *table,
                    const char *const *preset,
                    const char *const *start,
                    GBytes *bytes,
                    const char *name)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_IMPORT], 0, table, preset, start, bytes, name);
}
