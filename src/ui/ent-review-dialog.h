/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-review-text.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What a document or a text says of an agreement beside the document itself: what is new, what is
 * there already, what differs; the officer accepts it or not, as one step.
 *
 * Signal "applied" (gint64 id, gboolean completed): the agreement that has it now. */
#define ENT_TYPE_REVIEW_DIALOG (ent_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntReviewDialog, ent_review_dialog, ENT, REVIEW_DIALOG, AdwDialog)

AdwDialog *ent_review_dialog_new (EntSession *session, EntReviewText *text);

G_END_DECLS
