/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-programme.h"

#include <stdlib.h>

#include "rules/ent-agenda.h"

#define SECONDS_A_MINUTE 60
#define SECONDS_A_DAY (ENT_MINUTES_A_DAY * SECONDS_A_MINUTE)
/* Events and places nested deeper than this do not occur. */
#define MAX_DEPTH 16

static int
get_unix_epoch (void)
{
  int epoch = 0;

  ent_day_parse_iso ("1970-01-01", &epoch);
  return epoch;
}

/**
 * ent_place_get_zone:
 * @project: the graph
 * @id: a place of it, or none
 *
 * Returns: (transfer none) (nullable): the zone of the place or of what it is in
 */
const char *
ent_place_get_zone (EntProject *project, EntId id)
{
  for (guint depth = 0; id && depth < MAX_DEPTH; depth++)
    {
      EntRecord *place = ent_project_get (project, id);

      if (!place || !ENT_IS_PLACE (place))
        break;
      if (ENT_PLACE (place)->zone)
        return ENT_PLACE (place)->zone;
      id = ENT_PLACE (place)->parent;
    }

  return NULL;
}

/**
 * ent_event_get_zone:
 * @project: the graph
 * @event: an event of it
 *
 * Its own zone, else that of its place or of what the place is in, else that of the event it is
 * part of.
 *
 * Returns: (transfer none) (nullable): name in the tz database; %NULL: the hours are those of a
 *   clock nobody named
 */
const char *
ent_event_get_zone (EntProject *project, EntEvent *event)
{
  for (guint depth = 0; event && depth < MAX_DEPTH; depth++)
    {
      const char *zone = event->zone ? event->zone : ent_place_get_zone (project, event->place);
      EntRecord *parent = ent_project_get (project, event->parent);

      if (zone)
        return zone;
      event = parent && ENT_IS_EVENT (parent) ? ENT_EVENT (parent) : NULL;
    }

  return NULL;
}

/* Times are written "09:30". */
static int
get_minutes (const char *time)
{
  char *rest;
  long hour = time ? strtol (time, &rest, 10) : -1;

  if (hour < 0 || hour > 23 || *rest != ':')
    return ENT_TIME_NONE;

  return (int) hour * 60 + atoi (rest + 1);
}

/**
 * ent_time_to_string:
 * @minutes: minutes from some midnight
 *
 * Returns: (transfer full) (nullable): the hour of the day, "09:30"; %NULL for ENT_TIME_NONE
 */
char *
ent_time_to_string (int minutes)
{
  if (minutes < 0)
    return NULL;

  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

/* The instant at which a clock of @zone shows @minutes of @day. Of an hour that comes twice the
 * first is meant; of one that the clock skips, what it shows instead. */
static gint64
get_instant (GTimeZone *zone, int day, int minutes, gboolean *skipped)
{
  gint64 local = (gint64) (day - get_unix_epoch ()) * SECONDS_A_DAY
                 + (gint64) minutes * SECONDS_A_MINUTE;
  gint64 shown = local;
  int interval;

  if (!zone)
    return local;

  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_DAYLIGHT, &shown);
  *skipped = *skipped || shown != local;
  return shown - g_time_zone_get_offset (zone, interval);
}

static void
set_instants (EntSlot *slot)
{
  g_autoptr (GTimeZone) zone = slot->zone ? g_time_zone_new_identifier (slot->zone) : NULL;

  if (slot->day == 0 || slot->start == ENT_TIME_NONE)
    return;
  slot->from = get_instant (zone, slot->day, slot->start, &slot->skipped);
  if (slot->end != ENT_TIME_NONE)
    slot->to = get_instant (zone, slot->day, slot->end, &slot->skipped);
}

/**
 * ent_event_get_slot:
 * @project: the graph
 * @event: an event of it
 *
 * Returns: when it is, as a slot of whatever it is part of
 */
EntSlot
ent_event_get_slot (EntProject *project, EntEvent *event)
{
  EntSlot slot = {
    .event = event,
    .start = get_minutes (event->start_time),
    .end = get_minutes (event->end_time),
    .zone = ent_event_get_zone (project, event),
  };

  if (ent_event_has_days (event))
    {
      slot.day = ent_date_get_earliest (event->when);
      if (slot.end != ENT_TIME_NONE)
        slot.end += (ent_date_get_latest (event->when) - slot.day) * ENT_MINUTES_A_DAY;
    }
  if (slot.start != ENT_TIME_NONE && slot.end != ENT_TIME_NONE && slot.end < slot.start)
    slot.end += ENT_MINUTES_A_DAY;
  set_instants (&slot);

  return slot;
}

