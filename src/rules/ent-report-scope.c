/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-report-scope.h"

#include <string.h>

#include "rules/ent-activity.h"
#include "rules/ent-agreement-status.h"

/* Chains that bite their tail, in a damaged project, end here. */
#define DEPTH_MAX 20

/**
 * ent_report_may_print:
 * @record: (nullable): a record
 *
 * Returns: whether a paper may show it: there is one and it is not sensitive
 */
gboolean
ent_report_may_print (EntRecord *record)
{
  return record && !g_str_equal (ent_record_get_visibility (record), "sensitive");
}

/**
 * ent_report_is_office:
 * @project: the graph
 * @organisation: identity of an organisation
 *
 * Returns: whether it is the officer's own city or unit
 */
gboolean
ent_report_is_office (EntProject *project, EntId organisation)
{
  const char *unit = ent_project_get_setting (project, ENT_SETTING_OFFICE);
  EntId office = ENT_ID_NONE;

  if (!organisation)
    return FALSE;
  if (organisation == ent_project_get_home (project))
    return TRUE;

  return unit && ent_id_parse (unit, &office) && office == organisation;
}

/**
 * ent_report_scope_of_year:
 * @id: an agreement, organisation or project, %ENT_ID_NONE for the office
 * @year: a year
 *
 * Returns: the scope of a report of that year
 */
EntReportScope
ent_report_scope_of_year (EntId id, int year)
{
  return (EntReportScope) { id, ent_day_of_year_start (year), ent_day_of_year_end (year) };
}

/**
 * ent_report_scope_is_year:
 * @scope: what a report is about
 *
 * Returns: whether its days are those of one calendar year
 */
gboolean
ent_report_scope_is_year (const EntReportScope *scope)
{
  int year = ent_day_get_year (scope->first);

  return scope->first == ent_day_of_year_start (year) && scope->last == ent_day_of_year_end (year);
}

/* "2024-01" for a day that begins (or ends) a month, else the day. */
static char *
write_end (int day, gboolean is_last)
{
  g_autofree char *iso = ent_day_to_iso (day);
  g_autofree char *next = ent_day_to_iso (day + 1);

  if (g_str_has_suffix (is_last ? next : iso, "-01"))
    iso[strlen (iso) - strlen ("-01")] = '\0';

  return g_steal_pointer (&iso);
}

/**
 * ent_report_scope_get_period:
 * @scope: what a report is about
 *
 * Returns: (transfer full): its days as they are recorded: "2024", "2024-01/2024-06"
 */
EntDate *
ent_report_scope_get_period (const EntReportScope *scope)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *period = NULL;

  if (ent_report_scope_is_year (scope))
    period = g_strdup_printf ("%04d", ent_day_get_year (scope->first));
  else
    {
      first = write_end (scope->first, FALSE);
      last = write_end (scope->last, TRUE);
      if (strlen (first) != strlen (last))
        {
          g_free (first);
          g_free (last);
          first = ent_day_to_iso (scope->first);
          last = ent_day_to_iso (scope->last);
        }
      period = g_str_equal (first, last) ? g_strdup (first) : g_strconcat (first, "/", last, NULL);
    }

  return ent_date_new (period, NULL);
}

/**
 * ent_report_scope_read:
 * @project: the graph
 * @report: a recorded report
 * @scope: (out caller-allocates): what it is about
 *
 * Returns: whether its period is recorded, from one day to another
 */
gboolean
ent_report_scope_read (EntProject *project, EntSection *report, EntReportScope *scope)
{
  EntReportScope read = { .first = ENT_DAY_MIN, .last = ENT_DAY_MAX };

  if (report->scope && !ent_report_is_office (project, report->scope))
    read.id = report->scope;
  if (report->period)
    {
      read.first = ent_date_get_earliest (report->period);
      read.last = ent_date_get_latest (report->period);
    }
  *scope = read;

  return read.first > ENT_DAY_MIN && read.last < ENT_DAY_MAX;
}

gboolean
ent_report_is_issued (EntSection *report)
{
  return g_strcmp0 (report->state, "issued") == 0;
}

/**
 * ent_report_dup_issued_key:
 * @report: a recorded report
 * @lang: a language
 *
 * Returns: (transfer full): key of the setting that holds what it said when it was issued
 */
