/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-filter-chip.h"

struct _EntAgreementFilterBar
{
  AdwBin parent_instance;

  EntAgreementFilter *filter;
  GListModel *items;

  GtkWidget *scope;
  GtkWidget *status;
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
show_filter (EntAgreementFilterBar *self)
{
  guint n_statuses = count_statuses (self->filter);
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
  ent_filter_chip_show (ENT_FILTER_CHIP (self->status), statuses,
                        !ent_agreement_filter_hides_ended (self->filter));
  gtk_widget_set_visible (self->clear, !ent_record_filter_is_default (ENT_RECORD_FILTER (self->filter)));
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
  ent_record_filter_reset (ENT_RECORD_FILTER (self->filter));
}

static void
choose_status (gint64 value, gboolean chosen, gpointer user_data)
{
  EntAgreementFilterBar *self = user_data;

  ent_agreement_filter_set_status (self->filter, (EntStatus) value, chosen);
}

static void
fill_statuses (EntFilterChip *chip, gpointer user_data)
{
  EntAgreementFilterBar *self = user_data;

  for (EntStatus status = ENT_STATUS_DRAFT; status <= ENT_STATUS_TERMINATED; status++)
    ent_filter_chip_append (chip, status, ent_status_get_words (status),
                            ent_agreement_filter_has_status (self->filter, status));
}

/* Over no agreement at all there is nothing to filter. */
static void
items_changed_cb (EntAgreementFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->items) > 0);
}

static void
create_chips (EntAgreementFilterBar *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();
  GtkWidget *country;

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
  self->status = ent_filter_chip_new (_("Filter by State"), fill_statuses, choose_status, self);
  country = ent_country_chip_new (ENT_RECORD_FILTER (self->filter), self->items);
  self->ending = gtk_toggle_button_new_with_label (_("Ends Within 12 Months"));
  self->clear = gtk_button_new_with_label (_("Clear Filters"));
  gtk_widget_add_css_class (self->clear, "flat");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->scope);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->status);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), country);
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
 * @items: (element-type EntRecordItem): all agreements, for the countries to choose from
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
  items_changed_cb (self);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
