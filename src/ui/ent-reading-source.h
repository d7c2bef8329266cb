/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/ent-pdf.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A document's PDF out of the project, held against its hash, and opened aside. */
typedef struct
{
  EntPdf *pdf;
  gboolean scan; /* its first pages are pictures without text */
} EntReadingSource;

void ent_reading_source_free (EntReadingSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReadingSource, ent_reading_source_free)

void ent_reading_source_extract_async (EntSession *session,
                                       EntDocument *document,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
int ent_reading_source_extract_finish (GAsyncResult *result, GError **error);

void ent_reading_source_open_async (int fd,
                                    const char *name,
                                    const char *password,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EntReadingSource *ent_reading_source_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