char *
ent_report_dup_issued_key (EntSection *report, const char *lang)
{
  g_autofree char *id = ent_id_to_string (ent_record_get_id (ENT_RECORD (report)));

  return g_strdup_printf ("report.issued.%s.%s", id, lang);
}

/**
 * ent_report_find:
 * @project: the graph
 * @scope: what it is about
 *
 * Returns: (transfer none) (nullable): the recorded report of just that, the issued one before a
 *   draft
 */
EntSection *
ent_report_find (EntProject *project, const EntReportScope *scope)
{
  GListModel *list = ent_project_get_list (project, &ent_section_table);
  EntSection *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntSection) section = g_list_model_get_item (list, i);
      EntReportScope read;

      if (g_strcmp0 (section->kind, "report") != 0 || section->omitted
          || !ent_report_may_print (ENT_RECORD (section))
          || !ent_report_scope_read (project, section, &read) || read.id != scope->id
          || read.first != scope->first || read.last != scope->last)
        continue;
      if (!found || (!ent_report_is_issued (found) && ent_report_is_issued (section)))
        found = section;
    }

  return found;
}

static gboolean
is_within_office (EntProject *project, EntId organisation)
{
  for (guint depth = 0; organisation && depth < DEPTH_MAX; depth++)
    {
      EntRecord *record = ent_project_get (project, organisation);

      if (ent_report_is_office (project, organisation))
        return TRUE;
      if (!record || !ENT_IS_ORGANISATION (record))
        return FALSE;
      organisation = ENT_ORGANISATION (record)->parent;
    }

  return FALSE;
}

static GPtrArray *
get_participations (EntProject *project, EntRecord *record)
{
  return ent_project_get_children (project, ent_record_get_id (record), &ent_participation_table,
                                   "record");
}

static gboolean
office_takes_part (EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) participations = get_participations (project, record);

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);

      if (is_within_office (project, self->organisation)
          || is_within_office (project, self->represents))
        return TRUE;
    }

  return FALSE;
}

static gboolean
others_take_part (EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) participations = get_participations (project, record);

  return participations->len > 0;
}

/* Whether it is tied to an agreement that is only followed. */
static gboolean
serves_followed (EntProject *project, EntEvent *event)
{
  EntId id = ent_record_get_id (ENT_RECORD (event));
  g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table, "source");
  g_autoptr (GPtrArray)
      signings = ent_project_get_children (project, id, &ent_signing_table, "event");

  for (guint i = 0; i < links->len + signings->len; i++)
    {
      EntId target = i < links->len
                         ? ENT_LINK (g_ptr_array_index (links, i))->target
                         : ENT_SIGNING (g_ptr_array_index (signings, i - links->len))->agreement;
      EntRecord *record = ent_project_get (project, target);

      if (record && ENT_IS_AGREEMENT (record)
          && ent_agreement_get_role (project, ENT_AGREEMENT (record)) == ENT_ROLE_FOLLOWED)
        return TRUE;
    }

  return FALSE;
}

