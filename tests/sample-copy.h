/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-project-file.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

/* Copies of the sample that a test may change, in a folder of its own. */
char *make_folder (void);
void remove_folder (char *folder);

EntStore *open_sample_store (const char *folder);
EntProjectFile *open_sample_file (const char *folder, const char *name);

G_END_DECLS
