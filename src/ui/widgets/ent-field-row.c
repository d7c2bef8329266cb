/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-field-row.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "ui/widgets/ent-field.h"
#include "ui/widgets/ent-known-hint.h"
#include "ui/widgets/ent-options.h"
#include "ui/widgets/ent-reference-row.h"
#include "ui/widgets/ent-suggestion-row.h"
#include "ui/widgets/ent-translation-button.h"
#include "ui/widgets/ent-zone-row.h"

/* One line: text, dates, numbers. */

static void
show_entry (EntField *field, GtkWidget *row)
{
  g_autofree char *text = ent_field_dup_display (field);

  if (ENT_IS_SUGGESTION_ROW (row))
    ent_suggestion_row_set_text (ENT_SUGGESTION_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
open_known (GtkWidget *row, EntId id)
{
  EntField *field = g_object_get_data (G_OBJECT (row), "ent-field");

  ent_session_show (ent_field_get_session (field), id);
}

/* A name that resembles another one may mean the same. */
static void
hint_at_known (EntField *field, GtkWidget *row)
{
  EntRecord *record = ent_field_get_record (field);

  if (ENT_IS_ORGANISATION (record) || ENT_IS_PERSON (record) || ENT_IS_PLACE (record))
    ent_known_hint_show (row, ent_field_get_session (field), ent_record_get_table (record),
                         gtk_editable_get_text (GTK_EDITABLE (row)), ent_record_get_id (record),
                         _("Show its page"), open_known);
}

static void
commit_entry (EntField *field, GtkWidget *row)
{
  const EntColumn *column = ent_field_get_column (field);
  g_autoptr (EntField) alive = g_object_ref (field);
  g_autofree char *before = ent_field_dup_display (field);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean renamed = column
                         == ent_table_get_name (ent_record_get_table (ent_field_get_record (field)))
                     && g_strcmp0 (before, typed) != 0;

  if (ent_field_commit (field, typed) && renamed)
    hint_at_known (field, row);
}

static void
entry_activated_cb (EntField *field, GtkWidget *row)
{
  commit_entry (field, row);
}

static void
zone_picked_cb (EntField *field, gint64 value, GtkWidget *row)
{
  commit_entry (field, row);
}

static void
entry_left_cb (EntField *field, GtkEventController *controller)
{
  commit_entry (field, gtk_event_controller_get_widget (controller));
}

static gboolean
escape_cb (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  ent_field_show (user_data);
  return GDK_EVENT_PROPAGATE;
}

static void
add_leave_controller (GtkWidget *row, EntField *field, GCallback callback)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (focus, "leave", callback, field, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, field, NULL)));
  gtk_widget_add_controller (row, keys);
}

static void
day_selected_cb (EntField *field, GtkCalendar *calendar)
{
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", gtk_calendar_get_year (calendar),
                                          gtk_calendar_get_month (calendar) + 1,
                                          gtk_calendar_get_day (calendar));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  ent_field_commit (field, day);
  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
calendar_opened_cb (EntField *field, GParamSpec *pspec, GtkWidget *button)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  EntDate *date = ent_record_get_date (ent_field_get_record (field), ent_field_get_column (field));
  int day = date ? ent_date_get_earliest (date) : ENT_DAY_MIN;
  GtkWidget *calendar;

  if (!gtk_menu_button_get_active (GTK_MENU_BUTTON (button)))
    return;

  if (day <= ENT_DAY_MIN || day >= ENT_DAY_MAX)
    day = ent_session_get_today (ent_field_get_session (field));

  calendar = gtk_calendar_new ();
  {
    g_autofree char *iso = ent_day_to_iso (day);
    g_autoptr (GDateTime) time = NULL;
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
    g_autofree char *stamp = g_strconcat (iso, "T12:00:00Z", NULL);

    time = g_date_time_new_from_iso8601 (stamp, utc);
    if (time)
      gtk_calendar_select_day (GTK_CALENDAR (calendar), time);
  }
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), field,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
}

static GtkWidget *
create_calendar_button (EntField *field)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), gtk_popover_new ());
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Day"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "notify::active", G_CALLBACK (calendar_opened_cb), field,
                           G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_entry_row (EntSession *session, EntRecord *record, const EntColumn *column)
{
  gboolean is_zone = (column->flags & ENT_COLUMN_ZONE) != 0;
  GtkWidget *row = is_zone ? ent_zone_row_new () : adw_entry_row_new ();
  EntField *field = ent_field_attach (row, session, record, column, show_entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_field_get_label (field));
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), field,
                           G_CONNECT_SWAPPED);
  if (is_zone)
    g_signal_connect_object (row, "picked", G_CALLBACK (zone_picked_cb), field, G_CONNECT_SWAPPED);
  add_leave_controller (row, field, G_CALLBACK (entry_left_cb));

  if (column->kind == ENT_KIND_DATE)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), create_calendar_button (field));
  if (column->flags & ENT_COLUMN_TRANSLATABLE)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                              ent_translation_button_new (session, record, column));

  return row;
}

/* Paragraphs. */

