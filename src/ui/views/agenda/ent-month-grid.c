/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-month-grid.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "ui/views/agenda/ent-event-words.h"

/* Events drawn in a day; of more, only how many they are. */
#define MAX_LANES 3
/* Room for events that a day has when there are none. */
#define MIN_LANES 2

struct _EntMonthGrid
{
  GtkWidget parent_instance;

  EntSession *session;
  GtkWidget *grid;
  GPtrArray *cells; /* GtkWidget, one a day */
  int first;        /* the day of the first cell */
  int day;          /* the one chosen */
};

G_DEFINE_FINAL_TYPE (EntMonthGrid, ent_month_grid, GTK_TYPE_WIDGET)

enum
{
  DAY_CHOSEN,
  DAY_ACTIVATED,
  EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * ent_month_get_first_weekday:
 *
 * Returns: the day with which weeks begin where the officer lives, 1 for Monday to 7 for Sunday
 */
int
ent_month_get_first_weekday (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  union
  {
    unsigned int word;
    const char *text;
  } origin = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  const char *number = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  /* The locale counts from a day of which it says only the date. */
  int base = origin.word == 19971130 ? ENT_DAYS_A_WEEK : 1;

  if (*number >= 1 && *number <= ENT_DAYS_A_WEEK)
    return (base + *number - 2) % ENT_DAYS_A_WEEK + 1;
#endif

  return 1;
}

static void
append_headings (EntMonthGrid *self)
{
  for (int column = 0; column < ENT_DAYS_A_WEEK; column++)
    {
      const char *name = ent_weekday_get_words (self->first + column);
      g_autofree char *abbreviation = g_utf8_substring (name, 0, 3);
      GtkWidget *label = gtk_label_new (abbreviation);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);
    }
}

static char *
dup_spoken (EntMonthGrid *self, const EntMonth *month, int day)
{
  g_autoptr (GPtrArray) events = ent_month_get_events_of_day (month, day);
  g_autofree char *words = ent_day_dup_words (day);
  GString *spoken = g_string_new (words);

  if (day == ent_session_get_today (self->session))
    g_string_append_printf (spoken, ", %s", _("today"));
  if (events->len > 0)
    {
      g_string_append (spoken, ", ");
      g_string_append_printf (spoken, ngettext ("%u event", "%u events", events->len), events->len);
    }

  return g_string_free_and_steal (spoken);
}

static guint
count_hidden (const EntMonth *month, int day)
{
  guint n = 0;

  for (guint i = 0; i < month->bars->len; i++)
    {
      const EntMonthBar *bar = &g_array_index (month->bars, EntMonthBar, i);

      n += bar->lane >= MAX_LANES && bar->day <= day && day < bar->day + (int) bar->n_days;
    }

  return n;
}

static void
cell_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, EntMonthGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint index;

  if (!g_ptr_array_find (self->cells, cell, &index))
    return;
  if (n_press == 2)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, self->first + (int) index);
  else
    g_signal_emit (self, signals[DAY_CHOSEN], 0, self->first + (int) index);
}

static GtkWidget *
create_cell (EntMonthGrid *self, const EntMonth *month, int day)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                  "focusable", day == self->day, NULL);
  g_autofree char *spoken = dup_spoken (self, month, day);
  g_autofree char *number = NULL;
  guint n_hidden = count_hidden (month, day);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *label;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  number = g_strdup_printf ("%d", g_date_get_day (&date));
  label = gtk_label_new (number);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "month-number");
  gtk_box_append (GTK_BOX (cell), label);
  if (n_hidden > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n_hidden);
      GtkWidget *hidden = gtk_label_new (more);

      gtk_widget_set_valign (hidden, GTK_ALIGN_START);
      gtk_widget_set_halign (hidden, GTK_ALIGN_END);
      gtk_widget_set_hexpand (hidden, TRUE);
      gtk_widget_add_css_class (hidden, "caption");
      gtk_box_append (GTK_BOX (cell), hidden);
    }

  gtk_widget_add_css_class (cell, "month-day");
  if (day < month->first || day > month->last)
    gtk_widget_add_css_class (cell, "outside");
  if (day == ent_session_get_today (self->session))
    gtk_widget_add_css_class (cell, "today");
  if (day == self->day)
    gtk_widget_add_css_class (cell, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED,
                               day == self->day, -1);
  g_signal_connect (click, "pressed", G_CALLBACK (cell_pressed_cb), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));

  return cell;
}

static void
bar_clicked_cb (EntMonthGrid *self, GtkWidget *bar)
{
  const EntId *id = g_object_get_data (G_OBJECT (bar), "ent-event");

  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, *id);
}

