/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_typography_set (const char *text, const char *lang);
const char *ent_typography_get_colon (const char *lang);
const char *ent_typography_get_semicolon (const char *lang);

G_END_DECLS
