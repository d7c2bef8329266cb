/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "store/ent-attach.h"
#include "store/ent-extract.h"

static GFile *
make_file (Fixture *fixture, const char *name, const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, content, size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static EntIntake *
read_file (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  EntIntake *intake = ent_intake_read (file, fixture->directory, NULL, NULL, &error);

  g_assert_no_error (error);
  return intake;
}

static EntIntake *
read_content (Fixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = make_file (fixture, name, content, -1);

  return read_file (fixture, file);
}

static EntAttached
attach (Fixture *fixture, EntIntake *intake, EntId record, const char *role)
{
  g_autoptr (GPtrArray) intakes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) done = NULL;

  g_ptr_array_add (intakes, intake);
  done = ent_store_attach (fixture->store, intakes, record, role, &error);
  g_assert_no_error (error);

  return g_array_index (done, EntAttached, 0);
}

static void
refuse_file (Fixture *fixture, GFile *file, EntError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_intake_read (file, fixture->directory, NULL, NULL, &error));
  g_assert_error (error, ENT_ERROR, (int) code);
}

static gint64
count_blobs (Fixture *fixture)
{
  return query_integer (fixture->path, "SELECT count (*) FROM blob");
}

static guint
count_documents (Fixture *fixture)
{
  return ent_project_count (ent_store_get_project (fixture->store), &ent_document_table);
}

static void
assert_bytes (Fixture *fixture, const char *sha256, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_store_get_blob (fixture->store, sha256, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (data, size, content, strlen (content));
}

static void
test_once (Fixture *fixture, gconstpointer user_data)
{
  EntId pact = add_record (fixture->store, "agreement", "kind", "friendship", "title", "Pacte",
                           NULL);
  EntId visit = add_record (fixture->store, "event", "kind", "visit", "title", "Visite", NULL);
  g_autoptr (EntIntake) intake = read_content (fixture, "Pacte_signé (2).txt", "une fois");
  g_autoptr (EntIntake) again = read_content (fixture, "copie.txt", "une fois");
  EntAttached first = attach (fixture, intake, pact, "scan");
  EntAttached second, third;
  gint64 last;

  g_assert_false (first.known);
  assert_field (fixture->store, first.document, "title", "Pacte signé (2)");
  assert_field (fixture->store, first.document, "file_name", "Pacte_signé (2).txt");
  assert_field (fixture->store, first.document, "kind", "text");
  assert_field (fixture->store, first.document, "sha256", ent_intake_get_sha256 (intake));
  assert_field (fixture->store, first.attachment, "role", "scan");

  last = ent_store_get_last_entry (fixture->store);
  second = attach (fixture, again, pact, NULL);
  g_assert_true (second.known);
  g_assert_cmpint (second.document, ==, first.document);
  g_assert_cmpint (second.attachment, ==, first.attachment);
  g_assert_cmpint (ent_store_get_last_entry (fixture->store), ==, last);

  third = attach (fixture, again, visit, NULL);
  g_assert_true (third.known);
  g_assert_cmpint (third.document, ==, first.document);
  g_assert_cmpint (third.attachment, !=, first.attachment);
  g_assert_cmpint (count_blobs (fixture), ==, 1);
  g_assert_cmpuint (count_documents (fixture), ==, 1);
  g_assert_cmpint (ent_store_get_first_day (fixture->store, first.document), >, 0);
  assert_graph_is_fresh (fixture);
}

/* All of what is dropped at once is one step, also where it holds the same file twice. */
static void
test_undo (Fixture *fixture, gconstpointer user_data)
{
  EntId pact = add_record (fixture->store, "agreement", "kind", "friendship", "title", "Pacte",
                           NULL);
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_intake_free);
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autofree char *again = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GArray) done = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (intakes, read_content (fixture, "a.txt", "premier"));
  g_ptr_array_add (intakes, read_content (fixture, "b.txt", "second"));
  g_ptr_array_add (intakes, read_content (fixture, "c.txt", "premier"));
  sha256 = g_strdup (ent_intake_get_sha256 (g_ptr_array_index (intakes, 0)));
  done = ent_store_attach (fixture->store, intakes, pact, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_array_index (done, EntAttached, 2).known);
  g_assert_cmpuint (count_documents (fixture), ==, 2);
  after = dump_database (fixture->store);

  undo (fixture->store);
  now = dump_database (fixture->store);
  assert_same_text (now, before);
  g_assert_cmpint (count_blobs (fixture), ==, 2);
  redo (fixture->store);
  again = dump_database (fixture->store);
  assert_same_text (again, after);
  assert_bytes (fixture, sha256, "premier");

  /* What nothing names any more goes with the history. */
  undo (fixture->store);
  g_assert_true (ent_store_forget_history (fixture->store, NULL));
  g_assert_cmpint (count_blobs (fixture), ==, 0);
  assert_graph_is_fresh (fixture);
}

