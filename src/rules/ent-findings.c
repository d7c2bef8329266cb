/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-findings.h"

#include "base/ent-text.h"
#include "rules/ent-agenda.h"
#include "rules/ent-agreement-status.h"
#include "rules/ent-due.h"
#include "rules/ent-findings-private.h"
#include "rules/ent-past.h"
#include "rules/ent-theme-activity.h"

static const struct
{
  const char *name;
  EntSeverity severity;
} rules[] = {
  [ENT_FINDING_BROKEN_REFERENCE] = { "broken-reference", ENT_SEVERITY_ERROR },
  [ENT_FINDING_END_BEFORE_START] = { "end-before-start", ENT_SEVERITY_ERROR },
  [ENT_FINDING_CONTRADICTION] = { "contradiction", ENT_SEVERITY_ERROR },
  [ENT_FINDING_ENDED_WITHOUT_DECISION] = { "ended-without-decision", ENT_SEVERITY_WARNING },
  [ENT_FINDING_ENDS_SOON] = { "ends-soon", ENT_SEVERITY_WARNING },
  [ENT_FINDING_SIGNED_WITHOUT_PERIOD] = { "signed-without-period", ENT_SEVERITY_WARNING },
  [ENT_FINDING_EVENT_PAST] = { "event-past", ENT_SEVERITY_WARNING },
  [ENT_FINDING_PROJECT_PAST] = { "project-past", ENT_SEVERITY_WARNING },
  [ENT_FINDING_TWO_PLACES] = { "two-places", ENT_SEVERITY_WARNING },
  [ENT_FINDING_THEME_WITHOUT_INDICATOR] = { "theme-without-indicator", ENT_SEVERITY_NOTE },
  [ENT_FINDING_THEME_WITHOUT_ACTIVITY] = { "theme-without-activity", ENT_SEVERITY_NOTE },
  [ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION] = { "signatory-without-function", ENT_SEVERITY_NOTE },
  [ENT_FINDING_FILE_MISSING] = { "file-missing", ENT_SEVERITY_ERROR },
  [ENT_FINDING_FILE_DAMAGED] = { "file-damaged", ENT_SEVERITY_ERROR },
  [ENT_FINDING_SIGNED_WITHOUT_DATE] = { "signed-without-date", ENT_SEVERITY_NOTE },
  [ENT_FINDING_SIGNED_WITHOUT_DECISION] = { "signed-without-decision", ENT_SEVERITY_NOTE },
  [ENT_FINDING_PERSON_WITHOUT_FUNCTION] = { "person-without-function", ENT_SEVERITY_NOTE },
  [ENT_FINDING_EVENT_WITHOUT_DATE] = { "event-without-date", ENT_SEVERITY_NOTE },
  [ENT_FINDING_EVENT_WITHOUT_TEXT] = { "event-without-text", ENT_SEVERITY_NOTE },
  [ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE] = { "picture-without-alternative", ENT_SEVERITY_NOTE },
  [ENT_FINDING_PICTURE_WITHOUT_CAPTION] = { "picture-without-caption", ENT_SEVERITY_NOTE },
  [ENT_FINDING_DOCUMENT_WITHOUT_CONTENT] = { "document-without-content", ENT_SEVERITY_NOTE },
  [ENT_FINDING_OTHER_NUMBER] = { "other-number", ENT_SEVERITY_ERROR },
  [ENT_FINDING_NOT_REPORTED] = { "not-reported", ENT_SEVERITY_WARNING },
  [ENT_FINDING_REPORTED_TWICE] = { "reported-twice", ENT_SEVERITY_WARNING },
  [ENT_FINDING_NAME_SPELT_TWICE] = { "name-spelt-twice", ENT_SEVERITY_NOTE },
};

/**
 * ent_finding_rule_to_string:
 * @rule: what was found
 *
 * Returns: (transfer none): its stable English name, as `ententectl check` gives it
 */
const char *
ent_finding_rule_to_string (EntFindingRule rule)
{
  return rules[rule].name;
}

const char *
ent_severity_to_string (EntSeverity severity)
{
  switch (severity)
    {
    case ENT_SEVERITY_ERROR:
      return "error";
    case ENT_SEVERITY_WARNING:
      return "warning";
    case ENT_SEVERITY_NOTE:
      return "note";
    }

  g_assert_not_reached ();
}

