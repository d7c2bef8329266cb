/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The projects opened last. The desktop's own list is private to each sandbox and forgets
 * what it cannot see, so Entente keeps one in its settings. */
GListModel *ent_recents_new_model (void);
void ent_recents_add (GFile *file);
void ent_recents_remove (const char *uri);

G_END_DECLS
