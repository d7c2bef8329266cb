/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Files on their way into the project: read aside, with progress and cancel when that takes
 * long, a question when they are large, and one undo step at the end. */
void ent_attach_files (GtkWidget *widget, EntSession *session, EntId record, GListModel *files);
void ent_attach_picture (GtkWidget *widget, EntSession *session, EntId record, GdkTexture *picture);

/* The ways in: a file dialog; what is dropped or pasted. */
void ent_attach_ask (GtkWidget *widget, EntSession *session, EntId record);
void ent_attach_accept (GtkWidget *widget, EntSession *session, EntId record);

G_END_DECLS
