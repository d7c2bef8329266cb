/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-text.h"
#include "paper/ent-report-plan.h"
#include "rules/ent-agreement-status.h"

/* Sections for a year nobody composed: by the class of the partner, then by the kind of event. */

#define DEPTH_MAX 20

typedef enum
{
  SECTION_INTERMUNICIPAL,
  SECTION_NETWORK,
  SECTION_SPECIFIC,
  SECTION_COUSIN,
  SECTION_PROTOCOL,
  SECTION_RECEPTION,
  SECTION_ACTION,
  SECTION_COOPERATION,
  N_SECTIONS
} Section;

static const char *const headings[N_SECTIONS] = {
  N_ ("Intermunicipal Agreements"),
  N_ ("International Networks"),
  N_ ("Specific Relations"),
  N_ ("Cousin Cities"),
  N_ ("Protocol Receptions and Consular Activities"),
  N_ ("International Receptions"),
  N_ ("Other Activities"),
  N_ ("Municipal International Cooperation"),
};

typedef struct
{
  const char *value;
  Section section;
} Rule;

static const Rule class_rules[] = {
  { "intermunicipal", SECTION_INTERMUNICIPAL },
  { "network", SECTION_NETWORK },
  { "specific", SECTION_SPECIFIC },
  { "cousin", SECTION_COUSIN },
  { "cooperation", SECTION_COOPERATION },
};

static const Rule kind_rules[] = {
  { "courtesy", SECTION_PROTOCOL },         { "ceremony", SECTION_PROTOCOL },
  { "celebration", SECTION_PROTOCOL },      { "anniversary", SECTION_PROTOCOL },
  { "statutory_meeting", SECTION_NETWORK }, { "international_day", SECTION_NETWORK },
  { "reception", SECTION_RECEPTION },       { "delegation", SECTION_RECEPTION },
  { "visit", SECTION_RECEPTION },           { "formal_session", SECTION_RECEPTION },
};

static gboolean
find_rule (const Rule *rules, gsize n_rules, const char *value, Section *section)
{
  for (gsize i = 0; value && i < n_rules; i++)
    if (g_str_equal (rules[i].value, value))
      {
        *section = rules[i].section;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_within_office (const EntScribe *scribe, EntId organisation)
{
  for (guint depth = 0; organisation && depth < DEPTH_MAX; depth++)
    {
      EntRecord *record = ent_project_get (scribe->project, organisation);

      if (ent_scribe_is_office (scribe, organisation))
        return TRUE;
      if (!record || !ENT_IS_ORGANISATION (record))
        return FALSE;
      organisation = ENT_ORGANISATION (record)->parent;
    }

  return FALSE;
}

static GPtrArray *
get_participations (const EntScribe *scribe, EntRecord *record)
{
  return ent_project_get_children (scribe->project, ent_record_get_id (record),
                                   &ent_participation_table, "record");
}

static gboolean
office_takes_part (const EntScribe *scribe, EntRecord *record)
{
  g_autoptr (GPtrArray) participations = get_participations (scribe, record);

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);

      if (is_within_office (scribe, self->organisation)
          || is_within_office (scribe, self->represents))
        return TRUE;
    }

  return FALSE;
}

static gboolean
others_take_part (const EntScribe *scribe, EntRecord *record)
{
  g_autoptr (GPtrArray) participations = get_participations (scribe, record);

  return participations->len > 0;
}

/* Whether it is tied to an agreement that is only followed. */
static gboolean
serves_followed (const EntScribe *scribe, EntEvent *event)
{
  EntId id = ent_record_get_id (ENT_RECORD (event));
  g_autoptr (GPtrArray)
      links = ent_project_get_children (scribe->project, id, &ent_link_table, "source");
  g_autoptr (GPtrArray)
      signings = ent_project_get_children (scribe->project, id, &ent_signing_table, "event");

  for (guint i = 0; i < links->len + signings->len; i++)
    {
      EntId target = i < links->len
                         ? ENT_LINK (g_ptr_array_index (links, i))->target
                         : ENT_SIGNING (g_ptr_array_index (signings, i - links->len))->agreement;
      EntRecord *record = ent_project_get (scribe->project, target);

      if (record && ENT_IS_AGREEMENT (record)
          && ent_agreement_get_role (scribe->project, ENT_AGREEMENT (record)) == ENT_ROLE_FOLLOWED)
        return TRUE;
    }

  return FALSE;
}