static gint64
order_of (gint64 value, gboolean known)
{
  return known ? value : G_MAXINT64;
}

/* Without a day, what is known of the date counts. */
static gint64
get_earliest (const EntSlot *slot)
{
  return slot->event->when ? ent_date_get_earliest (slot->event->when) : G_MAXINT64;
}

/* By day; in a day what has an hour first, by hour, then the others by their number. */
static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const EntSlot *left = a;
  const EntSlot *right = b;
  const gint64 keys[][2] = {
    { order_of (left->day, left->day != 0), order_of (right->day, right->day != 0) },
    { get_earliest (left), get_earliest (right) },
    { order_of (left->from, left->start != ENT_TIME_NONE && left->day),
      order_of (right->from, right->start != ENT_TIME_NONE && right->day) },
    { order_of (left->start, left->start != ENT_TIME_NONE),
      order_of (right->start, right->start != ENT_TIME_NONE) },
    { order_of (left->event->ordinal, left->event->ordinal != ENT_INTEGER_NONE),
      order_of (right->event->ordinal, right->event->ordinal != ENT_INTEGER_NONE) },
    { ent_record_get_id (ENT_RECORD (left->event)), ent_record_get_id (ENT_RECORD (right->event)) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;

  return 0;
}

static gboolean
takes_place (const EntSlot *slot)
{
  return slot->from != 0 && g_strcmp0 (slot->event->state, "cancelled") != 0
         && g_strcmp0 (slot->event->state, "postponed") != 0;
}

/* What has no end is one moment: it overlaps when that lies inside the other. */
static gboolean
overlap (const EntSlot *a, const EntSlot *b)
{
  gint64 a_end = MAX (a->to, a->from + 1);
  gint64 b_end = MAX (b->to, b->from + 1);

  return takes_place (a) && takes_place (b) && a->from < b_end && b->from < a_end
         && (a->to > a->from || b->to > b->from);
}

/**
 * ent_programme_get_slots:
 * @project: the graph
 * @event: an event of it
 *
 * Returns: (transfer full) (element-type EntSlot): the events inside @event in the order of its
 *   programme, those not known to the day last
 */
GArray *
ent_programme_get_slots (EntProject *project, EntEvent *event)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (EntSlot));
  g_autoptr (GPtrArray) children = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (event)), &ent_event_table, "parent");

  for (guint i = 0; i < children->len; i++)
    {
      EntSlot slot = ent_event_get_slot (project, g_ptr_array_index (children, i));

      g_array_append_val (slots, slot);
    }
  g_array_sort (slots, compare_slots);

  for (guint i = 0; i < slots->len; i++)
    for (guint j = 0; j < i; j++)
      {
        EntSlot *later = &g_array_index (slots, EntSlot, i);
        EntSlot *earlier = &g_array_index (slots, EntSlot, j);

        if (!overlap (earlier, later))
          continue;
        later->overlap = earlier->event;
        if (!earlier->overlap)
          earlier->overlap = later->event;
      }

  return slots;
}

/**
 * ent_slot_get_duration:
 * @slot: a slot
 *
 * Returns: how many minutes pass from its start to its end, also when the clocks change between
 *   them; ENT_TIME_NONE when not known
 */
int
ent_slot_get_duration (const EntSlot *slot)
{
  if (slot->start == ENT_TIME_NONE || slot->end == ENT_TIME_NONE)
    return ENT_TIME_NONE;
  if (slot->day == 0)
    return slot->end - slot->start;

  return (int) ((slot->to - slot->from) / SECONDS_A_MINUTE);
}

/**
 * ent_slot_get_time_in:
 * @slot: a slot
 * @zone: name of a time zone
 * @day: (out): the day there when the slot begins
 * @minutes: (out): minutes from midnight of that day
 *
 * Returns: whether both zones and the start are known, and the clocks differ then
 */
