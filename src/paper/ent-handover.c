/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-handover.h"

#include "base/ent-words.h"
#include "paper/ent-agreement-lines.h"
#include "paper/ent-follow-up-table.h"
#include "rules/ent-agenda.h"
#include "rules/ent-contacts.h"
#include "rules/ent-due.h"
#include "rules/ent-follow-ups.h"
#include "rules/ent-holders.h"

/* Whoever takes the office over: what is in force, what is open, whom one deals with, what runs,
 * and where the originals are. */

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer scribe)
{
  EntRecord *left = *(EntRecord *const *) a;
  EntRecord *right = *(EntRecord *const *) b;
  g_autofree char *left_title = ent_scribe_dup_title (scribe, ent_record_get_id (left));
  g_autofree char *right_title = ent_scribe_dup_title (scribe, ent_record_get_id (right));
  int order = g_strcmp0 (left_title, right_title);

  if (order != 0)
    return order;

  return ent_record_get_id (left) < ent_record_get_id (right) ? -1 : 1;
}

/* The records of a type that may be printed, by title. */
static GPtrArray *
list_records (const EntScribe *scribe, const EntTable *table)
{
  GListModel *list = ent_project_get_list (scribe->project, table);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      if (ent_scribe_may_print (record))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  g_ptr_array_sort_with_data (records, compare_titles, (gpointer) scribe);

  return records;
}

static gboolean
runs_now (const EntScribe *scribe, EntAgreement *agreement)
{
  EntStatus status = ent_agreement_get_status (scribe->project, agreement, scribe->today).status;

  return ent_agreement_is_ours (scribe->project, agreement) && status != ENT_STATUS_ENDED
         && status != ENT_STATUS_TERMINATED;
}

static char *
dup_next_date (const EntScribe *scribe, EntAgreement *agreement)
{
  int day = ent_agreement_get_next_date (scribe->project, agreement, scribe->today);

  return day > 0 && day < ENT_DAY_MAX ? ent_day_format (day, scribe->lang) : NULL;
}

static void
add_agreements (const EntScribe *scribe)
{
  static const char *const labels[] = { N_ ("Agreement"), N_ ("With"), N_ ("State"),
                                        N_ ("Next date") };
  static const double widths[] = { 34, 26, 22, 18 };
  g_autoptr (GPtrArray) agreements = list_records (scribe, &ent_agreement_table);
  gboolean any = FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      EntId id = ent_record_get_id (ENT_RECORD (agreement));
      EntRuns *cells[4];

      if (!runs_now (scribe, agreement))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 2, N_ ("Agreements in Force or in Negotiation"));
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, id));
      cells[1] = ent_scribe_take_cell (ent_agreement_line_partners (scribe, agreement));
      cells[2] = ent_scribe_take_cell (ent_agreement_line_state (scribe, agreement, scribe->today));
      cells[3] = ent_scribe_take_cell (dup_next_date (scribe, agreement));
      ent_paper_add_row (scribe->paper, cells);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  EntObligation *left = *(EntObligation *const *) a;
  EntObligation *right = *(EntObligation *const *) b;
  int left_day = left->due ? ent_date_get_latest (left->due) : ENT_DAY_MAX;
  int right_day = right->due ? ent_date_get_latest (right->due) : ENT_DAY_MAX;
  EntId left_id = ent_record_get_id (ENT_RECORD (left));
  EntId right_id = ent_record_get_id (ENT_RECORD (right));

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;

  return (left_id > right_id) - (left_id < right_id);
}

static gboolean
is_owed (const EntScribe *scribe, EntObligation *obligation)
{
  EntRecord *owner = ent_project_get (scribe->project, obligation->record);

  if (obligation->settled || !ent_scribe_may_print (owner))
    return FALSE;

  return !ENT_IS_AGREEMENT (owner) || runs_now (scribe, ENT_AGREEMENT (owner)) || obligation->due;
}

