/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "paper-tools.h"
#include "paper/ent-paper-layout.h"

static void
add_table (EntPaper *paper, guint n_rows)
{
  static const double widths[] = { 3, 2, 2 };
  EntRuns *head[] = { ent_runs_new_text ("Accord"), ent_runs_new_text ("Partenaire"),
                      ent_runs_new_text ("Période") };

  ent_paper_begin_table (paper, 3, widths);
  ent_paper_add_row (paper, head);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Accord numéro %u", i + 1);
      EntRuns *cells[] = { ent_runs_new_text (name), ent_runs_new_text ("Hué"), NULL };

      ent_paper_add_row (paper, cells);
    }
}

static EntPaper *
create_paper (void)
{
  EntPaper *paper = ent_paper_new ("fr", "Rapport d’essai", tool_day ("2025-01-13"));
  const char *const foot[] = { "Commissariat aux Relations Internationales", NULL };
  EntRuns *runs = ent_runs_new ();

  ent_paper_set_author (paper, "Ville de Namur");
  ent_paper_set_subject (paper, "Essai");
  ent_paper_set_running_head (paper, "Ville de Namur · Rapport d’essai");
  ent_paper_add_cover (paper, "Ville de Namur", "2024", foot);
  ent_paper_add_contents (paper);
  ent_paper_add_heading (paper, 1, "Ententes intermunicipales");
  ent_paper_add_heading (paper, 2, "Ville de Hué");
  ent_runs_add (runs, ENT_RUN_PLAIN, "Une signature : ");
  ent_runs_add (runs, ENT_RUN_BOLD, "le 24 mai");
  ent_runs_add (runs, ENT_RUN_PLAIN, ", voir ");
  ent_runs_add_link (runs, "la page qui en parle", "https://example.org/l'avenir?a=1&b=2");
  ent_runs_add (runs, ENT_RUN_PLAIN, " pour la suite.");
  ent_paper_add_paragraph (paper, ENT_PARAGRAPH_BODY, runs);
  ent_paper_add_list_item (paper, ent_runs_new_text ("Transition numérique"));
  ent_paper_add_list_item (paper, ent_runs_new_text ("Culture et patrimoine"));
  ent_paper_add_definition (paper, "Date", ent_runs_new_text ("24 mai 2024"));
  ent_paper_add_definition (paper, "Lieu", ent_runs_new_text ("Lausanne"));
  ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, "A text in the other language.", "en");
  ent_paper_add_heading (paper, 1, "Accords en vigueur");
  add_table (paper, 90);

  return paper;
}

static void
test_structure (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autofree char *path = tool_write (paper, "structure.pdf");
  const char *const argv[] = { "python3", ENT_TEST_CHECK_PDF, path, NULL };
  const char *const meta[] = { "pdfinfo", "-meta", path, NULL };
  g_autofree char *counts = NULL;
  g_autofree char *xmp = tool_run (meta);
  g_autofree char *text = tool_pdf_text (path);

  tool_check_pdf (paper, path);
  counts = tool_run (argv);
  tool_assert_contains (counts, "Document=1 H1=2 H2=1 L=2 LBody=4 LI=4 Lbl=4 Link=4");
  tool_assert_contains (counts, "TH=93");
  tool_assert_contains (counts, "TD=180");
  tool_assert_contains (counts, "TOCI=3");
  tool_assert_contains (xmp, "<dc:language><rdf:Bag><rdf:li>fr</rdf:li>");
  tool_assert_contains (xmp, "Rapport d’essai");
  tool_assert_contains (text,
                        "Une signature : le 24 mai, voir la page qui en parle pour la suite.");
}

/* The numbers in the contents are those of the pages the headings are on. */
static void
test_contents (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("fr", "Longue table", tool_day ("2025-01-13"));
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint found = 0;

  ent_paper_add_contents (paper);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Partie%03u", i);

      ent_paper_add_heading (paper, 1 + (i % 3 > 0), heading);
      for (guint j = 0; j < i % 7; j++)
        ent_paper_add_text (paper, ENT_PARAGRAPH_BODY,
                            "Des mots et encore des mots, assez pour remplir plus d’une ligne de "
                            "la page et la faire tourner de temps en temps.",
                            NULL);
    }
  path = tool_write (paper, "contents.pdf");
  tool_check_pdf (paper, path);

  text = tool_pdf_text (path);
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("Partie%03u *([0-9]+)\n", i);
      g_autofree char *heading = g_strdup_printf ("Partie%03u", i);
      g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *number = NULL;
      guint page;

      g_assert_true (g_regex_match (regex, text, 0, &match));
      number = g_match_info_fetch (match, 1);
      page = g_ascii_strtoull (number, NULL, 10);
      g_assert_cmpuint (page, >, 1);
      g_assert_nonnull (strstr (pages[page - 1], heading));
      found++;
    }
  g_assert_cmpuint (found, ==, 120);
}

