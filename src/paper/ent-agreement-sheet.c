/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-agreement-sheet.h"

#include "paper/ent-agreement-lines.h"
#include "paper/ent-sheet-private.h"

/* What hangs on the agreement and may be printed. */
GPtrArray *
ent_sheet_get_children (EntSheet *sheet, const EntTable *table, const char *column)
{
  return ent_scribe_get_children (&sheet->scribe, sheet->id, table, column);
}

static char *
dup_signed (EntSheet *sheet)
{
  g_autofree char *date = ent_agreement_line_signed (&sheet->scribe, sheet->agreement);
  g_autoptr (GPtrArray) signings = ent_sheet_get_children (sheet, &ent_signing_table, "agreement");
  g_autofree char *place = NULL;

  if (signings->len == 1)
    place = ent_scribe_dup_place (&sheet->scribe,
                                  ENT_SIGNING (g_ptr_array_index (signings, 0))->place);
  if (!date)
    return NULL;

  return place ? g_strdup_printf ("%s, %s", date, place) : g_steal_pointer (&date);
}

static char *
dup_yes (EntSheet *sheet, gboolean value)
{
  return value ? g_strdup (ent_words (sheet->scribe.lang, N_ ("Yes"))) : NULL;
}

static void
add_summary (EntSheet *sheet)
{
  EntAgreement *self = sheet->agreement;
  const EntScribe *scribe = &sheet->scribe;
  EntRecord *record = ENT_RECORD (self);

  ent_scribe_add_value (&sheet->scribe, N_ ("State"),
                        ent_agreement_line_state (scribe, self, scribe->today));
  ent_scribe_add_value (&sheet->scribe, N_ ("Kind"),
                        ent_scribe_dup_choice (scribe, record, "kind"));
  ent_scribe_add_value (&sheet->scribe, N_ ("With"), ent_agreement_line_partners (scribe, self));
  ent_scribe_add_value (&sheet->scribe, N_ ("Our role"), ent_agreement_line_role (scribe, self));
  ent_scribe_add_value (&sheet->scribe, N_ ("Signed on"), dup_signed (sheet));
  ent_scribe_add_value (&sheet->scribe, N_ ("Period as written"), g_strdup (self->label));
  ent_scribe_add_value (&sheet->scribe, N_ ("Entry into force"),
                        ent_scribe_dup_date (scribe, self->effective));
  ent_scribe_add_value (&sheet->scribe, N_ ("End date"), ent_scribe_dup_date (scribe, self->ends));
  ent_scribe_add_value (&sheet->scribe, N_ ("Term and renewal"),
                        ent_scribe_dup_choice (scribe, record, "term_kind"));
  ent_scribe_add_value (&sheet->scribe, N_ ("Notice to give by"),
                        ent_scribe_dup_date (scribe, self->notice_by));
  ent_scribe_add_value (&sheet->scribe, N_ ("Decision to take by"),
                        ent_scribe_dup_date (scribe, self->decide_by));
  ent_scribe_add_value (&sheet->scribe, N_ ("Decision taken"),
                        ent_scribe_dup_choice (scribe, record, "decision"));
  ent_scribe_add_value (&sheet->scribe, N_ ("Reciprocal"), dup_yes (sheet, self->reciprocal));
  ent_scribe_add_value (&sheet->scribe, N_ ("Open to new proposals"),
                        dup_yes (sheet, self->open_ended));
}

static void
add_purpose (EntSheet *sheet)
{
  const char *foreign;

  if (!ent_scribe_get_text (&sheet->scribe, ENT_RECORD (sheet->agreement), "purpose", &foreign))
    return;
  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Purpose"));
  ent_scribe_add_prose (&sheet->scribe, ENT_RECORD (sheet->agreement), "purpose");
}

/* As it was called when it signed. */
static char *
dup_party (EntSheet *sheet, EntParty *party)
{
  return ent_scribe_dup_title_on (&sheet->scribe, party->organisation,
                                  ent_agreement_get_day (sheet->scribe.project, party->agreement));
}

