/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-lineage.h"

#include "base/ent-text.h"

typedef struct
{
  EntLane *lane;
  char *key; /* NULL: without a partner */
} KeyedLane;

static void
free_span (EntSpan *span)
{
  g_array_unref (span->acts);
  g_object_unref (span->agreement);
  g_free (span);
}

static void
free_lane (EntLane *lane)
{
  g_ptr_array_unref (lane->spans);
  g_free (lane);
}

static int
compare_acts (gconstpointer a, gconstpointer b)
{
  const EntSignedAct *first = a, *second = b;

  if (!first->date || !second->date)
    return (first->date == NULL) - (second->date == NULL);

  return (first->earliest > second->earliest) - (first->earliest < second->earliest);
}

static void
add_act (GArray *acts, EntSigning *signing, const EntDate *date, int day)
{
  EntSignedAct act = { .signing = signing, .date = date, .latest = ENT_DAY_MAX };

  if (date)
    {
      act.earliest = ent_date_get_earliest (date);
      act.latest = ent_date_get_latest (date);
      act.awaited = act.earliest > day;
    }
  g_array_append_val (acts, act);
}

/* The agreement's own date says when it was signed for the acts that do not say it. */
static GArray *
list_acts (EntProject *project, EntAgreement *agreement, int day)
{
  GArray *acts = g_array_new (FALSE, TRUE, sizeof (EntSignedAct));
  g_autoptr (GPtrArray) signings
      = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (agreement)),
                                  &ent_signing_table, "agreement");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      add_act (acts, signing, signing->date ? signing->date : agreement->signed_on, day);
    }
  if (acts->len == 0 && agreement->signed_on)
    add_act (acts, NULL, agreement->signed_on, day);
  g_array_sort (acts, compare_acts);

  return acts;
}

/* A period written in whole years or months is as exact as the parties made it. */
static gboolean
is_blurred (const EntDate *date)
{
  EntPrecision precision = ent_date_get_precision (date);

  return ent_date_is_approximate (date) || ent_date_is_uncertain (date)
         || (precision != ENT_PRECISION_DAY && precision != ENT_PRECISION_MONTH
             && precision != ENT_PRECISION_YEAR);
}

/* From its entry into force; without one, from the last signature that has a date. */
static void
find_start (EntSpan *span)
{
  const EntDate *effective = span->agreement->effective;

  if (effective)
    {
      span->starts_known = TRUE;
      span->starts_earliest = ent_date_get_earliest (effective);
      span->starts_latest
          = is_blurred (effective) ? ent_date_get_latest (effective) : span->starts_earliest;
    }
  for (guint i = 0; i < span->acts->len && !effective; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);

      if (!act->date || act->earliest == ENT_DAY_MIN)
        continue;
      span->starts_known = TRUE;
      span->starts_earliest = act->earliest;
      span->starts_latest = act->latest;
    }
}

static void
find_end (EntSpan *span)
{
  EntAgreement *agreement = span->agreement;
  gboolean no_end = g_strcmp0 (agreement->term_kind, "open") == 0
                    || g_strcmp0 (agreement->term_kind, "tacit") == 0
                    || (agreement->ends && ent_date_is_open_ended (agreement->ends));

  span->end = ENT_SPAN_END_UNKNOWN;
  span->ends_earliest = span->ends_latest = ENT_DAY_MAX;
  if (agreement->ends && !ent_date_is_open_ended (agreement->ends))
    {
      span->end = ENT_SPAN_ENDS;
      span->ends_latest = ent_date_get_latest (agreement->ends);
      span->ends_earliest = is_blurred (agreement->ends)
                                ? ent_date_get_earliest (agreement->ends)
                                : span->ends_latest;
    }
  else if (no_end && g_strcmp0 (agreement->stage, "terminated") != 0)
    span->end = ENT_SPAN_OPEN;
}

static gboolean
is_signed_before_force (const EntSpan *span)
{
  gboolean any = FALSE;

  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);

      if (!act->date)
        continue;
      if (act->latest >= span->starts_earliest)
        return FALSE;
      any = TRUE;
    }

  return any && span->agreement->effective != NULL;
}

