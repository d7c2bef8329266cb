/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-brief.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paper/ent-agreement-lines.h"
#include "rules/ent-contacts.h"
#include "rules/ent-follow-ups.h"
#include "rules/ent-holders.h"

/* What is read on the way to the door: not more than the newest of what there is. */
#define MOST_CONTACTS 8
#define MOST_GIFTS 6

typedef struct
{
  EntScribe scribe;
  EntRecord *partner;
  GPtrArray *partners; /* the same, then the organisations in which a person holds a position */
} Brief;

static void
add_dated (EntRuns *runs, const char *separator, const char *words)
{
  if (!words)
    return;

  if (!ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, separator);
  ent_runs_add (runs, ENT_RUN_PLAIN, words);
}

/* "Mayor of Terrebonne, Ville de Terrebonne · since 2021" */
static EntRuns *
make_position (Brief *self, EntMandate *mandate)
{
  const EntScribe *scribe = &self->scribe;
  g_autofree char *organisation = ent_scribe_dup_title (scribe, mandate->organisation);
  g_autofree char *period = ent_scribe_dup_period (scribe, mandate->since, mandate->until);
  EntRuns *runs = ent_runs_new ();

  ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (mandate), "function");
  add_dated (runs, ", ", organisation);
  add_dated (runs, " · ", period);

  return runs;
}

/* "H.E. Mr Luis Enrique Chávez Badagoitia, Ambassador of Peru · since 2021" */
static EntRuns *
make_holder (Brief *self, EntMandate *mandate)
{
  const EntScribe *scribe = &self->scribe;
  g_autofree char *name = ent_scribe_dup_person (scribe, mandate->person);
  g_autofree char *period = ent_scribe_dup_period (scribe, mandate->since, mandate->until);
  EntRuns *runs = ent_runs_new_text (name);

  if (name && mandate->function)
    ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
  ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (mandate), "function");
  add_dated (runs, " · ", period);

  return runs;
}

static void
add_person (Brief *self, EntPerson *person)
{
  const EntScribe *scribe = &self->scribe;
  EntRecord *record = ENT_RECORD (person);
  g_autoptr (GPtrArray) positions = ent_person_get_positions (
      scribe->project, ent_record_get_id (record), scribe->today);
  EntRuns *form = ent_runs_new ();

  ent_scribe_add_text (scribe, form, ENT_RUN_PLAIN, record, "address_form");
  ent_scribe_add_value_runs (scribe, N_ ("Form of address"), form);
  ent_scribe_add_value (scribe, N_ ("Said as"), g_strdup (person->said_as));
  for (guint i = 0; i < positions->len; i++)
    if (ent_scribe_may_print (g_ptr_array_index (positions, i)))
      ent_scribe_add_value_runs (scribe, N_ ("Position held"),
                                 make_position (self, g_ptr_array_index (positions, i)));
}

/* "Intermunicipal agreement · since 1999" */
static char *
dup_relation (Brief *self, EntOrganisation *organisation)
{
  g_autofree char *relation = ent_scribe_dup_choice (&self->scribe, ENT_RECORD (organisation),
                                                     "relation_class");
  g_autofree char *since = ent_scribe_dup_period (&self->scribe, organisation->origin, NULL);

  if (relation && since)
    return g_strdup_printf ("%s · %s", relation, since);

  return relation ? g_steal_pointer (&relation) : g_steal_pointer (&since);
}

/* The head of the house, unless the paper is about that person. */
static void
add_head (Brief *self, EntId organisation)
{
  EntMandate *head = ent_organisation_get_head (self->scribe.project, organisation,
                                                self->scribe.today);

  if (head && head->person != ent_record_get_id (self->partner)
      && ent_scribe_may_print (ENT_RECORD (head)))
    ent_scribe_add_value_runs (&self->scribe, N_ ("At its head"), make_holder (self, head));
}

static void
add_organisation (Brief *self, EntOrganisation *organisation)
{
  const EntScribe *scribe = &self->scribe;
  EntId id = ent_record_get_id (ENT_RECORD (organisation));

  if (ENT_RECORD (organisation) == self->partner)
    ent_scribe_add_value (scribe, N_ ("Kind"),
                          ent_scribe_dup_choice (scribe, ENT_RECORD (organisation), "kind"));
  ent_scribe_add_value (scribe, N_ ("Place"), ent_scribe_dup_place (scribe, organisation->place));
  ent_scribe_add_value (scribe, N_ ("Relation"), dup_relation (self, organisation));
  add_head (self, id);
}