static const char *
get_side (EntSheet *sheet, EntParty *party, char **buffer)
{
  if (party->side)
    return party->side;

  *buffer = dup_party (sheet, party);
  return *buffer ? *buffer : "";
}

static int
get_tier (EntParty *party)
{
  static const char *const tiers[] = { "party", "partner", "witness", "facilitator" };

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_strcmp0 (party->tier, tiers[i]) == 0)
      return i;

  return 0;
}

static void
add_party_rows (EntSheet *sheet, GPtrArray *parties, const char *side)
{
  for (int tier = 0; tier < 4; tier++)
    for (guint i = 0; i < parties->len; i++)
      {
        EntParty *party = g_ptr_array_index (parties, i);
        g_autofree char *buffer = NULL;
        EntRuns *cells[3];

        if (get_tier (party) != tier || !g_str_equal (get_side (sheet, party, &buffer), side))
          continue;
        cells[0] = ent_runs_new_text (side);
        cells[1] = ent_scribe_take_cell (dup_party (sheet, party));
        cells[2] = ent_scribe_take_cell (
            party->tier ? ent_scribe_dup_choice (&sheet->scribe, ENT_RECORD (party), "tier")
                        : g_strdup (ent_words_context (sheet->scribe.lang, "tier", "Party")));
        ent_paper_add_row (sheet->scribe.paper, cells);
      }
}

/* Side by side, in the order in which the sides first appear. */
static void
add_parties (EntSheet *sheet)
{
  static const char *const labels[] = { N_ ("Side"), N_ ("Organisation"),
                                        N_ ("Role in the agreement") };
  static const double widths[] = { 20, 50, 30 };
  g_autoptr (GPtrArray) parties = ent_sheet_get_children (sheet, &ent_party_table, "agreement");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (parties->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Parties"));
  ent_scribe_begin_table (&sheet->scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *buffer = NULL;
      const char *side = get_side (sheet, g_ptr_array_index (parties, i), &buffer);

      if (g_hash_table_add (seen, g_strdup (side)))
        add_party_rows (sheet, parties, side);
    }
}

static EntRuns *
make_signatory_cell (EntSheet *sheet, EntSignatory *self)
{
  EntRuns *runs = ent_scribe_take_cell (ent_scribe_dup_person (&sheet->scribe, self->person));
  g_autofree char *absent = ent_scribe_dup_person (&sheet->scribe, self->proxy_for);

  if (absent)
    {
      /* Translators: %s: the person a signatory signed in place of */
      g_autofree char *words = g_strdup_printf (
          ent_words (sheet->scribe.lang, N_ (", on behalf of %s")), absent);

      ent_runs_add (runs, ENT_RUN_PLAIN, words);
    }

  return runs;
}

static void
add_signatories (EntSheet *sheet, EntSigning *signing)
{
  static const char *const labels[] = { N_ ("Signatory"), N_ ("Function when signing"), N_ ("For"),
                                        N_ ("Side") };
  static const double widths[] = { 30, 30, 25, 15 };
  g_autoptr (GPtrArray) signatories = ent_project_get_children (
      sheet->scribe.project, ent_record_get_id (ENT_RECORD (signing)), &ent_signatory_table,
      "signing");
  gboolean any = FALSE;

  for (guint i = 0; i < signatories->len; i++)
    {
      EntSignatory *self = g_ptr_array_index (signatories, i);
      EntRecord *party = ent_project_get (sheet->scribe.project, self->party);
      g_autofree char *buffer = NULL;
      EntRuns *cells[4] = { NULL };

      if (!ent_scribe_may_print (ENT_RECORD (self)))
        continue;
      if (!any)
        ent_scribe_begin_table (&sheet->scribe, labels, G_N_ELEMENTS (labels), widths);
      any = TRUE;
      cells[0] = make_signatory_cell (sheet, self);
      cells[1] = ent_runs_new ();
      ent_scribe_add_text (&sheet->scribe, cells[1], ENT_RUN_PLAIN, ENT_RECORD (self), "function");
      if (party && ENT_IS_PARTY (party))
        {
          cells[2] = ent_scribe_take_cell (dup_party (sheet, ENT_PARTY (party)));
          cells[3] = ent_runs_new_text (get_side (sheet, ENT_PARTY (party), &buffer));
        }
      ent_paper_add_row (sheet->scribe.paper, cells);
    }
}

static char *
dup_time (EntSigning *signing)
{
  if (!signing->time)
    return NULL;

  return signing->zone ? g_strdup_printf ("%s (%s)", signing->time, signing->zone)
                       : g_strdup (signing->time);
}

static void
add_signatures (EntSheet *sheet)
{
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray) signings = ent_sheet_get_children (sheet, &ent_signing_table, "agreement");

  if (signings->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Signatures"));
  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *self = g_ptr_array_index (signings, i);

      ent_scribe_add_value (&sheet->scribe, N_ ("Date"), ent_scribe_dup_date (scribe, self->date));
      ent_scribe_add_value (&sheet->scribe, N_ ("Time"), dup_time (self));
      ent_scribe_add_value (&sheet->scribe, N_ ("Place"),
                            ent_scribe_dup_place (scribe, self->place));
      ent_scribe_add_value (&sheet->scribe, N_ ("Mode"),
                            ent_scribe_dup_choice (scribe, ENT_RECORD (self), "mode"));
      ent_scribe_add_value (&sheet->scribe, N_ ("Event"),
                            ent_scribe_dup_title (scribe, self->event));
      add_signatories (sheet, self);
    }
}

