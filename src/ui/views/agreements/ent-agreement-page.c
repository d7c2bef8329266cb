/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-page.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "model/ent-dated-name.h"
#include "rules/ent-agreement-status.h"
#include "ui/views/agreements/ent-agreement-activity.h"
#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-child-specs.h"
#include "ui/widgets/ent-coverage-group.h"

#define COLUMNS(...) (const char *const[]) { __VA_ARGS__, NULL }

/* What the organisation was when it signed, where that differs from what it is. */
static char *
dup_party_of_the_day (EntProject *project, EntRecord *record)
{
  EntParty *party = ENT_PARTY (record);
  const char *lang = ent_words_interface_language ();
  EntAlias *name = ent_dated_name_find (project, party->organisation,
                                        ent_agreement_get_day (project, party->agreement));
  const EntColumn *column = ent_table_find_column (&ent_alias_table, "level");
  g_autofree char *level = name && name->level ? ent_column_display (column, name->level, lang)
                                               : NULL;
  g_autofree char *whole = name ? ent_project_dup_title (project, name->parent, lang) : NULL;
  g_autofree char *what = g_strdup_printf ("%s%s%s", level ? level : "", level && whole ? ", " : "",
                                           whole ? whole : "");

  /* Translators: what an organisation was on a day that is past: its level, what it was part of. */
  return *what ? g_strdup_printf (_("then: %s"), what) : NULL;
}

static const EntChildSpec signatories = {
  .title = N_ ("Signatories"),
  .table = &ent_signatory_table,
  .owner = "signing",
  .add_label = N_ ("Add Signatory…"),
  .opens = "person",
  .subtitles = COLUMNS ("function", "party"),
};

static const EntChildSpec commitments = {
  .title = N_ ("Commitments"),
  .table = &ent_provision_table,
  .owner = "parent",
  .filter_column = "kind",
  .filter_value = "commitment",
  .add_label = N_ ("Add Commitment…"),
  .subtitles = COLUMNS ("text"),
};

