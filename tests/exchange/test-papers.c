/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-words.h"
#include "exchange/ent-papers.h"

/* A paper has one way to be made, and a form of it is found by its ending. */
static void
test_lines (void)
{
  guint n_papers;
  const EntPaperKind *papers = ent_papers_get (&n_papers);

  g_assert_cmpuint (n_papers, >, 1);
  for (guint i = 0; i < n_papers; i++)
    {
      const EntPaperKind *kind = &papers[i];
      const char *ending = ent_papers_get_ending (kind);
      g_autoptr (EntRecord) record = kind->table ? ent_record_new (kind->table, 1) : NULL;

      g_assert_true ((kind->build != NULL) != (kind->make != NULL));
      g_assert_true ((kind->make != NULL) == (kind->ending != NULL));
      g_assert_cmpint (*ending, ==, '.');
      g_assert_true (ent_papers_find_of (kind->name, record, ending) == kind);
      if (kind->title)
        g_assert_cmpstr (ent_words ("fr", kind->title), !=, kind->title);
    }
}

static void
test_find (void)
{
  g_autofree char *endings = ent_papers_dup_endings ("agreement");

  g_assert_nonnull (ent_papers_find ("agreement", TRUE, NULL));
  g_assert_nonnull (ent_papers_find ("agreement", TRUE, ".PDF"));
  g_assert_null (ent_papers_find ("agreement", TRUE, ".csv"));
  g_assert_null (ent_papers_find ("agreement", TRUE, ""));
  g_assert_null (ent_papers_find ("agreement", FALSE, NULL));
  g_assert_null (ent_papers_find ("treaty", TRUE, NULL));
  g_assert_true (g_str_has_prefix (endings, ".pdf"));
}

/* The menu of a record has the papers of its type alone, and its file is named after it. */
static void
test_menu (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntRecord) agreement = ent_record_new (&ent_agreement_table, 1);
  g_autoptr (EntRecord) copy = ent_record_new (&ent_copy_table, 2);
  EntPaperOrder order = { .project = project, .record = agreement, .lang = "fr" };
  const EntPaperKind *sheet = ent_papers_find ("agreement", TRUE, NULL);
  const EntPaperKind *report = ent_papers_find ("annual-report", FALSE, NULL);
  g_autofree char *name = NULL;

  ent_record_set_string (agreement, ent_table_find_column (&ent_agreement_table, "title"),
                         "Jumelage de Hué");
  g_assert_true (ent_papers_suits (sheet, project, agreement));
  g_assert_false (ent_papers_suits (sheet, project, copy));
  g_assert_false (ent_papers_suits (report, project, agreement));
  name = ent_papers_dup_name (sheet, &order);
  g_assert_cmpstr (name, ==, "Fiche d’entente – Jumelage de Hué");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/papers/lines", test_lines);
  g_test_add_func ("/exchange/papers/find", test_find);
  g_test_add_func ("/exchange/papers/menu", test_menu);

  return g_test_run ();
}
