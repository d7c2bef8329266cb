/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-due.h"
#include "rules/ent-findings.h"

G_BEGIN_DECLS

/* The lists below the places, in their order. */
typedef enum
{
  ENT_SAVED_TO_COMPLETE,
  ENT_SAVED_DID_IT_HAPPEN,
  ENT_SAVED_FOLLOW_UPS,
  ENT_SAVED_HONOURS,
  ENT_SAVED_GIFTS,
  ENT_SAVED_PRESS,
  ENT_SAVED_FOLLOWED,
} EntSavedList;

#define ENT_N_SAVED_LISTS (ENT_SAVED_FOLLOWED + 1)

/* A line of such a list. */
typedef struct
{
  EntRecord *record;   /* owned */
  EntFinding *finding; /* owned; NULL: no rule found it */
  EntDue *due;         /* owned; NULL: it is not due */
  int date;            /* of the record, 0 for none */
} EntSavedLine;

GPtrArray *ent_saved_list_get (EntProject *project, EntSavedList list, int today);
GPtrArray *ent_saved_list_get_dismissed (EntProject *project, int today);
void ent_saved_line_free (EntSavedLine *line);

G_END_DECLS
