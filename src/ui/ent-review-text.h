/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "reader/ent-pdf.h"
#include "reader/ent-review.h"

G_BEGIN_DECLS

/* A text on its way to a review: a PDF, a file of text, or what was pasted; read aside. */
#define ENT_TYPE_REVIEW_TEXT (ent_review_text_get_type ())
G_DECLARE_FINAL_TYPE (EntReviewText, ent_review_text, ENT, REVIEW_TEXT, GObject)

EntReviewText *ent_review_text_new_file (GFile *file, const char *directory);
EntReviewText *ent_review_text_new_bytes (GBytes *bytes, const char *name);
EntReviewText *ent_review_text_new_pasted (const char *text, const char *name);

void ent_review_text_set_password (EntReviewText *self, const char *password);
void ent_review_text_read_async (EntReviewText *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ent_review_text_read_finish (EntReviewText *self, GAsyncResult *result, GError **error);
double ent_review_text_get_progress (EntReviewText *self);
guint ent_review_text_get_n_read (EntReviewText *self);

const char *ent_review_text_get_name (EntReviewText *self);
EntPdf *ent_review_text_get_pdf (EntReviewText *self);
const char *ent_review_text_get_text (EntReviewText *self);
const EntDocumentReading *ent_review_text_get_reading (EntReviewText *self);
void ent_review_text_get_source (EntReviewText *self, EntReviewSource *source);

G_END_DECLS
