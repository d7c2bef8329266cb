/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What figures are worked out from: a project on a day. */
typedef struct
{
  EntProject *project;
  int today;       /* as GDate counts them */
  GArray *covered; /* years of which the project keeps a record */
} EntIndicatorBasis;

typedef enum
{
  ENT_FIGURE_NONE,      /* no data, which is never nought */
  ENT_FIGURE_ENTERED,   /* somebody entered it */
  ENT_FIGURE_COUNTED,   /* counted from records */
  ENT_FIGURE_ROLLED_UP, /* made of values that were entered */
} EntFigureSource;

/* One figure, what it rests on, and what it leaves out. */
typedef struct
{
  EntFigureSource source;
  char *value;           /* canonical decimal; NULL: no data */
  char *parts;           /* entered, but its parts or records come to this instead; or NULL */
  GPtrArray *records;    /* EntRecord: those counted, or the values it is made of */
  GPtrArray *silent;     /* EntOrganisation: territories without a value for the period */
  GArray *missing_years; /* int: years of the period without data */
  guint n_undated;       /* records that may belong to it, but have no date */
  guint n_unknown;       /* events counted whose head-count nobody recorded */
} EntFigure;

/* Where an indicator stands. */
typedef enum
{
  ENT_INDICATOR_NO_DATA,
  ENT_INDICATOR_NO_TARGET,
  ENT_INDICATOR_MISSED, /* the period of the target is over */
  ENT_INDICATOR_BEHIND,
  ENT_INDICATOR_OPEN, /* not yet met, and nothing to tell whether it will be */
  ENT_INDICATOR_ON_TRACK,
  ENT_INDICATOR_MET,
  ENT_INDICATOR_UNJUDGED, /* neither more nor less is better */
} EntIndicatorState;

typedef struct
{
  EntIndicatorState state;
  EntDate *period;          /* of the last value, NULL for none */
  EntFigure *figure;        /* the last value, NULL for none */
  EntFigure *judged;        /* what is held against the target, NULL for none */
  EntMeasurement *target;   /* the one it is held against, NULL for none */
  EntMeasurement *baseline; /* NULL for none */
  gboolean is_current;      /* there is a value of the year of today */
} EntIndicatorStanding;

/* ent-indicators.c */
void ent_indicator_basis_init (EntIndicatorBasis *self, EntProject *project, int today);
void ent_indicator_basis_clear (EntIndicatorBasis *self);
EntProvision *ent_indicator_get_theme (EntProject *project, EntIndicator *indicator);
EntAgreement *ent_indicator_get_agreement (EntProject *project, EntIndicator *indicator);
GPtrArray *ent_indicator_get_periods (const EntIndicatorBasis *basis, EntIndicator *indicator);
EntMeasurement *ent_indicator_find_measurement (EntProject *project,
                                                EntIndicator *indicator,
                                                const char *kind,
                                                const EntDate *period,
                                                EntId territory,
                                                const char *dimension);
EntIndicatorStanding ent_indicator_get_standing (const EntIndicatorBasis *basis,
                                                 EntIndicator *indicator);
void ent_indicator_standing_clear (EntIndicatorStanding *self);

/* ent-indicators-figure.c */
EntFigure *ent_indicator_get_figure (const EntIndicatorBasis *basis,
                                     EntIndicator *indicator,
                                     const EntDate *period,
                                     EntId territory);
EntFigure *ent_indicator_get_members_figure (const EntIndicatorBasis *basis,
                                             EntIndicator *indicator,
                                             const EntDate *period,
                                             EntOrganisation *whole);
GPtrArray *ent_indicator_get_territories (EntProject *project, EntIndicator *indicator);
void ent_figure_free (EntFigure *self);

/* ent-indicators-count.c */
EntFigure *ent_indicator_count (const EntIndicatorBasis *basis,
                                EntIndicator *indicator,
                                const EntDate *period);
EntFigure *ent_figure_new (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntIndicatorBasis, ent_indicator_basis_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntIndicatorStanding, ent_indicator_standing_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFigure, ent_figure_free)

G_END_DECLS
