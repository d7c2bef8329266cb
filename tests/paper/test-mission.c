/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-labels.h"
#include "paper-tools.h"
#include "paper/ent-booklet.h"
#include "paper/ent-guest-list.h"
#include "paper/ent-handover.h"
#include "paper/ent-mission-file.h"
#include "paper/ent-mission-report.h"

static const char records[] =
    "\"organisation\":[{\"id\":\"@namur\",\"name\":\"Ville de Namur\",\"place\":\"@n\"},"
    "{\"id\":\"@hue\",\"name\":\"Ville de Hué\",\"relation_class\":\"intermunicipal\","
    "\"place\":\"@h\"}],"
    "\"place\":[{\"id\":\"@n\",\"name\":\"Namur\",\"kind\":\"city\","
    "\"zone\":\"Europe/Brussels\"},"
    "{\"id\":\"@h\",\"name\":\"Hué\",\"kind\":\"city\",\"zone\":\"Asia/Ho_Chi_Minh\","
    "\"text\":\"Ancienne capitale.\"}],"
    "\"person\":[{\"id\":\"@p\",\"shown_name\":\"Maxime Prévot\",\"address_form\":\"M.\","
    "\"phone\":\"+32 81 24\"},"
    "{\"id\":\"@a\",\"shown_name\":\"Đặng Thị Ánh\"},{\"id\":\"@e\",\"shown_name\":\"Öztürk Őri\"},"
    "{\"id\":\"@d\",\"shown_name\":\"Absent Déclin\"}],"
    "\"agreement\":[{\"id\":\"@ag\",\"kind\":\"protocol\",\"title\":\"Protocole\","
    "\"signed\":\"2024\",\"ends\":\"2029\",\"children\":{"
    "\"party\":[{\"organisation\":\"@namur\",\"tier\":\"party\"},"
    "{\"organisation\":\"@hue\",\"tier\":\"party\"}],"
    "\"copy\":[{\"number\":\"1\",\"holder\":\"@namur\",\"shelf\":\"A 12\"}]}}],"
    "\"event\":[{\"id\":\"@old\",\"kind\":\"visit\",\"title\":\"Visite ancienne\","
    "\"when\":\"2024-03\",\"state\":\"held\",\"children\":{"
    "\"participation\":[{\"role\":\"participant\",\"organisation\":\"@hue\"}],"
    "\"outcome\":[{\"kind\":\"promise\",\"title\":\"Prêter des plans\",\"state\":\"open\"},"
    "{\"kind\":\"gift\",\"title\":\"Vase\",\"giver\":\"@hue\",\"receiver\":\"@namur\"}]}},"
    "{\"id\":\"@thin\",\"kind\":\"mission\",\"title\":\"Mission maigre\",\"when\":\"2027\"},"
    "{\"id\":\"@m\",\"kind\":\"mission\",\"title\":\"Mission à Hué\","
    "\"title@en\":\"Mission to Hué\",\"when\":\"2027-06-01/2027-06-03\",\"direction\":\"out\","
    "\"state\":\"planned\",\"place\":\"@h\",\"children\":{"
    "\"decision\":[{\"kind\":\"travel_order\",\"number\":\"114\"}],"
    "\"expense\":[{\"kind\":\"planned\",\"title\":\"Vols\",\"amount\":\"1200.50\","
    "\"currency\":\"EUR\"},{\"kind\":\"planned\",\"title\":\"Nuits\",\"amount\":\"99.5\","
    "\"currency\":\"EUR\"},{\"kind\":\"spent\",\"title\":\"Vols payés\",\"amount\":\"1300\","
    "\"currency\":\"EUR\"}],"
    "\"note\":[{\"kind\":\"sensitive\",\"text\":\"point délicat\"},"
    "{\"kind\":\"note\",\"text\":\"Visa requis.\"}],"
    "\"outcome\":[{\"kind\":\"work\",\"title\":\"Plaque\"},"
    "{\"kind\":\"follow_up\",\"title\":\"Écrire\",\"state\":\"open\",\"due\":\"2027-07\"}]}},"
    "{\"id\":\"@s\",\"kind\":\"slot\",\"title\":\"Accueil\",\"when\":\"2027-06-01\","
    "\"start\":\"14:00\",\"end\":\"15:30\",\"parent\":\"@m\",\"place\":\"@h\",\"children\":{"
    "\"note\":[{\"kind\":\"quote\",\"text\":\"L’eau d’abord.\",\"speaker\":\"@a\"}]}},"
    "{\"id\":\"@x\",\"kind\":\"slot\",\"title\":\"Tombé à l’eau\",\"when\":\"2027-06-02\","
    "\"state\":\"cancelled\",\"parent\":\"@m\"}],"
    "\"participation\":["
    "{\"id\":\"@q1\",\"record\":\"@m\",\"role\":\"participant\",\"person\":\"@e\","
    "\"function\":\"Directrice de cabinet\"},"
    "{\"id\":\"@q2\",\"record\":\"@m\",\"role\":\"participant\",\"person\":\"@p\","
    "\"function\":\"Bourgmestre\"},"
    "{\"id\":\"@q3\",\"record\":\"@m\",\"role\":\"host\",\"person\":\"@a\","
    "\"organisation\":\"@hue\",\"function\":\"Maire\",\"reply\":\"accepted\"},"
    "{\"id\":\"@q4\",\"record\":\"@m\",\"role\":\"guest\",\"person\":\"@d\","
    "\"reply\":\"declined\"}]";

