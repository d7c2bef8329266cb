/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-page.h"

G_BEGIN_DECLS

GtkWidget *ent_document_page_new (EntSession *session, EntRecord *document);

G_END_DECLS