static void
add_who (Brief *self)
{
  for (guint i = 0; i < self->partners->len; i++)
    {
      EntRecord *record = g_ptr_array_index (self->partners, i);

      if (ENT_IS_PERSON (record))
        add_person (self, ENT_PERSON (record));
      else
        add_organisation (self, ENT_ORGANISATION (record));
    }
}

static void
add_why (Brief *self)
{
  gboolean told = FALSE;

  for (guint i = 0; i < self->partners->len; i++)
    {
      EntRecord *record = g_ptr_array_index (self->partners, i);
      const char *foreign;

      if (!ENT_IS_ORGANISATION (record)
          || !ent_scribe_get_text (&self->scribe, record, "why", &foreign))
        continue;
      if (!told)
        ent_scribe_add_heading (&self->scribe, 2, N_ ("Why this partner"));
      told = TRUE;
      ent_scribe_add_prose (&self->scribe, record, "why");
    }
}

/* "2024 (day not recorded)" */
static char *
dup_when (Brief *self, EntDate *when)
{
  g_autofree char *plain = ent_scribe_dup_date (&self->scribe, when);
  g_autofree char *date = plain ? ent_scribe_capitalise (plain) : NULL;

  if (!date)
    return NULL;
  if (ent_date_get_precision (when) == ENT_PRECISION_DAY
      || ent_date_get_precision (when) == ENT_PRECISION_INTERVAL)
    return g_steal_pointer (&date);

  /* Translators: %s: a month or a year */
  return g_strdup_printf (ent_words (self->scribe.lang, N_ ("%s (day not recorded)")), date);
}

static EntRuns *
make_contact (Brief *self, EntRecord *record)
{
  const EntScribe *scribe = &self->scribe;
  EntRuns *runs = ent_runs_new ();
  EntId place = ENT_ID_NONE;

  if (ENT_IS_SIGNING (record))
    {
      g_autofree char *title = ent_scribe_dup_title (scribe, ENT_SIGNING (record)->agreement);

      ent_runs_add (runs, ENT_RUN_PLAIN, ent_words (scribe->lang, N_ ("Signature")));
      add_dated (runs, " · ", title);
      place = ENT_SIGNING (record)->place;
    }
  else
    ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, record, "title");
  if (ENT_IS_EVENT (record))
    place = ENT_EVENT (record)->place;
  if (place)
    {
      g_autofree char *where = ent_scribe_dup_place (scribe, place);

      add_dated (runs, " · ", where);
    }

  return runs;
}

static void
add_contacts (Brief *self)
{
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GArray)
      contacts = ent_partners_list_contacts (scribe->project, self->partners, scribe->today);
  guint n_told = 0;

  for (guint i = 0; i < contacts->len && n_told < MOST_CONTACTS; i++)
    {
      const EntStoryEntry *entry = &g_array_index (contacts, EntStoryEntry, i);
      g_autofree char *when = dup_when (self, entry->when);

      if (!ent_scribe_may_print (entry->record))
        continue;
      if (n_told++ == 0)
        ent_scribe_add_heading (scribe, 2, N_ ("Last contacts"));
      ent_paper_add_definition (scribe->paper, when, make_contact (self, entry->record));
    }
}

static void
add_next (Brief *self)
{
  const EntScribe *scribe = &self->scribe;
  EntContacts contacts = ent_partner_get_contacts (scribe->project, self->partner, scribe->today);
  g_autofree char *when = NULL;

  if (!ent_scribe_may_print (contacts.next))
    return;
  when = dup_when (self, contacts.next_when);
  ent_scribe_add_heading (scribe, 2, N_ ("Next contact"));
  ent_paper_add_definition (scribe->paper, when, make_contact (self, contacts.next));
}

/* In force, or not known to be out of it: of those without an end, not the ones that were
 * renewed. */
static gboolean
is_alive (Brief *self, EntAgreement *agreement)
{
  switch (ent_agreement_get_status (self->scribe.project, agreement, self->scribe.today).status)
    {
    case ENT_STATUS_SIGNED:
    case ENT_STATUS_IN_FORCE:
      return TRUE;
    case ENT_STATUS_VALIDITY_UNKNOWN:
      return ent_agreement_get_successor (self->scribe.project, agreement, self->scribe.today)
             != ENT_SUCCESSOR_CONCLUDED;
    default:
      return FALSE;
    }
}

