/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-indicators.h"

#include <string.h>

#include "rules/ent-activity.h"
#include "rules/ent-theme-coverage.h"
#include "rules-test.h"

#define AGREEMENT 1
#define THEME 2
#define COMMITMENT 3
#define OTHER_THEME 4
#define INDICATOR 10

static EntId next_id;

/* An agreement of 2024–2026 with two themes, one commitment under the first, and an indicator on
 * it; 2024 and 2025 on record. */
static EntProject *
create_project (const char *filter)
{
  EntProject *project = ent_project_new ();
  EntRecord *agreement = add (project, &ent_agreement_table, AGREEMENT);
  EntRecord *indicator = add (project, &ent_indicator_table, INDICATOR);

  next_id = 100;
  set (project, agreement, "effective", "2024");
  set (project, agreement, "ends", "2026");
  for (EntId id = THEME; id <= OTHER_THEME; id++)
    {
      EntRecord *provision = add (project, &ent_provision_table, id);

      tie (project, provision, "agreement", AGREEMENT);
      set (project, provision, "kind", id == COMMITMENT ? "commitment" : "theme");
      if (id == COMMITMENT)
        tie (project, provision, "parent", THEME);
    }
  tie (project, indicator, "record", THEME);
  set (project, indicator, "filter", filter);
  for (guint i = 0; i < 10; i++)
    {
      EntRecord *event = add (project, &ent_event_table, ++next_id);

      set (project, event, "when", i % 2 ? "2024" : "2025-03");
      set (project, event, "state", "held");
    }

  return project;
}

static EntIndicator *
get_indicator (EntProject *project)
{
  return ENT_INDICATOR (ent_project_get (project, INDICATOR));
}

static EntRecord *
add_event (EntProject *project, const char *when, const char *state, EntId target)
{
  EntRecord *event = add (project, &ent_event_table, ++next_id);
  EntRecord *link = add (project, &ent_link_table, ++next_id);

  set (project, event, "when", when);
  set (project, event, "state", state);
  tie (project, link, "source", ent_record_get_id (event));
  tie (project, link, "target", target);

  return event;
}

static EntRecord *
add_value (
    EntProject *project, const char *kind, const char *period, const char *value, EntId territory)
{
  EntRecord *measurement = add (project, &ent_measurement_table, ++next_id);

  tie (project, measurement, "indicator", INDICATOR);
  set (project, measurement, "kind", kind);
  set (project, measurement, "period", period);
  set (project, measurement, "value", value);
  if (territory)
    tie (project, measurement, "territory", territory);

  return measurement;
}

static EntFigure *
get_figure (EntProject *project, const char *period, EntId territory)
{
  g_autoptr (EntDate) date = ent_date_new (period, NULL);
  g_auto (EntIndicatorBasis) basis = { NULL };

  ent_indicator_basis_init (&basis, project, day ("2026-11-22"));
  return ent_indicator_get_figure (&basis, get_indicator (project), date, territory);
}

static void
assert_figure (EntProject *project, const char *period, const char *value)
{
  g_autoptr (EntFigure) figure = get_figure (project, period, ENT_ID_NONE);

  g_assert_cmpstr (figure->value, ==, value);
}

static void
assert_state (EntProject *project, const char *today, EntIndicatorState state)
{
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_auto (EntIndicatorStanding) standing = { 0 };

  ent_indicator_basis_init (&basis, project, day (today));
  standing = ent_indicator_get_standing (&basis, get_indicator (project));
  g_assert_cmpint (standing.state, ==, state);
}

/* A year without a record is no data; one on record may be nought. */
static void
test_counted (void)
{
  g_autoptr (EntProject) project = create_project ("activities");
  g_autoptr (EntFigure) figure = NULL;

  assert_figure (project, "2024", "0");
  assert_figure (project, "2025", "0");
  assert_figure (project, "2026", NULL);
  assert_figure (project, "2023", NULL);

  add_event (project, "2024-05", "held", COMMITMENT);
  add_event (project, "2024-06", "planned", THEME);
  add_event (project, "2024-07", "cancelled", THEME);
  add_event (project, "2024-07", "held", OTHER_THEME);
  add_event (project, "2024-12-30/2025-01-02", "held", THEME);
  add_event (project, "2026", "planned", THEME);
  add_event (project, NULL, "held", THEME);
  assert_figure (project, "2024", "2");
  assert_figure (project, "2025", "1");
  assert_figure (project, "2026", NULL);

  figure = get_figure (project, "2024/2026", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "2");
  g_assert_cmpuint (figure->records->len, ==, 2);
  g_assert_cmpuint (figure->n_undated, ==, 1);
  g_assert_cmpuint (figure->missing_years->len, ==, 1);
  g_assert_cmpint (g_array_index (figure->missing_years, int, 0), ==, 2026);
}

