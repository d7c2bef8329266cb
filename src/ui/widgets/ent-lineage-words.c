/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-lineage-words.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"

static char *
dup_act_words (const EntSignedAct *act, EntProject *project, const char *lang)
{
  g_autofree char *date = act->date ? ent_date_format (act->date, lang) : NULL;
  g_autofree char *place = act->signing ? ent_project_dup_title (project, act->signing->place, lang)
                                        : NULL;

  if (date && place)
    /* Translators: date and place of a signature */
    return g_strdup_printf (_("%1$s, %2$s"), date, place);

  return date ? g_steal_pointer (&date) : g_steal_pointer (&place);
}

static void
append_people (GString *words,
               const EntSignedAct *act,
               EntProject *project,
               const char *lang,
               const char *before)
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

      if (!person)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? before : "", person);
      if (signatory->function)
        g_string_append_printf (words, ", %s", signatory->function);
    }
}

/* How it was signed, unless that is not recorded. */
static const char *
get_mode_words (const EntSignedAct *act)
{
  const char *mode = act->signing ? act->signing->mode : NULL;

  for (guint i = 0; mode && ent_choices_signing_mode[i].value; i++)
    if (g_str_equal (mode, ent_choices_signing_mode[i].value))
      return g_dpgettext2 (GETTEXT_PACKAGE, "signing_mode", ent_choices_signing_mode[i].label);

  return NULL;
}

/**
 * ent_span_dup_signed_words:
 * @span: the life of an agreement
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): date, place and mode of each act of signature, or that none is
 *   recorded
 */
char *
ent_span_dup_signed_words (const EntSpan *span, EntProject *project, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);
      g_autofree char *when = dup_act_words (act, project, lang);
      const char *mode = get_mode_words (act);

      if (!when)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", when);
      if (mode)
        g_string_append_printf (words, " (%s)", mode);
    }
  if (words->len == 0)
    return g_strdup (_("Signature not recorded"));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ent_span_dup_count_words:
 * @span: the life of an agreement
 *
 * Returns: (transfer full) (nullable): "2 of 3 signatories" where it was or is to be signed in
 *   several acts; %NULL where it was not, or nobody is recorded
 */
char *
ent_span_dup_count_words (const EntSpan *span)
{
  guint n_signed, n_all;

  ent_span_count_signatories (span, &n_signed, &n_all);
  if (n_all == 0 || (span->acts->len < 2 && n_signed == n_all))
    return NULL;

  /* Translators: how many have signed, of all who sign */
  return g_strdup_printf (ngettext ("%1$u of %2$u signatory", "%1$u of %2$u signatories", n_all),
                          n_signed, n_all);
}

/**
 * ent_span_dup_people_words:
 * @span: the life of an agreement
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the signatories with their functions; "–" when none is recorded
 */
char *
ent_span_dup_people_words (const EntSpan *span, EntProject *project, const char *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *count = ent_span_dup_count_words (span);

  for (guint i = 0; i < span->acts->len; i++)
    append_people (words, &g_array_index (span->acts, EntSignedAct, i), project, lang, " · ");
  if (words->len == 0)
    return g_strdup ("–");
  if (count)
    g_string_append_printf (words, " · %s", count);

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
  g_autofree char *count = ent_span_dup_count_words (span);
  g_autoptr (GString) details = g_string_new (title);

  for (guint i = 0; i < span->acts->len; i++)
    {
      const EntSignedAct *act = &g_array_index (span->acts, EntSignedAct, i);
      g_autofree char *words = dup_act_words (act, project, lang);
      const char *mode = get_mode_words (act);

      g_string_append_c (details, '\n');
      /* Translators: date and place of a signature */
      g_string_append_printf (details, act->awaited ? _("To be signed: %s")
                                                    : _("Signed: %s"), words ? words : "–");
      if (mode)
        g_string_append_printf (details, " · %s", mode);
      append_people (details, act, project, lang, "\n• ");
    }
  g_string_append_c (details, '\n');
  /* Translators: first and last day of validity */
  g_string_append_printf (details, _("In force from: %1$s · Until: %2$s"), start, end);
  if (span->signed_before_force)
    g_string_append_printf (details, "\n%s", _("Signed before it came into force"));
  if (count)
    g_string_append_printf (details, "\n%s", count);

  return g_string_free_and_steal (g_steal_pointer (&details));
}

/* The two largest units: more would say nothing more. */
static char *
dup_length (const EntLineageStep *step)
{
  g_autofree char *years = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) step->years),
                                            step->years);
  g_autofree char *months = g_strdup_printf (
      ngettext ("%d month", "%d months", (gulong) step->months), step->months);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) step->rest),
                                           step->rest);
  const char *parts[3];
  guint n = 0;

  if (step->years > 0)
    parts[n++] = years;
  if (step->months > 0)
    parts[n++] = months;
  if (step->rest > 0)
    parts[n++] = days;
  if (n < 2)
    return g_strdup (parts[0]);

  /* Translators: "5 years" and "10 days" */
  return g_strdup_printf (_("%1$s and %2$s"), parts[0], parts[1]);
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
  g_autofree char *length = NULL;

  if (!step->is_known)
    return NULL;
  if (step->days == 0)
    return g_strdup (_("without a gap"));

  length = dup_length (step);
  if (!step->is_exact)
    /* Translators: a length of time */
    return g_strdup_printf (step->days > 0 ? _("gap of about %s")
                                           : _("overlap of about %s"), length);

  /* Translators: a length of time */
  return g_strdup_printf (step->days > 0 ? _("gap of %s") : _("overlap of %s"), length);
}

/**
 * ent_step_dup_arrow_words:
 * @step: how an agreement stands to an older one
 *
 * Returns: (transfer full): the same without a title, for an arrow: "renews, gap of 3 months"
 */
char *
ent_step_dup_arrow_words (const EntLineageStep *step)
{
  static const char *const words[] = { NC_ ("arrow", "renews"), NC_ ("arrow", "replaces"),
                                       NC_ ("arrow", "amends") };
  const char *kind = g_dpgettext2 (GETTEXT_PACKAGE, "arrow", words[step->kind]);
  g_autofree char *gap = ent_step_dup_gap_words (step);

  return gap ? g_strdup_printf ("%s, %s", kind, gap) : g_strdup (kind);
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
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (step->older->agreement), project,
                                                 lang);
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
