/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Asks for a web address, of an article or a film, which becomes a document. */
void ent_link_dialog_present (GtkWidget *widget, EntSession *session, EntId record);

G_END_DECLS
