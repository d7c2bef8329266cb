/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From this size on the officer is asked whether the file is to go into the project. */
#define ENT_INTAKE_WARN_BYTES (20 * 1000 * 1000)

/* No file may be larger: every copy of the project carries it. */
#define ENT_INTAKE_MOST_BYTES (200 * 1000 * 1000)

/* A file on its way into a project: its bytes in a private copy that has no name, so that
 * nothing is left behind whatever happens, hashed while they were copied. */
typedef struct _EntIntake EntIntake;

/* Looks whether the file can be attached at all, without reading it. */
gboolean ent_intake_query (GFile *file, goffset *size, GCancellable *cancellable, GError **error);

/* @permille is NULL, or where to tell from 0 to 1000 how far it is; atomic. */
EntIntake *ent_intake_read (
    GFile *file, const char *directory, int *permille, GCancellable *cancellable, GError **error);
EntIntake *ent_intake_read_stream (GInputStream *stream,
                                   const char *name,
                                   const char *directory,
                                   int *permille,
                                   GCancellable *cancellable,
                                   GError **error);
void ent_intake_free (EntIntake *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntIntake, ent_intake_free)

const char *ent_intake_get_name (EntIntake *self);
const char *ent_intake_get_sha256 (EntIntake *self);
const char *ent_intake_get_media_type (EntIntake *self);
GBytes *ent_intake_get_bytes (EntIntake *self);
char *ent_intake_dup_title (EntIntake *self);

G_END_DECLS
