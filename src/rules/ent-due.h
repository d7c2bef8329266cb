/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"
#include "rules/ent-findings.h"

G_BEGIN_DECLS

/* What the officer is to look at on a day. */
typedef enum
{
  ENT_DUE_INBOX,         /* a note that is filed nowhere yet */
  ENT_DUE_ENDS,          /* an agreement ends */
  ENT_DUE_NOTICE,        /* notice is to be given */
  ENT_DUE_DECISION,      /* a decision is to be taken, or was to be by now */
  ENT_DUE_LAPSED,        /* it has ended, and nothing was decided */
  ENT_DUE_NEGOTIATION,   /* in negotiation: quiet until the day chosen */
  ENT_DUE_EVENT_PAST,    /* planned, its day is over, nobody said what became of it */
  ENT_DUE_PROJECT_PAST,  /* the same of a project that was to begin */
  ENT_DUE_OBLIGATION,    /* owed by contract, and not settled */
  ENT_DUE_PROMISE,       /* an outcome that is open */
  ENT_DUE_EVENT_AHEAD,
  ENT_DUE_SERIES, /* the rhythm of a series lets expect another event, of which nothing is
                     recorded; of the last one known */
  ENT_DUE_ANNIVERSARY,
  ENT_DUE_FOLLOWED, /* an agreement of others that has ended */
} EntDueRule;

/* The groups of the Overview. */
typedef enum
{
  ENT_DUE_GROUP_INBOX,
  ENT_DUE_GROUP_ENDS,
  ENT_DUE_GROUP_ANSWER,
  ENT_DUE_GROUP_PROMISES,
  ENT_DUE_GROUP_AHEAD,
} EntDueGroup;

#define ENT_DUE_N_GROUPS (ENT_DUE_GROUP_AHEAD + 1)

typedef struct
{
  EntDueRule rule;
  EntSeverity severity;
  EntRecord *record; /* owned */
  int date;          /* the day it is about, the last one of a vague date; 0 for none */
  int days;          /* from today to that day; negative when past */
  guint level;       /* how many of the lead times before that day are over, 0 for none */
  int years;         /* of an anniversary, 0 for none */
  int year;          /* in which one of a series was expected, 0 for none */
  int ordinal;       /* of the celebration it is counted from, 0: from a date */
  int celebrated;    /* the year of that */
  /* Of an agreement that ends: what its card gathers (EntRecord). */
  GPtrArray *planned; /* themes that were only ever planned */
  int first_planned;  /* the years for which they were, 0 where no date is known */
  int last_planned;
  GPtrArray *idle;    /* themes with nothing at all */
  GPtrArray *reports; /* reports it prescribes, overdue and not recorded as sent */
} EntDue;

/* Settings: months before an end ("12,6,3,1") and before an obligation ("2"); the day until which
 * a record keeps quiet ("remind.<id>": "2026-12-31"). */
#define ENT_SETTING_LEAD_END "lead.end"
#define ENT_SETTING_LEAD_OBLIGATION "lead.obligation"
#define ENT_SETTING_REMIND_PREFIX "remind."
#define ENT_DEFAULT_LEAD_END "12,6,3,1"
#define ENT_DEFAULT_LEAD_OBLIGATION "2"

GPtrArray *ent_due_get (EntProject *project, int today);
GPtrArray *ent_due_get_open_promises (EntProject *project, int today);
void ent_due_free (EntDue *due);
EntDueGroup ent_due_get_group (const EntDue *due);
const char *ent_due_rule_to_string (EntDueRule rule);
char *ent_due_dup_remind_key (EntId id);

GArray *ent_due_parse_months (const char *text);
GArray *ent_due_get_end_leads (EntProject *project);
int ent_due_get_obligation_lead (EntProject *project);
int ent_due_get_lead_day (int day, int months);

G_END_DECLS
