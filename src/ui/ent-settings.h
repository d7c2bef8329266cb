/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

GSettings *ent_settings_get (void);
const char *ent_settings_get_content_language (void);
const char *ent_settings_get_report_language (EntProject *project);

G_END_DECLS
