/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-saved-lists.h"

G_BEGIN_DECLS

/* A list below the places: everything in which one differs from another. Texts are msgids. */
typedef struct
{
  const char *name; /* as the actions of the window take it */
  const char *title;
  const char *icon;
  const char *empty_title;
  const char *empty_text;
  /* What its lines are grouped by, 0 for no groups, and the heading of such a group. */
  guint (*get_group) (const EntSavedLine *line);
  char *(*dup_group_words) (const EntSavedLine *line, const char *lang);
  /* Why it stands there, and more of it. */
  char *(*dup_reason) (EntProject *project, const EntSavedLine *line, const char *lang, int today);
} EntSavedSpec;

const EntSavedSpec *ent_saved_spec_get (EntSavedList list);

G_END_DECLS
