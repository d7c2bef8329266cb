/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-date-tokens.h"
#include "base/ent-text.h"

#include <stdlib.h>
#include <string.h>

/* How texts write dates; the groups are named. Longest first: what one has taken the next ones
 * leave alone. */
static const char *const forms[] = {
  /* 28 novembre 2023, 1er mai 2024, the 20th day of April, in the year 1989 */
  "\\b(?<d>\\d{1,2})(?:\\s?(?:er|ère|st|nd|rd|th|e|º|°))?(?:\\s+day)?(?:\\s+of)?\\s+(?<m><MONTH>)"
  "(?:,?\\s+(?:in the year(?: of our Lord)?|de l'an|de l'année)?\\s*(?<y>(?:1[89]|20)\\d\\d)\\b)?",
  /* August 27th 1990, March 26, 2025, March 26 */
  "\\b(?<m><MONTH>)\\s+(?<d>\\d{1,2})(?:\\s?(?:st|nd|rd|th))?\\b(?!\\d|[:h])"
  "(?:,?\\s+(?<y>(?:1[89]|20)\\d\\d)\\b)?",
  /* 28/01/1991, 28.1.1991, 28-01-1991 */
  "\\b(?<d>\\d{1,2})\\s?[/.-]\\s?(?<n>\\d{1,2})\\s?[/.-]\\s?(?<y>(?:1[89]|20)\\d\\d)\\b",
  /* date 2019-10, of the page */
  "^(?:\\W*date\\W+)?(?<y>(?:19|20)\\d\\d)-(?<n>0[1-9]|1[0-2])\\b(?!-)",
  /* 2016年11月7日 */
  "(?<y>(?:1[89]|20)\\d\\d)年(?<n>\\d{1,2})月(?<d>\\d{1,2})日",
  /* 2017-05-18, 2017/05/18 */
  "\\b(?<y>(?:1[89]|20)\\d\\d)[/-](?<n>\\d{2})[/-](?<d>\\d{2})\\b",
  /* trois septembre deux mille quatre */
  "\\b(?<w>(?i:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-(?:sept|huit|neuf))?|onze|"
  "douze|"
  "treize|quatorze|quinze|seize|vingt(?:(?: et |-et-)un|[- "
  "](?:deux|trois|quatre|cinq|six|sept|huit|neuf))?"
  "|trente(?:(?: et |-et-)un)?))\\s+(?<m><MONTH>)\\s+(?<x>(?i:deux mille|mil neuf cent|mille neuf "
  "cent)"
  "(?:[ "
  "-](?i:et|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|"
  "seize"
  "|vingt|vingts|trente|quarante|cinquante|soixante)\\b){0,5}|(?:1[89]|20)\\d\\d)",
  /* the third day of September two thousand and four */
  "\\b(?<w>(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
  "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|"
  "twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first))"
  "(?: day)?(?: of)? (?<m><MONTH>),?(?: in the year)?,? (?<x>(?i:two thousand|nineteen "
  "hundred|nineteen)"
  "(?:[ -](?i:and|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
  "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
  "ninety)\\b){0,4}"
  "|(?:1[89]|20)\\d\\d)",
  /* novembre 2023 */
  "\\b(?<m><MONTH>)(?:,? of)?,?\\s+(?<y>(?:1[89]|20)\\d\\d)\\b",
  /* en 2010, in 1994, of 2012 */
  "(?<![\\d/–-])\\b(?<y>(?:1[89]|20)\\d\\d)\\b(?!\\s?[/–-]\\s?\\d)",
};

/* No agreement names more; a list of events does, and says nothing of one. */
#define MAX_DATES 400

typedef struct
{
  const char *word;
  int value;
} NumberWord;

static const NumberWord number_words[] = {
  { "un", 1 },        { "premier", 1 },     { "deux", 2 },       { "trois", 3 },
  { "quatre", 4 },    { "cinq", 5 },        { "six", 6 },        { "sept", 7 },
  { "huit", 8 },      { "neuf", 9 },        { "dix", 10 },       { "onze", 11 },
  { "douze", 12 },    { "treize", 13 },     { "quatorze", 14 },  { "quinze", 15 },
  { "seize", 16 },    { "vingt", 20 },      { "vingts", 20 },    { "trente", 30 },
  { "quarante", 40 }, { "cinquante", 50 },  { "soixante", 60 },  { "one", 1 },
  { "first", 1 },     { "two", 2 },         { "second", 2 },     { "three", 3 },
  { "third", 3 },     { "four", 4 },        { "fourth", 4 },     { "five", 5 },
  { "fifth", 5 },     { "sixth", 6 },       { "seven", 7 },      { "seventh", 7 },
  { "eight", 8 },     { "eighth", 8 },      { "nine", 9 },       { "ninth", 9 },
  { "ten", 10 },      { "tenth", 10 },      { "eleven", 11 },    { "eleventh", 11 },
  { "twelve", 12 },   { "twelfth", 12 },    { "thirteen", 13 },  { "thirteenth", 13 },
  { "fourteen", 14 }, { "fourteenth", 14 }, { "fifteen", 15 },   { "fifteenth", 15 },
  { "sixteen", 16 },  { "sixteenth", 16 },  { "seventeen", 17 }, { "seventeenth", 17 },
  { "eighteen", 18 }, { "eighteenth", 18 }, { "nineteen", 19 },  { "nineteenth", 19 },
  { "twenty", 20 },   { "twentieth", 20 },  { "thirty", 30 },    { "thirtieth", 30 },
  { "forty", 40 },    { "fifty", 50 },      { "sixty", 60 },     { "seventy", 70 },
  { "eighty", 80 },   { "ninety", 90 },
};

