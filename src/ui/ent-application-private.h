/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-application.h"

#include "store/ent-project-file.h"
#include "ui/ent-window.h"

G_BEGIN_DECLS

/* ent-application-actions.c */
void ent_application_add_actions (EntApplication *self);

/* ent-application.c */
EntWindow *ent_application_get_window (EntApplication *self);
void ent_application_show_file (EntApplication *self, EntProjectFile *file);
void ent_application_show_refusal (EntApplication *self, GFile *file, const GError *error);

G_END_DECLS
