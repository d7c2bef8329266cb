/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-number.h"
#include "base/ent-text.h"
#include "base/ent-zone.h"

/**
 * ent_kind_to_string:
 * @kind: what a field holds
 *
 * Returns: (transfer none): its stable English name, as `ententectl types` gives it
 */
const char *
ent_kind_to_string (EntKind kind)
{
  switch (kind)
    {
    case ENT_KIND_TEXT:
      return "text";
    case ENT_KIND_LONG_TEXT:
      return "long-text";
    case ENT_KIND_CHOICE:
      return "choice";
    case ENT_KIND_DATE:
      return "date";
    case ENT_KIND_DECIMAL:
      return "decimal";
    case ENT_KIND_MONEY:
      return "money";
    case ENT_KIND_INTEGER:
      return "integer";
    case ENT_KIND_REAL:
      return "real";
    case ENT_KIND_REFERENCE:
      return "reference";
    case ENT_KIND_FLAG:
      return "flag";
    }

  g_assert_not_reached ();
}

/**
 * ent_column_find_choice:
 * @column: a column of kind choice
 * @value: (nullable): a stored value
 *
 * Returns: (transfer none) (nullable): the choice, or %NULL when it is not in the list
 */
const EntChoice *
ent_column_find_choice (const EntColumn *column, const char *value)
{
  for (const EntChoice *choice = column->choices; choice && choice->value; choice++)
    if (g_strcmp0 (choice->value, value) == 0)
      return choice;

  return NULL;
}

/**
 * ent_choice_get_words:
 * @choice: a choice
 * @lang: "fr" or "en"
 *
 * Returns: (transfer none): its label in @lang
 */
const char *
ent_choice_get_words (const EntChoice *choice, const char *lang)
{
  return ent_words_context (lang, choice->context, choice->label);
}

static gboolean
refuse (const EntColumn *column, const char *typed, const char *remedy, GError **error)
{
  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” does not fit the field “%s”: %s"), typed, _(column->label), remedy);
  return FALSE;
}

static gboolean
parse_choice (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  g_autoptr (GString) values = NULL;

  if (ent_column_find_choice (column, typed))
    {
      *canonical = g_strdup (typed);
      return TRUE;
    }

  values = g_string_new (NULL);
  for (const EntChoice *choice = column->choices; choice->value; choice++)
    g_string_append_printf (values, "%s%s", values->len ? ", " : "", choice->value);

  return refuse (column, typed, values->str, error);
}

static gboolean
parse_real (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  char *end = NULL;
  double value = g_ascii_strtod (typed, &end);

  if (*end != '\0')
    {
      g_autofree char *decimal = ent_number_parse (typed, NULL);

      value = decimal ? g_ascii_strtod (decimal, NULL) : NAN;
    }
  if (!isfinite (value))
    return refuse (column, typed, _("a number is expected, such as 50.467."), error);

  *canonical = ent_number_from_real (value);
  return TRUE;
}

static gboolean
parse_integer (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  g_autofree char *decimal = ent_number_parse (typed, NULL);
  gint64 value;

  if (!decimal || !g_ascii_string_to_signed (decimal, 10, 0, G_MAXINT32, &value, NULL))
    return refuse (column, typed, _("a whole number is expected, such as 35."), error);

  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return TRUE;
}

static gboolean
parse_flag (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  static const char *const yes[] = { "true", "1", "yes", "oui", NULL };
  static const char *const no[] = { "false", "0", "no", "non", NULL };
  g_autofree char *folded = ent_text_fold (typed);

  if (g_strv_contains (yes, folded))
    *canonical = g_strdup ("true");
  else if (g_strv_contains (no, folded))
    *canonical = g_strdup ("false");
  else
    return refuse (column, typed, _("“true” or “false” is expected."), error);

  return TRUE;
}

