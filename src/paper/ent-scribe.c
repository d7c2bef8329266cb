/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-scribe.h"

#include <string.h>

#include "base/ent-number.h"
#include "base/ent-text.h"
#include "paper/ent-typography.h"
#include "rules/ent-report-scope.h"

/**
 * ent_scribe_may_print:
 * @record: (nullable): a record
 *
 * Returns: whether a paper may show it: there is one and it is not sensitive
 */
gboolean
ent_scribe_may_print (EntRecord *record)
{
  return ent_report_may_print (record);
}

/**
 * ent_scribe_get_text:
 * @scribe: who writes
 * @record: a record
 * @column: name of one of its text columns
 * @foreign: (out) (nullable): the language of the text when it is not that of the paper
 *
 * Contact data and columns marked sensitive are never given.
 *
 * Returns: (transfer none) (nullable): the text in the language of the paper, else in the other
 */
const char *
ent_scribe_get_text (const EntScribe *scribe,
                     EntRecord *record,
                     const char *column,
                     const char **foreign)
{
  const EntColumn *found = ent_table_find_column (ent_record_get_table (record), column);
  const char *lang = NULL;
  const char *text;

  *foreign = NULL;
  g_return_val_if_fail (found != NULL, NULL);
  if (found->flags & (ENT_COLUMN_CONTACT | ENT_COLUMN_SENSITIVE))
    return NULL;

  text = ent_record_get_text (record, found, scribe->lang, &lang);
  if (lang && *lang == '\0')
    lang = ent_project_get_lang (scribe->project);
  if (lang && !g_str_equal (lang, scribe->lang))
    *foreign = lang;

  return text && !ent_text_is_blank (text) ? text : NULL;
}

/**
 * ent_scribe_dup_title:
 * @scribe: who writes
 * @id: identity of a record
 *
 * Returns: (transfer full) (nullable): what it is called, %NULL when it may not be printed
 */
char *
ent_scribe_dup_title (const EntScribe *scribe, EntId id)
{
  EntRecord *record = id ? ent_project_get (scribe->project, id) : NULL;

  if (!ent_scribe_may_print (record))
    return NULL;

  return ent_record_dup_title (record, scribe->project, scribe->lang);
}

/**
 * ent_scribe_dup_title_on:
 * @scribe: who writes
 * @id: identity of a record
 * @when: (nullable): when it acted
 *
 * Returns: (transfer full) (nullable): what it was called then, %NULL when it may not be printed
 */
char *
ent_scribe_dup_title_on (const EntScribe *scribe, EntId id, const EntDate *when)
{
  EntRecord *record = id ? ent_project_get (scribe->project, id) : NULL;

  return ent_scribe_may_print (record)
             ? ent_project_dup_title_on (scribe->project, id, when, scribe->lang)
             : NULL;
}

/**
 * ent_scribe_dup_choice:
 * @scribe: who writes
 * @record: a record
 * @column: name of one of its choices
 *
 * Returns: (transfer full) (nullable): the words for the value
 */
char *
ent_scribe_dup_choice (const EntScribe *scribe, EntRecord *record, const char *column)
{
  const EntColumn *found = ent_table_find_column (ent_record_get_table (record), column);
  const char *value = ent_record_get_string (record, found);
  const EntChoice *choice = value ? ent_column_find_choice (found, value) : NULL;

  return choice ? g_strdup (ent_choice_get_words (choice, scribe->lang)) : NULL;
}

char *
ent_scribe_dup_date (const EntScribe *scribe, const EntDate *date)
{
  return date ? ent_date_format (date, scribe->lang) : NULL;
}

/**
 * ent_scribe_dup_period:
 * @scribe: who writes
 * @since: (nullable): its beginning
 * @until: (nullable): its end
 *
 * Returns: (transfer full) (nullable): "2024", "2024–2026", "since 1979", "until 2025"
 */
char *
ent_scribe_dup_period (const EntScribe *scribe, const EntDate *since, const EntDate *until)
{
  g_autofree char *first = since ? ent_date_format_short (since, scribe->lang) : NULL;
  g_autofree char *last = until && !ent_date_is_open_ended (until)
                              ? ent_date_format_short (until, scribe->lang)
                              : NULL;

  if (first && last)
    return g_str_equal (first, last) ? g_steal_pointer (&first)
                                     : g_strdup_printf ("%s–%s", first, last);
  if (first)
    /* Translators: %s: a date: "since 1979" */
    return g_strdup_printf (ent_words (scribe->lang, N_ ("since %s")), first);
  if (last)
    /* Translators: %s: a date: "until 2026" */
    return g_strdup_printf (ent_words (scribe->lang, N_ ("until %s")), last);

  return NULL;
}

