/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>

static GPtrArray *
search (Fixture *fixture, const char *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = ent_store_search (fixture->store, query, 0, "fr", &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static void
assert_found (Fixture *fixture, const char *query, EntId first, guint n_hits)
{
  g_autoptr (GPtrArray) hits = search (fixture, query);

  g_assert_cmpuint (hits->len, ==, n_hits);
  if (n_hits > 0)
    g_assert_cmpint (((EntHit *) g_ptr_array_index (hits, 0))->record, ==, first);
}

static void
test_folding (Fixture *fixture, gconstpointer user_data)
{
  EntId mayor = add_record (fixture->store, "person", "shown_name", "Ekrem İmamoğlu", NULL);
  EntId pact = add_record (fixture->store, "agreement", "kind", "friendship", "title",
                           "L’œuvre commune : Coopération avec Hué", NULL);

  assert_found (fixture, "imamoglu", mayor, 1);
  assert_found (fixture, "IMAMOĞLU ekr", mayor, 1);
  assert_found (fixture, "cooperation hue", pact, 1);
  assert_found (fixture, "coop", pact, 1);
  assert_found (fixture, "oeuvre", pact, 1);
  assert_found (fixture, "œuvre", pact, 1);
  assert_found (fixture, "hue imamoglu", 0, 0);
  assert_found (fixture, "eration", 0, 0);
}

static void
test_titles_first (Fixture *fixture, gconstpointer user_data)
{
  EntId in_text = add_record (fixture->store, "agreement", "kind", "mou", "title", "Mémorandum",
                              "purpose", "Eau, eau et eau: l’eau à Dakar", NULL);
  EntId in_title = add_record (fixture->store, "agreement", "kind", "mou", "title",
                               "Protocole sur l’eau et bien d’autres choses encore", NULL);
  g_autoptr (GPtrArray) hits = search (fixture, "eau");
  EntHit *first = g_ptr_array_index (hits, 0);
  EntHit *second = g_ptr_array_index (hits, 1);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpint (first->record, ==, in_title);
  g_assert_cmpint (second->record, ==, in_text);
  g_assert_cmpfloat (first->score, >, second->score);
  g_assert_cmpstr (first->type, ==, "agreement");
  g_assert_cmpstr (first->field, ==, "title");
  g_assert_cmpstr (first->title, ==, "Protocole sur l’eau et bien d’autres choses encore");
  g_assert_cmpstr (first->snippet, ==,
                   "Protocole sur l’\u2068eau\u2069 et bien d’autres choses encore");
  g_assert_cmpstr (second->field, ==, "purpose");
  g_assert_cmpstr (
      second->snippet, ==,
      "\u2068Eau\u2069, \u2068eau\u2069 et \u2068eau\u2069: l’\u2068eau\u2069 à Dakar");
}

static void
test_snippet (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) hits = NULL;
  EntHit *hit;

  add_record (fixture->store, "note", "text",
              "un deux trois quatre cinq six sept huit neuf dix\nonze Sèvre treize quatorze quinze "
              "seize dix-sept dix-huit dix-neuf vingt a b c d e f g h i j k l m n o p q r s t",
              NULL);
  hits = search (fixture, "sevre");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->snippet, ==,
                   "…quatre cinq six sept huit neuf dix onze \u2068Sèvre\u2069 treize quatorze "
                   "quinze seize dix-sept dix-huit dix-neuf vingt a b c d e…");
}

/* Whatever is typed is words, never an order to the search engine. */
static void
test_any_query (Fixture *fixture, gconstpointer user_data)
{
  const char *const queries[] = {
    "",           " ",       "\"",      "'",         "*",
    "a OR",       "AND",     "NOT x",   "title:hue", "(",
    "hue)",       "hu*é",    "^hue",    "-hue",      "NEAR(a)",
    "a NEAR/2 b", "{title}", "\\",      "%",         "hue\"; DROP TABLE words",
    "\u2068",     "½ ² Ⅷ",   "日本 語", "\xff\xfe",
  };

  EntId place = add_record (fixture->store, "place", "name", "Hué", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = search (fixture, queries[i]);

      g_assert_cmpuint (hits->len, <=, 1);
    }
  assert_found (fixture, "(\"hue*\")", place, 1);
}

