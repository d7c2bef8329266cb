/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-agenda-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"
#include "ui/ent-settings.h"
#include "ui/views/agenda/ent-event-words.h"
#include "ui/widgets/ent-filter-chip.h"

typedef struct
{
  EntAgendaFilterBar *bar;
  EntAgendaMeasure measure;
  GtkWidget *widget; /* EntFilterChip */
} Chip;

struct _EntAgendaFilterBar
{
  AdwBin parent_instance;

  EntAgendaFilter *filter;
  GListModel *items;

  Chip chips[ENT_AGENDA_N_MEASURES];
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (EntAgendaFilterBar, ent_agenda_filter_bar, ADW_TYPE_BIN)

static const char *const labels[ENT_AGENDA_N_MEASURES] = {
  [ENT_AGENDA_BY_DIRECTION] = N_ ("Direction"),
  [ENT_AGENDA_BY_KIND] = N_ ("Kind"),
  [ENT_AGENDA_BY_STATE] = N_ ("State"),
  [ENT_AGENDA_BY_YEAR] = N_ ("Year"),
};

static const char *const names[ENT_AGENDA_N_MEASURES] = {
  [ENT_AGENDA_BY_DIRECTION] = N_ ("Filter by Direction"),
  [ENT_AGENDA_BY_KIND] = N_ ("Filter by Kind"),
  [ENT_AGENDA_BY_STATE] = N_ ("Filter by State"),
  [ENT_AGENDA_BY_YEAR] = N_ ("Filter by Year"),
};

static char *
dup_value_words (EntAgendaMeasure measure, gint64 value)
{
  const char *lang = ent_settings_get_content_language ();

  switch (measure)
    {
    case ENT_AGENDA_BY_DIRECTION:
      return g_strdup (value < 0 ? _("Not recorded")
                                 : ent_choice_get_words (&ent_choices_direction[value], lang));
    case ENT_AGENDA_BY_STATE:
      return g_strdup (value < 0 ? _("Not recorded")
                                 : ent_choice_get_words (&ent_choices_event_state[value], lang));
    case ENT_AGENDA_BY_KIND:
      return g_strdup (ent_event_group_get_words ((EntEventGroup) value));
    case ENT_AGENDA_BY_YEAR:
      return value == 0 ? g_strdup (_("Not recorded"))
                        : g_strdup_printf ("%" G_GINT64_FORMAT, value);
    case ENT_AGENDA_N_MEASURES:
      break;
    }

  g_assert_not_reached ();
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The values there are, in their order; years newest first. */
static GArray *
collect_values (EntAgendaFilterBar *self, EntAgendaMeasure measure)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (self->items, i);
      const EntAgendaFacts *facts = item->facts;

      if (g_hash_table_add (seen, (gpointer) &facts->values[measure]))
        g_array_append_val (values, facts->values[measure]);
    }
  g_array_sort (values, compare_values);
  for (guint i = 0; measure == ENT_AGENDA_BY_YEAR && i < values->len / 2; i++)
    {
      gint64 first = g_array_index (values, gint64, i);

      g_array_index (values, gint64, i) = g_array_index (values, gint64, values->len - 1 - i);
      g_array_index (values, gint64, values->len - 1 - i) = first;
    }

  return values;
}

static void
fill_chip (EntFilterChip *widget, gpointer user_data)
{
  Chip *chip = user_data;
  g_autoptr (GArray) values = collect_values (chip->bar, chip->measure);

  for (guint i = 0; i < values->len; i++)
    {
      gint64 value = g_array_index (values, gint64, i);
      g_autofree char *words = dup_value_words (chip->measure, value);

      ent_filter_chip_append (widget, value, words,
                              ent_agenda_filter_has (chip->bar->filter, chip->measure, value));
    }
  if (values->len == 0)
    ent_filter_chip_append_text (widget, _("Nothing is recorded."));
}

static void
choose (gint64 value, gboolean chosen, gpointer user_data)
{
  Chip *chip = user_data;

  ent_agenda_filter_choose (chip->bar->filter, chip->measure, value, chosen);
}

/* "Direction", or "Direction: 2" */
static void
show_filter (EntAgendaFilterBar *self)
{
  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    {
      guint n_chosen = ent_agenda_filter_count (self->filter, i);
      g_autofree char *words
          = n_chosen == 0 ? g_strdup (_(labels[i]))
                          /* Translators: what is filtered by, and how many values are chosen */
                          : g_strdup_printf (_("%1$s: %2$u"), _(labels[i]), n_chosen);

      ent_filter_chip_show (ENT_FILTER_CHIP (self->chips[i].widget), words, n_chosen > 0);
    }
  gtk_widget_set_visible (self->clear,
                          !ent_record_filter_is_default (ENT_RECORD_FILTER (self->filter)));
}

static void
items_changed_cb (EntAgendaFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->items) > 0);
}

static void
clear_cb (EntAgendaFilterBar *self)
{
  ent_record_filter_show_all (ENT_RECORD_FILTER (self->filter));
}

static void
create_chips (EntAgendaFilterBar *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (guint i = 0; i < ENT_AGENDA_N_MEASURES; i++)
    {
      Chip *chip = &self->chips[i];

      chip->bar = self;
      chip->measure = i;
      chip->widget = ent_filter_chip_new (_(names[i]), fill_chip, choose, chip);
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
ent_agenda_filter_bar_dispose (GObject *object)
{
  EntAgendaFilterBar *self = ENT_AGENDA_FILTER_BAR (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ent_agenda_filter_bar_parent_class)->dispose (object);
}

static void
ent_agenda_filter_bar_class_init (EntAgendaFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_agenda_filter_bar_dispose;
}

static void
ent_agenda_filter_bar_init (EntAgendaFilterBar *self)
{
}

/**
 * ent_agenda_filter_bar_new:
 * @filter: the filter to show and change
 * @items: (element-type EntRecordItem): all events of the agenda, for what can be chosen
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
ent_agenda_filter_bar_new (EntAgendaFilter *filter, GListModel *items)
{
  EntAgendaFilterBar *self = g_object_new (ENT_TYPE_AGENDA_FILTER_BAR, NULL);

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
