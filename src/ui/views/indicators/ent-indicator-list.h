/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

extern const EntRecordSpec ent_indicator_list_spec;

G_END_DECLS
