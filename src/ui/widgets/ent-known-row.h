/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-session.h"
#include "ui/widgets/ent-suggestion-row.h"

G_BEGIN_DECLS

GtkWidget *ent_known_row_new (EntSession *session, const EntTable *table, const char *title);
void ent_known_row_set (EntSuggestionRow *row, EntId id);
void ent_known_row_set_but (EntSuggestionRow *row, EntId id);
EntId ent_known_row_get_picked (EntSuggestionRow *row);
gboolean ent_known_row_take (EntSuggestionRow *row, EntAction *action, EntId *id, GError **error);

G_END_DECLS
