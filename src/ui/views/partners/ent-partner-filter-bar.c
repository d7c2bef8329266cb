/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"
#include "ui/widgets/ent-filter-chip.h"

struct _EntPartnerFilterBar
{
  AdwBin parent_instance;

  EntSession *session;
  EntPartnerFilter *filter;
  GListModel *items;
  const char *list; /* the one it stands over */

  GtkWidget *lists;
  GtkWidget *all;
  GtkWidget *relation_class; /* over organisations alone; so is network */
  GtkWidget *network;
  GtkWidget *clear;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (EntPartnerFilterBar, ent_partner_filter_bar, ADW_TYPE_BIN)

static void
show_chips (EntPartnerFilterBar *self)
{
  guint n_classes = ent_partner_filter_count_classes (self->filter);
  guint n_networks = ent_partner_filter_count_networks (self->filter);
  g_autofree char *classes
      = n_classes == 0
            ? g_strdup (_("Relation"))
            : g_strdup_printf (ngettext ("%u relation", "%u relations", n_classes), n_classes);
  g_autofree char *networks
      = n_networks == 0
            ? g_strdup (_("Network"))
            : g_strdup_printf (ngettext ("%u network", "%u networks", n_networks), n_networks);

  if (!self->relation_class)
    return;
  ent_filter_chip_show (ENT_FILTER_CHIP (self->relation_class), classes, n_classes > 0);
  ent_filter_chip_show (ENT_FILTER_CHIP (self->network), networks, n_networks > 0);
}

static void
show_filter (EntPartnerFilterBar *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all),
                                ent_partner_filter_get_all (self->filter));
  gtk_widget_set_visible (self->clear,
                          !ent_record_filter_is_default (ENT_RECORD_FILTER (self->filter)));
  show_chips (self);
  self->showing = FALSE;
}

static void
list_cb (EntPartnerFilterBar *self)
{
  const char *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->lists));

  if (g_strcmp0 (name, self->list) == 0)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "partners.show-list", "s", name);
  /* This bar goes out of sight with its list and is to be found as it was. */
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->lists), self->list);
}

static void
all_cb (EntPartnerFilterBar *self)
{
  if (!self->showing)
    ent_partner_filter_set_all (self->filter,
                                gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all)));
}

static void
clear_cb (EntPartnerFilterBar *self)
{
  ent_record_filter_reset (ENT_RECORD_FILTER (self->filter));
}

static void
fill_classes (EntFilterChip *chip, gpointer user_data)
{
  EntPartnerFilterBar *self = user_data;
  const char *lang = ent_words_interface_language ();

  for (guint i = 0; ent_choices_relation_class[i].value; i++)
    ent_filter_chip_append (chip, i, ent_choice_get_words (&ent_choices_relation_class[i], lang),
                            ent_partner_filter_has_class (self->filter, i));
}

static void
choose_class (gint64 value, gboolean chosen, gpointer user_data)
{
  EntPartnerFilterBar *self = user_data;

  ent_partner_filter_set_class (self->filter, (guint) value, chosen);
}

typedef struct
{
  EntId id;
  char *name;
} Network;

static void
network_clear (gpointer data)
{
  g_free (((Network *) data)->name);
}

static int
compare_networks (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Network *) a)->name, ((const Network *) b)->name);
}

static void
collect_networks (EntPartnerFilterBar *self, GArray *networks)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (self->items, i);
      EntPartnerFacts *facts = item->facts;

      for (guint n = 0; n < facts->n_networks; n++)
        if (g_hash_table_add (seen, &facts->networks[n]))
          {
            Network network
                = { facts->networks[n], ent_project_dup_title (
                                            project, facts->networks[n],
                                            ent_session_get_lang (self->session)) };

            g_array_append_val (networks, network);
          }
    }
  g_array_sort (networks, compare_networks);
}

static void
fill_networks (EntFilterChip *chip, gpointer user_data)
{
  EntPartnerFilterBar *self = user_data;
  g_autoptr (GArray) networks = g_array_new (FALSE, FALSE, sizeof (Network));

  g_array_set_clear_func (networks, network_clear);
  collect_networks (self, networks);
  for (guint i = 0; i < networks->len; i++)
    {
      Network *network = &g_array_index (networks, Network, i);

      ent_filter_chip_append (chip, network->id, network->name,
                              ent_partner_filter_has_network (self->filter, network->id));
    }
  if (networks->len == 0)
    ent_filter_chip_append_text (chip, _("No membership is recorded."));
}

static void
choose_network (gint64 value, gboolean chosen, gpointer user_data)
{
  EntPartnerFilterBar *self = user_data;

  ent_partner_filter_set_network (self->filter, value, chosen);
}

static void
add_list (EntPartnerFilterBar *self, const char *name, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (ADW_TOGGLE_GROUP (self->lists), toggle);
}

static void
append (GtkWidget *wrap, GtkWidget *child)
{
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), child);
}

static void
create_chips (EntPartnerFilterBar *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();
  gboolean organisations = !g_str_equal (self->list, "people");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  self->lists = adw_toggle_group_new ();
  add_list (self, "organisations", _("Organisations"));
  add_list (self, "countries", _("By Country"));
  add_list (self, "people", _("People"));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->lists), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Organisations or people"), -1);
  append (wrap, self->lists);

  if (organisations)
    {
      self->relation_class
          = ent_filter_chip_new (_("Filter by Relation"), fill_classes, choose_class, self);
      append (wrap, self->relation_class);
    }
  append (wrap, ent_country_chip_new (ENT_RECORD_FILTER (self->filter), self->items));
  if (organisations)
    {
      self->network
          = ent_filter_chip_new (_("Filter by Network"), fill_networks, choose_network, self);
      append (wrap, self->network);
    }
  self->all = gtk_toggle_button_new_with_label (organisations ? _("All Organisations")
                                                              : _("All People"));
  append (wrap, self->all);
  self->clear = gtk_button_new_with_label (_("Clear Filters"));
  gtk_widget_add_css_class (self->clear, "flat");
  append (wrap, self->clear);
  adw_bin_set_child (ADW_BIN (self), wrap);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chips");
}

static void
ent_partner_filter_bar_dispose (GObject *object)
{
  EntPartnerFilterBar *self = ENT_PARTNER_FILTER_BAR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ent_partner_filter_bar_parent_class)->dispose (object);
}

static void
ent_partner_filter_bar_class_init (EntPartnerFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_partner_filter_bar_dispose;
}

static void
ent_partner_filter_bar_init (EntPartnerFilterBar *self)
{
}

/**
 * ent_partner_filter_bar_new:
 * @session: the session
 * @list: "organisations", "countries" (the same, by country) or "people"; must outlive the bar
 * @filter: the filter to show and change
 * @items: (element-type EntRecordItem): all of the list, for the countries to choose from
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
ent_partner_filter_bar_new (EntSession *session,
                            const char *list,
                            EntPartnerFilter *filter,
                            GListModel *items)
{
  EntPartnerFilterBar *self = g_object_new (ENT_TYPE_PARTNER_FILTER_BAR, NULL);

  self->session = g_object_ref (session);
  self->list = list;
  self->filter = g_object_ref (filter);
  self->items = g_object_ref (items);
  create_chips (self);
  show_filter (self);
  g_signal_connect_object (self->lists, "notify::active", G_CALLBACK (list_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