static void
test_follows_edits (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autoptr (GError) error = NULL;

  assert_found (fixture, "namur", place, 1);
  set_field (fixture->store, place, "name", "Jambes");
  assert_found (fixture, "namur", 0, 0);
  assert_found (fixture, "jambes", place, 1);
  undo (fixture->store);
  assert_found (fixture, "namur", place, 1);
  assert_found (fixture, "jambes", 0, 0);

  {
    g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Translate", NULL);

    ent_action_set_translation (action, place, column_of (place, fixture->store, NULL, "name"),
                                "en", "Namen", &error);
    ent_action_commit (action, &error);
    g_assert_no_error (error);
  }
  assert_found (fixture, "namen", place, 1);

  ent_store_delete (fixture->store, place, NULL, &error);
  g_assert_no_error (error);
  assert_found (fixture, "namur", 0, 0);
  undo (fixture->store);
  assert_found (fixture, "namur", place, 1);
}

static void
test_catches_up (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_autofree char *index = g_build_filename (fixture->directory, "index.db", NULL);
  EntId other;
  g_autoptr (GError) error = NULL;

  ent_store_update_index (fixture->store);
  g_assert_true (g_file_test (index, G_FILE_TEST_EXISTS));

  /* Behind: edits of a session that never searched. */
  other = add_record (fixture->store, "place", "name", "Dakar", NULL);
  set_field (fixture->store, place, "name", "Jambes");
  fixture_reopen (fixture);
  assert_found (fixture, "dakar", other, 1);
  assert_found (fixture, "jambes", place, 1);
  assert_found (fixture, "namur", 0, 0);

  /* Missing. */
  g_clear_object (&fixture->store);
  g_unlink (index);
  fixture_reopen (fixture);
  assert_found (fixture, "dakar", other, 1);

  /* Not a database any more. */
  g_clear_object (&fixture->store);
  g_file_set_contents (index, "This is no index, this is a shopping list.", -1, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  assert_found (fixture, "dakar", other, 1);

  /* Damaged inside. */
  g_clear_object (&fixture->store);
  exec_sql (index, "DELETE FROM words_data; UPDATE stamp SET seq = seq - 1");
  fixture_reopen (fixture);
  assert_found (fixture, "dakar", other, 1);

  /* Of another program's making. */
  g_clear_object (&fixture->store);
  exec_sql (index, "PRAGMA user_version = 99");
  fixture_reopen (fixture);
  assert_found (fixture, "dakar", other, 1);

  /* The history is gone, and with it the entry the index knew. */
  ent_store_forget_history (fixture->store, &error);
  g_assert_no_error (error);
  set_field (fixture->store, other, "name", "Lafia");
  assert_found (fixture, "lafia", other, 1);
  assert_found (fixture, "dakar", 0, 0);
}

/* The index of another project lies beside this one. */
static void
test_other_project (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "other.db", NULL);
  g_autoptr (GError) error = NULL;
  EntStore *other = ent_store_create (path, &error);
  EntId place;

  g_assert_no_error (error);
  add_record (other, "place", "name", "Sèvres", NULL);
  ent_store_update_index (other);
  g_assert_finalize_object (other);

  place = add_record (fixture->store, "place", "name", "Namur", NULL);
  assert_found (fixture, "sevres", 0, 0);
  assert_found (fixture, "namur", place, 1);
}

static void
test_apostrophe (Fixture *fixture, gconstpointer user_data)
{
  EntId place = add_record (fixture->store, "place", "name", "Quai O’Brien", NULL);

  assert_found (fixture, "obrien", place, 1);
  assert_found (fixture, "o'brien", place, 1);
  assert_found (fixture, "brien quai", place, 1);
  assert_found (fixture, "obrian", 0, 0);
}

/* Where no index can be kept there is one in memory. */
static void
test_without_a_file (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *index = g_build_filename (fixture->directory, "index.db", NULL);
  EntId place = add_record (fixture->store, "place", "name", "Namur", NULL);

  g_assert_cmpint (g_mkdir (index, 0700), ==, 0);
  assert_found (fixture, "namur", place, 1);
  set_field (fixture->store, place, "name", "Jambes");
  assert_found (fixture, "jambes", place, 1);
  g_assert_cmpint (g_rmdir (index), ==, 0);
}

