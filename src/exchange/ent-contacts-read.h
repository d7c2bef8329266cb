/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-cells.h"

G_BEGIN_DECLS

EntCells *ent_contacts_read (GBytes *bytes, GError **error);

G_END_DECLS