/* Whether it is tied to an event of an agreement that is only followed. */
static gboolean
stands_by_followed (EntProject *project, EntEvent *event)
{
  EntId id = ent_record_get_id (ENT_RECORD (event));
  g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *other = ent_project_get (project,
                                          link->source == id ? link->target : link->source);

      if (other && ENT_IS_EVENT (other) && !office_takes_part (project, other)
          && serves_followed (project, ENT_EVENT (other)))
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_report_event_is_ours:
 * @project: the graph
 * @event: an event
 *
 * Returns: whether it is activity of the office: it has a direction seen from the city, the
 *   city or one of its services takes part in it or in what it is part of, or nothing says
 *   that it is somebody else's
 */
gboolean
ent_report_event_is_ours (EntProject *project, EntEvent *event)
{
  EntEvent *self = event;

  for (guint depth = 0; self && depth < DEPTH_MAX; depth++)
    {
      EntRecord *parent = self->parent ? ent_project_get (project, self->parent) : NULL;

      if (g_strcmp0 (self->direction, "in") == 0 || g_strcmp0 (self->direction, "out") == 0
          || g_strcmp0 (self->direction, "home") == 0)
        return TRUE;
      if (office_takes_part (project, ENT_RECORD (self)))
        return TRUE;
      if (serves_followed (project, self))
        return FALSE;
      self = parent && ENT_IS_EVENT (parent) ? ENT_EVENT (parent) : NULL;
    }

  return !others_take_part (project, ENT_RECORD (event)) && !stands_by_followed (project, event);
}

/* The organisation or one above it that has a relation class. */
static EntRecord *
find_related (EntProject *project, EntId organisation)
{
  for (guint depth = 0; organisation && depth < DEPTH_MAX; depth++)
    {
      EntRecord *record = ent_project_get (project, organisation);

      if (!ent_report_may_print (record) || !ENT_IS_ORGANISATION (record)
          || ent_report_is_office (project, organisation))
        return NULL;
      if (ENT_ORGANISATION (record)->relation_class)
        return record;
      organisation = ENT_ORGANISATION (record)->parent;
    }

  return NULL;
}

static EntRecord *
find_partner_of_agreement (EntProject *project, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (project, agreement);

  for (guint i = 0; i < counterparts->len; i++)
    {
      EntRecord *found = find_related (project,
                                       ent_record_get_id (g_ptr_array_index (counterparts, i)));

      if (found)
        return found;
    }

  return NULL;
}

static EntRecord *
find_partner_by_links (EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *target = ent_project_get (project, link->target);
      EntRecord *found = NULL;

      if (g_strcmp0 (link->kind, "serves") != 0 || !target)
        continue;
      if (ENT_IS_PROVISION (target))
        target = ent_project_get (project, ENT_PROVISION (target)->agreement);
      if (!target)
        continue;
      if (ENT_IS_ORGANISATION (target))
        found = find_related (project, ent_record_get_id (target));
      else if (ENT_IS_AGREEMENT (target))
        found = find_partner_of_agreement (project, ENT_AGREEMENT (target));
      if (found)
        return found;
    }

  return NULL;
}

/* The partner an event concerns: whom or whose agreement it serves, else the first participant with
 * a relation to the city. */
static EntRecord *
find_partner_of_event (EntProject *project, EntEvent *event)
{
  g_autoptr (GPtrArray) participations = get_participations (project, ENT_RECORD (event));
  EntRecord *found = find_partner_by_links (project, ENT_RECORD (event));

  for (guint i = 0; !found && i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);

      found = find_related (project, self->represents);
      if (!found)
        found = find_related (project, self->organisation);
    }

  return found;
}

/**
 * ent_report_get_partner:
 * @project: the graph
 * @record: an event, an agreement or an outcome
 *
 * Returns: (transfer none) (nullable): the organisation with a relation to the city that it
 *   concerns
 */
EntRecord *
ent_report_get_partner (EntProject *project, EntRecord *record)
{
  EntRecord *found;

  if (ENT_IS_EVENT (record))
    return find_partner_of_event (project, ENT_EVENT (record));
  if (ENT_IS_AGREEMENT (record))
    return find_partner_of_agreement (project, ENT_AGREEMENT (record));
  if (!ENT_IS_OUTCOME (record))
    return NULL;

  found = find_related (project, ENT_OUTCOME (record)->receiver);
  return found ? found : find_related (project, ENT_OUTCOME (record)->giver);
}

static gboolean
is_within (const EntReportScope *scope, EntRecord *record, const EntDate *date)
{
  return ent_report_may_print (record) && date
         && ent_date_touches (date, scope->first, scope->last);
}

static gboolean
tells_event (EntProject *project, const EntReportScope *scope, EntEvent *event)
{
  return is_within (scope, ENT_RECORD (event), event->when)
         && g_strcmp0 (event->state, "cancelled") != 0 && g_strcmp0 (event->state, "postponed") != 0
         && ent_report_event_is_ours (project, event);
}

/* Parts are told with the whole when the whole is of those days too. */
static gboolean
is_told_with_parent (EntProject *project, const EntReportScope *scope, EntEvent *event)
{
  EntRecord *parent = event->parent ? ent_project_get (project, event->parent) : NULL;

  return parent && parent != ENT_RECORD (event) && ENT_IS_EVENT (parent)
         && tells_event (project, scope, ENT_EVENT (parent));
}

