/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-number.h"

#include "base/ent-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NARROW_SPACE "\u202F"

/* What was typed, with one plain sign for each kind of separator: digits, '.',
 * ',' and '_' for the spaces and apostrophes that group. NULL when something
 * else stands there. */
static char *
plain_digits (const char *typed, gboolean *negative)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p;

  g_strstrip (valid);
  p = valid;
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  *negative = *p == '-' || g_utf8_get_char (p) == 0x2212;
  if (*negative || *p == '+')
    p = g_utf8_next_char (p);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p) || c == '.' || c == ',')
        g_string_append_c (plain, *p);
      else if (g_unichar_isspace (c) || c == '\'' || c == 0x2019)
        g_string_append_c (plain, '_');
      else
        return NULL;
    }

  while (plain->len > 0 && plain->str[plain->len - 1] == '_')
    g_string_truncate (plain, plain->len - 1);
  if (plain->len > 0 && plain->str[0] == '_' && (*negative || *valid == '+'))
    g_string_erase (plain, 0, 1);
  return g_strdup (plain->str);
}

/* Whether @text is digits and at least one. */
static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* How often @sign stands in @text. */
static guint
count_sign (const char *text, char sign)
{
  guint count = 0;

  for (; *text != '\0'; text++)
    count += *text == sign;
  return count;
}

/* The digits of a whole part; NULL unless it is plain or in groups of three
 * parted by one sign, which is none of @not_group. */
static char *
ungroup (const char *whole, char not_group)
{
  const char *digits = "0123456789";
  gsize first = strspn (whole, digits);
  g_autoptr (GString) all = g_string_new_len (whole, (gssize) first);
  char sign = whole[first];
  const char *p = whole + first;

  if (sign == '\0')
    return g_strdup (whole);
  if (sign == not_group || first == 0 || first > 3)
    return NULL;

  while (*p != '\0')
    {
      if (*p != sign || strspn (p + 1, digits) != 3)
        return NULL;
      g_string_append_len (all, p + 1, 3);
      p += 4;
    }

  return g_strdup (all->str);
}

/* Where the decimal sign stands in @plain, or NULL: the sign that comes last,
 * when it comes once. A sign that comes more often groups. */
static char *
find_decimal_sign (char *plain)
{
  char *comma = strrchr (plain, ',');
  char *point = strrchr (plain, '.');
  char *last = comma > point ? comma : point;

  if (last == NULL || count_sign (plain, *last) > 1)
    return NULL;
  return last;
}

/* "1,250" is one and a quarter here and a thousand and more there. "1.125" is
 * not asked about: it is how canonical text is written, which ends in no 0. */
static gboolean
is_ambiguous (const char *plain, const char *sign)
{
  gsize before = (gsize) (sign - plain);

  if (strlen (sign + 1) != 3 || before == 0 || before > 3 || plain[0] == '0')
    return FALSE;
  if (strspn (plain, "0123456789") != before)
    return FALSE;
  return *sign == ',' || sign[3] == '0';
}

static char *
canonical (gboolean negative, const char *whole, const char *fraction)
{
  gsize length = fraction != NULL ? strlen (fraction) : 0;
  gboolean zero;

  while (*whole == '0' && whole[1] != '\0')
    whole++;
  while (length > 0 && fraction[length - 1] == '0')
    length--;

  zero = length == 0 && (*whole == '\0' || g_str_equal (whole, "0"));
  return g_strdup_printf ("%s%s%s%.*s", negative && !zero ? "-" : "", *whole != '\0' ? whole : "0",
                          length > 0 ? "." : "", (int) length, fraction != NULL ? fraction : "");
}

static void
set_error (GError **error, const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is not a number. Write the figures alone, for example 1250 or 1250.5."),
                 valid);
}

static void
set_ambiguous (GError **error, const char *typed, const char *plain, const char *sign)
{
  g_autofree char *before = g_strndup (plain, (gsize) (sign - plain));
  g_autofree char *thousands = g_strconcat (before, sign + 1, NULL);
  g_autofree char *decimal = canonical (FALSE, before, sign + 1);

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” can be read two ways. Write %s or %s."), typed, thousands, decimal);
}

/**
 * ent_number_parse:
 * @typed: a number as people of either language write it: "1 250,5",
 *   "1,250.50", "1.250,50", "-3"
 * @error: return location of an error
 *
 * Reads a decimal number without rounding it. The separators tell themselves
 * apart; "1,250" and "1.250", which may be read two ways, are refused, and so is
 * anything beside the figures, such as a unit.
 *
 * Returns: (transfer full) (nullable): the number in canonical text, or %NULL
 *   with %ENT_ERROR_INVALID_VALUE
 */
