/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-theme-activity.h"

/* Provisions deeper than this do not occur: a chain that bites its tail is no chain. */
#define MAX_DEPTH 16

static gboolean
is_under (EntProject *project, EntProvision *provision, EntProvision *theme)
{
  for (int depth = 0; provision && depth < MAX_DEPTH; depth++)
    {
      EntRecord *parent;

      if (provision == theme)
        return TRUE;
      parent = ent_project_get (project, provision->parent);
      provision = parent && ENT_IS_PROVISION (parent) ? ENT_PROVISION (parent) : NULL;
    }

  return FALSE;
}

static void
count_event (EntThemeActivity *activity, EntEvent *event)
{
  if (g_strcmp0 (event->state, "cancelled") == 0)
    return;

  if (g_strcmp0 (event->state, "held") == 0)
    activity->n_held++;
  else
    activity->n_planned++;
}

static void
count (EntThemeActivity *activity, EntRecord *record, int first, int last)
{
  const EntDate *date = NULL;

  if (ENT_IS_EVENT (record))
    date = ENT_EVENT (record)->when;
  else if (ENT_IS_OUTCOME (record))
    date = ENT_OUTCOME (record)->delivered ? ENT_OUTCOME (record)->delivered
                                           : ENT_OUTCOME (record)->granted;
  if (date && !ent_date_touches (date, first, last))
    return;

  if (ENT_IS_EVENT (record))
    count_event (activity, ENT_EVENT (record));
  else if (ENT_IS_OUTCOME (record) || ENT_IS_PROJECT_RECORD (record))
    activity->n_held++;
}

static void
count_linked (EntThemeActivity *activity,
              EntProject *project,
              EntProvision *provision,
              GHashTable *seen,
              int first,
              int last)
{
  EntId id = ent_record_get_id (ENT_RECORD (provision));
  g_autoptr (GPtrArray) links
      = ent_project_get_children (project, id, &ent_link_table, "target");
  g_autoptr (GPtrArray) indicators
      = ent_project_get_children (project, id, &ent_indicator_table, "record");

  activity->n_indicators += indicators->len;
  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);

      if (source && g_hash_table_add (seen, source))
        count (activity, source, first, last);
    }
}

/**
 * ent_theme_get_activity:
 * @project: the graph
 * @theme: a theme of an agreement
 *
 * The period runs from the entry into force, else the signature, to the end. What is cancelled
 * does not count; what has no date does. Each event counts once, however many commitments it
 * serves.
 *
 * Returns: what the theme has come to
 */
EntThemeActivity
ent_theme_get_activity (EntProject *project, EntProvision *theme)
{
  EntThemeActivity activity = { 0 };
  EntRecord *above = ent_project_get (project, theme->agreement);
  EntAgreement *agreement = above && ENT_IS_AGREEMENT (above) ? ENT_AGREEMENT (above) : NULL;
  const EntDate *start = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) provisions = NULL;

  if (!agreement)
    return activity;

  start = agreement->effective ? agreement->effective : agreement->signed_on;
  provisions = ent_project_get_children (project, theme->agreement, &ent_provision_table,
                                         "agreement");
  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);

      if (is_under (project, provision, theme))
        count_linked (&activity, project, provision, seen,
                      start ? ent_date_get_earliest (start) : ENT_DAY_MIN,
                      agreement->ends ? ent_date_get_latest (agreement->ends) : ENT_DAY_MAX);
    }

  return activity;
}
