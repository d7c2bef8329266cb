/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-calendar-read.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-zone.h"

/* The columns, under the names of the fields of an event. */
static const char *const titles[] = { "id",  "title", "when",  "start",
                                      "end", "zone",  "place", "state" };

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

/* Our own entries are called after their record; others are known again by their UID. One that
 * is moved out of a series is an event of its own. */
static char *
dup_id (icalcomponent *entry)
{
  const char *uid = icalcomponent_get_uid (entry);
  struct icaltimetype moved = icalcomponent_get_recurrenceid (entry);
  g_autofree char *head = g_strndup (uid ? uid : "", uid ? strcspn (uid, "@") : 0);
  g_autofree char *key = NULL;
  EntId id;

  if (!uid || *uid == '\0')
    return NULL;
  if (g_str_has_suffix (uid, ".entente") && ent_id_parse (head, &id))
    return g_steal_pointer (&head);

  key = g_strconcat ("ics/", uid, icaltime_is_null_time (moved) ? "" : "/",
                     icaltime_is_null_time (moved) ? "" : icaltime_as_ical_string (moved), NULL);
  return ent_id_to_string (ent_id_from_key (key));
}

/* The zones that Outlook calls by names of its own, as the "windowsZones" of Unicode CLDR have
 * them, as far as partners of our cities are in them. */
static const char *const windows_zones[][2] = {
  { "Romance Standard Time", "Europe/Paris" },
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "GMT Standard Time", "Europe/London" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "Eastern Standard Time", "America/New_York" },
  { "Central Standard Time", "America/Chicago" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "SE Asia Standard Time", "Asia/Bangkok" },
  { "China Standard Time", "Asia/Shanghai" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "Morocco Standard Time", "Africa/Casablanca" },
  { "W. Central Africa Standard Time", "Africa/Lagos" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
};

/* The time zone by the name that the tz database has for it; calendars write prefixes before. */
static char *
dup_zone (const char *tzid)
{
  const char *part = tzid;

  for (guint i = 0; i < G_N_ELEMENTS (windows_zones); i++)
    if (g_strcmp0 (windows_zones[i][0], tzid) == 0)
      return g_strdup (windows_zones[i][1]);
  while (part && *part)
    {
      g_autofree char *zone = ent_zone_read (*part == '/' ? part + 1 : part);

      if (zone && strchr (zone, '/'))
        return g_steal_pointer (&zone);
      part = strchr (part + 1, '/');
    }

  return NULL;
}

/* The zone that the start is said in, be it described in the calendar or not. */
static const char *
get_zone_id (icalcomponent *entry)
{
  icalproperty *property = icalcomponent_get_first_property (entry, ICAL_DTSTART_PROPERTY);
  icalparameter *zone = property ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER)
                                 : NULL;

  return zone ? icalparameter_get_tzid (zone) : NULL;
}

/* When it begins, in a zone that has a name, or else in UTC; without a zone it is where it is. */
static struct icaltimetype
get_start (icalcomponent *entry, char **name)
{
  struct icaltimetype time = icalcomponent_get_dtstart (entry);
  const icaltimezone *zone = icaltime_get_timezone (time);
  const char *tzid = get_zone_id (entry);

  *name = NULL;
  if (icaltime_is_null_time (time) || icaltime_is_date (time))
    return time;

  *name = tzid ? dup_zone (tzid) : NULL;
  if (!*name && !zone && !icaltime_is_utc (time))
    return time;
  if (!*name && zone)
    *name = dup_zone (icaltimezone_get_location ((icaltimezone *) zone));
  if (*name)
    return time;

  *name = g_strdup ("UTC");
  return icaltime_convert_to_zone (time, icaltimezone_get_utc_timezone ());
}

static char *
dup_day (struct icaltimetype time)
{
  return g_strdup_printf ("%04d-%02d-%02d", time.year, time.month, time.day);
}

static char *
dup_hour (struct icaltimetype time)
{
  return icaltime_is_date (time) || icaltime_is_null_time (time)
             ? NULL
             : g_strdup_printf ("%02d:%02d", time.hour, time.minute);
}

