/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"
#include "model/ent-page.h"
#include "model/ent-types.h"

static EntRecord *
add (EntProject *project, const EntTable *table, EntId id, const char *first, ...)
{
  EntRecord *record = ent_record_new (table, id);
  va_list arguments;

  va_start (arguments, first);
  for (const char *name = first; name; name = va_arg (arguments, const char *))
    {
      const EntColumn *column = ent_table_find_column (table, name);

      g_assert_nonnull (column);
      if (column->kind == ENT_KIND_REFERENCE)
        ent_record_set_integer (record, column, va_arg (arguments, int));
      else if (column->kind == ENT_KIND_REAL)
        ent_record_set_real (record, column, va_arg (arguments, double));
      else
        ent_record_set_string (record, column, va_arg (arguments, const char *));
    }
  va_end (arguments);
  ent_project_add (project, record);
  g_object_unref (record);

  return record;
}

/* An agreement (1) with two parties, a theme (10) with a commitment (11), a signing (20) at an
 * event (30) with a slot (31), and a signatory (21). */
static EntProject *
create_project (void)
{
  EntProject *project = ent_project_new ();

  add (project, &ent_organisation_table, 2, "name", "Namur", NULL);
  add (project, &ent_organisation_table, 3, "name", "Hué", NULL);
  add (project, &ent_person_table, 4, "shown_name", "Maxime Prévot", NULL);
  add (project, &ent_agreement_table, 1, "kind", "protocol", "title", "Protocole", NULL);
  add (project, &ent_party_table, 6, "agreement", 1, "organisation", 2, "position", 2.0, NULL);
  add (project, &ent_party_table, 5, "agreement", 1, "organisation", 3, "position", 1.0, NULL);
  add (project, &ent_provision_table, 10, "agreement", 1, "kind", "theme", NULL);
  add (project, &ent_provision_table, 11, "agreement", 1, "parent", 10, "kind", "commitment", NULL);
  add (project, &ent_event_table, 30, "kind", "conference", "title", "Congrès", NULL);
  add (project, &ent_event_table, 31, "kind", "slot", "title", "Accueil", "parent", 30, NULL);
  add (project, &ent_event_table, 32, "kind", "meeting", "title", "En marge", "parent", 30, NULL);
  add (project, &ent_signing_table, 20, "agreement", 1, "event", 30, NULL);
  add (project, &ent_signatory_table, 21, "signing", 20, "party", 5, "person", 4, NULL);

  return project;
}

static void
assert_closure (EntProject *project, EntId id, const EntId *doomed_ids, guint n_cleared)
{
  g_autoptr (GPtrArray) doomed = NULL;
  g_autoptr (GArray) cleared = NULL;
  guint n_doomed = 0;

  ent_project_get_closure (project, id, &doomed, &cleared);
  while (doomed_ids[n_doomed])
    n_doomed++;
  g_assert_cmpuint (doomed->len, ==, n_doomed);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (doomed, 0)), ==, id);
  for (guint i = 0; i < n_doomed; i++)
    g_assert_true (g_ptr_array_find (doomed, ent_project_get (project, doomed_ids[i]), NULL));
  g_assert_cmpuint (cleared->len, ==, n_cleared);
}

static void
test_children (void)
{
  g_autoptr (EntProject) project = create_project ();
  g_autoptr (GPtrArray)
      parties = ent_project_get_children (project, 1, &ent_party_table, "agreement");
  g_autoptr (GPtrArray) all = ent_project_get_children (project, 1, NULL, NULL);

  g_assert_cmpuint (parties->len, ==, 2);
  g_assert_cmpint (ent_record_get_id (g_ptr_array_index (parties, 0)), ==, 5);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_false (ent_project_has_children (project, 31));
}

static void
test_closure (void)
{
  g_autoptr (EntProject) project = create_project ();

  assert_closure (project, 1, (EntId[]) { 1, 5, 6, 10, 11, 20, 21, 0 }, 0);
  assert_closure (project, 3, (EntId[]) { 3, 5, 0 }, 1);
  assert_closure (project, 10, (EntId[]) { 10, 11, 0 }, 0);
  assert_closure (project, 30, (EntId[]) { 30, 31, 0 }, 2);
  assert_closure (project, 4, (EntId[]) { 4, 21, 0 }, 0);
}

