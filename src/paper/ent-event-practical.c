/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-words.h"
#include "paper/ent-event-parts.h"
#include "rules/ent-agenda.h"
#include "rules/ent-contacts.h"

/* The parts of a file for the road. */

static gboolean
is_gift (EntRecord *record)
{
  return ENT_IS_OUTCOME (record)
         && (g_strcmp0 (ENT_OUTCOME (record)->kind, "gift") == 0
             || g_strcmp0 (ENT_OUTCOME (record)->kind, "donation") == 0);
}

/* What is to be given now, and what was given before, so that nobody gives it twice. */
static GPtrArray *
list_gifts (EntEventPaper *self)
{
  GPtrArray *gifts = ent_event_paper_get_children (self, &ent_outcome_table, "event");

  for (guint i = gifts->len; i > 0; i--)
    if (!is_gift (g_ptr_array_index (gifts, i - 1)))
      g_ptr_array_remove_index (gifts, i - 1);
  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GArray) story = ent_partner_get_story (self->scribe.project,
                                                        g_ptr_array_index (self->partners, i));

      for (guint j = 0; j < story->len; j++)
        {
          EntRecord *record = g_array_index (story, EntStoryEntry, j).record;

          if (is_gift (record) && ent_scribe_may_print (record)
              && !g_ptr_array_find (gifts, record, NULL))
            g_ptr_array_add (gifts, record);
        }
    }

  return gifts;
}

/**
 * ent_event_paper_add_gifts:
 * @self: a paper of an event
 *
 * Gifts of the event, then those exchanged with its partners before.
 */
void
ent_event_paper_add_gifts (EntEventPaper *self)
{
  static const char *const labels[] = { N_ ("Gift"), N_ ("Given by"), N_ ("Received by"),
                                        N_ ("At") };
  static const double widths[] = { 34, 22, 22, 22 };
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) gifts = list_gifts (self);

  if (gifts->len == 0)
    return;

  ent_scribe_add_heading (scribe, 2, N_ ("Gifts"));
  ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < gifts->len; i++)
    {
      EntOutcome *gift = g_ptr_array_index (gifts, i);
      EntRuns *cells[4] = { ent_runs_new () };

      ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (gift), "title");
      cells[1] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, gift->giver));
      cells[2] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, gift->receiver));
      cells[3] = ent_scribe_take_cell (gift->event == self->id
                                           ? g_strdup (ent_words (scribe->lang, N_ ("This time")))
                                           : ent_scribe_dup_title (scribe, gift->event));
      ent_paper_add_row (scribe->paper, cells);
    }
  ent_paper_end_group (scribe->paper);
}

static int
get_offset (const char *name, gint64 instant)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone ? g_time_zone_get_offset (
                    zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant))
              : 0;
}

/* Noon of the first day: by then the clocks have changed where they change that night. */
static gint64
get_noon (int day)
{
  g_autoptr (GDate) date = g_date_new_julian ((guint32) day);
  g_autoptr (GDateTime) noon = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                    g_date_get_day (date), 12, 0, 0);

  return g_date_time_to_unix (noon);
}

/* "+7 h", "−5 h 30"; NULL for none. */
static char *
dup_difference (EntEventPaper *self)
{
  EntRecord *home = ent_project_get (self->scribe.project,
                                     ent_project_get_home (self->scribe.project));
  EntId place = home && ENT_IS_ORGANISATION (home) ? ENT_ORGANISATION (home)->place : ENT_ID_NONE;
  const char *ours = ent_place_get_zone (self->scribe.project, place);
  const char *there = ent_event_get_zone (self->scribe.project, self->event);
  gint64 noon = get_noon (self->day);
  int minutes;

  if (!ours || !there)
    return NULL;
  minutes = (get_offset (there, noon) - get_offset (ours, noon)) / 60;
  if (minutes == 0)
    return NULL;
  if (minutes % 60 != 0)
    return g_strdup_printf ("%s%d\u00a0h\u00a0%02d", minutes > 0 ? "+" : "−", ABS (minutes) / 60,
                            ABS (minutes) % 60);

  return g_strdup_printf ("%s%d\u00a0h", minutes > 0 ? "+" : "−", ABS (minutes) / 60);
}

static gboolean
has_notes (EntEventPaper *self)
{
  g_autoptr (GPtrArray) notes = ent_event_paper_get_children (self, &ent_note_table, "record");

  for (guint i = 0; i < notes->len; i++)
    if (g_strcmp0 (ENT_NOTE (g_ptr_array_index (notes, i))->kind, "note") == 0)
      return TRUE;

  return FALSE;
}

/**
 * ent_event_paper_add_practical:
 * @self: a paper of an event
 *
 * The clocks there, and what was noted for the way.
 */
void
ent_event_paper_add_practical (EntEventPaper *self)
{
  static const char *const notes[] = { "note", NULL };
  char *difference = ent_event_has_days (self->event) ? dup_difference (self) : NULL;

  if (!difference && !has_notes (self))
    return;

  ent_scribe_add_heading (&self->scribe, 2, N_ ("Practical Sheet"));
  if (difference)
    ent_scribe_add_value (&self->scribe, N_ ("Time difference"), difference);
  ent_paper_end_group (self->scribe.paper);
  ent_event_paper_add_notes (self, self->id, notes);
}

/**
 * ent_event_paper_add_decisions:
 * @self: a paper of an event
 *
 * By which authority the journey is made.
 */
void
ent_event_paper_add_decisions (EntEventPaper *self)
{
  static const char *const labels[] = { N_ ("Decision"), N_ ("Number"), N_ ("Date"), N_ ("Body") };
  static const double widths[] = { 30, 18, 24, 28 };
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray)
      decisions = ent_event_paper_get_children (self, &ent_decision_table, "record");

  if (decisions->len == 0)
    return;

  ent_scribe_add_heading (scribe, 2, N_ ("Decisions and Travel Orders"));
  ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < decisions->len; i++)
    {
      EntDecision *decision = g_ptr_array_index (decisions, i);
      EntRuns *cells[4] = {
        ent_scribe_take_cell (ent_scribe_dup_choice (scribe, ENT_RECORD (decision), "kind")),
        ent_scribe_take_cell (g_strdup (decision->number)),
        ent_scribe_take_cell (ent_scribe_dup_date (scribe, decision->date)),
        ent_scribe_take_cell (ent_scribe_dup_title (scribe, decision->body)),
      };

      ent_paper_add_row (scribe->paper, cells);
    }
  ent_paper_end_group (scribe->paper);
}
