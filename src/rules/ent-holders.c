/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-holders.h"

#include <string.h>

#include "base/ent-text.h"

/* How the first function of a city or institution begins in the texts, folded. */
static const char *const head_words[] = {
  "bourgmestre",
  "depute-bourgmestre",
  "maire",
  "mayor",
  "president",
  "chairman",
  "chairwoman",
  "gouverneur",
  "governor",
  "recteur",
  "rectrice",
  "rector",
  "ambassadeur",
  "ambassadrice",
  "ambassador",
  "ministre-president",
  "minister-president",
};

/* Of a function that stands beside the first one. */
static const char *const deputy_words[] = { "adjoint", "deputy", "suppleant", "vice", "ancien" };

/**
 * ent_mandate_covers:
 * @mandate: a position held
 * @day: a day
 *
 * A start or an end that is not recorded leaves that side open; one known to the year only
 * takes in the whole year.
 *
 * Returns: whether it may be held on @day
 */
gboolean
ent_mandate_covers (EntMandate *mandate, int day)
{
  if (mandate->since && ent_date_get_earliest (mandate->since) > day)
    return FALSE;

  return !mandate->until || ent_date_get_latest (mandate->until) >= day;
}

static int
get_rank (EntMandate *mandate)
{
  return mandate->rank == ENT_INTEGER_NONE ? G_MAXINT : (int) mandate->rank;
}

static gboolean
is_suspended (EntMandate *mandate)
{
  return g_strcmp0 (mandate->standing, "suspended") == 0;
}

static int
get_start (EntMandate *mandate)
{
  return mandate->since ? ent_date_get_earliest (mandate->since) : ENT_DAY_MIN;
}

/* Who can act first, then the higher rank, then who came last. */
static int
compare_mandates (gconstpointer a, gconstpointer b)
{
  EntMandate *left = *(EntMandate *const *) a;
  EntMandate *right = *(EntMandate *const *) b;
  int ranks[] = { get_rank (left), get_rank (right) };

  if (is_suspended (left) != is_suspended (right))
    return is_suspended (left) ? 1 : -1;
  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;
  if (get_start (left) != get_start (right))
    return get_start (left) > get_start (right) ? -1 : 1;

  return ent_record_get_id (ENT_RECORD (left)) < ent_record_get_id (ENT_RECORD (right)) ? -1 : 1;
}

static void
take_covering (GPtrArray *holders, GPtrArray *mandates, int day)
{
  for (guint i = 0; i < mandates->len; i++)
    if (ent_mandate_covers (g_ptr_array_index (mandates, i), day))
      g_ptr_array_add (holders, g_ptr_array_index (mandates, i));
}

/**
 * ent_organisation_get_holders:
 * @project: the graph
 * @organisation: id of an organisation
 * @day: a day
 *
 * Returns: (transfer container) (element-type EntMandate): the positions held in it on @day,
 *   suspended ones last
 */
GPtrArray *
ent_organisation_get_holders (EntProject *project, EntId organisation, int day)
{
  GPtrArray *holders = g_ptr_array_new ();
  g_autoptr (GPtrArray) mandates = ent_project_get_children (project, organisation,
                                                             &ent_mandate_table, "organisation");

  take_covering (holders, mandates, day);
  g_ptr_array_sort (holders, compare_mandates);

  return holders;
}

static gboolean
is_first_function (EntMandate *mandate)
{
  g_autofree char *folded = mandate->function ? ent_text_fold (mandate->function) : NULL;

  for (guint i = 0; folded && i < G_N_ELEMENTS (deputy_words); i++)
    if (strstr (folded, deputy_words[i]))
      return FALSE;
  for (guint i = 0; folded && i < G_N_ELEMENTS (head_words); i++)
    if (g_str_has_prefix (folded, head_words[i]))
      return TRUE;

  return FALSE;
}

static EntMandate *
find_head (GPtrArray *holders)
{
  for (guint i = 0; i < holders->len; i++)
    {
      EntMandate *mandate = g_ptr_array_index (holders, i);

      if (!is_suspended (mandate) && (mandate->rank == 1 || is_first_function (mandate)))
        return mandate;
    }

  return NULL;
}

/**
 * ent_organisation_get_head:
 * @project: the graph
 * @organisation: id of an organisation
 * @day: a day
 *
 * Rank 1 or a function such as mayor or rector, in the organisation or in one of its organs;
 * who acts stands for who is suspended. An organisation with one position has that as its head.
 *
 * Returns: (transfer none) (nullable): who stood at its head on @day
 */
EntMandate *
ent_organisation_get_head (EntProject *project, EntId organisation, int day)
{
  g_autoptr (GPtrArray) holders = ent_organisation_get_holders (project, organisation, day);
  g_autoptr (GPtrArray)
      organs = ent_project_get_children (project, organisation, &ent_organisation_table, "parent");
  EntMandate *head = find_head (holders);

  if (!head && holders->len == 1 && !is_suspended (g_ptr_array_index (holders, 0)))
    head = g_ptr_array_index (holders, 0);
  for (guint i = 0; !head && i < organs->len; i++)
    {
      g_autoptr (GPtrArray) below = ent_organisation_get_holders (
          project, ent_record_get_id (g_ptr_array_index (organs, i)), day);

      head = find_head (below);
    }

  return head;
}

/**
 * ent_person_get_positions:
 * @project: the graph
 * @person: id of a person
 * @day: a day
 *
 * Returns: (transfer container) (element-type EntMandate): what the person holds on @day
 */
GPtrArray *
ent_person_get_positions (EntProject *project, EntId person, int day)
{
  GPtrArray *positions = g_ptr_array_new ();
  g_autoptr (GPtrArray)
      mandates = ent_project_get_children (project, person, &ent_mandate_table, "person");

  take_covering (positions, mandates, day);
  g_ptr_array_sort (positions, compare_mandates);

  return positions;
}

/**
 * ent_person_is_ambassador:
 * @project: the graph
 * @person: id of a person
 * @day: a day
 *
 * Returns: whether a position held on @day is that of an ambassador: its function says so, in
 *   French or in English, and it is held in an embassy
 */
gboolean
ent_person_is_ambassador (EntProject *project, EntId person, int day)
{
  g_autoptr (GPtrArray) positions = ent_person_get_positions (project, person, day);

  for (guint i = 0; i < positions->len; i++)
    {
      EntMandate *mandate = g_ptr_array_index (positions, i);
      EntRecord *embassy = ent_project_get (project, mandate->organisation);
      g_autofree char *function = ent_text_fold (mandate->function ? mandate->function : "");

      if (embassy && ENT_IS_ORGANISATION (embassy)
          && g_strcmp0 (ENT_ORGANISATION (embassy)->kind, "embassy") == 0
          && g_str_has_prefix (function, "ambassad"))
        return TRUE;
    }

  return FALSE;
}