/* Whether it is tied to an event of an agreement that is only followed. */
static gboolean
stands_by_followed (const EntScribe *scribe, EntEvent *event)
{
  EntId id = ent_record_get_id (ENT_RECORD (event));
  g_autoptr (GPtrArray)
      links = ent_project_get_children (scribe->project, id, &ent_link_table, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *other = ent_project_get (scribe->project,
                                          link->source == id ? link->target : link->source);

      if (other && ENT_IS_EVENT (other) && !office_takes_part (scribe, other)
          && serves_followed (scribe, ENT_EVENT (other)))
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_event_is_ours:
 * @scribe: who writes
 * @event: an event
 *
 * Returns: whether it is activity of the office: it has a direction seen from the city, the
 *   city or one of its services takes part in it or in what it is part of, or nothing says
 *   that it is somebody else's
 */
gboolean
ent_event_is_ours (const EntScribe *scribe, EntEvent *event)
{
  EntEvent *self = event;

  for (guint depth = 0; self && depth < DEPTH_MAX; depth++)
    {
      EntRecord *parent = self->parent ? ent_project_get (scribe->project, self->parent) : NULL;

      if (g_strcmp0 (self->direction, "in") == 0 || g_strcmp0 (self->direction, "out") == 0
          || g_strcmp0 (self->direction, "home") == 0)
        return TRUE;
      if (office_takes_part (scribe, ENT_RECORD (self)))
        return TRUE;
      if (serves_followed (scribe, self))
        return FALSE;
      self = parent && ENT_IS_EVENT (parent) ? ENT_EVENT (parent) : NULL;
    }

  return !others_take_part (scribe, ENT_RECORD (event)) && !stands_by_followed (scribe, event);
}

/* The organisation or one above it that has a relation class. */
static EntRecord *
find_related (const EntScribe *scribe, EntId organisation)
{
  for (guint depth = 0; organisation && depth < DEPTH_MAX; depth++)
    {
      EntRecord *record = ent_project_get (scribe->project, organisation);

      if (!ent_scribe_may_print (record) || !ENT_IS_ORGANISATION (record)
          || ent_scribe_is_office (scribe, organisation))
        return NULL;
      if (ENT_ORGANISATION (record)->relation_class)
        return record;
      organisation = ENT_ORGANISATION (record)->parent;
    }

  return NULL;
}

static EntRecord *
find_partner_of_agreement (const EntScribe *scribe, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (scribe->project, agreement);

  for (guint i = 0; i < counterparts->len; i++)
    {
      EntRecord *found = find_related (scribe,
                                       ent_record_get_id (g_ptr_array_index (counterparts, i)));

      if (found)
        return found;
    }

  return NULL;
}

static EntRecord *
find_partner_by_links (const EntScribe *scribe, EntRecord *record)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      scribe->project, ent_record_get_id (record), &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *target = ent_project_get (scribe->project, link->target);
      EntRecord *found = NULL;

      if (g_strcmp0 (link->kind, "serves") != 0 || !target)
        continue;
      if (ENT_IS_ORGANISATION (target))
        found = find_related (scribe, link->target);
      else if (ENT_IS_AGREEMENT (target))
        found = find_partner_of_agreement (scribe, ENT_AGREEMENT (target));
      if (found)
        return found;
    }

  return NULL;
}

/**
 * ent_event_get_partner:
 * @scribe: who writes
 * @event: an event
 *
 * Returns: (transfer none) (nullable): the partner it concerns: whom or whose agreement it
 *   serves, else the first participant with a relation to the city
 */
EntRecord *
ent_event_get_partner (const EntScribe *scribe, EntEvent *event)
{
  g_autoptr (GPtrArray) participations = get_participations (scribe, ENT_RECORD (event));
  EntRecord *found = find_partner_by_links (scribe, ENT_RECORD (event));

  for (guint i = 0; !found && i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);

      found = find_related (scribe, self->represents);
      if (!found)
        found = find_related (scribe, self->organisation);
    }

  return found;
}

static void
put (const EntScribe *scribe,
     GPtrArray *sections,
     Section section,
     EntRecord *partner,
     EntRecord *record)
{
  EntReportEntry *place = g_ptr_array_index (sections, section);
  EntRecord *subject = partner ? partner : record;
  EntId id = ent_record_get_id (subject);
  g_autofree char *heading = NULL;
  EntReportEntry *entry;

  for (guint i = 0; i < place->entries->len; i++)
    {
      entry = g_ptr_array_index (place->entries, i);
      if (entry->id == id)
        {
          g_ptr_array_add (entry->records, record);
          return;
        }
    }

  heading = ent_record_dup_title (subject, scribe->project, scribe->lang);
  entry = ent_report_entry_new (heading, NULL, id);
  g_ptr_array_add (entry->records, record);
  g_ptr_array_add (place->entries, entry);
}

static Section
get_class_section (EntRecord *partner, Section otherwise)
{
  Section section = otherwise;

  if (partner)
    find_rule (class_rules, G_N_ELEMENTS (class_rules), ENT_ORGANISATION (partner)->relation_class,
               &section);
  return section;
}

static Section
get_event_section (EntEvent *event, EntRecord **partner)
{
  Section section = SECTION_ACTION;

  if (*partner
      && find_rule (class_rules, G_N_ELEMENTS (class_rules),
                    ENT_ORGANISATION (*partner)->relation_class, &section))
    return section;

  *partner = NULL;
  find_rule (kind_rules, G_N_ELEMENTS (kind_rules), event->kind, &section);
  return section;
}

static gboolean
is_of_year (EntRecord *record, const EntDate *date, int year)
{
  return ent_scribe_may_print (record) && date
         && ent_date_touches (date, ent_day_of_year_start (year), ent_day_of_year_end (year));
}