static void
test_people (void)
{
  g_autoptr (EntProject) project = create_project ("people");
  EntRecord *event = add_event (project, "2024-05", "held", THEME);
  EntRecord *other = NULL;
  g_autoptr (EntFigure) figure = NULL;

  assert_figure (project, "2024", "0");
  set (project, event, "direction", "in");
  assert_figure (project, "2024", NULL);
  ent_record_set_integer (event, ent_table_find_column (&ent_event_table, "headcount"), 35);
  assert_figure (project, "2024", "35");

  other = add_event (project, "2024-06", "held", COMMITMENT);
  set (project, other, "direction", "in");
  figure = get_figure (project, "2024", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "35");
  g_assert_cmpuint (figure->n_unknown, ==, 1);
  g_assert_cmpuint (figure->records->len, ==, 2);
}

static void
test_commitments (void)
{
  g_autoptr (EntProject) project = create_project ("commitments");
  g_autoptr (EntFigure) figure = NULL;

  assert_figure (project, "2024", "0");
  add_event (project, "2024", "held", THEME);
  assert_figure (project, "2024", "0");
  add_event (project, "2024", "held", COMMITMENT);
  add_event (project, "2024-02", "held", COMMITMENT);
  figure = get_figure (project, "2024", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "1");
  g_assert_true (g_ptr_array_index (figure->records, 0) == ent_project_get (project, COMMITMENT));
}

/* What was written down when a report was issued stands, and the difference is told. */
static void
test_frozen (void)
{
  g_autoptr (EntProject) project = create_project ("activities");
  g_autoptr (EntFigure) figure = NULL;

  add_value (project, "actual", "2024", "3", ENT_ID_NONE);
  figure = get_figure (project, "2024", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "3");
  g_assert_cmpstr (figure->parts, ==, "0");
  assert_figure (project, "2025", "0");
}

static void
test_entered (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntRecord *dinant = add (project, &ent_organisation_table, ++next_id);
  EntRecord *huy = add (project, &ent_organisation_table, ++next_id);
  g_autoptr (EntFigure) figure = NULL;

  assert_figure (project, "2024", NULL);
  add_value (project, "actual", "2024", "0.1", ent_record_get_id (dinant));
  assert_figure (project, "2024", NULL);
  set (project, ENT_RECORD (get_indicator (project)), "aggregation", "sum");
  assert_figure (project, "2024", "0.1");
  add_value (project, "actual", "2025", "4", ent_record_get_id (huy));
  figure = get_figure (project, "2024", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "0.1");
  g_assert_cmpuint (figure->silent->len, ==, 1);
  g_assert_true (g_ptr_array_index (figure->silent, 0) == huy);

  add_value (project, "actual", "2024", "0.2", ent_record_get_id (huy));
  assert_figure (project, "2024", "0.3");
  add_value (project, "actual", "2024", "7", ENT_ID_NONE);
  g_clear_pointer (&figure, ent_figure_free);
  figure = get_figure (project, "2024", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "7");
  g_assert_cmpstr (figure->parts, ==, "0.3");
}

static void
test_time (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntRecord *indicator = ENT_RECORD (get_indicator (project));
  g_autoptr (EntFigure) figure = NULL;

  add_value (project, "actual", "2024-01", "1", ENT_ID_NONE);
  add_value (project, "actual", "2024-11", "4", ENT_ID_NONE);
  assert_figure (project, "2024", NULL);
  set (project, indicator, "aggregation", "sum");
  assert_figure (project, "2024", "5");
  set (project, indicator, "aggregation", "mean");
  assert_figure (project, "2024", "2.5");
  set (project, indicator, "aggregation", "last");
  assert_figure (project, "2024", "4");
  set (project, indicator, "aggregation", "sum");
  figure = get_figure (project, "2024/2026", ENT_ID_NONE);
  g_assert_cmpstr (figure->value, ==, "5");
  g_assert_cmpuint (figure->missing_years->len, ==, 2);
}

