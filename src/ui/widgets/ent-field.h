/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One field of one record being edited by a row: writes what was typed, shows why the field
 * does not take it, and shows the value again when it changes from elsewhere (undo). Lives as
 * long as its row. */
#define ENT_TYPE_FIELD (ent_field_get_type ())
G_DECLARE_FINAL_TYPE (EntField, ent_field, ENT, FIELD, GObject)

typedef void (*EntFieldShow) (EntField *field, GtkWidget *row);

EntField *ent_field_attach (GtkWidget *row,
                            EntSession *session,
                            EntRecord *record,
                            const EntColumn *column,
                            EntFieldShow show);

EntSession *ent_field_get_session (EntField *self);
EntRecord *ent_field_get_record (EntField *self);
const EntColumn *ent_field_get_column (EntField *self);
const char *ent_field_get_label (EntField *self);
char *ent_field_dup_display (EntField *self);
gboolean ent_field_is_showing (EntField *self);
void ent_field_show (EntField *self);
void ent_field_refuse (EntField *self, const char *sentence);
gboolean ent_field_commit (EntField *self, const char *typed);

G_END_DECLS
