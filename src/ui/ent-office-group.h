/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Whose project this is: its title, the officer's own city and unit. Our role in an agreement
 * follows from the city. */
GtkWidget *ent_office_group_new (EntSession *session);

G_END_DECLS
