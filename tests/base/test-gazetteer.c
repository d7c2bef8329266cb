/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of places that is built: names in both languages are found, quickly. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-gazetteer.h"
#include "base/ent-text.h"

#define LIMIT 8

/* Every so many places is looked for by its name. */
#define STRIDE 977

/* Longest search, in microseconds: a frame. Machines that test do more than this. */
#define LONGEST 16000

static void
assert_first (const char *typed, const char *name, const char *country, const char *region)
{
  EntGazetteer *gazetteer = ent_gazetteer_get_default ();
  guint found[LIMIT];
  guint n = ent_gazetteer_search (gazetteer, typed, found, LIMIT);
  EntGazetteerPlace place;

  g_assert_cmpuint (n, >, 0);
  ent_gazetteer_get (gazetteer, found[0], &place);
  g_assert_cmpstr (place.name, ==, name);
  g_assert_cmpstr (place.country, ==, country);
  g_assert_cmpstr (place.region, ==, region);
}

static void
test_names (void)
{
  guint found[LIMIT];

  assert_first ("NAMUR", "Namur", "BE", "Walloon Region");
  assert_first ("bruxelles", "Brussels", "BE", "Brussels Capital");
  assert_first ("hue", "Huế", "VN", "Thừa Thiên-Huế");
  assert_first ("Hué", "Huế", "VN", "Thừa Thiên-Huế");
  assert_first ("quebec", "Québec", "CA", "Quebec");
  assert_first ("lafayette, louis", "Lafayette", "US", "Louisiana");
  assert_first ("mans, france", "Le Mans", "FR", "Pays de la Loire Region");
  g_assert_cmpuint (ent_gazetteer_search (ent_gazetteer_get_default (), "zzzz", found, LIMIT), ==,
                    0);
  g_assert_cmpuint (ent_gazetteer_search (ent_gazetteer_get_default (), " ", found, LIMIT), ==, 0);
}

static void
test_facts (void)
{
  EntGazetteer *gazetteer = ent_gazetteer_get_default ();
  guint found[LIMIT];
  EntGazetteerPlace place;

  g_assert_cmpuint (ent_gazetteer_search (gazetteer, "Bruxelles", found, LIMIT), >, 0);
  ent_gazetteer_get (gazetteer, found[0], &place);
  g_assert_cmpstr (place.french, ==, "Bruxelles");
  g_assert_cmpstr (place.zone, ==, "Europe/Brussels");
  g_assert_cmpfloat_with_epsilon (place.lat, 50.850, 0.001);
  g_assert_cmpfloat_with_epsilon (place.lon, 4.349, 0.001);
  g_assert_cmpstr (ent_gazetteer_get_country_name (gazetteer, "BE", "fr"), ==, "Belgique");
  g_assert_cmpstr (ent_gazetteer_get_country_name (gazetteer, "BE", "en"), ==, "Belgium");
  g_assert_cmpstr (ent_gazetteer_get_country_name (gazetteer, "??", "en"), ==, "??");
}

/* Any place is among those of its whole name, unless many larger ones bear it too. */
static void
test_every_place (void)
{
  EntGazetteer *gazetteer = ent_gazetteer_get_default ();
  const guint limit = 200;
  g_autofree guint *found = g_new (guint, limit);

  g_assert_cmpuint (ent_gazetteer_count (gazetteer), >, 130000);
  for (guint i = 0; i < ent_gazetteer_count (gazetteer); i += STRIDE)
    {
      EntGazetteerPlace place;
      gboolean there = FALSE;
      guint n;

      ent_gazetteer_get (gazetteer, i, &place);
      g_assert_cmpfloat (ABS (place.lat), <=, 90);
      g_assert_cmpfloat (ABS (place.lon), <=, 180);
      if (strchr (place.name, ','))
        continue;
      n = ent_gazetteer_search (gazetteer, place.name, found, limit);
      for (guint j = 0; j < n; j++)
        there = there || found[j] == i;
      g_assert_true (there || n == limit);
    }
}

static void
test_speed (void)
{
  static const char *const typed[] = { "a", "s", "sa", "sai", "san", "la", "l", "b" };
  guint found[LIMIT];

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 best = G_MAXINT64;

      for (guint turn = 0; turn < 5; turn++)
        {
          gint64 begun = g_get_monotonic_time ();

          ent_gazetteer_search (ent_gazetteer_get_default (), typed[i], found, LIMIT);
          best = MIN (best, g_get_monotonic_time () - begun);
        }
      g_test_message ("“%s”: %" G_GINT64_FORMAT " µs", typed[i], best);
      g_assert_cmpint (best, <, LONGEST);
    }
}

static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (EntGazetteer) gazetteer = NULL;
  int file = g_file_open_tmp ("places-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, "EntPlac1 and nothing", -1, NULL));
  gazetteer = ent_gazetteer_open (path, &error);
  g_assert_null (gazetteer);
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer/names", test_names);
  g_test_add_func ("/gazetteer/facts", test_facts);
  g_test_add_func ("/gazetteer/every-place", test_every_place);
  g_test_add_func ("/gazetteer/speed", test_speed);
  g_test_add_func ("/gazetteer/damaged", test_damaged);

  return g_test_run ();
}