static void
test_update (void)
{
  g_autoptr (EntProject) project = create_project ();
  EntRecord *party = ent_project_get (project, 5);
  guint n_referrers;

  ent_project_begin_update (project, party);
  ent_record_set_integer (party, ent_table_find_column (&ent_party_table, "organisation"), 2);
  ent_project_end_update (project, party);

  ent_project_get_referrers (project, 3, &n_referrers);
  g_assert_cmpuint (n_referrers, ==, 0);
  ent_project_get_referrers (project, 2, &n_referrers);
  g_assert_cmpuint (n_referrers, ==, 2);

  ent_project_remove (project, 5);
  g_assert_null (ent_project_get (project, 5));
  g_assert_cmpuint (ent_project_count (project, &ent_party_table), ==, 1);
}

static void
changed_cb (EntProject *project, GArray *ids, gpointer user_data)
{
  EntRecord *gone = ent_project_get_gone (project, g_array_index (ids, EntId, 0));

  g_assert_cmpint (ENT_PARTY (gone)->agreement, ==, 1);
  *(gboolean *) user_data = TRUE;
}

/* What is gone still says on what it hung, as long as it is told. */
static void
test_gone (void)
{
  g_autoptr (EntProject) project = create_project ();
  const EntId gone = 5;
  gboolean told = FALSE;

  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &told);
  g_assert_null (ent_project_get_gone (project, gone));
  ent_project_remove (project, gone);
  ent_project_emit_changed (project, &gone, 1);
  g_assert_true (told);
  g_assert_null (ent_project_get_gone (project, gone));
}

static void
test_find (void)
{
  g_autoptr (EntProject) project = create_project ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      ent_record_get_id (ent_project_find (project, &ent_organisation_table, "Hué", &error)), ==,
      3);
  g_assert_null (ent_project_find (project, &ent_organisation_table, "Huế", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  add (project, &ent_organisation_table, 40, "name", "Namur", NULL);
  g_assert_null (ent_project_find (project, &ent_organisation_table, "Namur", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS);
}

static void
count_call (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_settings (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  guint n_calls = 0;

  g_assert_cmpstr (ent_project_get_lang (project), ==, "fr");
  g_assert_cmpint (ent_project_get_home (project), ==, ENT_ID_NONE);
  g_signal_connect_swapped (project, "settings-changed", G_CALLBACK (count_call), &n_calls);
  ent_project_set_setting (project, ENT_SETTING_LANG, "en");
  ent_project_set_setting (project, ENT_SETTING_LANG, "en");
  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_cmpstr (ent_project_get_lang (project), ==, "en");
}

static void
assert_page (EntProject *project, EntId id, EntId page)
{
  EntRecord *found = ent_record_find_page (ent_project_get (project, id), project);

  g_assert_cmpint (found ? ent_record_get_id (found) : ENT_ID_NONE, ==, page);
}

static void
test_page (void)
{
  g_autoptr (EntProject) project = create_project ();

  add (project, &ent_place_table, 40, "name", "Namur", NULL);
  add (project, &ent_place_table, 41, "name", "Nowhere", NULL);
  add (project, &ent_event_table, 33, "kind", "meeting", "title", "À Namur", "place", 40, NULL);
  add (project, &ent_note_table, 50, "text", "Rappeler", NULL);
  add (project, &ent_note_table, 51, "text", "Rappeler", "record", 21, NULL);

  assert_page (project, 1, 1);
  assert_page (project, 31, 31);
  assert_page (project, 11, 1);
  assert_page (project, 21, 1);
  assert_page (project, 40, 33);
  assert_page (project, 41, ENT_ID_NONE);
  assert_page (project, 50, 50);
  assert_page (project, 51, 1);

  /* An outcome hangs on its event, else stands where it is linked to. */
  add (project, &ent_outcome_table, 60, "kind", "promise", NULL);
  assert_page (project, 60, ENT_ID_NONE);
  add (project, &ent_link_table, 61, "source", 60, "target", 20, NULL);
  assert_page (project, 60, 1);
  add (project, &ent_outcome_table, 62, "kind", "promise", "event", 30, NULL);
  assert_page (project, 62, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/project/children", test_children);
  g_test_add_func ("/model/project/closure", test_closure);
  g_test_add_func ("/model/project/update", test_update);
  g_test_add_func ("/model/project/gone", test_gone);
  g_test_add_func ("/model/project/find", test_find);
  g_test_add_func ("/model/project/settings", test_settings);
  g_test_add_func ("/model/project/page", test_page);

  return g_test_run ();
}
