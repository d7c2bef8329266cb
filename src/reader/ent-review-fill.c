/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-fill-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
count_children (EntReviewFill *fill, const EntTable *table, const char *column)
{
  g_autoptr (GPtrArray)
      children = ent_project_get_children (fill->review->project, fill->agreement, table, column);

  return children->len;
}

static void
fill_scalar (EntReviewFill *fill, const EntReviewItem *item)
{
  EntImportRecord *agreement = ent_review_edit (fill, fill->agreement);

  ent_import_record_set (agreement, item->column, NULL, item->value);
  ent_review_cite (fill, fill->agreement, item->column->name, item, NULL);
}

static void
fill_party (EntReviewFill *fill, const EntReviewItem *item)
{
  EntImportRecord *party;
  EntId organisation = ent_review_take_organisation (fill, item->known, item->proposal->value,
                                                     item->proposal->detail);

  if (g_hash_table_contains (fill->sides, &organisation))
    return;

  party = ent_review_add (fill->import, &ent_party_table);
  ent_review_set_id (party, "agreement", fill->agreement);
  ent_review_set_id (party, "organisation", organisation);
  ent_review_set (party, "tier", item->proposal->minor ? "partner" : "party");
  ent_review_set_number (party, "position", g_hash_table_size (fill->sides) + 1);
  g_hash_table_insert (fill->sides, g_memdup2 (&organisation, sizeof organisation),
                       g_memdup2 (&party->id, sizeof party->id));
  ent_review_cite (fill, party->id, "organisation", item, NULL);
}

static EntId
take_signing (EntReviewFill *fill)
{
  EntImportRecord *signing;

  if (fill->signing != ENT_ID_NONE)
    return fill->signing;

  signing = ent_review_add (fill->import, &ent_signing_table);
  ent_review_set_id (signing, "agreement", fill->agreement);
  fill->signing = signing->id;
  return fill->signing;
}

static void
fill_signed_on (EntReviewFill *fill, const EntReviewItem *item)
{
  EntId id = take_signing (fill);

  fill_scalar (fill, item);
  ent_review_set (ent_review_edit (fill, id), "date", item->value);
  ent_review_cite (fill, id, "date", item, NULL);
}

/* Signed apart: a place is that of the act that has none yet, or of another act. */
static void
fill_place (EntReviewFill *fill, const EntReviewItem *item)
{
  const EntColumn *column = ent_table_find_column (&ent_signing_table, "place");
  EntImportRecord *signing = ent_review_edit (fill, take_signing (fill));
  EntRecord *recorded = ent_project_get (fill->review->project, fill->signing);
  EntId place = ent_review_take_place (fill, item->known, item->proposal->value, ENT_ID_NONE);

  if (item->state == ENT_REVIEW_NEW
      && (ent_import_record_get (signing, column)
          || (recorded && ent_record_has_value (recorded, column))))
    {
      signing = ent_review_add (fill->import, &ent_signing_table);
      ent_review_set_id (signing, "agreement", fill->agreement);
    }
  ent_review_set_id (signing, "place", place);
  ent_review_cite (fill, signing->id, "place", item, NULL);
}

static void
fill_remote (EntReviewFill *fill, const EntReviewItem *item)
{
  EntId id = take_signing (fill);

  ent_review_set (ent_review_edit (fill, id), "mode", item->value);
  ent_review_cite (fill, id, "mode", item, NULL);
}

static void
fill_renews (EntReviewFill *fill, const EntReviewItem *item)
{
  EntImportRecord *link = ent_review_add (fill->import, &ent_link_table);

  ent_review_set_id (link, "source", fill->agreement);
  ent_review_set_id (link, "target", item->known);
  ent_review_set (link, "kind", "renews");
  ent_review_cite (fill, link->id, "target", item, NULL);
}

static void
fill_provision (EntReviewFill *fill, const EntReviewItem *item, guint i)
{
  gboolean theme = item->proposal->field == ENT_READING_THEME;
  EntImportRecord *provision = ent_review_add (fill->import, &ent_provision_table);
  int parent = item->proposal->parent;

  ent_review_set_id (provision, "agreement", fill->agreement);
  if (!theme && parent >= 0 && parent < (int) fill->review->items->len)
    ent_review_set_id (provision, "parent", fill->records[parent]);
  ent_review_set (provision, "kind", theme ? "theme" : "commitment");
  ent_review_set (provision, theme ? "title" : "text", item->value);
  ent_review_set_number (provision, "position",
                         count_children (fill, &ent_provision_table, "agreement") + i + 1);
  fill->records[i] = provision->id;
  ent_review_cite (fill, provision->id, theme ? "title" : "text", item, NULL);
}

