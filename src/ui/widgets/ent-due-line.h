/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-due.h"
#include "ui/widgets/ent-act-line.h"

G_BEGIN_DECLS

GtkWidget *ent_due_line_new (EntSession *session, const EntDue *due);

void ent_due_line_add_acts (EntActLine *self, const EntDue *due);

G_END_DECLS
