/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-cells.h"
#include "base/ent-id.h"

G_BEGIN_DECLS

EntCells *ent_calendar_read (GBytes *bytes, GError **error);

G_END_DECLS
