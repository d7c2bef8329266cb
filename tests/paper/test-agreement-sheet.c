/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-tools.h"
#include "paper/ent-agreement-sheet.h"

static const char records[] =
    "\"organisation\":[{\"id\":\"@namur\",\"name\":\"Ville de Namur\"},"
    "{\"id\":\"@office\",\"name\":\"Commissariat\"},"
    "{\"id\":\"@terrebonne\",\"name\":\"Ville de Terrebonne\"},"
    "{\"id\":\"@bep\",\"name\":\"BEP\"}],"
    "\"place\":[{\"id\":\"@lieu\",\"name\":\"Namur\",\"kind\":\"city\"}],"
    "\"person\":[{\"id\":\"@t\",\"shown_name\":\"Mathieu Traversy\",\"address_form\":\"M.\"},"
    "{\"id\":\"@p\",\"shown_name\":\"Maxime Prévot\",\"email\":\"secret@example.org\"}],"
    "\"document\":[{\"id\":\"@doc\",\"title\":\"Texte signé\",\"url\":\"https://example.org/t\"}],"
    "\"agreement\":[{\"id\":\"@old\",\"kind\":\"accord\",\"title\":\"Accord ancien\","
    "\"signed\":\"2010\"},"
    "{\"id\":\"@ag\",\"kind\":\"protocol\",\"title\":\"Protocole 2024-2026\","
    "\"title@en\":\"Protocol 2024-2026\",\"label\":\"2024-2026\",\"signed\":\"2023-11-28\","
    "\"effective\":\"2024\",\"ends\":\"2026\",\"term_kind\":\"fixed\",\"reciprocal\":true,"
    "\"open_ended\":true,\"purpose\":\"Coopérer : oui.\",\"children\":{"
    "\"party\":[{\"id\":\"@pa\",\"organisation\":\"@terrebonne\",\"side\":\"Terrebonne\","
    "\"tier\":\"party\"},"
    "{\"id\":\"@pb\",\"organisation\":\"@bep\",\"side\":\"Namur\",\"tier\":\"partner\"},"
    "{\"id\":\"@pc\",\"organisation\":\"@namur\",\"side\":\"Namur\",\"tier\":\"party\"}],"
    "\"signing\":[{\"date\":\"2023-11-28\",\"place\":\"@lieu\",\"mode\":\"wet\",\"children\":{"
    "\"signatory\":[{\"person\":\"@t\",\"party\":\"@pa\",\"function\":\"Maire\"},"
    "{\"person\":\"@p\",\"party\":\"@pc\",\"function\":\"Bourgmestre\"}]}}],"
    "\"provision\":[{\"kind\":\"recital\",\"verb\":\"Considérant\",\"text\":\"l’amitié\"},"
    "{\"kind\":\"theme\",\"number\":\"I\",\"title\":\"Climat\",\"text\":\"Contexte.\","
    "\"children\":{\"provision\":[{\"kind\":\"commitment\",\"number\":\"1\","
    "\"text\":\"Partager.\"},{\"kind\":\"commitment\",\"text\":\"Former.\"}]}},"
    "{\"kind\":\"clause\",\"text\":\"Évolution.\"}],"
    "\"obligation\":[{\"kind\":\"report\",\"text\":\"Rapport annuel\",\"owner\":\"@office\","
    "\"per_year_min\":2,\"per_year_max\":3,\"due\":\"2025-03\"}],"
    "\"participation\":[{\"role\":\"follow_up\",\"organisation\":\"@office\","
    "\"represents\":\"@namur\"}],"
    "\"copy\":[{\"number\":\"1\",\"language\":\"fr\",\"holder\":\"@namur\",\"shelf\":\"A 12\"}],"
    "\"attachment\":[{\"document\":\"@doc\",\"role\":\"text\"}],"
    "\"note\":[{\"kind\":\"sensitive\",\"text\":\"point délicat\"}],"
    "\"citation\":[{\"field\":\"title\",\"claim\":\"Entente\",\"document\":\"@doc\",\"page\":2},"
    "{\"field\":\"title\",\"claim\":\"Protocole\",\"document\":\"@doc\",\"preferred\":true,"
    "\"reason\":\"titre du texte\"},{\"field\":\"signed\",\"quote\":\"le 28 novembre\"}],"
    "\"link\":[{\"kind\":\"renews\",\"target\":\"@old\"}]}}]";

