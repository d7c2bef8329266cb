/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-coverage-group.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-theme-coverage.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-records-dialog.h"

#define HEADING_CHARS 22

struct _EntCoverageGroup
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntAgreement *agreement;
  EntCoverageMatrix *matrix;
  GtkWidget *scroller;
  char *shown; /* the words of all cells */
};

/* A cell of the table. */
typedef struct
{
  EntCoverageGroup *group;
  guint theme, year;
} Cell;

G_DEFINE_FINAL_TYPE (EntCoverageGroup, ent_coverage_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_theme_title (EntCoverageGroup *self, guint theme)
{
  return ent_record_dup_title (g_ptr_array_index (self->matrix->themes, theme),
                               ent_session_get_project (self->session),
                               ent_session_get_lang (self->session));
}

/* "2 held, 1 planned" */
static char *
dup_cell_words (const EntCoverageCell *cell)
{
  g_autofree char *held = g_strdup_printf (
      ngettext ("%u activity", "%u activities", cell->held->len), cell->held->len);
  g_autofree char *planned = g_strdup_printf (
      ngettext ("%u planned", "%u planned", cell->planned->len), cell->planned->len);

  switch (cell->coverage)
    {
    case ENT_COVERAGE_HELD:
      return cell->planned->len ? g_strdup_printf ("%s, %s", held, planned)
                                : g_steal_pointer (&held);
    case ENT_COVERAGE_PLANNED:
      return g_steal_pointer (&planned);
    case ENT_COVERAGE_NOTHING:
      return g_strdup (_("no activity recorded"));
    case ENT_COVERAGE_NO_DATA:
      return g_strdup (_("no data"));
    }

  g_assert_not_reached ();
}

/* Told apart by sign, not by colour: what took place as a number, what is planned in brackets. */
static char *
dup_cell_sign (const EntCoverageCell *cell)
{
  switch (cell->coverage)
    {
    case ENT_COVERAGE_HELD:
      return g_strdup_printf ("✓ %u", cell->held->len);
    case ENT_COVERAGE_PLANNED:
      return g_strdup_printf ("(%u)", cell->planned->len);
    case ENT_COVERAGE_NOTHING:
      return g_strdup ("0");
    case ENT_COVERAGE_NO_DATA:
      return g_strdup ("–");
    }

  g_assert_not_reached ();
}

static char *
dup_cell_name (EntCoverageGroup *self, guint theme, guint year)
{
  g_autofree char *title = dup_theme_title (self, theme);
  g_autofree char *words = dup_cell_words (ent_coverage_matrix_get (self->matrix, theme, year));

  /* Translators: a theme, a year and what took place then: "Climate, 2024: 2 activities" */
  return g_strdup_printf (_("%1$s, %2$d: %3$s"), title,
                            g_array_index (self->matrix->years, int, year), words);
}

static void
clicked_cb (GtkWidget *button, Cell *cell)
{
  EntCoverageGroup *self = cell->group;
  const EntCoverageCell *found = ent_coverage_matrix_get (self->matrix, cell->theme, cell->year);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *title = dup_theme_title (self, cell->theme);
  g_autofree char *heading = g_strdup_printf (
      "%d · %s", g_array_index (self->matrix->years, int, cell->year), title);
  g_autofree char *words = dup_cell_words (found);

  g_ptr_array_extend (records, found->held, NULL, NULL);
  g_ptr_array_extend (records, found->planned, NULL, NULL);
  ent_records_dialog_present (GTK_WIDGET (self), self->session, heading, words, records);
}

static void
add_cell (EntCoverageGroup *self, GtkWidget *grid, guint theme, guint year)
{
  Cell *cell = g_new0 (Cell, 1);
  g_autofree char *sign = dup_cell_sign (ent_coverage_matrix_get (self->matrix, theme, year));
  g_autofree char *name = dup_cell_name (self, theme, year);
  GtkWidget *button = gtk_button_new ();

  cell->group = self;
  cell->theme = theme;
  cell->year = year;
  /* Not the label of the button, which would be all that a screen reader says of it. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (sign));
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "ent-cell", cell, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), cell);
  gtk_grid_attach (GTK_GRID (grid), button, (int) year + 1, (int) theme + 1, 1, 1);
}

static GtkWidget *
create_heading (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* As wide as it asks for, or its height would be that of a narrower one. */
  gtk_label_set_width_chars (GTK_LABEL (label), HEADING_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_CHARS);

  return label;
}

static void
fill (EntCoverageGroup *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < self->matrix->years->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", g_array_index (self->matrix->years, int, i));
      GtkWidget *label = gtk_label_new (year);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (GTK_GRID (grid), label, (int) i + 1, 0, 1, 1);
    }
  for (guint i = 0; i < self->matrix->themes->len; i++)
    {
      g_autofree char *title = dup_theme_title (self, i);

      gtk_grid_attach (GTK_GRID (grid), create_heading (title), 0, (int) i + 1, 1, 1);
      for (guint j = 0; j < self->matrix->years->len; j++)
        add_cell (self, grid, i, j);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
}

/* What stands under the heading: how to read the table, and what it leaves out. */
static void
describe (EntCoverageGroup *self)
{
  g_autoptr (GString) words = g_string_new (
      _("✓ took place, (1) planned, 0 nothing recorded, – a year not on record."));

  if (self->matrix->undated->len)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words,
                              ngettext ("%u record without a date is left out.",
                                        "%u records without a date are left out.",
                                        self->matrix->undated->len),
                              self->matrix->undated->len);
    }
  if (self->matrix->n_earlier)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words,
                              ngettext ("%u earlier year is left out.",
                                        "%u earlier years are left out.", self->matrix->n_earlier),
                              self->matrix->n_earlier);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words->str);
}

static char *
dup_all_words (EntCoverageGroup *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->matrix->themes->len; i++)
    for (guint j = 0; j < self->matrix->years->len; j++)
      {
        g_autofree char *name = dup_cell_name (self, i, j);

        g_string_append_printf (words, "%s\n", name);
      }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
refresh (EntCoverageGroup *self)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autofree char *words = NULL;

  if (!ent_project_get (project, ent_record_get_id (ENT_RECORD (self->agreement))))
    return;

  g_clear_pointer (&self->matrix, ent_coverage_matrix_free);
  self->matrix = ent_coverage_matrix_new (project, self->agreement,
                                          ent_session_get_today (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->matrix->themes->len > 0 && self->matrix->years->len > 0);
  describe (self);
  /* Cells that say the same stay: the focus may be on one of them. */
  words = dup_all_words (self);
  if (g_set_str (&self->shown, words))
    fill (self);
}

static void
ent_coverage_group_dispose (GObject *object)
{
  EntCoverageGroup *self = ENT_COVERAGE_GROUP (object);

  g_clear_pointer (&self->matrix, ent_coverage_matrix_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->agreement);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_coverage_group_parent_class)->dispose (object);
}

static void
ent_coverage_group_class_init (EntCoverageGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_coverage_group_dispose;
}

static void
ent_coverage_group_init (EntCoverageGroup *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->scroller);
}

/**
 * ent_coverage_group_new:
 * @session: the session
 * @agreement: an agreement of its project
 *
 * Returns: (transfer floating): the table, kept equal to the project
 */
GtkWidget *
ent_coverage_group_new (EntSession *session, EntRecord *agreement)
{
  EntCoverageGroup *self = g_object_new (ENT_TYPE_COVERAGE_GROUP, NULL);

  self->session = g_object_ref (session);
  self->agreement = g_object_ref (ENT_AGREEMENT (agreement));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Themes by year"));
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
