/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libical/ical.h>
#include <time.h>

#include "exchange/ent-calendar-zone.h"
#include "exchange/ent-calendar.h"
#include "paper-tools.h"

static const char records[] =
    "\"organisation\":[{\"id\":\"@namur\",\"name\":\"Ville de Namur\"}],"
    "\"place\":[{\"id\":\"@fr\",\"name\":\"France\",\"kind\":\"country\","
    "\"zone\":\"Europe/Paris\"},"
    "{\"id\":\"@lyon\",\"name\":\"Lyon\",\"kind\":\"city\",\"parent\":\"@fr\"}],"
    "\"person\":[{\"id\":\"@p\",\"shown_name\":\"Đặng Thị Ánh\",\"email\":\"a@example.org\"}],"
    "\"agreement\":[{\"id\":\"@a\",\"kind\":\"twinning\",\"title\":\"Jumelage\","
    "\"ends\":\"2028\",\"notice_by\":\"2028-06-30\",\"children\":{"
    "\"party\":[{\"organisation\":\"@namur\",\"tier\":\"party\"}],"
    "\"obligation\":[{\"kind\":\"report\",\"text\":\"Rapport\",\"due\":\"2027-03\"},"
    "{\"kind\":\"report\",\"text\":\"Passé\",\"due\":\"2025-03\"},"
    "{\"kind\":\"report\",\"text\":\"Fait\",\"due\":\"2027-04\",\"settled\":\"2026-01\"}]}}],"
    "\"event\":["
    "{\"id\":\"@m\",\"kind\":\"mission\",\"title\":\"Mission, été; \\\\ «à Lyon»\","
    "\"when\":\"2027-06-01/2027-06-03\",\"state\":\"confirmed\",\"place\":\"@lyon\","
    "\"children\":{"
    "\"outcome\":[{\"kind\":\"action\",\"title\":\"Écrire\",\"state\":\"open\",\"due\":\"2027-07-"
    "01\"}],"
    "\"participation\":[{\"role\":\"head\",\"person\":\"@p\",\"function\":\"Échevine\"}]}},"
    "{\"id\":\"@s1\",\"kind\":\"slot\",\"title\":\"Mairie\",\"when\":\"2027-06-01\","
    "\"start\":\"14:00\",\"end\":\"15:30\",\"parent\":\"@m\"},"
    "{\"id\":\"@s2\",\"kind\":\"slot\",\"title\":\"Montréal à distance\","
    "\"when\":\"2027-06-02\",\"start\":\"16:00\",\"zone\":\"America/Montreal\","
    "\"parent\":\"@m\",\"state\":\"cancelled\"},"
    "{\"id\":\"@s3\",\"kind\":\"slot\",\"title\":\"Nuit\",\"when\":\"2027-06-02\","
    "\"start\":\"23:00\",\"end\":\"01:30\",\"parent\":\"@m\"},"
    "{\"id\":\"@s4\",\"kind\":\"slot\",\"title\":\"Un jour\",\"when\":\"2027-06\","
    "\"parent\":\"@m\"},"
    "{\"id\":\"@s5\",\"kind\":\"slot\",\"title\":\"Secret\",\"when\":\"2027-06-01\","
    "\"visibility\":\"sensitive\",\"parent\":\"@m\"},"
    "{\"id\":\"@y\",\"kind\":\"visit\",\"title\":\"Année seule\",\"when\":\"2027\"},"
    "{\"id\":\"@f\",\"kind\":\"meeting\",\"title\":\"Sans fuseau\",\"when\":\"2027-02-01\","
    "\"start\":\"09:00\"}]";

static EntRecord *
find_event (EntProject *project, const char *title)
{
  GListModel *events = ent_project_get_list (project, &ent_event_table);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (events, i);

      if (g_str_has_prefix (event->title, title))
        return ENT_RECORD (event);
    }

  g_assert_not_reached ();
}

