/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The file of a document on its page: its picture, name and size, and what can be done with it;
 * without a file, how it gets one. */
#define ENT_TYPE_FILE_GROUP (ent_file_group_get_type ())
G_DECLARE_FINAL_TYPE (EntFileGroup, ent_file_group, ENT, FILE_GROUP, AdwPreferencesGroup)

GtkWidget *ent_file_group_new (EntSession *session, EntRecord *document);

G_END_DECLS
