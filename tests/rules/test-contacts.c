/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-contacts.h"
#include "rules/ent-holders.h"
#include "rules-test.h"

#define HOME 1
#define PARTNER 2
#define ORGAN 3
#define PERSON 4
#define AGREEMENT 5

/* Our city, a partner with an organ, a person, and an agreement of the two cities. */
static EntProject *
create_project (void)
{
  EntProject *project = ent_project_new ();
  EntRecord *organ;

  add (project, &ent_organisation_table, HOME);
  add (project, &ent_organisation_table, PARTNER);
  organ = add (project, &ent_organisation_table, ORGAN);
  tie (project, organ, "parent", PARTNER);
  add (project, &ent_person_table, PERSON);
  add (project, &ent_agreement_table, AGREEMENT);
  ent_project_set_setting (project, ENT_SETTING_HOME, "0000000000001");
  for (EntId id = HOME; id <= PARTNER; id++)
    {
      EntRecord *party = add (project, &ent_party_table, 50 + id);

      tie (project, party, "agreement", AGREEMENT);
      tie (project, party, "organisation", id);
    }

  return project;
}

static EntRecord *
add_event (EntProject *project, EntId id, const char *when, const char *state, EntId partner)
{
  EntRecord *event = add (project, &ent_event_table, id);
  EntRecord *participation = add (project, &ent_participation_table, id + 1000);

  set (project, event, "when", when);
  set (project, event, "state", state);
  tie (project, participation, "record", id);
  tie (project, participation, "organisation", partner);
  return event;
}

static EntContacts
get_contacts (EntProject *project, const char *today)
{
  return ent_partner_get_contacts (project, ent_project_get (project, PARTNER), day (today));
}

static void
test_none (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntContacts contacts = get_contacts (project, "2026-11-22");

  g_assert_null (contacts.last);
  g_assert_null (contacts.next);
  g_assert_cmpint (contacts.since, ==, 0);
}

static void
test_last_and_next (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *known, *ahead, *later;
  EntContacts contacts;

  add_event (project, 10, "2024", "held", PARTNER);
  known = add_event (project, 11, "2024-12-03", "held", ORGAN);
  add_event (project, 12, "2025", "planned", PARTNER);
  add_event (project, 13, "2025-05", "cancelled", PARTNER);
  later = add_event (project, 14, "2027-05", "planned", PARTNER);
  ahead = add_event (project, 15, "2026-11-22", "confirmed", PARTNER);
  add_event (project, 16, NULL, "held", PARTNER);

  contacts = get_contacts (project, "2026-11-22");
  g_assert_true (contacts.last == known);
  g_assert_true (contacts.next == ahead);
  contacts = get_contacts (project, "2026-11-23");
  g_assert_true (contacts.next == later);
  contacts = get_contacts (project, "2024-12-02");
  g_assert_cmpint (ent_record_get_id (contacts.last), ==, 10);
}

static void
test_counts (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *inside;
  EntContacts contacts;

  set (project, add_event (project, 10, "2024-05", "held", PARTNER), "direction", "in");
  set (project, add_event (project, 11, "2019", "held", PARTNER), "direction", "out");
  set (project, add_event (project, 12, "2018", "planned", PARTNER), "direction", "out");
  inside = add_event (project, 13, "2024-05", "held", PARTNER);
  set (project, inside, "direction", "in");
  tie (project, inside, "parent", 10);

  contacts = get_contacts (project, "2026-11-22");
  g_assert_cmpuint (contacts.n_received, ==, 1);
  g_assert_cmpuint (contacts.n_sent, ==, 1);
  g_assert_cmpint (contacts.since, ==, 2019);
}

static void
test_story (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *signing = add (project, &ent_signing_table, 20);
  EntRecord *outcome = add (project, &ent_outcome_table, 21);
  g_autoptr (GArray) story = NULL;
  g_autoptr (GArray) ours = NULL;

  add_event (project, 10, "2024-05", "held", PARTNER);
  tie (project, signing, "agreement", AGREEMENT);
  set (project, ent_project_get (project, AGREEMENT), "signed", "2023-11-28");
  tie (project, outcome, "event", 10);
  set (project, outcome, "kind", "follow_up");

  story = ent_partner_get_story (project, ent_project_get (project, PARTNER));
  g_assert_cmpuint (story->len, ==, 3);
  g_assert_true (g_array_index (story, EntStoryEntry, 2).record == signing);
  g_assert_cmpuint (ent_story_get_contacts (project, story, day ("2026-11-22")).n_open, ==, 1);
  set (project, outcome, "state", "done");
  g_assert_cmpuint (ent_story_get_contacts (project, story, day ("2026-11-22")).n_open, ==, 0);

  ours = ent_partner_get_story (project, ent_project_get (project, HOME));
  g_assert_cmpuint (ours->len, ==, 0);
}

