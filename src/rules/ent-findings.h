/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What the rules find to look at in a project. */
typedef enum
{
  ENT_FINDING_BROKEN_REFERENCE,        /* a field leads nowhere, or to another type */
  ENT_FINDING_END_BEFORE_START,        /* an agreement ends before it is signed or in force */
  ENT_FINDING_CONTRADICTION,           /* sources say different things, none is preferred */
  ENT_FINDING_ENDED_WITHOUT_DECISION,  /* past its end, and nothing decided */
  ENT_FINDING_ENDS_SOON,               /* within the lead time, and nothing decided */
  ENT_FINDING_SIGNED_WITHOUT_PERIOD,   /* neither an end nor "no end" */
  ENT_FINDING_EVENT_PAST,              /* planned for a day that is over */
  ENT_FINDING_PROJECT_PAST,            /* the same of a project that was to begin */
  ENT_FINDING_TWO_PLACES,              /* a person is at another event that day, elsewhere */
  ENT_FINDING_THEME_WITHOUT_INDICATOR, /* of an agreement that runs */
  ENT_FINDING_THEME_WITHOUT_ACTIVITY,  /* nothing served it in the current period */
  ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION,
  ENT_FINDING_FILE_MISSING, /* of a document; the store tells */
  ENT_FINDING_FILE_DAMAGED, /* the bytes are not those of the hash; the store tells */
  ENT_FINDING_SIGNED_WITHOUT_DATE,     /* of signature */
  ENT_FINDING_SIGNED_WITHOUT_DECISION, /* of a council or college; for agreements of ours */
  ENT_FINDING_PERSON_WITHOUT_FUNCTION, /* neither a position nor a function on any day */
  ENT_FINDING_EVENT_WITHOUT_DATE,
  ENT_FINDING_EVENT_WITHOUT_TEXT, /* held, and nothing for the report */
  ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE,
  ENT_FINDING_PICTURE_WITHOUT_CAPTION,
  ENT_FINDING_DOCUMENT_WITHOUT_CONTENT, /* neither a file nor a web address */
  ENT_FINDING_OTHER_NUMBER,             /* heads in the text of a report that no record has */
  ENT_FINDING_NOT_REPORTED,             /* by the report of its days, which is being written */
  ENT_FINDING_REPORTED_TWICE,           /* in one report */
  ENT_FINDING_NAME_SPELT_TWICE,         /* in a report, otherwise than in the records */
} EntFindingRule;

#define ENT_N_FINDING_RULES (ENT_FINDING_NAME_SPELT_TWICE + 1)

typedef enum
{
  ENT_SEVERITY_ERROR,   /* the data contradict themselves */
  ENT_SEVERITY_WARNING, /* somebody should act */
  ENT_SEVERITY_NOTE,    /* something is missing */
} EntSeverity;

typedef struct
{
  EntFindingRule rule;
  EntSeverity severity;
  EntRecord *record;       /* owned */
  const EntColumn *column; /* the field meant, NULL for none */
  int date;                /* the day it is about, 0 for none */
  /* Who is in two places at once, or is spelt otherwise: owned, else NULL. */
  EntRecord *person;
  EntRecord *other; /* the other event; the report that does not tell it, the part that does too */
  char *dismissed;  /* why it is good as it is, NULL: it is not */
} EntFinding;

/* Setting: why a finding is good as it is, "dismissed.<rule>.<id>" and the field or
 * person, if any. */
#define ENT_SETTING_DISMISSED_PREFIX "dismissed."

const char *ent_finding_rule_to_string (EntFindingRule rule);
const char *ent_severity_to_string (EntSeverity severity);
GPtrArray *ent_findings_get (EntProject *project, int today);
void ent_findings_add (GPtrArray *findings,
                       EntFindingRule rule,
                       EntRecord *record,
                       const EntColumn *column);
GPtrArray *ent_findings_get_dismissed (EntProject *project, int today);
void ent_finding_free (EntFinding *finding);
char *ent_finding_dup_dismissal_key (const EntFinding *finding);
gboolean ent_finding_rule_is_of_day (EntFindingRule rule);

G_END_DECLS
