/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-value-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-number.h"
#include "ui/views/indicators/ent-indicator-words.h"
#include "ui/views/indicators/ent-value-details.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-records-dialog.h"

/* A cell: an entry, or what is counted as a button to its records. */
typedef struct
{
  EntValueGrid *grid;
  guint row, column;
  GtkWidget *widget;
  char *shown;     /* of an entry: what it shows of the project */
  gboolean is_bad; /* holds what could not be taken */
} Cell;

struct _EntValueGrid
{
  AdwBin parent_instance;

  EntSession *session;
  EntIndicator *indicator;
  EntValueTable *table;
  EntIndicatorBasis basis;
  GPtrArray *cells; /* Cell, row by row */

  guint last_row, last_column; /* of the cell that has or had the focus */

  GtkWidget *scroller;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (EntValueGrid, ent_value_grid, ADW_TYPE_BIN)

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->shown);
  g_free (cell);
}

static Cell *
get_cell (EntValueGrid *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->table->periods->len + column);
}

static const EntValueRow *
get_row (EntValueGrid *self, guint row)
{
  return g_ptr_array_index (self->table->rows, row);
}

static EntDate *
get_period (EntValueGrid *self, guint column)
{
  return g_ptr_array_index (self->table->periods, column);
}

static char *
dup_cell_name (Cell *cell)
{
  const EntValueRow *row = get_row (cell->grid, cell->row);
  g_autofree char *period = ent_date_format (get_period (cell->grid, cell->column),
                                             ent_session_get_lang (cell->grid->session));

  /* Translators: a cell of a table, its row and its column: "Target, 2024" */
  return g_strdup_printf (_("%1$s, %2$s"), row->label, period);
}

/* Problems stand under the table, and are said. */
static void
tell (EntValueGrid *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence ? sentence : "");
  gtk_widget_set_visible (self->message, sentence != NULL);
  if (sentence)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
set_bad (Cell *cell, gboolean bad)
{
  cell->is_bad = bad;
  if (bad)
    gtk_widget_add_css_class (cell->widget, "error");
  else
    gtk_widget_remove_css_class (cell->widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* What follows from other values stands in grey, where nothing was entered. */
static char *
dup_hint (Cell *cell)
{
  EntValueGrid *self = cell->grid;
  const EntValueRow *row = get_row (self, cell->row);
  g_autoptr (EntFigure) figure = NULL;

  if (g_str_equal (row->kind, "target") || row->dimension)
    return g_strdup ("–");

  figure = ent_indicator_get_figure (&self->basis, self->indicator, get_period (self, cell->column),
                                     row->territory);
  return figure->value ? ent_number_format (figure->value, ent_session_get_lang (self->session))
                       : g_strdup ("–");
}

static void
show_entered (Cell *cell)
{
  EntMeasurement *value = ent_value_table_get (cell->grid->table, cell->row, cell->column);
  g_autofree char *hint = dup_hint (cell);
  g_autofree char *words = value && value->value
                               ? ent_number_format (value->value,
                                                    ent_session_get_lang (cell->grid->session))
                               : g_strdup ("");

  gtk_entry_set_placeholder_text (GTK_ENTRY (cell->widget), hint);
  if (cell->is_bad || g_strcmp0 (cell->shown, words) == 0)
    return;
  g_set_str (&cell->shown, words);
  gtk_editable_set_text (GTK_EDITABLE (cell->widget), words);
}

static void
show_counted (Cell *cell)
{
  EntValueGrid *self = cell->grid;
  g_autoptr (EntFigure) figure = ent_indicator_get_figure (
      &self->basis, self->indicator, get_period (self, cell->column), ENT_ID_NONE);
  g_autofree char *words = figure->value ? ent_number_format (figure->value,
                                                              ent_session_get_lang (self->session))
                                         : g_strdup ("–");
  g_autofree char *cell_name = dup_cell_name (cell);
  g_autofree char *act = ent_indicator_dup_count_words (self->indicator, figure->records->len);
  /* Translators: what a figure is, the figure, and an act: "Counted, 2024: 3. See the 3 records" */
  g_autofree char *name = g_strdup_printf (
      _("%1$s: %2$s. %3$s"), cell_name,
        figure->value ? words : ent_indicator_state_get_words (ENT_INDICATOR_NO_DATA), act);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell->widget))), words);
  gtk_widget_set_tooltip_text (cell->widget, act);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_cells (EntValueGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      if (get_row (self, cell->row)->is_counted)
        show_counted (cell);
      else
        show_entered (cell);
    }
}

