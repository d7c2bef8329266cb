/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* The values read for FIELD, parted by |. */
static char *
read_field (const char *text, EntReadingField field)
{
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (text, -1);
  const EntAgreementReading *agreement = reading->agreements->pdata[0];
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < agreement->proposals->len; i++)
    {
      const EntProposal *proposal = agreement->proposals->pdata[i];

      if (proposal->field != field)
        continue;
      if (values->len > 0)
        g_string_append_c (values, '|');
      g_string_append (values, proposal->value);
    }

  return g_string_free (values, FALSE);
}

static void
check_example (const EntReadExample *example, gpointer data)
{
  g_autofree char *value = NULL;
  g_autoptr (EntReaderText) text = NULL;

  g_assert_nonnull (example->text);
  text = ent_reader_text_new (example->text, -1);
  if (!g_regex_match (ent_reader_regex (example->pattern), text->flow, 0, NULL))
    {
      g_test_message ("not found in “%s”: %s", example->text, example->pattern);
      g_test_fail ();
      return;
    }
  if (example->expected == NULL)
    return;
  value = read_field (example->text, example->field);
  if (!g_str_has_prefix (value, example->expected))
    {
      g_test_message ("“%s”: “%s” instead of “%s”", example->text, value, example->expected);
      g_test_fail ();
    }
}

/* Each rule has its case beside it. */
static void
test_examples (void)
{
  ent_read_kind_examples (check_example, NULL);
  ent_read_party_examples (check_example, NULL);
  ent_read_signing_examples (check_example, NULL);
  ent_read_period_examples (check_example, NULL);
  ent_read_theme_examples (check_example, NULL);
  ent_read_signatory_examples (check_example, NULL);
}

typedef struct
{
  const char *text;
  EntReadingField field;
  const char *expected;
} Case;

/* One case a difficulty that real documents have; all made up. */
static const Case cases[] = {
  /* Dates that are others': of a decision, of the page, of an earlier agreement. */
  { "Charte de jumelage entre la ville de Brive et la ville de Lauf.\nVu la délibération du 3 mars "
    "2001,\nFait à Brive, le 5 mai "
    "2002.\nPublié le 7 juin 2010",
    ENT_READING_SIGNED_ON, "2002-05-05" },
  { "Le 12 janvier 2024 a été signée une convention entre la ville de Lens et la ville de "
    "Ville-Marie, après un premier accord "
    "signé en 2009.",
    ENT_READING_SIGNED_ON, "2024-01-12" },
  /* Dates in words, without a year, in American order. */
  { "Convention de coopération.\nFait à Dinant, le trois septembre deux mille quatre.",
    ENT_READING_SIGNED_ON, "2004-09-03" },
  { "Memorandum of Understanding.\nSigned this third day of April, nineteen eighty-nine.",
    ENT_READING_SIGNED_ON, "1989-04-03" },
  { "Mardi 23 mai 2017\nLes villes de Liège et Lomé ont signé ce jeudi 18 mai un accord de "
    "coopération.",
    ENT_READING_SIGNED_ON, "2017-05-18" },
  { "Sister City Agreement\nSigned in Dover on 04/28/2011.", ENT_READING_SIGNED_ON, "2011-04-28" },
  /* Periods in titles. */
  { "Programme de coopération 2016/2017/2018 entre Brest et Saponé", ENT_READING_VALID_TO, "2018" },
  { "Programme de coopération 2016/2017/2018 entre Brest et Saponé", ENT_READING_VALID_FROM,
    "2016" },
  { "The agreement between Leeds and Durban stays in force until 31 December 2026.",
    ENT_READING_VALID_TO, "2026" },
  { "The agreement between Leeds and Durban stays in force until 31 December 2026.",
    ENT_READING_VALID_FROM, "" },
  { "La présente convention est conclue pour une durée de trois ans.", ENT_READING_TERM,
    "trois ans" },
  /* Who signed, and who only attended. */
  { "Jean Petit, maire de Dinant, et Hans Gross, maire de Kiel, ont signé la charte de jumelage, "
    "en présence de Paul Martin, "
    "préfet du Nord.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Letter of Intent\nDone at Covington on June 30, 2015\n\nAki Mori          John Reed\nMayor    "
    "         Mayor\n"
    "City of Tatsuno   City of Covington\n",
    ENT_READING_SIGNATORY, "Aki Mori|John Reed" },
  /* Signed apart. */
  { "Les maires de Bruxelles et de Porto ont signé le protocole d'accord lors d'une rencontre "
    "virtuelle.",
    ENT_READING_REMOTE, "true" },
  { "Les maires de Bruxelles et de Porto ont signé le protocole d'accord à Porto.",
    ENT_READING_REMOTE, "" },
  /* Areas of the past. */
  { "Par le passé, les villes ont collaboré dans les domaines de la pêche et de la forêt. La "
    "présente convention porte sur les "
    "domaines suivants :\n• Le climat\n• Les musées\n",
    ENT_READING_THEME, "Le climat|Les musées" },
  { "They will cooperate in the fields of education, science and technology, and tourism.",
    ENT_READING_THEME, "education|science and technology|tourism" },
  /* Letters that a machine read: glued, with debris. */
  { "Agreement between the City of Hamm,Germany and the City of Bath,England", ENT_READING_PARTY,
    "City of Hamm|City of Bath" },
  /* Another article of the page. */
  { "Namur et Hué signent un protocole de coopération pour la période 2024-2029. Les deux villes, "
    "heureuses de leurs échanges, ont "
    "signé à Lausanne ce protocole, qui prolonge une histoire commune et amicale de plus de dix "
    "ans au service des habitants.\n"
    "À lire aussi\nTripoli et Djibouti ont signé à Tunis une convention 2030-2031 le 4 mai 2030.\n",
    ENT_READING_SIGNED_ON, "" },
  { "Bonjour, il fait beau.", ENT_READING_KIND, "" },
  { "", ENT_READING_PARTY, "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = read_field (cases[i].text, cases[i].field);

      if (!g_str_equal (value, cases[i].expected))
        {
          g_test_message ("“%s”: “%s” instead of “%s”", cases[i].text, value, cases[i].expected);
          g_test_fail ();
        }
    }
}

