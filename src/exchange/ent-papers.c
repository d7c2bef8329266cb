/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-papers.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-words.h"
#include "exchange/ent-calendar.h"
#include "exchange/ent-labels.h"
#include "paper/ent-agreement-report.h"
#include "paper/ent-agreement-sheet.h"
#include "paper/ent-annual-report.h"
#include "paper/ent-brief.h"
#include "paper/ent-guest-list.h"
#include "paper/ent-handover.h"
#include "paper/ent-mission-file.h"
#include "paper/ent-mission-report.h"
#include "rules/ent-agenda.h"
#include "rules/ent-programme.h"

static EntPaper *
build_annual_report (const EntPaperOrder *order)
{
  return ent_annual_report_build (order->project, order->year, order->lang, order->today);
}

static EntPaper *
build_agreement_sheet (const EntPaperOrder *order)
{
  return ent_agreement_sheet_build (order->project, ENT_AGREEMENT (order->record), order->lang,
                                    order->today);
}

static EntPaper *
build_agreement_report (const EntPaperOrder *order)
{
  return ent_agreement_report_build (order->project, ENT_AGREEMENT (order->record), order->year,
                                     order->lang, order->today);
}

static EntPaper *
build_brief (const EntPaperOrder *order)
{
  return ent_brief_build (order->project, order->record, order->lang, order->today);
}

static EntPaper *
build_mission_file (const EntPaperOrder *order)
{
  return ent_mission_file_build (order->project, ENT_EVENT (order->record), order->lang,
                                 order->today);
}

static EntPaper *
build_mission_booklet (const EntPaperOrder *order)
{
  EntPaper *paper = build_mission_file (order);

  ent_paper_set_booklet (paper, TRUE);
  return paper;
}

static EntPaper *
build_mission_report (const EntPaperOrder *order)
{
  return ent_mission_report_build (order->project, ENT_EVENT (order->record), order->lang,
                                   order->today);
}

static EntPaper *
build_guest_list (const EntPaperOrder *order)
{
  return ent_guest_list_build (order->project, ENT_EVENT (order->record), order->lang,
                               order->today);
}

static EntPaper *
build_thank_you_list (const EntPaperOrder *order)
{
  return ent_thank_you_list_build (order->project, ENT_EVENT (order->record), order->lang,
                                   order->today);
}

static EntPaper *
build_handover (const EntPaperOrder *order)
{
  return ent_handover_build (order->project, order->lang, order->today);
}

/* Somebody travels to it, here or there. */
static gboolean
is_journey (EntProject *project, EntRecord *record)
{
  switch (ent_event_group_of (ENT_EVENT (record)->kind))
    {
    case ENT_EVENT_GROUP_RECEIVED:
    case ENT_EVENT_GROUP_MISSION:
    case ENT_EVENT_GROUP_EXCHANGE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_guests (EntProject *project, EntRecord *record)
{
  return ent_guest_list_has_any (project, ENT_EVENT (record));
}

/* There is somebody to thank once it is over. */
static gboolean
was_held (EntProject *project, EntRecord *record)
{
  return g_strcmp0 (ENT_EVENT (record)->state, "held") == 0;
}

/* Whether a calendar would hold anything of it. */
static gboolean
has_days (EntProject *project, EntRecord *record)
{
  g_autoptr (GArray) slots = ent_programme_get_slots (project, ENT_EVENT (record));

  return ent_event_has_days (ENT_EVENT (record))
         || (slots->len > 0 && g_array_index (slots, EntSlot, 0).day != 0);
}

static gboolean
is_report (EntProject *project, EntRecord *record)
{
  return g_strcmp0 (ENT_SECTION (record)->kind, "report") == 0;
}

static EntPaper *
build_report (const EntPaperOrder *order)
{
  EntReportScope scope;

  ent_report_scope_read (order->project, ENT_SECTION (order->record), &scope);

  return ent_report_build (order->project, &scope, ENT_SECTION (order->record), order->lang,
                           order->today);
}

/* One line a paper; those of one name are one paper in several forms. */
static const EntPaperKind papers[] = {
  { "annual-report", N_ ("Annual Report"), .build = build_annual_report },
  { "agreement", N_ ("Agreement Sheet"), &ent_agreement_table, .build = build_agreement_sheet },
  { "annual-report", N_ ("Report of the Year"), &ent_agreement_table,
    .build = build_agreement_report },
  { "brief", N_ ("Brief"), &ent_person_table, .build = build_brief },
  { "brief", N_ ("Brief"), &ent_organisation_table, .build = build_brief },
  { "mission", N_ ("Mission File"), &ent_event_table, .suits = is_journey,
    .build = build_mission_file },
  { "mission-booklet", N_ ("Mission File as a Booklet (A5)"), &ent_event_table, .suits = is_journey,
    .build = build_mission_booklet },
  { "mission-report", N_ ("Mission Report"), &ent_event_table, .suits = is_journey,
    .build = build_mission_report },
  { "guests", N_ ("Guest List"), &ent_event_table, .suits = has_guests, .build = build_guest_list },
  { "guests", N_ ("Labels (.csv)"), &ent_event_table, .suits = has_guests, .make = ent_labels_write,
    .ending = ".csv" },
  { "thank-you", N_ ("Thank-You List"), &ent_event_table, .suits = was_held,
    .build = build_thank_you_list },
  { "calendar", N_ ("Calendar (.ics)"), &ent_event_table, .suits = has_days,
    .make = ent_calendar_of_event, .ending = ".ics" },
  { "handover", N_ ("Handover Dossier"), .list = &ent_organisation_table, .build = build_handover },
  { "calendar", N_ ("Calendar (.ics)"), .list = &ent_event_table, .make = ent_calendar_of_project,
    .ending = ".ics" },
  { "report", N_ ("Report"), &ent_section_table, .suits = is_report, .build = build_report },
};

/* Endings under which blocks are written, the first by default. */
static const struct
{
  const char *ending;
  GBytes *(*write) (EntPaper *paper, GCancellable *cancellable, GError **error);
} writers[] = {
  { ".pdf", ent_paper_to_pdf },
  { ".odt", ent_paper_to_odt },
};

/**
 * ent_papers_get:
 * @n_papers: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_papers): the papers, in the order of menus
 */
const EntPaperKind *
ent_papers_get (guint *n_papers)
{
  *n_papers = G_N_ELEMENTS (papers);

  return papers;
}

static gboolean
has_ending (const EntPaperKind *kind, const char *ending)
{
  if (kind->make)
    return g_ascii_strcasecmp (kind->ending, ending) == 0;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_ascii_strcasecmp (writers[i].ending, ending) == 0)
      return TRUE;

  return FALSE;
}

/**
 * ent_papers_find:
 * @name: name of a paper
 * @of_record: whether it is made of one record, or of the whole project
 * @ending: (nullable): of the file, such as ".pdf"; %NULL for any
 *
 * Returns: (nullable) (transfer none): that paper
 */
const EntPaperKind *
ent_papers_find (const char *name, gboolean of_record, const char *ending)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name) && (papers[i].table != NULL) == of_record
        && (!ending || has_ending (&papers[i], ending)))
      return &papers[i];

  return NULL;
}

