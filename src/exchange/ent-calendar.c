/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-calendar.h"

#include "base/ent-words.h"
#include "exchange/ent-calendar-private.h"
#include "exchange/ent-calendar-zone.h"
#include "paper/ent-typography.h"
#include "rules/ent-agenda.h"
#include "rules/ent-programme.h"

/* iCalendar, RFC 5545. */

static struct icaltimetype
get_date (int day)
{
  g_autoptr (GDate) date = g_date_new_julian ((guint32) day);
  struct icaltimetype time = icaltime_null_date ();

  time.year = g_date_get_year (date);
  time.month = g_date_get_month (date);
  time.day = g_date_get_day (date);

  return time;
}

/* @minutes from midnight of @day, on whatever clock. */
static struct icaltimetype
get_time (int day, int minutes)
{
  struct icaltimetype time = get_date (day + minutes / ENT_MINUTES_A_DAY);

  time.is_date = 0;
  time.hour = minutes % ENT_MINUTES_A_DAY / 60;
  time.minute = minutes % 60;
  time.second = 0;

  return time;
}

/* Without what no calendar can hold: control characters other than the end of a line. */
static char *
clean (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);
  char *end = valid;

  for (const char *p = valid; *p; p++)
    if (*p == '\n' || (guchar) *p >= 0x20)
      *end++ = *p;
  *end = '\0';

  return valid;
}

static void
add_text (icalcomponent *entry, icalproperty *(*create) (const char *), const char *text)
{
  g_autofree char *cleaned = text ? clean (text) : NULL;

  if (cleaned && *cleaned)
    icalcomponent_add_property (entry, create (cleaned));
}

static char *
dup_uid (EntCalendar *self, EntRecord *record, const char *part)
{
  const char *project = ent_project_get_setting (self->order->project, ENT_SETTING_ID);
  g_autofree char *id = ent_id_to_string (ent_record_get_id (record));

  return g_strdup_printf ("%s%s%s@%s.entente", id, part ? "-" : "", part ? part : "",
                          project ? project : "project");
}

/**
 * ent_calendar_add_entry:
 * @self: a calendar
 * @record: what it is about
 * @part: (nullable): which of its days, where it has several; part of the identifier, so stable
 * @summary: its title
 *
 * Adds an entry without time. It is stamped with the day, not the second, so that the same
 * project gives the same file.
 *
 * Returns: (transfer none): the entry
 */
