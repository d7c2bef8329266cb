/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PDFs as tests need them, in memory. */
GBytes *pdf_with_text (guint n_pages, double width, double height);
GBytes *pdf_of_text (const char *text);
GBytes *pdf_of_scans (guint n_pages);
int pdf_open_bytes (GBytes *bytes);

G_END_DECLS
