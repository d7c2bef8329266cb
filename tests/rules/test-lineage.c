/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-lineage.h"
#include "rules-test.h"

/* An agreement with one party, 100 × its id, of organisation @partner. */
static void
add_agreement (EntProject *project,
               EntId id,
               EntId partner,
               const char *signed_on,
               const char *effective,
               const char *ends,
               const char *term_kind)
{
  EntRecord *agreement = add (project, &ent_agreement_table, id);
  EntRecord *party;

  set (project, agreement, "signed", signed_on);
  set (project, agreement, "effective", effective);
  set (project, agreement, "ends", ends);
  set (project, agreement, "term_kind", term_kind);
  if (partner == ENT_ID_NONE)
    return;
  party = add (project, &ent_party_table, 100 * id);
  tie (project, party, "agreement", id);
  tie (project, party, "organisation", partner);
}

static void
add_organisation (EntProject *project, EntId id, const char *name)
{
  EntRecord *organisation = add (project, &ent_organisation_table, id);

  set (project, organisation, "name", name);
}

static void
add_link (EntProject *project, EntId id, EntId newer, const char *kind, EntId older)
{
  EntRecord *link = add (project, &ent_link_table, id);

  tie (project, link, "source", newer);
  tie (project, link, "target", older);
  set (project, link, "kind", kind);
}

static EntSpan *
get_span (EntLineage *lineage, guint lane, guint i)
{
  return g_ptr_array_index (((EntLane *) g_ptr_array_index (lineage->lanes, lane))->spans, i);
}

static void
test_lanes (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) lineage = NULL;
  g_autoptr (EntLineage) alone = NULL;

  add_organisation (project, 50, "Québec");
  add_organisation (project, 51, "Écully");
  add_agreement (project, 1, 50, "2024-12-03", NULL, NULL, NULL);
  add_agreement (project, 2, 50, "1999", NULL, NULL, "open");
  add_agreement (project, 3, 51, NULL, NULL, NULL, NULL);
  add_agreement (project, 4, ENT_ID_NONE, "2020", NULL, NULL, NULL);

  lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "fr", day ("2026-11-22"));
  g_assert_cmpuint (lineage->lanes->len, ==, 3);
  g_assert_cmpuint (lineage->spans->len, ==, 4);
  g_assert_cmpuint (lineage->n_undated, ==, 1);
  g_assert_cmpint (((EntLane *) g_ptr_array_index (lineage->lanes, 0))->partner, ==, 51);
  g_assert_cmpint (((EntLane *) g_ptr_array_index (lineage->lanes, 1))->partner, ==, 50);
  g_assert_cmpint (((EntLane *) g_ptr_array_index (lineage->lanes, 2))->partner, ==, ENT_ID_NONE);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (get_span (lineage, 1, 0)->agreement)), ==, 2);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (get_span (lineage, 1, 1)->agreement)), ==, 1);

  alone = ent_lineage_new (project, ENT_LANES_BY_AGREEMENT, "fr", day ("2026-11-22"));
  g_assert_cmpuint (alone->lanes->len, ==, 4);
}

/* In the lane of each of its partners, and counted once. */
static void
test_partners (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntRecord *party = add (project, &ent_party_table, 900);
  EntRecord *again = add (project, &ent_party_table, 901);
  g_autoptr (EntLineage) lineage = NULL;
  const EntSpan *span;

  add_organisation (project, 50, "Québec");
  add_organisation (project, 51, "Écully");
  add_agreement (project, 1, 50, "2024-12-03", NULL, NULL, NULL);
  tie (project, party, "agreement", 1);
  tie (project, party, "organisation", 51);
  tie (project, again, "agreement", 1);
  tie (project, again, "organisation", 51);

  lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "fr", day ("2026-11-22"));
  g_assert_cmpuint (lineage->spans->len, ==, 1);
  g_assert_cmpuint (lineage->partners->len, ==, 2);
  g_assert_cmpuint (lineage->lanes->len, ==, 2);
  span = get_span (lineage, 0, 0);
  g_assert_true (span == get_span (lineage, 1, 0));
  g_assert_true (ent_span_is_with (span, 50));
  g_assert_true (ent_span_is_with (span, 51));
  g_assert_false (ent_span_is_with (span, 1));
}

/* What renews, replaces or amends is in the lane of what it follows; each lane once, each
 * agreement in one. */
