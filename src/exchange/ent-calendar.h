/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-papers.h"

G_BEGIN_DECLS

GBytes *ent_calendar_of_event (const EntPaperOrder *order);
GBytes *ent_calendar_of_project (const EntPaperOrder *order);

G_END_DECLS