static EntPlace *
find_above (const EntScribe *scribe, EntId id, const char *kind)
{
  for (guint depth = 0; id && depth < 20; depth++)
    {
      EntRecord *record = ent_project_get (scribe->project, id);

      if (!record || !ent_record_is (record, &ent_place_table))
        return NULL;
      if (g_strcmp0 (ENT_PLACE (record)->kind, kind) == 0)
        return ENT_PLACE (record);
      id = ENT_PLACE (record)->parent;
    }

  return NULL;
}

static EntId
get_home_country (const EntScribe *scribe)
{
  EntRecord *home = ent_project_get (scribe->project, ent_project_get_home (scribe->project));
  EntPlace *country = NULL;

  if (home && ent_record_is (home, &ent_organisation_table))
    country = find_above (scribe, ENT_ORGANISATION (home)->place, "country");

  return country ? ent_record_get_id (ENT_RECORD (country)) : ENT_ID_NONE;
}

/**
 * ent_scribe_dup_place:
 * @scribe: who writes
 * @place: identity of a place
 *
 * Returns: (transfer full) (nullable): its name, with the city of a venue and the country of a
 *   place abroad: "Palais du Gouverneur, Namur", "Lausanne (Suisse)"
 */
char *
ent_scribe_dup_place (const EntScribe *scribe, EntId place)
{
  g_autofree char *name = ent_scribe_dup_title (scribe, place);
  EntPlace *city = find_above (scribe, place, "city");
  EntPlace *country = find_above (scribe, place, "country");
  GString *text;

  if (!name)
    return NULL;

  text = g_string_new (name);
  if (city && ent_record_get_id (ENT_RECORD (city)) != place)
    {
      g_autofree char *other = ent_record_dup_title (ENT_RECORD (city), scribe->project,
                                                     scribe->lang);

      if (!ent_scribe_mentions (name, other))
        g_string_append_printf (text, ", %s", other);
    }
  if (country && !g_str_has_suffix (name, ")") && ent_record_get_id (ENT_RECORD (country)) != place
      && ent_record_get_id (ENT_RECORD (country)) != get_home_country (scribe))
    {
      g_autofree char *abroad = ent_record_dup_title (ENT_RECORD (country), scribe->project,
                                                      scribe->lang);

      g_string_append_printf (text, " (%s)", abroad);
    }

  return g_string_free (text, FALSE);
}

/**
 * ent_scribe_dup_home_city:
 * @scribe: who writes
 *
 * Returns: (transfer full) (nullable): "Namur" rather than "City of Namur", where the project
 *   says where that is
 */
char *
ent_scribe_dup_home_city (const EntScribe *scribe)
{
  EntId id = ent_project_get_home (scribe->project);
  EntRecord *home = ent_project_get (scribe->project, id);
  char *place = home && ENT_IS_ORGANISATION (home)
                    ? ent_scribe_dup_title (scribe, ENT_ORGANISATION (home)->place)
                    : NULL;

  return place ? place : ent_scribe_dup_title (scribe, id);
}

/**
 * ent_scribe_get_children:
 * @scribe: who writes
 * @id: identity of a record
 * @table: a type
 * @column: its reference to the record
 *
 * Returns: (transfer full): the records of @table that hang on it and may be printed
 */
GPtrArray *
ent_scribe_get_children (const EntScribe *scribe,
                         EntId id,
                         const EntTable *table,
                         const char *column)
{
  GPtrArray *children = ent_project_get_children (scribe->project, id, table, column);

  for (guint i = children->len; i > 0; i--)
    if (!ent_scribe_may_print (g_ptr_array_index (children, i - 1)))
      g_ptr_array_remove_index (children, i - 1);

  return children;
}

/**
 * ent_scribe_dup_person:
 * @scribe: who writes
 * @person: identity of a person
 *
 * Returns: (transfer full) (nullable): the name with its form of address as recorded
 */
