/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-review-text.h"

G_BEGIN_DECLS

/* What is reviewed, to be looked at: the pages of a PDF, or a text. What the review rests on is lit
 * there. */
#define ENT_TYPE_REVIEW_PAGES (ent_review_pages_get_type ())
G_DECLARE_FINAL_TYPE (EntReviewPages, ent_review_pages, ENT, REVIEW_PAGES, AdwBin)

GtkWidget *ent_review_pages_new (EntReviewText *text);
void ent_review_pages_serve (EntReviewPages *self, GtkWidget *around);
void ent_review_pages_light (EntReviewPages *self, EntReview *review);
void ent_review_pages_look_at (EntReviewPages *self, guint start, guint end);

G_END_DECLS