static void
test_chains (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) lineage = NULL;
  const EntLane *lane;
  guint n_spans = 0;

  add_agreement (project, 1, ENT_ID_NONE, "2010", NULL, NULL, NULL);
  add_agreement (project, 2, ENT_ID_NONE, "2015", NULL, NULL, NULL);
  add_agreement (project, 3, ENT_ID_NONE, "2012", NULL, NULL, NULL);
  add_agreement (project, 4, ENT_ID_NONE, NULL, NULL, NULL, NULL);
  add_agreement (project, 5, ENT_ID_NONE, "2011", NULL, NULL, NULL);
  add_link (project, 10, 2, "renews", 1);
  add_link (project, 11, 3, "amends", 1);
  add_link (project, 12, 4, "renews", 2);
  /* A circle, which is a mistake, but no reason to stop. */
  add_link (project, 13, 1, "renews", 4);
  lineage = ent_lineage_new (project, ENT_LANES_BY_AGREEMENT, "en", day ("2026-11-22"));

  g_assert_cmpuint (lineage->lanes->len, ==, 2);
  for (guint i = 0; i < lineage->lanes->len; i++)
    n_spans += ((EntLane *) g_ptr_array_index (lineage->lanes, i))->spans->len;
  g_assert_cmpuint (n_spans, ==, 5);
  lane = g_ptr_array_index (lineage->lanes, 0);
  g_assert_cmpuint (lane->spans->len, ==, 4);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (lane->own->agreement)), ==, 2);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (get_span (lineage, 0, 1)->agreement)), ==, 3);
}

/* All that hangs together, from wherever one asks; of an organisation, what it is a party to. */
static void
test_around (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) of_newest = NULL;
  g_autoptr (EntLineage) of_partner = NULL;

  add_organisation (project, 50, "Québec");
  add_agreement (project, 1, 50, "2010", NULL, NULL, NULL);
  add_agreement (project, 2, ENT_ID_NONE, "2015", NULL, NULL, NULL);
  add_agreement (project, 3, ENT_ID_NONE, "2020", NULL, NULL, NULL);
  add_agreement (project, 4, 50, "2021", NULL, NULL, NULL);
  add_link (project, 10, 2, "renews", 1);
  add_link (project, 11, 3, "amends", 2);
  add_link (project, 12, 4, "related", 3);

  of_newest = ent_lineage_new_around (project, ent_project_get (project, 3), "fr",
                                      day ("2026-11-22"));
  g_assert_cmpuint (of_newest->spans->len, ==, 3);
  g_assert_cmpuint (of_newest->steps->len, ==, 2);
  g_assert_cmpuint (of_newest->lanes->len, ==, 1);
  of_partner = ent_lineage_new_around (project, ent_project_get (project, 50), "fr",
                                       day ("2026-11-22"));
  g_assert_cmpuint (of_partner->spans->len, ==, 2);
  g_assert_cmpuint (of_partner->steps->len, ==, 0);
}

/* Two have signed, one is awaited; nobody recorded says nothing. */
static void
test_signatories (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) lineage = NULL;
  guint n_signed, n_all;

  add_agreement (project, 1, ENT_ID_NONE, NULL, NULL, NULL, NULL);
  add_agreement (project, 2, ENT_ID_NONE, "2020", NULL, NULL, NULL);
  for (EntId id = 10; id < 12; id++)
    {
      EntRecord *signing = add (project, &ent_signing_table, id);

      tie (project, signing, "agreement", 1);
      set (project, signing, "date", id == 10 ? "2026-05-02" : "2027-03");
      for (EntId person = 0; person < 12 - id; person++)
        {
          EntRecord *signatory = add (project, &ent_signatory_table, 10 * id + person);

          tie (project, signatory, "signing", id);
        }
    }
  lineage = ent_lineage_new (project, ENT_LANES_BY_AGREEMENT, "en", day ("2026-11-22"));

  ent_span_count_signatories (get_span (lineage, 1, 0), &n_signed, &n_all);
  g_assert_cmpuint (n_signed, ==, 2);
  g_assert_cmpuint (n_all, ==, 3);
  ent_span_count_signatories (get_span (lineage, 0, 0), &n_signed, &n_all);
  g_assert_cmpuint (n_all, ==, 0);
}

static void
test_spans (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) lineage = NULL;
  EntSpan *span;

  add_agreement (project, 1, ENT_ID_NONE, "1979", NULL, NULL, "open");
  add_agreement (project, 2, ENT_ID_NONE, "2010", NULL, NULL, NULL);
  add_agreement (project, 3, ENT_ID_NONE, "2015-05-01", "2016~", "2019?", NULL);
  add_agreement (project, 4, ENT_ID_NONE, "2023-11-28", "2024", "2026", NULL);
  lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "en", day ("2026-11-22"));

  span = get_span (lineage, 0, 0);
  g_assert_cmpint (span->end, ==, ENT_SPAN_OPEN);
  g_assert_cmpint (span->starts_earliest, ==, day ("1979-01-01"));
  g_assert_cmpint (span->starts_latest, ==, day ("1979-12-31"));
  g_assert_cmpint (span->status.status, ==, ENT_STATUS_IN_FORCE);
  g_assert_false (span->signed_before_force);

  span = get_span (lineage, 0, 1);
  g_assert_cmpint (span->end, ==, ENT_SPAN_END_UNKNOWN);
  g_assert_cmpint (span->status.status, ==, ENT_STATUS_VALIDITY_UNKNOWN);

  span = get_span (lineage, 0, 2);
  g_assert_cmpint (span->starts_earliest, <, span->starts_latest);
  g_assert_cmpint (span->ends_earliest, ==, day ("2019-01-01"));
  g_assert_cmpint (span->ends_latest, ==, day ("2019-12-31"));

  span = get_span (lineage, 0, 3);
  g_assert_cmpint (span->starts_earliest, ==, day ("2024-01-01"));
  g_assert_cmpint (span->starts_latest, ==, day ("2024-01-01"));
  g_assert_cmpint (span->ends_earliest, ==, day ("2026-12-31"));
  g_assert_true (span->signed_before_force);
}

