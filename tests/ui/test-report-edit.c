/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the officer does to a report of the sample: composing, ordering, leaving out, telling what
 * was missing; each one step that can be undone. Needs no display. */

#include "paper/ent-annual-report.h"
#include "sample-copy.h"
#include "ui/views/reports/ent-report-edit.h"
#include "ui/views/reports/ent-report-issue.h"

#define TODAY "2026-11-22"

static char *folder;

static int
day_of (const char *text)
{
  int day;

  g_assert_true (ent_day_parse_iso (text, &day));
  return day;
}

static EntSession *
open_session (void)
{
  g_autoptr (EntProjectFile) file = open_sample_file (folder, "project.entente");
  EntSession *session = ent_session_new (file);

  ent_session_set_today (session, day_of (TODAY));
  return session;
}

static void
close_session (EntSession *session)
{
  g_autoptr (GError) error = NULL;

  ent_project_file_close (ent_session_get_file (session), &error);
  g_assert_no_error (error);
}

static char *
dup_paper (EntSession *session, int year, const char *lang)
{
  g_autoptr (EntPaper) paper = ent_annual_report_build (ent_session_get_project (session), year,
                                                        lang, ent_session_get_today (session));

  return ent_paper_dup_text (paper);
}

static EntSection *
get_section (EntSession *session, EntId id)
{
  return ENT_SECTION (ent_project_get (ent_session_get_project (session), id));
}

static EntSection *
find_part (EntSession *session, EntSection *report, const char *title)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GPtrArray) parts = ent_report_list_parts (project, report);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *heading = ent_record_dup_title (g_ptr_array_index (parts, i), project, "fr");

      if (g_str_equal (heading, title))
        return g_ptr_array_index (parts, i);
    }

  return NULL;
}

static void
undo (EntSession *session)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_store_undo (ent_session_get_store (session), &error));
  g_assert_no_error (error);
}

static EntId
compose (EntSession *session, int year)
{
  EntReportScope scope = ent_report_scope_of_year (ENT_ID_NONE, year);
  EntId id = ent_report_edit_compose (session, &scope);

  g_assert_cmpint (id, !=, ENT_ID_NONE);
  return id;
}

/* Writing the sections down changes no word of the report, in either language. */
static void
test_compose (void)
{
  static const char *const langs[] = { "fr", "en" };
  g_autoptr (EntSession) session = open_session ();
  char *before[G_N_ELEMENTS (langs)];
  guint n_sections = ent_project_count (ent_session_get_project (session), &ent_section_table);

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    before[i] = dup_paper (session, 2025, langs[i]);
  compose (session, 2025);
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *after = dup_paper (session, 2025, langs[i]);

      g_assert_cmpstr (before[i], ==, after);
      g_free (before[i]);
    }

  undo (session);
  g_assert_cmpuint (ent_project_count (ent_session_get_project (session), &ent_section_table), ==,
                    n_sections);
  close_session (session);
}

/* A composed report is not composed twice. */
static void
test_compose_again (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntId id = compose (session, 2025);
  gint64 entry = ent_store_get_last_entry (ent_session_get_store (session));

  g_assert_cmpint (compose (session, 2025), ==, id);
  g_assert_cmpint (ent_store_get_last_entry (ent_session_get_store (session)), ==, entry);
  close_session (session);
}

static void
assert_order (EntSession *session, EntSection *report, const char *first, const char *second)
{
  g_autoptr (GPtrArray) parts = ent_report_list_parts (ent_session_get_project (session), report);
  guint a, b;

  g_assert_true (g_ptr_array_find (parts, find_part (session, report, first), &a));
  g_assert_true (g_ptr_array_find (parts, find_part (session, report, second), &b));
  g_assert_cmpuint (a, <, b);
}

/* Down and up again is where it was; at the end of a section an entry goes to the next. */
static void
test_step (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntSection *report = get_section (session, compose (session, 2024));
  EntSection *bandung = find_part (session, report, "Ville de Bandung");
  EntSection *pristina = find_part (session, report, "Ville de Pristina");
  EntId home = pristina->parent;

  g_assert_true (ent_report_edit_step (session, bandung, 1));
  assert_order (session, report, "Ville de Bourg-en-Bresse", "Ville de Bandung");
  g_assert_true (ent_report_edit_step (session, bandung, -1));
  assert_order (session, report, "Ville de Bandung", "Ville de Bourg-en-Bresse");
  g_assert_false (ent_report_edit_step (session, bandung, -1));

  g_assert_true (ent_report_edit_step (session, pristina, 1));
  g_assert_cmpint (
      pristina->parent, ==,
      ent_record_get_id (ENT_RECORD (find_part (session, report, "Réseaux internationaux"))));
  assert_order (session, report, "Ville de Pristina", "Assemblée générale de l’AIMF à Lausanne");
  g_assert_true (ent_report_edit_step (session, pristina, -1));
  g_assert_cmpint (pristina->parent, ==, home);
  assert_order (session, report, "Ville de Québec", "Ville de Pristina");
  close_session (session);
}

/* Every place an entry can be put is where it then stands, and no other entry leaves its order. */
static void
test_place (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntProject *project = ent_session_get_project (session);
  EntSection *report = get_section (session, compose (session, 2024));
  EntSection *moved = find_part (session, report, "Ville de Hué");
  g_autoptr (GPtrArray)
      before = ent_project_get_children (project, moved->parent, &ent_section_table, "parent");

  g_ptr_array_remove (before, moved);
  for (guint i = 0; i <= before->len; i++)
    {
      EntSection *next = i < before->len ? g_ptr_array_index (before, i) : NULL;
      g_autoptr (GPtrArray) after = NULL;
      guint index;

      g_assert_true (ent_report_edit_place (session, moved, moved->parent, next));
      after = ent_project_get_children (project, moved->parent, &ent_section_table, "parent");
      g_assert_true (g_ptr_array_find (after, moved, &index));
      g_assert_cmpuint (index, ==, i);
      g_ptr_array_remove (after, moved);
      for (guint j = 0; j < before->len; j++)
        g_assert_true (g_ptr_array_index (after, j) == g_ptr_array_index (before, j));
    }
  close_session (session);
}

