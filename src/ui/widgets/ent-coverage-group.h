/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The themes of an agreement against its years, each cell leading to what took place. Hidden
 * where there are no themes or no years. */
#define ENT_TYPE_COVERAGE_GROUP (ent_coverage_group_get_type ())
G_DECLARE_FINAL_TYPE (
    EntCoverageGroup, ent_coverage_group, ENT, COVERAGE_GROUP, AdwPreferencesGroup)

GtkWidget *ent_coverage_group_new (EntSession *session, EntRecord *agreement);

G_END_DECLS