/* In the order of the page: what is read at first sight, then what is looked up. */
static const EntPagePart parts[] = {
  { .list = { .title = N_ ("Parties"),
              .table = &ent_party_table,
              .owner = "agreement",
              .add_label = N_ ("Add Party…"),
              .opens = "organisation",
              .subtitles = COLUMNS ("side", "tier"),
              .asked = COLUMNS ("side", "tier"),
              .dup_state = dup_party_of_the_day },
    .always = TRUE },
  { .list = { .title = N_ ("Signatures"),
              .table = &ent_signing_table,
              .owner = "agreement",
              .add_label = N_ ("Add Signature…"),
              .nested = &signatories,
              .subtitles = COLUMNS ("mode", "date", "place"),
              .asked = COLUMNS ("mode", "date", "place", "event") },
    .always = TRUE },
  { .list = { .title = N_ ("Themes"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "theme",
              .add_label = N_ ("Add Theme…"),
              .nested = &commitments,
              .asked = COLUMNS ("number", "title"),
              .dup_state = ent_theme_dup_activity_words },
    .always = TRUE },
  { .create = ent_coverage_group_new },
  { .list = { .title = N_ ("Indicators"),
              .table = &ent_indicator_table,
              .owner = "record",
              .add_label = N_ ("Add Indicator…"),
              .subtitles = COLUMNS ("filter", "unit") } },
  { .list = { .title = N_ ("Duties"),
              .table = &ent_obligation_table,
              .owner = "record",
              .add_label = N_ ("Add Duty…"),
              .subtitles = COLUMNS ("kind", "due", "settled", "owner") } },
  { .lines_title = N_ ("Activity"), .collect = ent_agreement_collect_activity },
  { .list = { .title = N_ ("Follow-up bodies"),
              .table = &ent_participation_table,
              .owner = "record",
              .add_label = N_ ("Add Follow-up Body…"),
              .opens = "organisation",
              .subtitles = COLUMNS ("role", "organisation", "represents") } },
  { .list = { .title = N_ ("Linked agreements"),
              .table = &ent_link_table,
              .owner = "source",
              .add_label = N_ ("Add Linked Agreement…"),
              .opens = "target",
              .subtitles = COLUMNS ("note"),
              .any_target = &ent_agreement_table } },
  { .known = &ent_child_documents },
  { .known = &ent_child_decisions },
  { .list = { .title = N_ ("Preamble"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "recital",
              .add_label = N_ ("Add Recital…"),
              .subtitles = COLUMNS ("verb", "text") } },
  { .list = { .title = N_ ("Clauses"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "clause",
              .add_label = N_ ("Add Clause…"),
              .subtitles = COLUMNS ("text") } },
  { .list = { .title = N_ ("Questions to study"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "question",
              .add_label = N_ ("Add Question…"),
              .subtitles = COLUMNS ("text") } },
  { .list = { .title = N_ ("Proposals"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "proposal",
              .add_label = N_ ("Add Proposal…"),
              .subtitles = COLUMNS ("text") } },
  { .list = { .title = N_ ("Changes to the text"),
              .table = &ent_provision_table,
              .owner = "agreement",
              .filter_column = "kind",
              .filter_value = "change",
              .add_label = N_ ("Add Change…"),
              .subtitles = COLUMNS ("effective", "text") } },
  { .list = { .title = N_ ("Original copies"),
              .table = &ent_copy_table,
              .owner = "agreement",
              .add_label = N_ ("Add Copy…"),
              .subtitles = COLUMNS ("holder", "language", "shelf") } },
  { .known = &ent_child_notes },
  { .known = &ent_child_names },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Kind, stage and purpose"),
    COLUMNS ("kind", "stage", "purpose", "reciprocal", "open_ended", "visibility") },
  { N_ ("Dates and term"),
    COLUMNS ("signed", "effective", "ends", "label", "term_kind", "notice_by", "decide_by",
             "decision") },
  { NULL, NULL },
};

static char *
dup_facts (EntProject *project, EntAgreement *agreement, const char *lang)
{
  EntId id = ent_record_get_id (ENT_RECORD (agreement));
  g_autoptr (GPtrArray) copies = ent_project_get_children (project, id, &ent_copy_table, NULL);
  g_autofree char *signed_words = ent_agreement_dup_signed_words (project, agreement, lang);
  EntRole role = ent_agreement_get_role (project, agreement);
  g_autoptr (GString) facts = g_string_new (signed_words);

  if (copies->len)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u original", "%u originals", copies->len),
                              copies->len);
    }
  if (agreement->label)
    {
      g_string_append (facts, " · ");
      /* Translators: the period as the text writes it */
      g_string_append_printf (facts, _("Period “%s”"), agreement->label);
    }
  g_string_append (facts, " · ");
  /* Translators: followed by party, facilitator… */
  g_string_append_printf (facts, _("Our role: %s"), ent_role_get_words (role));

  return g_string_free_and_steal (g_steal_pointer (&facts));
}

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntAgreement *agreement = ENT_AGREEMENT (record);
  const char *lang = ent_session_get_lang (session);

  head->subtitle = ent_agreement_dup_partner_words (project, agreement, lang);
  head->status
      = ent_agreement_dup_status_words (project, agreement, ent_session_get_today (session));
  head->facts = dup_facts (project, agreement, lang);
}

static const EntPageSpec spec = {
  .table = &ent_agreement_table,
  .fill_head = fill_head,
  .has_strip = TRUE,
  .open_columns = COLUMNS ("title"),
  .fields = fields,
  .parts = parts,
};

/**
 * ent_agreement_page_new:
 * @session: the session
 * @agreement: an agreement of its project
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_agreement_page_new (EntSession *session, EntRecord *agreement)
{
  return ent_record_page_new (session, agreement, &spec);
}
