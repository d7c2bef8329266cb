/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-activity.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"

static void
collect_linked_events (EntProject *project, EntId id, GPtrArray *events)
{
  g_autoptr (GPtrArray) links
      = ent_project_get_children (project, id, &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);

      if (source && ENT_IS_EVENT (source) && !g_ptr_array_find (events, source, NULL))
        g_ptr_array_add (events, source);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const EntEvent *left = *(EntEvent *const *) a;
  const EntEvent *right = *(EntEvent *const *) b;

  if (!left->when || !right->when)
    return (left->when == NULL) - (right->when == NULL);

  return ent_date_compare (right->when, left->when);
}

static GPtrArray *
collect_events (EntProject *project, EntId id)
{
  GPtrArray *events = g_ptr_array_new ();
  g_autoptr (GPtrArray) provisions
      = ent_project_get_children (project, id, &ent_provision_table, "agreement");
  g_autoptr (GPtrArray) signings
      = ent_project_get_children (project, id, &ent_signing_table, "agreement");

  collect_linked_events (project, id, events);
  for (guint i = 0; i < provisions->len; i++)
    collect_linked_events (project, ent_record_get_id (g_ptr_array_index (provisions, i)), events);
  for (guint i = 0; i < signings->len; i++)
    {
      EntRecord *event
          = ent_project_get (project, ENT_SIGNING (g_ptr_array_index (signings, i))->event);

      if (event && !g_ptr_array_find (events, event, NULL))
        g_ptr_array_add (events, event);
    }
  g_ptr_array_sort (events, compare_events);

  return events;
}

static void
add_line (GPtrArray *lines, EntSession *session, EntEvent *event)
{
  const char *lang = ent_session_get_lang (session);
  const EntColumn *column = ent_table_find_column (&ent_event_table, "state");
  g_autofree char *when = event->when ? ent_date_format (event->when, lang) : NULL;
  g_autofree char *state = ent_column_display (column, event->state, lang);

  ent_lines_add (
      lines,
      ent_record_dup_title (ENT_RECORD (event), ent_session_get_project (session), lang),
      g_strdup_printf ("%s%s%s", when ? when : _("Date not recorded"), *state ? " · " : "", state),
      ent_record_get_id (ENT_RECORD (event)));
}

/**
 * ent_agreement_collect_activity:
 * @session: the session
 * @record: an agreement
 *
 * What happened and is planned under the agreement: events linked to it or to one of its
 * provisions, and those at which it was signed, newest first.
 *
 * Returns: (transfer full) (element-type EntLine): a line an event
 */
GPtrArray *
ent_agreement_collect_activity (EntSession *session, EntRecord *record)
{
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) events
      = collect_events (ent_session_get_project (session), ent_record_get_id (record));

  for (guint i = 0; i < events->len; i++)
    add_line (lines, session, g_ptr_array_index (events, i));

  return lines;
}
