/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/ent-json.h"

G_BEGIN_DECLS

/* The fields of one record of a JSON source, and what refuses them. */
gboolean ent_json_refuse (const char *source, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
const char *ent_json_get_text (JsonNode *node);
gboolean ent_json_read_id (const char *text, EntId *id);
gboolean ent_json_read_member (EntImportRecord *record,
                               const char *name,
                               JsonNode *node,
                               GError **error);

G_END_DECLS