/* Whether a word of @words, parted by spaces, is in @key. */
static gboolean
speaks_of (const char *key, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, "|", -1);

  for (guint i = 0; each[i]; i++)
    if (strstr (key, each[i]))
      return TRUE;

  return FALSE;
}

/* How often a year, where the text says that. */
static void
set_rhythm (EntImportRecord *obligation, const char *key)
{
  static const struct
  {
    const char *words;
    guint n;
  } rhythms[] = {
    { "trimestriel|quarterly|chaque trimestre", 4 },
    { "semestriel|deux fois par an|twice a year|chaque semestre", 2 },
    { "annuel|chaque annee|une fois par an|une fois l an|tous les ans|annual|yearly|every year|"
      "each year|once a year",
      1 },
  };

  if (speaks_of (key, "bisannuel|biannual|biennial|every two|tous les deux"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (speaks_of (key, rhythms[i].words))
      {
        ent_review_set_number (obligation, "per_year_min", rhythms[i].n);
        ent_review_set_number (obligation, "per_year_max", rhythms[i].n);
        return;
      }
}

static void
fill_obligation (EntReviewFill *fill, const EntReviewItem *item)
{
  EntImportRecord *obligation = ent_review_add (fill->import, &ent_obligation_table);
  g_autofree char *key = ent_review_dup_key (item->value);

  ent_review_set_id (obligation, "record", fill->agreement);
  ent_review_set (obligation, "kind",
                  speaks_of (key, "rapport|report|bilan")                    ? "report"
                  : speaks_of (key, "reunion|rencontre|meeting|comite|meet") ? "meeting"
                                                                             : "duty");
  ent_review_set (obligation, "text", item->value);
  set_rhythm (obligation, key);
  ent_review_cite (fill, obligation->id, "text", item, NULL);
}

/* The organisation of a side, known or made a moment ago. */
static EntId
find_side (EntReviewFill *fill, const char *party)
{
  EntId id = party ? ent_review_find_side (fill->review, party) : ENT_ID_NONE;

  if (party && (id == ENT_ID_NONE || !g_hash_table_contains (fill->sides, &id)))
    {
      EntId made = ent_review_find_made (fill, &ent_organisation_table, "name", party);

      id = made != ENT_ID_NONE ? made : id;
    }

  return id;
}

static void
fill_body (EntReviewFill *fill, const EntReviewItem *item)
{
  EntId organisation = ent_review_take_organisation (fill, item->known, item->proposal->value,
                                                     NULL);
  EntImportRecord *body = ent_review_add (fill->import, &ent_participation_table);

  ent_review_set_id (body, "record", fill->agreement);
  ent_review_set_id (body, "organisation", organisation);
  ent_review_set (body, "role", "follow_up");
  ent_review_set_id (body, "represents", find_side (fill, item->proposal->party));
  ent_review_cite (fill, body->id, "organisation", item, NULL);
}

/* As many copies as the text says, in its languages; one for the languages where it says none. */
static void
fill_copies (EntReviewFill *fill)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  const EntReviewItem *source = NULL;
  guint n = 0;

  for (guint i = 0; i < fill->review->items->len; i++)
    {
      const EntReviewItem *item = ent_review_get_item (fill->review, i);

      if (item->choice != ENT_REVIEW_TAKE || item->state != ENT_REVIEW_NEW)
        continue;
      if (item->proposal->field == ENT_READING_COPIES)
        {
          n = (guint) g_ascii_strtoull (item->value, NULL, 10);
          source = item;
        }
      if (item->proposal->field == ENT_READING_LANGUAGE)
        {
          g_ptr_array_add (languages, item->value);
          source = source ? source : item;
        }
    }
  if (!source)
    return;

  g_ptr_array_add (languages, NULL);
  joined = g_strjoinv (", ", (char **) languages->pdata);
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      EntImportRecord *copy = ent_review_add (fill->import, &ent_copy_table);

      ent_review_set_id (copy, "agreement", fill->agreement);
      if (n > 0)
        ent_review_set_number (copy, "number", i + 1);
      ent_review_set (copy, "language", *joined ? joined : NULL);
      ent_review_cite (fill, copy->id, n > 0 ? "number" : "language", source, NULL);
    }
}

