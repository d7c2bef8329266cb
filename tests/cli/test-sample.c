/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"
#include "cli/ent-cli-fields.h"
#include "exchange/ent-json.h"
#include "model/ent-known-names.h"
#include "sample-copy.h"

#define N_EDITS 240
#define N_MERGES 24
#define SEED 2024
/* How often the whole project is compared on the way. */
#define STRIDE 20

typedef struct
{
  char *directory;
  char *path;
  EntStore *store;
  GRand *random;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = make_folder ();
  self->path = g_build_filename (self->directory, "work.db", NULL);
  self->store = open_sample_store (self->directory);
  self->random = g_rand_new_with_seed (SEED);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ent_store_close (self->store);
  g_clear_object (&self->store);
  remove_folder (self->directory);
  g_free (self->path);
  g_rand_free (self->random);
}

static char *export (Fixture *self)
{
  return ent_json_export_project (ent_store_get_project (self->store), NULL, NULL);
}

/* The records of every type by id, so that the same seed takes the same ones. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return left < right ? -1 : left > right;
}

static EntRecord *
pick (Fixture *self, const EntTable *table)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (ent_store_get_project (self->store), tables[i]);

      for (guint j = 0; (!table || table == tables[i]) && j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);

          g_ptr_array_add (records, record);
        }
    }
  if (records->len == 0)
    return NULL;

  g_ptr_array_sort (records, compare_ids);
  return g_ptr_array_index (records, g_rand_int_range (self->random, 0, (int) records->len));
}

static char *
make_value (Fixture *self, const EntColumn *column)
{
  static const char *const dates[] = {
    "2024", "2024-05", "2024-05-24", "2024/2029", "2018/..", "201X", "2024-07-19/2024-07-21",
    "2010~"
  };
  static const char *const texts[] = {
    "Hué", "L’œuvre d’Ève", "a\"b\\c", "x = y", "Ł, ĳ", "§ 5 €"
  };
  const int n = g_rand_int_range (self->random, 0, 1000);
  guint n_choices = 0;
  EntRecord *target;

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
      return column->flags & ENT_COLUMN_TIME
                 ? g_strdup_printf ("%02d:%02d", n % 24, n % 60)
                 : g_strdup_printf ("%s %d", texts[n % G_N_ELEMENTS (texts)], n);
    case ENT_KIND_CHOICE:
      while (column->choices[n_choices].value)
        n_choices++;
      return g_strdup (column->choices[n % n_choices].value);
    case ENT_KIND_DATE:
      return g_strdup (dates[n % G_N_ELEMENTS (dates)]);
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return g_strdup_printf ("%d.5", n);
    case ENT_KIND_INTEGER:
      return g_strdup_printf ("%d", n);
    case ENT_KIND_REAL:
      return g_strdup_printf ("%d.25", n);
    case ENT_KIND_FLAG:
      return g_strdup (n % 2 ? "true" : "false");
    case ENT_KIND_REFERENCE:
      target = pick (self, ent_table_find (column->target));
      return target ? ent_id_to_string (ent_record_get_id (target)) : g_strdup ("");
    }

  g_assert_not_reached ();
}

static const EntColumn *
pick_column (Fixture *self, const EntTable *table)
{
  return &table->columns[g_rand_int_range (self->random, 0, (int) table->n_columns)];
}

/* What a person could type after `ententectl set FILE ID`. */
static char *
make_word (Fixture *self, EntRecord *record)
{
  const EntColumn *column = pick_column (self, ent_record_get_table (record));
  g_autofree char *value = make_value (self, column);
  const int turn = g_rand_int_range (self->random, 0, 10);
  EntRecord *term = pick (self, &ent_term_table);

  if (turn == 0 && term)
    {
      g_autofree char *id = ent_id_to_string (ent_record_get_id (term));

      return g_strdup_printf ("tag=%s:%d", id, g_rand_int_range (self->random, 0, 3));
    }
  if (turn == 1 && (column->flags & ENT_COLUMN_TRANSLATABLE))
    return g_strdup_printf ("%s@en=%s", column->name, value);
  if (turn == 2)
    return g_strdup_printf ("%s=", column->name);

  return g_strdup_printf ("%s=%s", column->name, value);
}

