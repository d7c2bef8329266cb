/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-dated-name.h"

/* Whether the name was borne on all the days that @when may mean. A side that is not recorded is
 * open, but one of both is recorded; a year takes in the whole year. */
static gboolean
covers (const EntAlias *name, const EntDate *when)
{
  if (g_strcmp0 (name->kind, "former") != 0 && g_strcmp0 (name->kind, "official") != 0)
    return FALSE;
  if (!name->since && !name->until)
    return FALSE;

  return (!name->since || ent_date_get_earliest (name->since) <= ent_date_get_earliest (when))
         && (!name->until || ent_date_get_latest (name->until) >= ent_date_get_latest (when));
}

static int
get_end (const EntAlias *name)
{
  return name->until ? ent_date_get_latest (name->until) : ENT_DAY_MAX;
}

static int
get_start (const EntAlias *name)
{
  return name->since ? ent_date_get_earliest (name->since) : ENT_DAY_MIN;
}

/* Of two names the one that was borne for the shorter time around the day. */
static gboolean
is_nearer (const EntAlias *name, const EntAlias *other)
{
  if (get_end (name) != get_end (other))
    return get_end (name) < get_end (other);

  return get_start (name) > get_start (other);
}

/**
 * ent_dated_name_find:
 * @project: the graph
 * @id: identity of a record, such as an organisation
 * @when: (nullable): when it acted
 *
 * The name, and with it level and whole, that a record had: a former or official name with a
 * start or an end. A date that may lie on both sides of the change finds none.
 *
 * Returns: (transfer none) (nullable): the name of the day; %NULL for that of today
 */
EntAlias *
ent_dated_name_find (EntProject *project, EntId id, const EntDate *when)
{
  g_autoptr (GPtrArray) names = NULL;
  EntAlias *found = NULL;

  if (!project || !when)
    return NULL;

  names = ent_project_get_children (project, id, &ent_alias_table, "record");
  for (guint i = 0; i < names->len; i++)
    {
      EntAlias *name = g_ptr_array_index (names, i);

      if (covers (name, when) && (!found || is_nearer (name, found)))
        found = name;
    }

  return found;
}

/**
 * ent_project_dup_title_on:
 * @project: the graph
 * @id: identity of a record, or %ENT_ID_NONE
 * @when: (nullable): when it acted
 * @lang: (nullable): a language
 *
 * Returns: (transfer full) (nullable): as ent_project_dup_title(), with the name of that day
 */
char *
ent_project_dup_title_on (EntProject *project, EntId id, const EntDate *when, const char *lang)
{
  EntAlias *name = id != ENT_ID_NONE ? ent_dated_name_find (project, id, when) : NULL;

  return name ? g_strdup (name->name) : ent_project_dup_title (project, id, lang);
}

/**
 * ent_agreement_get_day:
 * @project: the graph
 * @agreement: identity of an agreement
 *
 * Returns: (transfer none) (nullable): when its parties bound themselves: its date of signature,
 *   that of its first signing, or when it took effect
 */
const EntDate *
ent_agreement_get_day (EntProject *project, EntId agreement)
{
  EntRecord *record = ent_project_get (project, agreement);
  g_autoptr (GPtrArray) signings = NULL;

  if (!record || !ENT_IS_AGREEMENT (record))
    return NULL;
  if (ENT_AGREEMENT (record)->signed_on)
    return ENT_AGREEMENT (record)->signed_on;

  signings = ent_project_get_children (project, agreement, &ent_signing_table, "agreement");
  for (guint i = 0; i < signings->len; i++)
    if (ENT_SIGNING (g_ptr_array_index (signings, i))->date)
      return ENT_SIGNING (g_ptr_array_index (signings, i))->date;

  return ENT_AGREEMENT (record)->effective;
}
