/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-lines.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"
#include "ui/views/agenda/ent-event-words.h"

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
