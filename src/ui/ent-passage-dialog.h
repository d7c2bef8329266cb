/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-passage.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

const char *ent_passage_get_label (EntPassageKind kind);
void ent_passage_dialog_present (GtkWidget *parent,
                                 EntSession *session,
                                 const EntPassage *passage,
                                 EntPassageKind kind);

G_END_DECLS
