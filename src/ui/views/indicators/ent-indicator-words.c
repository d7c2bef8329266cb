/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-words.h"

#include <glib/gi18n-lib.h>

#include "base/ent-number.h"

/* So many territories or years are named before they are only counted. */
#define MAX_NAMED 3

const char *
ent_indicator_state_get_words (EntIndicatorState state)
{
  switch (state)
    {
    case ENT_INDICATOR_NO_DATA:
      return C_ ("indicator", "No data");
    case ENT_INDICATOR_NO_TARGET:
      return C_ ("indicator", "No target set");
    case ENT_INDICATOR_MISSED:
      return C_ ("indicator", "Target missed");
    case ENT_INDICATOR_BEHIND:
      return C_ ("indicator", "Behind");
    case ENT_INDICATOR_OPEN:
      return C_ ("indicator", "Not met yet");
    case ENT_INDICATOR_ON_TRACK:
      return C_ ("indicator", "On track");
    case ENT_INDICATOR_MET:
      return C_ ("indicator", "Target met");
    case ENT_INDICATOR_UNJUDGED:
      return C_ ("indicator", "No direction set");
    }

  g_assert_not_reached ();
}

/**
 * ent_indicator_dup_value_words:
 * @indicator: an indicator
 * @value: (nullable): canonical decimal
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): "1,250 trees", "–" for no data
 */
char *
ent_indicator_dup_value_words (EntIndicator *indicator, const char *value, const char *lang)
{
  const char *unit = ent_record_get_text (
      ENT_RECORD (indicator), ent_table_find_column (&ent_indicator_table, "unit"), lang, NULL);
  g_autofree char *number = value ? ent_number_format (value, lang) : g_strdup ("–");

  return value && unit ? g_strdup_printf ("%s\u00A0%s", number, unit) : g_steal_pointer (&number);
}

/**
 * ent_indicator_dup_scope_words:
 * @project: the graph
 * @indicator: an indicator
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): what it judges, "Protocol 2024-2026 › Climate"
 */
char *
ent_indicator_dup_scope_words (EntProject *project, EntIndicator *indicator, const char *lang)
{
  EntAgreement *agreement = ent_indicator_get_agreement (project, indicator);
  g_autofree char *own = ent_project_dup_title (project, indicator->record, lang);
  g_autofree char *above = agreement ? ent_record_dup_title (ENT_RECORD (agreement), project, lang)
                                     : NULL;

  if (!own)
    return g_strdup (_("The whole office"));
  if (!above || indicator->record == ent_record_get_id (ENT_RECORD (agreement)))
    return g_steal_pointer (&own);

  return g_strdup_printf ("%s › %s", above, own);
}

static char *
dup_dated (EntIndicator *indicator, const char *value, const EntDate *period, const char *lang)
{
  g_autofree char *words = ent_indicator_dup_value_words (indicator, value, lang);
  g_autofree char *when = period ? ent_date_format (period, lang) : NULL;

  return when ? g_strdup_printf ("%s (%s)", words, when) : g_steal_pointer (&words);
}

/* "12 trees (2024)", or that there is none. */
char *
ent_indicator_dup_last_words (const EntIndicatorStanding *standing,
                              EntIndicator *indicator,
                              const char *lang)
{
  g_autofree char *dated = NULL;

  if (!standing->figure)
    return g_strdup (_("Last value: –"));

  dated = dup_dated (indicator, standing->figure->value, standing->period, lang);
  /* Translators: a value with its unit and year, "12 trees (2024)" */
  return g_strdup_printf (_("Last value: %s"), dated);
}

/* "Target: 15 trees (2026)", or that there is none. */
char *
ent_indicator_dup_target_words (const EntIndicatorStanding *standing,
                                EntIndicator *indicator,
                                const char *lang)
{
  g_autofree char *dated = NULL;

  if (!standing->target)
    return g_strdup (_("Target: –"));

  dated = dup_dated (indicator, standing->target->value, standing->target->period, lang);
  /* Translators: a value with its unit and year, "12 trees (2024)" */
  return g_strdup_printf (_("Target: %s"), dated);
}

static void
append_sentence (GString *words, char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len ? " " : "", sentence);
  g_free (sentence);
}

static char *
join_years (GArray *years)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    g_string_append_printf (words, "%s%d", i ? ", " : "", g_array_index (years, int, i));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
join_titles (EntProject *project, GPtrArray *records, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < MIN (records->len, MAX_NAMED); i++)
    {
      g_autofree char *title = ent_record_dup_title (g_ptr_array_index (records, i), project, lang);

      g_string_append_printf (words, "%s%s", i ? ", " : "", title);
    }
  if (records->len > MAX_NAMED)
    g_string_append (words, "…");

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ent_figure_dup_gap_words:
 * @project: the graph
 * @figure: a figure
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): what the figure leaves out, "" for nothing
 */
char *
ent_figure_dup_gap_words (EntProject *project, const EntFigure *figure, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (figure->missing_years->len)
    {
      g_autofree char *years = join_years (figure->missing_years);

      /* Translators: years, "2025, 2026" */
      append_sentence (words, g_strdup_printf (_("No record is kept of %s."), years));
    }
  if (figure->silent->len)
    {
      g_autofree char *titles = join_titles (project, figure->silent, lang);

      append_sentence (words, g_strdup_printf (ngettext ("%1$u territory without a value: %2$s.",
                                                         "%1$u territories without a value: %2$s.",
                                                         figure->silent->len),
                                               figure->silent->len, titles));
    }
  if (figure->n_undated)
    append_sentence (words, g_strdup_printf (ngettext ("%u record without a date is left out.",
                                                       "%u records without a date are left out.",
                                                       figure->n_undated),
                                             figure->n_undated));
  if (figure->n_unknown)
    append_sentence (words, g_strdup_printf (ngettext ("The head-count of %u event is not known.",
                                                       "The head-count of %u events is not known.",
                                                       figure->n_unknown),
                                             figure->n_unknown));
  if (figure->parts)
    {
      g_autofree char *parts = ent_number_format (figure->parts, lang);

      /* Translators: a number; what is shown was entered, and differs from it */
      append_sentence (words, g_strdup_printf (_("Its parts come to %s."), parts));
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* "See the 3 records", as a button says it. */
char *
ent_indicator_dup_count_words (EntIndicator *indicator, guint n_records)
{
  return g_strdup_printf (ngettext ("See the %u record", "See the %u records", n_records),
                          n_records);
}