static void
test_acts (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntLineage) lineage = NULL;
  const EntSignedAct *acts;

  add_agreement (project, 1, ENT_ID_NONE, NULL, NULL, NULL, NULL);
  for (EntId id = 2; id < 5; id++)
    {
      EntRecord *signing = add (project, &ent_signing_table, id);

      tie (project, signing, "agreement", 1);
      set (project, signing, "date", id == 2 ? NULL : id == 3 ? "2027-03" : "2026-05-02");
    }
  lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "en", day ("2026-11-22"));

  g_assert_cmpuint (get_span (lineage, 0, 0)->acts->len, ==, 3);
  acts = (const EntSignedAct *) (gpointer) get_span (lineage, 0, 0)->acts->data;
  g_assert_cmpint (acts[0].earliest, ==, day ("2026-05-02"));
  g_assert_false (acts[0].awaited);
  g_assert_true (acts[1].awaited);
  g_assert_cmpint (acts[1].latest, ==, day ("2027-03-31"));
  g_assert_null (acts[2].date);
}

static void
test_steps (void)
{
  static const struct
  {
    const char *ends;
    const char *effective;
    const char *kind;
    gboolean known;
    int days, years, months, rest;
  } cases[] = {
    { "2020", "2021", "renews", TRUE, 0, 0, 0, 0 },
    { "2020-12-31", "2021-01-08", "renews", TRUE, 7, 0, 0, 7 },
    { "2020", "2021-04", "renews", TRUE, 90, 0, 3, 0 },
    { "2018", "2024-03-11", "replaces", TRUE, 1896, 5, 2, 10 },
    { "2026", "2026-12-30", "renews", TRUE, -2, 0, 0, 2 },
    { "2026", "2026", "renews", TRUE, -365, 1, 0, 0 },
    { NULL, "2026", "renews", FALSE, 0, 0, 0, 0 },
    { "2030", "2026", "amends", FALSE, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntProject) project = ent_project_new ();
      g_autoptr (EntLineage) lineage = NULL;
      const EntLineageStep *step;

      add_agreement (project, 1, ENT_ID_NONE, "2010", NULL, cases[i].ends, NULL);
      add_agreement (project, 2, ENT_ID_NONE, "2020", cases[i].effective, NULL, "open");
      add_link (project, 3, 2, cases[i].kind, 1);
      add_link (project, 4, 2, "related", 1);
      lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "en", day ("2026-11-22"));
      g_assert_cmpuint (lineage->steps->len, ==, 1);
      step = &g_array_index (lineage->steps, EntLineageStep, 0);
      g_assert_cmpint (step->is_known, ==, cases[i].known);
      g_assert_cmpint (step->days, ==, cases[i].days);
      g_assert_cmpint (step->years, ==, cases[i].years);
      g_assert_cmpint (step->months, ==, cases[i].months);
      g_assert_cmpint (step->rest, ==, cases[i].rest);
      g_assert_cmpint (ent_record_get_id (ENT_RECORD (step->older->agreement)), ==, 1);
    }
}

/* The state follows the day asked for, for all agreements at once. */
static void
test_day (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  static const struct
  {
    const char *on;
    EntStatus status;
  } days[] = { { "2023-01-01", ENT_STATUS_PLANNED },
               { "2023-12-01", ENT_STATUS_SIGNED },
               { "2025-12-01", ENT_STATUS_IN_FORCE },
               { "2027-01-01", ENT_STATUS_ENDED } };

  add_agreement (project, 1, ENT_ID_NONE, "2023-11-28", "2024", "2026", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (EntLineage)
          lineage = ent_lineage_new (project, ENT_LANES_BY_PARTNER, "en", day (days[i].on));

      g_assert_cmpint (get_span (lineage, 0, 0)->status.status, ==, days[i].status);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/lineage/lanes", test_lanes);
  g_test_add_func ("/rules/lineage/partners", test_partners);
  g_test_add_func ("/rules/lineage/chains", test_chains);
  g_test_add_func ("/rules/lineage/around", test_around);
  g_test_add_func ("/rules/lineage/signatories", test_signatories);
  g_test_add_func ("/rules/lineage/spans", test_spans);
  g_test_add_func ("/rules/lineage/acts", test_acts);
  g_test_add_func ("/rules/lineage/steps", test_steps);
  g_test_add_func ("/rules/lineage/day", test_day);
  return g_test_run ();
}
