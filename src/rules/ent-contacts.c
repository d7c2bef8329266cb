/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-contacts.h"

#include "rules/ent-agreement-status.h"
#include "rules/ent-follow-ups.h"

/* A story being collected: each record once. */
typedef struct
{
  EntProject *project;
  GArray *entries;
  GHashTable *seen;
} Story;

static void
take (Story *story, EntRecord *record, EntDate *when)
{
  EntStoryEntry entry = { record, when };

  if (record && g_hash_table_add (story->seen, record))
    g_array_append_val (story->entries, entry);
}

static void
take_outcome (Story *story, EntOutcome *outcome)
{
  EntRecord *event = ent_project_get (story->project, outcome->event);
  EntDate *when = outcome->delivered ? outcome->delivered : outcome->granted;

  if (!when && event)
    when = ENT_EVENT (event)->when;
  take (story, ENT_RECORD (outcome), when ? when : outcome->due);
}

static void
take_event (Story *story, EntRecord *event)
{
  g_autoptr (GPtrArray) outcomes = NULL;

  if (!event || !ENT_IS_EVENT (event))
    return;

  take (story, event, ENT_EVENT (event)->when);
  outcomes = ent_project_get_children (story->project, ent_record_get_id (event),
                                       &ent_outcome_table, "event");
  for (guint i = 0; i < outcomes->len; i++)
    take_outcome (story, g_ptr_array_index (outcomes, i));
}

static void
take_participations (Story *story, EntId id, const char *column)
{
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      story->project, id, &ent_participation_table, column);

  for (guint i = 0; i < participations->len; i++)
    take_event (
        story, ent_project_get (story->project,
                                ENT_PARTICIPATION (g_ptr_array_index (participations, i))->record));
}

/* Events that serve, prepare or follow what @id is. */
static void
take_linked (Story *story, EntId id)
{
  g_autoptr (GPtrArray)
      links = ent_project_get_children (story->project, id, &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    take_event (story,
                ent_project_get (story->project, ENT_LINK (g_ptr_array_index (links, i))->source));
}

static void
take_outcomes (Story *story, EntId id, const char *column)
{
  g_autoptr (GPtrArray)
      outcomes = ent_project_get_children (story->project, id, &ent_outcome_table, column);

  for (guint i = 0; i < outcomes->len; i++)
    take_outcome (story, g_ptr_array_index (outcomes, i));
}

static void
take_agreement (Story *story, EntRecord *agreement)
{
  EntId id = ent_record_get_id (agreement);
  EntDate *signed_on = ENT_AGREEMENT (agreement)->signed_on;
  g_autoptr (GPtrArray)
      signings = ent_project_get_children (story->project, id, &ent_signing_table, "agreement");
  g_autoptr (GPtrArray)
      provisions = ent_project_get_children (story->project, id, &ent_provision_table, "agreement");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      take (story, ENT_RECORD (signing), signing->date ? signing->date : signed_on);
    }
  if (signings->len == 0 && signed_on)
    take (story, agreement, signed_on);

  take_linked (story, id);
  for (guint i = 0; i < provisions->len; i++)
    take_linked (story, ent_record_get_id (g_ptr_array_index (provisions, i)));
}

static void
take_organisation (Story *story, EntId id)
{
  g_autoptr (GPtrArray) agreements = ent_organisation_get_agreements (story->project, id);
  g_autoptr (GPtrArray)
      organs = ent_project_get_children (story->project, id, &ent_organisation_table, "parent");

  take_participations (story, id, "organisation");
  take_participations (story, id, "represents");
  take_linked (story, id);
  take_outcomes (story, id, "giver");
  take_outcomes (story, id, "receiver");
  /* All agreements are ours: they are the story of the others alone. */
  for (guint i = 0; id != ent_project_get_home (story->project) && i < agreements->len; i++)
    take_agreement (story, g_ptr_array_index (agreements, i));
  for (guint i = 0; i < organs->len; i++)
    take_participations (story, ent_record_get_id (g_ptr_array_index (organs, i)), "organisation");
}