static void
test_limit (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 8; i++)
    add_record (fixture->store, "place", "name", "Namur", NULL);
  hits = ent_store_search (fixture->store, "namur", 5, "fr", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 5);
}

static void
async_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static GPtrArray *
search_aside (Fixture *fixture, const char *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  ent_store_search_async (fixture->store, query, 0, "fr", TRUE, cancellable, async_cb, &answer);
  while (!answer)
    g_main_context_iteration (NULL, TRUE);

  return ent_store_search_finish (fixture->store, answer, error);
}

static void
test_aside (Fixture *fixture, gconstpointer user_data)
{
  EntId pact = add_record (fixture->store, "agreement", "kind", "friendship", "title",
                           "Pacte avec Hué", NULL);
  g_autofree char *id = ent_id_to_string (pact);
  EntId party = add_record (fixture->store, "provision", "agreement", id, "kind", "commitment",
                            "text", "Planter des arbres", NULL);
  g_autofree char *index = g_build_filename (fixture->directory, "index.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = search_aside (fixture, "ARBRE", NULL, &error);
  EntHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->record, ==, party);
  g_assert_cmpint (hit->page, ==, pact);

  /* Nothing to look for. */
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = search_aside (fixture, " … ", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);

  /* What was written since is found, and what another hand did to the index is mended. */
  set_field (fixture->store, pact, "title", "Pacte avec Dakar");
  exec_sql (index, "DELETE FROM words_data");
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = search_aside (fixture, "dakar", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((EntHit *) g_ptr_array_index (hits, 0))->page, ==, pact);
}

/* More than one step knows of: the search answers, and again when the rest is known. */
static void
test_step_by_step (Fixture *fixture, gconstpointer user_data)
{
  const guint n_places = 3000;
  g_autoptr (EntAction) action = ent_store_begin (fixture->store, "Add", NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  EntId last = ENT_ID_NONE;
  guint n_turns = 0;

  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *name = g_strdup_printf ("Namur %u", i);

      last = action_add_record (action, "place", "name", name, NULL);
    }
  ent_action_commit (action, &error);
  g_assert_no_error (error);
  g_clear_pointer (&action, ent_action_free);

  hits = search_aside (fixture, "namur", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ent_store_is_index_behind (fixture->store));

  /* Edits that come meanwhile are not lost. */
  set_field (fixture->store, last, "name", "Jambes");
  while (ent_store_is_index_behind (fixture->store))
    {
      g_main_context_iteration (NULL, TRUE);
      n_turns++;
    }
  g_assert_cmpuint (n_turns, >, 1);
  assert_found (fixture, "jambes", last, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = ent_store_search (fixture->store, "namur", n_places, "fr", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n_places - 1);

  fixture_reopen (fixture);
  assert_found (fixture, "jambes", last, 1);
}

static void
test_interrupted (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  add_record (fixture->store, "place", "name", "Namur", NULL);
  ent_store_search_async (fixture->store, "namur", 0, "fr", TRUE, cancellable, async_cb, &answer);
  g_cancellable_cancel (cancellable);
  while (!answer)
    g_main_context_iteration (NULL, TRUE);
  hits = ent_store_search_finish (fixture->store, answer, &error);
  g_assert_null (hits);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = search (fixture, "namur");
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/search/folding", test_folding);
  fixture_add ("/store/search/titles-first", test_titles_first);
  fixture_add ("/store/search/snippet", test_snippet);
  fixture_add ("/store/search/any-query", test_any_query);
  fixture_add ("/store/search/follows-edits", test_follows_edits);
  fixture_add ("/store/search/catches-up", test_catches_up);
  fixture_add ("/store/search/other-project", test_other_project);
  fixture_add ("/store/search/apostrophe", test_apostrophe);
  fixture_add ("/store/search/without-a-file", test_without_a_file);
  fixture_add ("/store/search/limit", test_limit);
  fixture_add ("/store/search/aside", test_aside);
  fixture_add ("/store/search/step-by-step", test_step_by_step);
  fixture_add ("/store/search/interrupted", test_interrupted);

  return g_test_run ();
}
