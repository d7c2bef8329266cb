/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-text.h"

#include <string.h>

/* Letters that Unicode does not take apart into a base and an accent. */
typedef struct
{
  gunichar letter;
  const char *folded;
} Letter;

static const Letter letters[] = {
  { 0x00DF, "ss" }, /* ß */
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" },  /* ð */
  { 0x00F8, "o" },  /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0138, "k" },  /* ĸ */
  { 0x0142, "l" },  /* ł */
  { 0x014B, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0180, "b" },  /* ƀ */
  { 0x0192, "f" },  /* ƒ */
  { 0x0259, "e" },  /* ə */
  { 0x03C2, "σ" },  /* ς at the end of a word */
  { 0x1E9E, "ss" }, /* ẞ */
};

static const char *
special_letter (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == c)
        return letters[i].folded;
    }

  return NULL;
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* Soft hyphens, joiners, direction marks: nothing one sees. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* One plain sign for all its typographic forms; 0 when @c has none. */
static char
plain_sign (gunichar c)
{
  switch (c)
    {
    case '`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
      return '\'';

    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return '"';

    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';

    default:
      return 0;
    }
}

/* Compatibility decomposition of text that may not even be UTF-8. */
static char *
decompose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
}

static void
append_folded (GString *folded, gunichar c)
{
  gunichar lower = g_unichar_tolower (c);
  const char *special = special_letter (lower);
  char plain = plain_sign (lower);

  if (special != NULL)
    g_string_append (folded, special);
  else if (plain != 0)
    g_string_append_c (folded, plain);
  else
    g_string_append_unichar (folded, lower);
}

/* The apostrophe forms that NFKD would turn into a space and an accent. */
static char *
spare_acute_accents (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (strstr (valid, "\u00B4") == NULL)
    return g_steal_pointer (&valid);

  g_auto (GStrv) pieces = g_strsplit (valid, "\u00B4", -1);

  return g_strjoinv ("'", pieces);
}

/**
 * ent_text_fold:
 * @text: (nullable): a text
 *
 * Reduces @text to what people look for: lower case, no accents, ligatures
 * taken apart (œ → oe, ß → ss), plain apostrophes, quotes and hyphens, single
 * spaces, none at the ends. The same under every locale: "İmamoğlu" gives
 * "imamoglu" in Turkish too.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *
ent_text_fold (const char *text)
{
  g_autofree char *spared = spare_acute_accents (text);
  g_autofree char *decomposed = decompose (spared);
  g_autoptr (GString) folded = g_string_sized_new (strlen (decomposed));
  gboolean space = FALSE;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_mark (c) || is_invisible (c))
        continue;

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = folded->len > 0;
          continue;
        }

      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      append_folded (folded, c);
    }

  return g_strdup (folded->str);
}

/* The words of a folded text: runs of letters and digits. */
static GStrv
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = NULL;
  const char *p = folded;

  while (TRUE)
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_strv_builder_take (builder, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        break;
      p = g_utf8_next_char (p);
    }

  return g_strv_builder_end (builder);
}

/**
 * ent_text_dup_words:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): its words, folded, as ent_text_matches() tells them apart
 */
GStrv
ent_text_dup_words (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  return split_words (folded);
}

/**
 * ent_text_join_at_apostrophes:
 * @folded: a folded text
 *
 * "O'Brien" is looked for as "obrien" too, and "l'avenir" as "lavenir".
 *
 * Returns: (transfer full): the words of @folded that hold an apostrophe, written without it and
 *   with a space after each
 */
char *
ent_text_join_at_apostrophes (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!strchr (words[i], '\''))
        continue;
      for (const char *p = words[i]; *p; p++)
        if (*p != '\'')
          g_string_append_c (joined, *p);
      g_string_append_c (joined, ' ');
    }

  return g_string_free_and_steal (joined);
}

