/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text made ready for rules: one paragraph, heading or item a line, in composed characters,
 * with straight apostrophes and plain hyphens. Items begin with "• "; what stood in columns is
 * parted by tabs. Every byte remembers where it stood in the text as it was given. */
typedef struct
{
  char *flow;
  gsize length;
  guint *origins; /* of each byte of flow, and of its end */
  guint *pages;   /* offsets in the text as given at which its pages begin */
  guint n_pages;
} EntReaderText;

EntReaderText *ent_reader_text_new (const char *text, gssize length);
void ent_reader_text_free (EntReaderText *text);
guint ent_reader_text_get_page (const EntReaderText *text, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReaderText, ent_reader_text_free)

G_END_DECLS
