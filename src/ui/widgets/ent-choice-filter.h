/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

/* What a list is filtered by: the values of a column, or a number found otherwise. Texts are
 * msgids. */
typedef struct
{
  const char *column;                           /* NULL for a number */
  const char *label;                            /* "Kind" */
  const char *name;                             /* "Filter by Kind" */
  const char *(*get_words) (const char *value); /* NULL: as the column shows it */
  gint64 (*get_number) (EntRecordItem *item);
  char *(*dup_number_words) (gint64 number);
  gboolean highest_first; /* of numbers */
} EntChoiceMeasure;

/* Which records a list shows: for each measure those of the values chosen, all when none is. A
 * value of a column is a quark, 0 where nothing is recorded. */
#define ENT_TYPE_CHOICE_FILTER (ent_choice_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntChoiceFilter, ent_choice_filter, ENT, CHOICE_FILTER, EntRecordFilter)

EntChoiceFilter *ent_choice_filter_new (const EntTable *table,
                                        const EntChoiceMeasure *measures,
                                        guint n_measures);
const EntTable *ent_choice_filter_get_table (EntChoiceFilter *self);
const EntChoiceMeasure *ent_choice_filter_get_measures (EntChoiceFilter *self, guint *n_measures);
gint64 ent_choice_filter_get_value (EntChoiceFilter *self, guint measure, EntRecordItem *item);
void ent_choice_filter_choose (EntChoiceFilter *self, guint measure, gint64 value, gboolean chosen);
gboolean ent_choice_filter_has (EntChoiceFilter *self, guint measure, gint64 value);
guint ent_choice_filter_count (EntChoiceFilter *self, guint measure);

G_END_DECLS
