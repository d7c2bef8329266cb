/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/ent-project-file.h"

G_BEGIN_DECLS

/* What the views of a window share: the open project, the clock, and the acts that every
 * view does the same way. A view never talks to the window; it asks the session.
 *
 * Signals: "problem" (char *sentence): to be shown to the officer;
 *          "deleted" (char *sentence): a deletion that can be undone, with its count;
 *          "notice" (char *sentence, gint64 id): what was done, and the record it is about, or
 *          none;
 *          "show-record" (gint64 id): go to the page of that record;
 *          "show-page" (gint64 id, guint number, char *words): go to that page of that document,
 *          counted from 1, with the words lit;
 *          "import" (EntTable *table, char **preset, GBytes *bytes, char *name): show what taking
 * in a table of such records would do, and do it;
 *          "read" (gint64 document, guint page, guint start, guint end): show that PDF, as
 *          ent_session_read() says;
 *          "day-changed": today is another day.
 * Properties: "undo-label", "redo-label": what the act would do ("Undo Change of End Date"),
 *          NULL when there is nothing to undo or redo. */
#define ENT_TYPE_SESSION (ent_session_get_type ())
G_DECLARE_FINAL_TYPE (EntSession, ent_session, ENT, SESSION, GObject)

EntSession *ent_session_new (EntProjectFile *file);

EntProjectFile *ent_session_get_file (EntSession *self);
EntStore *ent_session_get_store (EntSession *self);
EntProject *ent_session_get_project (EntSession *self);

/* One clock: the day as GDate counts them; tests set it. */
int ent_session_get_today (EntSession *self);
void ent_session_set_today (EntSession *self, int today);
void ent_session_check_day (EntSession *self);

/* Language of the interface, "fr" or "en": in it the views show texts that have both. */
const char *ent_session_get_lang (EntSession *self);
const char *ent_session_get_first_words (EntSession *self, const char *msgid);

/* Writes what was typed as one undo step; FALSE and @message (a sentence for under the row)
 * when the field does not take it. */
gboolean ent_session_set_field (EntSession *self,
                                EntRecord *record,
                                const EntColumn *column,
                                const char *typed,
                                char **message);
/* A new record whose columns are given as column name, typed text, …, NULL; ENT_ID_NONE and a
 * "problem" when refused. */
EntId ent_session_add (EntSession *self, const EntTable *table, const char *first_column, ...)
    G_GNUC_NULL_TERMINATED;
void ent_session_delete (EntSession *self, EntId id);
void ent_session_undo (EntSession *self);
void ent_session_redo (EntSession *self);
const char *ent_session_get_undo_label (EntSession *self);
const char *ent_session_get_redo_label (EntSession *self);
void ent_session_report (EntSession *self, const GError *error);
void ent_session_tell (EntSession *self, const char *sentence, EntId id);
void ent_session_show (EntSession *self, EntId id);
void ent_session_show_page (EntSession *self, EntId document, guint number, const char *words);
void ent_session_read (EntSession *self, EntId document, guint page, guint start, guint end);
void ent_session_import (EntSession *self,
                         const EntTable *table,
                         const char *const *preset,
                         const char *const *start,
                         GBytes *bytes,
                         const char *name);

G_END_DECLS
