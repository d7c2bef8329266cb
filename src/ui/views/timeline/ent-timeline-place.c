/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-place.h"

#include <glib/gi18n-lib.h>

#include "ui/views/timeline/ent-timeline-chart.h"
#include "ui/views/timeline/ent-timeline-export.h"
#include "ui/views/timeline/ent-timeline-row.h"
#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-lineage-timeline.h"
#include "ui/widgets/ent-lineage-words.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

/* Days before and after today that can be scrolled to in any project. */
#define MARGIN 1500
#define ZOOM_STEP 1.5

/* As the rows of the choice stand in the template. */
enum
{
  SHOW_ALL,
  SHOW_OURS,
  SHOW_FOLLOWED,
  SHOW_UNDATED,
};

struct _EntTimelinePlace
{
  AdwBreakpointBin parent_instance;

  AdwBanner *banner;
  AdwBin *undo_slot;
  AdwBin *save_slot;
  GtkWidget *zoom_box;
  GtkWidget *bar;
  GtkWidget *switcher;
  GtkDropDown *lanes_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *partner_choice;
  GtkEditable *day_entry;
  GtkLabel *summary;
  GtkStack *pages;
  AdwViewStack *views;
  GtkScrolledWindow *chart_scroller;
  GtkColumnView *table;
  GtkListView *list;
  EntTimelineChart *chart;

  EntSession *session;
  GListStore *rows;
  GtkSelectionModel *list_rows;
  GtkSelectionModel *table_rows;
  GHashTable *by_id; /* EntId * → EntTimelineRow */
  GtkStringList *partner_names;
  GArray *partners; /* of EntId, the first ENT_ID_NONE for all */
  EntLineage *lineage;
  int day; /* of the states; 0: today */
  EntId partner;
  gboolean is_narrow;
  gboolean is_filling;
};

static void ent_timeline_place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntTimelinePlace,
                               ent_timeline_place,
                               ADW_TYPE_BREAKPOINT_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW,
                                                      ent_timeline_place_view_init))

static int
get_day (EntTimelinePlace *self)
{
  return self->day > 0 ? self->day : ent_session_get_today (self->session);
}

/* Whatever lane it is in. */
static gboolean
is_listed (EntTimelinePlace *self, const EntSpan *span)
{
  if (self->partner != ENT_ID_NONE && !ent_span_is_with (span, self->partner))
    return FALSE;

  switch (gtk_drop_down_get_selected (self->kind_choice))
    {
    case SHOW_OURS:
      return span->role != ENT_ROLE_FOLLOWED;
    case SHOW_FOLLOWED:
      return span->role == ENT_ROLE_FOLLOWED;
    case SHOW_UNDATED:
      return !span->is_dated;
    default:
      return TRUE;
    }
}

/* Of one partner, that one's lane alone. */
static gboolean
is_shown (const EntLane *lane, const EntSpan *span, gpointer user_data)
{
  EntTimelinePlace *self = user_data;

  if (!lane->own && self->partner != ENT_ID_NONE && lane->partner != self->partner)
    return FALSE;

  return is_listed (self, span);
}

/* Each agreement once, in however many lanes it is. */
static GPtrArray *
create_rows (EntTimelinePlace *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_span = g_hash_table_new (NULL, NULL);

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->lineage->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (self->lineage->spans, i);
      EntTimelineRow *row;

      if (!is_listed (self, span))
        continue;
      row = ent_timeline_row_new (span, project, lang);
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_span, (gpointer) span, row);
      g_hash_table_insert (self->by_id, &row->id, g_object_ref (row));
    }
  for (guint i = 0; i < self->lineage->steps->len; i++)
    {
      const EntLineageStep *step = &g_array_index (self->lineage->steps, EntLineageStep, i);
      EntTimelineRow *row = g_hash_table_lookup (by_span, step->newer);
      g_autofree char *words = row ? ent_step_dup_words (step, project, lang) : NULL;

      if (row)
        ent_timeline_row_add_step (row, words);
    }

  return rows;
}