char *
ent_number_parse (const char *typed, GError **error)
{
  gboolean negative = FALSE;
  g_autofree char *plain = NULL;
  g_autofree char *whole = NULL;
  const char *fraction = NULL;
  char *sign;
  char decimal = '\0';

  g_return_val_if_fail (typed != NULL, NULL);

  plain = plain_digits (typed, &negative);
  if (plain == NULL || *plain == '\0')
    {
      set_error (error, typed);
      return NULL;
    }

  sign = find_decimal_sign (plain);
  if (sign != NULL && is_ambiguous (plain, sign))
    {
      set_ambiguous (error, typed, plain, sign);
      return NULL;
    }
  if (sign != NULL)
    {
      decimal = *sign;
      *sign = '\0';
      fraction = sign + 1;
    }

  whole = ungroup (plain, decimal);
  if (whole == NULL || (*whole == '\0' && fraction == NULL)
      || (fraction != NULL && !is_digits (fraction)))
    {
      set_error (error, typed);
      return NULL;
    }

  return canonical (negative, whole, fraction);
}

static gboolean
is_french (const char *lang)
{
  return lang != NULL && g_str_has_prefix (lang, "fr");
}

/**
 * ent_number_format:
 * @decimal: a number in canonical text
 * @lang: "fr" or "en"
 *
 * Writes a number as a paper in @lang does: "1 250,5" with narrow no-break
 * spaces in French, "1,250.5" in English. What is no number is given back as
 * it is.
 *
 * Returns: (transfer full): the text
 */
char *
ent_number_format (const char *decimal, const char *lang)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = decimal;
  gsize whole;

  g_return_val_if_fail (decimal != NULL, NULL);

  if (*p == '-')
    g_string_append_c (text, *p++);
  whole = strspn (p, "0123456789");
  if (whole == 0 || (p[whole] != '\0' && (p[whole] != '.' || !is_digits (p + whole + 1))))
    return g_strdup (decimal);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, is_french (lang) ? NARROW_SPACE : ",");
      g_string_append_c (text, p[i]);
    }
  if (p[whole] == '.')
    {
      g_string_append_c (text, is_french (lang) ? ',' : '.');
      g_string_append (text, p + whole + 1);
    }

  return g_strdup (text->str);
}

/**
 * ent_number_format_integer:
 * @value: a whole number
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): @value as ent_number_format() writes it
 */
char *
ent_number_format_integer (gint64 value, const char *lang)
{
  g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return ent_number_format (decimal, lang);
}

/**
 * ent_number_format_ordinal:
 * @value: a rank, from 1
 * @lang: "fr" or "en"
 *
 * Writes a rank in figures: "1er", "44e" in French (masculine), "1st", "44th"
 * in English.
 *
 * Returns: (transfer full): the text
 */
char *
ent_number_format_ordinal (gint64 value, const char *lang)
{
  g_autofree char *number = ent_number_format_integer (value, lang);
  gint64 tens = ABS (value % 100);
  const char *ending = "th";

  if (is_french (lang))
    return g_strconcat (number, value == 1 ? "er" : "e", NULL);

  if (tens < 11 || tens > 13)
    {
      switch (tens % 10)
        {
        case 1:
          ending = "st";
          break;
        case 2:
          ending = "nd";
          break;
        case 3:
          ending = "rd";
          break;
        default:
          break;
        }
    }
  return g_strconcat (number, ending, NULL);
}

/**
 * ent_number_from_real:
 * @value: a finite number
 *
 * Returns: (transfer full): the shortest decimal text that reads back as @value exactly:
 *   "50.467", where all digits would be "50.466999999999999"
 */
char *
ent_number_from_real (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

/* The number as units of the last of @decimals places. */
static gboolean
get_units (const char *decimal, guint decimals, gint64 *units)
{
  const char *point = strchr (decimal, '.');
  guint places = point ? (guint) strlen (point + 1) : 0;
  g_autoptr (GString) digits = g_string_new (decimal);

  if (point)
    g_string_erase (digits, point - decimal, 1);
  for (guint i = places; i < decimals; i++)
    g_string_append_c (digits, '0');

  return g_ascii_string_to_signed (digits->str, 10, G_MININT64 / 2, G_MAXINT64 / 2, units, NULL);
}

/**
 * ent_number_add:
 * @a: canonical decimal text
 * @b: the same
 *
 * Returns: (transfer full) (nullable): the exact sum, with the decimals of the one that has more;
 *   %NULL where it is too large to be an amount
 */
char *
ent_number_add (const char *a, const char *b)
{
  const char *points[] = { strchr (a, '.'), strchr (b, '.') };
  guint decimals = MAX (points[0] ? (guint) strlen (points[0] + 1) : 0,
                        points[1] ? (guint) strlen (points[1] + 1) : 0);
  g_autoptr (GString) sum = NULL;
  gint64 left, right, total;

  if (!get_units (a, decimals, &left) || !get_units (b, decimals, &right))
    return NULL;

  total = left + right;
  sum = g_string_new (NULL);
  g_string_printf (sum, "%0*" G_GINT64_FORMAT, (int) decimals + 1, ABS (total));
  if (decimals > 0)
    g_string_insert_c (sum, (gssize) (sum->len - decimals), '.');
  if (total < 0)
    g_string_prepend_c (sum, '-');

  return g_string_free_and_steal (g_steal_pointer (&sum));
}
