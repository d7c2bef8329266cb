/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"
#include "paper-tools.h"
#include "paper/ent-annual-report.h"
#include "paper/ent-paper-frozen.h"
#include "paper/ent-report-plan.h"
#include "rules/ent-report-lint.h"

/* Reports of any scope and period, and what the officer makes of their parts. */

#define RECORDS                                                                                    \
  "\"organisation\":["                                                                             \
  "{\"id\":\"@namur\",\"name\":\"Ville de Namur\",\"kind\":\"city\"},"                             \
  "{\"id\":\"@office\",\"name\":\"Commissariat\",\"kind\":\"service\",\"parent\":\"@namur\"},"     \
  "{\"id\":\"@hue\",\"name\":\"Ville de Hué\",\"relation_class\":\"intermunicipal\"},"             \
  "{\"id\":\"@aimf\",\"name\":\"AIMF\",\"relation_class\":\"network\"}],"                          \
  "\"agreement\":[{\"id\":\"@pact\",\"title\":\"Pacte\",\"kind\":\"protocol\","                    \
  "\"signed\":\"2023-11-28\",\"children\":{"                                                       \
  "\"party\":[{\"organisation\":\"@namur\",\"tier\":\"party\"},"                                   \
  "{\"organisation\":\"@hue\",\"tier\":\"party\"}],"                                               \
  "\"provision\":[{\"id\":\"@climate\",\"kind\":\"theme\",\"title\":\"Climat\"},"                  \
  "{\"id\":\"@school\",\"kind\":\"theme\",\"title\":\"Universités\"}]}}],"                         \
  "\"event\":["                                                                                    \
  "{\"id\":\"@spring\",\"kind\":\"mission\",\"title\":\"Mission de mars\",\"when\":\"2024-03\","   \
  "\"direction\":\"out\",\"state\":\"held\",\"text\":\"Des mots du printemps.\",\"children\":{"    \
  "\"link\":[{\"target\":\"@climate\",\"kind\":\"serves\"}],"                                      \
  "\"event\":[{\"id\":\"@slot\",\"kind\":\"slot\",\"title\":\"Visite\",\"when\":\"2024-03\"}]}},"  \
  "{\"id\":\"@autumn\",\"kind\":\"mission\",\"title\":\"Mission d’octobre\","                      \
  "\"when\":\"2024-10\",\"direction\":\"out\",\"state\":\"held\",\"children\":{"                   \
  "\"link\":[{\"target\":\"@hue\",\"kind\":\"serves\"}]}},"                                        \
  "{\"id\":\"@bureau\",\"kind\":\"statutory_meeting\",\"title\":\"Bureau\",\"when\":\"2024-10\","  \
  "\"direction\":\"out\",\"state\":\"held\",\"children\":{"                                        \
  "\"participation\":[{\"organisation\":\"@aimf\",\"role\":\"host\"}]}}]"

static EntId
find (EntProject *project, const EntTable *table, const char *title)
{
  g_autoptr (GError) error = NULL;
  EntRecord *record = ent_project_find (project, table, title, &error);

  g_assert_no_error (error);
  return ent_record_get_id (record);
}

static EntSection *
find_section (EntProject *project, const char *heading)
{
  EntId id = find (project, &ent_section_table, heading);

  return ENT_SECTION (ent_project_get (project, id));
}

static char *
build (EntProject *project, EntId subject, const char *first, const char *last)
{
  EntReportScope scope = { subject, tool_day (first), tool_day (last) };
  g_autoptr (EntPaper)
      paper = ent_report_build (project, &scope, NULL, "fr", tool_day ("2025-01-13"));

  return ent_paper_dup_text (paper);
}

/* The college wants half-years. */
static void
test_half_year (void)
{
  g_autoptr (EntProject) project = tool_read_records (RECORDS);
  g_autofree char *text = build (project, ENT_ID_NONE, "2024-07-01", "2024-12-31");

  tool_assert_contains (text, "Rapport : de juillet à décembre 2024");
  tool_assert_contains (text, "Mission d’octobre");
  tool_assert_contains (text, "Bureau");
  tool_assert_lacks (text, "Mission de mars");
}

static void
test_partner (void)
{
  g_autoptr (EntProject) project = tool_read_records (RECORDS);
  EntId hue = find (project, &ent_organisation_table, "Ville de Hué");
  g_autofree char *text = build (project, hue, "2024-01-01", "2024-12-31");

  tool_assert_contains (text, "Rapport annuel 2024 – Ville de Hué");
  tool_assert_contains (text, "Mission de mars");
  tool_assert_contains (text, "Mission d’octobre");
  tool_assert_contains (text, "Pacte");
  tool_assert_lacks (text, "Bureau");
}

