/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-tools.h"
#include "paper/ent-typography.h"

static void
check_set (const char *text, const char *lang, const char *expected)
{
  g_autofree char *set = ent_typography_set (text, lang);

  g_assert_cmpstr (set, ==, expected);
}

static void
test_typography (void)
{
  check_set ("Objet : « la santé » ; oui !", "fr",
             "Objet\u202f: «\u202fla santé\u202f»\u202f; oui\u202f!");
  check_set ("à 10:30, https://example.org?", "fr", "à 10:30, https://example.org?");
  check_set ("déjà mis\u00a0: bien", "fr", "déjà mis\u202f: bien");
  check_set ("Object : kept", "en", "Object : kept");
  check_set ("no \x01"
             "control",
             "en", "no control");
  check_set (NULL, "fr", "");
  check_set ("cut \xff here", "en", "cut ");
}

static void
test_blocks (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("fr", "Titre : essai", tool_day ("2025-01-13"));
  const EntBlock *block;
  g_autofree char *text = NULL;

  g_assert_cmpstr (ent_paper_get_title (paper), ==, "Titre\u202f: essai");
  ent_paper_add_heading (paper, 1, "Un");
  ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, "Premier.\n\nSecond.", NULL);
  ent_paper_add_definition (paper, "Date", ent_runs_new_text ("mai"));
  ent_paper_add_definition (paper, "Vide", ent_runs_new ());
  ent_paper_add_definition (paper, "Lieu", ent_runs_new_text ("Hué"));
  ent_paper_end_group (paper);
  ent_paper_add_definition (paper, "Autre", ent_runs_new_text ("bloc"));

  g_assert_cmpuint (ent_paper_get_n_blocks (paper), ==, 5);
  block = ent_paper_get_block (paper, 3);
  g_assert_cmpint (block->kind, ==, ENT_BLOCK_DEFINITIONS);
  g_assert_cmpuint (block->rows->len, ==, 2);
  text = ent_paper_dup_text (paper);
  g_assert_cmpstr (text, ==, "Un\nPremier.\nSecond.\nDate\tmai\nLieu\tHué\nAutre\tbloc\n");
}

/* A command must not hide behind a word of a project from elsewhere. */
static void
test_links (void)
{
  g_autoptr (EntRuns) runs = ent_runs_new ();

  ent_runs_add_link (runs, "web", "https://example.org/é");
  ent_runs_add_link (runs, "file", "file:///etc/passwd");
  ent_runs_add_link (runs, "script", "javascript:alert(1)");
  ent_runs_add_link (runs, "none", NULL);

  g_assert_cmpuint (ent_runs_get_length (runs), ==, 4);
  g_assert_cmpstr (ent_runs_get (runs, 0)->uri, ==, "https://example.org/%C3%A9");
  for (guint i = 1; i < 4; i++)
    g_assert_null (ent_runs_get (runs, i)->uri);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/blocks/typography", test_typography);
  g_test_add_func ("/paper/blocks/blocks", test_blocks);
  g_test_add_func ("/paper/blocks/links", test_links);

  return g_test_run ();
}