/**
 * ent_papers_find_of:
 * @name: name of a paper
 * @record: (nullable): the record it shall be made of; %NULL: of the whole project
 * @ending: (nullable): of the file, such as ".pdf"; %NULL for any
 *
 * Returns: (nullable) (transfer none): that paper; %NULL when it is made of other types
 */
const EntPaperKind *
ent_papers_find_of (const char *name, EntRecord *record, const char *ending)
{
  const EntTable *table = record ? ent_record_get_table (record) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name) && papers[i].table == table
        && (!ending || has_ending (&papers[i], ending)))
      return &papers[i];

  return NULL;
}

/**
 * ent_papers_dup_types:
 * @name: name of a paper
 *
 * Returns: (transfer full): the types of the records it is made of, for a message
 */
char *
ent_papers_dup_types (const char *name)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name) && papers[i].table
        && !g_ptr_array_find (types, papers[i].table->name, NULL))
      g_ptr_array_add (types, (gpointer) papers[i].table->name);
  g_ptr_array_add (types, NULL);

  return g_strjoinv (", ", (char **) types->pdata);
}

/**
 * ent_papers_suits:
 * @kind: a paper
 * @project: a project
 * @record: one of its records
 *
 * Returns: whether the page of @record offers the paper
 */
gboolean
ent_papers_suits (const EntPaperKind *kind, EntProject *project, EntRecord *record)
{
  return kind->title && kind->table == ent_record_get_table (record)
         && (!kind->suits || kind->suits (project, record));
}

/**
 * ent_papers_get_ending:
 * @kind: a paper
 *
 * Returns: how the name of its file ends where nobody asked for another form
 */
const char *
ent_papers_get_ending (const EntPaperKind *kind)
{
  return kind->make ? kind->ending : writers[0].ending;
}

/**
 * ent_papers_dup_endings:
 * @name: name of a paper
 *
 * Returns: (transfer full): the endings of its files, for a message: ".pdf, .csv"
 */
char *
ent_papers_dup_endings (const char *name)
{
  g_autoptr (GPtrArray) endings = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!g_str_equal (papers[i].name, name))
        continue;
      if (papers[i].make)
        g_ptr_array_add (endings, (gpointer) papers[i].ending);
      for (guint j = 0; papers[i].build && j < G_N_ELEMENTS (writers); j++)
        g_ptr_array_add (endings, (gpointer) writers[j].ending);
    }
  g_ptr_array_add (endings, NULL);

  return g_strjoinv (", ", (char **) endings->pdata);
}

/**
 * ent_papers_dup_name:
 * @kind: a paper that has a title
 * @order: what it is made from
 *
 * Returns: (transfer full): the name of its file in the language of the paper, without ending
 */
char *
ent_papers_dup_name (const EntPaperKind *kind, const EntPaperOrder *order)
{
  g_autofree char *title = order->record
                               ? ent_record_dup_title (order->record, order->project, order->lang)
                               : NULL;

  if (!title)
    return g_strdup (ent_words (order->lang, kind->title));

  /* Translators: name of a file: of which paper, of what. */
  return g_strdup_printf (ent_words (order->lang, N_ ("%1$s – %2$s")),
                          ent_words (order->lang, kind->title), title);
}

/**
 * ent_papers_write:
 * @paper: a paper
 * @ending: of the file, one of those ent_papers_find() knows; in other cases PDF
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * May run aside: nothing of the graph is read.
 *
 * Returns: (transfer full): the file
 */
GBytes *
ent_papers_write (EntPaper *paper, const char *ending, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_ascii_strcasecmp (writers[i].ending, ending) == 0)
      return writers[i].write (paper, cancellable, error);

  return writers[0].write (paper, cancellable, error);
}
