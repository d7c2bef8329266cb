/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-findings.h"

G_BEGIN_DECLS

const char *ent_finding_rule_get_words (EntFindingRule rule);

G_END_DECLS