/* Every theme has its heading, and the reader sees where nothing was done. */
static void
test_agreement (void)
{
  g_autoptr (EntProject) project = tool_read_records (RECORDS);
  EntId pact = find (project, &ent_agreement_table, "Pacte");
  g_autofree char *text = build (project, pact, "2024-01-01", "2024-12-31");

  tool_assert_contains (text, "Climat Mission de mars");
  tool_assert_contains (text, "Universités Aucune activité n’est enregistrée.");
  tool_assert_lacks (text, "Mission d’octobre");
  tool_assert_lacks (text, "Ententes en vigueur");
}

#define REPORT(PARTS)                                                                              \
  RECORDS ",\"section\":[{\"kind\":\"report\",\"period\":\"2024\",\"heading\":\"Mon année\","      \
          "\"children\":{\"section\":[" PARTS "]}}]"
#define ENTRY(HEADING, TARGET, MORE)                                                               \
  "{\"kind\":\"entry\",\"heading\":\"" HEADING "\"" MORE                                           \
  ",\"children\":{\"link\":[{\"target\":\"" TARGET "\",\"kind\":\"reports_on\"}]}}"

/* What is left out is not printed, and what no part tells is missing. */
static void
test_left_out (void)
{
  g_autoptr (EntProject) project = tool_read_records (REPORT (
      ENTRY ("Printemps", "@spring", "") "," ENTRY ("Automne", "@autumn", ",\"omitted\":true")));
  g_autoptr (GPtrArray)
      missing = ent_report_find_missing (project, find_section (project, "Mon année"));
  g_autofree char *text = build (project, ENT_ID_NONE, "2024-01-01", "2024-12-31");

  tool_assert_contains (text, "Mon année");
  tool_assert_contains (text, "Printemps");
  tool_assert_contains (text, "Des mots du printemps.");
  tool_assert_lacks (text, "Automne");
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (missing, 0)), ==,
                   find (project, &ent_event_table, "Bureau"));
}

/* A table has a heading of its own, or is left out; the officer's text is printed, not the
 * event's. */
static void
test_tables_and_text (void)
{
  g_autoptr (EntProject) project = tool_read_records (REPORT (ENTRY (
      "Printemps", "@spring",
      ",\"text\":\"Mes propres mots.\"") ","
                                         "{\"kind\":\"agreements\",\"heading\":\"Nos ententes\"},"
                                         "{\"kind\":\"planned\",\"omitted\":true}"));
  g_autofree char *text = build (project, ENT_ID_NONE, "2024-01-01", "2024-12-31");

  tool_assert_contains (text, "Mes propres mots.");
  tool_assert_lacks (text, "Des mots du printemps.");
  tool_assert_contains (text, "Nos ententes");
  tool_assert_lacks (text, "Ententes en vigueur");
}

/* Off by default; what is not known is no number. */
static void
test_more_tables (void)
{
  g_autoptr (EntProject) project = tool_read_records (REPORT (
      ENTRY ("Printemps", "@spring", "") ",{\"kind\":\"delegations\"},"
                                         "{\"kind\":\"statistics\",\"heading\":\"En chiffres\"}"));
  g_autofree char *text = build (project, ENT_ID_NONE, "2024-01-01", "2024-12-31");
  g_autofree char *plain = build (project, ENT_ID_NONE, "2024-01-01", "2024-06-30");

  tool_assert_contains (text, "Mission d’octobre");
  tool_assert_contains (text, "En chiffres Mois Activités");
  tool_assert_contains (text, "mars 2024 1 octobre 2024 2");
  tool_assert_lacks (plain, "En chiffres");
}

/* The composer shows what the paper leaves out. */
static void
test_plan (void)
{
  g_autoptr (EntProject)
      project = tool_read_records (REPORT (ENTRY ("Automne", "@autumn", ",\"omitted\":true")));
  EntScribe scribe = { project, NULL, "fr", tool_day ("2025-01-13") };
  EntReportScope scope = ent_report_scope_of_year (ENT_ID_NONE, 2024);
  g_autoptr (EntReportPlan) all = ent_report_plan_new (&scribe, &scope, NULL, TRUE);
  g_autoptr (EntReportPlan) printed = ent_report_plan_new (&scribe, &scope, NULL, FALSE);
  EntReportEntry *entry = g_ptr_array_index (all->sections, 0);

  g_assert_true (all->composed);
  g_assert_cmpstr (entry->heading, ==, "Automne");
  g_assert_true (entry->omitted);
  g_assert_cmpuint (entry->records->len, ==, 1);
  g_assert_false (printed->composed);
}

