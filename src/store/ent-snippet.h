/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody typed, as the folded words of the search index. */
char **ent_snippet_split_query (const char *query);
char *ent_snippet_build_match (char **words);

/* Where a text has the words of a query. */
char *ent_snippet_new (const char *text, char **query, guint more_than, guint *n_matched);

G_END_DECLS
