/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-duplicate.h"

#include "base/ent-words.h"

/* Slots inside slots do not occur deeper. */
#define MAX_DEPTH 4

/* What next year's event has in common with this one. */
static const char *const event_columns[]
    = { "kind", "title", "start", "end", "zone", "direction", "place", "series", NULL };
static const char *const participation_columns[]
    = { "person", "organisation", "function", "role", "represents", "position", NULL };
static const char *const link_columns[] = { "target", "kind", NULL };

/* Copies fields of @from, with what they are in other languages. */
static gboolean
copy_fields (EntAction *action,
             EntId to,
             EntRecord *from,
             const char *const *names,
             GError **error)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (from);

  for (guint i = 0; names[i]; i++)
    {
      const EntColumn *column = ent_table_find_column (ent_record_get_table (from), names[i]);
      g_autofree char *value = ent_record_dup_value (from, column);

      if (value && !ent_action_set (action, to, column, value, error))
        return FALSE;
      for (guint t = 0; t < translations->len; t++)
        {
          const EntTranslation *translation = g_ptr_array_index (translations, t);

          if (g_str_equal (translation->field, names[i])
              && !ent_action_set_translation (action, to, column, translation->lang,
                                              translation->text, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
set_reference (EntAction *action,
               EntId id,
               const EntTable *table,
               const char *name,
               EntId target,
               GError **error)
{
  g_autofree char *value = ent_id_to_string (target);

  return ent_action_set (action, id, ent_table_find_column (table, name), value, error);
}

/* Records of @table that hang on @from by @owner, each copied onto @to. */
static gboolean
copy_children (EntSession *session,
               EntAction *action,
               EntId to,
               EntEvent *from,
               const EntTable *table,
               const char *owner,
               const char *const *names,
               GError **error)
{
  g_autoptr (GPtrArray) children
      = ent_project_get_children (ent_session_get_project (session),
                                  ent_record_get_id (ENT_RECORD (from)), table, owner);

  for (guint i = 0; i < children->len; i++)
    {
      EntId id = ent_action_add (action, table, ENT_ID_NONE, error);

      if (id == ENT_ID_NONE || !set_reference (action, id, table, owner, to, error)
          || !copy_fields (action, id, g_ptr_array_index (children, i), names, error))
        return FALSE;
    }

  return TRUE;
}

static EntId
copy_event (EntSession *session, EntAction *action, EntEvent *event, int depth, GError **error)
{
  EntProject *project = ent_session_get_project (session);
  EntId id = ent_action_add (action, &ent_event_table, ENT_ID_NONE, error);
  g_autoptr (GPtrArray) slots = NULL;

  if (id == ENT_ID_NONE || !copy_fields (action, id, ENT_RECORD (event), event_columns, error)
      || !ent_action_set (action, id, ent_table_find_column (&ent_event_table, "state"), "planned",
                          error)
      || !copy_children (session, action, id, event, &ent_participation_table, "record",
                         participation_columns, error)
      || !copy_children (session, action, id, event, &ent_link_table, "source", link_columns,
                         error))
    return ENT_ID_NONE;

  slots = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (event)),
                                    &ent_event_table, "parent");
  for (guint i = 0; depth < MAX_DEPTH && i < slots->len; i++)
    {
      EntId slot = copy_event (session, action, g_ptr_array_index (slots, i), depth + 1, error);

      if (slot == ENT_ID_NONE
          || !set_reference (action, slot, &ent_event_table, "parent", id, error))
        return ENT_ID_NONE;
    }

  return id;
}

static gboolean
set_number (EntAction *action, EntId id, EntEvent *event, GError **error)
{
  g_autofree char *number = NULL;

  if (event->ordinal == ENT_INTEGER_NONE)
    return TRUE;

  number = g_strdup_printf ("%" G_GINT64_FORMAT, event->ordinal + 1);
  return ent_action_set (action, id, ent_table_find_column (&ent_event_table, "ordinal"), number,
                         error);
}

/**
 * ent_event_duplicate:
 * @session: the session
 * @event: an event of its project
 *
 * Adds the event again as one undo step: planned, with the same people, programme, place and
 * links, the next of its series; without date, head-count, text, outcomes, papers and costs.
 *
 * Returns: its id, or %ENT_ID_NONE after the signal "problem"
 */
EntId
ent_event_duplicate (EntSession *session, EntEvent *event)
{
  g_autofree char *title
      = ent_record_dup_title (ENT_RECORD (event), ent_session_get_project (session),
                              ent_session_get_lang (session));
  g_autoptr (EntAction) action
      /* Translators: line of the history; %s is the title of an event. */
      = ent_store_begin (ent_session_get_store (session), N_ ("Duplicate “%s”"), title, NULL);
  g_autoptr (GError) error = NULL;
  EntId id = copy_event (session, action, event, 0, &error);

  if (id != ENT_ID_NONE && event->parent
      && !set_reference (action, id, &ent_event_table, "parent", event->parent, &error))
    id = ENT_ID_NONE;
  if (id != ENT_ID_NONE && set_number (action, id, event, &error)
      && ent_action_commit (action, &error))
    return id;

  ent_session_report (session, error);
  return ENT_ID_NONE;
}
