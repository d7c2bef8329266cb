/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rules/ent-lineage.h"

G_BEGIN_DECLS

/* A timeline as plain data: lanes under a heading each, one row for an agreement, and arrows
 * between rows. Rows are of one height, so that finding one takes no search. */

/* How a bar looks; each has a pattern of its own, so that it does not rest on colour. */
typedef enum
{
  ENT_TIMELINE_IN_FORCE,
  ENT_TIMELINE_AHEAD,    /* signed, its period still to come */
  ENT_TIMELINE_UNSIGNED, /* an outline */
  ENT_TIMELINE_ENDED,
  ENT_TIMELINE_UNKNOWN, /* validity not recorded: no bar, marks alone */
} EntTimelineLook;

/* A signature: solid once signed, hollow while awaited; a range where its day is uncertain. */
typedef struct
{
  int earliest;
  int latest;
  gboolean awaited;
} EntTimelineMark;

typedef struct
{
  gint64 id; /* of the record */
  guint lane;
  guint row;
  char *label; /* beside the bar */
  EntTimelineLook look;
  gboolean has_bar;
  gboolean is_open; /* goes on beyond the last day drawn */
  int starts_earliest, starts_latest;
  int ends_earliest, ends_latest;
  GArray *marks;   /* of EntTimelineMark */
  int first, last; /* days between which it is drawn; first above last: nowhere */
} EntTimelineItem;

typedef struct
{
  guint older, newer; /* items */
  char *label;        /* what it stands for, with the gap or overlap where it is known */
} EntTimelineArrow;

typedef struct
{
  char *name;
  guint row;
} EntTimelineLane;

typedef struct
{
  GPtrArray *lanes;  /* of EntTimelineLane */
  GPtrArray *items;  /* of EntTimelineItem, in order of their rows */
  GPtrArray *arrows; /* of EntTimelineArrow */
  GArray *rows;      /* of int: item, or -1 - lane for a heading */
  int today;
  int asked;       /* the day whose states are shown, 0 for today */
  int first, last; /* days between which anything is drawn, with a margin */
} EntTimeline;

/* What part is looked at. Lengths are pixels of the surface. */
typedef struct
{
  double x, y; /* how far it is scrolled */
  double width, height;
  double days_per_pixel;
  double font_size;
  const char *lang;
} EntTimelineView;

typedef struct
{
  double red, green, blue, alpha;
} EntTimelineColour;

typedef struct
{
  EntTimelineColour back, text, dim, line, heading, bar, edge, quiet, today;
  double line_width;
} EntTimelineColours;

typedef enum
{
  ENT_TIMELINE_LIGHT,
  ENT_TIMELINE_DARK,
  ENT_TIMELINE_PAPER,
} EntTimelineGround;

typedef enum
{
  ENT_TIMELINE_MONTHS,
  ENT_TIMELINE_QUARTERS,
  ENT_TIMELINE_YEARS,
  ENT_TIMELINE_DECADES,
} EntTimelineUnit;

typedef struct
{
  double x, y, width, height;
} EntTimelineBox;

/* ent-timeline.c */
EntTimeline *ent_timeline_new (int today);
void ent_timeline_free (EntTimeline *self);
void ent_timeline_add_lane (EntTimeline *self, const char *name);
EntTimelineItem *ent_timeline_add_span (EntTimeline *self, const EntSpan *span, const char *label);
void ent_timeline_add_arrow (EntTimeline *self, guint older, guint newer, const char *label);
void ent_timeline_set_margin (EntTimeline *self, int days);
double ent_timeline_get_width (const EntTimeline *self, const EntTimelineView *view);
double ent_timeline_get_height (const EntTimeline *self, const EntTimelineView *view);
double ent_timeline_get_row_height (const EntTimelineView *view);
double ent_timeline_get_axis_height (const EntTimelineView *view);
double ent_timeline_get_x (const EntTimeline *self, const EntTimelineView *view, int day);
double ent_timeline_get_day (const EntTimeline *self, const EntTimelineView *view, double x);
gboolean ent_timeline_get_box (const EntTimeline *self,
                               const EntTimelineView *view,
                               guint item,
                               EntTimelineBox *box);
void ent_timeline_get_rows (const EntTimeline *self,
                            const EntTimelineView *view,
                            guint *first,
                            guint *end);
int ent_timeline_hit (const EntTimeline *self, const EntTimelineView *view, double x, double y);

/* ent-timeline-axis.c */
EntTimelineUnit ent_timeline_get_unit (const EntTimelineView *view);
int ent_timeline_get_tick (EntTimelineUnit unit, int day, int step);
char *ent_timeline_dup_tick_words (EntTimelineUnit unit, int day, const char *lang);

/* ent-timeline-colours.c */
EntTimelineColours ent_timeline_get_colours (EntTimelineGround ground, gboolean high_contrast);

/* ent-timeline-draw.c */
void ent_timeline_draw (const EntTimeline *self,
                        const EntTimelineView *view,
                        const EntTimelineColours *colours,
                        cairo_t *cairo);

void ent_timeline_draw_strip (const EntTimeline *self,
                              const EntTimelineView *view,
                              const EntTimelineColours *colours,
                              cairo_t *cairo);

/* ent-timeline-paper.c: pages, in points. */
typedef struct
{
  double width, height;
  double margin;
  double font_size;
  const char *title;
  const char *lang;
} EntTimelinePaper;

guint ent_timeline_count_pages (const EntTimeline *self, const EntTimelinePaper *paper);
double ent_timeline_get_paper_height (const EntTimeline *self, const EntTimelinePaper *paper);
void ent_timeline_draw_page (const EntTimeline *self,
                             const EntTimelinePaper *paper,
                             guint page,
                             cairo_t *cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimeline, ent_timeline_free)

G_END_DECLS
