/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

/* The records of one type as items of a list, kept equal to the project. */
#define ENT_TYPE_RECORD_MODEL (ent_record_model_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordModel, ent_record_model, ENT, RECORD_MODEL, GObject)

EntRecordModel *ent_record_model_new (EntSession *session, const EntRecordSpec *spec);
GListModel *ent_record_model_get_list (EntRecordModel *self);
gboolean ent_record_model_is_filling (EntRecordModel *self);

G_END_DECLS
