/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-date-tokens.h"

G_BEGIN_DECLS

/* Why a text that is nearly a date is refused, where more can be said than
 * that it is none. */
typedef enum
{
  ENT_DATE_PROBLEM_NONE,
  ENT_DATE_PROBLEM_NO_YEAR,
  ENT_DATE_PROBLEM_SHORT_YEAR,
  ENT_DATE_PROBLEM_SHORT_RANGE,
  ENT_DATE_PROBLEM_WEEKDAY,
} EntDateProblem;

/* One date as it was typed, parts of which may be left to the other end. */
typedef struct
{
  gboolean unknown;
  int year;
  int unspecified; /* figures at the right of the year that are not */
  int month;       /* 21 to 24: seasons, as in EDTF */
  int day;
  int weekday;
  gboolean month_unspecified;
  gboolean day_unspecified;
  gboolean approximate;
  gboolean uncertain;
} EntDatePart;

gboolean ent_date_part_read (EntDateTokens *tokens, EntDatePart *part, EntDateProblem *problem);

G_END_DECLS