/* The days of a scope are recorded as they were read. */
static void
test_period (void)
{
  static const char *const periods[] = { "2024", "2024-01/2024-06", "2024-07",
                                         "2024-02-03/2024-03-31", "2023/2024" };
  static const char *const written[] = { "2024", "2024-01/2024-06", "2024-07",
                                         "2024-02-03/2024-03-31", "2023-01/2024-12" };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (EntDate) date = ent_date_new (periods[i], NULL);
      EntReportScope scope = { ENT_ID_NONE, ent_date_get_earliest (date),
                               ent_date_get_latest (date) };
      g_autoptr (EntDate) back = ent_report_scope_get_period (&scope);

      g_assert_cmpstr (ent_date_get_text (back), ==, written[i]);
      g_assert_cmpint (ent_date_get_earliest (back), ==, scope.first);
      g_assert_cmpint (ent_date_get_latest (back), ==, scope.last);
    }
}

static guint
count_findings (EntProject *project, const char *heading, EntFindingRule rule)
{
  g_autoptr (GPtrArray) findings = ent_report_lint (project, find_section (project, heading),
                                                    tool_day ("2025-01-13"));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (((const EntFinding *) g_ptr_array_index (findings, i))->rule == rule)
      n++;

  return n;
}

#define PEOPLE                                                                                     \
  ",\"person\":[{\"id\":\"@prevot\",\"shown_name\":\"Maxime "                                      \
  "Prévot\",\"family\":\"Prévot\",\"given\":\"Maxime\"},"                                          \
  "{\"id\":\"@garcia\",\"shown_name\":\"A. "                                                       \
  "Garcia\",\"family\":\"Garcia\"},{\"id\":\"@alarcon\",\"shown_name\":\"L. "                      \
  "García\",\"family\":\"García\"}],"                                                              \
  "\"participation\":[{\"record\":\"@spring\",\"person\":\"@prevot\",\"role\":\"participant\","    \
  "\"count\":35}]"

/* Each finding is there for its fault, and for nothing that is right. */
static void
test_lint (void)
{
  g_autoptr (EntProject) good = tool_read_records (REPORT (
      ENTRY ("Printemps", "@spring",
             ",\"text\":\"PRÉVOT et Prévot ont reçu 35 participants ; Garcia, "
             "García.\"") "," ENTRY ("Automne", "@autumn", "") "," ENTRY ("Bureau", "@bureau", ""))
                                                       PEOPLE);
  g_autoptr (EntProject) bad = tool_read_records (REPORT (ENTRY (
      "Printemps", "@spring",
      ",\"text\":\"Maxime Prevot a reçu 53 participants.\"") "," ENTRY ("Encore", "@spring",
                                                                        "") "," ENTRY ("Bureau",
                                                                                       "@bureau",
                                                                                       "")) PEOPLE);
  const EntFindingRule rules[] = { ENT_FINDING_OTHER_NUMBER, ENT_FINDING_NOT_REPORTED,
                                   ENT_FINDING_REPORTED_TWICE, ENT_FINDING_NAME_SPELT_TWICE };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_assert_cmpuint (count_findings (good, "Mon année", rules[i]), ==, 0);
      g_assert_cmpuint (count_findings (bad, "Mon année", rules[i]), ==, 1);
    }
  g_assert_cmpuint (count_findings (bad, "Mon année", ENT_FINDING_PERSON_WITHOUT_FUNCTION), ==, 1);
}

/* What is written down comes back word for word, with its links, styles and tables. */
static void
test_frozen (void)
{
  g_autoptr (EntProject) project = tool_read_records (
      REPORT (ENTRY ("Printemps", "@spring", ",\"text\":\"L’« été » – 100\u00a0%.\"")));
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, 2024, "fr", tool_day ("2025-01-13"));
  g_autofree char *frozen = ent_paper_freeze (paper);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaper) thawed = ent_paper_thaw (frozen, &error);
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  again = ent_paper_freeze (thawed);
  g_assert_cmpstr (frozen, ==, again);
  corrections = ent_paper_find_corrections (paper, thawed);
  g_assert_cmpuint (corrections->len, ==, 0);
  before = ent_paper_to_pdf (paper, NULL, &error);
  after = ent_paper_to_pdf (thawed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (ent_paper_thaw ("(", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/half-year", test_half_year);
  g_test_add_func ("/report/partner", test_partner);
  g_test_add_func ("/report/agreement", test_agreement);
  g_test_add_func ("/report/left-out", test_left_out);
  g_test_add_func ("/report/tables-and-text", test_tables_and_text);
  g_test_add_func ("/report/more-tables", test_more_tables);
  g_test_add_func ("/report/plan", test_plan);
  g_test_add_func ("/report/period", test_period);
  g_test_add_func ("/report/lint", test_lint);
  g_test_add_func ("/report/frozen", test_frozen);

  return g_test_run ();
}
