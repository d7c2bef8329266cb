/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"
#include "paper-tools.h"
#include "paper/ent-annual-report.h"

#define CITIES                                                                                     \
  "\"organisation\":["                                                                             \
  "{\"id\":\"@namur\",\"name\":\"Ville de Namur\",\"kind\":\"city\"},"                             \
  "{\"id\":\"@office\",\"name\":\"Commissariat\",\"kind\":\"service\",\"parent\":\"@namur\"},"     \
  "{\"id\":\"@hue\",\"name\":\"Ville de Hué\",\"relation_class\":\"intermunicipal\"},"             \
  "{\"id\":\"@adrano\",\"name\":\"Commune d’Adrano\",\"relation_class\":\"specific\"},"            \
  "{\"id\":\"@aimf\",\"name\":\"AIMF\",\"relation_class\":\"network\"},"                           \
  "{\"id\":\"@istanbul\",\"name\":\"Istanbul\"}]"

static char *
build (const char *records, int year, const char *lang)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, year, lang, tool_day ("2025-01-13"));

  return ent_paper_dup_text (paper);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p; p = strstr (p + 1, part))
    n++;

  return n;
}

static void
assert_order (const char *text, const char *first, const char *second)
{
  const char *a = strstr (text, first);
  const char *b = strstr (text, second);

  tool_assert_contains (text, first);
  tool_assert_contains (text, second);
  g_assert_true (a < b);
}

static void
test_empty (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, 2024, "en", tool_day ("2025-01-13"));
  g_autofree char *text = ent_paper_dup_text (paper);
  g_autofree char *path = tool_write (paper, "report-empty.pdf");

  tool_assert_contains (text, "Nothing is recorded for the year 2024.");
  tool_check_pdf (paper, path);
}