static EntId
take_person (EntReviewFill *fill, const EntReviewItem *item)
{
  EntImportRecord *person;

  if (item->known != ENT_ID_NONE)
    return item->known;

  person = ent_review_add (fill->import, &ent_person_table);
  ent_review_set (person, "shown_name", item->proposal->value);
  return person->id;
}

static void
fill_signatory (EntReviewFill *fill, const EntReviewItem *item, guint i)
{
  EntId organisation = find_side (fill, item->proposal->party);
  const EntId *party = g_hash_table_lookup (fill->sides, &organisation);
  EntId signing = take_signing (fill);
  EntId person = take_person (fill, item);
  EntImportRecord *signatory = ent_review_add (fill->import, &ent_signatory_table);

  ent_review_set_id (signatory, "signing", signing);
  ent_review_set_id (signatory, "party", party ? *party : ENT_ID_NONE);
  ent_review_set_id (signatory, "person", person);
  ent_review_set (signatory, "function", item->proposal->detail);
  ent_review_set_number (signatory, "position", i + 1);
  ent_review_cite (fill, signatory->id, "person", item, NULL);
}

static void
fill_new (EntReviewFill *fill, const EntReviewItem *item, guint i)
{
  switch (item->proposal->field)
    {
    case ENT_READING_TITLE:
    case ENT_READING_KIND:
    case ENT_READING_VALID_FROM:
    case ENT_READING_VALID_TO:
    case ENT_READING_TERM:
      fill_scalar (fill, item);
      break;
    case ENT_READING_PARTY:
      fill_party (fill, item);
      break;
    case ENT_READING_SIGNED_ON:
      fill_signed_on (fill, item);
      break;
    case ENT_READING_SIGNED_AT:
      fill_place (fill, item);
      break;
    case ENT_READING_REMOTE:
      fill_remote (fill, item);
      break;
    case ENT_READING_RENEWS:
      fill_renews (fill, item);
      break;
    case ENT_READING_THEME:
    case ENT_READING_COMMITMENT:
      fill_provision (fill, item, i);
      break;
    case ENT_READING_OBLIGATION:
      fill_obligation (fill, item);
      break;
    case ENT_READING_BODY:
      fill_body (fill, item);
      break;
    case ENT_READING_SIGNATORY:
      fill_signatory (fill, item, i);
      break;
    case ENT_READING_COPIES:
    case ENT_READING_LANGUAGE:
      break; /* together, see fill_copies () */
    }
}

/* Replaces what is recorded, or keeps the other wording beside it. */
static void
fill_differing (EntReviewFill *fill, const EntReviewItem *item)
{
  if (item->choice == ENT_REVIEW_VARIANT)
    {
      const char *claim = item->value ? item->value : item->proposal->value;

      ent_review_cite (fill, item->record, item->column->name, item, claim);
      return;
    }
  if (item->proposal->field == ENT_READING_SIGNED_ON)
    fill_signed_on (fill, item);
  else if (item->proposal->field == ENT_READING_SIGNED_AT)
    fill_place (fill, item);
  else
    {
      ent_import_record_set (ent_review_edit (fill, item->record), item->column, NULL, item->value);
      ent_review_cite (fill, item->record, item->column->name, item, NULL);
    }
}

static gboolean
is_early (EntReadingField field)
{
  return field == ENT_READING_PARTY || field == ENT_READING_SIGNED_ON;
}

static void
fill_items (EntReviewFill *fill, gboolean early)
{
  for (guint i = 0; i < fill->review->items->len; i++)
    {
      const EntReviewItem *item = ent_review_get_item (fill->review, i);

      if (is_early (item->proposal->field) != early || item->choice == ENT_REVIEW_LEAVE)
        continue;
      if (item->state == ENT_REVIEW_NEW)
        fill_new (fill, item, i);
      else if (item->state == ENT_REVIEW_DIFFERS)
        fill_differing (fill, item);
    }
}

