/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

GPtrArray *ent_document_collect_attached (EntSession *session, EntRecord *record);
GPtrArray *ent_document_collect_citing (EntSession *session, EntRecord *record);
GPtrArray *ent_document_collect_unreadable (EntSession *session, EntRecord *record);
char *ent_document_dup_attached_words (EntProject *project, EntRecord *document, const char *lang);

G_END_DECLS