static GtkTextView *
find_text_view (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "ent-text-view");
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_long_text (EntField *field, GtkWidget *row)
{
  GtkTextView *view = find_text_view (row);
  g_autofree char *text = ent_field_dup_display (field);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
long_text_left_cb (EntField *field, GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  g_autofree char *text = dup_text (find_text_view (row));

  ent_field_commit (field, text);
}

static gboolean
resize_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  gint64 first = GPOINTER_TO_SIZE (user_data);

  /* In the frame in which it was mapped it has not yet got its width. */
  if (gdk_frame_clock_get_frame_counter (clock) <= first + 1)
    return G_SOURCE_CONTINUE;

  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* A text view knows its height only after its lines have been laid out in the width it got;
 * what it asks for during that very allocation is lost. */
static void
long_text_mapped_cb (GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_add_tick_callback (view, resize_cb, GSIZE_TO_POINTER ((gsize) frame), NULL);
}

static GtkWidget *
create_long_text_row (EntSession *session, EntRecord *record, const EntColumn *column)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *view = gtk_text_view_new ();
  EntField *field;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_signal_connect (view, "map", G_CALLBACK (long_text_mapped_cb), NULL);
  g_object_set_data (G_OBJECT (row), "ent-text-view", view);
  field = ent_field_attach (row, session, record, column, show_long_text);

  gtk_label_set_text (GTK_LABEL (label), ent_field_get_label (field));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ent_field_get_label (field), -1);

  gtk_box_append (GTK_BOX (head), label);
  if (column->flags & ENT_COLUMN_TRANSLATABLE)
    gtk_box_append (GTK_BOX (head), ent_translation_button_new (session, record, column));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_add_css_class (box, "long-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_field_get_label (field));
  add_leave_controller (row, field, G_CALLBACK (long_text_left_cb));

  return row;
}

/* One of a list. */

static void
show_combo (EntField *field, GtkWidget *row)
{
  const EntColumn *column = ent_field_get_column (field);
  g_autofree char *value = ent_record_dup_value (ent_field_get_record (field), column);
  gboolean may_be_none = (column->flags & ENT_COLUMN_REQUIRED) == 0 || value == NULL;
  EntOptions *options = g_object_get_data (G_OBJECT (row), "ent-options");

  /* The list stays while one chooses in it: its line is still in use. */
  if (!options || (may_be_none && !ent_options_may_be_none (options)))
    {
      options = ent_options_new (ent_field_get_session (field), column, may_be_none);
      ent_options_set_up_row (options, ADW_COMBO_ROW (row));
      g_object_set_data_full (G_OBJECT (row), "ent-options", options,
                              (GDestroyNotify) ent_options_free);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), ent_options_find (options, value));
}

static void
combo_selected_cb (EntField *field, GParamSpec *pspec, GtkWidget *row)
{
  g_autofree char *before = NULL;
  const char *value;

  if (ent_field_is_showing (field))
    return;

  value = ent_options_get_selected (g_object_get_data (G_OBJECT (row), "ent-options"),
                                    ADW_COMBO_ROW (row));
  before = ent_record_dup_value (ent_field_get_record (field), ent_field_get_column (field));
  if (g_strcmp0 (before, value) != 0)
    ent_field_commit (field, value);
}

static GtkWidget *
create_combo_row (EntSession *session, EntRecord *record, const EntColumn *column)
{
  GtkWidget *row = adw_combo_row_new ();
  EntField *field = ent_field_attach (row, session, record, column, show_combo);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_field_get_label (field));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (combo_selected_cb), field,
                           G_CONNECT_SWAPPED);

  return row;
}

/* Yes or no. */

static void
show_switch (EntField *field, GtkWidget *row)
{
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (row),
      ent_record_get_flag (ent_field_get_record (field), ent_field_get_column (field)));
}

static void
switch_active_cb (EntField *field, GParamSpec *pspec, GtkWidget *row)
{
  if (!ent_field_is_showing (field))
    ent_field_commit (field, adw_switch_row_get_active (ADW_SWITCH_ROW (row)) ? "true" : "false");
}

static GtkWidget *
create_switch_row (EntSession *session, EntRecord *record, const EntColumn *column)
{
  GtkWidget *row = adw_switch_row_new ();
  EntField *field = ent_field_attach (row, session, record, column, show_switch);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_field_get_label (field));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switch_active_cb), field,
                           G_CONNECT_SWAPPED);

  return row;
}

/**
 * ent_field_row_new:
 * @session: the session
 * @record: the record to edit
 * @column: one of its columns, not a reference to any type
 *
 * The form row of a field, after its kind. It commits on Enter and when it is left, each commit
 * one undo step; Escape brings the recorded value back.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_field_row_new (EntSession *session, EntRecord *record, const EntColumn *column)
{
  switch (column->kind)
    {
    case ENT_KIND_LONG_TEXT:
      return create_long_text_row (session, record, column);
    case ENT_KIND_CHOICE:
      return create_combo_row (session, record, column);
    case ENT_KIND_REFERENCE:
      return ent_reference_row_new (session, record, column);
    case ENT_KIND_FLAG:
      return create_switch_row (session, record, column);
    case ENT_KIND_TEXT:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
    case ENT_KIND_INTEGER:
    case ENT_KIND_REAL:
      return create_entry_row (session, record, column);
    }

  g_assert_not_reached ();
}