static void
test_members (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntRecord *basin = add (project, &ent_organisation_table, ++next_id);
  g_autoptr (EntDate) year = ent_date_new ("2024", NULL);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_autoptr (EntFigure) figure = NULL;

  set (project, ENT_RECORD (get_indicator (project)), "aggregation", "sum");
  for (guint i = 0; i < 3; i++)
    {
      EntRecord *commune = add (project, &ent_organisation_table, ++next_id);
      EntRecord *membership = add (project, &ent_membership_table, ++next_id);

      tie (project, membership, "member", ent_record_get_id (commune));
      tie (project, membership, "whole", ent_record_get_id (basin));
      if (i < 2)
        add_value (project, "actual", "2024", "10", ent_record_get_id (commune));
    }
  ent_indicator_basis_init (&basis, project, day ("2026-11-22"));
  figure = ent_indicator_get_members_figure (&basis, get_indicator (project), year,
                                             ENT_ORGANISATION (basin));
  g_assert_cmpstr (figure->value, ==, "20");
  g_assert_cmpuint (figure->silent->len, ==, 1);
}

static void
test_state (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntRecord *indicator = ENT_RECORD (get_indicator (project));

  assert_state (project, "2026-11-22", ENT_INDICATOR_NO_DATA);
  add_value (project, "actual", "2024", "4", ENT_ID_NONE);
  assert_state (project, "2026-11-22", ENT_INDICATOR_NO_TARGET);
  add_value (project, "target", "2026", "8", ENT_ID_NONE);
  assert_state (project, "2026-11-22", ENT_INDICATOR_OPEN);
  add_value (project, "baseline", "2023", "2", ENT_ID_NONE);
  assert_state (project, "2024-12-31", ENT_INDICATOR_ON_TRACK);
  add_value (project, "actual", "2025", "5", ENT_ID_NONE);
  assert_state (project, "2026-01-15", ENT_INDICATOR_BEHIND);
  add_value (project, "actual", "2026", "7", ENT_ID_NONE);
  assert_state (project, "2027-01-15", ENT_INDICATOR_MISSED);
  assert_state (project, "2026-11-22", ENT_INDICATOR_BEHIND);
  set (project, indicator, "direction", "down");
  assert_state (project, "2026-11-22", ENT_INDICATOR_MET);
  set (project, indicator, "direction", "none");
  assert_state (project, "2026-11-22", ENT_INDICATOR_UNJUDGED);
}

/* What adds up and must stay low is not safe before the time is over, and lost once it is past
 * the mark. */
static void
test_ceiling (void)
{
  g_autoptr (EntProject) project = create_project ("activities");

  set (project, ENT_RECORD (get_indicator (project)), "direction", "down");
  add_value (project, "target", "2025", "1", ENT_ID_NONE);
  assert_state (project, "2025-06-01", ENT_INDICATOR_ON_TRACK);
  assert_state (project, "2026-06-01", ENT_INDICATOR_MET);
  add_event (project, "2025-01", "held", THEME);
  add_event (project, "2025-02", "held", THEME);
  assert_state (project, "2025-06-01", ENT_INDICATOR_MISSED);
}

static void
test_periods (void)
{
  g_autoptr (EntProject) project = create_project ("activities");
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_autoptr (GPtrArray) periods = NULL;

  add_value (project, "target", "2024/2026", "9", ENT_ID_NONE);
  ent_indicator_basis_init (&basis, project, day ("2026-11-22"));
  periods = ent_indicator_get_periods (&basis, get_indicator (project));
  g_assert_cmpuint (periods->len, ==, 4);
  g_assert_cmpstr (ent_date_get_text (g_ptr_array_index (periods, 0)), ==, "2024");
  g_assert_cmpstr (ent_date_get_text (g_ptr_array_index (periods, 1)), ==, "2024/2026");
}

static const char *const whens[] = {
  "2022",       "2023-05",         "2024",    "2024-05-02", "2024/2025",
  "2025-12-31", "2025-12/2026-01", "2026-03", NULL,         "202X"
};
static const char *const states[] = { "held", "held", "planned", "cancelled", "postponed", NULL };

/* Whatever is recorded: a figure is as many records as it returns, each once; the years together
 * hold all that the period holds; and where no year is on record there is no figure. */
