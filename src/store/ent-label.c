/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-label.h"

#include <string.h>

#include "base/ent-words.h"
#include "store/ent-store.h"

static void
append_quoted (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if ((guchar) *at < ' ')
      g_string_append_printf (json, "\\u%04x", (guchar) *at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

/**
 * ent_label_join_arguments:
 * @arguments: (array zero-terminated=1): texts
 *
 * Returns: (transfer full): the texts as a JSON array, as the journal keeps them
 */
char *
ent_label_join_arguments (char **arguments)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; arguments && arguments[i]; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (arguments[i], -1);

      if (i > 0)
        g_string_append_c (json, ',');
      append_quoted (json, valid);
    }
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

static gunichar
read_escape (const char **at)
{
  char code[5] = { 0 };
  const char *const simple = "\"\\/bfnrt";
  const char *const meaning = "\"\\/\b\f\n\r\t";
  const char *found;

  (*at)++;
  if (**at == 'u' && strnlen (*at, 5) == 5)
    {
      memcpy (code, *at + 1, 4);
      *at += 5;
      return g_ascii_strtoull (code, NULL, 16);
    }
  found = **at ? strchr (simple, **at) : NULL;
  if (!found)
    return 0;
  (*at)++;

  return meaning[found - simple];
}

/* Reads a quoted text; @at is behind its first quote. */
static char *
read_quoted (const char **at)
{
  GString *text = g_string_new (NULL);

  while (**at && **at != '"')
    if (**at == '\\')
      {
        gunichar c = read_escape (at);

        if (c == 0)
          break;
        g_string_append_unichar (text, c);
      }
    else
      g_string_append_c (text, *(*at)++);
  if (**at == '"')
    (*at)++;

  return g_string_free_and_steal (text);
}

/**
 * ent_label_split_arguments:
 * @json: what ent_label_join_arguments() wrote
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts
 */
char **
ent_label_split_arguments (const char *json)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *at = json;

  while ((at = strchr (at, '"')))
    {
      at++;
      g_strv_builder_take (builder, read_quoted (&at));
    }

  return g_strv_builder_end (builder);
}

static const char *
get_argument (char **arguments, guint place, const char *lang)
{
  if (place >= g_strv_length (arguments))
    return "";
  if (g_str_has_prefix (arguments[place], ENT_ARGUMENT_WORD))
    return ent_words (lang, arguments[place] + strlen (ENT_ARGUMENT_WORD));

  return arguments[place];
}

/**
 * ent_label_render:
 * @label: (nullable): a msgid; "%s" stands for the next argument, "%2$s" for the second
 * @arguments: (nullable): a JSON array of texts
 * @lang: "fr" or "en"
 *
 * The text comes from a file, and is not handed to printf for that reason.
 *
 * Returns: (transfer full): the label in @lang
 */
char *
ent_label_render (const char *label, const char *arguments, const char *lang)
{
  g_auto (GStrv) texts = ent_label_split_arguments (arguments ? arguments : "");
  GString *rendered = g_string_new (NULL);
  const char *at = label && *label ? ent_words (lang, label) : "";
  guint next = 0;

  while (*at)
    {
      if (g_str_has_prefix (at, "%s"))
        {
          g_string_append (rendered, get_argument (texts, next++, lang));
          at += 2;
        }
      else if (at[0] == '%' && at[1] >= '1' && at[1] <= '9' && g_str_has_prefix (at + 2, "$s"))
        {
          g_string_append (rendered, get_argument (texts, at[1] - '1', lang));
          at += 4;
        }
      else if (g_str_has_prefix (at, "%%"))
        {
          g_string_append_c (rendered, '%');
          at += 2;
        }
      else
        g_string_append_c (rendered, *at++);
    }

  return g_string_free_and_steal (rendered);
}