static EntTimeline *
create_timeline (EntTimelinePlace *self)
{
  EntTimeline *timeline = ent_lineage_make_timeline (
      self->lineage, ent_session_get_project (self->session), ent_session_get_lang (self->session),
      ent_session_get_today (self->session), is_shown, self);

  timeline->asked = self->day;
  ent_timeline_set_margin (timeline, MARGIN);

  return timeline;
}

/* How many stand where on the day asked for, of those shown. */
static void
update_summary (EntTimelinePlace *self)
{
  guint counts[ENT_STATUS_TERMINATED + 1] = { 0 };
  g_autofree char *day = ent_day_format (get_day (self), ent_session_get_lang (self->session));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->lineage->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (self->lineage->spans, i);

      counts[span->status.status] += is_listed (self, span);
    }
  g_string_append (words, day);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      g_string_append_printf (words, " · %s: %u", ent_status_get_words ((EntStatus) i), counts[i]);
  gtk_label_set_text (self->summary, words->str);
}

static void
update_mode (EntTimelinePlace *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean chart = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "chart") == 0;
  const char *page = "views";

  if (self->lineage && self->lineage->spans->len == 0)
    page = "empty";
  else if (n_shown == 0)
    page = "nothing";
  else if (self->is_narrow)
    page = "list";
  /* Out of sight neither has rows. */
  gtk_list_view_set_model (self->list, self->is_narrow ? self->list_rows : NULL);
  gtk_column_view_set_model (self->table, chart || self->is_narrow ? NULL : self->table_rows);
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->zoom_box, chart && g_str_equal (page, "views"));
  gtk_widget_set_visible (self->switcher, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->lanes_choice), chart && !self->is_narrow);
  gtk_widget_set_visible (self->bar, !g_str_equal (page, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !g_str_equal (page, "empty"));
}

static void
update_banner (EntTimelinePlace *self)
{
  guint n = self->lineage->n_undated;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u agreement has no date", "%u agreements have no date", n), n);

  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner,
                           n > 0 && gtk_drop_down_get_selected (self->kind_choice) != SHOW_UNDATED);
}

static void
set_partner_names (EntTimelinePlace *self, char **names)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->partner_names));
  gboolean same = g_strv_length (names) == n_names;

  for (guint i = 0; i < n_names && same; i++)
    same = g_str_equal (gtk_string_list_get_string (self->partner_names, i), names[i]);
  if (!same)
    gtk_string_list_splice (self->partner_names, 0, n_names, (const char *const *) names);
}

/* The partners of all agreements, whatever is shown of them. */
static void
update_partners (EntTimelinePlace *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint selected = 0;
  EntId none = ENT_ID_NONE;

  g_array_set_size (self->partners, 0);
  g_array_append_val (self->partners, none);
  g_strv_builder_add (names, _("All partners"));
  for (guint i = 0; i < self->lineage->partners->len; i++)
    {
      EntRecord *partner = g_ptr_array_index (self->lineage->partners, i);
      EntId id = ent_record_get_id (partner);

      if (id == self->partner)
        selected = self->partners->len;
      g_array_append_val (self->partners, id);
      g_strv_builder_take (names,
                           ent_record_dup_title (partner, ent_session_get_project (self->session),
                                                 ent_session_get_lang (self->session)));
    }
  all = g_strv_builder_end (names);
  set_partner_names (self, all);
  if (selected == 0)
    self->partner = ENT_ID_NONE;
  gtk_drop_down_set_selected (self->partner_choice, selected);
}

static void
fill (EntTimelinePlace *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  self->is_filling = TRUE;
  g_clear_pointer (&self->lineage, ent_lineage_free);
  self->lineage = ent_lineage_new (ent_session_get_project (self->session),
                                   gtk_drop_down_get_selected (self->lanes_choice) == 0
                                       ? ENT_LANES_BY_PARTNER
                                       : ENT_LANES_BY_AGREEMENT,
                                   ent_session_get_lang (self->session), get_day (self));
  update_partners (self);
  rows = create_rows (self);
  ent_timeline_chart_set_timeline (self->chart, create_timeline (self),
                                   ent_session_get_lang (self->session));
  ent_timeline_update_rows (self->rows, rows);
  if (self->day == 0)
    {
      g_autofree char *today = ent_day_format (get_day (self),
                                               ent_session_get_lang (self->session));

      gtk_editable_set_text (self->day_entry, today);
    }
  update_summary (self);
  update_banner (self);
  update_mode (self);
  self->is_filling = FALSE;
}