static gboolean
runs (const EntReportScope *scope, EntProjectRecord *project)
{
  int since = project->since ? ent_date_get_earliest (project->since) : ENT_DAY_MAX;
  int until = project->until ? ent_date_get_latest (project->until) : ENT_DAY_MAX;

  return since <= scope->last && until >= scope->first;
}

static gboolean
tells_outcome (const EntReportScope *scope, EntOutcome *outcome)
{
  return !outcome->event && !outcome->parent
         && (is_within (scope, ENT_RECORD (outcome), outcome->delivered)
             || is_within (scope, ENT_RECORD (outcome), outcome->granted));
}

/* Whether the report of the office has it: events of those days; agreements signed then; what was
 * given without an event to hang on; the projects of the office that run. */
static gboolean
office_tells (EntProject *project, const EntReportScope *scope, EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return tells_event (project, scope, ENT_EVENT (record))
           && !is_told_with_parent (project, scope, ENT_EVENT (record));
  if (ENT_IS_AGREEMENT (record))
    return is_within (scope, record, ENT_AGREEMENT (record)->signed_on)
           && ent_agreement_get_role (project, ENT_AGREEMENT (record)) != ENT_ROLE_FOLLOWED;
  if (ENT_IS_OUTCOME (record))
    return tells_outcome (scope, ENT_OUTCOME (record));

  return ENT_IS_PROJECT_RECORD (record) && !ENT_PROJECT_RECORD (record)->parent
         && ent_report_may_print (record) && runs (scope, ENT_PROJECT_RECORD (record))
         && office_takes_part (project, record);
}

/* Whether an activity of an agreement or a project is of those days. */
static gboolean
is_of_days (EntProject *project, const EntReportScope *scope, EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return is_within (scope, record, ENT_EVENT (record)->when)
           && g_strcmp0 (ENT_EVENT (record)->state, "cancelled") != 0
           && g_strcmp0 (ENT_EVENT (record)->state, "postponed") != 0
           && !is_told_with_parent (project, scope, ENT_EVENT (record));
  if (ENT_IS_PROJECT_RECORD (record))
    return ent_report_may_print (record) && runs (scope, ENT_PROJECT_RECORD (record));

  return is_within (scope, record, ent_activity_get_date (project, record));
}

static void
collect_office (EntProject *project,
                const EntReportScope *scope,
                GHashTable *wanted,
                GPtrArray *found)
{
  const EntTable *tables[] = { &ent_event_table, &ent_agreement_table, &ent_outcome_table,
                               &ent_project_record_table };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);
          EntRecord *partner = NULL;

          if (!office_tells (project, scope, record))
            continue;
          if (wanted)
            partner = ent_report_get_partner (project, record);
          if (!wanted || g_hash_table_contains (wanted, record)
              || (partner && ent_record_get_id (partner) == scope->id))
            g_ptr_array_add (found, record);
        }
    }
}

/**
 * ent_report_scope_collect:
 * @project: the graph
 * @scope: what the report is about
 *
 * What a report has to tell, each once, parts with the whole they belong to. Nothing that is
 * cancelled, sensitive or only followed.
 *
 * Returns: (transfer container) (element-type EntRecord): events, agreements, outcomes and
 *   projects, in this order
 */
GPtrArray *
ent_report_scope_collect (EntProject *project, const EntReportScope *scope)
{
  EntRecord *subject = scope->id ? ent_project_get (project, scope->id) : NULL;
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) activity = NULL;
  g_autoptr (GHashTable) wanted = NULL;

  if (scope->id && !subject)
    return found;
  if (!subject)
    {
      collect_office (project, scope, NULL, found);
      return found;
    }

  activity = ent_activity_collect (project, subject);
  if (ENT_IS_ORGANISATION (subject))
    {
      wanted = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < activity->len; i++)
        g_hash_table_add (wanted, g_ptr_array_index (activity, i));
      collect_office (project, scope, wanted, found);
      return found;
    }

  for (guint i = 0; i < activity->len; i++)
    if (is_of_days (project, scope, g_ptr_array_index (activity, i)))
      g_ptr_array_add (found, g_ptr_array_index (activity, i));
  if (ENT_IS_AGREEMENT (subject) && is_within (scope, subject, ENT_AGREEMENT (subject)->signed_on))
    g_ptr_array_add (found, subject);

  return found;
}
