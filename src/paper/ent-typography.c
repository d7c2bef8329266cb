/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-typography.h"

#include <string.h>

#define NARROW_NO_BREAK_SPACE 0x202F
#define NO_BREAK_SPACE 0x00A0

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
}

/* The marks French keeps on the line of the word before them. */
static gboolean
clings_to_the_left (gunichar c)
{
  return c == ';' || c == ':' || c == '!' || c == '?' || c == 0x00BB;
}

/* Without these a word processor's text arrives with controls that no font can show. */
static gboolean
is_shown (gunichar c)
{
  return c == '\n' || c == '\t' || !g_unichar_iscntrl (c);
}

/**
 * ent_typography_set:
 * @text: (nullable): words as they were typed
 * @lang: (nullable): the language they are in
 *
 * Sets a text as a printer of its language does. French: the space before « ; : ! ? » and
 * inside quotation marks becomes a narrow one that does not break the line; none is added where
 * none was typed, so that times and addresses stay as they are. Every language: numbers keep
 * the no-break spaces they have, and control characters go.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
ent_typography_set (const char *text, const char *lang)
{
  GString *set = g_string_new (NULL);
  gboolean french = lang && g_str_has_prefix (lang, "fr");
  gunichar before = 0;

  for (const char *p = text ? text : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      gunichar next;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        break;
      next = g_utf8_get_char (g_utf8_next_char (p));
      if (french && is_space (c) && (clings_to_the_left (next) || before == 0x00AB))
        c = NARROW_NO_BREAK_SPACE;
      if (is_shown (c))
        g_string_append_unichar (set, c);
      before = c;
    }

  return g_string_free (set, FALSE);
}

/**
 * ent_typography_get_colon:
 * @lang: a language
 *
 * Returns: (transfer none): what stands between a label and its value
 */
const char *
ent_typography_get_colon (const char *lang)
{
  return lang && g_str_has_prefix (lang, "fr") ? "\u202f: " : ": ";
}

/**
 * ent_typography_get_semicolon:
 * @lang: a language
 *
 * Returns: (transfer none): what stands between the values of a list that may hold commas
 */
const char *
ent_typography_get_semicolon (const char *lang)
{
  return lang && g_str_has_prefix (lang, "fr") ? "\u202f; " : "; ";
}
