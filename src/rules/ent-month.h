/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

#define ENT_DAYS_A_WEEK 7

/* The part of an event that lies in one week of a month's grid. */
typedef struct
{
  EntEvent *event;
  int day; /* its first day there, as GDate counts them */
  guint n_days;
  guint lane;      /* line of the week, from 0: no two in one lane share a day */
  gboolean begins; /* not before that week */
  gboolean ends;   /* not after it */
} EntMonthBar;

/* A month as a grid of whole weeks. */
typedef struct
{
  int year;
  int month;
  int first; /* first day of the month */
  int last;  /* last day of the month */
  int grid;  /* first day of the grid */
  guint n_weeks;
  GArray *bars;      /* EntMonthBar, by week */
  GPtrArray *vague;  /* EntEvent: in this month, on days that are not known */
  GPtrArray *yearly; /* EntEvent: in this year, and no more is known */
} EntMonth;

void ent_month_init (EntMonth *self, int year, int month, int first_weekday, GPtrArray *events);
void ent_month_clear (EntMonth *self);
GPtrArray *ent_month_get_events_of_day (const EntMonth *self, int day);
int ent_month_move (int day, int n_months);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntMonth, ent_month_clear)

G_END_DECLS
