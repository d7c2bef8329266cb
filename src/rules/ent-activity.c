/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-activity.h"

#include "rules/ent-agenda.h"

/* Provisions and projects deeper than this do not occur: a chain that bites its tail is none. */
#define MAX_DEPTH 16

/* A year of which fewer events are recorded is known by hearsay: a visit remembered, an earlier
 * signature. That nothing else is recorded of it does not mean that there was nothing. */
#define MIN_EVENTS_OF_YEAR 5

typedef struct
{
  GPtrArray *records;
  GHashTable *seen;
} Collection;

static void
add (Collection *self, EntRecord *record)
{
  if (record && (ENT_IS_EVENT (record) || ENT_IS_OUTCOME (record) || ENT_IS_PROJECT_RECORD (record))
      && g_hash_table_add (self->seen, record))
    g_ptr_array_add (self->records, record);
}

static void
add_linked (Collection *self, EntProject *project, EntId id)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    add (self, ent_project_get (project, ENT_LINK (g_ptr_array_index (links, i))->source));
}

/**
 * ent_provision_is_under:
 * @project: the graph
 * @provision: (nullable): a provision
 * @theme: a provision
 *
 * Returns: whether @provision is @theme or stands under it
 */
gboolean
ent_provision_is_under (EntProject *project, EntProvision *provision, EntProvision *theme)
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
add_provisions (Collection *self, EntProject *project, EntId agreement, EntProvision *theme)
{
  g_autoptr (GPtrArray)
      provisions = ent_project_get_children (project, agreement, &ent_provision_table, "agreement");

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);

      if (!theme || ent_provision_is_under (project, provision, theme))
        add_linked (self, project, ent_record_get_id (ENT_RECORD (provision)));
    }
}

static void
add_agreement (Collection *self, EntProject *project, EntId id)
{
  g_autoptr (GPtrArray)
      signings = ent_project_get_children (project, id, &ent_signing_table, "agreement");

  add_linked (self, project, id);
  add_provisions (self, project, id, NULL);
  for (guint i = 0; i < signings->len; i++)
    add (self, ent_project_get (project, ENT_SIGNING (g_ptr_array_index (signings, i))->event));
}

/* A project, and what it consists of. */
static void
add_project (Collection *self, EntProject *project, EntId id, int depth)
{
  g_autoptr (GPtrArray)
      parts = ent_project_get_children (project, id, &ent_project_record_table, "parent");

  add_linked (self, project, id);
  for (guint i = 0; i < parts->len && depth < MAX_DEPTH; i++)
    add_project (self, project, ent_record_get_id (g_ptr_array_index (parts, i)), depth + 1);
}

static void
add_organisation (Collection *self, EntProject *project, EntId id)
{
  static const char *const columns[] = { "organisation", "represents" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GPtrArray)
          children = ent_project_get_children (project, id, &ent_participation_table, columns[i]);

      for (guint j = 0; j < children->len; j++)
        add (self, ent_project_get (project,
                                    ENT_PARTICIPATION (g_ptr_array_index (children, j))->record));
    }
}

static void
add_table (Collection *self, EntProject *project, const EntTable *table)
{
  GListModel *list = ent_project_get_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      if (!ENT_IS_EVENT (record) || ent_agenda_lists (project, ENT_EVENT (record)))
        add (self, record);
    }
}

/**
 * ent_activity_collect:
 * @project: the graph
 * @scope: (nullable): an agreement, a theme or commitment, a project or an organisation; %NULL
 *   for all there is
 *
 * What serves @scope or a part of it, in whatever state and of whatever day. What is inside
 * another event counts only where it is linked itself.
 *
 * Returns: (transfer container) (element-type EntRecord): events, outcomes and projects, each
 *   once
 */
GPtrArray *
ent_activity_collect (EntProject *project, EntRecord *scope)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Collection self = { g_ptr_array_new (), seen };
  EntId id = scope ? ent_record_get_id (scope) : ENT_ID_NONE;

  if (!scope)
    {
      add_table (&self, project, &ent_event_table);
      add_table (&self, project, &ent_outcome_table);
    }
  else if (ENT_IS_PROVISION (scope))
    add_provisions (&self, project, ENT_PROVISION (scope)->agreement, ENT_PROVISION (scope));
  else if (ENT_IS_AGREEMENT (scope))
    add_agreement (&self, project, id);
  else if (ENT_IS_PROJECT_RECORD (scope))
    add_project (&self, project, id, 0);
  else if (ENT_IS_ORGANISATION (scope))
    add_organisation (&self, project, id);

  return self.records;
}

