/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/ent-cells.h"
#include "base/ent-error.h"

static EntCells *
read_cells (const char *data, gssize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return ent_cells_read (bytes, error);
}

/* Cells with "|" between them, rows with "/". */
static char *
dup_flat (EntCells *cells)
{
  GString *flat = g_string_new (NULL);

  for (guint row = 0; row < ent_cells_get_n_rows (cells); row++)
    for (guint i = 0; i < ent_cells_get_n_columns (cells); i++)
      g_string_append_printf (flat, "%s%s",
                              i > 0     ? "|"
                              : row > 0 ? "/"
                                        : "",
                              ent_cells_get (cells, row, i));

  return g_string_free_and_steal (flat);
}

static const struct
{
  const char *data;
  gssize size;
  const char *flat;
} tables[] = {
  { "a,b\r\n1,2\r\n", -1, "a|b/1|2" },
  { "a;b\n1,5;2\n", -1, "a|b/1,5|2" },
  { "a\tb\r1\t2", -1, "a|b/1|2" },
  { "sep=|\r\na|b,c;d\r\n", -1, "a|b,c;d" },
  { "one\ntwo\n", -1, "one/two" },
  { "a,b\n\n , \n1\n", -1, "a|b/1|" },
  { "a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n", -1, "a|b/x,\"y\"|two\nlines" },
  { "a,b\n5\" pipe,x\n", -1, "a|b/5\" pipe|x" },
  { "a,b\n'=1+1,'tis\n", -1, "a|b/=1+1|'tis" },
  { "\xEF\xBB\xBF"
    "Hué;b",
    -1, "Hué|b" },
  { "\xC9"
    "cole;b\x80",
    -1, "École|b€" },
  { "\xFF\xFE"
    "\xC9\0;\0b\0",
    8, "É|b" },
  { "\xFE\xFF"
    "\0\xC9\0;\0b",
    8, "É|b" },
  { "a\0;\0b\0\n\0c\0;\0d\0", 14, "a|b/c|d" },
  { "\xFF\xFE"
    "\x3D\xD8\x00\xDE;\0\x00\xDE",
    10, "😀|\xEF\xBF\xBD" },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntCells) cells = read_cells (tables[i].data, tables[i].size, &error);
      g_autofree char *flat = NULL;

      g_assert_no_error (error);
      flat = dup_flat (cells);
      g_assert_cmpstr (flat, ==, tables[i].flat);
    }
}

static void
test_lines (void)
{
  g_autoptr (EntCells) cells = read_cells ("a,b\n\n\"x\ny\",2\nz,3\n", -1, NULL);

  g_assert_cmpuint (ent_cells_get_line (cells, 1), ==, 3);
  g_assert_cmpuint (ent_cells_get_line (cells, 2), ==, 5);
  g_assert_cmpstr (ent_cells_get (cells, 7, 7), ==, "");
}

static void
test_refuse (void)
{
  const struct
  {
    const char *data;
    gssize size;
    const char *says;
  } wrong[] = {
    { "", 0, "nothing" },
    { "\n\n ,\n", -1, "nothing" },
    { "a,b\nc,\"d\n", -1, "line 2" },
    { "PK\3\4....", -1, "CSV" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDRxxxxxxxxxxxxxxxxxxxx", 36, "bytes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntCells) cells = read_cells (wrong[i].data, wrong[i].size, &error);

      g_assert_null (cells);
      g_assert_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, wrong[i].says));
    }
}

static void
test_write (void)
{
  g_autoptr (EntCells) cells = ent_cells_new ();
  g_autofree char *csv = NULL;
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;

  ent_cells_begin_row (cells, 1);
  ent_cells_take_cell (cells, g_strdup ("Nom"));
  ent_cells_take_cell (cells, g_strdup ("a,b"));
  ent_cells_begin_row (cells, 2);
  ent_cells_take_cell (cells, g_strdup ("=1<2"));
  ent_cells_take_cell (cells, g_strdup ("x\ny"));

  csv = ent_cells_to_csv (cells);
  tsv = ent_cells_to_tsv (cells);
  html = ent_cells_to_html (cells);
  g_assert_cmpstr (csv, ==, "\xEF\xBB\xBFNom,\"a,b\"\r\n\"'=1<2\",\"x\ny\"\r\n");
  g_assert_cmpstr (tsv, ==, "Nom\ta,b\n\"'=1<2\"\t\"x\ny\"\n");
  g_assert_nonnull (strstr (html, "<th>Nom</th><th>a,b</th>"));
  g_assert_nonnull (strstr (html, "<td>'=1&lt;2</td><td>x<br>y</td>"));
}

/* Whatever is written is read again. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "é", "\"", ",", ";", "\t", "\n", "=",
                                        "'", "-",  "@", "a", "1",  " b", "😀" };
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint n = 0; n < 500; n++)
    {
      g_autoptr (EntCells) cells = ent_cells_new ();
      g_autoptr (EntCells) csv_again = NULL;
      g_autofree char *csv = NULL;
      g_autofree char *flat = NULL;
      g_autofree char *again = NULL;

      for (guint row = 0; row < 4; row++)
        {
          ent_cells_begin_row (cells, row + 1);
          for (guint i = 0; i < 3; i++)
            {
              GString *text = g_string_new (i == 0 ? "x" : NULL);

              for (int j = g_rand_int_range (random, 0, 6); j > 0; j--)
                g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
              if (row == 0)
                g_string_assign (text, "title");
              ent_cells_take_cell (cells, g_string_free_and_steal (text));
            }
        }
      csv = ent_cells_to_csv (cells);
      csv_again = read_cells (csv, -1, NULL);
      flat = dup_flat (cells);
      again = dup_flat (csv_again);
      g_assert_cmpstr (again, ==, flat);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cells/read", test_read);
  g_test_add_func ("/cells/lines", test_lines);
  g_test_add_func ("/cells/refuse", test_refuse);
  g_test_add_func ("/cells/write", test_write);
  g_test_add_func ("/cells/round-trip", test_round_trip);

  return g_test_run ();
}