static EntPaper *
build (const char *title, const char *lang, const char *today)
{
  g_autoptr (EntProject) project = tool_read_records (records);
  EntRecord *agreement = ent_project_find (project, &ent_agreement_table, title, NULL);

  g_assert_nonnull (agreement);
  return ent_agreement_sheet_build (project, ENT_AGREEMENT (agreement), lang, tool_day (today));
}

static void
test_sheet (void)
{
  g_autoptr (EntPaper) paper = build ("Protocole 2024-2026", "en", "2025-01-13");
  g_autofree char *text = ent_paper_dup_text (paper);
  g_autofree char *path = tool_write (paper, "sheet.pdf");

  g_assert_cmpstr (ent_paper_get_title (paper), ==, "Protocol 2024-2026");
  tool_assert_contains (text, "Agreement sheet, as of 13 January 2025");
  tool_assert_contains (text, "State In force until the end of 2026");
  tool_assert_contains (text, "Our role Party");
  tool_assert_contains (text, "Signed on 28 November 2023, Namur");
  tool_assert_contains (text, "Period as written 2024-2026");
  tool_assert_contains (text, "Reciprocal Yes");
  tool_assert_contains (text, "This text exists in French only. Coopérer : oui.");
  tool_assert_contains (text, "Terrebonne Ville de Terrebonne Party "
                              "Namur Ville de Namur Party Namur BEP Co-signatory partner");
  tool_assert_contains (text, "Mode By hand");
  tool_assert_contains (text, "M. Mathieu Traversy Maire [fr] Ville de Terrebonne Terrebonne");
  tool_assert_contains (text, "Maxime Prévot Bourgmestre [fr] Ville de Namur Namur");
  tool_assert_contains (text, "Preamble Considérant [fr] – l’amitié");
  tool_assert_contains (text, "I. Climat [fr]");
  tool_assert_contains (text, "Partager. [fr] 1. Former. [fr]");
  tool_assert_contains (text, "Other Provisions Évolution.");
  tool_assert_contains (text, "Rapport annuel [fr] Commissariat 2 to 3 times a year March 2025 –");
  tool_assert_contains (text, "Follow-up body Commissariat (Ville de Namur)");
  tool_assert_contains (text, "Renews Accord ancien (2010)");
  tool_assert_contains (text, "1 French Ville de Namur A 12 –");
  tool_assert_contains (text, "Signed text Texte signé");
  tool_assert_contains (text, "titre du texte Title Entente Texte signé, p. 2");
  tool_assert_contains (text, "Title Protocole Texte signé titre du texte");
  tool_assert_lacks (text, "délicat");
  tool_assert_lacks (text, "secret@example.org");
  tool_check_pdf (paper, path);
}

static void
test_state (void)
{
  g_autoptr (EntPaper) before = build ("Protocole 2024-2026", "en", "2023-12-01");
  g_autoptr (EntPaper) after = build ("Protocole 2024-2026", "en", "2027-01-01");
  g_autofree char *early = ent_paper_dup_text (before);
  g_autofree char *late = ent_paper_dup_text (after);

  tool_assert_contains (early, "State Signed, not yet in force");
  tool_assert_contains (late, "State Ended at the end of 2026");
}

/* What is not recorded has no heading. */
static void
test_bare (void)
{
  g_autoptr (EntPaper) paper = build ("Accord ancien", "en", "2025-01-13");
  g_autofree char *text = ent_paper_dup_text (paper);
  g_autofree char *path = tool_write (paper, "sheet-bare.pdf");

  tool_assert_contains (text, "State Signed, validity not recorded");
  tool_assert_contains (text, "Our role None, only followed");
  tool_assert_contains (text, "Lineage Renewed by Protocol 2024-2026 (28 November 2023)");
  tool_assert_lacks (text, "Parties");
  tool_assert_lacks (text, "Signatures");
  tool_assert_lacks (text, "Duties");
  tool_assert_lacks (text, "Copies");
  tool_assert_lacks (text, "Reciprocal");
  tool_check_pdf (paper, path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/agreement-sheet/sheet", test_sheet);
  g_test_add_func ("/paper/agreement-sheet/state", test_state);
  g_test_add_func ("/paper/agreement-sheet/bare", test_bare);

  return g_test_run ();
}
