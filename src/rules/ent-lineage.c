/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-lineage.h"

#include "base/ent-text.h"

/* What the lanes are sorted by. */
typedef struct
{
  EntRecord *partner; /* NULL: without one */
  char *key;
} KeyedPartner;

static void
free_span (EntSpan *span)
{
  g_array_unref (span->acts);
  g_ptr_array_unref (span->partners);
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

static guint
count_people (EntProject *project, EntSigning *signing)
{
  g_autoptr (GPtrArray) people = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (signing)), &ent_signatory_table, "signing");

  return people->len;
}

static void
add_act (GArray *acts, EntProject *project, EntSigning *signing, const EntDate *date, int day)
{
  EntSignedAct act = { .signing = signing, .date = date, .latest = ENT_DAY_MAX };

  act.n_people = signing ? count_people (project, signing) : 0;

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
  g_autoptr (GPtrArray) signings = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_signing_table, "agreement");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      add_act (acts, project, signing, signing->date ? signing->date : agreement->signed_on, day);
    }
  if (acts->len == 0 && agreement->signed_on)
    add_act (acts, project, NULL, agreement->signed_on, day);
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
      span->starts_latest = is_blurred (effective) ? ent_date_get_latest (effective)
                                                   : span->starts_earliest;
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
      span->ends_earliest = is_blurred (agreement->ends) ? ent_date_get_earliest (agreement->ends)
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

/* An organisation may be a party on two sides. */
static GPtrArray *
list_partners (EntProject *project, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (project, agreement);
  GPtrArray *partners = g_ptr_array_new ();

  for (guint i = 0; i < counterparts->len; i++)
    if (!g_ptr_array_find (partners, g_ptr_array_index (counterparts, i), NULL))
      g_ptr_array_add (partners, g_ptr_array_index (counterparts, i));

  return partners;
}

static EntSpan *
create_span (EntProject *project, EntAgreement *agreement, int day)
{
  EntSpan *span = g_new0 (EntSpan, 1);

  span->agreement = g_object_ref (agreement);
  span->partners = list_partners (project, agreement);
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

static EntLane *
add_lane (EntLineage *self, EntRecord *partner)
{
  EntLane *lane = g_new0 (EntLane, 1);

  lane->partner = partner ? ent_record_get_id (partner) : ENT_ID_NONE;
  lane->spans = g_ptr_array_new ();
  g_ptr_array_add (self->lanes, lane);

  return lane;
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

/* How often a month or year can be added to @from without passing @to, and the day reached. */
static int
count_units (GDate *from, int to, void (*add) (GDate *date, guint n))
{
  GDate start = *from;
  int count = 0;

  for (;;)
    {
      GDate next = start;

      add (&next, (guint) count + 1);
      if ((int) g_date_get_julian (&next) > to)
        return count;
      *from = next;
      count++;
    }
}

/* Whole years and months from @from, and the days from there to @to, the later day. */
static void
split_days (EntLineageStep *step, int from, int to)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) from);
  step->years = count_units (&day, to, g_date_add_years);
  step->months = count_units (&day, to, g_date_add_months);
  step->rest = to - (int) g_date_get_julian (&day);
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
  split_days (step, MIN (end, newer->starts_earliest), MAX (end, newer->starts_earliest));
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
add_spans (EntLineage *self, EntProject *project, GPtrArray *agreements, int day, GHashTable *spans)
{
  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      EntId id = ent_record_get_id (ENT_RECORD (agreement));
      EntSpan *span = create_span (project, agreement, day);

      g_ptr_array_add (self->spans, span);
      g_hash_table_insert (spans, g_memdup2 (&id, sizeof id), span);
      self->n_undated += !span->is_dated;
    }
  g_ptr_array_sort (self->spans, compare_spans);
}

static int
compare_partners (gconstpointer a, gconstpointer b)
{
  const KeyedPartner *first = a, *second = b;
  int order = g_strcmp0 (first->key, second->key);
  EntId id = ent_record_get_id (first->partner), other = ent_record_get_id (second->partner);

  return order != 0 ? order : (id > other) - (id < other);
}

static void
add_partners (EntLineage *self, EntProject *project, const char *lang)
{
  g_autoptr (GArray) keyed = g_array_new (FALSE, FALSE, sizeof (KeyedPartner));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (self->spans, i);

      for (guint j = 0; j < span->partners->len; j++)
        {
          KeyedPartner entry = { g_ptr_array_index (span->partners, j), NULL };
          g_autofree char *name = NULL;

          if (!g_hash_table_add (seen, entry.partner))
            continue;
          name = ent_record_dup_title (entry.partner, project, lang);
          entry.key = ent_text_collate_key (name, lang);
          g_array_append_val (keyed, entry);
        }
    }
  g_array_sort (keyed, compare_partners);
  for (guint i = 0; i < keyed->len; i++)
    {
      g_ptr_array_add (self->partners, g_array_index (keyed, KeyedPartner, i).partner);
      g_free (g_array_index (keyed, KeyedPartner, i).key);
    }
}

/* The spans stand in order of time, and so they come into the lanes. */
static void
add_lanes_by_partner (EntLineage *self)
{
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->partners->len; i++)
    {
      EntRecord *partner = g_ptr_array_index (self->partners, i);

      g_hash_table_insert (lanes, partner, add_lane (self, partner));
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      EntSpan *span = g_ptr_array_index (self->spans, i);

      for (guint j = 0; j < span->partners->len; j++)
        {
          EntLane *lane = g_hash_table_lookup (lanes, g_ptr_array_index (span->partners, j));

          g_ptr_array_add (lane->spans, span);
        }
      if (span->partners->len > 0)
        continue;
      if (!g_hash_table_contains (lanes, NULL))
        g_hash_table_insert (lanes, NULL, add_lane (self, NULL));
      g_ptr_array_add (((EntLane *) g_hash_table_lookup (lanes, NULL))->spans, span);
    }
}

