/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-lines.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-follow-ups.h"
#include "rules/ent-rhythm.h"
#include "ui/views/agenda/ent-event-words.h"
#include "ui/widgets/ent-follow-up-lines.h"

/**
 * ent_event_collect_warnings:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): who would be in two places at once
 */
GPtrArray *
ent_event_collect_warnings (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GArray) clashes = ent_agenda_get_clashes (project, ENT_EVENT (record));

  for (guint i = 0; i < clashes->len; i++)
    {
      const EntAgendaClash *clash = &g_array_index (clashes, EntAgendaClash, i);
      g_autofree char *who = ent_record_dup_title (ENT_RECORD (clash->person), project, lang);
      g_autofree char *other = ent_record_dup_title (ENT_RECORD (clash->other), project, lang);
      g_autofree char *sentence = ent_event_dup_sentence (project, clash->other, lang);

      /* Translators: %1$s is a person, %2$s another event of the same day. */
      ent_lines_add (lines, g_strdup_printf (_("%1$s is also at “%2$s”"), who, other),
                     g_steal_pointer (&sentence),
                     ent_record_get_id (ENT_RECORD (clash->other)));
    }

  return lines;
}

/* The agreement that @record is, or belongs to. */
static EntRecord *
find_agreement (EntProject *project, EntRecord *record)
{
  EntRecord *agreement = NULL;

  if (record && ENT_IS_AGREEMENT (record))
    return record;
  if (record && ENT_IS_PROVISION (record))
    agreement = ent_project_get (project, ENT_PROVISION (record)->agreement);

  return agreement && ENT_IS_AGREEMENT (agreement) ? agreement : NULL;
}

static void
add_agreement (GPtrArray *lines, EntSession *session, EntRecord *agreement, char *under)
{
  ent_lines_add (lines,
                 ent_record_dup_title (agreement, ent_session_get_project (session),
                                       ent_session_get_lang (session)),
                 under, ent_record_get_id (agreement));
}

static void
add_served (GPtrArray *lines, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *target = ent_project_get (project, link->target);
      EntRecord *agreement = find_agreement (project, target);

      if (agreement)
        add_agreement (lines, session, agreement,
                       target == agreement ? NULL : ent_record_dup_title (target, project, lang));
    }
}

static void
add_signed (GPtrArray *lines, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GPtrArray) signings = ent_project_get_children (project, ent_record_get_id (record),
                                                             &ent_signing_table, "event");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);
      EntRecord *agreement = ent_project_get (project, signing->agreement);

      if (agreement)
        add_agreement (lines, session, agreement, g_strdup (_("Signed on this occasion")));
    }
}

/**
 * ent_event_collect_context:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): the event it is part of, the agreements it
 *   serves and those signed there
 */
GPtrArray *
ent_event_collect_context (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntRecord *parent = ent_project_get (project, ENT_EVENT (record)->parent);
  GPtrArray *lines = ent_lines_new ();

  if (parent)
    ent_lines_add (lines, ent_record_dup_title (parent, project, ent_session_get_lang (session)),
                   g_strdup (_("This is part of it")), ent_record_get_id (parent));
  add_signed (lines, session, record);
  add_served (lines, session, record);

  return lines;
}

/**
 * ent_event_collect_venue:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): the standard text of its place
 */
GPtrArray *
ent_event_collect_venue (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntRecord *place = ent_project_get (project, ENT_EVENT (record)->place);
  GPtrArray *lines = ent_lines_new ();
  const char *text = place ? ent_record_get_text (
                                 place, ent_table_find_column (&ent_place_table, "text"), lang,
                                 NULL)
                           : NULL;

  if (text)
    ent_lines_add (lines, ent_record_dup_title (place, project, lang), g_strdup (text),
                   ENT_ID_NONE);

  return lines;
}

/**
 * ent_event_collect_mentions:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): the events that follow it, prepare it or
 *   refer to it otherwise
 */
GPtrArray *
ent_event_collect_mentions (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  const EntColumn *column = ent_table_find_column (&ent_link_table, "kind");
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);

      if (source && ENT_IS_EVENT (source))
        ent_lines_add (lines, ent_record_dup_title (source, project, lang),
                       ent_column_display (column, link->kind, lang), link->source);
    }

  return lines;
}

