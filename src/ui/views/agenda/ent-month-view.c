/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-month-view.h"

#include <glib/gi18n-lib.h>

#include "ui/views/agenda/ent-event-words.h"
#include "ui/views/agenda/ent-month-grid.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-record-item.h"

struct _EntMonthView
{
  AdwBreakpointBin parent_instance;

  EntSession *session;
  GListModel *items; /* EntRecordItem */
  int day;           /* the one chosen */

  GtkLabel *title;
  EntMonthGrid *grid;
  GtkBox *lists;
  GtkWidget *first_row; /* of the day chosen */
};

G_DEFINE_FINAL_TYPE (EntMonthView, ent_month_view, ADW_TYPE_BREAKPOINT_BIN)

static void
row_activated_cb (EntMonthView *self, GtkWidget *row)
{
  const EntId *id = g_object_get_data (G_OBJECT (row), "ent-event");

  ent_session_show (self->session, *id);
}

static GtkWidget *
create_row (EntMonthView *self, EntEvent *event)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  EntId id = ent_record_get_id (ENT_RECORD (event));
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event), project, lang);
  g_autofree char *line = ent_event_dup_line_words (project, event, lang);
  g_autofree char *note = ent_event_dup_note_words (event, lang);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", line, note);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "ent-event", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
append_group (EntMonthView *self, const char *title, GPtrArray *events, GtkWidget **first_row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < events->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (events, i));

      if (first_row && i == 0)
        *first_row = row;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->lists, group);

  return group;
}

static void
append_day (EntMonthView *self, const EntMonth *month)
{
  g_autoptr (GPtrArray) events = ent_month_get_events_of_day (month, self->day);
  g_autofree char *title = ent_day_dup_words (self->day);
  GtkWidget *group, *add;

  self->first_row = NULL;
  group = append_group (self, title, events, &self->first_row);
  add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _("New Event on This Day…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "agenda.new-event");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);
}

/* What has no date at all is in the list alone, and is not left out in silence. */
static void
append_undated (EntMonthView *self, guint n_undated)
{
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (n_undated == 0)
    return;
  words = g_strdup_printf (ngettext ("%u event has no date: it stands at the end of the list.",
                                     "%u events have no date: they stand at the end of the list.",
                                     n_undated),
                           n_undated);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->lists, label);
}

static GPtrArray *
collect_events (EntMonthView *self, guint *n_undated)
{
  guint n_items = g_list_model_get_n_items (self->items);
  GPtrArray *events = g_ptr_array_sized_new (n_items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (self->items, i);

      g_ptr_array_add (events, item->record);
      *n_undated += ENT_EVENT (item->record)->when == NULL;
    }

  return events;
}

static void
refresh (EntMonthView *self)
{
  guint n_undated = 0;
  g_autoptr (GPtrArray) events = collect_events (self, &n_undated);
  g_auto (EntMonth) month = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *vague = NULL;
  g_autofree char *yearly = NULL;
  GtkWidget *child;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->day);
  ent_month_init (&month, g_date_get_year (&date), (int) g_date_get_month (&date),
                  ent_month_get_first_weekday (), events);
  title = ent_month_dup_words (month.year, month.month);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  ent_month_grid_show (self->grid, &month, self->day);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))))
    gtk_box_remove (self->lists, child);
  append_day (self, &month);
  /* Translators: heading over events of which no more than the month is known */
  vague = g_strdup_printf (_("%s, Day Not Recorded"), title);
  if (month.vague->len > 0)
    append_group (self, vague, month.vague, NULL);
  /* Translators: heading over events of which no more than the year is known */
  yearly = g_strdup_printf (_("%d, Day Not Recorded"), month.year);
  if (month.yearly->len > 0)
    append_group (self, yearly, month.yearly, NULL);
  append_undated (self, n_undated);
}

static void
choose_day (EntMonthView *self, int day)
{
  if (day <= ENT_DAY_MIN || day >= ENT_DAY_MAX || day == self->day)
    return;

  self->day = day;
  refresh (self);
}

/* One event is opened; of several, or none, the list under the grid tells. */
static void
day_activated_cb (EntMonthView *self, int day)
{
  GtkWidget *list, *second;

  choose_day (self, day);
  if (!self->first_row)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "agenda.new-event", NULL);
      return;
    }

  list = gtk_widget_get_parent (self->first_row);
  second = gtk_widget_get_next_sibling (self->first_row);
  if (GTK_IS_LIST_BOX (list) && second && ADW_IS_ACTION_ROW (second))
    gtk_widget_grab_focus (self->first_row);
  else
    row_activated_cb (self, self->first_row);
}

static void
event_activated_cb (EntMonthView *self, gint64 id)
{
  ent_session_show (self->session, id);
}

static void
step_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntMonthView *self = ENT_MONTH_VIEW (widget);

  choose_day (self, ent_month_move (self->day, g_variant_get_int32 (parameter)));
}

static void
today_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntMonthView *self = ENT_MONTH_VIEW (widget);

  choose_day (self, ent_session_get_today (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
ent_month_view_dispose (GObject *object)
{
  EntMonthView *self = ENT_MONTH_VIEW (object);

  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_MONTH_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_month_view_parent_class)->dispose (object);
}

static gboolean
ent_month_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_MONTH_VIEW (widget)->grid));
}

static void
narrow_cb (EntMonthView *self, AdwBreakpoint *breakpoint)
{
  ent_month_grid_set_narrow (self->grid, TRUE);
}

static void
wide_cb (EntMonthView *self, AdwBreakpoint *breakpoint)
{
  ent_month_grid_set_narrow (self->grid, FALSE);
}

static void
ent_month_view_class_init (EntMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_month_view_dispose;
  widget_class->grab_focus = ent_month_view_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthView, title);
  gtk_widget_class_bind_template_child (widget_class, EntMonthView, lists);
  gtk_widget_class_bind_template_child (widget_class, EntMonthView, grid);
  gtk_widget_class_bind_template_callback (widget_class, choose_day);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "month.step", "i", step_action_cb);
  gtk_widget_class_install_action (widget_class, "month.today", NULL, today_action_cb);
}

static void
ent_month_view_init (EntMonthView *self)
{
  g_type_ensure (ENT_TYPE_MONTH_GRID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_month_view_new:
 * @session: the session
 * @items: (element-type EntRecordItem): the events shown, followed as they change
 *
 * Returns: (transfer floating): the month of today
 */
GtkWidget *
ent_month_view_new (EntSession *session, GListModel *items)
{
  EntMonthView *self = g_object_new (ENT_TYPE_MONTH_VIEW, NULL);

  self->session = g_object_ref (session);
  self->items = g_object_ref (items);
  self->day = ent_session_get_today (session);
  ent_month_grid_set_session (self->grid, session);
  ent_follow_list (GTK_WIDGET (self), items, (EntFollowFunc) refresh);
  g_signal_connect_object (session, "day-changed", G_CALLBACK (ent_follow_request), self,
                           G_CONNECT_SWAPPED);
  ent_follow_request (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * ent_month_view_get_day:
 * @self: a month
 *
 * Returns: the day chosen, as GDate counts them
 */
int
ent_month_view_get_day (EntMonthView *self)
{
  return self->day;
}
