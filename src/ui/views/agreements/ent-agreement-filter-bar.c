/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/views/agreements/ent-agreement-words.h"

struct _EntAgreementFilterBar
{
  AdwBin parent_instance;

  EntAgreementFilter *filter;
  GListModel *items;

  GtkWidget *scope;
  GtkWidget *status;
  GtkWidget *country;
  GtkWidget *ending;
  GtkWidget *clear;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (EntAgreementFilterBar, ent_agreement_filter_bar, ADW_TYPE_BIN)

static const struct
{
  EntScope scope;
  const char *name;
  const char *label;
} scopes[] = {
  { ENT_SCOPE_OURS, "ours", N_ ("Ours") },
  { ENT_SCOPE_FOLLOWED, "followed", N_ ("Followed") },
  { ENT_SCOPE_ALL, "all", N_ ("All") },
};

static guint
count_statuses (EntAgreementFilter *filter)
{
  guint n = 0;

  for (EntStatus status = ENT_STATUS_DRAFT; status <= ENT_STATUS_TERMINATED; status++)
    n += ent_agreement_filter_has_status (filter, status);

  return n;
}

static void
set_chip (GtkWidget *button, const char *label, gboolean active)
{
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  if (active)
    gtk_widget_add_css_class (button, "accent");
  else
    gtk_widget_remove_css_class (button, "accent");
}

static void
show_filter (EntAgreementFilterBar *self)
{
  guint n_statuses = count_statuses (self->filter);
  guint n_countries = ent_agreement_filter_count_countries (self->filter);
  g_autofree char *countries = NULL;
  g_autofree char *statuses = NULL;

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i].scope == ent_agreement_filter_get_scope (self->filter))
      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->scope), scopes[i].name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ending),
                                ent_agreement_filter_get_ending (self->filter));

  if (ent_agreement_filter_hides_ended (self->filter))
    statuses = g_strdup (_("Not Ended"));
  else if (n_statuses > ENT_STATUS_TERMINATED)
    statuses = g_strdup (_("All States"));
  else
    statuses = g_strdup_printf (ngettext ("%u state", "%u states", n_statuses), n_statuses);
  set_chip (self->status, statuses, !ent_agreement_filter_hides_ended (self->filter));
  countries = n_countries == 0
                  ? g_strdup (_("Country"))
                  : g_strdup_printf (ngettext ("%u country", "%u countries", n_countries),
                                     n_countries);
  set_chip (self->country, countries, n_countries > 0);
  gtk_widget_set_visible (self->clear, !ent_agreement_filter_is_default (self->filter));
  self->showing = FALSE;
}

static void
scope_cb (EntAgreementFilterBar *self)
{
  const char *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->scope));

  for (guint i = 0; i < G_N_ELEMENTS (scopes) && !self->showing; i++)
    if (g_strcmp0 (scopes[i].name, name) == 0)
      ent_agreement_filter_set_scope (self->filter, scopes[i].scope);
}

static void
ending_cb (EntAgreementFilterBar *self)
{
  if (!self->showing)
    ent_agreement_filter_set_ending (
        self->filter, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ending)));
}

static void
clear_cb (EntAgreementFilterBar *self)
{
  ent_agreement_filter_reset (self->filter);
}

static void
status_toggled_cb (EntAgreementFilterBar *self, GtkCheckButton *check)
{
  EntStatus status = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "ent-status"));

  ent_agreement_filter_set_status (self->filter, status, gtk_check_button_get_active (check));
}

static void
country_toggled_cb (EntAgreementFilterBar *self, GtkCheckButton *check)
{
  const EntId *country = g_object_get_data (G_OBJECT (check), "ent-country");

  ent_agreement_filter_set_country (self->filter, *country, gtk_check_button_get_active (check));
}

static void
set_popover_list (GtkWidget *button, GtkWidget *box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), scrolled);
}

static void
fill_statuses (EntAgreementFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (EntStatus status = ENT_STATUS_DRAFT; status <= ENT_STATUS_TERMINATED; status++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (ent_status_get_words (status));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   ent_agreement_filter_has_status (self->filter, status));
      g_object_set_data (G_OBJECT (check), "ent-status", GUINT_TO_POINTER (status));
      g_signal_connect_object (check, "toggled", G_CALLBACK (status_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  set_popover_list (self->status, box);
}

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
append_country (EntAgreementFilterBar *self, GtkWidget *box, const Country *country)
{
  GtkWidget *check = gtk_check_button_new_with_label (country->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ent_agreement_filter_has_country (self->filter, country->id));
  g_object_set_data_full (G_OBJECT (check), "ent-country",
                          g_memdup2 (&country->id, sizeof country->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (country_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
}

static void
fill_countries (EntAgreementFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (Country));

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (EntAgreementItem) item = g_list_model_get_item (self->items, i);
      Country country = { item->country_id, item->country };

      if (item->country_id && g_hash_table_add (seen, &item->country_id))
        g_array_append_val (countries, country);
    }
  g_array_sort (countries, compare_countries);

  for (guint i = 0; i < countries->len; i++)
    append_country (self, box, &g_array_index (countries, Country, i));
  if (countries->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("No country is recorded.")));
  set_popover_list (self->country, box);
}

static GtkWidget *
create_menu_button (EntAgreementFilterBar *self, const char *name, GCallback fill)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (popover, "show", fill, self, G_CONNECT_SWAPPED);

  return button;
}

static void
create_chips (EntAgreementFilterBar *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();

  self->scope = adw_toggle_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, scopes[i].name);
      adw_toggle_set_label (toggle, _(scopes[i].label));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (self->scope), toggle);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scope), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Whose agreements"), -1);
  self->status = create_menu_button (self, _("Filter by State"), G_CALLBACK (fill_statuses));
  self->country = create_menu_button (self, _("Filter by Country"), G_CALLBACK (fill_countries));
  self->ending = gtk_toggle_button_new_with_label (_("Ends Within 12 Months"));
  self->clear = gtk_button_new_with_label (_("Clear Filters"));
  gtk_widget_add_css_class (self->clear, "flat");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->scope);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->status);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->country);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->ending);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->clear);
  adw_bin_set_child (ADW_BIN (self), wrap);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chips");

  g_signal_connect_object (self->scope, "notify::active", G_CALLBACK (scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ending, "toggled", G_CALLBACK (ending_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}

static void
ent_agreement_filter_bar_dispose (GObject *object)
{
  EntAgreementFilterBar *self = ENT_AGREEMENT_FILTER_BAR (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ent_agreement_filter_bar_parent_class)->dispose (object);
}

static void
ent_agreement_filter_bar_class_init (EntAgreementFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_agreement_filter_bar_dispose;
}

static void
ent_agreement_filter_bar_init (EntAgreementFilterBar *self)
{
}

/**
 * ent_agreement_filter_bar_new:
 * @filter: the filter to show and change
 * @items: (element-type EntAgreementItem): all agreements, for the countries to choose from
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
ent_agreement_filter_bar_new (EntAgreementFilter *filter, GListModel *items)
{
  EntAgreementFilterBar *self = g_object_new (ENT_TYPE_AGREEMENT_FILTER_BAR, NULL);

  self->filter = g_object_ref (filter);
  self->items = g_object_ref (items);
  create_chips (self);
  show_filter (self);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
