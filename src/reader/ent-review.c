/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-private.h"

static void
item_free (gpointer data)
{
  EntReviewItem *item = data;

  g_free (item->value);
  g_free (item->recorded);
  g_clear_pointer (&item->candidates, g_array_unref);
  g_free (item);
}

/**
 * ent_agreement_reading_is_empty:
 * @reading: an agreement of a text
 *
 * Returns: whether the text speaks of no agreement: it names none, or says nothing about it
 */
gboolean
ent_agreement_reading_is_empty (const EntAgreementReading *reading)
{
  static const EntReadingField telling[] = { ENT_READING_PARTY, ENT_READING_SIGNED_ON,
                                             ENT_READING_VALID_FROM, ENT_READING_VALID_TO,
                                             ENT_READING_SIGNATORY };

  if (!ent_agreement_reading_find (reading, ENT_READING_KIND)
      && !ent_agreement_reading_find (reading, ENT_READING_TITLE))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    if (ent_agreement_reading_find (reading, telling[i]))
      return FALSE;

  return TRUE;
}

/**
 * ent_review_new:
 * @project: the graph
 * @reading: an agreement of a text; it must live as long as the review
 * @text: the text that was read; it must live as long, too
 *
 * Holds what was read against the records: it completes the likeliest agreement, if one is likely
 * enough, or makes a new one.
 *
 * Returns: (transfer full): the review
 */
EntReview *
ent_review_new (EntProject *project, const EntAgreementReading *reading, const char *text)
{
  EntReview *self = g_new0 (EntReview, 1);

  self->project = g_object_ref (project);
  self->reading = reading;
  self->text = text;
  self->organisations = ent_review_names_new (project, &ent_organisation_table);
  self->people = ent_review_names_new (project, &ent_person_table);
  self->places = ent_review_names_new (project, &ent_place_table);
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < reading->proposals->len; i++)
    {
      EntReviewItem *item = g_new0 (EntReviewItem, 1);

      item->proposal = g_ptr_array_index (reading->proposals, i);
      g_ptr_array_add (self->items, item);
    }
  self->targets = ent_review_find_agreements (self, &self->target);
  ent_review_match (self);

  return self;
}

/**
 * ent_review_free:
 * @self: (transfer full): a review
 */
void
ent_review_free (EntReview *self)
{
  g_object_unref (self->project);
  ent_review_names_free (self->organisations);
  ent_review_names_free (self->people);
  ent_review_names_free (self->places);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * ent_review_get_targets:
 * @self: a review
 *
 * Returns: (transfer none) (element-type EntId): the agreements that the text may complete, the
 *   likeliest first, and other ones of the same parties
 */
GArray *
ent_review_get_targets (EntReview *self)
{
  return self->targets;
}

/**
 * ent_review_get_target:
 * @self: a review
 *
 * Returns: the agreement that is completed, %ENT_ID_NONE for a new one
 */
EntId
ent_review_get_target (EntReview *self)
{
  return self->target;
}

/**
 * ent_review_set_target:
 * @self: a review
 * @agreement: an agreement of the project, %ENT_ID_NONE for a new one
 *
 * Holds all against that agreement; what was chosen before is forgotten.
 */
void
ent_review_set_target (EntReview *self, EntId agreement)
{
  self->target = agreement;
  for (guint i = 0; i < self->items->len; i++)
    {
      EntReviewItem *item = g_ptr_array_index (self->items, i);

      g_clear_pointer (&item->candidates, g_array_unref);
      item->known = ENT_ID_NONE;
    }
  ent_review_match (self);
}

/**
 * ent_review_get_n_items:
 * @self: a review
 *
 * Returns: how many there are: one for each proposal, in their order
 */
guint
ent_review_get_n_items (EntReview *self)
{
  return self->items->len;
}

/**
 * ent_review_get_item:
 * @self: a review
 * @i: its number
 *
 * Returns: (transfer none): what becomes of one proposal
 */
const EntReviewItem *
ent_review_get_item (EntReview *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

/**
 * ent_review_set_choice:
 * @self: a review
 * @i: number of an item that is new or differs
 * @choice: what is to become of it
 */
void
ent_review_set_choice (EntReview *self, guint i, EntReviewChoice choice)
{
  EntReviewItem *item = g_ptr_array_index (self->items, i);

  if (item->state == ENT_REVIEW_NEW || item->state == ENT_REVIEW_DIFFERS)
    item->choice = choice;
}

/**
 * ent_review_set_known:
 * @self: a review
 * @i: number of an item that names a record
 * @known: the record it means, %ENT_ID_NONE for a new one
 */
void
ent_review_set_known (EntReview *self, guint i, EntId known)
{
  EntReviewItem *item = g_ptr_array_index (self->items, i);

  item->known = known;
  ent_review_match_item (self, item);
  if (item->state == ENT_REVIEW_NEW)
    item->choice = ENT_REVIEW_TAKE;
}

/**
 * ent_review_count:
 * @self: a review
 * @state: a state
 *
 * Returns: how many items are in it
 */
guint
ent_review_count (EntReview *self, EntReviewState state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ent_review_get_item (self, i)->state == state ? 1 : 0;

  return n;
}

/**
 * ent_review_count_taken:
 * @self: a review
 *
 * Returns: how many items will be written, those kept as variants among them
 */
guint
ent_review_count_taken (EntReview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ent_review_get_item (self, i)->choice != ENT_REVIEW_LEAVE ? 1 : 0;

  return n;
}
