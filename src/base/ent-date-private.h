/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-date.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_DATE_END_GIVEN,
  ENT_DATE_END_OPEN,    /* ".." */
  ENT_DATE_END_UNKNOWN, /* nothing written */
} EntDateEndKind;

/* A date, or one end of an interval. */
typedef struct
{
  EntDateEndKind kind;
  EntPrecision precision;
  int year;  /* the first one of a decade or century */
  int month; /* 0: none; 21 to 24: spring to winter */
  int day;   /* 0: none */
  gboolean month_unspecified;
  gboolean day_unspecified;
  gboolean approximate;
  gboolean uncertain;
  int earliest;
  int latest;
} EntDateEnd;

struct _EntDate
{
  gatomicrefcount references;
  char *text;
  gboolean interval;
  EntDateEnd start; /* all of it, when it is no interval */
  EntDateEnd end;
};

G_END_DECLS
