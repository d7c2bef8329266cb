/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-acts.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-renewal.h"

#define DAYS_OF_NEGOTIATION 30

/* The line goes when the act is done; what stays for a while is how to take it back. */
static void
tell (EntSession *session)
{
  g_autofree char *done = ent_store_dup_undo_label (ent_session_get_store (session),
                                                    ent_words_interface_language ());

  if (done)
    g_signal_emit_by_name (session, "deleted", done);
}

static EntAction *
begin (EntSession *session, const char *label, EntRecord *record)
{
  g_autofree char *title = ent_record_dup_title (record, ent_session_get_project (session), NULL);

  return ent_store_begin (ent_session_get_store (session), label, title, NULL);
}

static gboolean
finish (EntSession *session, EntAction *action, gboolean done, GError *error)
{
  g_autoptr (GError) problem = error;

  if (done && ent_action_commit (action, &problem))
    {
      tell (session);
      return TRUE;
    }
  ent_session_report (session, problem);

  return FALSE;
}

/**
 * ent_act_set:
 * @session: the session
 * @label: line of the history, with "%s" for the title of @record
 * @record: the record to change
 * @first_column: name of a column, followed by what is typed in it, further pairs and %NULL
 *
 * Returns: whether it was done
 */
gboolean
ent_act_set (
    EntSession *session, const char *label, EntRecord *record, const char *first_column, ...)
{
  g_autoptr (EntAction) action = begin (session, label, record);
  GError *error = NULL;
  gboolean done = TRUE;
  va_list args;

  va_start (args, first_column);
  for (const char *name = first_column; name && done; name = va_arg (args, const char *))
    done = ent_action_set (action, ent_record_get_id (record),
                           ent_table_find_column (ent_record_get_table (record), name),
                           va_arg (args, const char *), &error);
  va_end (args);

  return finish (session, action, done, error);
}

/**
 * ent_act_set_with_note:
 * @session: the session
 * @label: line of the history, with "%s" for the title of @record
 * @record: an event or a project
 * @state: its new state
 * @note: why; blank for no reason given
 *
 * Returns: whether it was done
 */
gboolean
ent_act_set_with_note (
    EntSession *session, const char *label, EntRecord *record, const char *state, const char *note)
{
  g_autoptr (EntAction) action = begin (session, label, record);
  g_autofree char *id = ent_id_to_string (ent_record_get_id (record));
  GError *error = NULL;
  gboolean done = ent_action_set (action, ent_record_get_id (record),
                                  ent_table_find_column (ent_record_get_table (record), "state"),
                                  state, &error);

  if (done && note && *note)
    {
      EntId note_id = ent_action_add (action, &ent_note_table, ENT_ID_NONE, &error);

      done = note_id != ENT_ID_NONE
             && ent_action_set (action, note_id, ent_table_find_column (&ent_note_table, "record"),
                                id, &error)
             && ent_action_set (action, note_id, ent_table_find_column (&ent_note_table, "text"),
                                note, &error);
    }

  return finish (session, action, done, error);
}

/**
 * ent_act_set_setting:
 * @session: the session
 * @label: line of the history, with "%s" for the title of @record
 * @record: what the setting is about
 * @key: its key
 * @value: (nullable): its value
 *
 * Returns: whether it was done
 */
gboolean
ent_act_set_setting (
    EntSession *session, const char *label, EntRecord *record, const char *key, const char *value)
{
  g_autoptr (EntAction) action = begin (session, label, record);
  GError *error = NULL;
  gboolean done = ent_action_set_setting (action, key, value, &error);

  return finish (session, action, done, error);
}

/**
 * ent_act_put_off:
 * @session: the session
 * @record: what keeps quiet for a while
 * @until: the day on which it is spoken of again
 *
 * Returns: whether it was done
 */
gboolean
ent_act_put_off (EntSession *session, EntRecord *record, int until)
{
  g_autofree char *key = ent_due_dup_remind_key (ent_record_get_id (record));
  g_autofree char *day = ent_day_to_iso (until);

  /* Translators: line of the history; %s is a title. */
  return ent_act_set_setting (session, N_ ("Put Off “%s”"), record, key, day);
}

/**
 * ent_act_get_reminder_day:
 * @session: the session
 * @agreement: an agreement that ends
 *
 * Returns: the day proposed for coming back to it: in a month, or on its end if that is nearer
 */
int
ent_act_get_reminder_day (EntSession *session, EntAgreement *agreement)
{
  const int today = ent_session_get_today (session);
  int day = today + DAYS_OF_NEGOTIATION;

  if (agreement->ends && ent_date_get_latest (agreement->ends) > today)
    day = MIN (day, ent_date_get_latest (agreement->ends));

  return day;
}

/**
 * ent_act_renew:
 * @session: the session
 * @agreement: an agreement that ends
 *
 * Makes the draft that renews it.
 *
 * Returns: whether it was done
 */
gboolean
ent_act_renew (EntSession *session, EntAgreement *agreement)
{
  g_autoptr (GError) error = NULL;

  if (ent_renewal_create (ent_session_get_store (session), agreement,
                          ent_act_get_reminder_day (session, agreement), &error))
    {
      tell (session);
      return TRUE;
    }
  ent_session_report (session, error);

  return FALSE;
}

/**
 * ent_act_add_note:
 * @session: the session
 * @text: a line
 *
 * Puts a note of today in the inbox.
 *
 * Returns: whether it was done
 */
gboolean
ent_act_add_note (EntSession *session, const char *text)
{
  g_autofree char *day = ent_day_to_iso (ent_session_get_today (session));

  return ent_session_add (session, &ent_note_table, "text", text, "date", day, NULL) != ENT_ID_NONE;
}
