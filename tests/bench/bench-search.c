/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-search PROJECT N_PAGES: the search as one types, over the records of PROJECT (a working
 * database) and so many pages of 400 words, the commonest words letter by letter: the hard case.
 * Prints in milliseconds the 95th percentile of the first hits by SQLite alone on an open
 * connection, of ours from the key to the hits in hand, of our ranked hits, and the longest time
 * in which the main loop could draw no frame; then the median and the worst of our first hits. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "store/ent-page-index.h"
#include "store/ent-store.h"
#include "store/ent-working-copy.h"

#define SEED 20241122
#define WORDS_A_PAGE 400
#define PAGES_A_FILE 20
#define N_RARE 20000

static const char *const common[] = {
  "coopération",   "cooperation",  "protocole",   "convention",    "international",
  "communication", "collectivité", "partenariat", "environnement", "culturelle",
  "signature",     "bourgmestre",  "université",  "agreement",     "delegation",
  "visite",        "present",      "commission",  "objectif",      "programme"
};

static void
check (gboolean good, const char *what, GError **error)
{
  if (!good)
    g_error ("%s: %s", what, *error != NULL ? (*error)->message : "failed");
}

static char *
dup_page (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < WORDS_A_PAGE; i++)
    {
      /* As in a language: few words are most of the text. */
      double place = g_rand_double (rand);

      if (place < 0.3)
        g_string_append (text, common[g_rand_int_range (rand, 0, G_N_ELEMENTS (common))]);
      else
        g_string_append_printf (text, "%c%c%d", 'a' + g_rand_int_range (rand, 0, 26),
                                'a' + g_rand_int_range (rand, 0, 26),
                                (int) (place * place * place * N_RARE));
      g_string_append_c (text, i % 12 == 11 ? '\n' : ' ');
    }

  return g_string_free_and_steal (text);
}

/* Documents with hashes of no file, whose pages are put into the index by hand. */
static void
fill (EntStore *store, const char *path, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPageIndex) index = ent_page_index_open (path, &error);
  g_autoptr (EntAction) action = ent_store_begin (store, "Bench", NULL, NULL);
  GRand *rand = g_rand_new_with_seed (SEED);

  check (index != NULL, path, &error);
  for (guint file = 0; file * PAGES_A_FILE < n_pages; file++)
    {
      g_autofree char *title = g_strdup_printf ("Dossier %u", file);
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, title, -1);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      EntId id = ent_action_add (action, &ent_document_table, ENT_ID_NONE, &error);

      ent_action_set (action, id, ent_table_find_column (&ent_document_table, "title"), title,
                      &error);
      ent_action_set (action, id, ent_table_find_column (&ent_document_table, "sha256"), sha256,
                      &error);
      for (guint i = 0; i < PAGES_A_FILE; i++)
        g_ptr_array_add (texts, dup_page (rand));
      check (ent_page_index_begin (index, sha256, &error)
                 && ent_page_index_add (index, sha256, texts, &error)
                 && ent_page_index_end (index, sha256, ENT_PAGES_READ, &error),
             "page", &error);
    }
  check (ent_action_commit (action, &error), "commit", &error);
  g_rand_free (rand);
}

typedef struct
{
  GMainLoop *loop;
  gint64 last_tick;
  gint64 longest;
  GPtrArray *hits;
} Watch;

static gboolean
tick_cb (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, now - watch->last_tick);
  watch->last_tick = now;

  return G_SOURCE_CONTINUE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Watch *watch = user_data;

  watch->hits = ent_store_search_finish (ENT_STORE (source), result, NULL);
  g_main_loop_quit (watch->loop);
}

static double
search (EntStore *store, const char *query, gboolean ranked, Watch *watch)
{
  gint64 start = g_get_monotonic_time ();
  double taken;

  watch->last_tick = start;
  ent_store_search_async (store, query, ranked ? 100 : 20, "fr", ranked, NULL, found_cb, watch);
  g_main_loop_run (watch->loop);
  taken = (double) (g_get_monotonic_time () - start) / 1000;
  tick_cb (watch);
  g_clear_pointer (&watch->hits, g_ptr_array_unref);

  return taken;
}

static double
search_alone (sqlite3 *records, sqlite3 *pages, const char *query)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"*", query);
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 2; i++)
    {
      sqlite3_stmt *statement = NULL;

      sqlite3_prepare_v2 (i == 0 ? records : pages,
                          "SELECT rowid FROM words WHERE words MATCH ? LIMIT 20", -1, &statement,
                          NULL);
      sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      sqlite3_finalize (statement);
    }

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (GArray *times, double part)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) (part * (times->len - 1)));
}

static sqlite3 *
open_alone (const char *folder, const char *leaf)
{
  g_autofree char *path = g_build_filename (folder, leaf, NULL);
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));

  return db;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_open (argv[1], &error);
  g_autofree char *folder = g_path_get_dirname (argv[1]);
  g_autofree char *path = g_build_filename (folder, ENT_WORKING_PAGES, NULL);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (double));
  Watch watch = { g_main_loop_new (NULL, FALSE), 0, 0, NULL };
  gint64 start;
  double build;
  sqlite3 *records, *pages;

  check (store != NULL, argv[1], &error);
  fill (store, path, (guint) atoi (argv[2]));
  g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &watch, NULL);
  start = g_get_monotonic_time ();
  search (store, "zz", FALSE, &watch);
  build = (double) (g_get_monotonic_time () - start) / 1000;
  g_printerr ("first search of a new index %.0f ms, longest stall %.0f ms\n", build,
              (double) watch.longest / 1000);
  ent_store_update_index (store);
  watch.longest = 0;
  records = open_alone (folder, ENT_WORKING_INDEX);
  pages = open_alone (folder, ENT_WORKING_PAGES);

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    for (guint n = 2; n <= MIN (8, (guint) g_utf8_strlen (common[i], -1)); n++)
      {
        g_autofree char *query = g_utf8_substring (common[i], 0, n);
        double time = search_alone (records, pages, query);

        g_array_append_val (alone, time);
        time = search (store, query, FALSE, &watch);
        g_array_append_val (first, time);
        time = search (store, query, TRUE, &watch);
        g_array_append_val (ranked, time);
      }
  g_print ("%.2f %.2f %.2f %.2f\n", percentile (alone, 0.95), percentile (first, 0.95),
           percentile (ranked, 0.95), (double) watch.longest / 1000);
  g_printerr ("first hits p50 %.1f worst %.1f, ranked p50 %.1f worst %.1f ms\n",
              percentile (first, 0.5), percentile (first, 1), percentile (ranked, 0.5),
              percentile (ranked, 1));
  sqlite3_close (records);
  sqlite3_close (pages);
  g_main_loop_unref (watch.loop);
  ent_store_close (store);

  return 0;
}
