/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-filter.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_SHOWS_OVER = 1,
  PROP_ONLY_MISSING,
  N_PROPS,
};

struct _EntIndicatorFilter
{
  EntRecordFilter parent_instance;

  gboolean values[N_PROPS];
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntIndicatorFilter, ent_indicator_filter, ENT_TYPE_RECORD_FILTER)

static gboolean
ent_indicator_filter_matches (EntRecordFilter *filter, EntRecordItem *item)
{
  EntIndicatorFilter *self = ENT_INDICATOR_FILTER (filter);
  const EntIndicatorFacts *facts = item->facts;

  if (facts->is_over && !self->values[PROP_SHOWS_OVER])
    return FALSE;

  return !facts->is_current || !self->values[PROP_ONLY_MISSING];
}

static void
set (EntIndicatorFilter *self, guint property, gboolean value)
{
  if (self->values[property] == value)
    return;
  self->values[property] = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
ent_indicator_filter_show_all (EntRecordFilter *filter)
{
  set (ENT_INDICATOR_FILTER (filter), PROP_SHOWS_OVER, TRUE);
  set (ENT_INDICATOR_FILTER (filter), PROP_ONLY_MISSING, FALSE);
}

static void
ent_indicator_filter_reset (EntRecordFilter *filter)
{
  set (ENT_INDICATOR_FILTER (filter), PROP_SHOWS_OVER, FALSE);
  set (ENT_INDICATOR_FILTER (filter), PROP_ONLY_MISSING, FALSE);
}

static gboolean
ent_indicator_filter_is_default (EntRecordFilter *filter)
{
  EntIndicatorFilter *self = ENT_INDICATOR_FILTER (filter);

  return !self->values[PROP_SHOWS_OVER] && !self->values[PROP_ONLY_MISSING];
}

static void
ent_indicator_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ENT_INDICATOR_FILTER (object)->values[id]);
}

static void
ent_indicator_filter_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  set (ENT_INDICATOR_FILTER (object), id, g_value_get_boolean (value));
  ent_record_filter_changed (ENT_RECORD_FILTER (object));
}

static void
ent_indicator_filter_class_init (EntIndicatorFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  EntRecordFilterClass *filter_class = ENT_RECORD_FILTER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ent_indicator_filter_get_property;
  object_class->set_property = ent_indicator_filter_set_property;
  filter_class->matches = ent_indicator_filter_matches;
  filter_class->show_all = ent_indicator_filter_show_all;
  filter_class->reset = ent_indicator_filter_reset;
  filter_class->is_default = ent_indicator_filter_is_default;

  properties[PROP_SHOWS_OVER] = g_param_spec_boolean ("shows-over", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_MISSING] = g_param_spec_boolean ("only-missing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_indicator_filter_init (EntIndicatorFilter *self)
{
}

EntIndicatorFilter *
ent_indicator_filter_new (void)
{
  return g_object_new (ENT_TYPE_INDICATOR_FILTER, NULL);
}

static void
append_toggle (EntIndicatorFilter *self, GtkWidget *box, const char *label, const char *property)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  g_object_bind_property (self, property, toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_wrap_box_append (ADW_WRAP_BOX (box), toggle);
}

/**
 * ent_indicator_filter_create_bar:
 * @self: a filter
 *
 * Returns: (transfer floating): the chips that show and change it
 */
GtkWidget *
ent_indicator_filter_create_bar (EntIndicatorFilter *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "chips");
  append_toggle (self, box, _("No Value This Year"), "only-missing");
  append_toggle (self, box, _("Also of Ended Agreements"), "shows-over");

  return box;
}
