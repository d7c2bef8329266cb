/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "reader/ent-review.h"

G_BEGIN_DECLS

/* Records of one type by their names without what every city is called. */
typedef struct _EntReviewNames EntReviewNames;

struct _EntReview
{
  EntProject *project;
  const EntAgreementReading *reading;
  const char *text;
  EntReviewNames *organisations;
  EntReviewNames *people;
  EntReviewNames *places;
  GArray *targets; /* EntId, the likeliest first */
  EntId target;
  EntId signing;    /* of the target, the one the text is about; or none */
  GPtrArray *items; /* EntReviewItem, one a proposal */
};

/* ent-review-names.c */
EntReviewNames *ent_review_names_new (EntProject *project, const EntTable *table);
void ent_review_names_free (EntReviewNames *self);
GArray *ent_review_names_find (EntReviewNames *self, const char *name);
GArray *ent_review_names_find_like (EntReviewNames *self, const char *name);
EntId ent_review_names_choose (EntReviewNames *self, GArray *found, const char *name);
char *ent_review_dup_key (const char *text);
gboolean ent_review_is_same_text (const char *a, const char *b);
double ent_review_likeness (const char *a, const char *b);

/* ent-review-find.c */
GArray *ent_review_find_agreements (EntReview *self, EntId *likely);
EntId ent_review_find_renewed (EntReview *self, const EntProposal *proposal);

/* ent-review-match.c */
void ent_review_match (EntReview *self);
void ent_review_match_item (EntReview *self, EntReviewItem *item);
EntId ent_review_find_side (EntReview *self, const char *party);

G_END_DECLS
