/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>

#include "pages/ent-page-file.h"
#include "pages/ent-page-reader.h"
#include "store/ent-attach.h"
#include "store/ent-page-index.h"

static EntId
attach (Fixture *fixture, const char *name, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-pages-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_intake_free);
  g_autoptr (GArray) attached = NULL;

  g_assert_no_error (error);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  g_ptr_array_add (intakes, ent_intake_read (file, fixture->directory, NULL, NULL, &error));
  g_assert_no_error (error);
  attached = ent_store_attach (fixture->store, intakes, ENT_ID_NONE, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return g_array_index (attached, EntAttached, 0).document;
}

static void
read_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_page_file_read_all (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

/* The pages on which @query is found, "2 5" for the second and the fifth. */
static char *
find_pages (Fixture *fixture, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ent_store_search (fixture->store, query, 0, "fr", &error);
  g_autoptr (GString) pages = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint page = 1; page < 1000; page++)
    for (guint i = 0; i < hits->len; i++)
      if (((EntHit *) g_ptr_array_index (hits, i))->page_number == page)
        g_string_append_printf (pages, "%s%u", pages->len > 0 ? " " : "", page);

  return g_strdup (pages->str);
}

static void
assert_pages (Fixture *fixture, const char *query, const char *expected)
{
  g_autofree char *found = find_pages (fixture, query);

  g_assert_cmpstr (found, ==, expected);
}

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autofree char *path = ent_page_file_dup_index (fixture->store);

  return query_integer (path, sql);
}

static void
test_find (Fixture *fixture, gconstpointer user_data)
{
  EntId document = attach (fixture, "accord.txt",
                           "Le bourgmestre ouvre la séance.\f"
                           "La coopé-\nration décentralisée, l’œuvre du vice-\nprésident.\f\f"
                           "A twinning of cities; la Coopération.",
                           -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  EntHit *hit;

  assert_pages (fixture, "cooperation", "");
  read_all (fixture);
  assert_pages (fixture, "cooperation", "2 4");
  assert_pages (fixture, "COOP", "2 4");
  assert_pages (fixture, "seance bourg", "1");
  assert_pages (fixture, "oeuvre", "2");
  assert_pages (fixture, "president", "2");
  assert_pages (fixture, "twin", "4");
  assert_pages (fixture, "twinning seance", "");

  hits = ent_store_search (fixture->store, "decentr", 0, "fr", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->record, ==, document);
  g_assert_cmpstr (hit->title, ==, "accord");
  g_assert_cmpstr (hit->snippet, ==,
                   "La coopération \u2068décentralisée\u2069, l’œuvre du viceprésident.");
}

static void
test_undo (Fixture *fixture, gconstpointer user_data)
{
  attach (fixture, "a.txt", "Namur", -1);
  read_all (fixture);
  assert_pages (fixture, "namur", "1");
  undo (fixture->store);
  assert_pages (fixture, "namur", "");
  redo (fixture->store);
  assert_pages (fixture, "namur", "1");

  /* What no document has any more is forgotten, and read again where it comes back. */
  undo (fixture->store);
  read_all (fixture);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM page"), ==, 0);
  redo (fixture->store);
  read_all (fixture);
  assert_pages (fixture, "namur", "1");
}

static void
test_same_twice (Fixture *fixture, gconstpointer user_data)
{
  EntId first = attach (fixture, "a.txt", "Namur", -1);

  g_assert_cmpint (attach (fixture, "b.txt", "Namur", -1), ==, first);
  read_all (fixture);
  read_all (fixture);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM page"), ==, 1);
  assert_pages (fixture, "namur", "1");
}

/* Cut off after the second page of four. */
static void
test_resume (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = ent_page_file_dup_index (fixture->store);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  EntId document = attach (fixture, "a.txt", "un\fdeux\ftrois\fquatre", -1);

  sha256 = get_field (fixture->store, document, "sha256");
  {
    g_autoptr (EntPageIndex) index = ent_page_index_open (path, &error);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();

    g_assert_no_error (error);
    g_ptr_array_add (texts, (gpointer) "was here");
    g_ptr_array_add (texts, (gpointer) "deux");
    ent_page_index_begin (index, sha256, &error);
    ent_page_index_add (index, sha256, texts, &error);
    g_assert_no_error (error);
  }
  read_all (fixture);
  assert_pages (fixture, "here", "1");
  assert_pages (fixture, "deux", "2");
  assert_pages (fixture, "quatre", "4");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM page"), ==, 4);
}

static void
test_unreadable (Fixture *fixture, gconstpointer user_data)
{
  attach (fixture, "empty.txt", " \n\n", -1);
  attach (fixture, "data.txt", "\xff\xfe\x00\x01", 4);
  attach (fixture, "photo.jpg", "Namur", -1);
  read_all (fixture);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM file"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM file WHERE state = 2"), ==, 2);
  assert_pages (fixture, "namur", "");
}

static void
test_damaged_index (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = ent_page_file_dup_index (fixture->store);
  g_autoptr (GError) error = NULL;

  attach (fixture, "a.txt", "Namur", -1);
  g_file_set_contents (path, "This is no index, this is a shopping list.", -1, &error);
  g_assert_no_error (error);
  assert_pages (fixture, "namur", "");
  read_all (fixture);
  assert_pages (fixture, "namur", "1");
}

static void
changed_cb (gpointer user_data)
{
  guint *n_changes = user_data;

  (*n_changes)++;
}

static void
wait_for (EntPageReader *reader, Fixture *fixture, const char *query, const char *pages)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean found = FALSE;

  while (!found && g_get_monotonic_time () < deadline)
    {
      g_autofree char *now = find_pages (fixture, query);

      found = g_str_equal (now, pages) && !ent_page_reader_is_reading (reader);
      if (!found)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (2000);
        }
    }
  g_assert_true (found);
}

/* Aside, with what comes while the project is open. */
static void
test_aside (Fixture *fixture, gconstpointer user_data)
{
  EntPageReader *reader = ent_page_reader_new (fixture->store);
  guint n_changes = 0;

  g_signal_connect_swapped (reader, "changed", G_CALLBACK (changed_cb), &n_changes);
  attach (fixture, "a.txt", "Namur", -1);
  attach (fixture, "b.txt", "Jambes\fDakar", -1);
  ent_page_reader_start (reader);
  wait_for (reader, fixture, "dakar", "2");
  assert_pages (fixture, "namur", "1");
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_cmpuint (ent_page_reader_get_n_pages (reader), ==, 3);

  attach (fixture, "c.txt", "Sèvres", -1);
  wait_for (reader, fixture, "sevres", "1");

  ent_page_reader_stop (reader);
  g_assert_true (ent_page_reader_is_stopped (reader));
  attach (fixture, "d.txt", "Lafayette", -1);
  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  assert_pages (fixture, "lafayette", "");
  ent_page_reader_start (reader);
  wait_for (reader, fixture, "lafayette", "1");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (reader);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/pages/find", test_find);
  fixture_add ("/pages/undo", test_undo);
  fixture_add ("/pages/same-twice", test_same_twice);
  fixture_add ("/pages/resume", test_resume);
  fixture_add ("/pages/unreadable", test_unreadable);
  fixture_add ("/pages/damaged-index", test_damaged_index);
  fixture_add ("/pages/aside", test_aside);

  return g_test_run ();
}
