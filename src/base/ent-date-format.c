/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date-private.h"

#include <string.h>

/* The words stand here and not in a catalogue: both languages are needed at
 * once, and their grammar (du, au, de l', jusqu'en) does not fit into messages. */

#define EN_DASH "\u2013"
#define NARROW_SPACE "\u202F"

/* Of English and of French. */
static const char *const months[2][12] = {
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre" },
};
static const char *const seasons[2][4] = {
  { "spring", "summer", "autumn", "winter" },
  { "printemps", "été", "automne", "hiver" },
};

/* How a French expression takes its article. */
typedef enum
{
  ARTICLE_NONE,   /* 2024, mai 2024 */
  ARTICLE_LE,     /* le 5 mai, le printemps */
  ARTICLE_ELIDED, /* l'été */
  ARTICLE_LES,    /* les années 1970 */
} Article;

typedef struct
{
  gboolean french;
  gboolean brief;
} Style;

/* What the other end of an interval says as well, so that this one need not. */
typedef enum
{
  PARTS_ALL,
  PARTS_NO_YEAR,
  PARTS_DAY_ONLY,
} Parts;

/* Only as far as no letter can be taken for a word: the fiftieth century would
 * be "Le". */
#define LAST_ROMAN 39

static char *
roman (int value)
{
  static const struct
  {
    int value;
    const char *sign;
  } signs[] = { { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  g_autoptr (GString) text = g_string_new (NULL);

  if (value > LAST_ROMAN)
    return g_strdup_printf ("%d", value);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      for (; value >= signs[i].value; value -= signs[i].value)
        g_string_append (text, signs[i].sign);
    }

  return g_strdup (text->str);
}

static char *
century_text (const EntDateEnd *end, Style style)
{
  int century = end->year / 100 + 1;
  int tens = century % 100;
  const char *ending = "th";

  if (style.french)
    {
      g_autofree char *number = roman (century);

      return g_strconcat (number, century == 1 ? "er" : "e", " siècle", NULL);
    }

  if (tens < 11 || tens > 13)
    ending = tens % 10 == 1 ? "st" : tens % 10 == 2 ? "nd" : tens % 10 == 3 ? "rd" : "th";
  return g_strdup_printf ("%d%s century", century, ending);
}

static char *
day_text (const EntDateEnd *end, Parts parts, Style style)
{
  g_autofree char *number = g_strdup_printf ("%d", end->day);

  if (style.brief && style.french)
    return g_strdup_printf ("%02d/%02d/%04d", end->day, end->month, end->year);

  if (style.french && end->day == 1)
    {
      g_free (number);
      number = g_strdup ("1er");
    }
  if (parts == PARTS_DAY_ONLY)
    return g_steal_pointer (&number);
  if (parts == PARTS_NO_YEAR)
    return g_strdup_printf ("%s %s", number, months[style.french][end->month - 1]);
  return g_strdup_printf ("%s %s %04d", number, months[style.french][end->month - 1], end->year);
}

/* The date in words, without article and qualifier. */
static char *
bare_text (const EntDateEnd *end, Parts parts, Style style)
{
  const char *name = NULL;

  switch (end->precision)
    {
    case ENT_PRECISION_DAY:
      return day_text (end, parts, style);

    case ENT_PRECISION_MONTH:
      if (style.brief && style.french)
        return g_strdup_printf ("%02d/%04d", end->month, end->year);
      name = months[style.french][end->month - 1];
      break;

    case ENT_PRECISION_SEASON:
      name = seasons[style.french][end->month - 21];
      break;

    case ENT_PRECISION_YEAR:
      return g_strdup_printf ("%04d", end->year);

    case ENT_PRECISION_DECADE:
      return g_strdup_printf (style.french ? "années %04d" : "%04ds", end->year);

    case ENT_PRECISION_CENTURY:
      return century_text (end, style);

    case ENT_PRECISION_INTERVAL:
      return g_strdup ("");
    }

  if (parts != PARTS_ALL)
    return g_strdup (name);
  return g_strdup_printf ("%s %04d", name, end->year);
}

static Article
article_of (const EntDateEnd *end)
{
  switch (end->precision)
    {
    case ENT_PRECISION_DAY:
    case ENT_PRECISION_CENTURY:
      return ARTICLE_LE;
    case ENT_PRECISION_SEASON:
      return end->month == 21 ? ARTICLE_LE : ARTICLE_ELIDED;
    case ENT_PRECISION_DECADE:
      return ARTICLE_LES;
    case ENT_PRECISION_MONTH:
    case ENT_PRECISION_YEAR:
    case ENT_PRECISION_INTERVAL:
      break;
    }

  return ARTICLE_NONE;
}

static const char *
not_recorded (const EntDateEnd *end, Style style)
{
  if (style.brief)
    return "";
  if (end->month_unspecified && end->day_unspecified)
    return style.french ? " (jour et mois non précisés)" : " (day and month not recorded)";
  if (end->month_unspecified)
    return style.french ? " (mois non précisé)" : " (month not recorded)";
  if (end->day_unspecified)
    return style.french ? " (jour non précisé)" : " (day not recorded)";
  return "";
}

static const char *
doubt (const EntDateEnd *end, Style style)
{
  if (!end->uncertain)
    return "";
  if (style.brief)
    return style.french ? NARROW_SPACE "?" : "?";
  return style.french ? " (incertain)" : " (uncertain)";
}

/* The article that goes before the date when "environ", "vers" or "about" has
 * been said of it: "vers le 5 mai", "about the 1970s". */
static const char *
plain_article (const EntDateEnd *end, Style style)
{
  if (!style.french)
    return end->precision == ENT_PRECISION_DECADE || end->precision == ENT_PRECISION_CENTURY
               ? "the "
               : "";
  if (style.brief && end->precision == ENT_PRECISION_DAY)
    return "le ";

  switch (article_of (end))
    {
    case ARTICLE_LE:
      return "le ";
    case ARTICLE_ELIDED:
      return "l’";
    case ARTICLE_LES:
      return "les ";
    case ARTICLE_NONE:
      break;
    }

  return "";
}

/* A date by itself: "vers 2010", "mai 2024", "2024 (incertain)". */
static char *
format_alone (const EntDateEnd *end, Style style)
{
  g_autofree char *bare = bare_text (end, PARTS_ALL, style);

  return g_strconcat (end->approximate ? (style.french ? "vers " : "about ") : "",
                      end->approximate ? plain_article (end, style) : "", bare,
                      not_recorded (end, style), doubt (end, style), NULL);
}

/* An end of an interval after a French preposition that has taken its article. */
static char *
format_after (const EntDateEnd *end, Parts parts, Style style)
{
  g_autofree char *bare = bare_text (end, parts, style);

  return g_strconcat (bare, not_recorded (end, style), end->approximate ? " environ" : "",
                      doubt (end, style), NULL);
}

/* "de", as it meets what follows: de 2024, d'avril, du 5 mai, de l'été, des années. */
static const char *
french_from (const EntDateEnd *end, const char *text)
{
  switch (article_of (end))
    {
    case ARTICLE_LE:
      return "du ";
    case ARTICLE_ELIDED:
      return "de l’";
    case ARTICLE_LES:
      return "des ";
    case ARTICLE_NONE:
      break;
    }

  return g_str_has_prefix (text, "a") || g_str_has_prefix (text, "o") ? "d’" : "de ";
}

static const char *
french_to (const EntDateEnd *end)
{
  switch (article_of (end))
    {
    case ARTICLE_LE:
      return "au ";
    case ARTICLE_ELIDED:
      return "à l’";
    case ARTICLE_LES:
      return "aux ";
    case ARTICLE_NONE:
      break;
    }

  return "à ";
}

static char *
format_since (const EntDateEnd *start, Style style)
{
  g_autofree char *text = NULL;

  if (!style.french)
    {
      text = format_alone (start, style);
      return g_strconcat ("since ", start->approximate ? "" : plain_article (start, style), text,
                          NULL);
    }

  text = format_after (start, PARTS_ALL, style);
  return g_strconcat ("depuis ", plain_article (start, style), text, NULL);
}

static char *
format_until (const EntDateEnd *end, Style style)
{
  g_autofree char *text = NULL;

  if (!style.french)
    {
      text = format_alone (end, style);
      return g_strconcat ("until ", end->approximate ? "" : plain_article (end, style), text, NULL);
    }

  text = format_after (end, PARTS_ALL, style);
  return g_strconcat (article_of (end) == ARTICLE_NONE ? "jusqu’en " : "jusqu’",
                      article_of (end) == ARTICLE_NONE ? "" : french_to (end), text, NULL);
}

static char *
format_unknown (const EntDate *date, Style style)
{
  const EntDateEnd *given = date->start.kind == ENT_DATE_END_GIVEN ? &date->start : &date->end;
  gboolean start_given = given == &date->start;
  g_autofree char *text = NULL;

  if (style.brief)
    {
      text = format_alone (given, style);
      return start_given ? g_strconcat (text, " " EN_DASH " ?", NULL)
                         : g_strconcat ("? " EN_DASH " ", text, NULL);
    }

  if (!style.french)
    {
      text = format_alone (given, style);
      return start_given ? g_strconcat ("from ", text, " to an unknown date", NULL)
                         : g_strconcat ("from an unknown date to ", text, NULL);
    }

  text = format_after (given, PARTS_ALL, style);
  return start_given ? g_strconcat (french_from (given, text), text, " à une date inconnue", NULL)
                     : g_strconcat ("d’une date inconnue ", french_to (given), text, NULL);
}

static gboolean
is_plain (const EntDateEnd *end)
{
  return !end->approximate && !end->uncertain && !end->month_unspecified && !end->day_unspecified;
}

/* What the first of two dates can leave to the second. */
static Parts
shared_parts (const EntDate *date)
{
  const EntDateEnd *a = &date->start;
  const EntDateEnd *b = &date->end;

  if (a->precision != b->precision || a->year != b->year || !is_plain (a) || !is_plain (b))
    return PARTS_ALL;
  if (a->precision == ENT_PRECISION_DAY)
    return a->month == b->month ? PARTS_DAY_ONLY : PARTS_NO_YEAR;
  if (a->precision == ENT_PRECISION_MONTH || a->precision == ENT_PRECISION_SEASON)
    return PARTS_NO_YEAR;
  return PARTS_ALL;
}

/* Two dates and a dash, with spaces unless both are a single word. */
static char *
join_with_dash (const char *first, const char *second, gboolean tight)
{
  return g_strconcat (first, tight ? EN_DASH : " " EN_DASH " ", second, NULL);
}

static char *
format_dashed (const EntDate *date, Style style)
{
  Parts parts = style.french && style.brief ? PARTS_ALL : shared_parts (date);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (parts == PARTS_ALL)
    {
      first = format_alone (&date->start, style);
      second = format_alone (&date->end, style);
    }
  else
    {
      first = bare_text (&date->start, parts, style);
      second = bare_text (&date->end, PARTS_ALL, style);
    }

  return join_with_dash (first, second,
                         strchr (first, ' ') == NULL
                             && (parts != PARTS_ALL || strchr (second, ' ') == NULL)
                             && strchr (first, '/') == NULL && is_plain (&date->start));
}

static char *
format_interval (const EntDate *date, Style style)
{
  gboolean years = date->start.precision == ENT_PRECISION_YEAR
                   && date->end.precision == ENT_PRECISION_YEAR && is_plain (&date->start)
                   && is_plain (&date->end);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (date->end.kind == ENT_DATE_END_OPEN && date->start.kind == ENT_DATE_END_GIVEN)
    return format_since (&date->start, style);
  if (date->start.kind == ENT_DATE_END_OPEN && date->end.kind == ENT_DATE_END_GIVEN)
    return format_until (&date->end, style);
  if (date->start.kind == ENT_DATE_END_UNKNOWN || date->end.kind == ENT_DATE_END_UNKNOWN)
    return format_unknown (date, style);
  if (!style.french || style.brief || years)
    return format_dashed (date, style);

  first = format_after (&date->start, shared_parts (date), style);
  second = format_after (&date->end, PARTS_ALL, style);
  return g_strconcat (french_from (&date->start, first), first, " ", french_to (&date->end), second,
                      NULL);
}

static char *
format_date (const EntDate *date, const char *lang, gboolean brief)
{
  Style style = { lang != NULL && g_str_has_prefix (lang, "fr"), brief };

  return date->interval ? format_interval (date, style) : format_alone (&date->start, style);
}

/**
 * ent_date_format:
 * @date: a date
 * @lang: "fr" or "en"
 *
 * Writes a date for prose: "1er mai 2024", "vers 2010", "depuis 2016", "du 19
 * au 21 juillet 2024", "2024–2029"; "1 May 2024", "19–21 July 2024" in English.
 * ent_date_new_typed() reads it back. No locale of the system is asked.
 *
 * Returns: (transfer full): the text
 */
char *
ent_date_format (const EntDate *date, const char *lang)
{
  g_return_val_if_fail (date != NULL, NULL);

  return format_date (date, lang, FALSE);
}

/**
 * ent_date_format_short:
 * @date: a date
 * @lang: "fr" or "en"
 *
 * Writes a date for the cell of a table: "01/05/2024", "05/2024", "2024" in
 * French, "1 May 2024", "May 2024" in English, where figures alone would be
 * read two ways. Doubt is a question mark; digits not specified are not shown.
 *
 * Returns: (transfer full): the text
 */
char *
ent_date_format_short (const EntDate *date, const char *lang)
{
  g_return_val_if_fail (date != NULL, NULL);

  return format_date (date, lang, TRUE);
}
