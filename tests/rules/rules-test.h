/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/* A project made by hand, record by record, without a store. */
EntRecord *add (EntProject *project, const EntTable *table, EntId id);
void set (EntProject *project, EntRecord *record, const char *name, const char *value);
void tie (EntProject *project, EntRecord *record, const char *name, EntId target);

int day (const char *iso);

G_END_DECLS
