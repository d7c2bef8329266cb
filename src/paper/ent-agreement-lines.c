/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-agreement-lines.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "paper/ent-typography.h"

static const char *
get_status_words (const EntScribe *scribe, EntStatus status)
{
  switch (status)
    {
    case ENT_STATUS_DRAFT:
      return ent_words (scribe->lang, N_ ("Draft"));
    case ENT_STATUS_IN_NEGOTIATION:
      return ent_words (scribe->lang, N_ ("In negotiation"));
    case ENT_STATUS_PLANNED:
      return ent_words (scribe->lang, N_ ("Not signed"));
    case ENT_STATUS_SIGNED:
      return ent_words (scribe->lang, N_ ("Signed, not yet in force"));
    case ENT_STATUS_IN_FORCE:
      return ent_words (scribe->lang, N_ ("In force"));
    case ENT_STATUS_VALIDITY_UNKNOWN:
      return ent_words (scribe->lang, N_ ("Signed, validity not recorded"));
    case ENT_STATUS_ENDED:
      return ent_words (scribe->lang, N_ ("Ended"));
    case ENT_STATUS_TERMINATED:
      return ent_words (scribe->lang, N_ ("Terminated"));
    }

  g_assert_not_reached ();
}

/* An agreement of 2024-2026 ends in 2026: papers name no day that its text does not name. */
static char *
dup_end_words (const EntScribe *scribe, const EntDate *ends, gboolean ended)
{
  g_autofree char *words = ent_date_format (ends, scribe->lang);

  if (ent_date_get_precision (ends) == ENT_PRECISION_DAY)
    /* Translators: %s: a day */
    return g_strdup_printf (
        ent_words (scribe->lang, ended ? N_ ("Ended on %s") : N_ ("In force until %s")), words);

  /* Translators: %s: a month, a season or a year */
  return g_strdup_printf (ent_words (scribe->lang, ended ? N_ ("Ended at the end of %s")
                                                         : N_ ("In force until the end of %s")),
                          words);
}

/**
 * ent_agreement_line_state:
 * @scribe: who writes
 * @agreement: an agreement
 * @day: on which day
 *
 * Returns: (transfer full): where it stands: "In force until the end of 2026"
 */
char *
ent_agreement_line_state (const EntScribe *scribe, EntAgreement *agreement, int day)
{
  EntAgreementStatus status = ent_agreement_get_status (scribe->project, agreement, day);

  if (agreement->ends && status.ends != ENT_DAY_MAX
      && ent_date_get_precision (agreement->ends) <= ENT_PRECISION_YEAR
      && (status.status == ENT_STATUS_IN_FORCE || status.status == ENT_STATUS_ENDED))
    return dup_end_words (scribe, agreement->ends, status.status == ENT_STATUS_ENDED);

  return g_strdup (get_status_words (scribe, status.status));
}

char *
ent_agreement_line_role (const EntScribe *scribe, EntAgreement *agreement)
{
  const char *const words[] = {
    [ENT_ROLE_PARTY] = NC_ ("our role", "Party"),
    [ENT_ROLE_PARTNER] = NC_ ("our role", "Co-signatory partner"),
    [ENT_ROLE_FACILITATOR] = NC_ ("our role", "Facilitator"),
    [ENT_ROLE_WITNESS] = NC_ ("our role", "Witness"),
    [ENT_ROLE_FOLLOWED] = NC_ ("our role", "None, only followed"),
  };

  return g_strdup (ent_words_context (scribe->lang, "our role",
                                      words[ent_agreement_get_role (scribe->project, agreement)]));
}

/**
 * ent_agreement_line_partners:
 * @scribe: who writes
 * @agreement: an agreement
 *
 * Returns: (transfer full): the names of those it is with
 */
char *
ent_agreement_line_partners (const EntScribe *scribe, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (scribe->project, agreement);
  const EntDate *day = ent_agreement_get_day (scribe->project,
                                              ent_record_get_id (ENT_RECORD (agreement)));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < counterparts->len; i++)
    {
      EntId id = ent_record_get_id (g_ptr_array_index (counterparts, i));
      g_autofree char *name = ent_scribe_dup_title_on (scribe, id, day);

      if (name)
        g_string_append_printf (
            names, "%s%s", names->len ? ent_typography_get_semicolon (scribe->lang) : "", name);
    }

  return g_string_free (names, FALSE);
}

/**
 * ent_agreement_line_signed:
 * @scribe: who writes
 * @agreement: an agreement
 *
 * Returns: (transfer full) (nullable): the date of signature, as exact as it is recorded
 */
char *
ent_agreement_line_signed (const EntScribe *scribe, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) signings = NULL;

  if (agreement->signed_on)
    return ent_scribe_dup_date (scribe, agreement->signed_on);

  signings = ent_project_get_children (scribe->project, ent_record_get_id (ENT_RECORD (agreement)),
                                       &ent_signing_table, "agreement");
  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      if (signing->date && ent_scribe_may_print (ENT_RECORD (signing)))
        return ent_scribe_dup_date (scribe, signing->date);
    }

  return NULL;
}

/**
 * ent_agreement_line_period:
 * @scribe: who writes
 * @agreement: an agreement
 *
 * Returns: (transfer full) (nullable): the period as written in the text, else its dates
 */
char *
ent_agreement_line_period (const EntScribe *scribe, EntAgreement *agreement)
{
  if (agreement->label)
    return g_strdup (agreement->label);

  return ent_scribe_dup_period (scribe, agreement->effective, agreement->ends);
}