/**
 * ent_finding_rule_is_of_day:
 * @rule: what was found
 *
 * Returns: whether it comes with the day, and is settled on the Overview, rather than something
 *   that is missing or wrong in what was entered
 */
gboolean
ent_finding_rule_is_of_day (EntFindingRule rule)
{
  return rule == ENT_FINDING_ENDED_WITHOUT_DECISION || rule == ENT_FINDING_ENDS_SOON
         || rule == ENT_FINDING_EVENT_PAST || rule == ENT_FINDING_PROJECT_PAST;
}

/**
 * ent_finding_dup_dismissal_key:
 * @finding: what was found
 *
 * Returns: (transfer full): key of the setting that holds why it is good as it is
 */
char *
ent_finding_dup_dismissal_key (const EntFinding *finding)
{
  g_autofree char *id = ent_id_to_string (ent_record_get_id (finding->record));
  GString *key = g_string_new (ENT_SETTING_DISMISSED_PREFIX);

  g_string_append_printf (key, "%s.%s", ent_finding_rule_to_string (finding->rule), id);
  if (finding->column)
    g_string_append_printf (key, ".%s", finding->column->name);
  if (finding->person)
    {
      g_autofree char *person = ent_id_to_string (ent_record_get_id (finding->person));

      g_string_append_printf (key, ".%s", person);
    }

  return g_string_free_and_steal (key);
}

void
ent_finding_free (EntFinding *finding)
{
  g_object_unref (finding->record);
  g_clear_object (&finding->person);
  g_clear_object (&finding->other);
  g_free (finding->dismissed);
  g_free (finding);
}

/*
 * ent_finding_search_add:
 *
 * Adds what was found.
 */
EntFinding *
ent_finding_search_add (
    EntFindingSearch *self, EntFindingRule rule, gpointer record, const EntColumn *column, int date)
{
  EntFinding *finding = g_new0 (EntFinding, 1);

  finding->rule = rule;
  finding->severity = rules[rule].severity;
  finding->record = g_object_ref (record);
  finding->column = column;
  finding->date = date;
  g_ptr_array_add (self->findings, finding);

  return finding;
}

static EntId
id_of (gpointer record)
{
  return ent_record_get_id (ENT_RECORD (record));
}

static void
check_references (EntFindingSearch *self, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      EntRecord *target;

      if (column->kind != ENT_KIND_REFERENCE || !ent_record_has_value (record, column))
        continue;
      target = ent_project_get (self->project, ent_record_get_reference (record, column));
      if (!target
          || (!g_str_equal (column->target, "record")
              && !g_str_equal (column->target, ent_record_get_type_name (target))))
        ent_finding_search_add (self, ENT_FINDING_BROKEN_REFERENCE, record, column, 0);
    }
}

/* What the agreement became is a decision too. */
static gboolean
is_decided (EntFindingSearch *self, EntAgreement *agreement)
{
  static const char *const kinds[] = { "renews", "replaces", "succeeds", NULL };
  g_autoptr (GPtrArray) links = ent_project_get_children (self->project, id_of (agreement),
                                                          &ent_link_table, "target");

  if (agreement->decision || g_strcmp0 (agreement->stage, "terminated") == 0
      || g_strcmp0 (agreement->stage, "declined") == 0)
    return TRUE;

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);

      if (link->kind && g_strv_contains (kinds, link->kind))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_before (const EntDate *end, const EntDate *start)
{
  return end && start && !ent_date_is_open_ended (end)
         && ent_date_get_latest (end) < ent_date_get_earliest (start);
}

static const EntColumn *
column_of (gpointer record, const char *name)
{
  return ent_table_find_column (ent_record_get_table (ENT_RECORD (record)), name);
}

