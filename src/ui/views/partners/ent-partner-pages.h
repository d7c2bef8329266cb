/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-page.h"

G_BEGIN_DECLS

GtkWidget *ent_organisation_page_new (EntSession *session, EntRecord *organisation);
GtkWidget *ent_person_page_new (EntSession *session, EntRecord *person);

G_END_DECLS
