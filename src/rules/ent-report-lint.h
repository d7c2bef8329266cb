/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-findings.h"

G_BEGIN_DECLS

GPtrArray *ent_report_lint (EntProject *project, EntSection *report, int today);

G_END_DECLS
