/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

GtkWidget *ent_report_page_new (EntSession *session, EntRecord *section);

G_END_DECLS