char *
ent_scribe_dup_person (const EntScribe *scribe, EntId person)
{
  EntRecord *record = person ? ent_project_get (scribe->project, person) : NULL;
  g_autofree char *name = ent_scribe_dup_title (scribe, person);
  const char *form;
  const char *foreign;

  if (!name || !ent_record_is (record, &ent_person_table))
    return g_steal_pointer (&name);

  form = ent_scribe_get_text (scribe, record, "address_form", &foreign);
  return form ? g_strdup_printf ("%s\u00a0%s", form, name) : g_steal_pointer (&name);
}

/**
 * ent_scribe_dup_money:
 * @scribe: who writes
 * @amount: (nullable): canonical decimal text
 * @currency: (nullable): its code
 *
 * Returns: (transfer full): the amount, "–" for one that is not known
 */
char *
ent_scribe_dup_money (const EntScribe *scribe, const char *amount, const char *currency)
{
  g_autofree char *number = NULL;

  if (!amount)
    return g_strdup ("–");

  number = ent_number_format (amount, scribe->lang);
  return currency ? g_strdup_printf ("%s\u00a0%s", number, currency) : g_steal_pointer (&number);
}

char *
ent_scribe_capitalise (const char *text)
{
  g_autofree char *first = text && *text ? g_utf8_substring (text, 0, 1) : g_strdup ("");
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text ? text + strlen (first) : "", NULL);
}

/**
 * ent_scribe_is_office:
 * @scribe: who writes
 * @organisation: identity of an organisation
 *
 * Returns: whether it is the officer's own city or unit
 */
gboolean
ent_scribe_is_office (const EntScribe *scribe, EntId organisation)
{
  return ent_report_is_office (scribe->project, organisation);
}

/**
 * ent_scribe_mentions:
 * @text: (nullable): words already printed
 * @name: (nullable): a name
 *
 * Returns: whether @text has the name, whatever its accents and capitals, so that it need not
 *   be printed beside it
 */
gboolean
ent_scribe_mentions (const char *text, const char *name)
{
  g_autofree char *folded_text = text ? ent_text_fold (text) : NULL;
  g_autofree char *folded_name = name ? ent_text_fold (name) : NULL;

  return folded_text && folded_name && *folded_name && strstr (folded_text, folded_name);
}

/**
 * ent_scribe_add_text:
 * @scribe: who writes
 * @runs: where it goes
 * @style: #EntRunStyle flags
 * @record: a record
 * @column: name of one of its text columns
 *
 * Text that exists in the other language alone is printed and marked with it.
 */
void
ent_scribe_add_text (
    const EntScribe *scribe, EntRuns *runs, guint style, EntRecord *record, const char *column)
{
  const char *foreign;
  const char *text = ent_scribe_get_text (scribe, record, column, &foreign);

  ent_runs_add_foreign (runs, style, text, foreign);
  if (text && foreign)
    {
      g_autofree char *mark = g_strdup_printf (" [%s]", foreign);

      ent_runs_add (runs, ENT_RUN_ITALIC, mark);
    }
}

/**
 * ent_scribe_add_function:
 * @scribe: who writes
 * @runs: where it goes
 * @self: somebody's part in something
 * @when: (nullable): when that is
 *
 * The function recorded for the day, else the one held then; nothing where neither is known.
 */
void
ent_scribe_add_function (const EntScribe *scribe,
                         EntRuns *runs,
                         EntParticipation *self,
                         const EntDate *when)
{
  g_autoptr (GPtrArray) mandates = NULL;

  if (self->function)
    {
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (self), "function");
      return;
    }
  if (!self->person || !when)
    return;

  mandates = ent_project_get_children (scribe->project, self->person, &ent_mandate_table, "person");
  for (guint i = 0; i < mandates->len; i++)
    {
      EntMandate *mandate = g_ptr_array_index (mandates, i);
      int since = mandate->since ? ent_date_get_earliest (mandate->since) : ENT_DAY_MIN;
      int until = mandate->until ? ent_date_get_latest (mandate->until) : ENT_DAY_MAX;

      if (self->organisation && mandate->organisation != self->organisation)
        continue;
      if (!ent_date_touches (when, since, until) || !ent_scribe_may_print (ENT_RECORD (mandate)))
        continue;
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (mandate), "function");
      return;
    }
}