/* "9:30", "09h30", "9 h" → "09:30", "09:30", "09:00". */
static gboolean
parse_time (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  g_autoptr (GRegex) form = g_regex_new ("^\\s*(\\d{1,2})\\s*(?:[:.h]\\s*(\\d{2})|h)\\s*$",
                                         G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour_text = NULL;
  g_autofree char *minute_text = NULL;
  int hour = 24, minute = 0;

  if (g_regex_match (form, typed, 0, &match))
    {
      hour_text = g_match_info_fetch (match, 1);
      minute_text = g_match_info_fetch (match, 2);
      hour = atoi (hour_text);
      minute = minute_text ? atoi (minute_text) : 0;
    }

  if (hour > 23 || minute > 59)
    return refuse (column, typed, _("a time of day is expected, such as 09:30."), error);

  *canonical = g_strdup_printf ("%02d:%02d", hour, minute);
  return TRUE;
}

static gboolean
parse_zone (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  *canonical = ent_zone_read (typed);

  return *canonical
         || refuse (column, typed,
                    _("a time zone is expected, such as Europe/Brussels. Type the name of a city "
                      "and pick its zone."),
                      error);
}

static gboolean
parse_text (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  if (!g_utf8_validate (typed, -1, NULL))
    return refuse (column, "…", _("the text is not valid UTF-8."), error);

  if (column->flags & ENT_COLUMN_TIME)
    return parse_time (column, typed, canonical, error);
  if (column->flags & ENT_COLUMN_ZONE)
    return parse_zone (column, typed, canonical, error);

  if (column->kind == ENT_KIND_TEXT && strpbrk (typed, "\r\n"))
    {
      g_auto (GStrv) lines = g_strsplit_set (typed, "\r\n", -1);

      *canonical = g_strjoinv (" ", lines);
      g_strstrip (*canonical);
      return TRUE;
    }

  *canonical = g_strdup (typed);
  return TRUE;
}

/**
 * ent_column_parse:
 * @column: a column
 * @typed: (nullable): what somebody typed or a file holds; blank means "no value"
 * @canonical: (out) (nullable): the one written form of the value, %NULL for none:
 *   text as it is, EDTF, decimal text, a whole number, "true" or "false", an id
 * @error: return location
 *
 * Reads a value as `ententectl`, JSON, CSV and the form rows take it. A reference is
 * taken as a written id only; finding a record by its title is up to the caller.
 * A required column without a value is refused here too.
 *
 * Returns: %TRUE when the field takes the value; else %ENT_ERROR_INVALID_VALUE or
 *   %ENT_ERROR_CONSTRAINT
 */
gboolean
ent_column_parse (const EntColumn *column, const char *typed, char **canonical, GError **error)
{
  *canonical = NULL;

  if (typed == NULL || ent_text_is_blank (typed))
    {
      if ((column->flags & ENT_COLUMN_REQUIRED) == 0)
        return TRUE;

      g_set_error (error, ENT_ERROR, ENT_ERROR_CONSTRAINT,
                   _("The field “%s” cannot be empty."), _(column->label));
      return FALSE;
    }

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
      return parse_text (column, typed, canonical, error);
    case ENT_KIND_CHOICE:
      return parse_choice (column, typed, canonical, error);
    case ENT_KIND_DATE:
      {
        g_autoptr (EntDate) date = ent_date_new_typed (typed, error);

        if (!date)
          return FALSE;
        *canonical = g_strdup (ent_date_get_text (date));
        return TRUE;
      }
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      *canonical = ent_number_parse (typed, error);
      return *canonical != NULL;
    case ENT_KIND_INTEGER:
      return parse_integer (column, typed, canonical, error);
    case ENT_KIND_REAL:
      return parse_real (column, typed, canonical, error);
    case ENT_KIND_FLAG:
      return parse_flag (column, typed, canonical, error);
    case ENT_KIND_REFERENCE:
      {
        EntId id;

        if (!ent_id_parse (typed, &id))
          return refuse (column, typed, _("the id of a record is expected."), error);
        *canonical = ent_id_to_string (id);
        return TRUE;
      }
    }

  g_assert_not_reached ();
}

/**
 * ent_column_display:
 * @column: a column, of any kind but reference
 * @canonical: (nullable): a value as ent_column_parse() writes it
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the value as a person reads it: the label of a choice, a
 *   date or number in words of @lang; "" for no value
 */
char *
ent_column_display (const EntColumn *column, const char *canonical, const char *lang)
{
  if (canonical == NULL)
    return g_strdup ("");

  switch (column->kind)
    {
    case ENT_KIND_CHOICE:
      {
        const EntChoice *choice = ent_column_find_choice (column, canonical);

        return g_strdup (choice ? ent_choice_get_words (choice, lang) : canonical);
      }
    case ENT_KIND_DATE:
      {
        g_autoptr (EntDate) date = ent_date_new (canonical, NULL);

        return date ? ent_date_format (date, lang) : g_strdup (canonical);
      }
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
    case ENT_KIND_INTEGER:
      return ent_number_format (canonical, lang);
    case ENT_KIND_FLAG:
      return g_strdup (g_str_equal (canonical, "true") ? ent_words (lang, N_ ("Yes"))
                                                       : ent_words (lang, N_ ("No")));
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_REAL:
    case ENT_KIND_REFERENCE:
      return g_strdup (canonical);
    }

  g_assert_not_reached ();
}