/* The sides of an agreement that is there, and the themes that the text has too. */
static void
take_recorded (EntReviewFill *fill)
{
  g_autoptr (GPtrArray) parties = ent_project_get_children (fill->review->project, fill->agreement,
                                                            &ent_party_table, "agreement");

  for (guint i = 0; i < parties->len; i++)
    {
      EntParty *party = g_ptr_array_index (parties, i);
      EntId id = ent_record_get_id (ENT_RECORD (party));

      g_hash_table_insert (fill->sides,
                           g_memdup2 (&party->organisation, sizeof party->organisation),
                           g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < fill->review->items->len; i++)
    fill->records[i] = ent_review_get_item (fill->review, i)->record;
}

/* A new agreement needs a kind and a title, whatever was accepted. */
static void
add_agreement (EntReviewFill *fill)
{
  EntImportRecord *agreement = ent_review_add (fill->import, &ent_agreement_table);
  gboolean has_kind = FALSE, has_title = FALSE;

  fill->agreement = agreement->id;
  for (guint i = 0; i < fill->review->items->len; i++)
    {
      const EntReviewItem *item = ent_review_get_item (fill->review, i);

      has_kind = has_kind
                 || (item->proposal->field == ENT_READING_KIND && item->choice == ENT_REVIEW_TAKE);
      has_title = has_title
                  || (item->proposal->field == ENT_READING_TITLE
                      && item->choice == ENT_REVIEW_TAKE);
    }
  if (!has_kind)
    ent_review_set (agreement, "kind", "accord");
  if (!has_title)
    ent_review_set (agreement, "title", _("New Agreement"));
}

static void
attach (EntReviewFill *fill, const char *role)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      fill->review->project, fill->agreement, &ent_attachment_table, "record");
  EntImportRecord *attachment;

  for (guint i = 0; i < attachments->len; i++)
    if (ENT_ATTACHMENT (g_ptr_array_index (attachments, i))->document == fill->document)
      return;

  attachment = ent_review_add (fill->import, &ent_attachment_table);
  ent_review_set_id (attachment, "record", fill->agreement);
  ent_review_set_id (attachment, "document", fill->document);
  ent_review_set (attachment, "role", role);
  ent_review_set_number (attachment, "position", attachments->len + 1);
}

/**
 * ent_review_add_source:
 * @import: an import
 * @project: the graph
 * @source: where the text comes from
 *
 * Returns: the document of the project that has this file, or a new one of @import
 */
EntId
ent_review_add_source (EntImport *import, EntProject *project, const EntReviewSource *source)
{
  GListModel *documents = ent_project_get_list (project, &ent_document_table);
  EntImportRecord *document;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (EntDocument) known = g_list_model_get_item (documents, i);

      if (g_strcmp0 (known->sha256, source->sha256) == 0)
        return ent_record_get_id (ENT_RECORD (known));
    }

  document = ent_review_add (import, &ent_document_table);
  ent_review_set (document, "title", source->title);
  ent_review_set (document, "kind", source->kind);
  ent_review_set (document, "sha256", source->sha256);
  ent_review_set (document, "file_name", source->file_name);
  if (source->bytes)
    g_hash_table_replace (import->blobs, g_strdup (source->sha256), g_bytes_ref (source->bytes));

  return document->id;
}

/**
 * ent_review_fill:
 * @self: a review
 * @import: an import, to which all that is accepted is added
 * @document: the document it was read from, see ent_review_add_source()
 * @role: (nullable): as what it is attached to the agreement
 *
 * Each value comes with a citation: document, page, passage. A passage counts the characters of
 * its page.
 *
 * Returns: the agreement that is completed or made
 */
EntId
ent_review_fill (EntReview *self, EntImport *import, EntId document, const char *role)
{
  g_autoptr (GHashTable)
      sides = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree EntId *records = g_new0 (EntId, self->items->len + 1);
  EntReviewFill fill = { .review = self,
                         .import = import,
                         .document = document,
                         .agreement = self->target,
                         .signing = self->signing,
                         .sides = sides,
                         .records = records };

  if (fill.agreement == ENT_ID_NONE)
    add_agreement (&fill);
  take_recorded (&fill);
  fill_items (&fill, TRUE);
  fill_items (&fill, FALSE);
  fill_copies (&fill);
  attach (&fill, role);

  return fill.agreement;
}
