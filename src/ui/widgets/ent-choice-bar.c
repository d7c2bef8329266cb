/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-choice-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-filter-chip.h"

typedef struct
{
  EntChoiceBar *bar;
  guint measure;
  GtkWidget *widget; /* EntFilterChip */
} Chip;

struct _EntChoiceBar
{
  AdwBin parent_instance;

  EntSession *session;
  EntChoiceFilter *filter;
  GListModel *items;

  GPtrArray *chips; /* Chip */
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (EntChoiceBar, ent_choice_bar, ADW_TYPE_BIN)

static const EntChoiceMeasure *
get_measure (Chip *chip)
{
  guint n_measures;

  return &ent_choice_filter_get_measures (chip->bar->filter, &n_measures)[chip->measure];
}

static const EntColumn *
get_column (Chip *chip)
{
  return ent_table_find_column (ent_choice_filter_get_table (chip->bar->filter),
                                get_measure (chip)->column);
}

static char *
dup_value_words (Chip *chip, gint64 value)
{
  if (get_measure (chip)->get_number)
    return get_measure (chip)->dup_number_words (value);
  if (value == 0)
    return g_strdup (_("Not recorded"));
  if (get_measure (chip)->get_words)
    return g_strdup (get_measure (chip)->get_words (g_quark_to_string ((GQuark) value)));

  return ent_column_display (get_column (chip), g_quark_to_string ((GQuark) value),
                             ent_session_get_lang (chip->bar->session));
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntChoiceMeasure *measure = user_data;
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return measure->highest_first ? (left < right) - (left > right) : (left > right) - (left < right);
}

/* A choice stands where its list has it, what is typed where the alphabet does; what is not
 * recorded comes last. */
static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntColumn *column = user_data;
  GQuark left = (GQuark) * (const gint64 *) a;
  GQuark right = (GQuark) * (const gint64 *) b;
  const EntChoice *left_choice;
  const EntChoice *right_choice;

  if (left == 0 || right == 0)
    return (left == 0) - (right == 0);
  if (column->kind != ENT_KIND_CHOICE)
    return g_utf8_collate (g_quark_to_string (left), g_quark_to_string (right));

  left_choice = ent_column_find_choice (column, g_quark_to_string (left));
  right_choice = ent_column_find_choice (column, g_quark_to_string (right));
  return (left_choice > right_choice) - (left_choice < right_choice);
}

static GArray *
collect_values (Chip *chip)
{
  GListModel *items = chip->bar->items;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (items, i);
      gint64 value = ent_choice_filter_get_value (chip->bar->filter, chip->measure, item);

      if (g_hash_table_add (seen, GSIZE_TO_POINTER (value)))
        g_array_append_val (values, value);
    }
  if (get_measure (chip)->get_number)
    g_array_sort_with_data (values, compare_numbers, (gpointer) get_measure (chip));
  else
    g_array_sort_with_data (values, compare_values, (gpointer) get_column (chip));

  return values;
}

static void
fill_chip (EntFilterChip *widget, gpointer user_data)
{
  Chip *chip = user_data;
  g_autoptr (GArray) values = collect_values (chip);

  for (guint i = 0; i < values->len; i++)
    {
      gint64 value = g_array_index (values, gint64, i);
      g_autofree char *words = dup_value_words (chip, value);

      ent_filter_chip_append (widget, value, words,
                              ent_choice_filter_has (chip->bar->filter, chip->measure, value));
    }
}

static void
choose (gint64 value, gboolean chosen, gpointer user_data)
{
  Chip *chip = user_data;

  ent_choice_filter_choose (chip->bar->filter, chip->measure, value, chosen);
}

/* "Kind", or "Kind: 2" */
static void
show_filter (EntChoiceBar *self)
{
  guint n_measures;
  const EntChoiceMeasure *measures = ent_choice_filter_get_measures (self->filter, &n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);
      guint n_chosen = ent_choice_filter_count (self->filter, i);
      g_autofree char *words = n_chosen == 0
          ? g_strdup (_(measures[i].label))
          /* Translators: what is filtered by, and how many values are chosen */
          : g_strdup_printf (_("%1$s: %2$u"), _(measures[i].label), n_chosen);

      ent_filter_chip_show (ENT_FILTER_CHIP (chip->widget), words, n_chosen > 0);
    }
  gtk_widget_set_visible (self->clear,
                          !ent_record_filter_is_default (ENT_RECORD_FILTER (self->filter)));
}

/* Over no record at all there is nothing to filter. */
static void
items_changed_cb (EntChoiceBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->items) > 0);
}

static void
clear_cb (EntChoiceBar *self)
{
  ent_record_filter_show_all (ENT_RECORD_FILTER (self->filter));
}

static void
create_chips (EntChoiceBar *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();
  guint n_measures;
  const EntChoiceMeasure *measures = ent_choice_filter_get_measures (self->filter, &n_measures);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 0; i < n_measures; i++)
    {
      Chip *chip = g_new0 (Chip, 1);

      chip->bar = self;
      chip->measure = i;
      chip->widget = ent_filter_chip_new (_(measures[i].name), fill_chip, choose, chip);
      g_ptr_array_add (self->chips, chip);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), chip->widget);
    }
  self->clear = gtk_button_new_with_label (_("Clear Filters"));
  gtk_widget_add_css_class (self->clear, "flat");
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->clear);
  adw_bin_set_child (ADW_BIN (self), wrap);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chips");
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}

static void
ent_choice_bar_dispose (GObject *object)
{
  EntChoiceBar *self = ENT_CHOICE_BAR (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_choice_bar_parent_class)->dispose (object);
}

static void
ent_choice_bar_finalize (GObject *object)
{
  g_clear_pointer (&ENT_CHOICE_BAR (object)->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_choice_bar_parent_class)->finalize (object);
}

static void
ent_choice_bar_class_init (EntChoiceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_choice_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_choice_bar_finalize;
}

static void
ent_choice_bar_init (EntChoiceBar *self)
{
  self->chips = g_ptr_array_new_with_free_func (g_free);
}

/**
 * ent_choice_bar_new:
 * @session: the session
 * @filter: the filter to show and change
 * @items: (element-type EntRecordItem): all records of the list, for the values to choose from
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
ent_choice_bar_new (EntSession *session, EntChoiceFilter *filter, GListModel *items)
{
  EntChoiceBar *self = g_object_new (ENT_TYPE_CHOICE_BAR, NULL);

  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  self->items = g_object_ref (items);
  create_chips (self);
  show_filter (self);
  items_changed_cb (self);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