void
ent_scribe_add_label (const EntScribe *scribe, EntRuns *runs, const char *label)
{
  g_autofree char *words = g_strconcat (label, ent_typography_get_colon (scribe->lang), NULL);

  ent_runs_add (runs, ENT_RUN_ITALIC, words);
}

static const char *
get_language_note (const EntScribe *scribe, const char *foreign)
{
  if (g_str_has_prefix (foreign, "fr"))
    return ent_words (scribe->lang, N_ ("This text exists in French only."));
  if (g_str_has_prefix (foreign, "en"))
    return ent_words (scribe->lang, N_ ("This text exists in English only."));

  return ent_words (scribe->lang, N_ ("This text exists in another language only."));
}

/**
 * ent_scribe_add_prose:
 * @scribe: who writes
 * @record: a record
 * @column: name of one of its long texts
 *
 * Paragraphs of the paper; in the other language, with a note that says so, when there are none
 * in its own.
 */
void
ent_scribe_add_prose (const EntScribe *scribe, EntRecord *record, const char *column)
{
  const char *foreign;
  const char *text = ent_scribe_get_text (scribe, record, column, &foreign);

  if (!text)
    return;
  if (foreign)
    ent_paper_add_text (scribe->paper, ENT_PARAGRAPH_NOTE, get_language_note (scribe, foreign),
                        NULL);
  ent_paper_add_text (scribe->paper, ENT_PARAGRAPH_BODY, text, foreign);
}

/**
 * ent_scribe_add_document:
 * @scribe: who writes
 * @runs: where it goes
 * @document: a document
 *
 * Its title, with a link where there is an address, who published it and when.
 */
void
ent_scribe_add_document (const EntScribe *scribe, EntRuns *runs, EntDocument *document)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (document), scribe->project,
                                                 scribe->lang);
  g_autofree char *date = ent_scribe_dup_date (scribe, document->date);
  gboolean has_outlet = document->outlet && !ent_scribe_mentions (title, document->outlet);
  gboolean has_date = date && !ent_scribe_mentions (title, date);

  if (document->url)
    ent_runs_add_link (runs, title, document->url);
  else
    ent_runs_add (runs, ENT_RUN_PLAIN, title);
  if (has_outlet)
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
      ent_runs_add (runs, ENT_RUN_PLAIN, document->outlet);
    }
  if (has_date)
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
      ent_runs_add (runs, ENT_RUN_PLAIN, date);
    }
}

void
ent_scribe_add_heading (const EntScribe *scribe, int level, const char *msgid)
{
  ent_paper_add_heading (scribe->paper, level, ent_words (scribe->lang, msgid));
}

/**
 * ent_scribe_add_value:
 * @scribe: who writes
 * @msgid: what is told
 * @value: (transfer full) (nullable): what it is; nothing is added for none
 */
void
ent_scribe_add_value (const EntScribe *scribe, const char *msgid, char *value)
{
  g_autofree char *owned = value;

  ent_scribe_add_value_runs (scribe, msgid, ent_runs_new_text (owned));
}

/* The same of a text. */
void
ent_scribe_add_value_runs (const EntScribe *scribe, const char *msgid, EntRuns *value)
{
  ent_paper_add_definition (scribe->paper, ent_words (scribe->lang, msgid), value);
}

/**
 * ent_scribe_begin_table:
 * @scribe: who writes
 * @msgids: (array length=n_columns): the heads of its columns
 * @n_columns: how many
 * @widths: (array length=n_columns): their shares of the width, in any unit
 */
void
ent_scribe_begin_table (const EntScribe *scribe,
                        const char *const *msgids,
                        guint n_columns,
                        const double *widths)
{
  g_autofree EntRuns **cells = g_new0 (EntRuns *, n_columns);

  ent_paper_begin_table (scribe->paper, n_columns, widths);
  for (guint i = 0; i < n_columns; i++)
    cells[i] = ent_runs_new_text (ent_words (scribe->lang, msgids[i]));
  ent_paper_add_row (scribe->paper, cells);
}

/**
 * ent_scribe_take_cell:
 * @value: (transfer full) (nullable): what a cell says
 *
 * Returns: (transfer full): the cell, a dash for none
 */
EntRuns *
ent_scribe_take_cell (char *value)
{
  g_autofree char *owned = value;

  return ent_runs_new_text (owned && *owned ? owned : "–");
}
