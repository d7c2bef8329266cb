/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ent-record-item.h"

G_BEGIN_DECLS

/* Which records a list shows: by words, by country, and by what a place adds to it. */
#define ENT_TYPE_RECORD_FILTER (ent_record_filter_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntRecordFilter, ent_record_filter, ENT, RECORD_FILTER, GtkFilter)

struct _EntRecordFilterClass
{
  GtkFilterClass parent_class;

  gboolean (*matches) (EntRecordFilter *self, EntRecordItem *item);
  void (*show_all) (EntRecordFilter *self); /* hides nothing */
  void (*reset) (EntRecordFilter *self);    /* as it starts */
  gboolean (*is_default) (EntRecordFilter *self);
};

void ent_record_filter_set_query (EntRecordFilter *self, const char *query);
void ent_record_filter_set_country (EntRecordFilter *self, EntId country, gboolean shown);
gboolean ent_record_filter_has_country (EntRecordFilter *self, EntId country);
guint ent_record_filter_count_countries (EntRecordFilter *self);
void ent_record_filter_show_all (EntRecordFilter *self);
void ent_record_filter_reset (EntRecordFilter *self);
gboolean ent_record_filter_is_default (EntRecordFilter *self);
void ent_record_filter_changed (EntRecordFilter *self);

G_END_DECLS
