/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

typedef struct _EntRecordSpec EntRecordSpec;

/* What a table shows of a record in one column, and where that puts it. */
typedef struct
{
  char *words;
  char *key; /* of the words, NULL when the column is sorted by its number */
  int number;
} EntRecordCell;

/* A record as a list shows it: words and dates worked out once for each change, not at each
 * bind, compare or filter. */
#define ENT_TYPE_RECORD_ITEM (ent_record_item_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordItem, ent_record_item, ENT, RECORD_ITEM, GObject)

struct _EntRecordItem
{
  GObject parent_instance;

  const EntRecordSpec *spec;
  EntRecord *record;

  char *title;
  char *title_key;
  char *line; /* under the title; "" for none */
  char *note; /* under that */
  char *country;
  EntId country_id;
  EntRecordCell *cells; /* one a column */
  int order;            /* the smallest comes first in the list */
  char *haystack;       /* everything the search looks in, folded */
  gpointer facts;       /* what the place filters by, of the size that its spec says */
  char *print;          /* of all of this */
};

EntRecordItem *ent_record_item_new (const EntRecordSpec *spec,
                                    EntProject *project,
                                    EntRecord *record,
                                    const char *lang,
                                    int today);
gboolean ent_record_item_refresh (EntRecordItem *self,
                                  EntProject *project,
                                  const char *lang,
                                  int today);

/* For the function of the spec that fills an item. */
void ent_record_item_take_words (EntRecordItem *self, guint column, char *words, const char *lang);
void ent_record_item_take_number (EntRecordItem *self, guint column, char *words, int number);
void ent_record_item_set_place (EntRecordItem *self,
                                EntProject *project,
                                EntId place,
                                const char *lang);

G_END_DECLS