static char *
make (const char *title, const char *lang, gint64 version)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  EntRecord *event = title ? find_event (project, title) : NULL;
  EntPaperOrder order = { .project = project,
                          .record = event,
                          .lang = lang,
                          .today = tool_day ("2026-11-22"),
                          .version = version };
  g_autoptr (GBytes) bytes = title ? ent_calendar_of_event (&order)
                                   : ent_calendar_of_project (&order);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *root = icalparser_parse_string (text);

  g_assert_nonnull (root);
  g_assert_cmpint (icalcomponent_count_errors (root), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (root, ICAL_XLICINVALID_COMPONENT), ==, 0);
  return root;
}

static icalcomponent *
find (icalcomponent *root, const char *summary)
{
  for (icalcomponent *each = icalcomponent_get_first_component (root, ICAL_VEVENT_COMPONENT); each;
       each = icalcomponent_get_next_component (root, ICAL_VEVENT_COMPONENT))
    if (g_str_has_prefix (icalcomponent_get_summary (each), summary))
      return each;

  return NULL;
}

/* A time as whoever imports the file understands it: by the zones in it. */
static char *
dup_utc (icalcomponent *root, icalcomponent *entry, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (entry, kind);
  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (property));
  icaltimezone *found;

  if (!zone)
    return g_strdup (icaltime_as_ical_string (time));
  found = icalcomponent_get_timezone (root, icalparameter_get_tzid (zone));
  g_assert_nonnull (found);
  time.is_date = 0;
  icaltimezone_convert_time (&time, found, icaltimezone_get_utc_timezone ());
  time.zone = icaltimezone_get_utc_timezone ();

  return g_strdup (icaltime_as_ical_string (time));
}

static void
assert_times (icalcomponent *root, const char *summary, const char *start, const char *end)
{
  icalcomponent *entry = find (root, summary);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!entry)
    g_error ("no “%s” in:\n%s", summary, icalcomponent_as_ical_string (root));
  first = dup_utc (root, entry, ICAL_DTSTART_PROPERTY);
  g_assert_cmpstr (first, ==, start);
  if (icalcomponent_get_first_property (entry, ICAL_DTEND_PROPERTY))
    last = dup_utc (root, entry, ICAL_DTEND_PROPERTY);
  g_assert_cmpstr (last, ==, end);
}

static void
test_programme (void)
{
  g_autofree char *text = make ("Mission", "fr", 7);
  icalcomponent *root = parse (text);
  icalcomponent *mission = find (root, "Mission");

  g_assert_cmpint (icalcomponent_count_components (root, ICAL_VEVENT_COMPONENT), ==, 4);
  g_assert_cmpint (icalcomponent_count_components (root, ICAL_VTIMEZONE_COMPONENT), ==, 2);
  g_assert_cmpstr (icalcomponent_get_summary (mission), ==, "Mission, été; \\ «à Lyon»");
  g_assert_cmpstr (icalcomponent_get_location (mission), ==, "Lyon (France)");
  g_assert_cmpstr (icalcomponent_get_description (mission), ==,
                   "Chef de délégation\u202f: Đặng Thị Ánh, Échevine");
  g_assert_cmpint (icalcomponent_get_status (mission), ==, ICAL_STATUS_CONFIRMED);
  assert_times (root, "Mission", "20270601", "20270604");
  assert_times (root, "Mairie", "20270601T120000Z", "20270601T133000Z");
  assert_times (root, "Nuit", "20270602T210000Z", "20270602T233000Z");
  assert_times (root, "Montréal", "20270602T200000Z", NULL);
  g_assert_cmpint (icalcomponent_get_status (find (root, "Montréal")), ==, ICAL_STATUS_CANCELLED);
  g_assert_null (strstr (text, "example.org"));
  icalcomponent_free (root);
}

/* The whole agenda: also what has no zone, and what is due from today on. */
static void
test_project (void)
{
  g_autofree char *text = make (NULL, "en", 7);
  icalcomponent *root = parse (text);

  assert_times (root, "Sans fuseau", "20270201T090000", NULL);
  assert_times (root, "Ends: Jumelage", "20281231", "20290101");
  assert_times (root, "Notice to give by now: Jumelage", "20280630", "20280701");
  assert_times (root, "Due: Rapport", "20270331", "20270401");
  assert_times (root, "Follow-up: Écrire", "20270701", "20270702");
  for (guint i = 0; i < 4; i++)
    g_assert_null (
        find (root, (const char *const[]) { "Due: Passé", "Due: Fait", "Année", "Secret" }[i]));
  icalcomponent_free (root);
}