/**
 * ent_activity_get_date:
 * @project: the graph
 * @record: an event, outcome or project
 *
 * Returns: (transfer none) (nullable): when it took place or was given, else the day of the event
 *   it came of; a project has no day
 */
const EntDate *
ent_activity_get_date (EntProject *project, EntRecord *record)
{
  EntRecord *event = NULL;

  if (ENT_IS_EVENT (record))
    return ENT_EVENT (record)->when;
  if (!ENT_IS_OUTCOME (record))
    return NULL;
  if (ENT_OUTCOME (record)->delivered)
    return ENT_OUTCOME (record)->delivered;
  if (ENT_OUTCOME (record)->granted)
    return ENT_OUTCOME (record)->granted;

  event = ent_project_get (project, ENT_OUTCOME (record)->event);
  return event && ENT_IS_EVENT (event) ? ENT_EVENT (event)->when : NULL;
}

/* Whether it took place: an event that did, a result that is not still to come, a project. */
gboolean
ent_activity_is_held (EntRecord *record)
{
  static const char *const to_come[] = { "open", "in_progress", "to_formalise", "dropped", NULL };
  const char *state = ENT_IS_OUTCOME (record) ? ENT_OUTCOME (record)->state : NULL;

  if (ENT_IS_EVENT (record))
    return g_strcmp0 (ENT_EVENT (record)->state, "held") == 0;

  return !state || !g_strv_contains (to_come, state);
}

/* Whether it may still take place, or nobody has said whether it did. */
gboolean
ent_activity_is_planned (EntRecord *record)
{
  if (ent_activity_is_held (record))
    return FALSE;
  if (ENT_IS_OUTCOME (record))
    return g_strcmp0 (ENT_OUTCOME (record)->state, "dropped") != 0;

  return g_strcmp0 (ENT_EVENT (record)->state, "cancelled") != 0;
}

/* The one year in which the date is wholly; 0 for none. */
static int
get_sure_year (const EntDate *date)
{
  int first, last;

  if (!date || ent_date_get_earliest (date) <= ENT_DAY_MIN
      || ent_date_get_latest (date) == ENT_DAY_MAX)
    return 0;
  first = ent_day_get_year (ent_date_get_earliest (date));
  last = ent_day_get_year (ent_date_get_latest (date));

  return first == last ? first : 0;
}

static void
count_events (EntProject *project, GHashTable *counts)
{
  GListModel *list = ent_project_get_list (project, &ent_event_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);
      int year = ent_activity_is_held (record) ? get_sure_year (ENT_EVENT (record)->when) : 0;
      gpointer key = GINT_TO_POINTER (year);

      if (year)
        g_hash_table_insert (
            counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1));
    }
}

/* A year whose report was issued is covered, however quiet it was. */
static void
count_reports (EntProject *project, GHashTable *counts)
{
  GListModel *list = ent_project_get_list (project, &ent_section_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntSection) section = g_list_model_get_item (list, i);
      int year = section->scope == ENT_ID_NONE && g_strcmp0 (section->kind, "report") == 0
                         && g_strcmp0 (section->state, "issued") == 0
                     ? get_sure_year (section->period)
                     : 0;

      if (year)
        g_hash_table_insert (counts, GINT_TO_POINTER (year), GINT_TO_POINTER (MIN_EVENTS_OF_YEAR));
    }
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * ent_activity_get_covered_years:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * The years up to that of @today for which the office's report was issued, or of which at least
 * five events are recorded as held. Of any other year the project knows nothing as a whole: what
 * it does not find then is "no data", never nought.
 *
 * Returns: (transfer full) (element-type int): the years, ascending
 */
GArray *
ent_activity_get_covered_years (EntProject *project, int today)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer key, value;

  count_events (project, counts);
  count_reports (project, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      int year = GPOINTER_TO_INT (key);

      if (GPOINTER_TO_INT (value) >= MIN_EVENTS_OF_YEAR && year <= ent_day_get_year (today))
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years);

  return years;
}

/**
 * ent_activity_covers:
 * @years: (element-type int): those of ent_activity_get_covered_years ()
 * @year: a year
 *
 * Returns: whether @year is among them
 */
gboolean
ent_activity_covers (GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;

  return FALSE;
}
