/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-dated-name.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

/* Who writes a paper of a project: what every builder needs to make words of records. */
typedef struct
{
  EntProject *project;
  EntPaper *paper;
  const char *lang;
  int today;
} EntScribe;

gboolean ent_scribe_may_print (EntRecord *record);
const char *ent_scribe_get_text (const EntScribe *scribe,
                                 EntRecord *record,
                                 const char *column,
                                 const char **foreign);
char *ent_scribe_dup_title (const EntScribe *scribe, EntId id);
char *ent_scribe_dup_title_on (const EntScribe *scribe, EntId id, const EntDate *when);
char *ent_scribe_dup_choice (const EntScribe *scribe, EntRecord *record, const char *column);
char *ent_scribe_dup_date (const EntScribe *scribe, const EntDate *date);
char *ent_scribe_dup_period (const EntScribe *scribe, const EntDate *since, const EntDate *until);
char *ent_scribe_dup_place (const EntScribe *scribe, EntId place);
char *ent_scribe_dup_home_city (const EntScribe *scribe);
GPtrArray *ent_scribe_get_children (const EntScribe *scribe,
                                    EntId id,
                                    const EntTable *table,
                                    const char *column);
char *ent_scribe_dup_person (const EntScribe *scribe, EntId person);
char *ent_scribe_dup_money (const EntScribe *scribe, const char *amount, const char *currency);
char *ent_scribe_capitalise (const char *text);

gboolean ent_scribe_is_office (const EntScribe *scribe, EntId organisation);
gboolean ent_scribe_mentions (const char *text, const char *name);

void ent_scribe_add_text (
    const EntScribe *scribe, EntRuns *runs, guint style, EntRecord *record, const char *column);
void ent_scribe_add_function (const EntScribe *scribe,
                              EntRuns *runs,
                              EntParticipation *self,
                              const EntDate *when);
void ent_scribe_add_label (const EntScribe *scribe, EntRuns *runs, const char *label);
void ent_scribe_add_prose (const EntScribe *scribe, EntRecord *record, const char *column);
void ent_scribe_add_heading (const EntScribe *scribe, int level, const char *msgid);
void ent_scribe_add_value (const EntScribe *scribe, const char *msgid, char *value);
void ent_scribe_add_value_runs (const EntScribe *scribe, const char *msgid, EntRuns *value);
void ent_scribe_begin_table (const EntScribe *scribe,
                             const char *const *msgids,
                             guint n_columns,
                             const double *widths);
EntRuns *ent_scribe_take_cell (char *value);
void ent_scribe_add_document (const EntScribe *scribe, EntRuns *runs, EntDocument *document);

G_END_DECLS
