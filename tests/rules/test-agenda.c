/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-agenda.h"
#include "rules-test.h"

static EntEvent *
add_event (EntProject *project, EntId id, const char *when, const char *state, EntId place)
{
  EntRecord *event = add (project, &ent_event_table, id);

  set (project, event, "when", when);
  set (project, event, "state", state);
  if (place)
    tie (project, event, "place", place);

  return ENT_EVENT (event);
}

static EntRecord *
add_participation (EntProject *project, EntId id, EntId event, EntId person, const char *role)
{
  EntRecord *participation = add (project, &ent_participation_table, id);

  tie (project, participation, "record", event);
  if (person)
    tie (project, participation, "person", person);
  set (project, participation, "role", role);

  return participation;
}

static void
test_order (void)
{
  /* As they are to stand on 22 November 2026. */
  static const struct
  {
    const char *when, *state;
    EntAgendaPart part;
  } events[] = {
    { "2026-11", "planned", ENT_AGENDA_AHEAD },
    { "2026-11-20/2026-11-23", "held", ENT_AGENDA_AHEAD },
    { "2026-11-22", "planned", ENT_AGENDA_AHEAD },
    { "2026-12-02", "confirmed", ENT_AGENDA_AHEAD },
    { "2026", "planned", ENT_AGENDA_AHEAD },
    { "2027-01-05", "planned", ENT_AGENDA_AHEAD },
    { "2026-11-21", "held", ENT_AGENDA_RECENT },
    { "2026-09-23", "held", ENT_AGENDA_RECENT },
    { "2026-09-22", "held", ENT_AGENDA_EARLIER },
    { "2026-02-01", "held", ENT_AGENDA_EARLIER },
    { "2026", "held", ENT_AGENDA_EARLIER },
    { "2024-12-03", "held", ENT_AGENDA_EARLIER },
    { "2024-05", "held", ENT_AGENDA_EARLIER },
    { "2024", "planned", ENT_AGENDA_EARLIER },
    { NULL, "held", ENT_AGENDA_UNDATED },
  };
  g_autoptr (EntProject) project = ent_project_new ();
  EntAgendaPosition before = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      EntEvent *event = add_event (project, 100 + i, events[i].when, events[i].state, 0);
      EntAgendaPosition position = ent_agenda_get_position (event, day ("2026-11-22"));

      g_assert_cmpint (position.part, ==, events[i].part);
      if (i > 0)
        g_assert_cmpint (ent_agenda_compare (&before, &position), <, 0);
      before = position;
    }
}

static void
test_sections (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  int today = day ("2026-11-22");
  EntAgendaPosition spring = ent_agenda_get_position (
      add_event (project, 1, "2024-03-20", "held", 0), today);
  EntAgendaPosition autumn = ent_agenda_get_position (add_event (project, 2, "2024-10", "held", 0),
                                                      today);
  EntAgendaPosition year = ent_agenda_get_position (add_event (project, 3, "2024", "held", 0),
                                                    today);
  EntAgendaPosition december = ent_agenda_get_position (
      add_event (project, 4, "2026-12-02", "planned", 0), today);
  EntAgendaPosition january = ent_agenda_get_position (
      add_event (project, 5, "2027-01-02", "planned", 0), today);

  g_assert_cmpint (ent_agenda_compare_sections (&spring, &autumn), ==, 0);
  g_assert_cmpint (ent_agenda_compare_sections (&spring, &year), <, 0);
  g_assert_cmpint (ent_agenda_compare_sections (&december, &january), <, 0);
  g_assert_true (year.year_only);
  g_assert_cmpint (year.year, ==, 2024);
}

static void
test_listed (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntEvent *visit = add_event (project, 1, "2024-07-19/2024-07-21", "held", 0);
  EntEvent *slot = add_event (project, 2, "2024-07-19", "held", 0);

  tie (project, ENT_RECORD (slot), "parent", 1);
  g_assert_true (ent_agenda_lists (project, visit));
  g_assert_false (ent_agenda_lists (project, slot));
}

static void
test_slots (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  static const char *const starts[] = { "14:00", "09:30", NULL };
  g_autoptr (GPtrArray) slots = NULL;

  add_event (project, 1, "2024-07-19", "held", 0);
  for (EntId i = 0; i < 3; i++)
    {
      EntEvent *slot = add_event (project, 2 + i, "2024-07-19", "held", 0);

      set (project, ENT_RECORD (slot), "start", starts[i]);
      tie (project, ENT_RECORD (slot), "parent", 1);
    }
  slots = ent_project_get_children (project, 1, &ent_event_table, "parent");
  g_assert_cmpint (ent_record_get_id (slots->pdata[0]), ==, 4);
  g_assert_cmpint (ent_record_get_id (slots->pdata[1]), ==, 3);
  g_assert_cmpint (ent_record_get_id (slots->pdata[2]), ==, 2);
}