/* Words stand where a proposal says they stand, whatever the text went through. */
static void
test_evidence (void)
{
  const char *text = "PAGE DE GARDE\f  Signe\u0301  à  Namur le 28\u00a0novembre 2023, en deux "
                     "exemplaires\n  originaux.\n\nPour la Ville "
                     "de Namur\nJean Petit, Bourgmestre de Namur\n";
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (text, -1);
  const EntAgreementReading *agreement = reading->agreements->pdata[0];
  const EntProposal *date = ent_agreement_reading_find (agreement, ENT_READING_SIGNED_ON);
  const EntProposal *copies = ent_agreement_reading_find (agreement, ENT_READING_COPIES);
  g_autofree char *words = NULL;

  g_assert_nonnull (date);
  g_assert_cmpstr (date->value, ==, "2023-11-28");
  g_assert_cmpuint (date->page, ==, 2);
  words = g_strndup (text + date->start, date->end - date->start);
  g_assert_cmpstr (words, ==, "28\u00a0novembre 2023");
  g_assert_nonnull (copies);
  g_assert_cmpstr (copies->value, ==, "deux exemplaires originaux");
}

/* Bytes of any kind are read without harm, and each proposal stands within the text. */
static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char *const pieces[] = { "Signé à Namur le 28 novembre 2023 ",
                                        "Ville de ",
                                        "\n",
                                        "\f",
                                        "• ",
                                        "é",
                                        "\xff",
                                        "2024-2026 ",
                                        "entre ",
                                        "et ",
                                        "Jean Petit, Maire de Hué ",
                                        "(",
                                        "dans les domaines de ",
                                        ", ",
                                        "\xe2\x80",
                                        "\t\t" };

  for (guint n = 0; n < 300; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EntDocumentReading) reading = NULL;
      const EntAgreementReading *agreement;

      for (int i = g_rand_int_range (rand, 0, 60); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      reading = ent_document_reading_new (text->str, (gssize) text->len);
      agreement = reading->agreements->pdata[0];
      for (guint i = 0; i < agreement->proposals->len; i++)
        {
          const EntProposal *proposal = agreement->proposals->pdata[i];

          g_assert_cmpuint (proposal->start, <=, proposal->end);
          g_assert_cmpuint (proposal->end, <=, text->len);
          g_assert_true (g_utf8_validate (proposal->value, -1, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/reading/examples", test_examples);
  g_test_add_func ("/reader/reading/cases", test_cases);
  g_test_add_func ("/reader/reading/evidence", test_evidence);
  g_test_add_func ("/reader/reading/noise", test_noise);

  return g_test_run ();
}