/* Imported again after a change, an entry is found again and counts as newer. */
static void
test_again (void)
{
  g_autofree char *before = make (NULL, "fr", 7);
  g_autofree char *after = make (NULL, "fr", 9);
  icalcomponent *old = parse (before);
  icalcomponent *new = parse (after);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (icalcomponent *a = icalcomponent_get_first_component (old, ICAL_VEVENT_COMPONENT),
                     *b = icalcomponent_get_first_component (new, ICAL_VEVENT_COMPONENT);
       a; a = icalcomponent_get_next_component (old, ICAL_VEVENT_COMPONENT),
                     b = icalcomponent_get_next_component (new, ICAL_VEVENT_COMPONENT))
    {
      g_assert_cmpstr (icalcomponent_get_uid (a), ==, icalcomponent_get_uid (b));
      g_assert_cmpint (icalcomponent_get_sequence (a), <, icalcomponent_get_sequence (b));
      g_assert_true (g_hash_table_add (seen, (gpointer) icalcomponent_get_uid (a)));
    }
  icalcomponent_free (old);
  icalcomponent_free (new);
}

/* Neither the zone nor the moment of whoever exports is in the file. Lines end and are folded as
 * RFC 5545, 3.1, has it. */
static void
test_bytes (void)
{
  static const char *const zones[] = { "Asia/Tokyo", "America/Montreal", "UTC" };
  g_autofree char *first = make (NULL, "fr", 1);
  g_auto (GStrv) lines = g_strsplit (first, "\r\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *text = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      text = make (NULL, "fr", 1);
      g_assert_cmpstr (text, ==, first);
      test_programme ();
    }
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static const char *const all_zones[] = {
  "Europe/Brussels", "America/Montreal",  "Asia/Ho_Chi_Minh",    "Africa/Casablanca",
  "Asia/Tehran",     "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia",
  "Asia/Jerusalem",  "Europe/Istanbul",   "Africa/Kinshasa",     "America/Port-au-Prince",
};

/* What libical makes of a written zone is what GLib says, on every day at four hours. */
static void
assert_zone (const char *name, int first, int last)
{
  icalcomponent *component = ent_calendar_zone_new (name, first, last);
  icaltimezone *written = icaltimezone_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (component);
  g_assert_true (icaltimezone_set_component (written, component));
  for (int day = ent_day_of_year_start (first); day <= ent_day_of_year_end (last); day++)
    for (int hour = 4; hour < 24; hour += 6)
      {
        g_autoptr (GDate) date = g_date_new_julian ((guint32) day);
        struct icaltimetype time = icaltime_null_time ();
        g_autoptr (GDateTime)
            local = g_date_time_new (zone, g_date_get_year (date), g_date_get_month (date),
                                     g_date_get_day (date), hour, 0, 0);

        /* A day that never was: Samoa, 30 December 2011. */
        if (g_date_time_get_day_of_month (local) != g_date_get_day (date))
          continue;
        time.year = g_date_get_year (date);
        time.month = g_date_get_month (date);
        time.day = g_date_get_day (date);
        time.hour = hour;
        g_assert_cmpint (icaltimezone_get_utc_offset (written, &time, NULL), ==,
                         g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND);
      }
  icaltimezone_free (written, 1);
}

static void
test_zones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_zones); i++)
    {
      assert_zone (all_zones[i], 2010, 2013);
      assert_zone (all_zones[i], 2018, 2030);
    }
  g_assert_null (ent_calendar_zone_new ("Europe/Namur", 2024, 2024));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/calendar/programme", test_programme);
  g_test_add_func ("/paper/calendar/project", test_project);
  g_test_add_func ("/paper/calendar/again", test_again);
  g_test_add_func ("/paper/calendar/bytes", test_bytes);
  g_test_add_func ("/paper/calendar/zones", test_zones);

  return g_test_run ();
}