static void
add_obligations (const EntScribe *scribe)
{
  static const char *const labels[] = { N_ ("What"), N_ ("Under"), N_ ("Due") };
  static const double widths[] = { 44, 36, 20 };
  g_autoptr (GPtrArray) obligations = list_records (scribe, &ent_obligation_table);
  gboolean any = FALSE;

  g_ptr_array_sort (obligations, compare_due);
  for (guint i = 0; i < obligations->len; i++)
    {
      EntObligation *obligation = g_ptr_array_index (obligations, i);
      EntRuns *cells[3];

      if (!is_owed (scribe, obligation))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 2, N_ ("Obligations Not Settled"));
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_runs_new ();
      ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (obligation), "text");
      cells[1] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, obligation->record));
      cells[2] = ent_scribe_take_cell (ent_scribe_dup_date (scribe, obligation->due));
      ent_paper_add_row (scribe->paper, cells);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

static void
add_follow_ups (const EntScribe *scribe)
{
  g_autoptr (GPtrArray) promises = ent_due_get_open_promises (scribe->project, scribe->today);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  for (guint i = 0; i < promises->len; i++)
    g_ptr_array_add (outcomes, ((EntDue *) g_ptr_array_index (promises, i))->record);
  ent_follow_up_table_add (scribe, N_ ("Open Follow-ups"), outcomes);
}

/* "3 December 2024\nConference of …" */
static char *
dup_contact (const EntScribe *scribe, EntRecord *record, const EntDate *when)
{
  g_autofree char *title = record ? ent_scribe_dup_title (scribe, ent_record_get_id (record))
                                  : NULL;
  g_autofree char *date = ent_scribe_dup_date (scribe, when);

  if (!title)
    return NULL;

  return date ? g_strdup_printf ("%s\n%s", date, title) : g_steal_pointer (&title);
}

static EntRuns *
make_holders (const EntScribe *scribe, EntId organisation)
{
  g_autoptr (GPtrArray)
      holders = ent_organisation_get_holders (scribe->project, organisation, scribe->today);
  EntRuns *runs = ent_runs_new ();

  for (guint i = 0; i < MIN (holders->len, 2); i++)
    {
      EntMandate *mandate = g_ptr_array_index (holders, i);
      g_autofree char *name = ent_scribe_may_print (ENT_RECORD (mandate))
                                  ? ent_scribe_dup_person (scribe, mandate->person)
                                  : NULL;

      if (!name)
        continue;
      if (!ent_runs_is_empty (runs))
        ent_runs_add (runs, ENT_RUN_PLAIN, "\n");
      ent_runs_add (runs, ENT_RUN_PLAIN, name);
      if (!mandate->function)
        continue;
      ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (mandate), "function");
    }
  if (ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, "–");

  return runs;
}

static void
add_partners (const EntScribe *scribe)
{
  static const char *const labels[] = { N_ ("Partner"), N_ ("Whom"), N_ ("Last contact"),
                                        N_ ("Next contact") };
  static const double widths[] = { 24, 26, 28, 22 };
  g_autoptr (GPtrArray) organisations = list_records (scribe, &ent_organisation_table);
  gboolean any = FALSE;

  for (guint i = 0; i < organisations->len; i++)
    {
      EntRecord *partner = g_ptr_array_index (organisations, i);
      EntId id = ent_record_get_id (partner);
      EntContacts contacts;
      EntRuns *cells[4];

      if (ent_scribe_is_office (scribe, id) || !ENT_ORGANISATION (partner)->relation_class
          || !ent_organisation_is_related (scribe->project, ENT_ORGANISATION (partner)))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 2, N_ ("Partners"));
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      contacts = ent_partner_get_contacts (scribe->project, partner, scribe->today);
      cells[0] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, id));
      cells[1] = make_holders (scribe, id);
      cells[2] = ent_scribe_take_cell (dup_contact (scribe, contacts.last, contacts.last_when));
      cells[3] = ent_scribe_take_cell (dup_contact (scribe, contacts.next, contacts.next_when));
      ent_paper_add_row (scribe->paper, cells);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

static int
compare_ahead (gconstpointer a, gconstpointer b)
{
  EntEvent *left = *(EntEvent *const *) a;
  EntEvent *right = *(EntEvent *const *) b;

  if (left->when && right->when)
    return ent_date_compare (left->when, right->when);

  return (left->when == NULL) - (right->when == NULL);
}

