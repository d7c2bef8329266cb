/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-saved-lists.h"

#define TODAY "2026-11-22"

static EntRecord *
add (EntProject *project, const EntTable *table, EntId id, ...)
{
  g_autoptr (EntRecord) record = ent_record_new (table, id);
  va_list args;

  va_start (args, id);
  for (const char *name = va_arg (args, const char *); name; name = va_arg (args, const char *))
    {
      const EntColumn *column = ent_table_find_column (table, name);
      const char *value = va_arg (args, const char *);

      if (column->kind == ENT_KIND_REFERENCE)
        ent_record_set_integer (record, column, g_ascii_strtoll (value, NULL, 10));
      else
        ent_record_set_string (record, column, value);
    }
  va_end (args);
  ent_project_add (project, record);

  return ent_project_get (project, id);
}

/* The records of a list, as "3 1 2". */
static char *
list (EntProject *project, EntSavedList which)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  int today;

  g_assert_true (ent_day_parse_iso (TODAY, &today));
  lines = ent_saved_list_get (project, which, today);
  for (guint i = 0; i < lines->len; i++)
    {
      const EntSavedLine *line = g_ptr_array_index (lines, i);

      g_assert_false (line->finding && line->due);
      g_string_append_printf (ids, "%s%d", i ? " " : "", (int) ent_record_get_id (line->record));
    }

  return g_string_free_and_steal (g_steal_pointer (&ids));
}

#define assert_list(project, which, expected)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ids = list (project, which);                                                  \
                                                                                                   \
    g_assert_cmpstr (ids, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_empty (void)
{
  g_autoptr (EntProject) project = ent_project_new ();

  for (guint i = 0; i < ENT_N_SAVED_LISTS; i++)
    assert_list (project, i, "");
}

/* Newest first, what has no date last. */
static void
test_outcomes (void)
{
  g_autoptr (EntProject) project = ent_project_new ();

  add (project, &ent_outcome_table, 1, "kind", "honour", "granted", "2023", NULL);
  add (project, &ent_outcome_table, 2, "kind", "honour", NULL);
  add (project, &ent_outcome_table, 3, "kind", "honour", "granted", "2024-05-02", NULL);
  add (project, &ent_outcome_table, 4, "kind", "gift", "delivered", "2024", NULL);
  add (project, &ent_outcome_table, 5, "kind", "donation", NULL);
  add (project, &ent_outcome_table, 6, "kind", "work", NULL);

  assert_list (project, ENT_SAVED_HONOURS, "3 1 2");
  assert_list (project, ENT_SAVED_GIFTS, "4 5");
}

/* What is open, also when it was put off or its day is far; the nearest first. */
static void
test_follow_ups (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autofree char *key = ent_due_dup_remind_key (3);

  add (project, &ent_outcome_table, 1, "kind", "promise", "state", "open", NULL);
  add (project, &ent_outcome_table, 2, "kind", "follow_up", "state", "open", "due", "2029", NULL);
  add (project, &ent_outcome_table, 3, "kind", "action", "state", "in_progress", "due", "2026",
       NULL);
  add (project, &ent_outcome_table, 4, "kind", "action", "state", "done", NULL);
  ent_project_set_setting (project, key, "2027-01-01");

  assert_list (project, ENT_SAVED_FOLLOW_UPS, "3 2 1");
}

static void
test_press (void)
{
  g_autoptr (EntProject) project = ent_project_new ();

  add (project, &ent_document_table, 1, "kind", "press", "url", "https://example.org/1", NULL);
  add (project, &ent_document_table, 2, "kind", "web", "url", "https://example.org/2", "date",
       "2024", NULL);
  add (project, &ent_document_table, 3, "kind", "web", "url", "https://example.org/3", NULL);
  add (project, &ent_attachment_table, 4, "document", "2", "role", "press", NULL);

  assert_list (project, ENT_SAVED_PRESS, "2 1");
}

/* Others' agreements, once the project says whose it is. */
static void
test_followed (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autofree char *home = ent_id_to_string (7);

  add (project, &ent_agreement_table, 1, NULL);
  add (project, &ent_agreement_table, 2, NULL);
  add (project, &ent_agreement_table, 3, NULL);
  add (project, &ent_organisation_table, 7, NULL);
  add (project, &ent_party_table, 8, "agreement", "1", "organisation", "7", NULL);
  add (project, &ent_party_table, 9, "agreement", "2", "organisation", "7", "tier", "facilitator",
       NULL);
  assert_list (project, ENT_SAVED_FOLLOWED, "");

  ent_project_set_setting (project, ENT_SETTING_HOME, home);
  assert_list (project, ENT_SAVED_FOLLOWED, "2 3");
}

/* What comes with the day stands in one list, what is missing in the other. */
static void
test_day (void)
{
  g_autoptr (EntProject) project = ent_project_new ();

  add (project, &ent_event_table, 1, "kind", "mission", "state", "planned", "when", "2025", NULL);
  add (project, &ent_event_table, 2, "kind", "mission", "state", "held", "when", "2025", NULL);
  add (project, &ent_project_record_table, 3, "state", "planned", "since", "2025", NULL);

  assert_list (project, ENT_SAVED_DID_IT_HAPPEN, "1 3");
  assert_list (project, ENT_SAVED_TO_COMPLETE, "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-lists/empty", test_empty);
  g_test_add_func ("/saved-lists/outcomes", test_outcomes);
  g_test_add_func ("/saved-lists/follow-ups", test_follow_ups);
  g_test_add_func ("/saved-lists/press", test_press);
  g_test_add_func ("/saved-lists/followed", test_followed);
  g_test_add_func ("/saved-lists/day", test_day);

  return g_test_run ();
}