typedef EntPaper *(*Build) (EntProject *project, EntEvent *event, const char *lang, int today);

static const Build builds[] = { ent_mission_file_build, ent_mission_report_build,
                                ent_guest_list_build, ent_thank_you_list_build };

static EntEvent *
find (EntProject *project, const char *title)
{
  EntRecord *event = ent_project_find (project, &ent_event_table, title, NULL);

  g_assert_nonnull (event);
  return ENT_EVENT (event);
}

static char *
make (Build build, const char *title, const char *lang)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  g_autoptr (EntPaper)
      paper = build (project, find (project, title), lang, tool_day ("2026-11-22"));

  return ent_paper_dup_text (paper);
}

static void
test_file (void)
{
  g_autofree char *text = make (ent_mission_file_build, "Mission à Hué", "fr");

  tool_assert_contains (text, "Dossier de mission, au 22 novembre 2026");
  /* Proposed by function, for nobody was moved. */
  tool_assert_contains (text, "M. Maxime Prévot Bourgmestre Participant Öztürk Őri Directrice");
  tool_assert_contains (text, "1er juin 2027 Heures Point Avec 14:00–15:30 à Hué (09:00 à Namur)");
  tool_assert_contains (text, "Tombé à l’eau Marquée comme annulée");
  tool_assert_contains (text, "+32 81 24");
  tool_assert_contains (text, "Ancienne capitale.");
  tool_assert_contains (text, "Protocole – En vigueur jusqu’à la fin de 2029");
  tool_assert_contains (text, "mars 2024 – Visite ancienne");
  tool_assert_contains (text, "Prêter des plans");
  tool_assert_contains (text, "Vase Ville de Hué Ville de Namur Visite ancienne");
  tool_assert_contains (text, "Décalage horaire +5 h");
  tool_assert_contains (text, "Visa requis.");
  tool_assert_contains (text, "Ordre de mission 114");
  tool_assert_contains (text, "Total 1 300,0 EUR");
  tool_assert_lacks (text, "Vols payés");
  tool_assert_lacks (text, "point délicat");
  tool_assert_lacks (text, "Écrire");
}

static void
test_report (void)
{
  g_autofree char *text = make (ent_mission_report_build, "Mission à Hué", "en");

  tool_assert_contains (text, "Mission to Hué Mission report, as of 22 November 2026");
  tool_assert_contains (text, "1 June 2027, 14:00 – Accueil");
  tool_assert_contains (text, "L’eau d’abord. [fr] – Đặng Thị Ánh");
  tool_assert_contains (text, "Memorial, plaque or work Plaque");
  tool_assert_contains (text, "Follow-ups");
  tool_assert_contains (text, "Écrire");
  tool_assert_contains (text, "Vols payés");
  tool_assert_lacks (text, "Tombé");
  tool_assert_lacks (text, "point délicat");
  tool_assert_lacks (text, "+32 81 24");
}

static void
test_guests (void)
{
  g_autofree char *text = make (ent_guest_list_build, "Mission à Hué", "fr");
  g_autofree char *thanks = make (ent_thank_you_list_build, "Mission à Hué", "fr");
  g_autoptr (EntProject) project = tool_read_records (records);
  EntPaperOrder order = { .project = project,
                          .lang = "fr",
                          .today = tool_day ("2026-11-22"),
                          .record = ENT_RECORD (find (project, "Mission à Hué")) };
  g_autoptr (GBytes) labels = ent_labels_write (&order);
  g_autofree char *csv = g_strndup (g_bytes_get_data (labels, NULL), g_bytes_get_size (labels));

  tool_assert_contains (text, "Acceptée 1 Déclinée 1");
  tool_assert_contains (text, "Đặng Thị Ánh Maire, Ville de Hué 1");
  tool_assert_lacks (text, "Prévot");
  tool_assert_contains (thanks, "Đặng Thị Ánh");
  tool_assert_lacks (thanks, "Déclin");
  tool_assert_contains (csv, "Đặng Thị Ánh,Maire,Ville de Hué");
  tool_assert_lacks (csv, "Déclin");
}