static void
test_counting_holds (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (EntProject) project = create_project ("activities");
      g_autoptr (EntFigure) whole = NULL;
      g_autoptr (GHashTable) in_years = g_hash_table_new (NULL, NULL);

      for (int i = g_test_rand_int_range (0, 25); i > 0; i--)
        add_event (project, whens[g_test_rand_int_range (0, G_N_ELEMENTS (whens))],
                   states[g_test_rand_int_range (0, G_N_ELEMENTS (states))],
                   g_test_rand_int_range (AGREEMENT, OTHER_THEME + 1));
      for (int year = 2022; year <= 2026; year++)
        {
          g_autofree char *period = g_strdup_printf ("%d", year);
          g_autoptr (EntFigure) figure = get_figure (project, period, ENT_ID_NONE);
          g_autoptr (GArray) covered = ent_activity_get_covered_years (project, day ("2026-11-22"));

          g_assert_true ((figure->value != NULL) == ent_activity_covers (covered, year));
          g_assert_true (!figure->value || atoi (figure->value) == (int) figure->records->len);
          for (guint i = 0; i < figure->records->len; i++)
            g_hash_table_add (in_years, g_ptr_array_index (figure->records, i));
        }
      whole = get_figure (project, "2022/2026", ENT_ID_NONE);
      g_assert_cmpint (atoi (whole->value), ==, (int) g_hash_table_size (in_years));
    }
}

/* A sum is the sum of the values there are, in whatever order they were entered; each territory
 * is either in it or told. */
static void
test_adding_holds (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (EntProject) project = create_project (NULL);
      g_autoptr (EntFigure) figure = NULL;
      guint n_values = 0, n_silent = 0;
      gint64 hundredths = 0;

      set (project, ENT_RECORD (get_indicator (project)), "aggregation", "sum");
      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          EntRecord *territory = add (project, &ent_organisation_table, ++next_id);
          int value = g_test_rand_int_range (-100000, 100000);
          char text[32];

          g_ascii_formatd (text, sizeof text, "%.2f", value / 100.0);
          if (g_test_rand_int_range (0, 3))
            {
              add_value (project, "actual", "2024", text, ent_record_get_id (territory));
              hundredths += value;
              n_values++;
            }
          else
            {
              add_value (project, "actual", "2025", text, ent_record_get_id (territory));
              n_silent++;
            }
        }
      figure = get_figure (project, "2024", ENT_ID_NONE);
      g_assert_true ((figure->value != NULL) == (n_values > 0));
      g_assert_cmpuint (figure->records->len, ==, n_values);
      g_assert_cmpuint (figure->silent->len, ==, n_silent);
      if (figure->value)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (figure->value, NULL), hundredths / 100.0,
                                        1e-9);
      g_assert_true (!figure->value || !strchr (figure->value, '.')
                     || strlen (strchr (figure->value, '.')) <= 3);
    }
}

/* More of what is better never makes the state worse. */
static void
test_judging_holds (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (EntProject) project = create_project (NULL);
      EntRecord *value = add_value (project, "actual", "2025", "0", ENT_ID_NONE);
      EntIndicatorState before = ENT_INDICATOR_NO_DATA;
      char target[16];

      g_snprintf (target, sizeof target, "%d", g_test_rand_int_range (1, 20));
      add_value (project, "target", g_test_rand_bit () ? "2025" : "2026", target, ENT_ID_NONE);
      if (g_test_rand_bit ())
        add_value (project, "baseline", "2023", "0", ENT_ID_NONE);
      set (project, ENT_RECORD (get_indicator (project)), "direction", "up");
      for (int i = 0; i <= 20; i++)
        {
          g_auto (EntIndicatorBasis) basis = { NULL };
          g_auto (EntIndicatorStanding) standing = { 0 };
          char text[16];

          g_snprintf (text, sizeof text, "%d", i);
          set (project, value, "value", text);
          ent_indicator_basis_init (&basis, project, day ("2026-02-01"));
          standing = ent_indicator_get_standing (&basis, get_indicator (project));
          g_assert_cmpint (standing.state, >=, before);
          before = standing.state;
        }
      g_assert_cmpint (before, ==, ENT_INDICATOR_MET);
    }
}

static void
test_matrix (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntAgreement *agreement = ENT_AGREEMENT (ent_project_get (project, AGREEMENT));
  g_autoptr (EntCoverageMatrix) matrix = NULL;

  add_event (project, "2024-05", "held", COMMITMENT);
  add_event (project, "2026", "planned", THEME);
  add_event (project, NULL, "held", OTHER_THEME);
  matrix = ent_coverage_matrix_new (project, agreement, day ("2026-11-22"));
  g_assert_cmpuint (matrix->themes->len, ==, 2);
  g_assert_cmpuint (matrix->years->len, ==, 3);
  g_assert_cmpint (ent_coverage_matrix_get (matrix, 0, 0)->coverage, ==, ENT_COVERAGE_HELD);
  g_assert_cmpint (ent_coverage_matrix_get (matrix, 0, 1)->coverage, ==, ENT_COVERAGE_NOTHING);
  g_assert_cmpint (ent_coverage_matrix_get (matrix, 0, 2)->coverage, ==, ENT_COVERAGE_PLANNED);
  g_assert_cmpint (ent_coverage_matrix_get (matrix, 1, 2)->coverage, ==, ENT_COVERAGE_NO_DATA);
  g_assert_cmpuint (matrix->undated->len, ==, 1);
  g_assert_true (ent_agreement_has_coverage (project, agreement, day ("2026-11-22")));
  agreement = ENT_AGREEMENT (add (project, &ent_agreement_table, 990));
  g_assert_false (ent_agreement_has_coverage (project, agreement, day ("2026-11-22")));
}

