/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_RUN_PLAIN = 0,
  ENT_RUN_BOLD = 1 << 0,
  ENT_RUN_ITALIC = 1 << 1,
} EntRunStyle;

/* A stretch of text of one style. */
typedef struct
{
  char *text;
  guint style;
  char *uri;  /* where it leads, or NULL */
  char *lang; /* its language when it is not that of the paper, or NULL */
} EntRun;

/* A text of a paper: runs one after the other. A newline in a run breaks the line. */
typedef struct _EntRuns EntRuns;

EntRuns *ent_runs_new (void);
EntRuns *ent_runs_new_text (const char *text);
EntRuns *ent_runs_new_styled (guint style, const char *text);
EntRuns *ent_runs_copy (const EntRuns *runs);
void ent_runs_free (EntRuns *runs);

void ent_runs_add (EntRuns *runs, guint style, const char *text);
void ent_runs_add_link (EntRuns *runs, const char *text, const char *uri);
void ent_runs_add_foreign (EntRuns *runs, guint style, const char *text, const char *lang);
void ent_runs_add_runs (EntRuns *runs, const EntRuns *others);
void ent_runs_typeset (EntRuns *runs, const char *lang);

guint ent_runs_get_length (const EntRuns *runs);
const EntRun *ent_runs_get (const EntRuns *runs, guint index);
gboolean ent_runs_is_empty (const EntRuns *runs);
char *ent_runs_dup_text (const EntRuns *runs);
const char *ent_runs_get_lang (const EntRuns *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuns, ent_runs_free)

G_END_DECLS