/* The first of those that follow each other, for all of them. */
static EntSpan *
find_root (GHashTable *roots, EntSpan *span)
{
  EntSpan *above;

  while ((above = g_hash_table_lookup (roots, span)))
    span = above;

  return span;
}

static void
add_lanes_by_agreement (EntLineage *self)
{
  g_autoptr (GHashTable) roots = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const EntLineageStep *step = &g_array_index (self->steps, EntLineageStep, i);
      EntSpan *newer = find_root (roots, step->newer), *older = find_root (roots, step->older);

      if (newer != older)
        g_hash_table_insert (roots, newer, older);
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      EntSpan *span = g_ptr_array_index (self->spans, i), *root = find_root (roots, span);
      EntLane *lane = g_hash_table_lookup (lanes, root);

      if (!lane)
        {
          lane = add_lane (self, NULL);
          g_hash_table_insert (lanes, root, lane);
        }
      if (!lane->own || span->is_dated)
        lane->own = span;
      g_ptr_array_add (lane->spans, span);
    }
}

static EntLineage *
create_lineage (
    EntProject *project, GPtrArray *agreements, EntLanes lanes, const char *lang, int day)
{
  EntLineage *self = g_new0 (EntLineage, 1);
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) free_span);
  self->partners = g_ptr_array_new ();
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_lane);
  self->steps = g_array_new (FALSE, FALSE, sizeof (EntLineageStep));
  add_spans (self, project, agreements, day, spans);
  add_partners (self, project, lang);
  add_steps (self, project, spans);
  if (lanes == ENT_LANES_BY_PARTNER)
    add_lanes_by_partner (self);
  else
    add_lanes_by_agreement (self);

  return self;
}

/**
 * ent_lineage_new:
 * @project: the graph
 * @lanes: what shares a lane
 * @lang: language of the partners' names, by which the lanes stand: "fr" or "en"
 * @day: the day on which the states are asked for, as GDate counts them
 *
 * The life of every agreement and how they follow each other. An agreement with several
 * partners stands in the lane of each, and is counted once. A validity that is not recorded is
 * left unknown.
 *
 * Returns: (transfer full): the lanes; it stays true until the project changes
 */
EntLineage *
ent_lineage_new (EntProject *project, EntLanes lanes, const char *lang, int day)
{
  GListModel *list = ent_project_get_list (project, &ent_agreement_table);
  guint n_agreements = g_list_model_get_n_items (list);
  g_autoptr (GPtrArray) agreements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_agreements; i++)
    g_ptr_array_add (agreements, g_list_model_get_item (list, i));

  return create_lineage (project, agreements, lanes, lang, day);
}

/* Whatever it renews, replaces or amends, and what does that to it. */
static void
add_followers (EntProject *project, EntId id, GPtrArray *agreements)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *other = ent_project_get (project,
                                          link->source == id ? link->target : link->source);
      EntLineageKind kind;

      if (other && ENT_IS_AGREEMENT (other) && get_kind (link, &kind)
          && !g_ptr_array_find (agreements, other, NULL))
        g_ptr_array_add (agreements, other);
    }
}

/**
 * ent_lineage_new_around:
 * @project: the graph
 * @record: an agreement or an organisation
 * @lang: "fr" or "en"
 * @day: the day on which the states are asked for
 *
 * The same of an agreement and all that it follows or that follow it, or of the agreements to
 * which an organisation is a party.
 *
 * Returns: (transfer full): lanes by agreement; they stay true until the project changes
 */
EntLineage *
ent_lineage_new_around (EntProject *project, EntRecord *record, const char *lang, int day)
{
  g_autoptr (GPtrArray) agreements = g_ptr_array_new ();
  g_autoptr (GPtrArray) parties = ent_project_get_children (project, ent_record_get_id (record),
                                                            &ent_party_table, "organisation");

  if (ENT_IS_AGREEMENT (record))
    g_ptr_array_add (agreements, record);
  for (guint i = 0; i < agreements->len; i++)
    add_followers (project, ent_record_get_id (g_ptr_array_index (agreements, i)), agreements);
  for (guint i = 0; i < parties->len; i++)
    {
      EntRecord *agreement = ent_project_get (
          project, ENT_PARTY (g_ptr_array_index (parties, i))->agreement);

      if (agreement && !g_ptr_array_find (agreements, agreement, NULL))
        g_ptr_array_add (agreements, agreement);
    }

  return create_lineage (project, agreements, ENT_LANES_BY_AGREEMENT, lang, day);
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
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->spans);
  g_free (self);
}

/**
 * ent_span_count_signatories:
 * @span: the life of an agreement
 * @n_signed: (out): how many have signed on the day asked for
 * @n_all: (out): how many are recorded; 0 when nobody is, which says nothing of who signed
 */
void
ent_span_count_signatories (const EntSpan *span, guint *n_signed, guint *n_all)
{
  *n_signed = *n_all = 0;
  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);

      *n_all += act->n_people;
      *n_signed += act->awaited ? 0 : act->n_people;
    }
}

gboolean
ent_span_is_with (const EntSpan *span, EntId partner)
{
  for (guint i = 0; i < span->partners->len; i++)
    if (ent_record_get_id (g_ptr_array_index (span->partners, i)) == partner)
      return TRUE;

  return FALSE;
}
