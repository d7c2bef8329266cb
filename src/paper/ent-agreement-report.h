/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

EntPaper *ent_agreement_report_build (
    EntProject *project, EntAgreement *agreement, int year, const char *lang, int today);

G_END_DECLS
