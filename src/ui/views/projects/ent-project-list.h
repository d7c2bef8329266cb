/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-choice-filter.h"
#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

extern const EntRecordSpec ent_project_list_spec;

EntChoiceFilter *ent_project_filter_new (void);

G_END_DECLS
