/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agreement-status.h"

G_BEGIN_DECLS

/* One act of signature as it is recorded; its strings and dates are the records'. */
typedef struct
{
  EntSigning *signing; /* NULL: only the agreement's own date of signature is recorded */
  const EntDate *date; /* NULL: not recorded */
  int earliest;        /* ENT_DAY_MIN to ENT_DAY_MAX when the date is not recorded */
  int latest;
  gboolean awaited; /* its day is still ahead */
  guint n_people;   /* who are recorded as its signatories; 0 when none is */
} EntSignedAct;

typedef enum
{
  ENT_SPAN_ENDS,        /* its last day is recorded */
  ENT_SPAN_OPEN,        /* its text says that it has no end */
  ENT_SPAN_END_UNKNOWN, /* neither is recorded: never to be shown as in force */
} EntSpanEnd;

/* The life of one agreement. The first and the last day of its validity are each a range: one
 * day when they are known as exactly as the rule of the status needs, more when they are not. */
typedef struct
{
  EntAgreement *agreement;
  GPtrArray *partners; /* of EntRecord, each once */
  GArray *acts;        /* of EntSignedAct, by date, those without one last */
  EntAgreementStatus status;
  EntRole role;
  gboolean starts_known;
  int starts_earliest;
  int starts_latest;
  EntSpanEnd end;
  int ends_earliest;
  int ends_latest;              /* ENT_DAY_MAX unless it ends */
  gboolean signed_before_force; /* the last signature is older than the first day of validity */
  gboolean is_dated;            /* a signature or the first or last day is recorded */
} EntSpan;

/* The agreements of one partner, those without any standing last; or an agreement with those
 * that renew, replace or amend it. An agreement with several partners is in the lane of each. */
typedef struct
{
  EntId partner;      /* ENT_ID_NONE: no partner recorded, or a lane by agreement */
  const EntSpan *own; /* the newest with a date, in a lane by agreement */
  GPtrArray *spans;   /* of EntSpan, the lineage's, in order of time, undated last */
} EntLane;

typedef enum
{
  ENT_LINEAGE_RENEWS,
  ENT_LINEAGE_REPLACES,
  ENT_LINEAGE_AMENDS,
} EntLineageKind;

/* How a newer agreement stands to an older one. */
typedef struct
{
  EntSpan *newer;
  EntSpan *older;
  EntLineageKind kind;
  gboolean is_known; /* both days are recorded */
  gboolean is_exact; /* and neither is a range */
  int days;          /* between them: above 0 a gap, below 0 an overlap, 0 without either */
  int years;         /* the same, never negative, as whole years, months and days */
  int months;
  int rest;
} EntLineageStep;

typedef enum
{
  ENT_LANES_BY_PARTNER,
  ENT_LANES_BY_AGREEMENT,
} EntLanes;

typedef struct
{
  GPtrArray *spans;    /* of EntSpan, each once, in order of time, undated last */
  GPtrArray *partners; /* of EntRecord, by name */
  GPtrArray *lanes;    /* of EntLane */
  GArray *steps;       /* of EntLineageStep */
  guint n_undated;
} EntLineage;

EntLineage *ent_lineage_new (EntProject *project, EntLanes lanes, const char *lang, int day);
EntLineage *ent_lineage_new_around (EntProject *project,
                                    EntRecord *record,
                                    const char *lang,
                                    int day);
void ent_lineage_free (EntLineage *self);
void ent_span_count_signatories (const EntSpan *span, guint *n_signed, guint *n_all);
gboolean ent_span_is_with (const EntSpan *span, EntId partner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLineage, ent_lineage_free)

G_END_DECLS
