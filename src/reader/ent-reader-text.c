/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* A line that fills this part of the usual width was broken by the margin, not by its author. */
#define FULL_LINE 0.72

/* A line of the text as given, in its new characters. */
typedef struct
{
  GString *words;
  GArray *origins; /* of guint, one a byte of words */
  guint end;       /* offset of its end in the text as given */
  guint width;     /* characters */
  guint gap;       /* empty lines before it */
  gboolean item;
  gboolean new_page;
} Line;

typedef struct
{
  const char *from;
  const char *to;
} Replacement;

/* What NFKC leaves as it is, and rules would stumble over. */
static const Replacement replacements[] = {
  { "’", "'" },           { "‘", "'" },           { "ʼ", "'" },  { "`", "'" },  { "´", "'" },
  { "‛", "'" },           { "‐", "-" },           { "‑", "-" },  { "–", "–" },  { "—", "–" },
  { "−", "-" },           { "“", "\"" },          { "”", "\"" }, { "„", "\"" }, { "\xc2\xad", "" },
  { "\xe2\x80\x8b", "" }, { "\xef\xbb\xbf", "" }, { "·", "." },
};

static const char *const bullets[] = {
  "•", "●", "▪", "▫", "◦", "‣",      "○",      "■", "□", "➢",
  "✓", "*", "-", "–", "o", "\uf0b7", "\uf0a7", "",  "",  NULL
};

static gboolean
matches (const char *words, const char *pattern)
{
  return g_regex_match (ent_reader_regex (pattern), words, 0, NULL);
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_string_free (line->words, TRUE);
  g_array_unref (line->origins);
  g_free (line);
}

static void
line_append (Line *line, const char *text, guint origin)
{
  g_string_append (line->words, text);
  for (gsize i = strlen (text); i > 0; i--)
    g_array_append_val (line->origins, origin);
}

static const char *
replace (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      if (g_str_equal (replacements[i].from, text))
        return replacements[i].to;
    }

  return text;
}

static gboolean
is_gap (gunichar c)
{
  return c == '\t' || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_CONTROL;
}

/* Two blanks and more part columns; one is a space. */
static const char *
append_gap (Line *line, const char *p, const char *end, const char *start)
{
  const char *from = p;
  guint width = 0;

  for (; p < end && is_gap (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    width += *p == '\t' ? 3 : 1;
  if (line->words->len > 0 && p < end)
    line_append (line, width >= 3 ? "\t" : " ", (guint) (from - start));

  return p;
}

/* Machines that read letters glue words: "Tokyo,Japan", "RobertJ.Bose". */
static gboolean
is_glued (const Line *line, const char *letter, const char *next, const char *end)
{
  const char *words = line->words->str;
  gsize length = line->words->len;
  gunichar c = g_utf8_get_char (letter);

  if (length < 3)
    return FALSE;
  if (words[length - 1] == ',')
    return g_unichar_isalpha (c);
  if (words[length - 1] == '.' && g_unichar_isupper (c) && next < end
      && g_unichar_islower (g_utf8_get_char (next)))
    return g_ascii_isalpha (words[length - 2]) && !g_ascii_isdigit (words[length - 2])
           && (length < 4 || words[length - 3] == ' ' || g_ascii_islower (words[length - 2]));

  return g_unichar_isupper (c) && next < end && *next == '.' && g_ascii_islower (words[length - 1]);
}

static Line *
line_new (const char *text, const char *from, const char *end)
{
  Line *line = g_new0 (Line, 1);

  line->words = g_string_new (NULL);
  line->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  line->end = (guint) (end - text);
  for (const char *p = from; p < end;)
    {
      const char *next = g_utf8_next_char (p);
      g_autofree char *composed = NULL;

      if (is_gap (g_utf8_get_char (p)))
        {
          p = append_gap (line, p, end, text);
          continue;
        }
      while (next < end && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      composed = g_utf8_normalize (p, next - p, G_NORMALIZE_ALL_COMPOSE);
      if (is_glued (line, composed, next, end))
        line_append (line, " ", (guint) (p - text));
      line_append (line, replace (composed), (guint) (p - text));
      p = next;
    }
  while (line->words->len > 0 && strchr (" \t", line->words->str[line->words->len - 1]) != NULL)
    g_string_truncate (line->words, line->words->len - 1);
  line->width = (guint) g_utf8_strlen (line->words->str, -1);

  return line;
}

/* Gives items the one sign, whatever bullet they had. */
static void
mark_item (Line *line)
{
  const char *words = line->words->str;

  for (guint i = 0; bullets[i] != NULL; i++)
    {
      gsize length = strlen (bullets[i]);
      gboolean hyphen = *bullets[i] == '-';

      if (length == 0 || !g_str_has_prefix (words, bullets[i]))
        continue;
      if (words[length] != ' ' && words[length] != '\t'
          && !(hyphen && g_unichar_isalpha (g_utf8_get_char (words + length))))
        continue;
      while (words[length] == ' ' || words[length] == '\t')
        length++;
      if (words[length] == '\0')
        return;
      g_string_erase (line->words, 0, (gssize) length);
      g_array_remove_range (line->origins, 0, (guint) length);
      {
        guint origin = g_array_index (line->origins, guint, 0);
        guint origins[] = { origin, origin, origin, origin };

        g_string_prepend (line->words, "• ");
        g_array_prepend_vals (line->origins, origins, G_N_ELEMENTS (origins));
      }
      line->item = TRUE;
      return;
    }
}

/* A head or foot of pages without its number. */
static char *
get_running_key (const Line *line)
{
  return g_regex_replace_literal (ent_reader_regex ("\\d+"), line->words->str, -1, 0, "#", 0, NULL);
}

static gboolean
is_page_number (const char *words)
{
  return matches (words, "^(?:[Pp]age |p\\. ?)?\\d{1,3}(?: ?(?:/|sur|of) ?\\d{1,3})?$"
                         "|^[•–-] ?\\d{1,3} ?[–-]$");
}

/* Whether the line at I is the first or the last of its page. */
static gboolean
is_at_edge (GPtrArray *lines, guint i)
{
  const Line *line = lines->pdata[i];

  return line->new_page || i + 1 == lines->len || ((const Line *) lines->pdata[i + 1])->new_page;
}

/* What stands at the head or the foot of most pages is said once; numbers of pages are not. */
static void
drop_running (GPtrArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (n_pages < 2)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      if (is_at_edge (lines, i))
        {
          char *key = get_running_key (lines->pdata[i]);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
        }
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];
      g_autofree char *key = is_at_edge (lines, i) ? get_running_key (line) : NULL;
      guint count = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) : 0;

      if (key == NULL
          || !(is_page_number (line->words->str)
               || (count * 2 > n_pages && count >= 2 && !g_hash_table_add (seen, g_strdup (key)))))
        continue;
      if (i + 1 < lines->len)
        {
          Line *next = lines->pdata[i + 1];

          next->new_page = next->new_page || line->new_page;
        }
      g_ptr_array_remove_index (lines, i--);
    }
}