static void
test_handover (void)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  g_autoptr (EntPaper) paper = ent_handover_build (project, "fr", tool_day ("2026-11-22"));
  g_autofree char *text = ent_paper_dup_text (paper);
  g_autofree char *path = tool_write (paper, "handover.pdf");

  tool_assert_contains (text, "Dossier de passation État des dossiers au 22 novembre 2026");
  tool_assert_contains (text, "Protocole Ville de Hué En vigueur jusqu’à la fin de 2029");
  tool_assert_contains (text, "Prêter des plans");
  tool_assert_contains (text, "Ville de Hué – mars 2024 Visite ancienne");
  tool_assert_contains (text, "du 1er au 3 juin 2027 – Mission");
  tool_assert_contains (text, "Protocole 1 Ville de Namur A 12");
  tool_check_pdf (paper, path);
}

/* An event of which only the year is known prints what is known, and no heading over nothing. */
static void
test_thin (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (builds); i++)
    {
      g_autoptr (EntProject) project = tool_read_records (records);
      g_autoptr (EntPaper) paper = builds[i](project, find (project, "Mission maigre"), "fr",
                                             tool_day ("2026-11-22"));

      for (guint j = 0; j < ent_paper_get_n_blocks (paper); j++)
        {
          const EntBlock *block = ent_paper_get_block (paper, j);

          g_assert_false (block->kind == ENT_BLOCK_HEADING && block->level > 1);
        }
    }
}

static char *
dup_name (guint build, const char *lang)
{
  return g_strdup_printf ("mission-%u-%s.pdf", build, lang);
}

static void
test_pdf (void)
{
  static const char *const langs[] = { "fr", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (builds) * 2; i++)
    {
      g_autoptr (EntProject) project = tool_read_records (records);
      g_autofree char *name = dup_name (i / 2, langs[i % 2]);
      g_autoptr (EntPaper) paper = builds[i / 2](project, find (project, "Mission à Hué"),
                                                 langs[i % 2], tool_day ("2026-11-22"));
      g_autofree char *path = tool_write (paper, name);
      g_autoptr (GBytes) bytes = ent_paper_to_pdf (paper, NULL, NULL);
      g_autoptr (GBytes) again = ent_paper_to_pdf (paper, NULL, NULL);

      tool_check_pdf (paper, path);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* Folded and stitched, the pages follow each other: each stands on one half of one side, and
 * those that face each other are on the same side of a sheet or on two that lie together. */
static void
test_order (void)
{
  for (guint n_pages = 1; n_pages <= 41; n_pages++)
    {
      guint n_sides = (n_pages + 3) / 4 * 2;
      g_autofree guint *seen = g_new0 (guint, n_pages);

      for (guint side = 0; side < n_sides; side++)
        for (int right = 0; right < 2; right++)
          {
            int page = ent_booklet_get_page (n_pages, side, right);

            if (page < 0)
              continue;
            seen[page]++;
            /* In a book the first page and every other one after it are on the right. */
            g_assert_cmpint (page % 2 == 0, ==, right);
          }
      for (guint i = 0; i < n_pages; i++)
        g_assert_cmpuint (seen[i], ==, 1);
      g_assert_cmpint (ent_booklet_get_page (n_pages, 0, TRUE), ==, 0);
    }
  g_assert_cmpint (ent_booklet_get_page (8, 0, FALSE), ==, 7);
  g_assert_cmpint (ent_booklet_get_page (8, 1, FALSE), ==, 1);
  g_assert_cmpint (ent_booklet_get_page (8, 1, TRUE), ==, 6);
  g_assert_cmpint (ent_booklet_get_page (8, 3, FALSE), ==, 3);
  g_assert_cmpint (ent_booklet_get_page (8, 3, TRUE), ==, 4);
}

static void
test_booklet (void)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  g_autoptr (EntPaper) paper = ent_mission_file_build (project, find (project, "Mission à Hué"),
                                                       "fr", tool_day ("2026-11-22"));
  g_autofree char *path = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *information = NULL;
  g_autofree char *text = NULL;

  ent_paper_set_booklet (paper, TRUE);
  path = tool_write (paper, "booklet.pdf");
  checked = tool_run ((const char *const[]) { "qpdf", "--check", path, NULL });
  information = tool_run ((const char *const[]) { "pdfinfo", path, NULL });
  text = tool_pdf_text (path);
  g_assert_null (strstr (checked, "WARNING"));
  tool_assert_contains (information, "Pages: 2");
  tool_assert_contains (information, "841.89 x 595.28 pts (A4)");
  tool_assert_contains (text, "Ancienne capitale.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/mission/file", test_file);
  g_test_add_func ("/paper/mission/report", test_report);
  g_test_add_func ("/paper/mission/guests", test_guests);
  g_test_add_func ("/paper/mission/handover", test_handover);
  g_test_add_func ("/paper/mission/thin", test_thin);
  g_test_add_func ("/paper/mission/order", test_order);
  g_test_add_func ("/paper/mission/booklet", test_booklet);
  g_test_add_func ("/paper/mission/pdf", test_pdf);

  return g_test_run ();
}
