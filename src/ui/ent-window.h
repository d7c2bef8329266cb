/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* A window: the welcome page, or the places of one project. */
#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

EntWindow *ent_window_new (AdwApplication *application);

EntSession *ent_window_get_session (EntWindow *self);
void ent_window_set_file (EntWindow *self, EntProjectFile *file);
void ent_window_show_place (EntWindow *self, const char *name);
GtkWidget *ent_window_get_place (EntWindow *self, const char *name);
void ent_window_offer_unsaved (EntWindow *self);
void ent_window_show_sentence (EntWindow *self, const char *sentence);

G_END_DECLS
