/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/widgets/ent-ask-button.h"

G_BEGIN_DECLS

/* A line of a list of things to settle: what it is, why it is there, and the acts that settle
 * it. It goes to the page of what it is about. */
#define ENT_TYPE_ACT_LINE (ent_act_line_get_type ())
G_DECLARE_FINAL_TYPE (EntActLine, ent_act_line, ENT, ACT_LINE, AdwBin)

struct _EntActLine
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecord *record;
  char *name; /* all its words, as a screen reader says them */
  gboolean has_page;
  AdwWrapBox *box;
  AdwWrapBox *acts; /* NULL as long as there are none */
};

GtkWidget *ent_act_line_new (EntSession *session,
                             EntRecord *record,
                             const char *title,
                             const char *reason);
void ent_act_line_add (EntActLine *self, GtkWidget *button);
void ent_act_line_add_button (EntActLine *self, const char *label, GCallback callback);
void ent_act_line_add_question (EntActLine *self,
                                const EntQuestion *question,
                                const char *proposal);
void ent_act_line_open (EntActLine *self);

/* The line as a row of a list box, which opens its page. */
GtkWidget *ent_act_line_create_row (EntActLine *self);
void ent_act_line_connect_list (GtkListBox *list);

G_END_DECLS