/* A heading is never the last thing on a page, and a table's header comes back on each. */
static void
test_pages (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("en", "Pages", tool_day ("2025-01-13"));
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  for (guint i = 0; i < 200; i++)
    {
      ent_paper_add_heading (paper, 1 + (i > 0), "Heading");
      ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, "Paragraph of one line.", NULL);
    }
  add_table (paper, 150);
  path = tool_write (paper, "pages.pdf");
  tool_check_pdf (paper, path);

  text = tool_pdf_text (path);
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, >, 10);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *squeezed = tool_squeeze (pages[i]);
      g_autofree char *footer = g_strdup_printf ("Page %u of %u", i + 1, n_pages);
      g_autofree char *bad = g_strconcat ("Heading ", footer, NULL);

      g_assert_true (g_str_has_suffix (squeezed, footer));
      g_assert_false (g_str_has_suffix (squeezed, bad));
      if (strstr (squeezed, "Accord numéro"))
        g_assert_nonnull (strstr (squeezed, "Accord Partenaire Période"));
    }
}

/* Every line is drawn once: twice would look bold and be read once only by most readers. */
static void
test_lines_once (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autoptr (EntPaperLayout) layout = ent_paper_layout_new (paper, NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      EntPaperPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          const EntPaperLine *line = &g_array_index (page->lines, EntPaperLine, j);

          if (line->node != ENT_NODE_NONE)
            g_assert_true (g_hash_table_add (seen, line->line));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
}

/* Who follows the structure hears every word: past the end of a line, letters that could be set
 * as one, a style that changes, and names of other scripts. */
static void
test_heard (void)
{
  static const char *const said[] = {
    "La fiche officielle du bureau affiche le fil des effets, afin que la finance suffise à "
    "l’effort de tous ceux qui, ligne après ligne, l’ont écrite et la liront jusqu’au bout.",
    "Nguyễn Văn Phương et Lê Nhật Võ",
    "İstanbul, Ekrem İmamoğlu",
    "Győr, Hódmezővásárhely",
  };
  g_autoptr (EntPaper) paper = ent_paper_new ("fr", "Voix", tool_day ("2025-01-13"));
  EntRuns *runs = ent_runs_new_styled (ENT_RUN_BOLD, "Gras");
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *heard = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, said[i], NULL);
  ent_runs_add (runs, ENT_RUN_PLAIN, " ");
  ent_runs_add (runs, ENT_RUN_ITALIC, "oblique");
  ent_runs_add (runs, ENT_RUN_PLAIN, "\ndroit");
  ent_paper_add_paragraph (paper, ENT_PARAGRAPH_BODY, runs);
  path = tool_write (paper, "heard.pdf");

  structure = tool_run ((const char *const[]) { "pdfinfo", "-struct-text", path, NULL });
  heard = tool_squeeze (structure);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    tool_assert_contains (heard, said[i]);
  tool_assert_contains (heard, "Gras oblique droit");
  tool_check_pdf (paper, path);
}

