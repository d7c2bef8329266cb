/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Identity of a record: a random positive 63-bit integer, one space for all
 * types. 0 means "none". */
typedef gint64 EntId;

#define ENT_ID_NONE ((EntId) 0)

/* Characters of a written id, without the final NUL. */
#define ENT_ID_LENGTH 13

EntId ent_id_new (void);
EntId ent_id_from_key (const char *key);
char *ent_id_to_string (EntId id);
gboolean ent_id_parse (const char *text, EntId *id);

G_END_DECLS
