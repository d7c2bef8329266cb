/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-dates.h"

#include "base/ent-date.h"

/* A date of EDTF level 1 without an interval, made from the grammar and not by
 * the code under test. */
static char *
random_single (void)
{
  static const char *const qualifiers[] = { "", "", "", "~", "?", "%" };
  const char *qualifier = qualifiers[g_test_rand_int_range (0, G_N_ELEMENTS (qualifiers))];
  int year = g_test_rand_int_range (1, 10000);
  int month = g_test_rand_int_range (1, 13);

  if (g_test_rand_bit ())
    year = g_test_rand_int_range (1900, 2100);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      return g_strdup_printf ("%04d%s", year, qualifier);
    case 1:
      return g_strdup_printf ("%04d-%02d%s", year, month, qualifier);
    case 2:
      return g_strdup_printf ("%04d-%02d%s", year, g_test_rand_int_range (21, 25), qualifier);
    case 3:
      return g_strdup_printf ("%03dX%s", year / 10, qualifier);
    case 4:
      return g_strdup_printf ("%02dXX%s", year / 100, qualifier);
    case 5:
      return g_strdup_printf ("%04d-XX%s", year, qualifier);
    case 6:
      return g_strdup_printf ("%04d-%02d-XX%s", year, month, qualifier);
    case 7:
      return g_strdup_printf ("%04d-XX-XX%s", year, qualifier);
    default:
      {
        int days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

        return g_strdup_printf ("%04d-%02d-%02d%s", year, month,
                                g_test_rand_int_range (1, days + 1), qualifier);
      }
    }
}

/* Any date of EDTF level 1, a third of them intervals. Two ends the wrong way
 * round are exchanged. */
char *
random_edtf (void)
{
  g_autofree char *first = random_single ();
  g_autofree char *second = NULL;
  g_autofree char *forward = NULL;
  g_autofree char *backward = NULL;
  g_autoptr (EntDate) date = NULL;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      return g_strconcat (first, "/..", NULL);
    case 1:
      return g_strconcat (first, "/", NULL);
    case 2:
      return g_strconcat ("../", first, NULL);
    case 3:
      return g_strconcat ("/", first, NULL);
    case 4:
    case 5:
      second = random_single ();
      forward = g_strconcat (first, "/", second, NULL);
      backward = g_strconcat (second, "/", first, NULL);
      date = ent_date_new (forward, NULL);
      return date != NULL ? g_steal_pointer (&forward) : g_steal_pointer (&backward);
    default:
      return g_steal_pointer (&first);
    }
}
