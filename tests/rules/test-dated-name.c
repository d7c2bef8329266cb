/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-dated-name.h"
#include "rules-test.h"

#define CITY 1
#define PROVINCE 2
#define AGREEMENT 3
#define PARTY 4
#define EVENT 5
#define VISIT 6
#define FORMER 7
#define SHORT 8
#define OLDEST 9

/* A city that was of a province until the end of 2024, and had yet another name before 1990. */
static EntProject *
create_project (void)
{
  EntProject *project = ent_project_new ();
  EntRecord *city = add (project, &ent_organisation_table, CITY);
  EntRecord *former = add (project, &ent_alias_table, FORMER);
  EntRecord *oldest = add (project, &ent_alias_table, OLDEST);
  EntRecord *nick = add (project, &ent_alias_table, SHORT);
  EntRecord *party = add (project, &ent_party_table, PARTY);
  EntRecord *visit = add (project, &ent_participation_table, VISIT);

  add (project, &ent_organisation_table, PROVINCE);
  add (project, &ent_agreement_table, AGREEMENT);
  add (project, &ent_event_table, EVENT);
  set (project, city, "name", "Central City of Hué");
  for (EntId id = FORMER; id <= OLDEST; id++)
    tie (project, ent_project_get (project, id), "record", CITY);
  set (project, former, "name", "City of Hué");
  set (project, former, "kind", "former");
  set (project, former, "until", "2024-12-31");
  set (project, former, "level", "municipal");
  tie (project, former, "parent", PROVINCE);
  set (project, oldest, "name", "Thừa Thiên");
  set (project, oldest, "kind", "official");
  set (project, oldest, "until", "1989");
  set (project, nick, "name", "Hué");
  set (project, nick, "kind", "short");
  set (project, nick, "until", "2024-12-31");
  tie (project, party, "agreement", AGREEMENT);
  tie (project, party, "organisation", CITY);
  tie (project, visit, "record", EVENT);
  tie (project, visit, "organisation", CITY);
  set (project, visit, "role", "guest");

  return project;
}

static void
assert_title (EntProject *project, EntId id, const char *title)
{
  g_autofree char *found = ent_project_dup_title (project, id, "en");

  g_assert_cmpstr (found, ==, title);
}

/* The text of 2024 keeps its party of that day. */
static void
test_party (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *agreement = ent_project_get (project, AGREEMENT);
  EntRecord *signing;

  assert_title (project, PARTY, "Central City of Hué");
  set (project, agreement, "signed", "2024-05-24");
  assert_title (project, PARTY, "City of Hué");
  set (project, agreement, "signed", "2025-01-01");
  assert_title (project, PARTY, "Central City of Hué");
  set (project, agreement, "signed", NULL);

  signing = add (project, &ent_signing_table, 20);
  tie (project, signing, "agreement", AGREEMENT);
  set (project, signing, "date", "2010");
  assert_title (project, PARTY, "City of Hué");
  assert_title (project, CITY, "Central City of Hué");
}

static void
test_visit (void)
{
  g_autoptr (EntProject) project = create_project ();

  assert_title (project, VISIT, "Guest: Central City of Hué");
  set (project, ent_project_get (project, EVENT), "when", "2024-03");
  assert_title (project, VISIT, "Guest: City of Hué");
}

static void
test_which (void)
{
  static const struct
  {
    const char *when;
    EntId name;
  } cases[] = {
    { "2024-12-31", FORMER },
    { "2025-01-01", ENT_ID_NONE },
    { "2024", FORMER },
    /* It may have been after the change. */
    { "2024-12-30/2025-01-02", ENT_ID_NONE },
    { "202X", ENT_ID_NONE },
    { "1990-01-01", FORMER },
    { "1989", OLDEST },
    { "1950-06-01", OLDEST },
  };
  g_autoptr (EntProject) project = create_project ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntDate) when = ent_date_new (cases[i].when, &error);
      EntAlias *name;

      g_assert_no_error (error);
      name = ent_dated_name_find (project, CITY, when);
      g_assert_cmpint (name ? ent_record_get_id (ENT_RECORD (name)) : ENT_ID_NONE, ==,
                       cases[i].name);
    }
  g_assert_null (ent_dated_name_find (project, CITY, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/dated-name/party", test_party);
  g_test_add_func ("/rules/dated-name/visit", test_visit);
  g_test_add_func ("/rules/dated-name/which", test_which);
  return g_test_run ();
}
