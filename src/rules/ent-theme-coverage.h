/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What a theme of an agreement came to in one year. */
typedef enum
{
  ENT_COVERAGE_HELD,    /* something took place */
  ENT_COVERAGE_PLANNED, /* something is planned, or nobody said whether it took place */
  ENT_COVERAGE_NOTHING, /* a year on record, and nothing in it */
  ENT_COVERAGE_NO_DATA, /* a year of which the project keeps no record, or still to come */
} EntCoverage;

typedef struct
{
  EntCoverage coverage;
  GPtrArray *held;    /* EntRecord */
  GPtrArray *planned; /* EntRecord */
} EntCoverageCell;

/* The themes of an agreement against the years of its period. */
typedef struct
{
  GPtrArray *themes;  /* EntProvision, in the order of the text */
  GArray *years;      /* int, ascending */
  GPtrArray *cells;   /* EntCoverageCell, theme by theme */
  GPtrArray *undated; /* EntRecord that no year can have */
  guint n_earlier;    /* years of the period before those shown */
  guint n_later;      /* and after them */
} EntCoverageMatrix;

EntCoverageMatrix *ent_coverage_matrix_new (EntProject *project,
                                            EntAgreement *agreement,
                                            int today);
void ent_coverage_matrix_free (EntCoverageMatrix *self);
const EntCoverageCell *ent_coverage_matrix_get (const EntCoverageMatrix *self,
                                                guint theme,
                                                guint year);
gboolean ent_agreement_has_coverage (EntProject *project, EntAgreement *agreement, int today);
gboolean ent_agreement_get_years (EntAgreement *agreement, int today, int *first, int *last);
EntRecord *ent_agreement_find_call_for_indicators (EntProject *project, EntAgreement *agreement);
GPtrArray *ent_agreement_get_themes_without_indicator (EntProject *project,
                                                       EntAgreement *agreement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCoverageMatrix, ent_coverage_matrix_free)

G_END_DECLS
