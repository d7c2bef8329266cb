/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-window.h"

#include "pages/ent-page-reader.h"
#include "ui/ent-paper-export.h"
#include "ui/views/saved/ent-saved-spec.h"

G_BEGIN_DECLS

struct _EntWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwBin *welcome;
  AdwNavigationSplitView *split;
  AdwWindowTitle *title;
  GtkListBox *sidebar_list;
  AdwNavigationPage *content_page;
  GtkStack *places;
  AdwBanner *banner;
  GtkMenuButton *menu_button;
  GtkMenuButton *welcome_menu_button;
  AdwBreakpoint *tiny;
  GMenuModel *primary_menu;
  GMenu *undo_section;
  guint count_update; /* source that counts the lines of the lists anew */
  guint count_next;   /* the place whose list is counted next */

  EntSession *session;
  EntPageReader *page_reader;
  EntPaperExport *paper_export;
  AdwToast *undo_toast;
  gboolean closing; /* the officer chose to close with edits not yet in the file */
};

/* A place of the sidebar. */
typedef struct
{
  const char *name;
  const char *title; /* msgid */
  const char *icon;
  const char *help; /* page of the help */
  /* An EntPlaceView, where it can do any of what that offers. */
  GtkWidget *(*create) (EntSession *session);
  const EntTable *pages[3]; /* types whose records have their page there, up to a NULL */
  gboolean saved;           /* one of the lists below the places, without the members above */
  EntSavedList list;
  const char *new_action;  /* what Ctrl+N does there; NULL: a new agreement */
  const char *form_action; /* shows what is there in another form; NULL: it has one alone */
} EntUiPlace;

const EntUiPlace *ent_places_get (guint *n_places);
const EntUiPlace *ent_places_find (const EntTable *table);

/* ent-window.c */
const EntUiPlace *ent_window_get_visible_place (EntWindow *self);

/* ent-window-headers.c */
void ent_window_update_headers (EntWindow *self);

/* ent-window-sidebar.c */
void ent_window_fill_sidebar (EntWindow *self);

/* ent-window-actions.c */
void ent_window_add_actions (EntWindow *self);
void ent_window_update_actions (EntWindow *self);

/* ent-window-papers.c */
void ent_window_ask_report (EntWindow *self, int year, const char *lang);
void ent_window_export_paper (
    EntWindow *self, const char *name, const char *ending, EntId id, GFile *file);
void ent_window_read (EntWindow *self, gint64 id, guint page, guint start, guint end);
void ent_window_show_page (EntWindow *self, gint64 id, guint page, const char *words);
void ent_window_write_report (EntWindow *self, int year, const char *lang, GFile *file);

/* ent-window-tables.c */
void ent_window_import_table (EntWindow *self,
                              const EntTable *table,
                              const char *const *preset,
                              const char *const *start,
                              GBytes *bytes,
                              const char *name);
void ent_window_import_file (EntWindow *self, const char *type, const char *path);

/* ent-window-review.c */
void ent_window_ask_agreement (EntWindow *self);
void ent_window_paste_agreement (EntWindow *self);
void ent_window_review_file (EntWindow *self, GFile *file);
void ent_window_review_document (EntWindow *self, EntId id);
void ent_window_accept_agreements (EntWindow *self);

/* ent-window-saving.c */
void ent_window_update_banner (EntWindow *self);
void ent_window_answer_banner (EntWindow *self);
void ent_window_save_copy (EntWindow *self);
void ent_window_publish (EntWindow *self);
gboolean ent_window_close_file (EntWindow *self);

G_END_DECLS