/* Where they stand is the page of the next event with the partner. */
static void
count_follow_ups (GPtrArray *lines, EntSession *session, EntEvent *event, EntRecord *partner)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntEvent *next = ent_partner_get_next_event (project, partner, ent_session_get_today (session));
  g_autoptr (GPtrArray) open = ent_event_get_follow_ups_with (project, event, partner);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!next || next == event || open->len == 0)
    return;

  name = ent_record_dup_title (partner, project, lang);
  title = ent_record_dup_title (ENT_RECORD (next), project, lang);
  ent_lines_add (
      lines,
      /* Translators: how much is still to be done with the partner %2$s */
      g_strdup_printf (ngettext ("%1$u follow-up with %2$s", "%1$u follow-ups with %2$s", open->len),
                       open->len, name),
      /* Translators: %s is the next event with that partner */
      g_strdup_printf (_("comes back with “%s”"), title),
      ent_record_get_id (ENT_RECORD (next)));
}

/**
 * ent_event_collect_follow_ups:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): while it is ahead, what is still open with the
 *   partners of whom it is the next event, and how much is with the others
 */
GPtrArray *
ent_event_collect_follow_ups (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntEvent *event = ENT_EVENT (record);
  int today = ent_session_get_today (session);
  g_autoptr (GPtrArray) outcomes = ent_event_get_follow_ups (project, event, today);
  GPtrArray *lines = ent_follow_up_lines_new (session, outcomes);
  g_auto (EntEventSentence) sentence = { 0 };

  if (!ent_event_is_ahead (event, today))
    return lines;

  ent_event_sentence_init (&sentence, project, event);
  for (guint i = 0; i < sentence.partners->len; i++)
    count_follow_ups (lines, session, event, g_ptr_array_index (sentence.partners, i));

  return lines;
}

static void
append_part (GString *words, char *part)
{
  g_string_append_printf (words, "%s%s", words->len ? " · " : "", part);
  g_free (part);
}

/* "2 recorded · at least 1 a year · last 2024 · expected 2025, not recorded" */
static char *
dup_rhythm_words (EntSeries *series, const EntRhythm *rhythm, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_part (words, g_strdup_printf (ngettext ("%u recorded", "%u recorded", rhythm->n_events),
                                       rhythm->n_events));
  if (series->per_year_min != ENT_INTEGER_NONE)
    append_part (words, g_strdup_printf (ngettext ("at least %u a year", "at least %u a year",
                                                   (gulong) series->per_year_min),
                                         (guint) series->per_year_min));
  if (rhythm->last)
    {
      g_autofree char *when = ent_date_format (rhythm->last->when, lang);

      /* Translators: when an event of a series was held last */
      append_part (words, g_strdup_printf (_("last %s"), when));
    }
  if (rhythm->next)
    {
      g_autofree char *when = ent_date_format (rhythm->next->when, lang);

      /* Translators: when an event of a series is to be held next */
      append_part (words, g_strdup_printf (_("next %s"), when));
    }
  if (rhythm->expected_year)
    append_part (words, g_strdup_printf (_("expected %d, not recorded"), rhythm->expected_year));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_neighbour (GPtrArray *lines, EntSession *session, EntEvent *event, EntRecord *shown)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);

  if (event && ENT_RECORD (event) != shown)
    ent_lines_add (lines, ent_record_dup_title (ENT_RECORD (event), project, lang),
                   ent_date_format (event->when, lang), ent_record_get_id (ENT_RECORD (event)));
}

/**
 * ent_event_collect_series:
 * @session: the session
 * @record: an event
 *
 * Returns: (transfer full) (element-type EntLine): the series it is of, what its rhythm lets
 *   expect, and the last and next one
 */
GPtrArray *
ent_event_collect_series (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntRecord *series = ent_project_get (project, ENT_EVENT (record)->series);
  GPtrArray *lines = ent_lines_new ();
  EntRhythm rhythm;

  if (!series || !ENT_IS_SERIES (series))
    return lines;

  rhythm = ent_series_get_rhythm (project, ENT_SERIES (series), ent_session_get_today (session));
  ent_lines_add (lines, ent_record_dup_title (series, project, lang),
                 dup_rhythm_words (ENT_SERIES (series), &rhythm, lang), ENT_ID_NONE);
  add_neighbour (lines, session, rhythm.last, record);
  add_neighbour (lines, session, rhythm.next, record);

  return lines;
}
