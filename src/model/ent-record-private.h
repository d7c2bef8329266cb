/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

typedef struct
{
  EntId id;
  char *lang;
  char *visibility;
  GHashTable *translations; /* "field\037lang" → text; NULL until the first */
  GArray *tags;             /* EntTag; NULL until the first */
} EntRecordPrivate;

EntRecordPrivate *_ent_record_get_private (EntRecord *self);
gpointer _ent_record_get_member (EntRecord *self, const EntColumn *column);
char *_ent_record_translation_key (const char *field, const char *lang);

G_END_DECLS
