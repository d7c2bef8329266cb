/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The picture of a document, made small: read and decoded aside, kept for a while. It follows the
 * document, and shows nothing where that is no picture. */
#define ENT_TYPE_THUMBNAIL (ent_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (EntThumbnail, ent_thumbnail, ENT, THUMBNAIL, AdwBin)

GtkWidget *ent_thumbnail_new (EntSession *session, EntDocument *document, int size);
gboolean ent_thumbnail_is_for (EntDocument *document);

G_END_DECLS
