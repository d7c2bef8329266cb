/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-project [MUTATIONS [SEED [PROJECT]]]
 *
 * Opens a sound project file over and over, damaged each time in another way: it must be
 * refused with a sentence or opened, without a crash, without delay, and never be written to. */
#include "file-test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/ent-error.h"

#define PAGE 4096
#define HEADER 100
#define LONGEST_SECONDS 5
#define DEFAULT_MUTATIONS 150
#define DEFAULT_SEED 20240503

/* What a child answers; anything else is a crash. */
enum
{
  OPENED = 10,
  REFUSED = 11,
};

typedef struct
{
  guint8 *bytes;
  gsize length;
} Image;

static GRand *rand_source;
static guint n_mutations = DEFAULT_MUTATIONS;
static guint32 seed = DEFAULT_SEED;
static const char *template;

static gsize
pick (gsize limit)
{
  return (gsize) g_rand_int_range (rand_source, 0, (gint32) limit);
}

/* The first byte of a page's own header, which on the first page comes after the file's. */
static gsize
pick_page_header (const Image *image)
{
  gsize page = pick (image->length / PAGE) * PAGE;

  return page == 0 ? HEADER : page;
}

static void
change_text (Image *image)
{
  static const char noise[] = "()',;*-%0aZ \"\xff";
  gsize at = HEADER + pick (PAGE - HEADER - 10);

  image->bytes[at] = (guint8) noise[pick (sizeof noise)];
}

static void
change_once (Image *image, guint kind)
{
  static const guint8 edges[] = { 0x00, 0x01, 0x7f, 0x80, 0xff, 0xfe };
  guint32 word = GUINT32_TO_BE (g_rand_int (rand_source));
  gsize at, other;

  switch (kind)
    {
    case 0:
      image->bytes[16 + pick (HEADER - 16)] = (guint8) pick (256);
      break;
    case 1:
      image->bytes[pick_page_header (image) + pick (12)] = edges[pick (G_N_ELEMENTS (edges))];
      break;
    case 2:
      image->bytes[pick (image->length)] ^= (guint8) (1 << pick (8));
      break;
    case 3:
      memcpy (image->bytes + pick (image->length - 8), &word, sizeof word);
      break;
    case 4: /* a pointer to a cell */
      memcpy (image->bytes + pick_page_header (image) + 8 + 2 * pick (40), &word, 2);
      break;
    case 5:
      at = pick (image->length / PAGE) * PAGE;
      other = pick (image->length / PAGE) * PAGE;
      memmove (image->bytes + at, image->bytes + other, PAGE);
      break;
    case 6:
      change_text (image);
      break;
    case 7: /* zeros, as a disk gives back what it lost */
      memset (image->bytes + pick (image->length / 512) * 512, 0, 512);
      break;
    default:
      g_assert_not_reached ();
    }
}

static Image
mutate (const Image *sound)
{
  static const guint amounts[] = { 1, 1, 2, 4, 16, 64 };
  Image image = { g_memdup2 (sound->bytes, sound->length), sound->length };
  guint kind = (guint) pick (9);
  guint amount = amounts[pick (G_N_ELEMENTS (amounts))];

  if (kind == 8)
    image.length = 1 + pick (image.length - 1);
  else
    for (guint i = 0; i < amount; i++)
      change_once (&image, kind);
  return image;
}

/* What the pages of the program do with a project as soon as it is there. */
static void
look_around (EntProjectFile *project)
{
  EntStore *store = ent_project_file_get_store (project);
  EntProject *graph = ent_project_file_get_project (project);
  g_autoptr (GPtrArray) history = ent_store_get_history (store, ENT_ID_NONE, 50, "en", NULL);
  g_autoptr (GPtrArray) hits = ent_store_search (store, "agreement", 20, "en", NULL);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      GListModel *list = ent_project_get_list (graph, tables[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);
          g_autofree char *title = ent_record_dup_title (record, graph, "fr");

          g_assert_true (g_utf8_validate (title, -1, NULL));
        }
    }
  if (ent_store_can_undo (store))
    ent_store_undo (store, NULL);
}

static void
open_in_child (FileFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntProjectFile *project;

  alarm (LONGEST_SECONDS);
  project = ent_project_file_open (fixture->file, &error);
  if (project == NULL)
    {
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "Namur 2024.entente"));
      g_assert_cmpint (file_test_count_working_copies (), ==, 0);
      _exit (REFUSED);
    }
  alarm (LONGEST_SECONDS);
  look_around (project);
  drop_project (project);
  _exit (OPENED);
}

static void
make_agreements (FileFixture *fixture)
{
  EntProjectFile *project = create_project (fixture);
  EntStore *store = ent_project_file_get_store (project);
  g_autofree char *purpose = g_strnfill (700, 'p');
  EntId id = ENT_ID_NONE;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Agreement %d", i);

      id = add_record (store, "agreement", "kind", "accord", "title", title, "purpose", purpose,
                       "signed", "2024-05", NULL);
      add_record (store, "person", "shown_name", title, "family", "Dupont", NULL);
    }
  set_field (store, id, "title", "Agreement renamed");
  undo (store);
  close_project (project);
}

static void
make_content (FileFixture *fixture)
{
  if (template != NULL)
    {
      g_autoptr (GError) error = NULL;

      drop_project (ent_project_file_create_from (fixture->file, template, &error));
      g_assert_no_error (error);
    }
  else
    make_agreements (fixture);
  file_test_forget_working_copies ();
}

static void
write_image (FileFixture *fixture, const Image *image)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, (const char *) image->bytes, (gssize) image->length, &error);
  g_assert_no_error (error);
}

static void
assert_unchanged (FileFixture *fixture, const Image *image)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, image->bytes, image->length);
}

static void
test_mutations (FileFixture *fixture, gconstpointer user_data)
{
  Image sound;
  guint n_opened = 0, n_refused = 0;

  make_content (fixture);
  g_assert_true (g_file_get_contents (fixture->path, (char **) &sound.bytes, &sound.length, NULL));

  for (guint i = 0; i < n_mutations; i++)
    {
      Image image = mutate (&sound);
      pid_t child;
      int status;

      write_image (fixture, &image);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        open_in_child (fixture);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (!WIFEXITED (status) || (WEXITSTATUS (status) != OPENED && WEXITSTATUS (status) != REFUSED))
        g_error ("mutation %u of seed %u: status %d, see %s", i, seed, status, fixture->path);
      n_opened += WEXITSTATUS (status) == OPENED;
      n_refused += WEXITSTATUS (status) == REFUSED;
      assert_unchanged (fixture, &image);
      file_test_forget_working_copies ();
      g_free (image.bytes);
    }

  g_test_message ("%u opened, %u refused", n_opened, n_refused);
  g_assert_cmpint (n_refused, >, 0);
  g_assert_cmpint (n_opened, >, 0);
  g_free (sound.bytes);
}

int
main (int argc, char **argv)
{
  int status;

  file_test_init (&argc, &argv);
  if (argc > 1)
    n_mutations = (guint) strtoul (argv[1], NULL, 10);
  if (argc > 2)
    seed = (guint32) strtoul (argv[2], NULL, 10);
  if (argc > 3)
    template = argv[3];
  rand_source = g_rand_new_with_seed (seed);
  file_fixture_add ("/fuzz/project", test_mutations);
  status = file_test_run ();
  g_rand_free (rand_source);
  return status;
}