static GPtrArray *
split_lines (EntReaderText *self, const char *text, gsize length)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *end = text + length;
  guint gap = 0;
  gboolean new_page = TRUE;
  guint zero = 0;

  g_array_append_val (pages, zero);
  for (const char *p = text; p < end;)
    {
      const char *stop = p + strcspn (p, "\n\f\r");
      Line *line = line_new (text, p, stop);

      line->gap = gap;
      line->new_page = new_page;
      new_page = FALSE;
      if (line->words->len > 0)
        {
          mark_item (line);
          g_ptr_array_add (lines, line);
          gap = 0;
        }
      else
        {
          gap++;
          new_page = line->new_page;
          line_free (line);
        }
      if (stop < end && *stop == '\f')
        {
          guint page = (guint) (stop + 1 - text);

          g_array_append_val (pages, page);
          new_page = TRUE;
          gap = 0;
        }
      p = stop + (stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
    }
  drop_running (lines, pages->len);
  self->n_pages = pages->len;
  self->pages = (guint *) g_array_free (g_steal_pointer (&pages), FALSE);

  return g_steal_pointer (&lines);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* The width that nine lines of ten do not exceed. */
static guint
get_usual_width (GPtrArray *lines)
{
  g_autofree guint *widths = g_new (guint, lines->len + 1);

  if (lines->len == 0)
    return 0;
  for (guint i = 0; i < lines->len; i++)
    widths[i] = ((Line *) lines->pdata[i])->width;
  qsort (widths, lines->len, sizeof (guint), compare_numbers);

  return widths[lines->len * 9 / 10];
}

/* Some files have an empty line after every line: those part nothing. */
static gboolean
is_double_spaced (GPtrArray *lines)
{
  guint single = 0;

  for (guint i = 1; i < lines->len; i++)
    single += ((Line *) lines->pdata[i])->gap == 1;

  return lines->len > 8 && single * 10 > lines->len * 7;
}

static gboolean
is_numbered (const char *words)
{
  return matches (words, "^(?:[IVX]{1,5}|\\d{1,2}|[a-zA-Z])(?:[.)]|°)\\s|^\\d{1,2}\\.\\d{1,2}\\.?"
                         "\\s+\\p{Lu}|^\\([a-z\\d]{1,3}\\)\\s"
                         "|^(?:ARTICLE|Article|Section|§)\\s*\\d");
}

static gboolean
begins_lower (const char *words)
{
  return g_unichar_islower (g_utf8_get_char (words));
}

/* Whether a line that ends so cannot be the end of anything. */
static gboolean
is_left_open (const char *words)
{
  return matches (words, "(?:\\b(?:de|du|des|la|le|les|un|une|et|à|au|aux|par|pour|dans|en|sur"
                         "|of|the|and|by|in|for|to|with|a|an)|[,-]|\\b[ld]')$");
}

static gboolean
is_ended (const char *words)
{
  return matches (words, "[.;:!?…»\"]\\s*\\)?$");
}

static gboolean
has_columns (const Line *line)
{
  return strchr (line->words->str, '\t') != NULL;
}

/* Below the words of signing each line is for itself. */
static gboolean
begins_signing (const Line *line)
{
  return matches (line->words->str,
                  "^(?:Fait|FAIT|Signé|SIGNÉ|Done|DONE|Signed|SIGNED|Dated|DATED)\\b.{0,80}\\d{4}"
                  "|^(?:Pour|POUR|For|FOR) (?:la |le |the |l')?(?i:ville|commune|city|town)");
}

/* Whether NEXT goes on with what LINE says. */
static gboolean
goes_on (const Line *line, const Line *next, guint usual, gboolean double_spaced)
{
  gboolean parted = next->gap > (double_spaced ? 1 : 0) && !next->new_page;
  gboolean full = line->width >= usual * FULL_LINE && usual >= 45 && usual < 200;
  const char *words = line->words->str;

  if (next->item || begins_signing (next) || is_numbered (next->words->str) || has_columns (line)
      || has_columns (next))
    return FALSE;
  if (begins_lower (next->words->str))
    return !parted && (!is_ended (words) || line->item);
  if (parted || is_ended (words))
    return FALSE;

  return full || (is_left_open (words) && line->width > 20 && !g_str_has_suffix (words, ","));
}

/* A word cut at the margin becomes whole again. */
static void
join (GString *flow, GArray *origins, const Line *next)
{
  gboolean cut = flow->len > 2 && flow->str[flow->len - 1] == '-'
                 && g_ascii_isalpha (flow->str[flow->len - 2]) && begins_lower (next->words->str);

  /* The hyphens of "Saint-Herblain" and "Sucé-sur-Erdre" are their own. */
  if (flow->len > 2 && flow->str[flow->len - 1] == '-'
      && matches (next->words->str,
                  "^(?:\\p{Lu}|(?:sur|sous|en|de|la|le|les|lès|lez|du|des|upon|on)[- ])"))
    return;
  if (cut)
    {
      g_string_truncate (flow, flow->len - 1);
      g_array_set_size (origins, origins->len - 1);
    }
  else
    {
      guint origin = g_array_index (origins, guint, origins->len - 1);

      g_string_append_c (flow, ' ');
      g_array_append_val (origins, origin);
    }
}

/**
 * ent_reader_text_new:
 * @text: UTF-8 text; form feeds part its pages
 * @length: its bytes, or -1 if it ends with a nul
 *
 * Joins what the margin broke, knows items by their bullets, and composes characters, so that
 * rules meet one form of everything. What is not UTF-8 in @text is replaced, byte for byte.
 *
 * Returns: (transfer full): the text for rules
 */
EntReaderText *
ent_reader_text_new (const char *text, gssize length)
{
  EntReaderText *self = g_new0 (EntReaderText, 1);
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  gsize bytes = strlen (copy);
  g_autoptr (GPtrArray) lines = NULL;
  GString *flow = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *bad = NULL;
  gboolean double_spaced;
  gboolean signing = FALSE;
  guint usual;
  guint end = 0;

  while (!g_utf8_validate (copy, -1, &bad))
    copy[bad - copy] = '?';
  lines = split_lines (self, copy, bytes);
  usual = get_usual_width (lines);
  double_spaced = is_double_spaced (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];

      if (i > 0)
        {
          Line *before = lines->pdata[i - 1];

          signing = signing || begins_signing (before);
          if ((!signing || begins_lower (line->words->str))
              && goes_on (before, line, usual, double_spaced))
            join (flow, origins, line);
          else
            {
              g_string_append_c (flow, '\n');
              g_array_append_val (origins, end);
            }
        }
      g_string_append (flow, line->words->str);
      g_array_append_vals (origins, line->origins->data, (guint) line->words->len);
      end = line->end;
    }
  g_array_append_val (origins, end);

  self->length = flow->len;
  self->flow = g_string_free (flow, FALSE);
  self->origins = (guint *) g_array_free (g_steal_pointer (&origins), FALSE);

  return self;
}

/**
 * ent_reader_text_free:
 * @text: (transfer full): a text
 */
void
ent_reader_text_free (EntReaderText *text)
{
  g_free (text->flow);
  g_free (text->origins);
  g_free (text->pages);
  g_free (text);
}

/**
 * ent_reader_text_get_page:
 * @text: a text
 * @offset: a byte of the text as it was given
 *
 * Returns: the page it stands on, from 1
 */
guint
ent_reader_text_get_page (const EntReaderText *text, guint offset)
{
  guint page = 1;

  while (page < text->n_pages && text->pages[page] <= offset)
    page++;

  return page;
}