/* A year nobody composed: sections by rules, each event once, whatever hangs on what. */
static void
test_default_sections (void)
{
  static const char *const once[] = { "Visite-A",     "Visite-B",   "Signature-C", "Congrès-D",
                                      "Courtoisie-E", "Poète-F",    "Créneau-G",   "Fête-H",
                                      "Envisagée-I",  "Sans-rien-J" };
  g_autofree char *text = build (
      CITIES
      ",\"event\":["
      "{\"id\":\"@a\",\"kind\":\"delegation\",\"title\":\"Visite-A\",\"when\":\"2024-03\","
      "\"direction\":\"in\",\"state\":\"held\",\"text\":\"Texte de A.\",\"children\":{"
      "\"participation\":[{\"role\":\"head\",\"organisation\":\"@hue\",\"function\":\"Chef\"}]}},"
      "{\"id\":\"@b\",\"kind\":\"meeting\",\"title\":\"Visite-B\",\"when\":\"2024\","
      "\"state\":\"held\",\"children\":{\"participation\":["
      "{\"role\":\"participant\",\"organisation\":\"@adrano\"},"
      "{\"role\":\"participant\",\"organisation\":\"@office\"}]}},"
      "{\"id\":\"@c\",\"kind\":\"signing_ceremony\",\"title\":\"Signature-C\","
      "\"when\":\"2024-05-24\",\"direction\":\"out\",\"state\":\"held\",\"parent\":\"@d\"},"
      "{\"id\":\"@d\",\"kind\":\"statutory_meeting\",\"title\":\"Congrès-D\","
      "\"when\":\"2024-05\",\"direction\":\"out\",\"state\":\"held\",\"children\":{"
      "\"participation\":[{\"role\":\"organiser\",\"organisation\":\"@aimf\"}]}},"
      "{\"id\":\"@e\",\"kind\":\"courtesy\",\"title\":\"Courtoisie-E\",\"when\":\"2024\","
      "\"direction\":\"in\",\"state\":\"held\"},"
      "{\"id\":\"@f\",\"kind\":\"tour\",\"title\":\"Poète-F\",\"when\":\"2024-XX-XX\","
      "\"direction\":\"home\",\"state\":\"held\",\"children\":{\"event\":["
      "{\"kind\":\"slot\",\"title\":\"Créneau-G\",\"when\":\"2024-09\",\"state\":\"held\"}]}},"
      "{\"id\":\"@h\",\"kind\":\"celebration\",\"title\":\"Fête-H\",\"direction\":\"home\","
      "\"when\":\"2023-12-30/2024-01-02\",\"state\":\"held\"},"
      "{\"id\":\"@i\",\"kind\":\"mission\",\"title\":\"Envisagée-I\",\"when\":\"2024-11\","
      "\"direction\":\"out\",\"state\":\"planned\"},"
      "{\"id\":\"@j\",\"kind\":\"other\",\"title\":\"Sans-rien-J\",\"when\":\"2024-02\","
      "\"state\":\"held\"},"
      "{\"id\":\"@k\",\"kind\":\"visit\",\"title\":\"Autre-année-K\",\"when\":\"2023\","
      "\"direction\":\"in\",\"state\":\"held\"},"
      "{\"id\":\"@l\",\"kind\":\"visit\",\"title\":\"Annulée-L\",\"when\":\"2024\","
      "\"direction\":\"in\",\"state\":\"cancelled\"},"
      "{\"id\":\"@m\",\"kind\":\"visit\",\"title\":\"Secrète-M\",\"when\":\"2024\","
      "\"direction\":\"in\",\"state\":\"held\",\"visibility\":\"sensitive\"},"
      "{\"id\":\"@n\",\"kind\":\"meeting\",\"title\":\"Suivie-N\",\"when\":\"2024\","
      "\"state\":\"held\",\"children\":{\"participation\":["
      "{\"role\":\"participant\",\"organisation\":\"@istanbul\"}]}},"
      "{\"id\":\"@o\",\"kind\":\"mission\",\"title\":\"Future-O\",\"when\":\"2026\","
      "\"direction\":\"out\",\"state\":\"planned\"}]",
      2024, "en");

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (g_str_equal (once[i], "Courtoisie-E") || g_str_equal (once[i], "Poète-F")
        || g_str_equal (once[i], "Fête-H") || g_str_equal (once[i], "Envisagée-I")
        || g_str_equal (once[i], "Sans-rien-J"))
      g_assert_cmpuint (count (text, once[i]), ==, 2); /* heading and fact */
    else
      g_assert_cmpuint (count (text, once[i]), ==, 1);
  assert_order (
      text,
      "Intermunicipal Agreements\nVille de Hué\nThis text exists in French only.\nTexte de A.",
      "Visite-A");
  assert_order (text, "International Networks\nAIMF", "Congrès-D");
  assert_order (text, "Specific Relations\nCommune d’Adrano", "Visite-B");
  assert_order (text, "Protocol Receptions and Consular Activities", "Courtoisie-E");
  assert_order (text, "Congrès-D", "– Signature-C");
  tool_assert_contains (text, "Programme: September 2024, Créneau-G [fr]");
  tool_assert_contains (text, "Envisagée-I [fr] · Planned");
  tool_assert_lacks (text, "Cousin Cities");
  tool_assert_lacks (text, "Autre-année-K");
  tool_assert_lacks (text, "Annulée-L");
  tool_assert_lacks (text, "Secrète-M");
  tool_assert_lacks (text, "Suivie-N");
  assert_order (text, "Planned\nWhat\tWhen\tWith\n", "Future-O [fr]\t2026");
}

