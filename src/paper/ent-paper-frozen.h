/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-paper.h"

G_BEGIN_DECLS

/* A paper written down as text, so that it can be made again as it was. */
char *ent_paper_freeze (EntPaper *self);
EntPaper *ent_paper_thaw (const char *text, GError **error);
GPtrArray *ent_paper_find_corrections (EntPaper *issued, EntPaper *now);

G_END_DECLS
