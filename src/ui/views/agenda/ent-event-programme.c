/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-programme.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-words.h"
#include "rules/ent-agenda.h"
#include "rules/ent-programme.h"
#include "ui/views/agenda/ent-event-words.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static EntEvent *
get_parent (EntProject *project, EntRecord *record)
{
  EntRecord *parent = ent_project_get (project, ENT_EVENT (record)->parent);

  return parent && ENT_IS_EVENT (parent) ? ENT_EVENT (parent) : NULL;
}

/* The programme that @record is in, and where. */
static GArray *
get_slots (EntProject *project, EntRecord *record, guint *index)
{
  EntEvent *parent = get_parent (project, record);
  GArray *slots = parent ? ent_programme_get_slots (project, parent)
                         : g_array_new (FALSE, FALSE, sizeof (EntSlot));

  for (*index = 0; *index < slots->len; (*index)++)
    if (ENT_RECORD (g_array_index (slots, EntSlot, *index).event) == record)
      break;

  return slots;
}

static void
sort (EntProject *project, EntRecord *event, GPtrArray *records)
{
  g_autoptr (GArray) slots = ent_programme_get_slots (project, ENT_EVENT (event));

  g_ptr_array_set_size (records, 0);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (records, g_array_index (slots, EntSlot, i).event);
}

static char *
dup_heading (EntProject *project, EntRecord *record)
{
  const EntEvent *slot = ENT_EVENT (record);

  if (ent_event_has_days (slot))
    return ent_day_dup_words (ent_date_get_earliest (slot->when));

  return g_strdup (C_ ("programme", "Day Not Recorded"));
}

static void
append (GString *words, char *part)
{
  if (part && *part)
    g_string_append_printf (words, "%s%s", words->len ? " · " : "", part);
  g_free (part);
}

/* "09:00–10:30", "22:00–01:30 (the next day)" */
static char *
dup_hours (const EntSlot *slot)
{
  g_autofree char *start = ent_time_to_string (slot->start);
  g_autofree char *end = ent_time_to_string (slot->end);

  if (!start)
    return NULL;
  if (!end)
    return g_steal_pointer (&start);
  if (slot->end >= 2 * ENT_MINUTES_A_DAY)
    {
      g_autofree char *day = ent_day_format (slot->day + slot->end / ENT_MINUTES_A_DAY,
                                             ent_words_interface_language ());

      /* Translators: two hours of the day, and the day on which the second is */
      return g_strdup_printf (_("%1$s–%2$s (%3$s)"), start, end, day);
    }
  if (slot->end >= ENT_MINUTES_A_DAY)
    /* Translators: two hours of the day */
    return g_strdup_printf (_("%1$s–%2$s (the next day)"), start, end);

  return g_strdup_printf ("%s–%s", start, end);
}