#define RECORDED                                                                                   \
  ",\"person\":[{\"id\":\"@p\",\"shown_name\":\"Luis Chávez\",\"address_form\":\"S.E. M.\","       \
  "\"email\":\"secret@example.org\",\"phone\":\"0471\",\"children\":{\"mandate\":["                \
  "{\"organisation\":\"@hue\",\"function\":\"Ambassadeur\",\"since\":\"2023\"}]}},"                \
  "{\"id\":\"@q\",\"shown_name\":\"Personne Cachée\",\"visibility\":\"sensitive\"}],"              \
  "\"event\":[{\"id\":\"@v\",\"kind\":\"courtesy\",\"title\":\"Visite\",\"title@en\":\"Visit\","   \
  "\"when\":\"2024\",\"state\":\"held\",\"direction\":\"in\",\"children\":{\"participation\":["    \
  "{\"role\":\"head\",\"person\":\"@p\",\"organisation\":\"@hue\"},"                               \
  "{\"role\":\"guest\",\"person\":\"@q\"},"                                                        \
  "{\"role\":\"pupils\",\"organisation\":\"@adrano\",\"count\":12}],"                              \
  "\"note\":[{\"kind\":\"sensitive\",\"text\":\"point délicat\"}],"                                \
  "\"outcome\":[{\"id\":\"@o\",\"kind\":\"honour\",\"title\":\"Titre\",\"granted\":\"2018-07-"     \
  "04\","                                                                                          \
  "\"delivered\":\"2024-06-06\",\"maker\":\"ERLANZ\",\"state\":\"done\"}]}},"                      \
  "{\"id\":\"@w\",\"kind\":\"reception\",\"title\":\"Réception\",\"when\":\"2024-06-12\","         \
  "\"state\":\"held\",\"headcount\":35,\"direction\":\"in\"},"                                     \
  "{\"id\":\"@x\",\"kind\":\"meeting\",\"title\":\"Hors rapport\",\"when\":\"2024-06-13\","        \
  "\"state\":\"held\",\"direction\":\"in\"}],"                                                     \
  "\"section\":[{\"id\":\"@r\",\"kind\":\"report\",\"period\":\"2024\",\"heading\":\"Rapport "     \
  "2024\","                                                                                        \
  "\"children\":{\"section\":["                                                                    \
  "{\"kind\":\"section\",\"heading\":\"Zèbre\",\"heading@en\":\"Zebra\",\"children\":{"            \
  "\"section\":["                                                                                  \
  "{\"kind\":\"entry\",\"heading\":\"Honneurs\",\"heading@en\":\"Honours\",\"text\":\"Objet : un " \
  "titre.\","                                                                                      \
  "\"children\":{\"link\":[{\"kind\":\"reports_on\",\"target\":\"@v\"},"                           \
  "{\"kind\":\"reports_on\",\"target\":\"@o\"}]}}]}},"                                             \
  "{\"kind\":\"section\",\"heading\":\"Abeille\",\"children\":{\"section\":["                      \
  "{\"kind\":\"entry\",\"heading\":\"Réception\",\"children\":{\"link\":["                         \
  "{\"kind\":\"reports_on\",\"target\":\"@w\"},{\"kind\":\"reports_on\",\"target\":\"@v\"}]}},"    \
  "{\"kind\":\"entry\",\"heading\":\"Laissée\",\"omitted\":true,\"text\":\"pas ici\"},"            \
  "{\"kind\":\"entry\",\"heading\":\"Vide\"}]}},"                                                  \
  "{\"kind\":\"section\",\"heading\":\"Section vide\"}]}}]"

static void
test_recorded (void)
{
  g_autofree char *text = build (CITIES RECORDED, 2024, "fr");

  assert_order (text, "Zèbre\nHonneurs\nObjet\u202f: un titre.\n2024\tVisite",
                "Abeille\nRéception");
  tool_assert_contains (text, "S.E. M. Luis Chávez, Ambassadeur");
  tool_assert_contains (text, "12 ");
  tool_assert_contains (text, "4 juillet 2018");
  tool_assert_contains (text, "6 juin 2024");
  tool_assert_contains (text, "ERLANZ");
  tool_assert_contains (text, "12 juin 2024");
  tool_assert_contains (text, "35");
  g_assert_cmpuint (count (text, "Chávez"), ==, 1);
  g_assert_cmpuint (count (text, "ERLANZ"), ==, 1);
  tool_assert_lacks (text, "pas ici");
  tool_assert_lacks (text, "Vide");
  tool_assert_lacks (text, "Section vide");
  tool_assert_lacks (text, "Hors rapport");
  tool_assert_lacks (text, "secret@example.org");
  tool_assert_lacks (text, "0471");
  tool_assert_lacks (text, "délicat");
  tool_assert_lacks (text, "Cachée");
}

/* What exists in French alone is printed in an English report, and says so. */
static void
test_other_language (void)
{
  g_autoptr (EntProject) project = tool_read_records (CITIES RECORDED);
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, 2024, "en", tool_day ("2025-01-13"));
  g_autofree char *text = ent_paper_dup_text (paper);
  gboolean found = FALSE;

  tool_assert_contains (text, "Annual Report 2024");
  tool_assert_contains (text,
                        "Zebra\nHonours\nThis text exists in French only.\nObjet : un titre.");
  tool_assert_contains (text, "Visit · Courtesy visit");
  tool_assert_contains (text, "Ambassadeur [fr]");
  tool_assert_contains (text, "Title granted: 4 July 2018");
  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    {
      const EntBlock *block = ent_paper_get_block (paper, i);

      found = found || (block->text && g_strcmp0 (ent_runs_get_lang (block->text), "fr") == 0);
    }
  g_assert_true (found);
}