/* Takes what was typed; what cannot be taken stays to be corrected. */
static gboolean
commit (Cell *cell)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell->widget)));

  if (g_strcmp0 (typed, cell->shown) == 0)
    {
      if (cell->is_bad)
        tell (cell->grid, NULL);
      set_bad (cell, FALSE);
      return TRUE;
    }
  if (!ent_value_table_set (cell->grid->table, cell->row, cell->column, typed, &error))
    {
      set_bad (cell, TRUE);
      tell (cell->grid, error->message);
      return FALSE;
    }

  set_bad (cell, FALSE);
  tell (cell->grid, NULL);
  /* As it is written here, whatever of it the project had already. */
  g_clear_pointer (&cell->shown, g_free);
  show_entered (cell);
  return TRUE;
}

static void
left_cb (Cell *cell)
{
  commit (cell);
}

static void
counted_clicked_cb (Cell *cell)
{
  EntValueGrid *self = cell->grid;
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  g_autoptr (EntFigure) figure = ent_indicator_get_figure (
      &self->basis, self->indicator, get_period (self, cell->column), ENT_ID_NONE);
  g_autofree char *title = dup_cell_name (cell);
  g_autofree char *gaps = ent_figure_dup_gap_words (project, figure, lang);
  const char *nothing = figure->records->len ? NULL : _("No record is counted.");
  g_autofree char *text = g_strdup_printf ("%s%s%s", nothing ? nothing : "",
                                           nothing && *gaps ? " " : "", gaps);

  ent_records_dialog_present (GTK_WIDGET (self), self->session, title, text, figure->records);
}

static Cell *
find_focused (EntValueGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus && i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      if (focus == cell->widget || gtk_widget_is_ancestor (focus, cell->widget))
        return cell;
    }

  return NULL;
}

static void
focus_cell (Cell *cell)
{
  gtk_widget_grab_focus (cell->widget);
}

static void
move (Cell *cell, int step)
{
  EntValueGrid *self = cell->grid;
  int row = (int) cell->row + step;

  if (row >= 0 && row < (int) self->table->rows->len)
    focus_cell (get_cell (self, (guint) row, cell->column));
}

static char *
dup_paste_words (EntValueGrid *self, EntValuePaste *paste)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (
      words, ngettext ("%u value was filled in.", "%u values were filled in.", paste->n_filled),
      paste->n_filled);
  if (paste->n_outside)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words,
                              ngettext ("%u value has no cell in this table.",
                                        "%u values have no cell in this table.", paste->n_outside),
                              paste->n_outside);
    }
  for (guint i = 0; i < paste->problems->len; i++)
    {
      EntValueProblem *problem = g_ptr_array_index (paste->problems, i);
      g_autofree char *name = dup_cell_name (get_cell (self, problem->row, problem->column));

      g_string_append_printf (words, "\n%s: %s", name, problem->sentence);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
paste_block (EntValueGrid *self, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntValuePaste) paste = ent_value_table_paste (self->table, text, row, column, &error);
  g_autofree char *words = NULL;

  if (!paste)
    {
      tell (self, error->message);
      return;
    }
  for (guint i = 0; i < paste->problems->len; i++)
    {
      EntValueProblem *problem = g_ptr_array_index (paste->problems, i);
      Cell *cell = get_cell (self, problem->row, problem->column);

      gtk_editable_set_text (GTK_EDITABLE (cell->widget), problem->text);
      set_bad (cell, TRUE);
    }
  words = dup_paste_words (self, paste);
  tell (self, words);
}

