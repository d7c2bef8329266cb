/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-model.h"
#include "ui/widgets/ent-record-view.h"

G_BEGIN_DECLS

struct _EntRecordView
{
  AdwBreakpointBin parent_instance;

  EntSession *session;
  const EntRecordSpec *spec;
  GSettings *settings;
  EntRecord *shown; /* whose page is shown */
  EntRecordModel *model;
  EntRecordFilter *filter;
  GtkFilterListModel *listed;
  GtkFilterListModel *filtered;
  GtkSingleSelection *list_selection;
  GtkSingleSelection *table_selection;

  AdwNavigationSplitView *split;
  AdwNavigationPage *list_page;
  AdwNavigationPage *page;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkButton *new_button;
  GtkToggleButton *layout_button;
  GtkToggleButton *form_button;
  GtkStack *list_stack;
  GtkStack *page_stack;
  GtkListView *list_view;
  GtkColumnView *table_view;
  GtkLabel *count_label;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *nothing_page;
  GtkButton *nothing_button;
  AdwStatusPage *none_page;
  GtkMenuButton *page_menu_button;
  AdwBin *undo_slot;
  AdwBin *list_undo_slot;
  AdwBin *chips_slot;
  AdwBin *save_slot;
  AdwBin *menu_slot;
  AdwBin *page_slot;
  gboolean selecting; /* the selection follows the page, not the page the selection */
};

/* ent-record-view.c */
void ent_record_view_fill_page (EntRecordView *self, EntRecord *record);
void ent_record_view_show_page (EntRecordView *self, EntRecord *record);

/* ent-record-view-lists.c */
GtkSingleSelection *ent_record_view_get_selection (EntRecordView *self);
void ent_record_view_show_all (EntRecordView *self);
void ent_record_view_connect_lists (EntRecordView *self);
void ent_record_view_restore_layout (EntRecordView *self);
void ent_record_view_bind_lists (GtkWidgetClass *widget_class);

G_END_DECLS