#define AGREEMENTS                                                                                 \
  ",\"agreement\":["                                                                               \
  "{\"id\":\"@ag1\",\"kind\":\"protocol\",\"title\":\"Protocole "                                  \
  "2024-2026\",\"label\":\"2024-2026\","                                                           \
  "\"signed\":\"2023-11-28\",\"effective\":\"2024\",\"ends\":\"2026\",\"term_kind\":\"fixed\","    \
  "\"children\":{\"party\":[{\"organisation\":\"@adrano\"},{\"organisation\":\"@namur\"}]}},"      \
  "{\"id\":\"@ag2\",\"kind\":\"mou\",\"title\":\"Bruxelles-Istanbul\",\"signed\":\"2021-02-11\","  \
  "\"term_kind\":\"open\",\"children\":{\"party\":[{\"organisation\":\"@istanbul\"}]}},"           \
  "{\"id\":\"@ag3\",\"kind\":\"accord\",\"title\":\"Accord "                                       \
  "fini\",\"signed\":\"2010\",\"ends\":\"2015\","                                                  \
  "\"children\":{\"party\":[{\"organisation\":\"@hue\"},{\"organisation\":\"@namur\"}]}},"         \
  "{\"id\":\"@ag4\",\"kind\":\"twinning\",\"title\":\"Jumelage\",\"signed\":\"1999\",\"term_"      \
  "kind\":\"open\","                                                                               \
  "\"children\":{\"party\":[{\"organisation\":\"@hue\"},{\"organisation\":\"@namur\"}]}},"         \
  "{\"id\":\"@ag5\",\"kind\":\"accord\",\"title\":\"Signé dans "                                   \
  "l’année\",\"signed\":\"2024-02-03\","                                                           \
  "\"children\":{\"party\":[{\"organisation\":\"@hue\"},{\"organisation\":\"@namur\",\"tier\":"    \
  "\"facilitator\"}]}}]"

static void
test_agreements (void)
{
  g_autofree char *text = build (CITIES AGREEMENTS, 2024, "en");

  tool_assert_contains (text, "Agreements in Force or Signed on 31 December 2024");
  tool_assert_contains (text, "Protocole 2024-2026 [fr] Commune d’Adrano 28 November 2023 "
                              "2024-2026 In force until the end of 2026");
  tool_assert_contains (text, "Jumelage [fr] Ville de Hué 1999 – In force");
  tool_assert_lacks (text, "Istanbul");
  tool_assert_lacks (text, "Accord fini");
  tool_assert_lacks (text, "2015");
  /* Activity of the year, but not an agreement of ours. */
  g_assert_cmpuint (count (text, "Signé dans l’année"), ==, 1);
  tool_assert_contains (text, "3 February 2024");
}

/* A report of long ago knows neither the agreements nor the plans of today. */
static void
test_earlier_year (void)
{
  g_autofree char *text = build (
      CITIES AGREEMENTS ",\"event\":["
                        "{\"kind\":\"mission\",\"title\":\"Bientôt\",\"when\":\"2020\","
                        "\"direction\":\"out\",\"state\":\"planned\"},"
                        "{\"kind\":\"mission\",\"title\":\"Bien plus tard\",\"when\":\"2031\","
                        "\"direction\":\"out\",\"state\":\"planned\"},"
                        "{\"id\":\"@far\",\"kind\":\"meeting\",\"title\":\"Suivie\","
                        "\"when\":\"2012\",\"state\":\"held\",\"children\":{\"link\":["
                        "{\"kind\":\"serves\",\"target\":\"@ag2\"}]}},"
                        "{\"kind\":\"meeting\",\"title\":\"À côté\",\"when\":\"2012\","
                        "\"state\":\"held\",\"children\":{\"link\":["
                        "{\"kind\":\"related\",\"target\":\"@far\"}]}}]",
      2012, "en");

  tool_assert_contains (text, "Nothing is recorded for the year 2012.");
  tool_assert_contains (text, "Jumelage [fr]");
  tool_assert_contains (text, "Accord fini [fr]");
  tool_assert_contains (text, "Bientôt [fr]");
  tool_assert_lacks (text, "Protocole 2024-2026");
  tool_assert_lacks (text, "Bien plus tard");
  tool_assert_lacks (text, "Suivie");
  tool_assert_lacks (text, "À côté");
}

