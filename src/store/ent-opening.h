/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/ent-working-copy.h"

G_BEGIN_DECLS

/* The way from a file to a working copy that is ours, with its database in place. */
typedef struct
{
  EntWorkingCopy *copy;
  GFile *target;            /* the file, links followed */
  gboolean changed_outside; /* the file is not the one last published, and there are edits here */
  GError *missing;          /* why the file is not there, when edits of it are */
} EntOpening;

gboolean ent_opening_run (EntOpening *self, GFile *file, GError **error);
gboolean ent_opening_resume (EntOpening *self, const char *directory, GError **error);
gboolean ent_opening_begin_new (EntOpening *self, GFile *file, GError **error);
void ent_opening_clear (EntOpening *self);

/* Puts the file's content in the place of the working database, which nobody has open. */
gboolean ent_opening_take_file (EntWorkingCopy *copy, GFile *target, GError **error);
GFile *ent_opening_resolve (GFile *file);
gboolean ent_opening_check_free (GFile *target, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntOpening, ent_opening_clear)

G_END_DECLS