static void
fill_cb (EntTimelinePlace *self)
{
  if (self->is_filling || !self->session)
    return;
  ent_follow_request (GTK_WIDGET (self));
}

static void
partner_cb (EntTimelinePlace *self)
{
  guint selected = gtk_drop_down_get_selected (self->partner_choice);

  if (self->is_filling || selected >= self->partners->len)
    return;
  self->partner = g_array_index (self->partners, EntId, selected);
  fill_cb (self);
}

/* The last day of a month or year that was typed; nothing typed is today. */
static void
day_cb (EntTimelinePlace *self)
{
  const char *typed = gtk_editable_get_text (self->day_entry);
  GtkWidget *entry = GTK_WIDGET (self->day_entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDate) date = *typed ? ent_date_new_typed (typed, &error) : NULL;
  gboolean wrong = *typed && (!date || ent_date_get_latest (date) == ENT_DAY_MAX);

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_label_set_text (self->summary,
                          error ? error->message
                                : _("Type one day, such as 31 December 2026, or leave it empty "
                                    "for today."));
      return;
    }
  gtk_widget_remove_css_class (entry, "error");
  self->day = date ? ent_date_get_latest (date) : 0;
  if (self->day > 0)
    {
      g_autofree char *words = ent_day_format (self->day, ent_session_get_lang (self->session));

      gtk_editable_set_text (self->day_entry, words);
    }
  fill_cb (self);
}

static void
show_all_cb (EntTimelinePlace *self)
{
  self->partner = ENT_ID_NONE;
  gtk_drop_down_set_selected (self->kind_choice, SHOW_ALL);
  fill_cb (self);
}

static void
show_undated_cb (EntTimelinePlace *self)
{
  self->partner = ENT_ID_NONE;
  adw_view_stack_set_visible_child_name (self->views, "table");
  gtk_drop_down_set_selected (self->kind_choice, SHOW_UNDATED);
}

static void
narrow_cb (EntTimelinePlace *self)
{
  self->is_narrow = TRUE;
  update_mode (self);
}

static void
wide_cb (EntTimelinePlace *self)
{
  self->is_narrow = FALSE;
  update_mode (self);
}

static void
mode_cb (EntTimelinePlace *self)
{
  if (self->rows)
    update_mode (self);
}

static void
zoom_in_cb (EntTimelinePlace *self)
{
  ent_timeline_chart_zoom (self->chart, ZOOM_STEP);
}

static void
zoom_out_cb (EntTimelinePlace *self)
{
  ent_timeline_chart_zoom (self->chart, 1 / ZOOM_STEP);
}

static void
fit_cb (EntTimelinePlace *self)
{
  ent_timeline_chart_fit (self->chart);
}

static void
today_cb (EntTimelinePlace *self)
{
  ent_timeline_chart_go_today (self->chart);
}

static void
year_ahead_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntTimelinePlace *self = ENT_TIMELINE_PLACE (widget);

  adw_view_stack_set_visible_child_name (self->views, "chart");
  ent_timeline_chart_go_year (self->chart);
}

static void
open_at (EntTimelinePlace *self, GListModel *model, guint position)
{
  g_autoptr (EntTimelineRow) row = g_list_model_get_item (model, position);

  if (row)
    ent_session_show (self->session, row->id);
}

static void
table_activated_cb (EntTimelinePlace *self, guint position)
{
  open_at (self, G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);
}

