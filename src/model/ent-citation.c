/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-citation.h"

#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntCitation, ent_citation, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntCitation, record, "record", N_ ("On"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "record"),
  ENT_TEXT (EntCitation, field, "field", N_ ("Field"), ENT_COLUMN_CODE),
  ENT_LONG_TEXT (EntCitation, claim, "claim", N_ ("Claim"), ENT_COLUMN_SEARCHABLE),
  ENT_REFERENCE (EntCitation, document, "document", N_ ("Document"), ENT_COLUMN_NONE, "document"),
  ENT_INTEGER (EntCitation, page, "page", N_ ("Page"), ENT_COLUMN_NONE),
  ENT_INTEGER (EntCitation, start_offset, "start", N_ ("Start"), ENT_COLUMN_NONE),
  ENT_INTEGER (EntCitation, end_offset, "end", N_ ("End"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntCitation, quote, "quote", N_ ("Passage"), ENT_COLUMN_SEARCHABLE),
  ENT_FLAG (EntCitation, preferred, "preferred", N_ ("Preferred"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntCitation, reason, "reason", N_ ("Reason"), ENT_COLUMN_SEARCHABLE),
};

const EntTable ent_citation_table = {
  .name = "citation",
  .label = N_ ("Source"),
  .plural = N_ ("Sources"),
  .get_type = ent_citation_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_citation,
};

static void
ent_citation_class_init (EntCitationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_citation_table);
}

static void
ent_citation_init (EntCitation *self)
{
}
