/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decimal numbers are kept as canonical text: an optional minus, digits, a point
 * and digits where needed ("1250.5"), so that no figure is rounded by storage. */
char *ent_number_parse (const char *typed, GError **error);
char *ent_number_format (const char *decimal, const char *lang);
char *ent_number_format_integer (gint64 value, const char *lang);
char *ent_number_format_ordinal (gint64 value, const char *lang);
char *ent_number_add (const char *a, const char *b);
char *ent_number_from_real (double value);

G_END_DECLS