/* The keyboard reaches an event by its day, so the bar itself takes no focus. */
static GtkWidget *
create_bar (EntMonthGrid *self, const EntMonthBar *bar)
{
  EntId id = ent_record_get_id (ENT_RECORD (bar->event));
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (bar->event),
                                                 ent_session_get_project (self->session),
                                                 ent_session_get_lang (self->session));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (title);
  const char *state = bar->event->state;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_add_css_class (button, "month-bar");
  if (g_strcmp0 (state, "planned") == 0)
    gtk_widget_add_css_class (button, "planned");
  else if (g_strcmp0 (state, "cancelled") == 0 || g_strcmp0 (state, "postponed") == 0)
    gtk_widget_add_css_class (button, "off");
  if (!bar->begins)
    gtk_widget_add_css_class (button, "from-before");
  if (!bar->ends)
    gtk_widget_add_css_class (button, "goes-on");
  g_object_set_data_full (G_OBJECT (button), "ent-event", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (bar_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Lines of the grid that a week takes: one for its numbers, and one a lane. */
#define LINES (1 + MAX_LANES)

static void
append_bar (EntMonthGrid *self, const EntMonth *month, const EntMonthBar *bar)
{
  int offset = bar->day - month->grid;

  if (bar->lane < MAX_LANES)
    gtk_grid_attach (GTK_GRID (self->grid), create_bar (self, bar), offset % ENT_DAYS_A_WEEK,
                     1 + offset / ENT_DAYS_A_WEEK * LINES + 1 + (int) bar->lane, (int) bar->n_days,
                     1);
}

/* How many lanes a week has room for, taken or not. */
static int
count_lanes (const EntMonth *month, int week)
{
  int first = month->grid + week * ENT_DAYS_A_WEEK;
  int n = MIN_LANES;

  for (guint i = 0; i < month->bars->len; i++)
    {
      const EntMonthBar *bar = &g_array_index (month->bars, EntMonthBar, i);

      if (bar->day >= first && bar->day < first + ENT_DAYS_A_WEEK)
        n = MAX (n, (int) bar->lane + 1);
    }

  return MIN (n, MAX_LANES);
}

static void
append_week (EntMonthGrid *self, const EntMonth *month, int week)
{
  int n_lanes = count_lanes (month, week);

  for (int column = 0; column < ENT_DAYS_A_WEEK; column++)
    {
      GtkWidget *cell = create_cell (self, month, month->grid + week * ENT_DAYS_A_WEEK + column);

      g_ptr_array_add (self->cells, cell);
      gtk_grid_attach (GTK_GRID (self->grid), cell, column, 1 + week * LINES, 1, LINES);
    }
  /* A lane keeps its height where nothing is on it. */
  for (int line = 0; line <= n_lanes; line++)
    {
      GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (space, line == 0 ? "month-head" : "month-lane");
      gtk_widget_set_can_target (space, FALSE);
      gtk_grid_attach (GTK_GRID (self->grid), space, 0, 1 + week * LINES + line, 1, 1);
    }
}

static void
clear (EntMonthGrid *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

/**
 * ent_month_grid_show:
 * @self: a grid
 * @month: what is in it
 * @day: the day chosen, one of the month
 *
 * The focus stays in the grid, on the day chosen, when it was there.
 */
void
ent_month_grid_show (EntMonthGrid *self, const EntMonth *month, int day)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  clear (self);
  self->first = month->grid;
  self->day = day;
  append_headings (self);
  for (guint week = 0; week < month->n_weeks; week++)
    append_week (self, month, (int) week);
  for (guint i = 0; i < month->bars->len; i++)
    append_bar (self, month, &g_array_index (month->bars, EntMonthBar, i));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
ent_month_grid_grab_focus (GtkWidget *widget)
{
  EntMonthGrid *self = ENT_MONTH_GRID (widget);
  int index = self->day - self->first;

  return index >= 0 && index < (int) self->cells->len
         && gtk_widget_grab_focus (g_ptr_array_index (self->cells, index));
}

static gboolean
find_step (guint key, int day, int first_of_week, int *target)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *target = day - 1;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *target = day + 1;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *target = day - ENT_DAYS_A_WEEK;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *target = day + ENT_DAYS_A_WEEK;
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *target = ent_month_move (day, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *target = ent_month_move (day, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *target = first_of_week;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *target = first_of_week + ENT_DAYS_A_WEEK - 1;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (EntMonthGrid *self, guint key, guint code, GdkModifierType modifiers)
{
  int week = self->first + (self->day - self->first) / ENT_DAYS_A_WEEK * ENT_DAYS_A_WEEK;
  int target;

  if ((modifiers & GDK_ALT_MASK) && (key == GDK_KEY_Home || key == GDK_KEY_KP_Home))
    {
      g_signal_emit (self, signals[DAY_CHOSEN], 0, ent_session_get_today (self->session));
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, self->day);
  else if (find_step (key, self->day, week, &target) && target > ENT_DAY_MIN)
    g_signal_emit (self, signals[DAY_CHOSEN], 0, target);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
ent_month_grid_dispose (GObject *object)
{
  EntMonthGrid *self = ENT_MONTH_GRID (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_month_grid_parent_class)->dispose (object);
}

static void
ent_month_grid_class_init (EntMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_month_grid_dispose;
  widget_class->grab_focus = ent_month_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_INT);
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_INT64);
}

static void
ent_month_grid_init (EntMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_add_css_class (self->grid, "month");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Whose clock and language it goes by; before anything is shown. */
void
ent_month_grid_set_session (EntMonthGrid *self, EntSession *session)
{
  g_set_object (&self->session, session);
}

/* In little room an event is a line under the number of its day. */
void
ent_month_grid_set_narrow (EntMonthGrid *self, gboolean narrow)
{
  if (narrow)
    gtk_widget_add_css_class (self->grid, "narrow");
  else
    gtk_widget_remove_css_class (self->grid, "narrow");
}
