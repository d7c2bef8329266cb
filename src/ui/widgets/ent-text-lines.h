/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A few short lines of text in a row or cell of a long list, each cut off where the room ends. A
 * list makes some two hundred rows at once, of which a dozen are seen: nothing is laid out before
 * it is drawn, and another text asks for no other room. */
#define ENT_TYPE_TEXT_LINES (ent_text_lines_get_type ())
G_DECLARE_FINAL_TYPE (EntTextLines, ent_text_lines, ENT, TEXT_LINES, GtkWidget)

typedef enum
{
  ENT_TEXT_BODY,
  ENT_TEXT_HEADING,
  ENT_TEXT_CAPTION,
  ENT_TEXT_N_STYLES
} EntTextStyle;

#define ENT_TEXT_MOST_LINES 3

GtkWidget *ent_text_lines_new_cell (guint min_chars);
GtkWidget *ent_text_lines_new_row (void);
void ent_text_lines_set (EntTextLines *self, guint line, const char *text);
void ent_text_lines_set_nat_chars (EntTextLines *self, guint nat_chars);

G_END_DECLS