static void
set_random (Fixture *self)
{
  EntRecord *record = pick (self, NULL);
  g_autofree char *first = make_word (self, record);
  g_autofree char *second = make_word (self, record);
  const char *const words[] = { first, second, NULL };
  g_autoptr (GPtrArray) fields = ent_cli_fields_read (
      ent_store_get_project (self->store), ent_record_get_table (record), words, FALSE, NULL);
  g_autoptr (EntAction) action = NULL;

  /* A required field is not emptied, a tag takes no ring: refused, and nothing was done. */
  if (!fields)
    return;
  action = ent_store_begin (self->store, "Change", NULL, NULL);
  if (ent_cli_fields_write (action, ent_record_get_id (record), fields, NULL))
    ent_action_commit (action, NULL);
}

static void
add_random (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  EntRecord *owner = pick (self, NULL);
  g_autofree char *id = ent_id_to_string (ent_record_get_id (owner));
  g_autofree char *record = g_strdup_printf ("record=%s", id);
  const char *const words[] = { record, "text=Words", "kind=note", NULL };
  g_autoptr (GPtrArray) fields = ent_cli_fields_read (ent_store_get_project (self->store),
                                                      &ent_note_table, words, FALSE, &error);
  g_autoptr (EntAction) action = NULL;
  EntId note;

  g_assert_no_error (error);
  action = ent_store_begin (self->store, "Add", NULL, NULL);
  note = ent_action_add (action, &ent_note_table, ENT_ID_NONE, &error);
  g_assert_true (ent_cli_fields_write (action, note, fields, &error));
  g_assert_true (ent_action_commit (action, &error));
  g_assert_no_error (error);
}

static void
edit_random (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  const int turn = g_rand_int_range (self->random, 0, 10);

  if (turn == 0)
    {
      ent_store_delete (self->store, ent_record_get_id (pick (self, NULL)), NULL, &error);
      g_assert_no_error (error);
    }
  else if (turn == 1)
    add_random (self);
  else
    set_random (self);
}

static void
reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  ent_store_close (self->store);
  g_clear_object (&self->store);
  self->store = ent_store_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (ent_store_check (self->store, &error));
  g_assert_no_error (error);
}

static void
assert_is (Fixture *self, const char *expected)
{
  g_autofree char *found = export (self);

  /* The text is long: only that it differs is worth saying. */
  g_assert_true (g_str_equal (found, expected));
}

/* Hundreds of edits and deletes, all undone and all redone: the same project, on the way, in
 * the end, and as read from the file anew. */
static void
test_undo_all (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (ent_store_count_undo (self->store), ==, 0);
  g_ptr_array_add (states, export (self));
  while (ent_store_count_undo (self->store) < N_EDITS)
    {
      const guint before = ent_store_count_undo (self->store);

      edit_random (self);
      g_assert_cmpuint (ent_store_count_undo (self->store) - before, <=, 1);
      if (ent_store_count_undo (self->store) > before && (before + 1) % STRIDE == 0)
        g_ptr_array_add (states, export (self));
    }
  g_assert_cmpuint (states->len, ==, N_EDITS / STRIDE + 1);
  g_assert_false (g_str_equal (g_ptr_array_index (states, 0), g_ptr_array_index (states, 1)));

  for (guint i = N_EDITS; i > 0; i--)
    {
      if (i % STRIDE == 0)
        assert_is (self, g_ptr_array_index (states, i / STRIDE));
      ent_store_undo (self->store, &error);
      g_assert_no_error (error);
    }
  assert_is (self, g_ptr_array_index (states, 0));
  reopen (self);
  assert_is (self, g_ptr_array_index (states, 0));
  g_assert_false (ent_store_can_undo (self->store));
  g_assert_cmpuint (ent_store_count_redo (self->store), ==, N_EDITS);

  for (guint i = 1; i <= N_EDITS; i++)
    {
      ent_store_redo (self->store, &error);
      g_assert_no_error (error);
      if (i % STRIDE == 0)
        assert_is (self, g_ptr_array_index (states, i / STRIDE));
    }
  reopen (self);
  assert_is (self, g_ptr_array_index (states, states->len - 1));
}

