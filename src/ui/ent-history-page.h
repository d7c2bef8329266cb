/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The history of the project, of one record, or what one step did; read in pieces as one goes
 * down. Signal "step-chosen" (gint64 seq). Signal "done" (char *sentence): a value or a record
 * is back, or why not. */
#define ENT_TYPE_HISTORY_PAGE (ent_history_page_get_type ())
G_DECLARE_FINAL_TYPE (EntHistoryPage, ent_history_page, ENT, HISTORY_PAGE, AdwNavigationPage)

AdwNavigationPage *ent_history_page_new (EntSession *session, EntId record, gint64 seq);

G_END_DECLS
