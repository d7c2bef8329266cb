/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/ent-paper-layout.h"

G_BEGIN_DECLS

/* Where a node's content stands: one marked stretch of one page, in drawing order. */
typedef struct
{
  int node;
} EntPaperChunk;

GBytes *ent_paper_tag (
    EntPaper *paper, EntPaperLayout *layout, GArray *chunks, GBytes *drawn, GError **error);

G_END_DECLS