/* What was exported comes back as it was. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->directory, "project.json", NULL);
  g_autofree char *text = export (self);
  const char *const paths[] = { path, NULL };
  g_autoptr (EntImport) import = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = ent_json_read (paths, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->records->len, >, 1000);
  g_assert_true (ent_import_check (import, NULL, &error));
  g_assert_no_error (error);
}

/* Everything that named the one names the other, or said the same twice. */
static void
assert_followed (Fixture *self, GArray *referrers, EntId kept, EntId merged)
{
  EntProject *project = ent_store_get_project (self->store);
  guint n_left;

  g_assert_null (ent_project_get (project, merged));
  ent_project_get_referrers (project, merged, &n_left);
  g_assert_cmpuint (n_left, ==, 0);
  for (guint i = 0; i < referrers->len; i++)
    {
      const EntReferrer *referrer = &g_array_index (referrers, EntReferrer, i);
      EntId id = ent_record_get_id (referrer->record);

      if (id != kept && id != merged && ent_project_get (project, id))
        g_assert_cmpint (ent_record_get_reference (referrer->record, referrer->column), ==, kept);
    }
}

static gboolean
is_known_as (Fixture *self, const EntTable *table, const char *name, EntId id)
{
  g_autoptr (EntKnownNames)
      names = ent_known_names_new (ent_store_get_project (self->store), table, NULL);
  g_autoptr (GPtrArray) found = ent_known_names_find (names, name);

  for (guint i = 0; i < found->len; i++)
    if (((EntKnownName *) g_ptr_array_index (found, i))->id == id)
      return TRUE;

  return FALSE;
}

static void
merge_random (Fixture *self, const EntTable *table)
{
  g_autoptr (GError) error = NULL;
  EntProject *project = ent_store_get_project (self->store);
  EntRecord *kept = pick (self, table);
  EntRecord *merged = pick (self, table);
  EntId kept_id = ent_record_get_id (kept);
  EntId merged_id = ent_record_get_id (merged);
  g_autofree char *before = export (self);
  g_autofree char *name = ent_record_dup_title (merged, project, NULL);
  g_autofree gboolean *taken = g_new0 (gboolean, table->n_columns);
  g_autoptr (GArray) referrers = g_array_new (FALSE, FALSE, sizeof (EntReferrer));
  guint n_referrers;
  const EntReferrer *found = ent_project_get_referrers (project, merged_id, &n_referrers);

  if (n_referrers > 0)
    g_array_append_vals (referrers, found, n_referrers);
  for (guint i = 0; i < referrers->len; i++)
    g_object_ref (g_array_index (referrers, EntReferrer, i).record);
  for (guint i = 0; i < table->n_columns; i++)
    taken[i] = g_rand_boolean (self->random);

  if (ent_store_merge (self->store, kept_id, merged_id, taken, &error))
    {
      g_autofree char *after = export (self);

      assert_followed (self, referrers, kept_id, merged_id);
      g_assert_true (is_known_as (self, table, name, kept_id));
      reopen (self);
      assert_is (self, after);
      g_assert_true (ent_store_undo (self->store, &error));
    }
  else
    /* The one with itself, or one that would become a part of itself: nothing was done. */
    g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  assert_is (self, before);
  for (guint i = 0; i < referrers->len; i++)
    g_object_unref (g_array_index (referrers, EntReferrer, i).record);
}

/* Any two of a type can be one, and two again. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  static const EntTable *const tables[] = { &ent_organisation_table, &ent_person_table,
                                            &ent_place_table, &ent_document_table };

  for (guint i = 0; i < N_MERGES; i++)
    merge_random (self, tables[i % G_N_ELEMENTS (tables)]);
}

/* Our own city stays ours, and what is said of a city is in one place. */
static void
test_merge_home (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EntProject *project = ent_store_get_project (self->store);
  EntId home = ent_project_get_home (project);
  g_autoptr (EntAction) action = ent_store_begin (self->store, "Add", NULL, NULL);
  const EntColumn *name = ent_table_find_column (&ent_organisation_table, "name");
  EntId other = ent_action_add (action, &ent_organisation_table, ENT_ID_NONE, &error);
  guint n_referrers, n_after;

  g_assert_true (ent_action_set (action, other, name, "Administration de Namur", &error));
  g_assert_true (ent_action_commit (action, &error));
  ent_project_get_referrers (project, home, &n_referrers);
  g_assert_true (ent_store_merge (self->store, other, home, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (ent_project_get_home (project), ==, other);
  ent_project_get_referrers (project, other, &n_after);
  g_assert_cmpuint (n_after, >=, n_referrers);
  g_assert_cmpstr (ENT_ORGANISATION (ent_project_get (project, other))->name, ==,
                   "Administration de Namur");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sample/undo-all", Fixture, NULL, set_up, test_undo_all, tear_down);
  g_test_add ("/sample/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);

  g_test_add ("/sample/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/sample/merge-home", Fixture, NULL, set_up, test_merge_home, tear_down);

  return g_test_run ();
}
