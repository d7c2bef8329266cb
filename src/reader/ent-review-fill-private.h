/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/ent-review-private.h"

G_BEGIN_DECLS

/* What is being written. */
typedef struct
{
  EntReview *review;
  EntImport *import;
  EntId document;
  EntId agreement;
  EntId signing;
  GHashTable *sides; /* EntId of an organisation → EntId of its party */
  EntId *records;    /* of each item, what it became */
} EntReviewFill;

/* ent-review-records.c */
EntImportRecord *ent_review_add (EntImport *import, const EntTable *table);
void ent_review_set (EntImportRecord *record, const char *column, const char *value);
void ent_review_set_id (EntImportRecord *record, const char *column, EntId id);
void ent_review_set_number (EntImportRecord *record, const char *column, guint number);
EntImportRecord *ent_review_edit (EntReviewFill *fill, EntId id);
void ent_review_cite (EntReviewFill *fill,
                      EntId record,
                      const char *field,
                      const EntReviewItem *item,
                      const char *claim);
EntId ent_review_find_made (EntReviewFill *fill,
                            const EntTable *table,
                            const char *column,
                            const char *name);
EntId ent_review_take_place (EntReviewFill *fill, EntId known, const char *name, EntId country);
EntId ent_review_take_organisation (EntReviewFill *fill,
                                    EntId known,
                                    const char *name,
                                    const char *code);

G_END_DECLS
