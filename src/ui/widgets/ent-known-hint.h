/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/ent-known-names.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

typedef void (*EntKnownUse) (GtkWidget *row, EntId id);

char *ent_known_dup_context (EntProject *project, EntRecord *record, const char *lang, int today);
char *ent_known_dup_detail (EntSession *session, const EntKnownName *known);

void ent_known_hint_show (GtkWidget *row,
                          EntSession *session,
                          const EntTable *table,
                          const char *name,
                          EntId but,
                          const char *act,
                          EntKnownUse use);
void ent_known_hint_clear (GtkWidget *row);

G_END_DECLS