#define PROJECTS                                                                                   \
  ",\"project\":[{\"id\":\"@cic\",\"kind\":\"programme\",\"title\":\"Programme\",\"since\":"       \
  "\"2020\","                                                                                      \
  "\"state\":\"running\",\"children\":{\"participation\":[{\"role\":\"lead\",\"organisation\":\"@" \
  "namur\"},"                                                                                      \
  "{\"role\":\"pilot\",\"organisation\":\"@aimf\"}],"                                              \
  "\"subsidy\":[{\"funder\":\"@aimf\",\"beneficiary\":\"@namur\",\"implementer\":\"@hue\","        \
  "\"years\":\"2024/2025\",\"children\":{\"obligation\":[{\"kind\":\"report\",\"text\":\"Rapport " \
  "final\","                                                                                       \
  "\"due\":\"2026-03\"}]}}]}},"                                                                    \
  "{\"id\":\"@trav\",\"kind\":\"works\",\"title\":\"Travaux\",\"parent\":\"@cic\",\"since\":"      \
  "\"2025\","                                                                                      \
  "\"state\":\"planned\"},"                                                                        \
  "{\"kind\":\"lot\",\"title\":\"Lot 1\",\"parent\":\"@trav\"},"                                   \
  "{\"kind\":\"lot\",\"title\":\"Lot 2\",\"parent\":\"@trav\"}]"

static void
test_projects (void)
{
  g_autofree char *text = build (CITIES PROJECTS, 2024, "en");

  tool_assert_contains (text, "Municipal International Cooperation Programme");
  tool_assert_contains (text, "Steering body: AIMF");
  tool_assert_contains (text, "– Travaux [fr] · Planned · 2025");
  tool_assert_contains (text, "– Lot 1 [fr]");
  tool_assert_contains (text, "– Lot 2 [fr]");
  tool_assert_contains (text, "Funder: AIMF");
  tool_assert_contains (text, "Beneficiary: Ville de Namur");
  tool_assert_contains (text, "Implemented by: Ville de Hué");
  tool_assert_contains (text, "Amount: –");
  tool_assert_contains (text, "Report: Rapport final [fr] · Due: March 2026");
  tool_assert_contains (text, "Planned What When With Travaux [fr] 2025 AIMF");
}

/* What has neither hour nor position is told in the order of its numbers or titles. */
static void
test_order_of_parts (void)
{
  g_autofree char *text = build (
      CITIES
      ",\"event\":[{\"id\":\"@day\",\"kind\":\"reception\",\"title\":\"Journée\","
      "\"when\":\"2024-06-12\",\"state\":\"held\",\"direction\":\"in\",\"children\":{\"event\":["
      "{\"kind\":\"slot\",\"title\":\"Déjeuner\",\"when\":\"2024-06-12\",\"ordinal\":4},"
      "{\"kind\":\"slot\",\"title\":\"Visite\",\"when\":\"2024-06-12\",\"ordinal\":2},"
      "{\"kind\":\"slot\",\"title\":\"Accueil\",\"when\":\"2024-06-12\",\"ordinal\":1},"
      "{\"kind\":\"slot\",\"title\":\"Balade\",\"when\":\"2024-06-12\",\"ordinal\":3}]}}],"
      "\"project\":[{\"id\":\"@cic\",\"kind\":\"programme\",\"title\":\"Coopération\","
      "\"since\":\"2020\",\"state\":\"running\",\"children\":{\"participation\":["
      "{\"role\":\"lead\",\"organisation\":\"@namur\"}],\"project\":["
      "{\"kind\":\"lot\",\"title\":\"Lot 10\"},{\"kind\":\"lot\",\"title\":\"Lot 3\"},"
      "{\"kind\":\"lot\",\"title\":\"Lot 1\"},{\"kind\":\"lot\",\"title\":\"Lot 2\"}]}}]",
      2024, "fr");

  assert_order (text, "Accueil", "Visite");
  assert_order (text, "Visite", "Balade");
  assert_order (text, "Balade", "Déjeuner");
  assert_order (text, "– Lot 1\n", "– Lot 2");
  assert_order (text, "– Lot 2", "– Lot 3");
}

