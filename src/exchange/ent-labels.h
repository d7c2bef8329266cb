/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-papers.h"

G_BEGIN_DECLS

GBytes *ent_labels_write (const EntPaperOrder *order);

G_END_DECLS
