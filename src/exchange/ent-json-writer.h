/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Writes JSON text member by member, in the order given, two spaces a level: the same calls
 * make the same bytes, and a number is written as short as it reads back exactly. */
typedef struct _EntJsonWriter EntJsonWriter;

EntJsonWriter *ent_json_writer_new (void);
void ent_json_writer_free (EntJsonWriter *self);
char *ent_json_writer_finish (EntJsonWriter *self);

void ent_json_writer_begin_object (EntJsonWriter *self);
void ent_json_writer_end_object (EntJsonWriter *self);
void ent_json_writer_begin_array (EntJsonWriter *self);
void ent_json_writer_end_array (EntJsonWriter *self);
void ent_json_writer_key (EntJsonWriter *self, const char *key);
void ent_json_writer_string (EntJsonWriter *self, const char *text);
void ent_json_writer_integer (EntJsonWriter *self, gint64 value);
void ent_json_writer_real (EntJsonWriter *self, double value);
void ent_json_writer_boolean (EntJsonWriter *self, gboolean value);
void ent_json_writer_null (EntJsonWriter *self);

/* A member in one call. */
void ent_json_writer_member (EntJsonWriter *self, const char *key, const char *text);
void ent_json_writer_member_id (EntJsonWriter *self, const char *key, EntId id);
void ent_json_writer_field (EntJsonWriter *self, EntRecord *record, const EntColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntJsonWriter, ent_json_writer_free)

G_END_DECLS
