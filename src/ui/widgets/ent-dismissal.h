/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-findings.h"
#include "ui/widgets/ent-act-line.h"

G_BEGIN_DECLS

void ent_dismissal_add (EntActLine *line, const EntFinding *finding);

G_END_DECLS
