/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* One line of what the project knows about a record. */
typedef struct
{
  char *title;
  char *subtitle; /* NULL for none */
  EntId target;   /* whose page the line opens, none for none */
  gboolean named; /* the title only names what the subtitle says */
  /* A button that settles it; NULL for none. */
  const char *act_label; /* msgid */
  void (*act) (EntSession *session, EntRecord *record);
  EntRecord *acted; /* owned: what the act is done to */
} EntLine;

/* Gives the lines about @record, (element-type EntLine), those of ent_lines_new (). */
typedef GPtrArray *(*EntLinesFunc) (EntSession *session, EntRecord *record);

GPtrArray *ent_lines_new (void);
void ent_lines_add (GPtrArray *lines, char *title, char *subtitle, EntId target);
void ent_lines_add_named (GPtrArray *lines, const char *name, char *words, EntId target);
void ent_lines_set_act (GPtrArray *lines,
                        const char *label,
                        void (*act) (EntSession *session, EntRecord *record),
                        EntRecord *record);

/* Lines worked out from the project, hidden when there are none. */
#define ENT_TYPE_LINES_GROUP (ent_lines_group_get_type ())
G_DECLARE_FINAL_TYPE (EntLinesGroup, ent_lines_group, ENT, LINES_GROUP, AdwPreferencesGroup)

GtkWidget *ent_lines_group_new (EntSession *session,
                                EntRecord *record,
                                const char *title,
                                EntLinesFunc collect);

G_END_DECLS
