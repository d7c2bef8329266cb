/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/projects/ent-project-lines.h"

#include <glib/gi18n-lib.h>

/* The records of @table linked with @record, from either end, each once. */
static GPtrArray *
collect_linked (EntProject *project, EntRecord *record, const EntTable *table)
{
  GPtrArray *found = g_ptr_array_new ();
  EntId id = ent_record_get_id (record);

  for (int from_here = 0; from_here <= 1; from_here++)
    {
      g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table,
                                                              from_here ? "source" : "target");

      for (guint i = 0; i < links->len; i++)
        {
          EntLink *link = g_ptr_array_index (links, i);
          EntRecord *other = ent_project_get (project, from_here ? link->target : link->source);

          if (other && ent_record_is (other, table) && !g_ptr_array_find (found, other, NULL))
            g_ptr_array_add (found, other);
        }
    }

  return found;
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

static char *
dup_choice (const EntTable *table, const char *name, const char *value, const char *lang)
{
  return ent_column_display (ent_table_find_column (table, name), value, lang);
}

/**
 * ent_project_collect_activity:
 * @session: the session
 * @record: a project
 *
 * What happened and is planned for the project: the events linked with it, newest first.
 *
 * Returns: (transfer full) (element-type EntLine): a line an event
 */
GPtrArray *
ent_project_collect_activity (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) events = collect_linked (project, record, &ent_event_table);

  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      EntEvent *event = g_ptr_array_index (events, i);
      g_autofree char *when = event->when ? ent_date_format (event->when, lang) : NULL;
      g_autofree char *state = dup_choice (&ent_event_table, "state", event->state, lang);

      ent_lines_add (lines, ent_record_dup_title (ENT_RECORD (event), project, lang),
                     g_strdup_printf ("%s%s%s", when ? when : _("Date not recorded"),
                                      *state ? " · " : "", state),
                     ent_record_get_id (ENT_RECORD (event)));
    }

  return lines;
}

/**
 * ent_project_collect_outcomes:
 * @session: the session
 * @record: a project
 *
 * What came of it: the outcomes linked with the project, each leading to its event.
 *
 * Returns: (transfer full) (element-type EntLine): a line an outcome
 */
GPtrArray *
ent_project_collect_outcomes (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) outcomes = collect_linked (project, record, &ent_outcome_table);

  for (guint i = 0; i < outcomes->len; i++)
    {
      EntOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *kind = dup_choice (&ent_outcome_table, "kind", outcome->kind, lang);
      g_autofree char *event = ent_project_dup_title (project, outcome->event, lang);

      ent_lines_add (lines, ent_record_dup_title (ENT_RECORD (outcome), project, lang),
                     g_strdup_printf ("%s%s%s", kind, event ? " · " : "", event ? event : ""),
                     outcome->event);
    }

  return lines;
}

static void
add_agreement (GPtrArray *lines, EntProject *project, const char *lang, EntRecord *target)
{
  EntRecord *agreement = target;

  if (ENT_IS_PROVISION (target))
    agreement = ent_project_get (project, ENT_PROVISION (target)->agreement);
  if (agreement)
    ent_lines_add (lines, ent_record_dup_title (agreement, project, lang),
                   agreement == target ? NULL : ent_record_dup_title (target, project, lang),
                   ent_record_get_id (agreement));
}

/**
 * ent_project_collect_context:
 * @session: the session
 * @record: a project
 *
 * What the project is part of, and the agreements, themes and commitments it serves.
 *
 * Returns: (transfer full) (element-type EntLine): a line each
 */
GPtrArray *
ent_project_collect_context (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntRecord *parent = ent_project_get (project, ENT_PROJECT_RECORD (record)->parent);
  g_autoptr (GPtrArray) agreements = collect_linked (project, record, &ent_agreement_table);
  g_autoptr (GPtrArray) provisions = collect_linked (project, record, &ent_provision_table);
  GPtrArray *lines = ent_lines_new ();

  if (parent)
    ent_lines_add (lines, ent_record_dup_title (parent, project, lang),
                   g_strdup (_("This is part of it")), ent_record_get_id (parent));
  for (guint i = 0; i < agreements->len; i++)
    add_agreement (lines, project, lang, g_ptr_array_index (agreements, i));
  for (guint i = 0; i < provisions->len; i++)
    add_agreement (lines, project, lang, g_ptr_array_index (provisions, i));

  return lines;
}
