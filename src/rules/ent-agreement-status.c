/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-agreement-status.h"

static gboolean
is_signed (EntProject *project, EntAgreement *agreement, int today)
{
  g_autoptr (GPtrArray) signings = NULL;

  if (agreement->signed_on)
    return ent_date_get_earliest (agreement->signed_on) <= today;

  signings = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (agreement)),
                                       &ent_signing_table, "agreement");
  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      if (signing->date == NULL || ent_date_get_earliest (signing->date) <= today)
        return TRUE;
    }

  return FALSE;
}

/* Whether a date of signature is recorded at all: before it, "concluded" is not true yet. */
static gboolean
has_signing_date (EntProject *project, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_signing_table, "agreement");

  return agreement->signed_on != NULL || signings->len > 0;
}

static EntStatus
get_unsigned_status (EntAgreement *agreement)
{
  if (g_strcmp0 (agreement->stage, "negotiation") == 0)
    return ENT_STATUS_IN_NEGOTIATION;
  if (g_strcmp0 (agreement->stage, "draft") == 0)
    return ENT_STATUS_DRAFT;

  return ENT_STATUS_PLANNED;
}

static EntStatus
get_signed_status (EntAgreement *agreement, int ends, int today)
{
  gboolean no_end = g_strcmp0 (agreement->term_kind, "open") == 0
                    || g_strcmp0 (agreement->term_kind, "tacit") == 0;

  if (g_strcmp0 (agreement->stage, "terminated") == 0)
    return ENT_STATUS_TERMINATED;
  if (agreement->ends && today > ends)
    return ENT_STATUS_ENDED;
  if (agreement->effective && ent_date_get_earliest (agreement->effective) > today)
    return ENT_STATUS_SIGNED;
  if (agreement->ends || no_end)
    return ENT_STATUS_IN_FORCE;

  return ENT_STATUS_VALIDITY_UNKNOWN;
}

/**
 * ent_agreement_get_status:
 * @project: the graph
 * @agreement: an agreement of it
 * @today: the day, as GDate counts them
 *
 * A period known only to the year lasts until the year's last day. An agreement whose end is
 * not recorded is in force only when its term says that it has none.
 *
 * Returns: where it stands on @today
 */
EntAgreementStatus
ent_agreement_get_status (EntProject *project, EntAgreement *agreement, int today)
{
  EntAgreementStatus status = { .ends = ENT_DAY_MAX, .days_left = G_MAXINT };

  if (agreement->ends && !ent_date_is_open_ended (agreement->ends))
    {
      status.ends = ent_date_get_latest (agreement->ends);
      status.days_left = status.ends - today;
    }

  if (is_signed (project, agreement, today))
    status.status = get_signed_status (agreement, status.ends, today);
  else if (g_strcmp0 (agreement->stage, "concluded") == 0 && !has_signing_date (project, agreement))
    status.status = get_signed_status (agreement, status.ends, today);
  else
    status.status = get_unsigned_status (agreement);

  return status;
}

/**
 * ent_agreement_get_role:
 * @project: the graph
 * @agreement: an agreement of it
 *
 * Our role is a rule, not a field: the tier of the home organisation's party row, and none
 * means that the agreement is followed.
 *
 * Returns: what the officer's own city is in it
 */
EntRole
ent_agreement_get_role (EntProject *project, EntAgreement *agreement)
{
  EntId home = ent_project_get_home (project);
  g_autoptr (GPtrArray) parties = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_party_table, "agreement");

  for (guint i = 0; i < parties->len; i++)
    {
      EntParty *party = g_ptr_array_index (parties, i);

      if (home == ENT_ID_NONE || party->organisation != home)
        continue;
      if (g_strcmp0 (party->tier, "partner") == 0)
        return ENT_ROLE_PARTNER;
      if (g_strcmp0 (party->tier, "facilitator") == 0)
        return ENT_ROLE_FACILITATOR;
      if (g_strcmp0 (party->tier, "witness") == 0)
        return ENT_ROLE_WITNESS;
      return ENT_ROLE_PARTY;
    }

  return ENT_ROLE_FOLLOWED;
}

