/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/ent-child-group.h"

G_BEGIN_DECLS

void ent_add_dialog_present (GtkWidget *widget,
                             EntSession *session,
                             EntRecord *parent,
                             const EntChildSpec *spec);

G_END_DECLS
