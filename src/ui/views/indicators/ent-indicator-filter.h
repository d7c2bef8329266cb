/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

/* What the list of indicators filters by. */
typedef struct
{
  gboolean is_over;    /* of an agreement that has ended */
  gboolean is_current; /* with a value of this year */
  EntId agreement;
  const char *section; /* interned; "" for those without a value this year */
} EntIndicatorFacts;

/* Which indicators the list shows. As it starts: all but those of agreements that have ended. */
#define ENT_TYPE_INDICATOR_FILTER (ent_indicator_filter_get_type ())
G_DECLARE_FINAL_TYPE (
    EntIndicatorFilter, ent_indicator_filter, ENT, INDICATOR_FILTER, EntRecordFilter)

EntIndicatorFilter *ent_indicator_filter_new (void);
GtkWidget *ent_indicator_filter_create_bar (EntIndicatorFilter *self);

G_END_DECLS
