/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-lines.h"

#include <glib/gi18n-lib.h>

#include "ui/views/indicators/ent-indicator-words.h"

/**
 * ent_indicator_collect_scope:
 * @session: the session
 * @record: an indicator
 *
 * Returns: (transfer full) (element-type EntLine): what it judges, leading to its page
 */
GPtrArray *
ent_indicator_collect_scope (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntIndicator *self = ENT_INDICATOR (record);
  EntAgreement *agreement = ent_indicator_get_agreement (project, self);
  GPtrArray *lines = ent_lines_new ();

  ent_lines_add_named (
      lines, C_ ("indicator", "Of"),
      ent_indicator_dup_scope_words (project, self, ent_session_get_lang (session)),
      agreement ? ent_record_get_id (ENT_RECORD (agreement)) : self->record);

  return lines;
}

/**
 * ent_indicator_collect_gaps:
 * @session: the session
 * @record: an indicator
 *
 * Returns: (transfer full) (element-type EntLine): what the figures leave out, a line a period
 */
GPtrArray *
ent_indicator_collect_gaps (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_autoptr (GPtrArray) periods = NULL;
  GPtrArray *lines = ent_lines_new ();

  ent_indicator_basis_init (&basis, project, ent_session_get_today (session));
  periods = ent_indicator_get_periods (&basis, ENT_INDICATOR (record));
  for (guint i = 0; i < periods->len; i++)
    {
      EntDate *period = g_ptr_array_index (periods, i);
      g_autoptr (EntFigure)
          figure = ent_indicator_get_figure (&basis, ENT_INDICATOR (record), period, ENT_ID_NONE);
      g_autofree char *words = ent_figure_dup_gap_words (project, figure, lang);
      g_autofree char *when = ent_date_format (period, lang);

      if (*words && ent_date_get_earliest (period) <= basis.today)
        ent_lines_add_named (lines, when, g_steal_pointer (&words), ENT_ID_NONE);
    }

  return lines;
}

/* The wholes of which a territory of the indicator is a member. */
static GPtrArray *
get_wholes (EntProject *project, EntIndicator *indicator)
{
  g_autoptr (GPtrArray) territories = ent_indicator_get_territories (project, indicator);
  GPtrArray *wholes = g_ptr_array_new ();

  for (guint i = 0; i < territories->len; i++)
    {
      g_autoptr (GPtrArray) memberships = ent_project_get_children (
          project, ent_record_get_id (g_ptr_array_index (territories, i)), &ent_membership_table,
          "member");

      for (guint j = 0; j < memberships->len; j++)
        {
          EntRecord *whole = ent_project_get (
              project, ENT_MEMBERSHIP (g_ptr_array_index (memberships, j))->whole);

          if (whole && ENT_IS_ORGANISATION (whole)
              && g_strcmp0 (ENT_ORGANISATION (whole)->kind, "territory") == 0
              && !g_ptr_array_find (wholes, whole, NULL))
            g_ptr_array_add (wholes, whole);
        }
    }

  return wholes;
}

/**
 * ent_indicator_collect_wholes:
 * @session: the session
 * @record: an indicator
 *
 * Returns: (transfer full) (element-type EntLine): what the last value comes to in each basin or
 *   province of which its territories are members, and what it leaves out
 */
GPtrArray *
ent_indicator_collect_wholes (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntIndicator *self = ENT_INDICATOR (record);
  const char *lang = ent_session_get_lang (session);
  g_autoptr (GPtrArray) wholes = get_wholes (project, self);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_auto (EntIndicatorStanding) standing = { 0 };
  GPtrArray *lines = ent_lines_new ();

  ent_indicator_basis_init (&basis, project, ent_session_get_today (session));
  standing = ent_indicator_get_standing (&basis, self);
  for (guint i = 0; standing.period && i < wholes->len; i++)
    {
      EntOrganisation *whole = g_ptr_array_index (wholes, i);
      g_autoptr (EntFigure)
          figure = ent_indicator_get_members_figure (&basis, self, standing.period, whole);
      g_autofree char *value = ent_indicator_dup_value_words (self, figure->value, lang);
      g_autofree char *when = ent_date_format (standing.period, lang);
      g_autofree char *gaps = ent_figure_dup_gap_words (project, figure, lang);

      ent_lines_add (lines, ent_record_dup_title (ENT_RECORD (whole), project, lang),
                     g_strdup_printf ("%s (%s)%s%s", value, when, *gaps ? " · " : "", gaps),
                     ent_record_get_id (ENT_RECORD (whole)));
    }

  return lines;
}