static void
test_names (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *long_name = g_strdup_printf ("%0*d.txt", 251, 7);
  g_autofree char *bad_name = g_strdup_printf ("na%cme.txt", 0xe9);
  const char *names[][2] = {
    { "Rapport d'activité 2024.txt", "Rapport d'activité 2024" },
    { "photo 🎉 fête.txt", "photo 🎉 fête" },
    { "Annexe n. 3 bis", "Annexe n. 3 bis" },
    { ".cache", ".cache" },
    { "___.txt", "___.txt" },
    { "l\nigne.txt", "l igne" },
    { long_name, NULL },
    { bad_name, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *content = g_strdup_printf ("contenu %u", i);
      g_autoptr (EntIntake) intake = read_content (fixture, names[i][0], content);
      EntAttached attached = attach (fixture, intake, ENT_ID_NONE, NULL);
      g_autofree char *title = get_field (fixture->store, attached.document, "title");

      g_assert_cmpint (attached.attachment, ==, ENT_ID_NONE);
      g_assert_true (g_utf8_validate (title, -1, NULL));
      if (names[i][1])
        g_assert_cmpstr (title, ==, names[i][1]);
    }
  assert_graph_is_fresh (fixture);
}

/* Pictures are told by what they hold, whatever they are called. */
static void
test_media_types (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *type;
    const char *kind;
  } rows[] = {
    { "scan.pdf", "\211PNG\r\n\032\n1", "image/png", "photo" },
    { "notes", "%PDF-1.7\n%1", "application/pdf", NULL },
    { "table.csv", "a;b\n1;2\n", "text/csv", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntIntake) intake = read_content (fixture, rows[i].name, rows[i].content);
      EntAttached attached = attach (fixture, intake, ENT_ID_NONE, NULL);

      g_assert_cmpstr (ent_intake_get_media_type (intake), ==, rows[i].type);
      assert_field (fixture->store, attached.document, "kind", rows[i].kind);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) here = g_file_new_for_path (fixture->directory);
  g_autoptr (GFile) gone = g_file_get_child (here, "absent.pdf");
  g_autoptr (GFile) empty = make_file (fixture, "vide.pdf", "", 0);
  g_autoptr (GFile) large = make_file (fixture, "film.mp4", "film", -1);
  g_autoptr (GFile) link = g_file_get_child (here, "lien.pdf");
  g_autoptr (GFile) loop = g_file_get_child (here, "boucle.pdf");
  g_autoptr (GFile) pipe = g_file_get_child (here, "tube");
  g_autoptr (GFile) target = make_file (fixture, "vrai.pdf", "%PDF-1.7", -1);
  g_autoptr (GFile) good_link = g_file_get_child (here, "bon lien.pdf");
  g_autoptr (EntIntake) intake = NULL;
  goffset size;

  refuse_file (fixture, here, ENT_ERROR_INVALID_VALUE);
  refuse_file (fixture, gone, ENT_ERROR_NOT_FOUND);
  refuse_file (fixture, empty, ENT_ERROR_INVALID_VALUE);
  g_assert_cmpint (truncate (g_file_peek_path (large), ENT_INTAKE_MOST_BYTES + 1), ==, 0);
  refuse_file (fixture, large, ENT_ERROR_INVALID_VALUE);
  g_assert_cmpint (symlink ("absent.pdf", g_file_peek_path (link)), ==, 0);
  refuse_file (fixture, link, ENT_ERROR_NOT_FOUND);
  g_assert_cmpint (symlink ("boucle.pdf", g_file_peek_path (loop)), ==, 0);
  g_assert_null (ent_intake_read (loop, fixture->directory, NULL, NULL, NULL));
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  refuse_file (fixture, pipe, ENT_ERROR_INVALID_VALUE);

  g_assert_cmpint (symlink ("vrai.pdf", g_file_peek_path (good_link)), ==, 0);
  intake = read_file (fixture, good_link);
  g_assert_cmpstr (ent_intake_get_name (intake), ==, "bon lien.pdf");
  g_assert_true (ent_intake_query (target, &size, NULL, NULL));
  g_assert_cmpint (size, ==, 8);
}

/* A stream that tells more than its file had: it is written while it is read. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFile) normal = make_file (fixture, "a.txt", "a", -1);
  g_autoptr (GError) error = NULL;

  /* Such a file says that it is empty. */
  refuse_file (fixture, file, ENT_ERROR_INVALID_VALUE);
  g_cancellable_cancel (cancelled);
  g_assert_null (ent_intake_read (normal, fixture->directory, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
limit_files (rlim_t size, struct rlimit *old)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, old), ==, 0);
  limit = *old;
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_disk (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *content = g_strnfill (3000000, 'x');
  g_autoptr (GFile) file = make_file (fixture, "grand.txt", content, -1);
  g_autoptr (EntIntake) intake = read_file (fixture, file);
  g_autoptr (GPtrArray) intakes = g_ptr_array_new ();
  g_autofree char *before = dump_database (fixture->store);
  g_autofree char *after = NULL;
  guint n_files = count_files (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;
  struct rlimit old;

  /* There is no room for the private copy, then none in the project. */
  limit_files (1000000, &old);
  g_assert_null (ent_intake_read (file, fixture->directory, NULL, NULL, &error));
  g_ptr_array_add (intakes, intake);
  g_assert_null (ent_store_attach (fixture->store, intakes, ENT_ID_NONE, NULL, &second));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE);
  g_assert_error (second, ENT_ERROR, ENT_ERROR_NO_SPACE);
  /* The next that the store reads takes back what SQLite could not. */
  g_assert_cmpint (ent_store_get_blob_size (fixture->store, ent_intake_get_sha256 (intake)), ==,
                   -1);
  after = dump_database (fixture->store);
  assert_same_text (after, before);
  g_assert_cmpint (count_blobs (fixture), ==, 0);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_assert_cmpuint (count_documents (fixture), ==, 0);
  g_assert_false (attach (fixture, intake, ENT_ID_NONE, NULL).known);
}

