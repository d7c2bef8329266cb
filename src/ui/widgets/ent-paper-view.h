/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "paper/ent-paper.h"

G_BEGIN_DECLS

/* A paper as its pages, written aside and shown when it is there; what was in sight stays in sight
 * when the paper changes. Signal "written": the pages shown are those of the last paper. */
#define ENT_TYPE_PAPER_VIEW (ent_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperView, ent_paper_view, ENT, PAPER_VIEW, AdwBin)

GtkWidget *ent_paper_view_new (void);
void ent_paper_view_set_paper (EntPaperView *self, EntPaper *paper);
void ent_paper_view_show_heading (EntPaperView *self, const char *heading);
guint ent_paper_view_get_n_pages (EntPaperView *self);

G_END_DECLS