typedef struct
{
  GWeakRef grid;
  guint row, column;
} Paste;

/* Several cells go into several, one goes into the text. */
static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  Paste *paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (EntValueGrid) self = g_weak_ref_get (&paste->grid);

  if (self && text && paste->row < self->table->rows->len
      && paste->column < self->table->periods->len)
    {
      g_autofree char *trimmed = g_strchomp (g_strdup (text));
      Cell *cell = get_cell (self, paste->row, paste->column);

      if (strpbrk (trimmed, "\t\n;"))
        paste_block (self, paste->row, paste->column, text);
      else if (GTK_IS_EDITABLE (cell->widget))
        {
          int position;

          gtk_editable_delete_selection (GTK_EDITABLE (cell->widget));
          position = gtk_editable_get_position (GTK_EDITABLE (cell->widget));
          gtk_editable_insert_text (GTK_EDITABLE (cell->widget), trimmed, -1, &position);
          gtk_editable_set_position (GTK_EDITABLE (cell->widget), position);
        }
    }

  g_weak_ref_clear (&paste->grid);
  g_free (paste);
}

static void
start_paste (Cell *cell)
{
  Paste *paste = g_new0 (Paste, 1);

  g_weak_ref_init (&paste->grid, cell->grid);
  paste->row = cell->row;
  paste->column = cell->column;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell->widget), NULL, text_read_cb,
                                 paste);
}

static void
entered_cb (Cell *cell)
{
  cell->grid->last_row = cell->row;
  cell->grid->last_column = cell->column;
}

static gboolean
is_paste (guint key, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();

  return (state == GDK_CONTROL_MASK && (key == GDK_KEY_v || key == GDK_KEY_V))
         || (state == GDK_SHIFT_MASK && key == GDK_KEY_Insert);
}

static void
restore (Cell *cell)
{
  set_bad (cell, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (cell->widget), cell->shown ? cell->shown : "");
  tell (cell->grid, NULL);
}

static gboolean
key_cb (EntValueGrid *self, guint key, guint code, GdkModifierType state)
{
  Cell *cell = find_focused (self);
  gboolean is_entry = cell && GTK_IS_ENTRY (cell->widget);

  if (!cell)
    return GDK_EVENT_PROPAGATE;
  if (is_entry && is_paste (key, state))
    start_paste (cell);
  else if (is_entry && key == GDK_KEY_Return
           && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK)
    ent_value_grid_show_details (self);
  else if (state & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;
  else if (key == GDK_KEY_Up)
    move (cell, -1);
  else if (key == GDK_KEY_Down)
    move (cell, 1);
  else if (is_entry && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      if (commit (cell))
        move (cell, 1);
    }
  else if (is_entry && key == GDK_KEY_Escape
           && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->widget)), cell->shown) != 0)
    restore (cell);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_entry (Cell *cell)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = dup_cell_name (cell);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), cell);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static void
add_cell (EntValueGrid *self, GtkWidget *grid, guint row, guint column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->grid = self;
  cell->row = row;
  cell->column = column;
  if (get_row (self, row)->is_counted)
    {
      GtkWidget *label = gtk_label_new (NULL);

      /* Not the label of the button, which would be all that a screen reader says of it. */
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      cell->widget = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (cell->widget), label);
      g_signal_connect_swapped (cell->widget, "clicked", G_CALLBACK (counted_clicked_cb), cell);
    }
  else
    cell->widget = create_entry (cell);
  gtk_widget_set_hexpand (cell->widget, TRUE);
  g_ptr_array_add (self->cells, cell);
  gtk_grid_attach (GTK_GRID (grid), cell->widget, (int) column + 1, (int) row + 1, 1, 1);
}