static char *
dup_duration (const EntSlot *slot)
{
  int minutes = ent_slot_get_duration (slot);

  if (minutes <= 0)
    return NULL;
  if (minutes < 60)
    /* Translators: how long something lasts, in minutes */
    return g_strdup_printf (_("%d min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: how long something lasts, in hours */
    return g_strdup_printf (_("%d h"), minutes / 60);

  /* Translators: how long something lasts, in hours and minutes */
  return g_strdup_printf (_("%1$d h %2$02d"), minutes / 60, minutes % 60);
}

/* What the clocks at home show then, where they show something else. */
static char *
dup_home_time (EntProject *project, const EntSlot *slot)
{
  const char *lang = ent_words_interface_language ();
  EntRecord *home = ent_project_get (project, ent_project_get_home (project));
  EntRecord *place = home && ENT_IS_ORGANISATION (home)
                         ? ent_project_get (project, ENT_ORGANISATION (home)->place)
                         : NULL;
  int day, minutes;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;

  if (!place || !ENT_IS_PLACE (place)
      || !ent_slot_get_time_in (slot, ENT_PLACE (place)->zone, &day, &minutes))
    return NULL;

  time = ent_time_to_string (minutes);
  name = ent_record_dup_title (place, project, lang);
  if (day != slot->day)
    {
      g_autofree char *date = ent_day_format (day, lang);

      /* Translators: an hour, a date, and the place where the clocks show that */
      return g_strdup_printf (_("%1$s on %2$s in %3$s"), time, date, name);
    }

  /* Translators: an hour, and the place where the clocks show it */
  return g_strdup_printf (_("%1$s in %2$s"), time, name);
}

static char *
dup_overlap (EntProject *project, const EntSlot *slot)
{
  g_autofree char *other = NULL;

  if (!slot->overlap)
    return NULL;

  other = ent_record_dup_title (ENT_RECORD (slot->overlap), project,
                                ent_words_interface_language ());
  /* Translators: %s is another slot of the programme */
  return g_strdup_printf (_("at the same time as “%s”"), other);
}

static char *
dup_slot_words (EntProject *project, EntRecord *record)
{
  const char *lang = ent_words_interface_language ();
  guint index;
  g_autoptr (GArray) slots = get_slots (project, record, &index);
  const EntSlot *slot = index < slots->len ? &g_array_index (slots, EntSlot, index) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (!slot)
    return NULL;

  if (slot->day == 0 && slot->event->when)
    append (words, ent_date_format (slot->event->when, lang));
  append (words, dup_hours (slot));
  append (words, dup_duration (slot));
  append (words, ent_project_dup_title (project, slot->event->place, lang));
  append (words, dup_home_time (project, slot));
  if (slot->skipped)
    append (words, g_strdup (_("the clocks go forward: there is no such hour that day")));
  append (words, dup_overlap (project, slot));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* A new slot begins where the last one ended. */
static char *
dup_start (EntSession *session, EntRecord *event, const EntColumn *column)
{
  int day, start;

  ent_programme_get_next (ent_session_get_project (session), ENT_EVENT (event), &day, &start);
  if (g_str_equal (column->name, "when") && day != 0)
    return ent_day_to_iso (day);
  if (g_str_equal (column->name, "start"))
    return ent_time_to_string (start);

  return NULL;
}

static gboolean
set_column (EntAction *action, EntEvent *slot, const char *name, const char *value, GError **error)
{
  return ent_action_set (action, ent_record_get_id (ENT_RECORD (slot)),
                         ent_table_find_column (&ent_event_table, name), value, error);
}

static gboolean
set_hours (EntAction *action, const EntSlot *slot, GError **error)
{
  g_autofree char *start = ent_time_to_string (slot->start);
  g_autofree char *end = ent_time_to_string (slot->end);

  return set_column (action, slot->event, "start", start, error)
         && set_column (action, slot->event, "end", end, error);
}

/* Of one day, and without an hour: they stand in the order of their numbers. */
static gboolean
are_numbered (const EntSlot *a, const EntSlot *b)
{
  return a->day == b->day && a->start == ENT_TIME_NONE && b->start == ENT_TIME_NONE
         && (a->day != 0
             || g_strcmp0 (a->event->when ? ent_date_get_text (a->event->when) : NULL,
                           b->event->when ? ent_date_get_text (b->event->when) : NULL)
                    == 0);
}

static gboolean
number_slots (EntAction *action, GArray *slots, guint index, guint other, GError **error)
{
  int number = 1;

  for (guint i = 0; i < slots->len; i++)
    {
      guint from = i == index ? other : i == other ? index : i;
      const EntSlot *slot = &g_array_index (slots, EntSlot, from);
      g_autofree char *value = NULL;

      if (!are_numbered (slot, &g_array_index (slots, EntSlot, index)))
        continue;
      value = g_strdup_printf ("%d", number++);
      if (!set_column (action, slot->event, "ordinal", value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
exchange (EntAction *action, GArray *slots, guint index, guint other, GError **error)
{
  EntSlot *first = &g_array_index (slots, EntSlot, MIN (index, other));
  EntSlot *second = &g_array_index (slots, EntSlot, MAX (index, other));

  if (are_numbered (first, second))
    return number_slots (action, slots, index, other, error);
  if (ent_programme_swap (first, second))
    return set_hours (action, first, error) && set_hours (action, second, error);

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                       _("These two cannot change places: they are on different days or clocks, "
                         "or only one has a start time. Correct their dates and times."));
  return FALSE;
}

static void
move (EntSession *session, EntRecord *record, int step)
{
  guint index;
  g_autoptr (GArray) slots = get_slots (ent_session_get_project (session), record, &index);
  guint other = index + (guint) step;
  g_autoptr (EntAction) action = NULL;
  g_autoptr (GError) error = NULL;

  /* Before the first, and after the last, there is none. */
  if (index >= slots->len || other >= slots->len)
    return;

  action = ent_store_begin (ent_session_get_store (session), N_ ("Change the order"), NULL, NULL);
  if (!exchange (action, slots, index, other, &error) || !ent_action_commit (action, &error))
    ent_session_report (session, error);
}

static void
move_up (EntSession *session, EntRecord *record)
{
  move (session, record, -1);
}

static void
move_down (EntSession *session, EntRecord *record)
{
  move (session, record, 1);
}

static void
shift (EntSession *session, EntRecord *record, int days)
{
  EntEvent *slot = ENT_EVENT (record);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_event_has_days (slot))
    {
      g_autoptr (GError) no_day = g_error_new_literal (
          ENT_ERROR, ENT_ERROR_CONSTRAINT,
          _("The day of this slot is not recorded. Write its date first."));

      ent_session_report (session, no_day);
      return;
    }

  first = ent_day_to_iso (ent_date_get_earliest (slot->when) + days);
  last = ent_day_to_iso (ent_date_get_latest (slot->when) + days);
  when = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
  if (!ent_store_set_field (ent_session_get_store (session), ent_record_get_id (record),
                            ent_table_find_column (&ent_event_table, "when"), when, &error))
    ent_session_report (session, error);
}

static void
move_to_day_before (EntSession *session, EntRecord *record)
{
  shift (session, record, -1);
}

static void
move_to_day_after (EntSession *session, EntRecord *record)
{
  shift (session, record, 1);
}

static const EntChildAct acts[] = {
  { "go-up-symbolic", N_ ("Move Up"), move_up },
  { "go-down-symbolic", N_ ("Move Down"), move_down },
  { "pan-start-symbolic", N_ ("Move to the Day Before"), move_to_day_before },
  { "pan-end-symbolic", N_ ("Move to the Day After"), move_to_day_after },
  { NULL, NULL, NULL },
};

static const EntChildSpec people = {
  .title = N_ ("Participants"),
  .table = &ent_participation_table,
  .owner = "record",
  .add_label = N_ ("Add Participant…"),
  .subtitles = COLUMNS ("function", "represents", "count", "reply"),
  .asked = COLUMNS ("role", "person", "organisation", "function", "count"),
  .preset = COLUMNS ("role", "participant"),
};

const EntChildSpec ent_event_programme = {
  .title = N_ ("Programme"),
  .table = &ent_event_table,
  .owner = "parent",
  .add_label = N_ ("Add to the Programme…"),
  .nested = &people,
  .asked = COLUMNS ("when", "start", "end", "place"),
  .preset = COLUMNS ("kind", "slot"),
  .dup_state = dup_slot_words,
  .sort = sort,
  .dup_heading = dup_heading,
  .dup_start = dup_start,
  .acts = acts,
};
