/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

GtkWidget *ent_reference_row_new (EntSession *session, EntRecord *record, const EntColumn *column);

G_END_DECLS
