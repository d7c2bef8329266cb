/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-indicators.h"

G_BEGIN_DECLS

/* Sentences of the interface about an indicator. */
const char *ent_indicator_state_get_words (EntIndicatorState state);
char *ent_indicator_dup_value_words (EntIndicator *indicator, const char *value, const char *lang);
char *ent_indicator_dup_scope_words (EntProject *project,
                                     EntIndicator *indicator,
                                     const char *lang);
char *ent_indicator_dup_last_words (const EntIndicatorStanding *standing,
                                    EntIndicator *indicator,
                                    const char *lang);
char *ent_indicator_dup_target_words (const EntIndicatorStanding *standing,
                                      EntIndicator *indicator,
                                      const char *lang);
char *ent_figure_dup_gap_words (EntProject *project, const EntFigure *figure, const char *lang);
char *ent_indicator_dup_count_words (EntIndicator *indicator, guint n_records);

G_END_DECLS
