/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-id.h"

#include <string.h>

#define ROUNDS 20000

static void
test_round_trip (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      EntId id = ent_id_new ();
      EntId parsed;
      g_autofree char *text = ent_id_to_string (id);
      g_autofree char *upper = g_ascii_strup (text, -1);

      g_assert_cmpint (id, >, 0);
      g_assert_cmpuint (strlen (text), ==, ENT_ID_LENGTH);
      g_assert_true (ent_id_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, id);
      g_assert_true (ent_id_parse (upper, &parsed));
      g_assert_cmpint (parsed, ==, id);
    }
}

static void
test_written_form (void)
{
  static const struct
  {
    EntId id;
    const char *text;
  } rows[] = {
    { 1, "0000000000001" },
    { 31, "000000000000z" },
    { 32, "0000000000010" },
    { G_MAXINT64, "7zzzzzzzzzzzz" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntId parsed;
      g_autofree char *text = ent_id_to_string (rows[i].id);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (ent_id_parse (rows[i].text, &parsed));
      g_assert_cmpint (parsed, ==, rows[i].id);
    }
}

static void
test_order_is_kept (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      EntId a = ent_id_new ();
      EntId b = ent_id_new ();
      g_autofree char *text_a = ent_id_to_string (a);
      g_autofree char *text_b = ent_id_to_string (b);

      g_assert_cmpint (strcmp (text_a, text_b) < 0, ==, a < b);
    }
}

static void
test_look_alikes (void)
{
  EntId a;
  EntId b;

  g_assert_true (ent_id_parse ("0o00000oil1LI", &a));
  g_assert_true (ent_id_parse ("0000000011111", &b));
  g_assert_cmpint (a, ==, b);
}

static void
test_refused (void)
{
  static const char *const rows[] = {
    "", "0", "0000000000000", "8000000000000", "zzzzzzzzzzzzz", "000000000001", "00000000000001",
    "000000000000u", "00000000-0001", "000000000000é", "             1", "00000000000\n1",
  };
  EntId id = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_false (ent_id_parse (rows[i], &id));
      g_assert_cmpint (id, ==, ENT_ID_NONE);
    }
  g_assert_false (ent_id_parse (NULL, &id));
}

static void
test_random_text (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      char text[ENT_ID_LENGTH + 3] = { 0 };
      int length = g_test_rand_int_range (0, ENT_ID_LENGTH + 2);
      EntId id;

      for (int j = 0; j < length; j++)
        text[j] = (char) g_test_rand_int_range (1, 256);
      if (ent_id_parse (text, &id))
        g_assert_cmpint (id, >, 0);
    }
}

static void
test_from_key (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *key = g_strdup_printf ("agreement/%d", i);
      EntId id = ent_id_from_key (key);

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, ==, ent_id_from_key (key));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }

  /* Written down once: samples built by other versions must get the same ids.
   * SHA-256 of "entente" begins with these eight bytes, the top bit cleared. */
  {
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "entente", -1);
    guint64 expected;

    digest[16] = '\0';
    expected = g_ascii_strtoull (digest, NULL, 16) & G_MAXINT64;
    g_assert_cmpint (ent_id_from_key ("entente"), ==, (EntId) expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/round-trip", test_round_trip);
  g_test_add_func ("/base/id/written-form", test_written_form);
  g_test_add_func ("/base/id/order-is-kept", test_order_is_kept);
  g_test_add_func ("/base/id/look-alikes", test_look_alikes);
  g_test_add_func ("/base/id/refused", test_refused);
  g_test_add_func ("/base/id/random-text", test_random_text);
  g_test_add_func ("/base/id/from-key", test_from_key);
  return g_test_run ();
}
