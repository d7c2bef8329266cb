/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-words.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "model/ent-dated-name.h"

/* A line names at most this many partners. */
#define MAX_PARTNERS 3

static void
append_part (GString *line, const char *part)
{
  if (part && *part)
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", part);
}

static char *
dup_choice_words (EntEvent *event, const char *name, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_event_table, name);

  return ent_column_display (column, ent_record_get_string (ENT_RECORD (event), column), lang);
}

char *
ent_event_dup_kind_words (EntEvent *event, const char *lang)
{
  return dup_choice_words (event, "kind", lang);
}

char *
ent_event_dup_state_words (EntEvent *event, const char *lang)
{
  return dup_choice_words (event, "state", lang);
}

static char *
dup_partners (const EntEventSentence *sentence, EntProject *project, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < MIN (sentence->partners->len, MAX_PARTNERS); i++)
    {
      EntId id = ent_record_get_id (g_ptr_array_index (sentence->partners, i));
      g_autofree char *title = ent_project_dup_title_on (project, id, sentence->when, lang);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", title);
    }
  if (sentence->partners->len > MAX_PARTNERS)
    g_string_append (words, "…");

  return g_string_free_and_steal (g_steal_pointer (&words));
}

char *
ent_event_dup_partner_words (EntProject *project, EntEvent *event, const char *lang)
{
  g_auto (EntEventSentence) sentence = { 0 };

  ent_event_sentence_init (&sentence, project, event);
  return dup_partners (&sentence, project, lang);
}

/**
 * ent_event_dup_sentence:
 * @project: the graph
 * @event: an event of it
 * @lang: language of the names and dates
 *
 * Returns: (transfer full): who, when and where, in one line
 */
char *
ent_event_dup_sentence (EntProject *project, EntEvent *event, const char *lang)
{
  g_auto (EntEventSentence) sentence = { 0 };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *partners = NULL;
  g_autofree char *when = event->when ? ent_date_format (event->when, lang) : NULL;
  g_autofree char *place = NULL;

  ent_event_sentence_init (&sentence, project, event);
  partners = dup_partners (&sentence, project, lang);
  append_part (line, partners);
  if (sentence.head)
    {
      g_autofree char *name = ent_record_dup_title (ENT_RECORD (sentence.head), project, lang);
      /* Translators: a delegation, and who is at its head */
      g_autofree char *led = g_strdup_printf (_("led by %s"), name);

      append_part (line, led);
    }
  append_part (line, when);
  if (sentence.place)
    place = ent_record_dup_title (ENT_RECORD (sentence.place), project, lang);
  append_part (line, place);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

char *
ent_event_dup_line_words (EntProject *project, EntEvent *event, const char *lang)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *when = event->when ? ent_date_format (event->when, lang) : NULL;
  g_autofree char *partners = ent_event_dup_partner_words (project, event, lang);

  append_part (line, when);
  append_part (line, partners);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

char *
ent_event_dup_note_words (EntEvent *event, const char *lang)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *kind = ent_event_dup_kind_words (event, lang);
  g_autofree char *state = ent_event_dup_state_words (event, lang);

  append_part (line, kind);
  append_part (line, state);

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static char *
dup_with_capital (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (words), NULL);
}

/**
 * ent_month_dup_words:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: (transfer full): the month in the language of the interface, as a heading
 */
char *
ent_month_dup_words (int year, int month)
{
  g_autofree char *edtf = g_strdup_printf ("%04d-%02d", year, month);
  g_autoptr (EntDate) date = ent_date_new (edtf, NULL);
  g_autofree char *words = NULL;

  if (!date)
    return g_strdup_printf ("%d", year);

  words = ent_date_format (date, ent_words_interface_language ());
  return dup_with_capital (words);
}

/**
 * ent_weekday_get_words:
 * @day: a day, as GDate counts them
 *
 * Returns: (transfer none): which day of the week it is
 */
const char *
ent_weekday_get_words (int day)
{
  switch ((day - 1) % 7)
    {
    case 0:
      return C_ ("weekday", "Monday");
    case 1:
      return C_ ("weekday", "Tuesday");
    case 2:
      return C_ ("weekday", "Wednesday");
    case 3:
      return C_ ("weekday", "Thursday");
    case 4:
      return C_ ("weekday", "Friday");
    case 5:
      return C_ ("weekday", "Saturday");
    case 6:
      return C_ ("weekday", "Sunday");
    default:
      g_assert_not_reached ();
    }
}

/**
 * ent_day_dup_words:
 * @day: a day, as GDate counts them
 *
 * Returns: (transfer full): weekday and date in the language of the interface, as a heading
 */
char *
ent_day_dup_words (int day)
{
  g_autofree char *date = ent_day_format (day, ent_words_interface_language ());
  /* Translators: a weekday and a date: "Friday 19 July 2024" */
  g_autofree char *words = g_strdup_printf (_("%1$s %2$s"), ent_weekday_get_words (day), date);

  return dup_with_capital (words);
}

/**
 * ent_agenda_dup_section_words:
 * @position: where an event stands
 *
 * Returns: (transfer full): the heading over it
 */
char *
ent_agenda_dup_section_words (const EntAgendaPosition *position)
{
  switch (position->part)
    {
    case ENT_AGENDA_UNDATED:
      return g_strdup (_("No Date Recorded"));
    case ENT_AGENDA_RECENT:
      return g_strdup_printf (
          ngettext ("Last Day", "Last %d Days", ENT_AGENDA_RECENT_DAYS), ENT_AGENDA_RECENT_DAYS);
    case ENT_AGENDA_AHEAD:
    case ENT_AGENDA_EARLIER:
      break;
    }

  if (position->year_only)
    /* Translators: heading over events of which no more than the year is known */
    return g_strdup_printf (_("%d, Day Not Recorded"), position->year);
  if (position->part == ENT_AGENDA_AHEAD)
    return ent_month_dup_words (position->year, position->month);

  return g_strdup_printf ("%d", position->year);
}

/**
 * ent_event_group_get_words:
 * @group: a pattern of events
 *
 * Returns: (transfer none): what it is called
 */
const char *
ent_event_group_get_words (EntEventGroup group)
{
  switch (group)
    {
    case ENT_EVENT_GROUP_RECEIVED:
      return _("Received");
    case ENT_EVENT_GROUP_MISSION:
      return _("Missions");
    case ENT_EVENT_GROUP_CEREMONY:
      return _("Ceremonies");
    case ENT_EVENT_GROUP_EXCHANGE:
      return _("Exchanges");
    case ENT_EVENT_GROUP_VISIBILITY:
      return _("Visibility");
    case ENT_EVENT_GROUP_DEALINGS:
      return _("Dealings");
    case ENT_EVENT_GROUP_OTHER:
      return _("Others");
    }

  g_assert_not_reached ();
}
