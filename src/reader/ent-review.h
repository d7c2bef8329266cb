/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-import.h"
#include "model/ent-project.h"
#include "reader/ent-reading.h"

G_BEGIN_DECLS

/* What a text says of one agreement, held against the records that are there: a proposal for each
 * thing it says, what becomes of it, and all that is accepted as one import. The project must not
 * change while a review is looked at: make another one then. */
typedef struct _EntReview EntReview;

typedef enum
{
  ENT_REVIEW_NEW,     /* nothing is recorded there yet */
  ENT_REVIEW_SAME,    /* recorded just so */
  ENT_REVIEW_DIFFERS, /* recorded with another wording or value */
  ENT_REVIEW_UNKNOWN, /* speaks of a record that is not there, so that nothing can be written */
  ENT_REVIEW_SILENT,  /* nothing to record */
} EntReviewState;

typedef enum
{
  ENT_REVIEW_LEAVE,
  ENT_REVIEW_TAKE,    /* what is new is added, what differs takes the place of what is recorded */
  ENT_REVIEW_VARIANT, /* what is recorded stays, the other wording is kept with its source */
} EntReviewChoice;

typedef struct
{
  const EntProposal *proposal;
  EntReviewState state;
  EntReviewChoice choice;
  char *value;             /* canonical, where one column takes it */
  EntId record;            /* of which it is the same or another value */
  const EntColumn *column; /* there; or NULL: the record is the same as a whole */
  char *recorded;          /* the value there, canonical; or NULL */
  EntId known;             /* the record meant: of a party, person, place, renewed agreement */
  GArray *candidates;      /* EntId: whom else it may mean; NULL where it names no record */
} EntReviewItem;

/* Where a text comes from: its document in the project. */
typedef struct
{
  const char *title;
  const char *file_name;
  const char *kind; /* of documents */
  const char *role; /* of attachments; or NULL */
  const char *sha256;
  GBytes *bytes; /* or NULL when the project has them */
} EntReviewSource;

gboolean ent_agreement_reading_is_empty (const EntAgreementReading *reading);

EntReview *ent_review_new (EntProject *project,
                           const EntAgreementReading *reading,
                           const char *text);
void ent_review_free (EntReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReview, ent_review_free)

GArray *ent_review_get_targets (EntReview *self);
EntId ent_review_get_target (EntReview *self);
void ent_review_set_target (EntReview *self, EntId agreement);

guint ent_review_get_n_items (EntReview *self);
const EntReviewItem *ent_review_get_item (EntReview *self, guint i);
void ent_review_set_choice (EntReview *self, guint i, EntReviewChoice choice);
void ent_review_set_known (EntReview *self, guint i, EntId known);
guint ent_review_count (EntReview *self, EntReviewState state);
guint ent_review_count_taken (EntReview *self);

EntId ent_review_add_source (EntImport *import, EntProject *project, const EntReviewSource *source);
EntId ent_review_fill (EntReview *self, EntImport *import, EntId document, const char *role);

G_END_DECLS
