/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_label_join_arguments (char **arguments);
char **ent_label_split_arguments (const char *json);
char *ent_label_render (const char *label, const char *arguments, const char *lang);

G_END_DECLS