icalcomponent *
ent_calendar_add_entry (EntCalendar *self, EntRecord *record, const char *part, const char *summary)
{
  g_autofree char *uid = dup_uid (self, record, part);
  icalcomponent *entry = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  struct icaltimetype stamp = get_time (self->order->today, 0);

  stamp.zone = icaltimezone_get_utc_timezone ();
  icalcomponent_add_property (entry, icalproperty_new_uid (uid));
  icalcomponent_add_property (entry, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (entry, icalproperty_new_sequence ((int) self->order->version));
  add_text (entry, icalproperty_new_summary, summary);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/**
 * ent_calendar_add_days:
 * @entry: an entry
 * @first: its first day, as GDate counts them
 * @last: its last day
 *
 * Days of no time zone, which take nobody's time: DTEND is the day after them (3.6.1).
 */
void
ent_calendar_add_days (icalcomponent *entry, int first, int last)
{
  icalcomponent_add_property (entry, icalproperty_new_dtstart (get_date (first)));
  icalcomponent_add_property (entry, icalproperty_new_dtend (get_date (last + 1)));
  icalcomponent_add_property (entry, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static void
use_zone (EntCalendar *self, const char *zone, int first, int last)
{
  EntCalendarYears *years = g_hash_table_lookup (self->zones, zone);

  if (!years)
    {
      years = g_new0 (EntCalendarYears, 1);
      years->first = ent_day_get_year (first);
      years->last = ent_day_get_year (last);
      g_hash_table_insert (self->zones, g_strdup (zone), years);
    }
  years->first = MIN (years->first, ent_day_get_year (first));
  years->last = MAX (years->last, ent_day_get_year (last));
}

/* An hour of a zone; of no zone where none is known, which is then the reader's own. */
static void
add_time (icalcomponent *entry, icalproperty *property, const char *zone)
{
  if (zone)
    icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (entry, property);
}

static gboolean
is_zone (const char *name)
{
  g_autoptr (GTimeZone) zone = name ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL;
}

static void
add_when (EntCalendar *self, icalcomponent *entry, EntEvent *event)
{
  EntSlot slot = ent_event_get_slot (self->order->project, event);
  const char *zone = is_zone (slot.zone) ? slot.zone : NULL;

  if (slot.start == ENT_TIME_NONE)
    {
      ent_calendar_add_days (entry, slot.day, ent_date_get_latest (event->when));
      return;
    }

  add_time (entry, icalproperty_new_dtstart (get_time (slot.day, slot.start)), zone);
  if (slot.end > slot.start)
    add_time (entry, icalproperty_new_dtend (get_time (slot.day, slot.end)), zone);
  if (zone)
    use_zone (self, zone, slot.day, ent_date_get_latest (event->when) + 1);
}

/* What was put off does not take place on the day it was put off from. */
static enum icalproperty_status
get_status (EntEvent *event)
{
  if (g_strcmp0 (event->state, "cancelled") == 0 || g_strcmp0 (event->state, "postponed") == 0)
    return ICAL_STATUS_CANCELLED;
  if (g_strcmp0 (event->state, "confirmed") == 0 || g_strcmp0 (event->state, "held") == 0)
    return ICAL_STATUS_CONFIRMED;

  return ICAL_STATUS_TENTATIVE;
}

static char *
dup_participant (EntCalendar *self, EntParticipation *participation, const EntDate *when)
{
  const EntScribe *scribe = &self->scribe;
  g_autofree char *role = ent_scribe_dup_choice (scribe, ENT_RECORD (participation), "role");
  g_autofree char *name = participation->person
                              ? ent_scribe_dup_person (scribe, participation->person)
                              : ent_scribe_dup_title (scribe, participation->organisation);
  g_autoptr (EntRuns) function = ent_runs_new ();
  g_autofree char *words = NULL;

  if (!name)
    return NULL;

  ent_scribe_add_function (scribe, function, participation, when);
  words = ent_runs_dup_text (function);
  return g_strdup_printf ("%s%s%s%s%s", role ? role : "",
                          role ? ent_typography_get_colon (scribe->lang) : "", name,
                          *words ? ", " : "", words);
}

/* Who takes part; notes and texts are the officer's own. */
static char *
dup_description (EntCalendar *self, EntEvent *event)
{
  g_autoptr (GPtrArray) children = ent_project_get_children (self->order->project,
                                                             ent_record_get_id (ENT_RECORD (event)),
                                                             &ent_participation_table, "record");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < children->len; i++)
    {
      g_autofree char *line = dup_participant (self, g_ptr_array_index (children, i), event->when);

      if (line)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return g_strdup (text->str);
}

static void
add_event (EntCalendar *self, EntEvent *event)
{
  EntRecord *record = ENT_RECORD (event);
  EntRecord *parent = ent_project_get (self->order->project, event->parent);
  g_autofree char *title = ent_scribe_dup_title (&self->scribe, ent_record_get_id (record));
  g_autofree char *place = ent_scribe_dup_place (&self->scribe, event->place);
  g_autofree char *kind = ent_scribe_dup_choice (&self->scribe, record, "kind");
  g_autofree char *description = dup_description (self, event);
  icalcomponent *entry;

  if (!title || !ent_event_has_days (event))
    return;

  entry = ent_calendar_add_entry (self, record, NULL, title);
  add_when (self, entry, event);
  icalcomponent_add_property (entry, icalproperty_new_status (get_status (event)));
  add_text (entry, icalproperty_new_location, place);
  add_text (entry, icalproperty_new_description, description);
  add_text (entry, icalproperty_new_categories, kind);
  if (ent_scribe_may_print (parent))
    {
      g_autofree char *uid = dup_uid (self, parent, NULL);

      icalcomponent_add_property (entry, icalproperty_new_relatedto (uid));
    }
}

/* With all that is inside it; an event that may not be shown hides what is inside. */
static void
add_event_and_inside (EntCalendar *self, EntEvent *event, guint depth)
{
  g_autoptr (GArray) slots = NULL;

  if (depth > 16 || !ent_scribe_may_print (ENT_RECORD (event)))
    return;

  add_event (self, event);
  slots = ent_programme_get_slots (self->order->project, event);
  for (guint i = 0; i < slots->len; i++)
    add_event_and_inside (self, g_array_index (slots, EntSlot, i).event, depth + 1);
}

static EntCalendar *
begin (const EntPaperOrder *order)
{
  EntCalendar *self = g_new0 (EntCalendar, 1);

  self->order = order;
  self->scribe = (EntScribe) { order->project, NULL, order->lang, order->today };
  self->entries = g_ptr_array_new ();
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->root = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (self->root, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self->root, icalproperty_new_prodid ("-//Entente//Entente//EN"));
  icalcomponent_add_property (self->root, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (self->root, icalproperty_new_method (ICAL_METHOD_PUBLISH));

  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The zones stand before what is told in them. */
static GBytes *
finish (EntCalendar *self)
{
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->zones, NULL);
  guint n_names = g_hash_table_size (self->zones);
  char *text;
  GBytes *bytes;

  qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    {
      const EntCalendarYears *years = g_hash_table_lookup (self->zones, names[i]);

      icalcomponent_add_component (self->root,
                                   ent_calendar_zone_new (names[i], years->first, years->last));
    }
  for (guint i = 0; i < self->entries->len; i++)
    icalcomponent_add_component (self->root, g_ptr_array_index (self->entries, i));

  text = icalcomponent_as_ical_string_r (self->root);
  bytes = g_bytes_new (text, strlen (text));
  free (text);
  icalcomponent_free (self->root);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->zones);
  g_free (self);

  return bytes;
}

/**
 * ent_calendar_of_event:
 * @order: an event of a project
 *
 * The event and its programme. What is not known to the day is in no calendar. The identifiers
 * stay from one export to the next and SEQUENCE rises with the changes of the project, so that
 * an import brings up to date what was imported before.
 *
 * Returns: (transfer full): an iCalendar file
 */
GBytes *
ent_calendar_of_event (const EntPaperOrder *order)
{
  EntCalendar *self = begin (order);

  add_event_and_inside (self, ENT_EVENT (order->record), 0);

  return finish (self);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  EntEvent *left = *(EntEvent *const *) a;
  EntEvent *right = *(EntEvent *const *) b;
  int order = (left->when && right->when) ? ent_date_compare (left->when, right->when)
                                          : (left->when == NULL) - (right->when == NULL);
  EntId left_id = ent_record_get_id (ENT_RECORD (left));
  EntId right_id = ent_record_get_id (ENT_RECORD (right));

  return order != 0 ? order : (left_id > right_id) - (left_id < right_id);
}

/**
 * ent_calendar_of_project:
 * @order: a project
 *
 * All events with a day, with their programmes, and the days on which something ends or is due.
 *
 * Returns: (transfer full): an iCalendar file, see ent_calendar_of_event()
 */
GBytes *
ent_calendar_of_project (const EntPaperOrder *order)
{
  EntCalendar *self = begin (order);
  GListModel *list = ent_project_get_list (order->project, &ent_event_table);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (list, i);

      if (!ent_project_get (order->project, event->parent))
        g_ptr_array_add (events, g_steal_pointer (&event));
    }
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    add_event_and_inside (self, g_ptr_array_index (events, i), 0);
  ent_calendar_add_deadlines (self);

  return finish (self);
}
