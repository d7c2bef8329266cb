/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-runs.h"

#include "base/ent-text.h"
#include "paper/ent-typography.h"

struct _EntRuns
{
  GPtrArray *array; /* EntRun */
};

static void
ent_run_free (gpointer data)
{
  EntRun *run = data;

  g_free (run->text);
  g_free (run->uri);
  g_free (run->lang);
  g_free (run);
}

static void
add (EntRuns *runs, guint style, const char *text, const char *uri, const char *lang)
{
  EntRun *run;

  if (text == NULL || *text == '\0')
    return;

  run = g_new0 (EntRun, 1);
  run->text = g_strdup (text);
  run->style = style;
  run->uri = g_strdup (uri);
  run->lang = g_strdup (lang);
  g_ptr_array_add (runs->array, run);
}

/**
 * ent_runs_new:
 *
 * Returns: (transfer full): an empty text
 */
EntRuns *
ent_runs_new (void)
{
  EntRuns *runs = g_new0 (EntRuns, 1);

  runs->array = g_ptr_array_new_with_free_func (ent_run_free);
  return runs;
}

EntRuns *
ent_runs_new_text (const char *text)
{
  return ent_runs_new_styled (ENT_RUN_PLAIN, text);
}

EntRuns *
ent_runs_new_styled (guint style, const char *text)
{
  EntRuns *runs = ent_runs_new ();

  add (runs, style, text, NULL, NULL);
  return runs;
}

EntRuns *
ent_runs_copy (const EntRuns *runs)
{
  EntRuns *copy = ent_runs_new ();

  ent_runs_add_runs (copy, runs);
  return copy;
}

void
ent_runs_free (EntRuns *runs)
{
  if (runs == NULL)
    return;

  g_ptr_array_unref (runs->array);
  g_free (runs);
}

/**
 * ent_runs_add:
 * @runs: a text
 * @style: #EntRunStyle flags
 * @text: (nullable): words; nothing is added for none
 */
void
ent_runs_add (EntRuns *runs, guint style, const char *text)
{
  add (runs, style, text, NULL, NULL);
}

/**
 * ent_runs_add_link:
 * @runs: a text
 * @text: (nullable): words
 * @uri: (nullable): where they lead. Only web and mail addresses make a link: a project from
 *   elsewhere must not put a command behind a word.
 */
void
ent_runs_add_link (EntRuns *runs, const char *text, const char *uri)
{
  static const char *const schemes[] = { "https", "http", "mailto" };
  g_autofree char *scheme = uri ? g_uri_parse_scheme (uri) : NULL;
  g_autofree char *escaped = NULL;

  for (guint i = 0; scheme && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      escaped = g_uri_escape_string (
          uri,
          G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%",
          FALSE);

  add (runs, ENT_RUN_PLAIN, text, escaped, NULL);
}

/**
 * ent_runs_add_foreign:
 * @runs: a text
 * @style: #EntRunStyle flags
 * @text: (nullable): words
 * @lang: (nullable): their language when it is not that of the paper
 */
void
ent_runs_add_foreign (EntRuns *runs, guint style, const char *text, const char *lang)
{
  add (runs, style, text, NULL, lang);
}

void
ent_runs_add_runs (EntRuns *runs, const EntRuns *others)
{
  for (guint i = 0; others && i < others->array->len; i++)
    {
      const EntRun *run = g_ptr_array_index (others->array, i);

      add (runs, run->style, run->text, run->uri, run->lang);
    }
}

/**
 * ent_runs_typeset:
 * @runs: a text
 * @lang: the language of the runs that name no other
 *
 * See ent_typography_set().
 */
void
ent_runs_typeset (EntRuns *runs, const char *lang)
{
  for (guint i = 0; i < runs->array->len; i++)
    {
      EntRun *run = g_ptr_array_index (runs->array, i);
      char *set = ent_typography_set (run->text, run->lang ? run->lang : lang);

      g_free (run->text);
      run->text = set;
    }
}

guint
ent_runs_get_length (const EntRuns *runs)
{
  return runs->array->len;
}

const EntRun *
ent_runs_get (const EntRuns *runs, guint index)
{
  return g_ptr_array_index (runs->array, index);
}

/**
 * ent_runs_is_empty:
 * @runs: (nullable): a text
 *
 * Returns: whether there is nothing to print
 */
gboolean
ent_runs_is_empty (const EntRuns *runs)
{
  for (guint i = 0; runs && i < runs->array->len; i++)
    if (!ent_text_is_blank (ent_runs_get (runs, i)->text))
      return FALSE;

  return TRUE;
}

/**
 * ent_runs_dup_text:
 * @runs: (nullable): a text
 *
 * Returns: (transfer full): its words without their styles
 */
char *
ent_runs_dup_text (const EntRuns *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; runs && i < runs->array->len; i++)
    g_string_append (text, ent_runs_get (runs, i)->text);

  return g_string_free (text, FALSE);
}

/**
 * ent_runs_get_lang:
 * @runs: (nullable): a text
 *
 * Returns: (nullable): the language all of it is in, %NULL when that is the paper's or when
 *   several are mixed
 */
const char *
ent_runs_get_lang (const EntRuns *runs)
{
  const char *lang = NULL;

  for (guint i = 0; runs && i < runs->array->len; i++)
    {
      const EntRun *run = ent_runs_get (runs, i);

      if (i > 0 && g_strcmp0 (run->lang, lang) != 0)
        return NULL;
      lang = run->lang;
    }

  return lang;
}
