/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-application.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

EntApplication *start_application (const char *folder);
void finish (EntProjectFile *project);
EntRecord *find (EntSession *session, const EntTable *table, const char *title);

G_END_DECLS