static void
take_person (Story *story, EntId id)
{
  g_autoptr (GPtrArray)
      signatories = ent_project_get_children (story->project, id, &ent_signatory_table, "person");

  take_participations (story, id, "person");
  take_outcomes (story, id, "honoured");
  for (guint i = 0; i < signatories->len; i++)
    {
      EntRecord *signing = ent_project_get (
          story->project, ENT_SIGNATORY (g_ptr_array_index (signatories, i))->signing);
      EntRecord *agreement = signing ? ent_project_get (story->project,
                                                        ENT_SIGNING (signing)->agreement)
                                     : NULL;
      EntDate *when = signing ? ENT_SIGNING (signing)->date : NULL;

      if (!when && agreement)
        when = ENT_AGREEMENT (agreement)->signed_on;
      take (story, signing, when);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const EntStoryEntry *left = a;
  const EntStoryEntry *right = b;
  int order;

  if (!left->when || !right->when)
    order = (left->when == NULL) - (right->when == NULL);
  else
    order = ent_date_compare (right->when, left->when);
  if (order)
    return order;

  return ent_record_get_id (left->record) < ent_record_get_id (right->record) ? -1 : 1;
}

/**
 * ent_partner_get_story:
 * @project: the graph
 * @partner: an organisation or a person
 *
 * What happened with a partner and is planned: events in which it, one of its organs or who
 * represents it takes part, events under its agreements, signatures and outcomes.
 *
 * Returns: (transfer full) (element-type EntStoryEntry): each once, newest first, undated last
 */
GArray *
ent_partner_get_story (EntProject *project, EntRecord *partner)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Story story = { project, g_array_new (FALSE, FALSE, sizeof (EntStoryEntry)), seen };

  if (ENT_IS_ORGANISATION (partner))
    take_organisation (&story, ent_record_get_id (partner));
  else if (ENT_IS_PERSON (partner))
    take_person (&story, ent_record_get_id (partner));
  g_array_sort (story.entries, compare_entries);

  return story.entries;
}

static gboolean
is_state (EntEvent *event, const char *a, const char *b)
{
  return g_strcmp0 (event->state, a) == 0 || (b && g_strcmp0 (event->state, b) == 0);
}

static gboolean
has_taken_place (const EntStoryEntry *entry, int today)
{
  if (!entry->when || ent_date_get_earliest (entry->when) > today)
    return FALSE;
  if (ENT_IS_EVENT (entry->record))
    return is_state (ENT_EVENT (entry->record), "held", NULL);

  return ENT_IS_SIGNING (entry->record) || ENT_IS_AGREEMENT (entry->record);
}

static gboolean
is_ahead (const EntStoryEntry *entry, int today)
{
  return entry->when && ENT_IS_EVENT (entry->record)
         && is_state (ENT_EVENT (entry->record), "planned", "confirmed")
         && ent_date_get_latest (entry->when) >= today;
}

/* A visit counts once, not with everything inside it. */
static gboolean
is_visit (EntProject *project, GArray *story, EntRecord *record)
{
  EntId parent = ENT_IS_EVENT (record) ? ENT_EVENT (record)->parent : ENT_ID_NONE;

  if (!ENT_IS_EVENT (record))
    return FALSE;
  for (guint i = 0; parent && i < story->len; i++)
    if (ent_record_get_id (g_array_index (story, EntStoryEntry, i).record) == parent)
      return FALSE;

  return TRUE;
}

static void
count_visit (EntContacts *contacts, const EntStoryEntry *entry)
{
  const char *direction = ENT_EVENT (entry->record)->direction;
  gboolean received = g_strcmp0 (direction, "in") == 0;
  GDate date;

  if (!received && g_strcmp0 (direction, "out") != 0)
    return;

  contacts->n_received += received;
  contacts->n_sent += !received;
  if (ent_date_get_earliest (entry->when) <= ENT_DAY_MIN)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ent_date_get_earliest (entry->when));
  if (!contacts->since || g_date_get_year (&date) < contacts->since)
    contacts->since = g_date_get_year (&date);
}

static gboolean
is_open (EntRecord *record)
{
  return ENT_IS_OUTCOME (record) && ent_outcome_is_follow_up (ENT_OUTCOME (record))
         && ent_outcome_is_open (ENT_OUTCOME (record));
}

/**
 * ent_story_get_contacts:
 * @project: the graph
 * @story: (element-type EntStoryEntry): what ent_partner_get_story () gave
 * @today: the day
 *
 * The last contact is the newest thing held or signed; what was planned for a day that is past
 * is none until somebody says that it happened.
 *
 * Returns: last and next contact, and counts; its dates and records are borrowed
 */
EntContacts
ent_story_get_contacts (EntProject *project, GArray *story, int today)
{
  EntContacts contacts = { 0 };

  for (guint i = 0; i < story->len; i++)
    {
      const EntStoryEntry *entry = &g_array_index (story, EntStoryEntry, i);

      contacts.n_open += is_open (entry->record);
      if (is_ahead (entry, today)
          && (!contacts.next
              || ent_date_get_earliest (entry->when) < ent_date_get_earliest (contacts.next_when)))
        {
          contacts.next = entry->record;
          contacts.next_when = entry->when;
        }
      if (!has_taken_place (entry, today))
        continue;
      if (!contacts.last
          || ent_date_get_earliest (entry->when) > ent_date_get_earliest (contacts.last_when))
        {
          contacts.last = entry->record;
          contacts.last_when = entry->when;
        }
      if (is_visit (project, story, entry->record))
        count_visit (&contacts, entry);
    }

  return contacts;
}

