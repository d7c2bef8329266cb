/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "paper/ent-paper.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* Exports the papers of a window's project as PDF, one at a time; what goes on is shown as
 * toasts, so that no dialog stands in the way meanwhile. */
#define ENT_TYPE_PAPER_EXPORT (ent_paper_export_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperExport, ent_paper_export, ENT, PAPER_EXPORT, GObject)

/* What is said of a kind of paper: msgids. */
typedef struct
{
  const char *title;  /* of the file dialog */
  const char *busy;   /* while it is written */
  const char *done;   /* when it is there */
  const char *failed; /* heading above the reason */
} EntPaperWords;

EntPaperExport *ent_paper_export_new (EntSession *session, AdwToastOverlay *toasts);

void ent_paper_export_ask (EntPaperExport *self,
                           EntPaper *paper,
                           const EntPaperWords *words,
                           const char *name);
void ent_paper_export_write (EntPaperExport *self,
                             EntPaper *paper,
                             const EntPaperWords *words,
                             GFile *file);

G_END_DECLS
