/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reading.h"

#include <string.h>

/* The work that rules have with PIECES, over and over up to LENGTH bytes. */
static guint64
count_work (const char *const *pieces, guint n_pieces, gsize length, GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EntDocumentReading) reading = NULL;

  while (text->len < length)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, (gint32) n_pieces)]);
  reading = ent_document_reading_new (text->str, (gssize) text->len);

  return reading->work;
}

static const char *const hostile[] = {
  "A",
  "Ab ",
  "culture, ",
  "Brive et ",
  " ",
  "entre la ville de ",
  "Jean Petit, maire de Brive, et ",
  "(",
  "a-b-",
  "convention de coopération ",
  "J. ",
  "L'A",
  "signé lundi ",
  "3 mai 2020\n",
  "VILLE DE ",
  "Jean PETIT ",
  "s'engagent à : ",
  "• culture\n",
  "1. Culture\n",
  "dans les domaines de la culture, ",
  "Pour la Ville de Brive\n",
  "the City of Leeds and ",
  "Mayor Ann Cole and ",
  "a\tb\t",
  "« ",
  "un comité mixte ",
  "pour une durée de cinq ans ",
  "for a period of five years from ",
};

/* What a byte of text may cost: as many patterns, and some of them again over its sentence. */
#define WORK_A_BYTE 240

/* Runs of anything, and mixtures of them, are read with work that grows with their length alone;
 * no pattern is given up. */
static void
test_long_runs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (hostile) + 12; i++)
    {
      gboolean single = i < G_N_ELEMENTS (hostile);
      guint start = single ? i : (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (hostile) - 4);
      guint n = single ? 1 : 4;
      guint64 once = count_work (hostile + start, n, 12000, rand);
      guint64 twice = count_work (hostile + start, n, 24000, rand);

      g_test_message ("%s: %" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT, hostile[start], once,
                      twice);
      g_assert_cmpuint (once, <, (guint64) 12000 * WORK_A_BYTE);
      g_assert_cmpuint (twice, <=, once * 5 / 2);
    }
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
  g_test_add_func ("/reader/reading-work/long-runs", test_long_runs);
  g_test_add_func ("/reader/reading-work/noise", test_noise);

  return g_test_run ();
}