static void
test_related (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *stranger = add (project, &ent_organisation_table, 30);

  g_assert_true (
      ent_organisation_is_related (project, ENT_ORGANISATION (ent_project_get (project, PARTNER))));
  g_assert_false (
      ent_organisation_is_related (project, ENT_ORGANISATION (ent_project_get (project, HOME))));
  g_assert_false (ent_organisation_is_related (project, ENT_ORGANISATION (stranger)));
  set (project, stranger, "relation_class", "cousin");
  g_assert_true (ent_organisation_is_related (project, ENT_ORGANISATION (stranger)));
}

static EntRecord *
add_mandate (EntProject *project, EntId id, EntId organisation, const char *function)
{
  EntRecord *mandate = add (project, &ent_mandate_table, id);

  tie (project, mandate, "person", PERSON);
  tie (project, mandate, "organisation", organisation);
  set (project, mandate, "function", function);
  return mandate;
}

static void
assert_head (EntProject *project, const char *today, EntId mandate)
{
  EntMandate *head = ent_organisation_get_head (project, PARTNER, day (today));

  g_assert_cmpint (head ? ent_record_get_id (ENT_RECORD (head)) : ENT_ID_NONE, ==, mandate);
}

static void
test_head (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *old, *present, *acting;

  assert_head (project, "2026-11-22", ENT_ID_NONE);
  add_mandate (project, 43, ORGAN, "Maire, président du Comité");
  assert_head (project, "2026-11-22", 43);

  old = add_mandate (project, 40, PARTNER, "Mayor");
  set (project, old, "until", "2023");
  present = add_mandate (project, 41, PARTNER, "Mayor");
  set (project, present, "since", "2024");
  add_mandate (project, 42, PARTNER, "Deputy Mayor");
  assert_head (project, "2023-12-31", 40);
  assert_head (project, "2024-01-01", 41);

  set (project, present, "standing", "suspended");
  acting = add_mandate (project, 44, PARTNER, "Mayor");
  set (project, acting, "standing", "acting");
  set (project, acting, "since", "2026-06");
  assert_head (project, "2026-11-22", 44);
}

/* Everything that took place with one or the other, once, without what a visit holds inside. */
static void
test_list (void)
{
  g_autoptr (EntProject) project = create_project ();
  g_autoptr (GPtrArray) partners = g_ptr_array_new ();
  g_autoptr (GArray) contacts = NULL;
  EntRecord *part;

  add_event (project, 10, "2024-05-02", "held", PARTNER);
  part = add_event (project, 11, "2024-05-03", "held", PARTNER);
  tie (project, part, "parent", 10);
  add_event (project, 12, "2025", "held", ORGAN);
  add_event (project, 13, "2024", "planned", PARTNER);
  add_event (project, 14, "2027", "held", PARTNER);
  g_ptr_array_add (partners, ent_project_get (project, ORGAN));
  g_ptr_array_add (partners, ent_project_get (project, PARTNER));

  contacts = ent_partners_list_contacts (project, partners, day ("2026-11-22"));
  g_assert_cmpuint (contacts->len, ==, 2);
  g_assert_cmpint (ent_record_get_id (g_array_index (contacts, EntStoryEntry, 0).record), ==, 12);
  g_assert_cmpint (ent_record_get_id (g_array_index (contacts, EntStoryEntry, 1).record), ==, 10);
}

static void
test_ambassador (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *mandate = add_mandate (project, 45, PARTNER, "Ambassadrice de Serbie");

  tie (project, mandate, "person", PERSON);
  g_assert_false (ent_person_is_ambassador (project, PERSON, day ("2026-11-22")));
  set (project, ent_project_get (project, PARTNER), "kind", "embassy");
  g_assert_true (ent_person_is_ambassador (project, PERSON, day ("2026-11-22")));
  set (project, mandate, "until", "2025");
  g_assert_false (ent_person_is_ambassador (project, PERSON, day ("2026-11-22")));
  set (project, mandate, "until", NULL);
  set (project, mandate, "function", "Consul");
  g_assert_false (ent_person_is_ambassador (project, PERSON, day ("2026-11-22")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/contacts/none", test_none);
  g_test_add_func ("/rules/contacts/last-and-next", test_last_and_next);
  g_test_add_func ("/rules/contacts/counts", test_counts);
  g_test_add_func ("/rules/contacts/story", test_story);
  g_test_add_func ("/rules/contacts/related", test_related);
  g_test_add_func ("/rules/contacts/head", test_head);
  g_test_add_func ("/rules/contacts/list", test_list);
  g_test_add_func ("/rules/contacts/ambassador", test_ambassador);
  return g_test_run ();
}