/**
 * ent_agreement_is_ours:
 * @project: the graph
 * @agreement: an agreement of it
 *
 * Returns: whether the officer's own city is bound by it; one of others is only followed, unless
 *   the project does not say whose it is
 */
gboolean
ent_agreement_is_ours (EntProject *project, EntAgreement *agreement)
{
  EntRole role;

  if (ent_project_get_home (project) == ENT_ID_NONE)
    return TRUE;
  role = ent_agreement_get_role (project, agreement);

  return role == ENT_ROLE_PARTY || role == ENT_ROLE_PARTNER;
}

static void
take_nearest (int *next, const EntDate *date, int today)
{
  int day = date ? ent_date_get_latest (date) : ENT_DAY_MAX;

  if (day >= today && day < *next)
    *next = day;
}

/**
 * ent_agreement_get_next_date:
 * @project: the graph
 * @agreement: an agreement of it
 * @today: the day
 *
 * Returns: the next day on which something is to be done or ends: end, notice, decision, or an
 *   obligation that is not settled; %ENT_DAY_MAX when none is ahead
 */
int
ent_agreement_get_next_date (EntProject *project, EntAgreement *agreement, int today)
{
  g_autoptr (GPtrArray) obligations = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_obligation_table, "record");
  int next = ENT_DAY_MAX;

  take_nearest (&next, agreement->ends, today);
  take_nearest (&next, agreement->notice_by, today);
  take_nearest (&next, agreement->decide_by, today);
  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);

      if (!obligation->settled)
        take_nearest (&next, obligation->due, today);
    }

  return next;
}

/**
 * ent_agreement_get_counterparts:
 * @project: the graph
 * @agreement: an agreement of it
 *
 * Returns: (transfer container) (element-type EntOrganisation): whom it is with: the parties
 *   that are not the officer's own city, first those of tier "party"; when there is none, all
 */
GPtrArray *
ent_agreement_get_counterparts (EntProject *project, EntAgreement *agreement)
{
  EntId home = ent_project_get_home (project);
  GPtrArray *counterparts = g_ptr_array_new ();
  g_autoptr (GPtrArray) parties = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_party_table, "agreement");

  for (guint pass = 0; pass < 2 && counterparts->len == 0; pass++)
    for (guint i = 0; i < parties->len; i++)
      {
        EntParty *party = g_ptr_array_index (parties, i);
        EntRecord *organisation = ent_project_get (project, party->organisation);
        gboolean is_party = !party->tier || g_str_equal (party->tier, "party");

        if (organisation && party->organisation != home && (is_party || pass == 1))
          g_ptr_array_add (counterparts, organisation);
      }

  return counterparts;
}

/**
 * ent_agreement_get_successor:
 * @project: the graph
 * @agreement: an agreement of it
 * @today: the day, as GDate counts them
 *
 * Returns: how far what renews, replaces or succeeds it has come
 */
EntSuccessor
ent_agreement_get_successor (EntProject *project, EntAgreement *agreement, int today)
{
  static const char *const kinds[] = { "renews", "replaces", "succeeds", NULL };
  g_autoptr (GPtrArray) links = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_link_table, "target");
  EntSuccessor successor = ENT_SUCCESSOR_NONE;

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);
      EntStatus status;

      if (!source || !ENT_IS_AGREEMENT (source) || !link->kind
          || !g_strv_contains (kinds, link->kind))
        continue;
      status = ent_agreement_get_status (project, ENT_AGREEMENT (source), today).status;
      if (status == ENT_STATUS_DRAFT || status == ENT_STATUS_IN_NEGOTIATION
          || status == ENT_STATUS_PLANNED)
        successor = MAX (successor, ENT_SUCCESSOR_DRAFT);
      else
        successor = ENT_SUCCESSOR_CONCLUDED;
    }

  return successor;
}