/* The end of a whole day is the day after (RFC 5545, §3.6.1). */
static struct icaltimetype
get_end (icalcomponent *entry, struct icaltimetype start)
{
  struct icaltimetype end = icalcomponent_get_dtend (entry);

  /* One that says no end is given its start for one. */
  if (icaltime_is_null_time (end) || (!icaltime_is_date (start) && !icaltime_compare (end, start)))
    return icaltime_null_time ();
  if (icaltime_is_date (start))
    {
      if (icaltime_compare (end, start) > 0)
        icaltime_adjust (&end, -1, 0, 0, 0);
    }
  else if (icaltime_get_timezone (start) && icaltime_get_timezone (end))
    end = icaltime_convert_to_zone (end, (icaltimezone *) icaltime_get_timezone (start));

  return end;
}

static void
take_entry (EntCells *cells, icalcomponent *entry, guint line)
{
  g_autofree char *zone = NULL;
  struct icaltimetype start = get_start (entry, &zone);
  struct icaltimetype end = get_end (entry, start);
  g_autofree char *first = icaltime_is_null_time (start) ? NULL : dup_day (start);
  g_autofree char *last = icaltime_is_null_time (end) ? NULL : dup_day (end);
  gboolean longer = first && last && strcmp (first, last) < 0;
  gboolean cancelled = icalcomponent_get_status (entry) == ICAL_STATUS_CANCELLED;

  ent_cells_begin_row (cells, line);
  ent_cells_take_cell (cells, dup_id (entry));
  ent_cells_take_cell (cells, g_strdup (icalcomponent_get_summary (entry)));
  ent_cells_take_cell (cells, longer ? g_strconcat (first, "/", last, NULL) : g_strdup (first));
  ent_cells_take_cell (cells, first ? dup_hour (start) : NULL);
  ent_cells_take_cell (cells, first ? dup_hour (end) : NULL);
  ent_cells_take_cell (cells, g_strdup (zone));
  ent_cells_take_cell (cells, g_strdup (icalcomponent_get_location (entry)));
  ent_cells_take_cell (cells, g_strdup (cancelled ? "cancelled" : NULL));
}

/* The line in which the next entry begins, after the line @line; 0 where none is left. */
static guint
find_line (char **lines, guint line)
{
  for (guint i = line; lines[i]; i++)
    if (g_ascii_strncasecmp (lines[i], "BEGIN:VEVENT", strlen ("BEGIN:VEVENT")) == 0)
      return i + 1;

  return 0;
}

static void
take_entries (EntCells *cells, icalcomponent *calendar, char **lines, guint *line)
{
  for (icalcomponent *part = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT);
       part && ent_cells_get_n_rows (cells) <= ENT_CELLS_MOST_ROWS;
       part = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT))
    if (icalcomponent_isa (part) == ICAL_VEVENT_COMPONENT)
      {
        *line = find_line (lines, *line);
        take_entry (cells, part, MAX (*line, 1));
      }
    else if (icalcomponent_isa (part) == ICAL_VCALENDAR_COMPONENT)
      take_entries (cells, part, lines, line);
}

/**
 * ent_calendar_read:
 * @bytes: a calendar (.ics, RFC 5545)
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Of what repeats, the first time is read, and each that was moved. Descriptions, which are of
 * the invitation, are left where they are.
 *
 * Returns: (transfer full): a row an entry under the names of the fields of an event, with the
 *   identity that its UID gives it, or %NULL
 */
EntCells *
ent_calendar_read (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_utf8_make_valid (data, (gssize) size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (icalcomponent) calendar = icalparser_parse_string (text);
  g_autoptr (EntCells) cells = ent_cells_new ();
  guint line = 0;

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ent_cells_take_cell (cells, g_strdup (titles[i]));
  if (calendar)
    take_entries (cells, calendar, lines, &line);
  ent_cells_end (cells);
  if (ent_cells_get_n_rows (cells) > 1)
    return ent_cells_check (cells, error) ? g_steal_pointer (&cells) : NULL;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("There is no event in this calendar, or it is damaged."));
  return NULL;
}
