/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The file of a document, out of the project: opened, saved as a copy, or its link followed. */
void ent_document_open (GtkWidget *widget, EntSession *session, EntDocument *document);
void ent_document_save_copy (GtkWidget *widget, EntSession *session, EntDocument *document);
void ent_document_follow (GtkWidget *widget, EntSession *session, EntDocument *document);
gboolean ent_document_has_link (EntDocument *document);
char *ent_document_dup_file_name (EntDocument *document);

/* A folder of our own for one file that leaves the project; it goes with the program. */
char *ent_document_make_folder (GError **error);

G_END_DECLS
