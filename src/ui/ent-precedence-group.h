/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

GtkWidget *ent_precedence_group_new (EntSession *session);

G_END_DECLS