static void
list_activated_cb (EntTimelinePlace *self, guint position)
{
  open_at (self, G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
}

static void
chart_activated_cb (EntTimelinePlace *self, gint64 id)
{
  ent_session_show (self->session, id);
}

static char *
dup_name (gint64 id, gpointer user_data)
{
  EntTimelinePlace *self = user_data;
  EntTimelineRow *row = g_hash_table_lookup (self->by_id, &id);

  return row ? ent_timeline_row_dup_name (row) : NULL;
}

static char *
dup_details (gint64 id, gpointer user_data)
{
  EntTimelinePlace *self = user_data;

  for (guint i = 0; i < self->lineage->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (self->lineage->spans, i);

      if (ent_record_get_id (ENT_RECORD (span->agreement)) == id)
        return ent_span_dup_details (span, ent_session_get_project (self->session),
                                     ent_session_get_lang (self->session));
    }

  return NULL;
}

/* To the lane of a partner, or to an agreement wherever it is. */
static gboolean
ent_timeline_place_show (EntPlaceView *view, EntId id)
{
  EntTimelinePlace *self = ENT_TIMELINE_PLACE (view);
  EntRecord *record = ent_project_get (ent_session_get_project (self->session), id);

  self->partner = record && ENT_IS_ORGANISATION (record) ? id : ENT_ID_NONE;
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->kind_choice, SHOW_ALL);
  fill (self);
  adw_view_stack_set_visible_child_name (self->views, "chart");
  if (self->partner != ENT_ID_NONE)
    ent_timeline_chart_fit (self->chart);
  else
    ent_timeline_chart_show_id (self->chart, id);

  return g_hash_table_contains (self->by_id, &id) || self->partner != ENT_ID_NONE;
}

static void
ent_timeline_place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = ent_timeline_place_show;
}

static void
ent_timeline_place_dispose (GObject *object)
{
  EntTimelinePlace *self = ENT_TIMELINE_PLACE (object);

  self->is_filling = TRUE;
  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_TIMELINE_PLACE);
  g_clear_pointer (&self->lineage, ent_lineage_free);
  g_clear_pointer (&self->partners, g_array_unref);
  g_clear_object (&self->partner_names);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->list_rows);
  g_clear_object (&self->table_rows);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_timeline_place_parent_class)->dispose (object);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntTimelinePlace *self = ENT_TIMELINE_PLACE (widget);
  EntTimelineFormat format = g_str_equal (action, "timeline.export-pdf") ? ENT_TIMELINE_PDF
                                                                         : ENT_TIMELINE_SVG;
  EntTimeline *timeline = ent_timeline_chart_get_timeline (self->chart);

  if (timeline)
    ent_timeline_export (widget, self->session, timeline, format,
                         ent_session_get_lang (self->session));
}

static void
ent_timeline_place_class_init (EntTimelinePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_timeline_place_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-timeline-place.ui");
  gtk_widget_class_install_action (widget_class, "timeline.year-ahead", NULL, year_ahead_cb);
  gtk_widget_class_install_action (widget_class, "timeline.export-pdf", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "timeline.export-svg", NULL, export_cb);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, banner);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, bar);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, switcher);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, lanes_choice);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, partner_choice);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, day_entry);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, summary);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, pages);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, views);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, chart_scroller);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, table);
  gtk_widget_class_bind_template_child (widget_class, EntTimelinePlace, list);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, partner_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_undated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
}

static void
ent_timeline_place_init (EntTimelinePlace *self)
{
  self->rows = g_list_store_new (ENT_TYPE_TIMELINE_ROW);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->partners = g_array_new (FALSE, FALSE, sizeof (EntId));
  self->partner_names = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->partner_choice, G_LIST_MODEL (self->partner_names));

  self->chart = g_object_new (ENT_TYPE_TIMELINE_CHART, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline of agreements"), -1);
  gtk_scrolled_window_set_child (self->chart_scroller, GTK_WIDGET (self->chart));
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (chart_activated_cb), self,
                           G_CONNECT_SWAPPED);
  ent_timeline_chart_set_words (self->chart, dup_name, dup_details, self);
}

/**
 * ent_timeline_place_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Timeline
 */
GtkWidget *
ent_timeline_place_new (EntSession *session)
{
  EntTimelinePlace *self = g_object_new (ENT_TYPE_TIMELINE_PLACE, NULL);

  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (ent_session_get_file (session)));
  self->list_rows = ent_timeline_fill_list (self->list, G_LIST_MODEL (self->rows));
  self->table_rows = ent_timeline_fill_table (self->table, G_LIST_MODEL (self->rows));
  self->session = g_object_ref (session);
  ent_timeline_add_acts (session, GTK_WIDGET (self), self->bar, G_LIST_MODEL (self->table_rows));
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) fill);
  ent_follow_request (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