/* What an entry no longer tells is missing, and comes back where it was told. */
static void
test_tell (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntProject *project = ent_session_get_project (session);
  EntSection *report = get_section (session, compose (session, 2024));
  EntSection *entry = find_part (session, report, "Ville de Bandung");
  EntId section = entry->parent;
  g_autoptr (GPtrArray) none = ent_report_find_missing (project, report);
  g_autoptr (GPtrArray) missing = NULL;
  EntRecord *lost = NULL;
  EntId told;

  for (guint i = 0; i < none->len; i++)
    g_test_message ("missing in the sample: %s",
                    ent_record_dup_title (g_ptr_array_index (none, i), project, "fr"));
  g_assert_true (ent_store_delete (ent_session_get_store (session),
                                   ent_record_get_id (ENT_RECORD (entry)), NULL, NULL));
  missing = ent_report_find_missing (project, report);
  g_assert_cmpuint (missing->len, ==, none->len + 1);
  for (guint i = 0; i < missing->len; i++)
    if (!g_ptr_array_find (none, g_ptr_array_index (missing, i), NULL))
      lost = g_ptr_array_index (missing, i);
  told = ent_report_edit_tell (session, report, lost);
  g_assert_cmpint (get_section (session, told)->parent, ==, section);
  g_ptr_array_unref (g_steal_pointer (&missing));
  missing = ent_report_find_missing (project, report);
  g_assert_cmpuint (missing->len, ==, none->len);
  close_session (session);
}

static void
test_left_out (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntSection *report = get_section (session, compose (session, 2024));
  g_autofree char *before = dup_paper (session, 2024, "fr");
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "renouvellement du MoU"));
  g_assert_true (
      ent_report_edit_set_omitted (session, find_part (session, report, "Ville de Bandung"), TRUE));
  without = dup_paper (session, 2024, "fr");
  g_assert_null (strstr (without, "renouvellement du MoU"));
  undo (session);
  after = dup_paper (session, 2024, "fr");
  g_assert_cmpstr (before, ==, after);
  close_session (session);
}

/* What was issued stays; a fact corrected later stands below it, and nowhere else. */
static void
test_issue (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntProject *project = ent_session_get_project (session);
  EntSection *report = get_section (session, compose (session, 2024));
  g_autofree char *before = dup_paper (session, 2024, "fr");
  g_autofree char *issued = NULL;
  g_autofree char *corrected = NULL;
  g_autofree char *start = NULL;
  g_autoptr (GError) error = NULL;
  EntRecord *event = ent_project_find (project, &ent_event_table, "Masterclass de cuivres", &error);

  g_assert_no_error (error);
  g_assert_true (ent_report_issue (session, report));
  issued = dup_paper (session, 2024, "fr");
  g_assert_cmpstr (before, ==, issued);

  g_assert_true (ent_store_set_field (ent_session_get_store (session), ent_record_get_id (event),
                                      ent_table_find_column (&ent_event_table, "title"),
                                      "Masterclass de cuivres et de percussions", &error));
  g_assert_no_error (error);
  corrected = dup_paper (session, 2024, "fr");
  g_assert_true (g_str_has_prefix (corrected, before));
  start = g_strdup (corrected + strlen (before));
  g_assert_nonnull (strstr (start, "percussions"));

  g_assert_true (ent_report_reopen (session, report));
  g_free (corrected);
  corrected = dup_paper (session, 2024, "fr");
  g_assert_false (g_str_has_prefix (corrected, before));
  g_assert_nonnull (strstr (corrected, "percussions"));
  close_session (session);
}

/* The next report has the headings of this one, and tells all that is recorded of its year. */
static void
test_next (void)
{
  g_autoptr (EntSession) session = open_session ();
  EntProject *project = ent_session_get_project (session);
  EntSection *report = get_section (session, compose (session, 2024));
  EntId id = ent_report_begin_next (session, report);
  EntSection *next = get_section (session, id);
  g_autoptr (GPtrArray) missing = ent_report_find_missing (project, next);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (next), project, "fr");

  g_assert_cmpstr (ent_date_get_text (next->period), ==, "2025");
  g_assert_cmpstr (next->state, ==, "draft");
  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_nonnull (find_part (session, next, "Ententes intermunicipales"));
  g_assert_nonnull (find_part (session, next, "Ville de Québec"));
  g_assert_null (find_part (session, next, "Ville de Bandung"));
  g_assert_cmpint (ent_report_begin_next (session, report), ==, id);
  close_session (session);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);

  g_test_add_func ("/report-edit/compose", test_compose);
  g_test_add_func ("/report-edit/compose-again", test_compose_again);
  g_test_add_func ("/report-edit/step", test_step);
  g_test_add_func ("/report-edit/place", test_place);
  g_test_add_func ("/report-edit/tell", test_tell);
  g_test_add_func ("/report-edit/left-out", test_left_out);

  g_test_add_func ("/report-edit/issue", test_issue);
  g_test_add_func ("/report-edit/next", test_next);
  status = g_test_run ();
  remove_folder (folder);

  return status;
}