static gboolean
begins_a_word (GStrv words, const char *prefix)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (words[i], prefix))
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_text_matches:
 * @text: (nullable): the text to look in
 * @query: (nullable): what was typed
 *
 * Whether @text answers @query, both folded: each word of the query begins a
 * word of the text, in any order and with or without its apostrophe, or the
 * whole query stands in the text as it is. An empty query matches all.
 *
 * Returns: whether @text matches
 */
gboolean
ent_text_matches (const char *text, const char *query)
{
  g_autofree char *folded_text = ent_text_fold (text);
  g_autofree char *folded_query = ent_text_fold (query);
  g_autofree char *joined = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) wanted = NULL;

  if (strstr (folded_text, folded_query) != NULL)
    return TRUE;

  joined = ent_text_join_at_apostrophes (folded_text);
  all = g_strjoin (" ", folded_text, joined, NULL);
  words = split_words (all);
  wanted = split_words (folded_query);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (!begins_a_word (words, wanted[i]))
        return FALSE;
    }

  return wanted[0] != NULL;
}

/* A run of digits, written so that "2" sorts before "10" byte by byte. */
static const char *
append_number (GString *primary, const char *p)
{
  const char *start;
  gsize length;

  while (*p == '0' && g_ascii_isdigit (p[1]))
    p++;
  start = p;
  while (g_ascii_isdigit (*p))
    p++;

  length = (gsize) (p - start);
  g_string_append_c (primary, (char) ('0' + MIN (length, 9)));
  g_string_append_len (primary, start, (gssize) length);
  return p;
}

/**
 * ent_text_collate_key:
 * @text: (nullable): a text
 * @lang: (nullable): the language of the list, "fr" or "en"
 *
 * Makes a key whose order under strcmp() is the order of a sorted list. French
 * and English agree on it: letters first, then accents from left to right, then
 * small before capital, then the text itself. Signs count as spaces, numbers by
 * their value. No libc locale is asked, so a list is the same on every machine.
 *
 * Returns: (transfer full): the key
 */
char *
ent_text_collate_key (const char *text, const char *lang)
{
  g_autofree char *spared = spare_acute_accents (text);
  g_autofree char *decomposed = decompose (spared);
  g_autoptr (GString) primary = g_string_new (NULL);
  g_autoptr (GString) accents = g_string_new (NULL);
  g_autoptr (GString) cases = g_string_new (NULL);
  gboolean space = FALSE;
  const char *p = decomposed;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (is_mark (c))
        g_string_append_unichar (accents, c);
      else if (!is_invisible (c) && !g_unichar_isalnum (c))
        space = primary->len > 0;
      else if (!is_invisible (c))
        {
          if (space)
            g_string_append_c (primary, ' ');
          space = FALSE;
          if (g_ascii_isdigit (*p))
            {
              p = append_number (primary, p);
              continue;
            }
          append_folded (primary, c);
          g_string_append_c (accents, '\2');
          if (special_letter (g_unichar_tolower (c)) != NULL)
            g_string_append_c (accents, '\3');
          g_string_append_c (cases, g_unichar_isupper (c) ? '\3' : '\2');
        }
      p = g_utf8_next_char (p);
    }

  return g_strdup_printf ("%s\1%s\1%s\1%s", primary->str, accents->str, cases->str, spared);
}

/**
 * ent_text_collate:
 * @a: (nullable): a text
 * @b: (nullable): another
 * @lang: (nullable): the language of the list, "fr" or "en"
 *
 * Compares two texts as a sorted list does; see ent_text_collate_key(), which
 * is quicker where many are sorted.
 *
 * Returns: less than, equal to or greater than zero
 */
int
ent_text_collate (const char *a, const char *b, const char *lang)
{
  g_autofree char *key_a = ent_text_collate_key (a, lang);
  g_autofree char *key_b = ent_text_collate_key (b, lang);

  return strcmp (key_a, key_b);
}

/**
 * ent_text_is_blank:
 * @text: (nullable): a text
 *
 * Returns: whether @text is %NULL or holds nothing but spaces of any kind
 */
gboolean
ent_text_is_blank (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !is_invisible (c) && !g_unichar_iscntrl (c))
        return FALSE;
    }

  return TRUE;
}
