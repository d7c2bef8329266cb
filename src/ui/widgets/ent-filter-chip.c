/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-filter-chip.h"

#include <glib/gi18n-lib.h>

struct _EntFilterChip
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *box; /* of the popover that is open */
  EntFilterChipFill fill;
  EntFilterChipChoose choose;
  gpointer user_data;

  EntRecordFilter *filter; /* of a chip of countries */
  GListModel *items;
};

G_DEFINE_FINAL_TYPE (EntFilterChip, ent_filter_chip, ADW_TYPE_BIN)

static void
popover_shown_cb (EntFilterChip *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->fill (self, self->user_data);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_popover_set_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button)), scrolled);
}

static void
ent_filter_chip_dispose (GObject *object)
{
  EntFilterChip *self = ENT_FILTER_CHIP (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ent_filter_chip_parent_class)->dispose (object);
}

static void
ent_filter_chip_class_init (EntFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_filter_chip_dispose;
}

static void
ent_filter_chip_init (EntFilterChip *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  adw_bin_set_child (ADW_BIN (self), self->button);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_filter_chip_new:
 * @name: what it filters by
 * @fill: gives what can be chosen, each time it opens
 * @choose: takes a choice
 * @user_data: for both; must outlive the chip
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
ent_filter_chip_new (const char *name,
                     EntFilterChipFill fill,
                     EntFilterChipChoose choose,
                     gpointer user_data)
{
  EntFilterChip *self = g_object_new (ENT_TYPE_FILTER_CHIP, NULL);

  self->fill = fill;
  self->choose = choose;
  self->user_data = user_data;
  gtk_widget_set_tooltip_text (self->button, name);

  return GTK_WIDGET (self);
}

static void
toggled_cb (EntFilterChip *self, GtkCheckButton *check)
{
  const gint64 *value = g_object_get_data (G_OBJECT (check), "ent-value");

  self->choose (*value, gtk_check_button_get_active (check), self->user_data);
}

/**
 * ent_filter_chip_append:
 * @self: a chip being filled
 * @value: what is told when it is chosen
 * @words: what is read
 * @chosen: whether it is ticked
 */
void
ent_filter_chip_append (EntFilterChip *self, gint64 value, const char *words, gboolean chosen)
{
  GtkWidget *check = gtk_check_button_new_with_label (words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_object_set_data_full (G_OBJECT (check), "ent-value", g_memdup2 (&value, sizeof value), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
}

/* Says why there is nothing to choose. */
void
ent_filter_chip_append_text (EntFilterChip *self, const char *words)
{
  gtk_box_append (GTK_BOX (self->box), gtk_label_new (words));
}

/**
 * ent_filter_chip_show:
 * @self: a chip
 * @label: what is chosen, in short
 * @active: whether that hides something
 */
void
ent_filter_chip_show (EntFilterChip *self, const char *label, gboolean active)
{
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  if (active)
    gtk_widget_add_css_class (self->button, "accent");
  else
    gtk_widget_remove_css_class (self->button, "accent");
}

/* Countries. */

typedef struct
{
  EntId id;
  const char *name;
} Country;

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Country *) a)->name, ((const Country *) b)->name);
}

static void
fill_countries (EntFilterChip *self, gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (Country));

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (self->items, i);
      Country country = { item->country_id, item->country };

      if (item->country_id && g_hash_table_add (seen, &item->country_id))
        g_array_append_val (countries, country);
    }
  g_array_sort (countries, compare_countries);

  for (guint i = 0; i < countries->len; i++)
    {
      Country *country = &g_array_index (countries, Country, i);

      ent_filter_chip_append (self, country->id, country->name,
                              ent_record_filter_has_country (self->filter, country->id));
    }
  if (countries->len == 0)
    ent_filter_chip_append_text (self, _("No country is recorded."));
}

static void
choose_country (gint64 value, gboolean chosen, gpointer user_data)
{
  ent_record_filter_set_country (user_data, value, chosen);
}

static void
show_countries (EntFilterChip *self)
{
  guint n_countries = ent_record_filter_count_countries (self->filter);
  g_autofree char *words
      = n_countries == 0
            ? g_strdup (_("Country"))
            : g_strdup_printf (ngettext ("%u country", "%u countries", n_countries), n_countries);

  ent_filter_chip_show (self, words, n_countries > 0);
}

/**
 * ent_country_chip_new:
 * @filter: the filter to show and change
 * @items: (element-type EntRecordItem): all records of the list
 *
 * Returns: (transfer floating): a chip with the countries there are
 */
GtkWidget *
ent_country_chip_new (EntRecordFilter *filter, GListModel *items)
{
  EntFilterChip *self = ENT_FILTER_CHIP (
      ent_filter_chip_new (_("Filter by Country"), fill_countries, choose_country, filter));

  self->filter = g_object_ref (filter);
  self->items = g_object_ref (items);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_countries), self,
                           G_CONNECT_SWAPPED);
  show_countries (self);

  return GTK_WIDGET (self);
}
