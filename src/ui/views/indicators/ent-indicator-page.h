/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-page.h"

G_BEGIN_DECLS

GtkWidget *ent_indicator_page_new (EntSession *session, EntRecord *indicator);

G_END_DECLS
