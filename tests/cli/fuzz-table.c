/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Throws broken tables at the import: fuzz-table N. None may end the program, and trying one
 * may not change the project. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/ent-table-plan.h"
#include "store/ent-store.h"

static const char *const seeds[] = {
  "Nom;Prénom;Institution;Fonction;E-mail;Depuis\nDupont;Marie;Lyon;Maire;m@l.fr;mars 2022\n"
  "Martin;Jean;Québec;\"Con\nseiller\";;3/05/2021\nMartin;Jean;Québec;Maire;;\n",
  "Commune,Pays,Type de relation\nLyon,France,Ville cousine\nHué,Việt Nam,network\n,,\n",
  "Titre\tPartenaire\tType\tSignée le\tFin\nPacte\tLyon\tJumelage\t3 mai 2024\t31/12/2027\n",
  "id,title,kind,when,start,place,parent,lang\n0000000000001,A,visit,2024,9h30,Namur,,fr\n"
  "0000000000002,B,visit,2024~,10:00,Namur,0000000000001,en\n",
  "name,parent,lat,lon,name@en\nA,B,\"1,5\",2.5,x\nB,A,,,\n",
};
static const char *const pieces[] = {
  "\"",       ";",    ",",  "\t", "\n", "\r\n",          "\xEF\xBB\xBF",
  "\xFF\xFE", "\xE9", "é",  "=",  "'",  "0000000000001", "id",
  "parent",   "2024", "😀", "%s", "(",  "sep=;\n"
};

static GBytes *
mutate (GRand *random)
{
  const char *seed = seeds[g_rand_int_range (random, 0, G_N_ELEMENTS (seeds))];
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
  for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint) MAX (bytes->len, 1));
      const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
      guint n = (guint) strlen (piece);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          if (at < bytes->len)
            bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
          break;
        case 1:
          if (at < bytes->len)
            g_byte_array_set_size (bytes, at);
          break;
        default:
          g_byte_array_set_size (bytes, bytes->len + n);
          memmove (bytes->data + at + n, bytes->data + at, bytes->len - n - at);
          memcpy (bytes->data + at, piece, n);
          break;
        }
    }

  return g_bytes_new (bytes->data, bytes->len);
}

static gboolean
try (EntStore *store, EntCells *cells, const EntTable *table)
{
  EntProject *project = ent_store_get_project (store);
  g_autoptr (EntTablePlan) plan = ent_table_plan_new (project, table, NULL, cells);
  EntImport *import = ent_table_plan_get_import (plan);

  while (ent_table_plan_step (plan, 3))
    ;

  return ent_import_check (import, project, NULL)
         && ent_store_import (store, import, "fuzz", TRUE, NULL);
}

static guint
count (EntStore *store)
{
  guint n_tables, n = 0;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    n += ent_project_count (ent_store_get_project (store), tables[i]);

  return n;
}

int
main (int argc, char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("entente-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "work.db", NULL);
  g_autoptr (EntStore) store = ent_store_create (path, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  guint n_tables, n_read = 0, n_taken = 0;
  const EntTable *const *tables = ent_tables_get (&n_tables);
  int n = argc > 1 ? atoi (argv[1]) : 200;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = mutate (random);
      g_autoptr (EntCells) cells = ent_cells_read (bytes, NULL);
      const EntTable *table = cells ? ent_table_guess (cells) : NULL;

      if (!cells)
        continue;
      n_read++;
      n_taken += try (store, cells, table ? table : tables[(guint) i % n_tables]);
      g_assert_cmpuint (count (store), ==, 0);
      g_assert_cmpint (ent_store_get_last_entry (store), ==, 0);
    }
  g_assert_true (ent_store_check (store, NULL));
  g_print ("%d tables, %u read, %u that could be imported\n", n, n_read, n_taken);
  g_assert_cmpuint (n_taken, >, (guint) n / 20);

  ent_store_close (store);
  g_unlink (path);
  g_rmdir (directory);
  return 0;
}