static GPtrArray *
collect_agreements (Brief *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->partners->len; i++)
    {
      EntRecord *record = g_ptr_array_index (self->partners, i);
      g_autoptr (GPtrArray) agreements = NULL;

      if (!ENT_IS_ORGANISATION (record))
        continue;
      agreements = ent_organisation_get_agreements (self->scribe.project,
                                                    ent_record_get_id (record));
      for (guint j = 0; j < agreements->len; j++)
        {
          EntAgreement *agreement = g_ptr_array_index (agreements, j);

          if (is_alive (self, agreement) && ent_scribe_may_print (ENT_RECORD (agreement))
              && !g_ptr_array_find (all, agreement, NULL))
            g_ptr_array_add (all, agreement);
        }
    }

  return all;
}

static void
add_texts (Brief *self)
{
  static const char *const labels[] = { N_ ("Agreement"), N_ ("Signed"), N_ ("State") };
  static const double widths[] = { 50, 20, 30 };
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) agreements = collect_agreements (self);

  if (agreements->len == 0)
    return;

  ent_scribe_add_heading (scribe, 2, N_ ("Texts in force"));
  ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      EntRuns *cells[3] = { ent_runs_new () };

      ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (agreement), "title");
      cells[1] = ent_scribe_take_cell (ent_agreement_line_signed (scribe, agreement));
      cells[2] = ent_scribe_take_cell (ent_agreement_line_state (scribe, agreement, scribe->today));
      ent_paper_add_row (scribe->paper, cells);
    }
}

/* Outcomes of one side, each with the day it is due. */
static void
add_promises_of (Brief *self, GPtrArray *outcomes, EntSide side, const char *msgid)
{
  const EntScribe *scribe = &self->scribe;
  gboolean headed = FALSE;

  for (guint i = 0; i < outcomes->len; i++)
    {
      EntOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *due = ent_scribe_dup_date (scribe, outcome->due);
      EntRuns *runs;

      if (ent_outcome_get_side (scribe->project, outcome) != side)
        continue;
      if (!headed)
        ent_scribe_add_heading (scribe, 3, msgid);
      headed = TRUE;
      runs = ent_runs_new ();
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (outcome), "title");
      add_dated (runs, " · ", due);
      ent_paper_add_list_item (scribe->paper, runs);
    }
}

static void
add_promises (Brief *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GPtrArray) open = ent_partner_get_follow_ups (
          self->scribe.project, g_ptr_array_index (self->partners, i));

      for (guint j = 0; j < open->len; j++)
        if (ent_scribe_may_print (g_ptr_array_index (open, j))
            && !g_ptr_array_find (all, g_ptr_array_index (open, j), NULL))
          g_ptr_array_add (all, g_ptr_array_index (open, j));
    }
  if (all->len == 0)
    return;

  ent_scribe_add_heading (&self->scribe, 2, N_ ("Open follow-ups"));
  add_promises_of (self, all, ENT_SIDE_OURS, N_ ("For us"));
  add_promises_of (self, all, ENT_SIDE_THEIRS, N_ ("For them"));
  add_promises_of (self, all, ENT_SIDE_UNKNOWN, N_ ("Between us"));
}

/* What was given before is not given twice. */
static void
add_gifts (Brief *self)
{
  static const char *const kinds[] = { "gift", "donation", "honour", NULL };
  const EntScribe *scribe = &self->scribe;
  guint n_told = 0;

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autoptr (GArray)
          story = ent_partner_get_story (scribe->project, g_ptr_array_index (self->partners, i));

      for (guint j = 0; j < story->len && n_told < MOST_GIFTS; j++)
        {
          const EntStoryEntry *entry = &g_array_index (story, EntStoryEntry, j);
          g_autofree char *when = NULL;
          EntRuns *runs;

          if (!ENT_IS_OUTCOME (entry->record) || !ent_scribe_may_print (entry->record)
              || !ENT_OUTCOME (entry->record)->kind
              || !g_strv_contains (kinds, ENT_OUTCOME (entry->record)->kind))
            continue;
          if (n_told++ == 0)
            ent_scribe_add_heading (scribe, 2, N_ ("Gifts and honours"));
          runs = ent_runs_new ();
          ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, entry->record, "title");
          when = ent_scribe_dup_date (scribe, entry->when);
          add_dated (runs, " · ", when);
          ent_paper_add_list_item (scribe->paper, runs);
        }
    }
}