static void
test_sentence (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_auto (EntEventSentence) sentence = { 0 };
  g_auto (EntEventSentence) out = { 0 };
  g_autofree char *home = NULL;
  EntEvent *event;
  EntRecord *participation;

  add (project, &ent_place_table, 10);
  add (project, &ent_person_table, 20);
  for (EntId id = 30; id <= 33; id++)
    add (project, &ent_organisation_table, id);
  tie (project, ent_project_get (project, 31), "parent", 30);
  home = ent_id_to_string (30);
  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  g_assert_cmpint (ent_project_get_home (project), ==, 30);

  event = add_event (project, 1, "2024-07-19/2024-07-21", "held", 10);
  participation = add_participation (project, 40, 1, 20, "head");
  tie (project, participation, "organisation", 32);
  participation = add_participation (project, 41, 1, 0, "host");
  tie (project, participation, "organisation", 30);
  participation = add_participation (project, 42, 1, 0, "co_organiser");
  tie (project, participation, "organisation", 33);

  ent_event_sentence_init (&sentence, project, event);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (sentence.head)), ==, 20);
  g_assert_cmpuint (sentence.partners->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (sentence.partners->pdata[0]), ==, 32);
  g_assert_cmpint (ent_record_get_id (ENT_RECORD (sentence.place)), ==, 10);

  /* Our own services are no partners; who receives us is. */
  event = add_event (project, 2, "2024", "held", 0);
  set (project, ENT_RECORD (event), "direction", "out");
  participation = add_participation (project, 43, 2, 0, "participant");
  tie (project, participation, "organisation", 31);
  participation = add_participation (project, 44, 2, 0, "host");
  tie (project, participation, "organisation", 33);
  ent_event_sentence_init (&out, project, event);
  g_assert_null (out.head);
  g_assert_cmpuint (out.partners->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (out.partners->pdata[0]), ==, 33);
}

static void
assert_clashes (EntProject *project, EntEvent *event, guint n_clashes)
{
  g_autoptr (GArray) clashes = ent_agenda_get_clashes (project, event);

  g_assert_cmpuint (clashes->len, ==, n_clashes);
}

/* Places 10 Namur with 11 Citadelle in it, 12 Paris; person 20. */
static void
test_clash (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntEvent *namur, *paris, *citadel;
  EntRecord *reply;

  for (EntId id = 10; id <= 12; id++)
    add (project, &ent_place_table, id);
  tie (project, ent_project_get (project, 11), "parent", 10);
  add (project, &ent_person_table, 20);

  namur = add_event (project, 1, "2024-07-19/2024-07-21", "held", 10);
  paris = add_event (project, 2, "2024-07-20", "planned", 12);
  citadel = add_event (project, 3, "2024-07-20", "held", 11);
  add_participation (project, 30, 1, 20, "host");
  reply = add_participation (project, 31, 2, 20, "participant");
  add_participation (project, 32, 3, 20, "host");

  assert_clashes (project, namur, 1);
  assert_clashes (project, paris, 2);
  assert_clashes (project, citadel, 1);

  set (project, reply, "reply", "declined");
  assert_clashes (project, paris, 0);
  set (project, reply, "reply", NULL);
  set (project, ENT_RECORD (paris), "state", "cancelled");
  assert_clashes (project, namur, 0);
  set (project, ENT_RECORD (paris), "state", "planned");
  set (project, ENT_RECORD (paris), "when", "2024-07");
  assert_clashes (project, namur, 0);
}

static void
test_one_after_the_other (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  EntEvent *morning, *evening;

  add (project, &ent_place_table, 10);
  add (project, &ent_place_table, 11);
  add (project, &ent_person_table, 20);
  morning = add_event (project, 1, "2024-07-20", "held", 10);
  evening = add_event (project, 2, "2024-07-20", "held", 11);
  add_participation (project, 30, 1, 20, "host");
  add_participation (project, 31, 2, 20, "host");
  set (project, ENT_RECORD (morning), "end", "12:00");
  set (project, ENT_RECORD (evening), "start", "11:00");
  assert_clashes (project, morning, 1);
  set (project, ENT_RECORD (evening), "start", "18:00");
  assert_clashes (project, morning, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/agenda/order", test_order);
  g_test_add_func ("/rules/agenda/sections", test_sections);
  g_test_add_func ("/rules/agenda/listed", test_listed);
  g_test_add_func ("/rules/agenda/slots", test_slots);
  g_test_add_func ("/rules/agenda/sentence", test_sentence);
  g_test_add_func ("/rules/agenda/clash", test_clash);
  g_test_add_func ("/rules/agenda/one-after-the-other", test_one_after_the_other);
  return g_test_run ();
}