static void
extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_store_extract_finish (ENT_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_large (Fixture *fixture, gconstpointer user_data)
{
  gsize size = 25 * 1000 * 1000;
  g_autofree char *content = g_malloc (size);
  g_autofree char *out = g_build_filename (fixture->directory, "out", NULL);
  g_autofree char *back = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (EntIntake) intake = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  EntId place;
  int permille = 0;

  for (gsize i = 0; i < size; i++)
    content[i] = (char) (i * 31 >> 7);
  file = make_file (fixture, "film.bin", content, (gssize) size);
  intake = ent_intake_read (file, fixture->directory, &permille, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (permille, ==, 1000);
  attach (fixture, intake, ENT_ID_NONE, NULL);

  /* One edits on while it is read, and takes back. */
  ent_store_extract_async (fixture->store, ent_intake_get_sha256 (intake), out, NULL, extracted_cb,
                           &done);
  place = add_record (fixture->store, "place", "name", "Namur", NULL);
  g_main_context_iteration (NULL, TRUE);
  undo (fixture->store);
  g_assert_false (ent_store_delete (fixture->store, place, NULL, NULL));
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (out, &back, &size, &error));
  g_assert_cmpmem (back, size, content, 25 * 1000 * 1000);
}

static void
test_damaged (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (EntIntake) intake = read_content (fixture, "a.txt", "sain et sauf");
  const char *sha256 = ent_intake_get_sha256 (intake);
  g_autofree char *out = g_build_filename (fixture->directory, "out", NULL);
  g_autoptr (GError) damaged = NULL;
  g_autoptr (GError) missing = NULL;

  attach (fixture, intake, ENT_ID_NONE, NULL);
  exec_sql (fixture->path, "UPDATE blob SET bytes = zeroblob (size)");
  g_assert_false (ent_store_extract (fixture->store, sha256, out, NULL, &damaged));
  g_assert_error (damaged, ENT_ERROR, ENT_ERROR_DAMAGED);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));

  /* The remedy that the sentence names. */
  g_assert_true (attach (fixture, intake, ENT_ID_NONE, NULL).known);
  g_assert_true (ent_store_extract (fixture->store, sha256, out, NULL, NULL));

  exec_sql (fixture->path, "DELETE FROM blob");
  g_assert_false (ent_store_verify_blob (fixture->store, sha256, &missing));
  g_assert_error (missing, ENT_ERROR, ENT_ERROR_NOT_FOUND);
  g_assert_cmpint (ent_store_get_blob_size (fixture->store, sha256), ==, -1);
  attach (fixture, intake, ENT_ID_NONE, NULL);
  g_assert_cmpint (ent_store_get_blob_size (fixture->store, sha256), ==, 12);
}

static void
test_file_of_a_document (Fixture *fixture, gconstpointer user_data)
{
  EntId text = add_record (fixture->store, "document", "title", "Protocole", NULL);
  EntId other = add_record (fixture->store, "document", "title", "Autre", NULL);
  g_autoptr (EntIntake) intake = read_content (fixture, "scan.txt", "page 1");
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_store_set_file (fixture->store, text, intake, NULL));
  assert_field (fixture->store, text, "sha256", ent_intake_get_sha256 (intake));
  assert_field (fixture->store, text, "title", "Protocole");
  g_assert_false (ent_store_set_file (fixture->store, other, intake, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT);
  undo (fixture->store);
  assert_field (fixture->store, text, "sha256", NULL);
  assert_field (fixture->store, text, "file_name", NULL);
  assert_graph_is_fresh (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/store/attach/once", test_once);
  fixture_add ("/store/attach/undo", test_undo);
  fixture_add ("/store/attach/names", test_names);
  fixture_add ("/store/attach/media-types", test_media_types);
  fixture_add ("/store/attach/refused", test_refused);
  fixture_add ("/store/attach/changed-meanwhile", test_changed_meanwhile);
  fixture_add ("/store/attach/full-disk", test_full_disk);
  fixture_add ("/store/attach/large", test_large);
  fixture_add ("/store/attach/damaged", test_damaged);
  fixture_add ("/store/attach/file-of-a-document", test_file_of_a_document);

  return g_test_run ();
}
