/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A document read inside the window: its pages, search, and records made of its words. */
#define ENT_TYPE_READING_DIALOG (ent_reading_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntReadingDialog, ent_reading_dialog, ENT, READING_DIALOG, AdwDialog)

AdwDialog *ent_reading_dialog_new (
    EntSession *session, EntDocument *document, guint page, guint start, guint end);
void ent_reading_dialog_look_for (EntReadingDialog *self, const char *words);

G_END_DECLS
