/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-lineage.h"

G_BEGIN_DECLS

/* Sentences of the interface about the life of an agreement. */
char *ent_span_dup_signed_words (const EntSpan *span, EntProject *project, const char *lang);
char *ent_span_dup_count_words (const EntSpan *span);
char *ent_span_dup_people_words (const EntSpan *span, EntProject *project, const char *lang);
char *ent_span_dup_start_words (const EntSpan *span, const char *lang);
char *ent_span_dup_end_words (const EntSpan *span, const char *lang);
char *ent_span_dup_details (const EntSpan *span, EntProject *project, const char *lang);
char *ent_step_dup_gap_words (const EntLineageStep *step);
char *ent_step_dup_arrow_words (const EntLineageStep *step);
char *ent_step_dup_words (const EntLineageStep *step, EntProject *project, const char *lang);

G_END_DECLS
