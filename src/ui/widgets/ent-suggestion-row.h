/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Something that what is typed may mean. */
typedef struct
{
  gint64 value; /* told by "picked" */
  char *title;
  char *detail; /* what tells it from others of that title; NULL for nothing */
} EntSuggestion;

EntSuggestion *ent_suggestion_new (gint64 value, const char *title, const char *detail);
void ent_suggestion_free (EntSuggestion *self);

/* What may be meant by @typed, the best first, as a new array of EntSuggestion. */
typedef GPtrArray *(*EntSuggestFunc) (const char *typed, gpointer user_data);

/* A line to type in, under which a list offers what may be meant. Down and Up choose in it, Enter
 * takes what is marked, Escape closes it; the focus stays in the line. Signal "picked" with the
 * value of what was taken. */
#define ENT_TYPE_SUGGESTION_ROW (ent_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (EntSuggestionRow, ent_suggestion_row, ENT, SUGGESTION_ROW, AdwEntryRow)

GtkWidget *ent_suggestion_row_new (const char *title,
                                   EntSuggestFunc suggest,
                                   gpointer user_data,
                                   GDestroyNotify destroy);
void ent_suggestion_row_set_text (EntSuggestionRow *self, const char *text);
gboolean ent_suggestion_row_is_open (EntSuggestionRow *self);

G_END_DECLS
