/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-lineage-words.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"

static char *
dup_act_words (const EntSignedAct *act, EntProject *project, const char *lang)
{
  g_autofree char *date = act->date ? ent_date_format (act->date, lang) : NULL;
  g_autofree char *place
      = act->signing ? ent_project_dup_title (project, act->signing->place, lang) : NULL;

  if (date && place)
    /* Translators: date and place of a signature */
    return g_strdup_printf (_("%1$s, %2$s"), date, place);

  return date ? g_steal_pointer (&date) : g_steal_pointer (&place);
}

/**
 * ent_span_dup_signed_words:
 * @span: the life of an agreement
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): date and place of each act of signature, or that none is recorded
 */
char *
ent_span_dup_signed_words (const EntSpan *span, EntProject *project, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < span->acts->len; i++)
    {
      g_autofree char *act
          = dup_act_words (&g_array_index (span->acts, EntSignedAct, i), project, lang);

      if (act)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", act);
    }
  if (words->len == 0)
    return g_strdup (_("Signature not recorded"));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

char *
ent_span_dup_start_words (const EntSpan *span, const char *lang)
{
  return span->agreement->effective ? ent_date_format (span->agreement->effective, lang)
                                    : g_strdup ("–");
}

char *
ent_span_dup_end_words (const EntSpan *span, const char *lang)
{
  if (span->end == ENT_SPAN_ENDS)
    return ent_date_format (span->agreement->ends, lang);

  return g_strdup (span->end == ENT_SPAN_OPEN ? _("No end") : _("Not recorded"));
}

static void
append_people (GString *details, const EntSignedAct *act, EntProject *project, const char *lang)
{
  g_autoptr (GPtrArray) people = NULL;

  if (!act->signing)
    return;
  people = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (act->signing)),
                                     &ent_signatory_table, "signing");
  for (guint i = 0; i < people->len; i++)
    {
      EntSignatory *signatory = g_ptr_array_index (people, i);
      g_autofree char *person = ent_project_dup_title (project, signatory->person, lang);

      if (person && signatory->function)
        g_string_append_printf (details, "\n• %s, %s", person, signatory->function);
      else if (person)
        g_string_append_printf (details, "\n• %s", person);
    }
}

/**
 * ent_span_dup_details:
 * @span: the life of an agreement
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): lines with each act, its mode and its signatories, and the period
 */
char *
ent_span_dup_details (const EntSpan *span, EntProject *project, const char *lang)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (span->agreement), project, lang);
  g_autofree char *start = ent_span_dup_start_words (span, lang);
  g_autofree char *end = ent_span_dup_end_words (span, lang);
  g_autoptr (GString) details = g_string_new (title);

  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);
      g_autofree char *words = dup_act_words (act, project, lang);
      const char *mode = act->signing ? act->signing->mode : NULL;

      g_string_append_c (details, '\n');
      /* Translators: date and place of a signature */
      g_string_append_printf (details, act->awaited ? _("To be signed: %s") : _("Signed: %s"),
                              words ? words : "–");
      for (guint j = 0; mode && ent_choices_signing_mode[j].value; j++)
        if (g_str_equal (mode, ent_choices_signing_mode[j].value))
          g_string_append_printf (details, " · %s",
                                  g_dpgettext2 (GETTEXT_PACKAGE, "signing_mode",
                                                ent_choices_signing_mode[j].label));
      append_people (details, act, project, lang);
    }
  g_string_append_c (details, '\n');
  /* Translators: first and last day of validity */
  g_string_append_printf (details, _("In force from: %1$s · Until: %2$s"), start, end);
  if (span->signed_before_force)
    g_string_append_printf (details, "\n%s", _("Signed before it came into force"));

  return g_string_free_and_steal (g_steal_pointer (&details));
}

/**
 * ent_step_dup_gap_words:
 * @step: how an agreement stands to an older one
 *
 * Returns: (transfer full) (nullable): "gap of 5 years and 10 days"; %NULL when it is not known
 */
char *
ent_step_dup_gap_words (const EntLineageStep *step)
{
  g_autofree char *years = g_strdup_printf (
      ngettext ("%d year", "%d years", (gulong) step->years), step->years);
  g_autofree char *days
      = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) step->rest), step->rest);
  g_autofree char *length = NULL;

  if (!step->is_known)
    return NULL;
  if (step->days == 0)
    return g_strdup (_("without a gap"));

  if (step->years > 0 && step->rest > 0)
    /* Translators: "5 years" and "10 days" */
    length = g_strdup_printf (_("%1$s and %2$s"), years, days);
  else
    length = g_strdup (step->years > 0 ? years : days);
  if (!step->is_exact)
    /* Translators: a length of time */
    return g_strdup_printf (step->days > 0 ? _("gap of about %s") : _("overlap of about %s"),
                            length);

  /* Translators: a length of time */
  return g_strdup_printf (step->days > 0 ? _("gap of %s") : _("overlap of %s"), length);
}

/**
 * ent_step_dup_words:
 * @step: how an agreement stands to an older one
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): "Renews: Agreement 2010, gap of 7 days"
 */
char *
ent_step_dup_words (const EntLineageStep *step, EntProject *project, const char *lang)
{
  g_autofree char *title
      = ent_record_dup_title (ENT_RECORD (step->older->agreement), project, lang);
  g_autofree char *gap = ent_step_dup_gap_words (step);
  g_autofree char *words = NULL;

  switch (step->kind)
    {
    case ENT_LINEAGE_RENEWS:
      words = g_strdup_printf (_("Renews: %s"), title);
      break;
    case ENT_LINEAGE_REPLACES:
      words = g_strdup_printf (_("Replaces: %s"), title);
      break;
    case ENT_LINEAGE_AMENDS:
      words = g_strdup_printf (_("Amends: %s"), title);
      break;
    }

  return gap ? g_strdup_printf ("%s, %s", words, gap) : g_steal_pointer (&words);
}
