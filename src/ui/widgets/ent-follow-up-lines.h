/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-lines-group.h"

G_BEGIN_DECLS

GPtrArray *ent_follow_up_lines_new (EntSession *session, GPtrArray *outcomes);

G_END_DECLS