/* "S.E." is printed where it is recorded, and never made up. */
static void
add_hint (Brief *self)
{
  static const char *const styles[] = { "S.E.", "S. E.", "H.E.", "H. E.", "Exc" };
  EntId id = ent_record_get_id (self->partner);
  const char *foreign;
  const char *form;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  if (!ENT_IS_PERSON (self->partner)
      || !ent_person_is_ambassador (self->scribe.project, id, self->scribe.today))
    return;

  form = ent_scribe_get_text (&self->scribe, self->partner, "address_form", &foreign);
  for (guint i = 0; form && i < G_N_ELEMENTS (styles); i++)
    if (strstr (form, styles[i]))
      return;

  name = ent_scribe_dup_person (&self->scribe, id);
  /* Translators: %s: a person with form of address: “Mr Jean-Louis Thill” */
  hint = g_strdup_printf (_("%s is recorded without “H.E.”, unlike most ambassadors."), name);
  ent_paper_set_hint (self->scribe.paper, hint);
}

static GPtrArray *
collect_partners (Brief *self)
{
  GPtrArray *partners = g_ptr_array_new ();
  g_autoptr (GPtrArray) positions = NULL;

  g_ptr_array_add (partners, self->partner);
  if (!ENT_IS_PERSON (self->partner))
    return partners;

  positions = ent_person_get_positions (self->scribe.project, ent_record_get_id (self->partner),
                                        self->scribe.today);
  for (guint i = 0; i < positions->len; i++)
    {
      EntRecord *organisation = ent_project_get (
          self->scribe.project, ENT_MANDATE (g_ptr_array_index (positions, i))->organisation);

      if (organisation && ent_scribe_may_print (organisation)
          && !ent_scribe_is_office (&self->scribe, ent_record_get_id (organisation))
          && !g_ptr_array_find (partners, organisation, NULL))
        g_ptr_array_add (partners, organisation);
    }

  return partners;
}

/**
 * ent_brief_build:
 * @project: the graph
 * @partner: an organisation or a person of it
 * @lang: language of the paper: "fr", "en"
 * @today: the day it is for, a Julian day
 *
 * What the mayor reads before the visit, on a page or two: who they are and how they are
 * addressed, why they matter, what passed between us, the texts in force, what each side still
 * has to do. What is not recorded has no heading. The paper has a hint when an ambassador is
 * recorded without the style of one.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_brief_build (EntProject *project, EntRecord *partner, const char *lang, int today)
{
  Brief self = { { project, NULL, lang, today }, partner, NULL };
  EntId id = ent_record_get_id (partner);
  g_autoptr (GPtrArray) partners = NULL;
  g_autofree char *title = ENT_IS_PERSON (partner) ? ent_scribe_dup_person (&self.scribe, id)
                                                   : ent_record_dup_title (partner, project, lang);
  g_autofree char *day = ent_day_format (today, lang);
  g_autofree char *city = ent_scribe_dup_title (&self.scribe, ent_project_get_home (project));
  g_autofree char *head = NULL;
  g_autofree char *made = NULL;

  if (!title)
    title = ent_record_dup_title (partner, project, lang);
  self.scribe.paper = ent_paper_new (lang, title, today);
  self.partners = partners = collect_partners (&self);
  head = city ? g_strconcat (city, " · ", title, NULL) : g_strdup (title);
  ent_paper_set_running_head (self.scribe.paper, head);
  ent_paper_set_author (self.scribe.paper, city);
  ent_paper_set_subject (self.scribe.paper, ent_words (lang, N_ ("Brief")));

  ent_paper_add_heading (self.scribe.paper, 1, title);
  /* Translators: %s: a day */
  made = g_strdup_printf (ent_words (lang, N_ ("Brief, as of %s")), day);
  ent_paper_add_text (self.scribe.paper, ENT_PARAGRAPH_LEAD, made, NULL);
  add_who (&self);
  add_why (&self);
  add_contacts (&self);
  add_next (&self);
  add_texts (&self);
  add_promises (&self);
  add_gifts (&self);
  add_hint (&self);

  return self.scribe.paper;
}