gboolean
ent_slot_get_time_in (const EntSlot *slot, const char *zone, int *day, int *minutes)
{
  g_autoptr (GTimeZone) own = slot->zone ? g_time_zone_new_identifier (slot->zone) : NULL;
  g_autoptr (GTimeZone) other = zone ? g_time_zone_new_identifier (zone) : NULL;
  gint64 local;

  if (!own || !other || slot->day == 0 || slot->start == ENT_TIME_NONE)
    return FALSE;

  local = slot->from
          + g_time_zone_get_offset (
              other, g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, slot->from));
  *day = (int) (local / SECONDS_A_DAY) + get_unix_epoch ();
  *minutes = (int) (local % SECONDS_A_DAY) / SECONDS_A_MINUTE;
  if (local % SECONDS_A_DAY < 0)
    {
      *day -= 1;
      *minutes += ENT_MINUTES_A_DAY;
    }

  return *day != slot->day || *minutes != slot->start;
}

/**
 * ent_programme_get_next:
 * @project: the graph
 * @event: an event of it
 * @day: (out): the day on which another slot would begin, 0 when not known
 * @start: (out): minutes from its midnight, ENT_TIME_NONE when not known
 *
 * Another slot begins where the last ended.
 */
void
ent_programme_get_next (EntProject *project, EntEvent *event, int *day, int *start)
{
  g_autoptr (GArray) slots = ent_programme_get_slots (project, event);

  *day = ent_event_has_days (event) ? ent_date_get_earliest (event->when) : 0;
  *start = ENT_TIME_NONE;
  for (guint i = 0; i < slots->len; i++)
    {
      const EntSlot *slot = &g_array_index (slots, EntSlot, i);
      int minutes = slot->end != ENT_TIME_NONE ? slot->end : slot->start;
      int last = slot->day + (minutes > 0 ? minutes / ENT_MINUTES_A_DAY : 0);

      if (slot->day == 0 || last < *day)
        continue;
      if (last > *day)
        *start = ENT_TIME_NONE;
      *day = last;
      if (minutes != ENT_TIME_NONE)
        *start = MAX (*start, minutes % ENT_MINUTES_A_DAY);
    }
}

/**
 * ent_programme_swap:
 * @first: a slot
 * @second: the one after it
 *
 * Lets them change places: each keeps how long it lasts, and the pause between them stays; where
 * that is not known, their hours of beginning are exchanged. The records are not changed.
 *
 * Returns: whether they can: both begin at a known hour of one day, on one clock, and end on it
 */
gboolean
ent_programme_swap (EntSlot *first, EntSlot *second)
{
  int first_length = first->end == ENT_TIME_NONE ? 0 : first->end - first->start;
  int second_length = second->end == ENT_TIME_NONE ? 0 : second->end - second->start;
  int pause = second->start - first->start - first_length;
  int later;

  if (first->day != second->day || g_strcmp0 (first->zone, second->zone) != 0
      || first->start == ENT_TIME_NONE || second->start == ENT_TIME_NONE)
    return FALSE;

  later = first_length > 0 && second_length > 0 && pause >= 0 ? first->start + second_length + pause
                                                              : second->start;
  if (later + first_length >= ENT_MINUTES_A_DAY)
    return FALSE;

  second->start = first->start;
  first->start = later;
  if (second->end != ENT_TIME_NONE)
    second->end = second->start + second_length;
  if (first->end != ENT_TIME_NONE)
    first->end = first->start + first_length;

  return TRUE;
}

static char *
dup_shifted_days (const EntDate *date, int days)
{
  g_autofree char *first = ent_day_to_iso (ent_date_get_earliest (date) + days);
  g_autofree char *last = ent_day_to_iso (ent_date_get_latest (date) + days);

  return g_str_equal (first, last) ? g_steal_pointer (&first)
                                   : g_strdup_printf ("%s/%s", first, last);
}

/**
 * ent_date_dup_shifted:
 * @date: the date of something inside an event
 * @from: when the event was
 * @to: when it is to be
 *
 * Returns: (transfer full) (nullable): the date as many days later as the event is; the year of
 *   @to where no more than the same year was known of all three; %NULL where that tells nothing
 */
char *
ent_date_dup_shifted (const EntDate *date, const EntDate *from, const EntDate *to)
{
  if (ent_date_has_days (date) && ent_date_has_days (from) && ent_date_has_days (to))
    return dup_shifted_days (date, ent_date_get_earliest (to) - ent_date_get_earliest (from));
  if (g_str_equal (ent_date_get_text (date), ent_date_get_text (from)))
    return g_strdup (ent_date_get_text (to));

  return NULL;
}