static EntSpan *
create_span (EntProject *project, EntAgreement *agreement, int day)
{
  EntSpan *span = g_new0 (EntSpan, 1);

  span->agreement = g_object_ref (agreement);
  span->acts = list_acts (project, agreement, day);
  span->status = ent_agreement_get_status (project, agreement, day);
  span->role = ent_agreement_get_role (project, agreement);
  find_start (span);
  find_end (span);
  span->signed_before_force = is_signed_before_force (span);
  span->is_dated = span->starts_known || span->end == ENT_SPAN_ENDS;

  return span;
}

static int
get_first_day (const EntSpan *span)
{
  int first = span->starts_known ? span->starts_earliest : ENT_DAY_MAX;

  if (span->acts->len > 0 && g_array_index (span->acts, EntSignedAct, 0).date)
    first = MIN (first, g_array_index (span->acts, EntSignedAct, 0).earliest);
  if (!span->starts_known && span->end == ENT_SPAN_ENDS)
    first = MIN (first, span->ends_earliest);

  return first;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const EntSpan *first = *(const EntSpan *const *) a, *second = *(const EntSpan *const *) b;
  int day = get_first_day (first), other = get_first_day (second);
  EntId id = ent_record_get_id (ENT_RECORD (first->agreement));
  EntId other_id = ent_record_get_id (ENT_RECORD (second->agreement));

  if (day != other)
    return day < other ? -1 : 1;

  return (id > other_id) - (id < other_id);
}

static void
clear_keyed_lane (KeyedLane *keyed)
{
  g_free (keyed->key);
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const KeyedLane *first = a, *second = b;
  int order;

  if (!first->key || !second->key)
    order = (first->key == NULL) - (second->key == NULL);
  else
    order = g_strcmp0 (first->key, second->key);
  if (order != 0 || first->lane->spans->len == 0 || second->lane->spans->len == 0)
    return order;

  return compare_spans (&first->lane->spans->pdata[0], &second->lane->spans->pdata[0]);
}

static EntLane *
create_lane (GArray *keyed, EntRecord *partner, EntProject *project, const char *lang)
{
  g_autofree char *name = partner ? ent_record_dup_title (partner, project, lang) : NULL;
  KeyedLane entry = { g_new0 (EntLane, 1), name ? ent_text_collate_key (name, lang) : NULL };

  entry.lane->partner = partner ? ent_record_get_id (partner) : ENT_ID_NONE;
  entry.lane->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) free_span);
  g_array_append_val (keyed, entry);

  return entry.lane;
}

static gboolean
get_kind (const EntLink *link, EntLineageKind *kind)
{
  if (g_strcmp0 (link->kind, "renews") == 0)
    *kind = ENT_LINEAGE_RENEWS;
  else if (g_strcmp0 (link->kind, "replaces") == 0 || g_strcmp0 (link->kind, "succeeds") == 0)
    *kind = ENT_LINEAGE_REPLACES;
  else if (g_strcmp0 (link->kind, "amends") == 0)
    *kind = ENT_LINEAGE_AMENDS;
  else
    return FALSE;

  return TRUE;
}

/* Whole years from @from, and the days from there to @to, the later day. */
static void
split_days (int from, int to, int *years, int *rest)
{
  GDate start, day;
  int count = 0;

  g_date_clear (&start, 1);
  g_date_set_julian (&start, (guint32) from);
  day = start;
  for (;;)
    {
      GDate next = start;

      g_date_add_years (&next, (guint) count + 1);
      if ((int) g_date_get_julian (&next) > to)
        break;
      day = next;
      count++;
    }
  *years = count;
  *rest = to - (int) g_date_get_julian (&day);
}

