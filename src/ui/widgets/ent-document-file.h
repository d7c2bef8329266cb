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

/* Read inside the window: a document, one that is attached, or the passage a record comes from. */
gboolean ent_document_is_pdf (EntDocument *document);
const char *ent_document_get_read_label (EntProject *project, EntRecord *record);
void ent_document_read (EntSession *session, EntRecord *record);

/* A folder of our own for one file that leaves the project; it goes with the program. */
char *ent_document_make_folder (GError **error);

G_END_DECLS
