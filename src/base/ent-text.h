/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_text_fold (const char *text);
GStrv ent_text_dup_words (const char *text);
char *ent_text_join_at_apostrophes (const char *folded);
gboolean ent_text_matches (const char *text, const char *query);
int ent_text_collate (const char *a, const char *b, const char *lang);
char *ent_text_collate_key (const char *text, const char *lang);
gboolean ent_text_is_blank (const char *text);

G_END_DECLS
