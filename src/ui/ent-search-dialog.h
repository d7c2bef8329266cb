/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/ent-page-reader.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The search over the whole project (Shift+Ctrl+F), results as one types. */
#define ENT_TYPE_SEARCH_DIALOG (ent_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchDialog, ent_search_dialog, ENT, SEARCH_DIALOG, AdwDialog)

AdwDialog *ent_search_dialog_new (EntSession *session, EntPageReader *reader);

G_END_DECLS
