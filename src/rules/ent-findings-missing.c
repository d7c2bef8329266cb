/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-findings-private.h"

#include "base/ent-text.h"
#include "rules/ent-agreement-status.h"

static const EntColumn *
column_of (gpointer record, const char *name)
{
  return ent_table_find_column (ent_record_get_table (ENT_RECORD (record)), name);
}

static GPtrArray *
get_children (EntFindingSearch *self, gpointer record, const EntTable *table, const char *column)
{
  return ent_project_get_children (self->project, ent_record_get_id (ENT_RECORD (record)), table,
                                   column);
}

static gboolean
is_empty (const char *text)
{
  return !text || ent_text_is_blank (text);
}

static gboolean
has_signature_date (EntFindingSearch *self, EntAgreement *agreement)
{
  g_autoptr (GPtrArray) signings = get_children (self, agreement, &ent_signing_table, "agreement");

  if (agreement->signed_on)
    return TRUE;
  for (guint i = 0; i < signings->len; i++)
    if (((EntSigning *) g_ptr_array_index (signings, i))->date)
      return TRUE;

  return FALSE;
}

static void
search_agreement (EntFindingSearch *self, EntAgreement *agreement)
{
  const EntStatus status = ent_agreement_get_status (self->project, agreement, self->today).status;
  g_autoptr (GPtrArray) decisions = get_children (self, agreement, &ent_decision_table, "record");

  if (status < ENT_STATUS_SIGNED)
    return;
  if (!has_signature_date (self, agreement))
    ent_finding_search_add (self, ENT_FINDING_SIGNED_WITHOUT_DATE, agreement,
                            column_of (agreement, "signed"), 0);
  /* What is over needs none any more. */
  if (decisions->len == 0 && status < ENT_STATUS_ENDED
      && ent_agreement_get_role (self->project, agreement) == ENT_ROLE_PARTY)
    ent_finding_search_add (self, ENT_FINDING_SIGNED_WITHOUT_DECISION, agreement, NULL, 0);
}

/* Dealings have no day of their own, and a slot of a programme may have that of its event. */
static gboolean
may_be_undated (EntFindingSearch *self, EntEvent *event)
{
  static const char *const kinds[] = { "contact", "negotiation", NULL };

  return (event->kind && g_strv_contains (kinds, event->kind))
         || ent_project_get (self->project, event->parent) != NULL;
}

static void
search_event (EntFindingSearch *self, EntEvent *event)
{
  if (!event->when && !may_be_undated (self, event))
    ent_finding_search_add (self, ENT_FINDING_EVENT_WITHOUT_DATE, event, column_of (event, "when"),
                            0);
  if (g_strcmp0 (event->state, "held") == 0 && is_empty (event->text)
      && !ent_project_get (self->project, event->parent))
    ent_finding_search_add (self, ENT_FINDING_EVENT_WITHOUT_TEXT, event, column_of (event, "text"),
                            0);
}

static gboolean
has_function (EntFindingSearch *self, EntPerson *person)
{
  g_autoptr (GPtrArray) mandates = get_children (self, person, &ent_mandate_table, "person");
  g_autoptr (GPtrArray) parts = get_children (self, person, &ent_participation_table, "person");
  g_autoptr (GPtrArray) signatures = get_children (self, person, &ent_signatory_table, "person");

  for (guint i = 0; i < parts->len; i++)
    if (!is_empty (((EntParticipation *) g_ptr_array_index (parts, i))->function))
      return TRUE;

  /* A signature that lacks its function is found by itself. */
  return mandates->len > 0 || signatures->len > 0;
}

static gboolean
is_photo (EntFindingSearch *self, EntAttachment *attachment)
{
  EntRecord *document = ent_project_get (self->project, attachment->document);

  return g_strcmp0 (attachment->role, "photo") == 0
         || (document && ENT_IS_DOCUMENT (document)
             && g_strcmp0 (ENT_DOCUMENT (document)->kind, "photo") == 0);
}

static gboolean
is_picture (EntFindingSearch *self, EntDocument *document)
{
  g_autoptr (GPtrArray)
      attachments = get_children (self, document, &ent_attachment_table, "document");

  for (guint i = 0; i < attachments->len; i++)
    if (is_photo (self, g_ptr_array_index (attachments, i)))
      return TRUE;

  return g_strcmp0 (document->kind, "photo") == 0;
}

static void
search_document (EntFindingSearch *self, EntDocument *document)
{
  if (is_empty (document->alt) && is_picture (self, document))
    ent_finding_search_add (self, ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE, document,
                            column_of (document, "alt"), 0);
  if (is_empty (document->sha256) && is_empty (document->url))
    ent_finding_search_add (self, ENT_FINDING_DOCUMENT_WITHOUT_CONTENT, document,
                            column_of (document, "url"), 0);
}

/*
 * ent_finding_search_missing:
 *
 * Adds what a report, a signature or a reader will want of @record and is not there.
 */
void
ent_finding_search_missing (EntFindingSearch *self, EntRecord *record)
{
  if (ENT_IS_AGREEMENT (record))
    search_agreement (self, ENT_AGREEMENT (record));
  else if (ENT_IS_EVENT (record))
    search_event (self, ENT_EVENT (record));
  else if (ENT_IS_DOCUMENT (record))
    search_document (self, ENT_DOCUMENT (record));
  else if (ENT_IS_PERSON (record) && !has_function (self, ENT_PERSON (record)))
    ent_finding_search_add (self, ENT_FINDING_PERSON_WITHOUT_FUNCTION, record, NULL, 0);
  else if (ENT_IS_ATTACHMENT (record) && is_empty (ENT_ATTACHMENT (record)->caption)
           && is_photo (self, ENT_ATTACHMENT (record)))
    ent_finding_search_add (self, ENT_FINDING_PICTURE_WITHOUT_CAPTION, record,
                            column_of (record, "caption"), 0);
}