static int
find_number_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      if (g_str_equal (number_words[i].word, word))
        return number_words[i].value;
    }

  return 0;
}

/* "mil neuf cent quatre-vingt-neuf" is 1989, "nineteen eighty-nine" too, "deux mille quatre" 2004.
 */
static int
read_number_words (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " -", -1);
  int total = 0;
  int part = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int value = find_number_word (words[i]);

      if (g_str_equal (words[i], "mil") || g_str_equal (words[i], "mille")
          || g_str_equal (words[i], "thousand"))
        {
          total += MAX (part, 1) * 1000;
          part = 0;
        }
      else if (g_str_equal (words[i], "cent") || g_str_equal (words[i], "cents")
               || g_str_equal (words[i], "hundred"))
        {
          total += MAX (part, 1) * 100;
          part = 0;
        }
      else if (value == 20 && part == 4 && g_str_has_prefix (words[i], "vingt"))
        part = 80;
      else if (value >= 20 && part == 19 && total == 0)
        {
          total = 1900;
          part = value;
        }
      else
        part += value;
    }

  return total + part;
}

static int
get_number (GMatchInfo *match, const char *group)
{
  g_autofree char *text = g_match_info_fetch_named (match, group);

  return text != NULL ? atoi (text) : 0;
}

static int
get_month (GMatchInfo *match)
{
  g_autofree char *text = g_match_info_fetch_named (match, "m");
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';
  folded = ent_text_fold (text);

  return ent_date_words_month (folded);
}