/**
 * ent_agreement_sheet_build:
 * @project: the graph
 * @agreement: an agreement of it
 * @lang: language of the sheet: "fr", "en"
 * @today: the day whose state it tells, a Julian day
 *
 * What is recorded of one agreement: parties by side and tier, where it stands on the day, who
 * signed it, what it promises and to whom it is tied. Nothing is printed of what is not
 * recorded.
 *
 * Returns: (transfer full): the paper
 */
EntPaper *
ent_agreement_sheet_build (EntProject *project,
                           EntAgreement *agreement,
                           const char *lang,
                           int today)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (agreement), project, lang);
  g_autofree char *day = ent_day_format (today, lang);
  g_autofree char *city = NULL;
  g_autofree char *head = NULL;
  g_autofree char *made = NULL;
  EntPaper *paper = ent_paper_new (lang, title, today);
  EntSheet sheet = { { project, paper, lang, today },
                     agreement,
                     ent_record_get_id (ENT_RECORD (agreement)) };

  city = ent_scribe_dup_title (&sheet.scribe, ent_project_get_home (project));
  head = city ? g_strconcat (city, " · ", title, NULL) : g_strdup (title);
  ent_paper_set_running_head (paper, head);
  ent_paper_set_author (paper, city);
  ent_paper_set_subject (paper, ent_words (lang, N_ ("Agreement sheet")));

  ent_paper_add_heading (paper, 1, title);
  /* Translators: %s: a day */
  made = g_strdup_printf (ent_words (lang, N_ ("Agreement sheet, as of %s")), day);
  ent_paper_add_text (paper, ENT_PARAGRAPH_LEAD, made, NULL);
  add_summary (&sheet);
  add_purpose (&sheet);
  add_parties (&sheet);
  add_signatures (&sheet);
  ent_sheet_add_provisions (&sheet);
  ent_sheet_add_duties (&sheet);
  ent_sheet_add_bodies (&sheet);
  ent_sheet_add_lineage (&sheet);
  ent_sheet_add_copies (&sheet);
  ent_sheet_add_documents (&sheet);
  ent_sheet_add_variants (&sheet);

  return paper;
}