static gboolean
is_reported (const EntScribe *scribe, EntEvent *event, int year)
{
  return is_of_year (ENT_RECORD (event), event->when, year)
         && g_strcmp0 (event->state, "cancelled") != 0 && g_strcmp0 (event->state, "postponed") != 0
         && ent_event_is_ours (scribe, event);
}

/* Parts are told with the whole when the whole is of that year too. */
static gboolean
is_told_with_parent (const EntScribe *scribe, EntEvent *event, int year)
{
  EntRecord *parent = event->parent ? ent_project_get (scribe->project, event->parent) : NULL;

  return parent && parent != ENT_RECORD (event) && ENT_IS_EVENT (parent)
         && is_reported (scribe, ENT_EVENT (parent), year);
}

static void
add_events (const EntScribe *scribe, GPtrArray *sections, int year)
{
  GListModel *list = ent_project_get_list (scribe->project, &ent_event_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (list, i);
      EntRecord *partner;
      Section section;

      if (!is_reported (scribe, event, year) || is_told_with_parent (scribe, event, year))
        continue;
      partner = ent_event_get_partner (scribe, event);
      section = get_event_section (event, &partner);
      put (scribe, sections, section, partner, ENT_RECORD (event));
    }
}

/* Agreements signed in the year, where no event tells of it. */
static void
add_agreements (const EntScribe *scribe, GPtrArray *sections, int year)
{
  GListModel *list = ent_project_get_list (scribe->project, &ent_agreement_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);
      EntRecord *partner = find_partner_of_agreement (scribe, agreement);

      if (is_of_year (ENT_RECORD (agreement), agreement->signed_on, year)
          && ent_agreement_get_role (scribe->project, agreement) != ENT_ROLE_FOLLOWED)
        put (scribe, sections, get_class_section (partner, SECTION_ACTION), partner,
             ENT_RECORD (agreement));
    }
}

/* What was given or done in the year without an event to hang on. */
static void
add_outcomes (const EntScribe *scribe, GPtrArray *sections, int year)
{
  GListModel *list = ent_project_get_list (scribe->project, &ent_outcome_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntOutcome) outcome = g_list_model_get_item (list, i);
      EntRecord *partner;

      if (outcome->event || outcome->parent)
        continue;
      if (!is_of_year (ENT_RECORD (outcome), outcome->delivered, year)
          && !is_of_year (ENT_RECORD (outcome), outcome->granted, year))
        continue;
      partner = find_related (scribe, outcome->receiver);
      if (!partner)
        partner = find_related (scribe, outcome->giver);
      put (scribe, sections, get_class_section (partner, SECTION_ACTION), partner,
           ENT_RECORD (outcome));
    }
}

static gboolean
runs_in (EntProjectRecord *project, int year)
{
  int since = project->since ? ent_date_get_earliest (project->since) : ENT_DAY_MAX;
  int until = project->until ? ent_date_get_latest (project->until) : ENT_DAY_MAX;

  return since <= ent_day_of_year_end (year) && until >= ent_day_of_year_start (year);
}

static void
add_projects (const EntScribe *scribe, GPtrArray *sections, int year)
{
  GListModel *list = ent_project_get_list (scribe->project, &ent_project_record_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntProjectRecord) project = g_list_model_get_item (list, i);

      if (!project->parent && ent_scribe_may_print (ENT_RECORD (project)) && runs_in (project, year)
          && office_takes_part (scribe, ENT_RECORD (project)))
        put (scribe, sections, SECTION_COOPERATION, NULL, ENT_RECORD (project));
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntScribe *scribe = user_data;
  const EntReportEntry *left = *(EntReportEntry *const *) a;
  const EntReportEntry *right = *(EntReportEntry *const *) b;

  return ent_text_collate (left->heading, right->heading, scribe->lang);
}

/**
 * ent_report_default_sections:
 * @scribe: who writes
 * @year: the year reported on
 *
 * Every event of the year that is the office's own stands in exactly one section; a section
 * without anything is left out.
 *
 * Returns: (transfer full) (element-type EntReportEntry): the sections
 */
GPtrArray *
ent_report_default_sections (const EntScribe *scribe, int year)
{
  GPtrArray *sections = ent_report_entries_new ();

  for (guint i = 0; i < N_SECTIONS; i++)
    g_ptr_array_add (
        sections, ent_report_entry_new (ent_words (scribe->lang, headings[i]), NULL, ENT_ID_NONE));
  add_events (scribe, sections, year);
  add_agreements (scribe, sections, year);
  add_outcomes (scribe, sections, year);
  add_projects (scribe, sections, year);

  for (guint i = sections->len; i > 0; i--)
    {
      EntReportEntry *section = g_ptr_array_index (sections, i - 1);

      if (section->entries->len == 0)
        {
          g_ptr_array_remove_index (sections, i - 1);
          continue;
        }
      g_ptr_array_sort_with_data (section->entries, compare_entries, (gpointer) scribe);
      for (guint j = 0; j < section->entries->len; j++)
        {
          EntReportEntry *entry = g_ptr_array_index (section->entries, j);

          ent_report_sort (entry->records, scribe);
        }
    }

  return sections;
}
