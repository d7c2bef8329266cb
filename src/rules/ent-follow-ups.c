/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-follow-ups.h"

#include "rules/ent-agenda.h"
#include "rules/ent-contacts.h"

/* Of services within services. */
#define DEEPEST 20

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

/**
 * ent_event_is_ahead:
 * @event: an event
 * @today: the day, as GDate counts them
 *
 * Returns: whether it is planned or confirmed and its last possible day is not past
 */
gboolean
ent_event_is_ahead (const EntEvent *event, int today)
{
  return (g_strcmp0 (event->state, "planned") == 0 || g_strcmp0 (event->state, "confirmed") == 0)
         && (!event->when || ent_date_get_latest (event->when) >= today);
}

/* What was said with more certainty to be sooner stands first: "2026" is later than a day of it. */
static gboolean
is_sooner (EntEvent *a, EntEvent *b)
{
  int last_a = a->when ? ent_date_get_latest (a->when) : ENT_DAY_MAX;
  int last_b = b->when ? ent_date_get_latest (b->when) : ENT_DAY_MAX;

  if (last_a != last_b)
    return last_a < last_b;
  if ((a->parent == ENT_ID_NONE) != (b->parent == ENT_ID_NONE))
    return a->parent == ENT_ID_NONE;

  return ent_record_get_id (ENT_RECORD (a)) < ent_record_get_id (ENT_RECORD (b));
}

static gboolean
is_with (EntProject *project, EntEvent *event, EntRecord *partner)
{
  g_auto (EntEventSentence) sentence = { 0 };

  ent_event_sentence_init (&sentence, project, event);
  return g_ptr_array_find (sentence.partners, partner, NULL);
}

/**
 * ent_partner_get_next_event:
 * @project: the graph
 * @partner: an organisation
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer none) (nullable): the first event ahead with it, one without a date last
 */
EntEvent *
ent_partner_get_next_event (EntProject *project, EntRecord *partner, int today)
{
  guint n_referrers;
  const EntReferrer *referrers = ent_project_get_referrers (project, ent_record_get_id (partner),
                                                            &n_referrers);
  EntEvent *next = NULL;

  for (guint i = 0; i < n_referrers; i++)
    {
      EntRecord *record = ENT_IS_PARTICIPATION (referrers[i].record)
                              ? ent_project_get (project,
                                                 ENT_PARTICIPATION (referrers[i].record)->record)
                              : NULL;
      EntEvent *event = record && ENT_IS_EVENT (record) ? ENT_EVENT (record) : NULL;

      if (event && ent_event_is_ahead (event, today) && is_with (project, event, partner)
          && (!next || is_sooner (event, next)))
        next = event;
    }

  return next;
}

/**
 * ent_event_get_follow_ups_with:
 * @project: the graph
 * @event: an event of it
 * @partner: one of its partners
 *
 * Returns: (transfer container) (element-type EntOutcome): what other events left open with it
 */
GPtrArray *
ent_event_get_follow_ups_with (EntProject *project, EntEvent *event, EntRecord *partner)
{
  GPtrArray *open = ent_partner_get_follow_ups (project, partner);
  EntId id = ent_record_get_id (ENT_RECORD (event));

  for (guint i = open->len; i > 0; i--)
    if (ENT_OUTCOME (g_ptr_array_index (open, i - 1))->event == id)
      g_ptr_array_remove_index (open, i - 1);

  return open;
}

/**
 * ent_event_get_follow_ups:
 * @project: the graph
 * @event: an event of it
 * @today: the day, as GDate counts them
 *
 * What was left open with a partner comes back when that partner is next on the agenda.
 *
 * Returns: (transfer container) (element-type EntOutcome): what other events left open with the
 *   partners of whom this is the next event; none unless it is ahead
 */
GPtrArray *
ent_event_get_follow_ups (EntProject *project, EntEvent *event, int today)
{
  GPtrArray *follow_ups = g_ptr_array_new ();
  g_auto (EntEventSentence) sentence = { 0 };

  if (!ent_event_is_ahead (event, today))
    return follow_ups;

  ent_event_sentence_init (&sentence, project, event);
  for (guint i = 0; i < sentence.partners->len; i++)
    {
      EntRecord *partner = g_ptr_array_index (sentence.partners, i);
      g_autoptr (GPtrArray) open = NULL;

      if (ent_partner_get_next_event (project, partner, today) != event)
        continue;
      open = ent_event_get_follow_ups_with (project, event, partner);
      for (guint j = 0; j < open->len; j++)
        if (!g_ptr_array_find (follow_ups, g_ptr_array_index (open, j), NULL))
          g_ptr_array_add (follow_ups, g_ptr_array_index (open, j));
    }

  return follow_ups;
}

/**
 * ent_outcome_get_side:
 * @project: the graph
 * @outcome: something to be done
 *
 * Returns: whose it is to do, by whom it is given: ours where that is the home organisation or
 *   one of its services
 */
EntSide
ent_outcome_get_side (EntProject *project, const EntOutcome *outcome)
{
  EntId home = ent_project_get_home (project);
  EntId id = outcome->giver;

  if (id == ENT_ID_NONE || home == ENT_ID_NONE)
    return ENT_SIDE_UNKNOWN;

  for (guint depth = 0; id != ENT_ID_NONE && depth < DEEPEST; depth++)
    {
      EntRecord *giver = ent_project_get (project, id);

      if (id == home)
        return ENT_SIDE_OURS;
      id = giver && ENT_IS_ORGANISATION (giver) ? ENT_ORGANISATION (giver)->parent : ENT_ID_NONE;
    }

  return ENT_SIDE_THEIRS;
}