static GtkWidget *
create_heading (const char *words, float align)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (8, (int) g_utf8_strlen (words, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, "caption-heading");

  return label;
}

static void
create_grid (EntValueGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *lang = ent_session_get_lang (self->session);

  g_ptr_array_set_size (self->cells, 0);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < self->table->periods->len; i++)
    {
      g_autofree char *period = ent_date_format_short (get_period (self, i), lang);

      gtk_grid_attach (GTK_GRID (grid), create_heading (period, 1), (int) i + 1, 0, 1, 1);
    }
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      gtk_grid_attach (GTK_GRID (grid), create_heading (get_row (self, i)->label, 0), 0,
                       (int) i + 1, 1, 1);
      for (guint j = 0; j < self->table->periods->len; j++)
        add_cell (self, grid, i, j);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
}

static void
refresh (EntValueGrid *self)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autoptr (EntValueTable) table = NULL;

  if (!ent_project_get (project, ent_record_get_id (ENT_RECORD (self->indicator))))
    return;

  ent_indicator_basis_clear (&self->basis);
  ent_indicator_basis_init (&self->basis, project, ent_session_get_today (self->session));
  table = ent_value_table_new (self->session, self->indicator);
  if (!self->table || !ent_value_table_is_like (self->table, table))
    {
      Cell *focused = self->table ? find_focused (self) : NULL;
      guint row = focused ? focused->row : 0, column = focused ? focused->column : 0;

      g_clear_pointer (&self->table, ent_value_table_free);
      self->table = g_steal_pointer (&table);
      create_grid (self);
      if (focused && row < self->table->rows->len && column < self->table->periods->len)
        focus_cell (get_cell (self, row, column));
    }
  show_cells (self);
}

static void
ent_value_grid_dispose (GObject *object)
{
  EntValueGrid *self = ENT_VALUE_GRID (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->table, ent_value_table_free);
  ent_indicator_basis_clear (&self->basis);
  g_clear_object (&self->indicator);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_value_grid_parent_class)->dispose (object);
}

static void
ent_value_grid_class_init (EntValueGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_value_grid_dispose;
}

static void
ent_value_grid_init (EntValueGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->message);
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ent_value_grid_new:
 * @session: the session
 * @indicator: an indicator
 *
 * Returns: (transfer floating): its values, kept equal to the project
 */
GtkWidget *
ent_value_grid_new (EntSession *session, EntIndicator *indicator)
{
  EntValueGrid *self = g_object_new (ENT_TYPE_VALUE_GRID, NULL);

  self->session = g_object_ref (session);
  self->indicator = g_object_ref (indicator);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}

/**
 * ent_value_grid_focus_target:
 * @self: a grid
 *
 * Goes to the target of this year, or of the last period.
 */
void
ent_value_grid_focus_target (EntValueGrid *self)
{
  int today = ent_session_get_today (self->session);
  guint column = self->table->periods->len;

  while (column > 1 && ent_date_get_earliest (get_period (self, column - 1)) > today)
    column--;
  if (column > 0)
    focus_cell (get_cell (self, 0, column - 1));
}

/**
 * ent_value_grid_show_details:
 * @self: a grid
 *
 * Shows everything of the value in the cell used last (Alt+Return): its comment and its evidence.
 */
void
ent_value_grid_show_details (EntValueGrid *self)
{
  gboolean is_cell = self->last_row < self->table->rows->len
                     && self->last_column < self->table->periods->len;
  Cell *cell = is_cell ? get_cell (self, self->last_row, self->last_column) : NULL;
  EntMeasurement *value = NULL;

  if (cell && GTK_IS_ENTRY (cell->widget) && commit (cell))
    value = ent_value_table_get (self->table, self->last_row, self->last_column);
  if (value)
    ent_value_details_present (GTK_WIDGET (self), self->session, value);
  else if (!cell || !cell->is_bad)
    tell (self, _("Go to a cell with a value first: its comment and its evidence are shown then."));
}
