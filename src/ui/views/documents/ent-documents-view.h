/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The place Documents. */
#define ENT_TYPE_DOCUMENTS_VIEW (ent_documents_view_get_type ())
G_DECLARE_FINAL_TYPE (EntDocumentsView, ent_documents_view, ENT, DOCUMENTS_VIEW, AdwBin)

GtkWidget *ent_documents_view_new (EntSession *session);
GListModel *ent_documents_view_get_filtered (EntDocumentsView *self);

G_END_DECLS