static void
check_period (EntFindingSearch *self, EntAgreement *agreement)
{
  const EntAgreementStatus status = ent_agreement_get_status (self->project, agreement,
                                                              self->today);
  const EntColumn *ends = column_of (agreement, "ends");

  if (is_before (agreement->ends, agreement->signed_on)
      || is_before (agreement->ends, agreement->effective))
    ent_finding_search_add (self, ENT_FINDING_END_BEFORE_START, agreement, ends, status.ends);
  else if (status.status == ENT_STATUS_VALIDITY_UNKNOWN)
    ent_finding_search_add (self, ENT_FINDING_SIGNED_WITHOUT_PERIOD, agreement, ends, 0);
  else if (status.ends == ENT_DAY_MAX || is_decided (self, agreement)
           || !ent_agreement_is_ours (self->project, agreement))
    return;
  else if (status.status == ENT_STATUS_ENDED)
    ent_finding_search_add (self, ENT_FINDING_ENDED_WITHOUT_DECISION, agreement, ends, status.ends);
  else if ((status.status == ENT_STATUS_IN_FORCE || status.status == ENT_STATUS_SIGNED)
           && self->today >= ent_due_get_lead_day (status.ends, self->end_lead))
    ent_finding_search_add (self, ENT_FINDING_ENDS_SOON, agreement, ends, status.ends);
}

static void
check_theme (EntFindingSearch *self, EntProvision *theme)
{
  const EntThemeActivity activity = ent_theme_get_activity (self->project, theme);

  if (activity.n_indicators == 0)
    ent_finding_search_add (self, ENT_FINDING_THEME_WITHOUT_INDICATOR, theme, NULL, 0);
  if (activity.n_held + activity.n_planned == 0)
    ent_finding_search_add (self, ENT_FINDING_THEME_WITHOUT_ACTIVITY, theme, NULL, 0);
}

static void
check_agreement (EntFindingSearch *self, EntAgreement *agreement)
{
  const EntStatus status = ent_agreement_get_status (self->project, agreement, self->today).status;
  g_autoptr (GPtrArray) provisions = NULL;

  check_period (self, agreement);
  if (status != ENT_STATUS_IN_FORCE && status != ENT_STATUS_VALIDITY_UNKNOWN)
    return;

  provisions = ent_project_get_children (self->project, id_of (agreement), &ent_provision_table,
                                         "agreement");
  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);

      if (g_strcmp0 (provision->kind, "theme") == 0)
        check_theme (self, provision);
    }
}

/* Each pair once, on the event that begins first. */
static void
check_places (EntFindingSearch *self, EntEvent *event)
{
  g_autoptr (GArray) clashes = ent_agenda_get_clashes (self->project, event);

  for (guint i = 0; i < clashes->len; i++)
    {
      const EntAgendaClash *clash = &g_array_index (clashes, EntAgendaClash, i);
      int first = ent_date_get_earliest (event->when);
      int other = ent_date_get_earliest (clash->other->when);
      EntFinding *finding;

      if (other < first || (other == first && id_of (clash->other) < id_of (event)))
        continue;
      finding = ent_finding_search_add (self, ENT_FINDING_TWO_PLACES, event,
                                        column_of (event, "when"), other);
      finding->person = g_object_ref (ENT_RECORD (clash->person));
      finding->other = g_object_ref (ENT_RECORD (clash->other));
    }
}

static void
check_event (EntFindingSearch *self, EntEvent *event)
{
  int past = ent_event_get_past_day (event, self->today);

  if (past)
    ent_finding_search_add (self, ENT_FINDING_EVENT_PAST, event, column_of (event, "when"), past);
  check_places (self, event);
}

static void
check_project (EntFindingSearch *self, EntProjectRecord *project)
{
  int past = ent_project_record_get_past_day (project, self->today);

  if (past)
    ent_finding_search_add (self, ENT_FINDING_PROJECT_PAST, project,
                            column_of (project, project->since ? "since" : "until"), past);
}

/* The first citation of a field speaks for all of them. */
static void
check_citation (EntFindingSearch *self, EntCitation *citation)
{
  EntRecord *record = ent_project_get (self->project, citation->record);
  g_autoptr (GPtrArray) citations = ent_project_get_children (self->project, citation->record,
                                                              &ent_citation_table, "record");
  g_autofree char *claim = citation->claim ? ent_text_fold (citation->claim) : NULL;
  gboolean differ = FALSE;

  if (!record || !citation->field || !claim)
    return;

  for (guint i = 0; i < citations->len; i++)
    {
      EntCitation *other = g_ptr_array_index (citations, i);
      g_autofree char *other_claim = NULL;

      if (g_strcmp0 (other->field, citation->field) != 0 || !other->claim)
        continue;
      if (other->preferred || id_of (other) < id_of (citation))
        return;
      other_claim = ent_text_fold (other->claim);
      differ = differ || !g_str_equal (claim, other_claim);
    }

  if (differ)
    ent_finding_search_add (self, ENT_FINDING_CONTRADICTION, record,
                            column_of (record, citation->field), 0);
}