static gboolean
is_taken (GArray *dates, EntSpan span)
{
  for (guint i = 0; i < dates->len; i++)
    {
      const EntReadDate *date = &g_array_index (dates, EntReadDate, i);

      if (span.start < date->span.end && date->span.start < span.end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_group (GMatchInfo *match, const char *group)
{
  EntSpan span = ent_match_named (match, group);

  return span.end > span.start;
}

/* Only dates with slashes stand in the order of the United States. */
static gboolean
is_slashed (GMatchInfo *match)
{
  g_autofree char *text = g_match_info_fetch (match, 0);

  return strchr (text, '/') != NULL && strcspn (text, "/") <= 2;
}

static gboolean
is_american (EntScan *scan)
{
  return g_str_equal (scan->lang, "en")
         && ent_scan_has (scan,
                          "\\bU\\.S\\.A?\\b|\\bUSA\\b|\\bUnited States\\b|, [A-Z]{2} \\d{5}\\b|"
                          "\\b\\d{1,2}/(?:1[3-9]|2\\d|3[01])/(?:19|20)\\d\\d\\b",
                          ent_scan_whole (scan));
}

static gboolean
add_date (EntScan *scan, GMatchInfo *match, gpointer data)
{
  EntReadDate date = { .span = ent_match_span (match, 0) };

  date.year = get_number (match, "y");
  date.month = has_group (match, "m") ? get_month (match) : get_number (match, "n");
  date.day = get_number (match, "d");
  if (has_group (match, "w"))
    {
      g_autofree char *day = g_match_info_fetch_named (match, "w");
      g_autofree char *year = g_match_info_fetch_named (match, "x");

      date.day = read_number_words (day);
      date.year = g_ascii_isdigit (*year) ? atoi (year) : read_number_words (year);
    }
  /* 04/28/2011, as in the United States, and 7/2/2015 in a text of theirs */
  if (has_group (match, "n") && date.day <= 12
      && (date.month > 12 || (scan->american && is_slashed (match))))
    {
      int month = date.day;

      date.day = date.month;
      date.month = month;
    }
  if (date.month > 12 || date.day > 31 || (date.day == 0 && date.year == 0)
      || (date.day > 0 && date.month == 0) || scan->dates->len >= MAX_DATES
      || is_taken (scan->dates, date.span))
    return TRUE;
  g_array_append_val (scan->dates, date);

  return TRUE;
}

/* What texts call a day by when their own date is known. */
#define RELATIVE                                                                                   \
  "\\b(?<h>(?i:hier|yesterday|last night))\\b|\\b(?<t>(?i:aujourd'hui|today|ce jour))\\b|"         \
  "(?<!')\\b(?<k><WEEKDAY>)\\b(?! (?:et|and|to|à|au) )(?!,? (?:le )?\\d|,? <MONTH>| prochain)"

/* The date of the page: the first whole one, near its head, with nothing about it but the day's
 * name, the hour, or that it was published. */
static const EntReadDate *
find_page_date (EntScan *scan)
{
  for (guint i = 0; i < scan->dates->len; i++)
    {
      const EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);
      EntSpan line = ent_scan_line (scan, date->span.start);
      EntSpan before = { line.start, date->span.start };

      if (date->span.start > 600 || date->year == 0 || date->month == 0
          || !ent_scan_has (scan, "(?:1[89]|20)\\d\\d", date->span))
        continue;
      if (date->span.start == line.start
          || ent_scan_has (
              scan,
              "^(?:\\W|<WEEKDAY>|(?i:date|publié|le|on|posted|published|mis en ligne|"
              "mis à jour|par|by|updated|last|\\d{1,2}[:h]\\d\\d)\\b|\\p{Lu}[\\p{L}.'-]*,?)+$",
              before))
        return date;
    }

  return NULL;
}

typedef struct
{
  EntReadDate page;
  GArray *found;
} RelativeSearch;

static int
get_weekday (GMatchInfo *match)
{
  static const char *const days[] = { "lun", "mon", "mar", "tue", "mer", "wed", "jeu",
                                      "thu", "ven", "fri", "sam", "sat", "dim", "sun" };
  g_autofree char *word = g_match_info_fetch_named (match, "k");

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (days); i++)
    {
      if (g_ascii_strncasecmp (word, days[i], 3) == 0)
        return (int) i / 2 + 1;
    }

  return 0;
}

static gboolean
add_relative (EntScan *scan, GMatchInfo *match, gpointer data)
{
  RelativeSearch *search = data;
  EntReadDate date = search->page;
  int weekday = get_weekday (match);
  gboolean yesterday = has_group (match, "h");
  g_autoptr (GDate) day = NULL;

  date.span = ent_match_span (match, 0);
  if (search->found->len >= 40
      || !ent_scan_has (scan, "<SIGNED>", ent_scan_sentence (scan, date.span.start)))
    return TRUE;
  if (date.day > 0 && (yesterday || weekday > 0))
    {
      day = g_date_new_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
      if (yesterday)
        g_date_subtract_days (day, 1);
      while (weekday > 0 && (int) g_date_get_weekday (day) != weekday)
        g_date_subtract_days (day, 1);
      date.year = g_date_get_year (day);
      date.month = (int) g_date_get_month (day);
      date.day = g_date_get_day (day);
    }
  g_array_append_val (search->found, date);

  return TRUE;
}

/* "hier", "today", "lundi": counted from the date of the page, to the day if it has one. */
static void
read_relative (EntScan *scan)
{
  const EntReadDate *page = find_page_date (scan);
  RelativeSearch search;

  if (page == NULL
      || (page->day > 0
          && !g_date_valid_dmy ((GDateDay) page->day, (GDateMonth) page->month,
                                (GDateYear) page->year)))
    return;
  search = (RelativeSearch) { .page = *page,
                              .found = g_array_new (FALSE, FALSE, sizeof (EntReadDate)) };
  ent_scan_each (scan, RELATIVE, ent_scan_whole (scan), add_relative, &search);
  g_array_append_vals (scan->dates, search.found->data, search.found->len);
  g_array_unref (search.found);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const EntReadDate *one = a;
  const EntReadDate *other = b;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

/* A day without a year is of the nearest date that has one: that of the page, as a rule. */
static void
complete_years (EntScan *scan)
{
  for (guint i = 0; i < scan->dates->len; i++)
    {
      EntReadDate *date = &g_array_index (scan->dates, EntReadDate, i);
      gsize nearest = G_MAXSIZE;

      if (date->year != 0)
        continue;
      for (guint j = 0; j < scan->dates->len; j++)
        {
          const EntReadDate *other = &g_array_index (scan->dates, EntReadDate, j);
          gsize far = other->span.start > date->span.start ? other->span.start - date->span.start
                                                           : date->span.start - other->span.start;

          if (j == i || (other->year == 0) || ent_scan_has (scan, "\\d{4}", date->span))
            continue;
          /* A whole date, such as that of the page, says more than a year by the way. */
          if (other->day == 0)
            far += 2000;
          if (far < nearest && ent_scan_has (scan, "(?:1[89]|20)\\d\\d", other->span))
            {
              nearest = far;
              date->year = other->year;
            }
        }
    }
}

/**
 * ent_read_format_date:
 * @date: a date of a text, its year known
 *
 * Returns: (transfer full): it as an ISO date, as precise as the text
 */
char *
ent_read_format_date (const EntReadDate *date)
{
  if (date->day > 0)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  if (date->month > 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);

  return g_strdup_printf ("%04d", date->year);
}

/**
 * ent_read_dates:
 * @scan: a text being read
 *
 * Fills the dates of @scan, in their order. A day whose year is not said takes it from the
 * nearest date that has one.
 */
void
ent_read_dates (EntScan *scan)
{
  scan->american = is_american (scan);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    ent_scan_each (scan, forms[i], ent_scan_whole (scan), add_date, NULL);
  complete_years (scan);
  g_array_sort (scan->dates, compare_dates);
  read_relative (scan);
  g_array_sort (scan->dates, compare_dates);
}