/* Every white space away: a line may break anywhere in a fact. */
static char *
pack (const char *text)
{
  GString *packed = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x202F && c != 0x00A0)
        g_string_append_unichar (packed, c);
    }

  return g_string_free (packed, FALSE);
}

static EntProject *
read_sample (void)
{
  g_autoptr (GDir) dir = g_dir_open (ENT_TEST_SAMPLE, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (ENT_TEST_SAMPLE, name, NULL));
  g_assert_cmpuint (paths->len, >, 0);
  g_ptr_array_add (paths, NULL);

  return tool_read_project ((const char *const *) paths->pdata);
}

static guint
count_missing (const char *text, const char *lang)
{
  g_autofree char *packed = pack (text);
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;
  guint missing = 0;

  g_assert_true (g_file_get_contents (ENT_TEST_FACTS, &list, NULL, NULL));
  lines = g_strsplit (list, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) forms = g_strsplit (lines[i], "|", 2);
      g_autofree char *fact = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fact = pack (g_str_equal (lang, "en") && forms[1] ? forms[1] : forms[0]);
      if (!strstr (packed, fact))
        {
          g_printerr ("%s: missing: %s\n", lang, lines[i]);
          missing++;
        }
    }

  return missing;
}

/* The real report of 2024, made again from the sample: every name, date and figure of it, in
 * both languages, and nothing that is not activity of that year. */
static void
test_sample (gconstpointer data)
{
  const char *lang = data;
  g_autoptr (EntProject) project = read_sample ();
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, 2024, lang, tool_day ("2025-01-13"));
  g_autofree char *name = g_strdup_printf ("report-2024-%s.pdf", lang);
  g_autofree char *path = tool_write (paper, name);
  g_autofree char *blocks = ent_paper_dup_text (paper);
  const char *const argv[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *text = tool_run (argv);

  tool_check_pdf (paper, path);
  g_assert_cmpuint (count_missing (text, lang), ==, 0);
  tool_assert_lacks (blocks, "Istanbul");
  tool_assert_lacks (blocks, "Vervoort");
  tool_assert_lacks (blocks, "Territory labs");
  tool_assert_lacks (blocks, "This text exists in");
  tool_assert_lacks (blocks, "[fr]");
}

/* The sections stand in the order of the real report. */
static void
test_sample_order (void)
{
  static const char *const headings[] = { "Ententes intermunicipales",
                                          "Réseaux internationaux",
                                          "Relations spécifiques",
                                          "Villes cousines",
                                          "Accueils protocolaires et activités consulaires",
                                          "Accueils internationaux",
                                          "Actions spécifiques",
                                          "Coopération internationale communale" };
  g_autoptr (EntProject) project = read_sample ();
  g_autoptr (EntPaper)
      paper = ent_annual_report_build (project, 2024, "fr", tool_day ("2025-01-13"));
  guint next = 0;

  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    {
      const EntBlock *block = ent_paper_get_block (paper, i);
      g_autofree char *text = NULL;

      if (block->kind != ENT_BLOCK_HEADING || block->level != 1)
        continue;
      text = ent_runs_dup_text (block->text);
      if (next < G_N_ELEMENTS (headings))
        g_assert_cmpstr (text, ==, headings[next++]);
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (headings));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/annual-report/empty", test_empty);
  g_test_add_func ("/paper/annual-report/default-sections", test_default_sections);
  g_test_add_func ("/paper/annual-report/recorded", test_recorded);
  g_test_add_func ("/paper/annual-report/other-language", test_other_language);
  g_test_add_func ("/paper/annual-report/agreements", test_agreements);
  g_test_add_func ("/paper/annual-report/earlier-year", test_earlier_year);
  g_test_add_func ("/paper/annual-report/projects", test_projects);
  g_test_add_data_func ("/paper/annual-report/sample/fr", "fr", test_sample);
  g_test_add_data_func ("/paper/annual-report/sample/en", "en", test_sample);
  g_test_add_func ("/paper/annual-report/sample/order", test_sample_order);
  g_test_add_func ("/paper/annual-report/order-of-parts", test_order_of_parts);

  return g_test_run ();
}
