/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "paper/ent-runs.h"

G_BEGIN_DECLS

/* Lengths are in points, 72 to the inch. */

typedef struct
{
  double red;
  double green;
  double blue;
} EntInk;

typedef enum
{
  ENT_STYLE_BODY,
  ENT_STYLE_LEAD,
  ENT_STYLE_NOTE,
  ENT_STYLE_TITLE,
  ENT_STYLE_HEADING_1,
  ENT_STYLE_HEADING_2,
  ENT_STYLE_HEADING_3,
  ENT_STYLE_HEADING_4,
  ENT_STYLE_TERM,
  ENT_STYLE_DEFINITION,
  ENT_STYLE_CELL,
  ENT_STYLE_CELL_HEAD,
  ENT_STYLE_CONTENTS_1,
  ENT_STYLE_CONTENTS_2,
  ENT_STYLE_RUNNING,
  ENT_STYLE_COVER_ABOVE,
  ENT_STYLE_COVER_TITLE,
  ENT_STYLE_COVER_BELOW,
  ENT_STYLE_COVER_FOOT,
} EntTextStyle;

typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  double leading; /* share of the font's own line height */
  double before;  /* space above, dropped at the head of a page */
  double after;
  EntInk ink;
} EntStyle;

extern const EntInk ent_ink_accent;
extern const EntInk ent_ink_rule;
extern const EntInk ent_ink_tint;

const EntStyle *ent_style_get (EntTextStyle style);

typedef struct
{
  guint start; /* bytes */
  guint end;
  char *uri;
} EntTextLink;

/* Runs set at a width: broken into lines. */
typedef struct
{
  PangoLayout *layout;
  EntInk ink;
  GArray *links; /* EntTextLink, NULL when there is none */
} EntText;

EntText *ent_text_new (
    PangoContext *context, const EntRuns *runs, EntTextStyle style, double width, const char *lang);
EntText *ent_text_new_plain (
    PangoContext *context, const char *words, EntTextStyle style, double width, const char *lang);
void ent_text_free (EntText *text);
double ent_text_get_width (EntText *text);
double ent_text_get_height (EntText *text);
PangoContext *ent_text_create_context (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntText, ent_text_free)

G_END_DECLS