static void
add_ahead (const EntScribe *scribe)
{
  g_autoptr (GPtrArray) events = list_records (scribe, &ent_event_table);
  gboolean any = FALSE;

  g_ptr_array_sort (events, compare_ahead);
  for (guint i = 0; i < events->len; i++)
    {
      EntEvent *event = g_ptr_array_index (events, i);
      g_autofree char *date = ent_scribe_dup_date (scribe, event->when);
      EntRuns *runs;

      if (!ent_event_is_ahead (event, scribe->today) || !ent_agenda_lists (scribe->project, event))
        continue;
      if (!any)
        ent_scribe_add_heading (scribe, 2, N_ ("Missions and Events Ahead"));
      any = TRUE;
      runs = ent_runs_new_text (date);
      ent_runs_add (runs, ENT_RUN_PLAIN, date ? " – " : "");
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (event), "title");
      ent_paper_add_list_item (scribe->paper, runs);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

static void
add_projects (const EntScribe *scribe)
{
  g_autoptr (GPtrArray) projects = list_records (scribe, &ent_project_record_table);
  gboolean any = FALSE;

  for (guint i = 0; i < projects->len; i++)
    {
      EntProjectRecord *project = g_ptr_array_index (projects, i);
      g_autofree char *state = ent_scribe_dup_choice (scribe, ENT_RECORD (project), "state");
      EntRuns *runs;

      if (project->parent || !project->state || g_strcmp0 (project->state, "done") == 0
          || g_strcmp0 (project->state, "stopped") == 0)
        continue;
      if (!any)
        ent_scribe_add_heading (scribe, 2, N_ ("Projects Under Way"));
      any = TRUE;
      runs = ent_runs_new ();
      ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (project), "title");
      if (state)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, " – ");
          ent_runs_add (runs, ENT_RUN_PLAIN, state);
        }
      ent_paper_add_list_item (scribe->paper, runs);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

static void
add_originals (const EntScribe *scribe)
{
  static const char *const labels[] = { N_ ("Agreement"), N_ ("Number"), N_ ("Held by"),
                                        N_ ("Where") };
  static const double widths[] = { 40, 12, 26, 22 };
  g_autoptr (GPtrArray) copies = list_records (scribe, &ent_copy_table);
  gboolean any = FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      EntCopy *copy = g_ptr_array_index (copies, i);
      char *title = ent_scribe_dup_title (scribe, copy->agreement);
      EntRuns *cells[4];

      if (!title)
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 2, N_ ("Where the Originals Are"));
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_scribe_take_cell (title);
      cells[1] = ent_scribe_take_cell (g_strdup (copy->number));
      cells[2] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, copy->holder));
      cells[3] = ent_scribe_take_cell (g_strdup (copy->shelf));
      ent_paper_add_row (scribe->paper, cells);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}

/**
 * ent_handover_build:
 * @project: the graph
 * @lang: language of the dossier: "fr", "en"
 * @today: the day whose state it tells, a Julian day
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_handover_build (EntProject *project, const char *lang, int today)
{
  const char *title = ent_words (lang, N_ ("Handover Dossier"));
  g_autofree char *day = ent_day_format (today, lang);
  g_autofree char *lead = NULL;
  g_autofree char *city = NULL;
  g_autofree char *head = NULL;
  EntScribe scribe = { project, ent_paper_new (lang, title, today), lang, today };

  city = ent_scribe_dup_title (&scribe, ent_project_get_home (project));
  head = city ? g_strconcat (city, " · ", title, NULL) : g_strdup (title);
  ent_paper_set_running_head (scribe.paper, head);
  ent_paper_set_author (scribe.paper, city);
  ent_paper_set_subject (scribe.paper, title);
  ent_paper_add_heading (scribe.paper, 1, title);
  /* Translators: %s: a day */
  lead = g_strdup_printf (ent_words (lang, N_ ("State of the files on %s")), day);
  ent_paper_add_text (scribe.paper, ENT_PARAGRAPH_LEAD, lead, NULL);
  add_agreements (&scribe);
  add_obligations (&scribe);
  add_follow_ups (&scribe);
  add_partners (&scribe);
  add_ahead (&scribe);
  add_projects (&scribe);
  add_originals (&scribe);

  return scribe.paper;
}
