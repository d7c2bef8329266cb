/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-record-filter.h"

G_BEGIN_DECLS

/* A button over a list that opens what can be chosen, each with a tick. */
#define ENT_TYPE_FILTER_CHIP (ent_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterChip, ent_filter_chip, ENT, FILTER_CHIP, AdwBin)

typedef void (*EntFilterChipFill) (EntFilterChip *chip, gpointer user_data);
typedef void (*EntFilterChipChoose) (gint64 value, gboolean chosen, gpointer user_data);

GtkWidget *ent_filter_chip_new (const char *name,
                                EntFilterChipFill fill,
                                EntFilterChipChoose choose,
                                gpointer user_data);
void ent_filter_chip_append (EntFilterChip *self, gint64 value, const char *words, gboolean chosen);
void ent_filter_chip_append_text (EntFilterChip *self, const char *words);
void ent_filter_chip_show (EntFilterChip *self, const char *label, gboolean active);

/* The countries of the items of a list, for every filter of records. */
GtkWidget *ent_country_chip_new (EntRecordFilter *filter, GListModel *items);

G_END_DECLS
