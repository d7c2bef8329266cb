/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was answered; FALSE and a sentence for below the field when it will not do. */
typedef gboolean (*EntAnswer) (GtkWidget *row, const char *typed, char **message);

/* A button that asks for one thing, a date or a reason, and then acts. */
typedef struct
{
  const char *label;    /* msgid: of the button */
  const char *question; /* msgid */
  const char *act;      /* msgid: of the button that acts */
  EntAnswer answer;
} EntQuestion;

GtkWidget *ent_ask_button_new (const EntQuestion *question, const char *proposal, GtkWidget *row);

G_END_DECLS
