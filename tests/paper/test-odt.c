/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "paper-tools.h"
#include "paper/ent-odt-private.h"

static EntPaper *
create_paper (void)
{
  return ent_paper_new ("fr", "Essai", tool_day ("2025-01-13"));
}

static void
assert_content (EntPaper *paper, const char *part)
{
  g_autofree char *content = ent_odt_make_content (paper);

  if (!strstr (content, part))
    g_error ("“%s” is not in %s", part, content);
}

/* Spaces, breaks and signs of XML arrive as they were typed. */
static void
test_words (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  EntRuns *runs = ent_runs_new_text (" a  b");

  ent_runs_add (runs, ENT_RUN_PLAIN, " <c> & \"d\"\n e\tf");
  ent_paper_add_paragraph (paper, ENT_PARAGRAPH_BODY, runs);
  assert_content (paper,
                  "<text:p text:style-name=\"Text_20_body\"><text:s/>a <text:s/>b &lt;c&gt; &amp; "
                  "&quot;d&quot;<text:line-break/><text:s/>e<text:tab/>f</text:p>");
}

static void
test_languages (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autofree char *styles = ent_odt_make_styles (paper);
  EntRuns *runs = ent_runs_new_styled (ENT_RUN_BOLD, "gras");

  ent_runs_add_foreign (runs, ENT_RUN_PLAIN, "words", "en");
  ent_runs_add_foreign (runs, ENT_RUN_PLAIN, "more", "en");
  ent_paper_add_paragraph (paper, ENT_PARAGRAPH_BODY, runs);
  assert_content (paper, "<text:span text:style-name=\"T1\">gras</text:span>"
                         "<text:span text:style-name=\"T2\">words</text:span>"
                         "<text:span text:style-name=\"T2\">more</text:span>");
  assert_content (paper, "<style:style style:name=\"T2\" style:family=\"text\">"
                         "<style:text-properties fo:language=\"en\" fo:country=\"none\"");
  tool_assert_contains (styles, "fo:language=\"fr\" fo:country=\"none\"");
}

/* A table names its columns on every page and keeps its rows whole. */
static void
test_table (void)
{
  static const double widths[] = { 1, 3 };
  g_autoptr (EntPaper) paper = create_paper ();
  EntRuns *head[] = { ent_runs_new_text ("Nom"), ent_runs_new_text ("Lieu") };
  EntRuns *row[] = { ent_runs_new_text ("Hué"), NULL };

  ent_paper_begin_table (paper, 2, widths);
  ent_paper_add_row (paper, head);
  ent_paper_add_row (paper, row);
  assert_content (paper, "<table:table-header-rows><table:table-row table:style-name=\"Row\">");
  assert_content (paper, "<style:table-row-properties fo:keep-together=\"always\"/>");
  assert_content (paper, "<text:p text:style-name=\"Table_20_Contents\"></text:p>");
  assert_content (paper, "</table:table>\n<text:p text:style-name=\"End\"/>");
}

/* The page turns once, at what comes after the break. */
static void
test_breaks (void)
{
  g_autoptr (EntPaper) paper = create_paper ();

  ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, "un", NULL);
  ent_paper_add_page_break (paper);
  ent_paper_add_page_break (paper);
  ent_paper_add_heading (paper, 1, "deux");
  ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, "trois", NULL);
  assert_content (paper, "style:parent-style-name=\"Heading_20_1\"><style:paragraph-properties "
                         "fo:break-before=\"page\"/>");
  assert_content (paper, "<text:h text:style-name=\"P1\" text:outline-level=\"1\">");
  assert_content (paper, "<text:p text:style-name=\"Text_20_body\">trois</text:p>");
}

/* An empty paper is a file too. */
static void
test_empty (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_paper_to_odt (paper, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem ((const char *) g_bytes_get_data (bytes, NULL) + 30, 47,
                   "mimetypeapplication/vnd.oasis.opendocument.text", 47);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/odt/words", test_words);
  g_test_add_func ("/paper/odt/languages", test_languages);
  g_test_add_func ("/paper/odt/table", test_table);
  g_test_add_func ("/paper/odt/breaks", test_breaks);
  g_test_add_func ("/paper/odt/empty", test_empty);

  return g_test_run ();
}