static void
measure (EntLineageStep *step)
{
  const EntSpan *newer = step->newer, *older = step->older;
  int end = older->ends_latest + 1;

  step->is_known = newer->starts_known && newer->starts_earliest > ENT_DAY_MIN
                   && older->end == ENT_SPAN_ENDS && step->kind != ENT_LINEAGE_AMENDS;
  if (!step->is_known)
    return;

  step->is_exact = newer->starts_earliest == newer->starts_latest
                   && older->ends_earliest == older->ends_latest;
  step->days = newer->starts_earliest - end;
  split_days (MIN (end, newer->starts_earliest), MAX (end, newer->starts_earliest), &step->years,
              &step->rest);
}

static void
add_steps (EntLineage *self, EntProject *project, GHashTable *spans)
{
  GListModel *links = ent_project_get_list (project, &ent_link_table);
  guint n_links = g_list_model_get_n_items (links);

  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr (EntLink) link = g_list_model_get_item (links, i);
      EntLineageStep step = { 0 };

      step.newer = g_hash_table_lookup (spans, &link->source);
      step.older = g_hash_table_lookup (spans, &link->target);
      if (!step.newer || !step.older || step.newer == step.older || !get_kind (link, &step.kind))
        continue;
      measure (&step);
      g_array_append_val (self->steps, step);
    }
}

static void
add_spans (EntLineage *self,
           EntProject *project,
           EntLanes lanes,
           const char *lang,
           int day,
           GHashTable *spans)
{
  GListModel *agreements = ent_project_get_list (project, &ent_agreement_table);
  guint n_agreements = g_list_model_get_n_items (agreements);
  g_autoptr (GArray) keyed = g_array_new (FALSE, TRUE, sizeof (KeyedLane));
  g_autoptr (GHashTable) by_partner = g_hash_table_new (NULL, NULL);

  g_array_set_clear_func (keyed, (GDestroyNotify) clear_keyed_lane);
  for (guint i = 0; i < n_agreements; i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (agreements, i);
      g_autoptr (GPtrArray) with = ent_agreement_get_counterparts (project, agreement);
      EntRecord *partner = with->len > 0 ? g_ptr_array_index (with, 0) : NULL;
      EntId id = ent_record_get_id (ENT_RECORD (agreement));
      EntSpan *span = create_span (project, agreement, day);
      EntLane *lane
          = lanes == ENT_LANES_BY_PARTNER ? g_hash_table_lookup (by_partner, partner) : NULL;

      if (!lane)
        {
          lane = create_lane (keyed, partner, project, lang);
          g_hash_table_insert (by_partner, partner, lane);
        }
      g_ptr_array_add (lane->spans, span);
      g_hash_table_insert (spans, g_memdup2 (&id, sizeof id), span);
      self->n_spans++;
      self->n_undated += !span->is_dated;
    }

  for (guint i = 0; i < keyed->len; i++)
    g_ptr_array_sort (g_array_index (keyed, KeyedLane, i).lane->spans, compare_spans);
  g_array_sort (keyed, compare_lanes);
  for (guint i = 0; i < keyed->len; i++)
    g_ptr_array_add (self->lanes, g_array_index (keyed, KeyedLane, i).lane);
}

/**
 * ent_lineage_new:
 * @project: the graph
 * @lanes: what shares a lane
 * @lang: language of the partners' names, by which the lanes stand: "fr" or "en"
 * @day: the day on which the states are asked for, as GDate counts them
 *
 * The life of every agreement and how they follow each other. An agreement with several
 * partners stands in the lane of the first. A validity that is not recorded is left unknown.
 *
 * Returns: (transfer full): the lanes; it stays true until the project changes
 */
EntLineage *
ent_lineage_new (EntProject *project, EntLanes lanes, const char *lang, int day)
{
  EntLineage *self = g_new0 (EntLineage, 1);
  g_autoptr (GHashTable) spans
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_lane);
  self->steps = g_array_new (FALSE, TRUE, sizeof (EntLineageStep));
  add_spans (self, project, lanes, lang, day, spans);
  add_steps (self, project, spans);

  return self;
}

/**
 * ent_lineage_free:
 * @self: (transfer full): lanes
 */
void
ent_lineage_free (EntLineage *self)
{
  g_array_unref (self->steps);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}
