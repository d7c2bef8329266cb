/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* What a theme of an agreement has come to during the agreement's period: what is linked to it
 * or to one of its commitments. */
typedef struct
{
  guint n_held;       /* events that took place, results not still to come, projects */
  guint n_planned;    /* events planned or confirmed, or whose day nobody has answered for */
  guint n_indicators; /* what it is judged by */
  int first_planned;  /* the years in which what is planned begins, 0 where none has a date */
  int last_planned;
} EntThemeActivity;

EntThemeActivity ent_theme_get_activity (EntProject *project, EntProvision *theme);

G_END_DECLS