static void
test_same_bytes (void)
{
  g_autoptr (EntPaper) first = create_paper ();
  g_autoptr (EntPaper) second = create_paper ();
  g_autoptr (GBytes) a = ent_paper_to_pdf (first, NULL, NULL);
  g_autoptr (GBytes) b = NULL;

  g_usleep (1100000);
  b = ent_paper_to_pdf (second, NULL, NULL);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_scripts (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("fr", "Noms", tool_day ("2025-01-13"));
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *word = g_string_new ("https://example.org/");
  static const char *const names[] = { "Lê Nhật Võ",       "Nguyễn Văn Phương",
                                       "Ekrem İmamoğlu",   "Tamás Iván Kovács",
                                       "Aleksandar Tasić", "Loup Fre$h",
                                       "مصطفى بن إبراهيم", "Σύρος" };

  for (guint i = 0; i < 400; i++)
    g_string_append (word, "motsanscoupure");
  ent_paper_add_heading (paper, 1, "Noms de partout");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ent_paper_add_list_item (paper, ent_runs_new_text (names[i]));
  ent_paper_add_text (paper, ENT_PARAGRAPH_BODY, word->str, NULL);
  ent_paper_add_definition (paper, word->str, ent_runs_new_text (word->str));
  path = tool_write (paper, "scripts.pdf");
  tool_check_pdf (paper, path);
  text = tool_pdf_text (path);
  for (guint i = 0; i < 6; i++)
    tool_assert_contains (text, names[i]);
  tool_assert_contains (text, names[7]);
  g_string_free (word, TRUE);
}

static void
test_long (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("fr", "Trois cents pages", tool_day ("2025-01-13"));
  g_autofree char *path = NULL;
  const char *argv[] = { "pdfinfo", NULL, NULL };
  g_autofree char *information = NULL;
  const char *pages;

  ent_paper_add_contents (paper);
  for (guint i = 0; i < 60; i++)
    {
      ent_paper_add_heading (paper, 1, "Section");
      for (guint j = 0; j < 55; j++)
        ent_paper_add_text (paper, ENT_PARAGRAPH_BODY,
                            "Un paragraphe de plusieurs lignes dont les mots se suivent pour que "
                            "la page se remplisse comme le ferait un vrai rapport, avec ses "
                            "accueils, ses missions, ses signatures et ses rencontres, sans rien "
                            "dire de plus que cela mais en le disant assez longuement pour "
                            "occuper trois lignes au moins de la largeur imprimée.",
                            NULL);
      ent_paper_add_page_break (paper);
    }
  path = tool_write (paper, "long.pdf");
  tool_check_pdf (paper, path);
  argv[1] = path;
  information = tool_run (argv);
  pages = strstr (information, "Pages:");
  g_assert_nonnull (pages);
  g_assert_cmpint (g_ascii_strtoll (pages + 6, NULL, 10), >=, 300);
}

static void
test_empty (void)
{
  g_autoptr (EntPaper) paper = ent_paper_new ("en", "Nothing", tool_day ("2025-01-13"));
  g_autofree char *path = NULL;
  const char *argv[] = { "qpdf", "--check", NULL, NULL };
  g_autofree char *checked = NULL;

  path = tool_write (paper, "empty.pdf");
  argv[2] = path;
  checked = tool_run (argv);
  g_assert_null (strstr (checked, "WARNING"));
}

static void
test_cancelled (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "none.pdf", NULL);

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_paper_write_pdf (paper, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_unwritable (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_paper_write_pdf (paper, "/proc/none.pdf", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == ENT_ERROR);
  g_assert_nonnull (strstr (error->message, "none.pdf"));
}

/* /dev/full has no room for temporary files; a limit on the size of files is what a full disk
 * looks like to the writer. */
static void
test_failed_write (void)
{
  g_autoptr (EntPaper) paper = create_paper ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *folder = tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.pdf", NULL);
  g_autofree char *content = NULL;
  struct rlimit old, small;

  g_assert_true (g_file_set_contents (path, "the old file", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  small = old;
  small.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (ent_paper_write_pdf (paper, path, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &old);

  g_assert_nonnull (error);
  g_assert_true (error->domain == ENT_ERROR);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "the old file");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "old.pdf");
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/pdf/structure", test_structure);
  g_test_add_func ("/paper/pdf/contents", test_contents);
  g_test_add_func ("/paper/pdf/pages", test_pages);
  g_test_add_func ("/paper/pdf/lines-once", test_lines_once);
  g_test_add_func ("/paper/pdf/heard", test_heard);
  g_test_add_func ("/paper/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/pdf/scripts", test_scripts);
  g_test_add_func ("/paper/pdf/long", test_long);
  g_test_add_func ("/paper/pdf/empty", test_empty);
  g_test_add_func ("/paper/pdf/cancelled", test_cancelled);
  g_test_add_func ("/paper/pdf/unwritable", test_unwritable);
  g_test_add_func ("/paper/pdf/failed-write", test_failed_write);

  return g_test_run ();
}