static void
check_record (EntFindingSearch *self, EntRecord *record)
{
  check_references (self, record);
  ent_finding_search_missing (self, record);
  if (ENT_IS_AGREEMENT (record))
    check_agreement (self, ENT_AGREEMENT (record));
  else if (ENT_IS_EVENT (record))
    check_event (self, ENT_EVENT (record));
  else if (ENT_IS_PROJECT_RECORD (record))
    check_project (self, ENT_PROJECT_RECORD (record));
  else if (ENT_IS_CITATION (record))
    check_citation (self, ENT_CITATION (record));
  else if (ENT_IS_SECTION (record))
    ent_finding_search_report (self, ENT_SECTION (record));
  else if (ENT_IS_SIGNATORY (record) && !ENT_SIGNATORY (record)->function)
    ent_finding_search_add (self, ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION, record,
                            column_of (record, "function"), 0);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const EntFinding *left = *(const EntFinding *const *) a;
  const EntFinding *right = *(const EntFinding *const *) b;
  EntId left_id = id_of (left->record);
  EntId right_id = id_of (right->record);

  if (left->severity != right->severity)
    return left->severity < right->severity ? -1 : 1;
  if (left->rule != right->rule)
    return left->rule < right->rule ? -1 : 1;
  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;

  return left_id < right_id ? -1 : left_id > right_id;
}

static gboolean
has_dismissed (EntProject *project)
{
  g_autoptr (GPtrArray) keys = ent_project_dup_setting_keys (project);

  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (keys, i), ENT_SETTING_DISMISSED_PREFIX))
      return TRUE;

  return FALSE;
}

/* Leaves those that were dismissed, or those that were not. */
static void
sort_out (GPtrArray *findings, EntProject *project, gboolean dismissed)
{
  guint n_left = 0;

  if (!has_dismissed (project))
    {
      g_ptr_array_set_size (findings, dismissed ? 0 : (int) findings->len);
      return;
    }

  for (guint i = 0; i < findings->len; i++)
    {
      EntFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key = ent_finding_dup_dismissal_key (finding);

      finding->dismissed = g_strdup (ent_project_get_setting (project, key));
      if ((finding->dismissed != NULL) != dismissed)
        ent_finding_free (finding);
      else
        g_ptr_array_index (findings, n_left++) = finding;
    }
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, (int) n_left);
  g_ptr_array_set_free_func (findings, (GDestroyNotify) ent_finding_free);
}

static GPtrArray *
search (EntProject *project, int today, gboolean dismissed)
{
  g_autoptr (GArray) leads = ent_due_get_end_leads (project);
  EntFindingSearch search = {
    .project = project,
    .today = today,
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_finding_free),
    .end_lead = g_array_index (leads, int, 0),
  };
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);
      guint n_items = g_list_model_get_n_items (list);

      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);

          check_record (&search, record);
        }
    }
  sort_out (search.findings, project, dismissed);
  g_ptr_array_sort (search.findings, compare_findings);

  return search.findings;
}

/**
 * ent_findings_get:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * What was dismissed with a reason is not among them.
 *
 * Returns: (transfer full) (element-type EntFinding): what there is to look at, the gravest first,
 *   then by rule, day and record
 */
GPtrArray *
ent_findings_get (EntProject *project, int today)
{
  return search (project, today, FALSE);
}

/**
 * ent_findings_get_dismissed:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntFinding): what would be found but was dismissed, with
 *   the reason, in the same order
 */
GPtrArray *
ent_findings_get_dismissed (EntProject *project, int today)
{
  return search (project, today, TRUE);
}

/**
 * ent_findings_add:
 * @findings: (element-type EntFinding): what ent_findings_get () found
 * @rule: what else was found
 * @record: of which record
 * @column: (nullable): of which field
 *
 * Adds what cannot be told from the records alone, in its place in the order.
 */
void
ent_findings_add (GPtrArray *findings,
                  EntFindingRule rule,
                  EntRecord *record,
                  const EntColumn *column)
{
  EntFindingSearch search = { NULL, 0, findings };

  ent_finding_search_add (&search, rule, record, column, 0);
  g_ptr_array_sort (findings, compare_findings);
}