EntContacts
ent_partner_get_contacts (EntProject *project, EntRecord *partner, int today)
{
  g_autoptr (GArray) story = ent_partner_get_story (project, partner);

  return ent_story_get_contacts (project, story, today);
}

/**
 * ent_partners_list_contacts:
 * @project: the graph
 * @partners: (element-type EntRecord): organisations and people
 * @today: the day
 *
 * What was held or signed with any of them; a visit without what is inside it, and a signature
 * that an event tells without the event's telling it again.
 *
 * Returns: (transfer full) (element-type EntStoryEntry): each once, newest first
 */
GArray *
ent_partners_list_contacts (EntProject *project, GPtrArray *partners, int today)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (EntStoryEntry));

  for (guint i = 0; i < partners->len; i++)
    {
      g_autoptr (GArray) story = ent_partner_get_story (project, g_ptr_array_index (partners, i));

      for (guint j = 0; j < story->len; j++)
        {
          const EntStoryEntry *entry = &g_array_index (story, EntStoryEntry, j);
          gboolean whole = ENT_IS_SIGNING (entry->record)
                               ? ENT_SIGNING (entry->record)->event == ENT_ID_NONE
                               : !ENT_IS_EVENT (entry->record)
                                     || is_visit (project, story, entry->record);

          if (whole && has_taken_place (entry, today) && g_hash_table_add (seen, entry->record))
            g_array_append_val (contacts, *entry);
        }
    }
  g_array_sort (contacts, compare_entries);

  return contacts;
}

/**
 * ent_organisation_get_agreements:
 * @project: the graph
 * @organisation: id of an organisation
 *
 * Returns: (transfer container) (element-type EntAgreement): those it is a party of
 */
GPtrArray *
ent_organisation_get_agreements (EntProject *project, EntId organisation)
{
  GPtrArray *agreements = g_ptr_array_new ();
  g_autoptr (GPtrArray)
      parties = ent_project_get_children (project, organisation, &ent_party_table, "organisation");

  for (guint i = 0; i < parties->len; i++)
    {
      EntRecord *agreement = ent_project_get (
          project, ENT_PARTY (g_ptr_array_index (parties, i))->agreement);

      if (agreement && !g_ptr_array_find (agreements, agreement, NULL))
        g_ptr_array_add (agreements, agreement);
    }

  return agreements;
}

/**
 * ent_organisation_get_networks:
 * @project: the graph
 * @organisation: id of an organisation
 * @today: the day
 *
 * Returns: (transfer container) (element-type EntOrganisation): what it is a member of today
 */
GPtrArray *
ent_organisation_get_networks (EntProject *project, EntId organisation, int today)
{
  GPtrArray *networks = g_ptr_array_new ();
  g_autoptr (GPtrArray) memberships = ent_project_get_children (project, organisation,
                                                                &ent_membership_table, "member");

  for (guint i = 0; i < memberships->len; i++)
    {
      EntMembership *membership = g_ptr_array_index (memberships, i);
      EntRecord *whole = ent_project_get (project, membership->whole);
      gboolean over = membership->until && ent_date_get_latest (membership->until) < today;

      if (whole && !over && !g_ptr_array_find (networks, whole, NULL))
        g_ptr_array_add (networks, whole);
    }

  return networks;
}

/**
 * ent_organisation_is_related:
 * @project: the graph
 * @organisation: an organisation
 *
 * Returns: whether it is a partner of ours: by its relation class, or as a party of an agreement
 *   in which we are one
 */
gboolean
ent_organisation_is_related (EntProject *project, EntOrganisation *organisation)
{
  EntId id = ent_record_get_id (ENT_RECORD (organisation));
  g_autoptr (GPtrArray) agreements = NULL;

  if (id == ent_project_get_home (project))
    return FALSE;
  if (organisation->relation_class)
    return TRUE;

  agreements = ent_organisation_get_agreements (project, id);
  for (guint i = 0; i < agreements->len; i++)
    {
      EntRole role = ent_agreement_get_role (project, g_ptr_array_index (agreements, i));

      if (role == ENT_ROLE_PARTY || role == ENT_ROLE_PARTNER)
        return TRUE;
    }

  return FALSE;
}