/* A result without a day of its own is of the day of its event; one still to come is planned. */
static void
test_outcomes (void)
{
  g_autoptr (EntProject) project = create_project ("outcomes");
  EntRecord *event = add_event (project, "2024-03", "held", OTHER_THEME);
  EntRecord *outcome = add (project, &ent_outcome_table, ++next_id);
  EntRecord *link = add (project, &ent_link_table, ++next_id);

  tie (project, outcome, "event", ent_record_get_id (event));
  tie (project, link, "source", ent_record_get_id (outcome));
  tie (project, link, "target", THEME);
  set (project, outcome, "state", "done");
  assert_figure (project, "2024", "1");
  set (project, outcome, "delivered", "2025-01");
  assert_figure (project, "2024", "0");
  assert_figure (project, "2025", "1");
  set (project, outcome, "state", "open");
  assert_figure (project, "2025", "0");
  g_assert_true (ent_activity_is_planned (outcome));
  set (project, outcome, "state", "dropped");
  g_assert_false (ent_activity_is_planned (outcome));
}

static void
test_years (void)
{
  g_autoptr (EntProject) project = create_project (NULL);
  EntAgreement *agreement = ENT_AGREEMENT (ent_project_get (project, AGREEMENT));
  int first, last;

  set (project, ENT_RECORD (agreement), "ends", NULL);
  set (project, ENT_RECORD (agreement), "effective", "1979");
  g_assert_true (ent_agreement_get_years (agreement, day ("2026-11-22"), &first, &last));
  g_assert_cmpint (first, ==, 2015);
  g_assert_cmpint (last, ==, 2026);
  set (project, ENT_RECORD (agreement), "effective", NULL);
  g_assert_false (ent_agreement_get_years (agreement, day ("2026-11-22"), &first, &last));
}

/* An agreement that asks for indicators, and the themes that have none. */
static void
test_asked (void)
{
  g_autoptr (EntProject) project = create_project ("activities");
  EntAgreement *agreement = ENT_AGREEMENT (ent_project_get (project, AGREEMENT));
  EntRecord *duty = add (project, &ent_obligation_table, ++next_id);
  g_autoptr (GPtrArray) themes = ent_agreement_get_themes_without_indicator (project, agreement);

  g_assert_cmpuint (themes->len, ==, 1);
  g_assert_true (g_ptr_array_index (themes, 0) == ent_project_get (project, OTHER_THEME));
  tie (project, duty, "record", AGREEMENT);
  set (project, duty, "text", "Réunions régulières");
  g_assert_null (ent_agreement_find_call_for_indicators (project, agreement));
  set (project, duty, "text", "Rapport annuel : réalisations et Indicateurs de performance");
  g_assert_true (ent_agreement_find_call_for_indicators (project, agreement) == duty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/indicators/counted", test_counted);
  g_test_add_func ("/rules/indicators/people", test_people);
  g_test_add_func ("/rules/indicators/commitments", test_commitments);
  g_test_add_func ("/rules/indicators/frozen", test_frozen);
  g_test_add_func ("/rules/indicators/entered", test_entered);
  g_test_add_func ("/rules/indicators/time", test_time);
  g_test_add_func ("/rules/indicators/members", test_members);
  g_test_add_func ("/rules/indicators/state", test_state);
  g_test_add_func ("/rules/indicators/ceiling", test_ceiling);
  g_test_add_func ("/rules/indicators/periods", test_periods);
  g_test_add_func ("/rules/indicators/counting-holds", test_counting_holds);
  g_test_add_func ("/rules/indicators/adding-holds", test_adding_holds);
  g_test_add_func ("/rules/indicators/judging-holds", test_judging_holds);
  g_test_add_func ("/rules/theme-coverage/matrix", test_matrix);
  g_test_add_func ("/rules/theme-coverage/outcomes", test_outcomes);
  g_test_add_func ("/rules/theme-coverage/years", test_years);
  g_test_add_func ("/rules/theme-coverage/asked", test_asked);
  return g_test_run ();
}
