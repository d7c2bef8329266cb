/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "paper/ent-paper.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Exports the papers of a window's project as files, one at a time; what goes on is shown as
 * toasts, so that no dialog stands in the way meanwhile. */
#define ENT_TYPE_PAPER_EXPORT (ent_paper_export_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperExport, ent_paper_export, ENT, PAPER_EXPORT, GObject)

EntPaperExport *ent_paper_export_new (EntSession *session, AdwToastOverlay *toasts);

void ent_paper_export_ask (EntPaperExport *self, EntPaper *paper, const char *name);
void ent_paper_export_ask_bytes (EntPaperExport *self, GBytes *bytes, const char *name);
void ent_paper_export_write (EntPaperExport *self, EntPaper *paper, GFile *file);
void ent_paper_export_write_bytes (EntPaperExport *self, GBytes *bytes, GFile *file);

G_END_DECLS
