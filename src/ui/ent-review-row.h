/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reader/ent-review.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The row of one thing a text says. What is done in it are actions of a widget around it:
 * "review.choose" (uu): item, choice; "review.mean" (ux): item, record; "review.show" (u): item. */
GtkWidget *ent_review_row_new (EntSession *session, EntReview *review, guint i);

G_END_DECLS
