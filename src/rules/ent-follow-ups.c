/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-follow-ups.h"

#include "rules/ent-agenda.h"
#include "rules/ent-contacts.h"

/**
 * ent_outcome_is_open:
 * @outcome: an outcome
 *
 * Returns: whether something is still to be done about it
 */
gboolean
ent_outcome_is_open (const EntOutcome *outcome)
{
  return g_strcmp0 (outcome->state, "done") != 0 && g_strcmp0 (outcome->state, "dropped") != 0;
}

/* Whether it is something to be done by us or by them, and not something that was given. */
gboolean
ent_outcome_is_follow_up (const EntOutcome *outcome)
{
  static const char *const kinds[] = { "follow_up", "promise", "action", NULL };

  return outcome->kind && g_strv_contains (kinds, outcome->kind);
}

/**
 * ent_partner_get_follow_ups:
 * @project: the graph
 * @partner: an organisation or a person
 *
 * Returns: (transfer container) (element-type EntOutcome): what is still to be done between us
 */
GPtrArray *
ent_partner_get_follow_ups (EntProject *project, EntRecord *partner)
{
  GPtrArray *follow_ups = g_ptr_array_new ();
  g_autoptr (GArray) story = ent_partner_get_story (project, partner);

  for (guint i = 0; i < story->len; i++)
    {
      EntRecord *record = g_array_index (story, EntStoryEntry, i).record;

      if (ENT_IS_OUTCOME (record) && ent_outcome_is_follow_up (ENT_OUTCOME (record))
          && ent_outcome_is_open (ENT_OUTCOME (record)))
        g_ptr_array_add (follow_ups, record);
    }

  return follow_ups;
}

static gboolean
is_ahead (const EntEvent *event, int today)
{
  return (g_strcmp0 (event->state, "planned") == 0 || g_strcmp0 (event->state, "confirmed") == 0)
         && (!event->when || ent_date_get_latest (event->when) >= today);
}

/**
 * ent_event_get_follow_ups:
 * @project: the graph
 * @event: an event of it
 * @today: the day, as GDate counts them
 *
 * What was left open with a partner comes back when that partner is on the agenda again.
 *
 * Returns: (transfer container) (element-type EntOutcome): what other events left open with the
 *   partners of this one; none unless it is ahead
 */
GPtrArray *
ent_event_get_follow_ups (EntProject *project, EntEvent *event, int today)
{
  GPtrArray *follow_ups = g_ptr_array_new ();
  g_auto (EntEventSentence) sentence = { 0 };
  EntId id = ent_record_get_id (ENT_RECORD (event));

  if (!is_ahead (event, today))
    return follow_ups;

  ent_event_sentence_init (&sentence, project, event);
  for (guint i = 0; i < sentence.partners->len; i++)
    {
      g_autoptr (GPtrArray)
          open = ent_partner_get_follow_ups (project, g_ptr_array_index (sentence.partners, i));

      for (guint j = 0; j < open->len; j++)
        {
          EntOutcome *outcome = g_ptr_array_index (open, j);

          if (outcome->event != id && !g_ptr_array_find (follow_ups, outcome, NULL))
            g_ptr_array_add (follow_ups, outcome);
        }
    }

  return follow_ups;
}
