/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-filter.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* Records of one type as list or table, with chips and a search, and the page of the one
 * chosen beside it or, where there is no room, in its place. */
#define ENT_TYPE_RECORD_VIEW (ent_record_view_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordView, ent_record_view, ENT, RECORD_VIEW, AdwBreakpointBin)

GtkWidget *ent_record_view_new (EntSession *session,
                                const EntRecordSpec *spec,
                                EntRecordFilter *filter,
                                GSettings *settings);
GListModel *ent_record_view_get_items (EntRecordView *self);
GListModel *ent_record_view_get_filtered (EntRecordView *self);
EntRecord *ent_record_view_get_shown (EntRecordView *self);
void ent_record_view_add_form (
    EntRecordView *self, const char *name, const char *icon, const char *tooltip, GtkWidget *form);
GtkWidget *ent_record_view_get_visible_form (EntRecordView *self);
void ent_record_view_toggle_form (EntRecordView *self);
void ent_record_view_set_chips (EntRecordView *self, GtkWidget *chips);
gboolean ent_record_view_show (EntRecordView *self, EntId id);
void ent_record_view_search (EntRecordView *self);

G_END_DECLS
