/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-agreement-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ent-dated-name.h"
#include "rules/ent-theme-activity.h"

/* From here on the state also says how many days are left. */
#define DAYS_SAID 366

/**
 * ent_status_get_words:
 * @status: where an agreement stands
 *
 * Returns: (transfer none): that in the language of the interface
 */
const char *
ent_status_get_words (EntStatus status)
{
  switch (status)
    {
    case ENT_STATUS_DRAFT:
      return _("Draft");
    case ENT_STATUS_IN_NEGOTIATION:
      return _("In negotiation");
    case ENT_STATUS_PLANNED:
      return _("Not signed");
    case ENT_STATUS_SIGNED:
      return _("Signed, not yet in force");
    case ENT_STATUS_IN_FORCE:
      return _("In force");
    case ENT_STATUS_VALIDITY_UNKNOWN:
      return _("Signed, validity not recorded");
    case ENT_STATUS_ENDED:
      return _("Ended");
    case ENT_STATUS_TERMINATED:
      return _("Terminated");
    }

  g_assert_not_reached ();
}

const char *
ent_role_get_words (EntRole role)
{
  switch (role)
    {
    case ENT_ROLE_PARTY:
      return C_ ("our role", "Party");
    case ENT_ROLE_PARTNER:
      return C_ ("our role", "Co-signatory partner");
    case ENT_ROLE_FACILITATOR:
      return C_ ("our role", "Facilitator");
    case ENT_ROLE_WITNESS:
      return C_ ("our role", "Witness");
    case ENT_ROLE_FOLLOWED:
      return C_ ("our role", "None, only followed");
    }

  g_assert_not_reached ();
}

/**
 * ent_agreement_dup_status_words:
 * @project: the graph
 * @agreement: an agreement
 * @today: the day
 *
 * Returns: (transfer full): "In force · ends in 39 days"
 */
char *
ent_agreement_dup_status_words (EntProject *project, EntAgreement *agreement, int today)
{
  EntAgreementStatus status = ent_agreement_get_status (project, agreement, today);
  const char *words = ent_status_get_words (status.status);
  g_autofree char *days = NULL;

  if (status.status != ENT_STATUS_IN_FORCE || status.days_left > DAYS_SAID)
    return g_strdup (words);

  if (status.days_left == 0)
    days = g_strdup (_("ends today"));
  else
    days = g_strdup_printf (
        ngettext ("ends in %d day", "ends in %d days", (gulong) status.days_left),
        status.days_left);

  return g_strdup_printf ("%s · %s", words, days);
}

/**
 * ent_agreement_dup_partner_words:
 * @project: the graph
 * @agreement: an agreement
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): the names of those it is with; "" when none is recorded
 */
char *
ent_agreement_dup_partner_words (EntProject *project, EntAgreement *agreement, const char *lang)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (project, agreement);
  const EntDate *day = ent_agreement_get_day (project, ent_record_get_id (ENT_RECORD (agreement)));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < counterparts->len; i++)
    {
      EntId id = ent_record_get_id (g_ptr_array_index (counterparts, i));
      g_autofree char *name = ent_project_dup_title_on (project, id, day, lang);

      g_string_append_printf (names, "%s%s", names->len ? ", " : "", name);
    }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

/**
 * ent_agreement_dup_signed_words:
 * @project: the graph
 * @agreement: an agreement
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): "Signed on 28 November 2023 in Namur", with every place of signature
 */
char *
ent_agreement_dup_signed_words (EntProject *project, EntAgreement *agreement, const char *lang)
{
  g_autoptr (GPtrArray) signings
      = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (agreement)),
                                  &ent_signing_table, "agreement");
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *date = NULL;
  EntDate *signed_on = agreement->signed_on;

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);
      g_autofree char *place = ent_project_dup_title (project, signing->place, lang);

      if (!signed_on)
        signed_on = signing->date;
      if (place && !strstr (places->str, place))
        g_string_append_printf (places, "%s%s", places->len ? ", " : "", place);
    }

  if (!signed_on)
    return g_strdup (_("Signature not recorded"));

  date = ent_date_format (signed_on, lang);
  if (places->len == 0)
    /* Translators: a date, which may be a year only */
    return g_strdup_printf (_("Signed: %s"), date);

  /* Translators: a date and the place or places of signature */
  return g_strdup_printf (_("Signed: %1$s, %2$s"), date, places->str);
}

/**
 * ent_theme_dup_activity_words:
 * @project: the graph
 * @theme: a theme of an agreement
 *
 * Returns: (transfer full): "2 held · 1 planned", or that there is nothing yet
 */
char *
ent_theme_dup_activity_words (EntProject *project, EntRecord *theme)
{
  EntThemeActivity activity = ent_theme_get_activity (project, ENT_PROVISION (theme));
  g_autofree char *held
      = g_strdup_printf (ngettext ("%u activity held", "%u activities held", activity.n_held),
                         activity.n_held);
  g_autofree char *planned = g_strdup_printf (
      ngettext ("%u planned activity", "%u planned activities", activity.n_planned),
      activity.n_planned);

  if (activity.n_held && activity.n_planned)
    return g_strconcat ("✓ ", held, " · ", planned, NULL);
  if (activity.n_held)
    return g_strconcat ("✓ ", held, NULL);
  if (activity.n_planned)
    return g_steal_pointer (&planned);

  return g_strdup (_("No activity yet"));
}
