/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a document is shown once it is read: before that how far it is, why it cannot be, or the
 * question for its password. Signal "password" (const char *password): read it again with this
 * one. Property "content": what is shown then. */
#define ENT_TYPE_READING_GATE (ent_reading_gate_get_type ())
G_DECLARE_FINAL_TYPE (EntReadingGate, ent_reading_gate, ENT, READING_GATE, AdwBin)

void ent_reading_gate_wait (EntReadingGate *self, const char *title);
void ent_reading_gate_set_progress (EntReadingGate *self, double fraction);
void ent_reading_gate_refuse (EntReadingGate *self, const char *title, const char *sentence);
void ent_reading_gate_take_error (EntReadingGate *self, const GError *error);
void ent_reading_gate_set_content (EntReadingGate *self, GtkWidget *content);
void ent_reading_gate_open (EntReadingGate *self);

G_END_DECLS
