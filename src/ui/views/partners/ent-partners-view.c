/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partners-view.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-settings.h"
#include "ui/views/partners/ent-holder-dialog.h"
#include "ui/views/partners/ent-partner-filter-bar.h"
#include "ui/views/partners/ent-partner-lists.h"
#include "ui/views/partners/ent-partner-map.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntPartnersView
{
  AdwBin parent_instance;

  EntSession *session;
  GtkStack *stack;
  EntRecordView *organisations;
  EntRecordView *countries; /* the organisations, by country */
  EntRecordView *people;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntPartnersView,
                               ent_partners_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static void
show_list (EntPartnersView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* In the order in which they are being looked at. */
static EntRecordView *
get_organisations (EntPartnersView *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->countries)
             ? self->countries
             : self->organisations;
}

static gboolean
show (EntPlaceView *place, EntId id)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (place);

  if (ent_record_view_show (get_organisations (self), id))
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (get_organisations (self)));
  else if (ent_record_view_show (self->people, id))
    show_list (self, "people");
  else
    return FALSE;

  return TRUE;
}

static void
search (EntPlaceView *place)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (place);

  ent_record_view_search (ENT_RECORD_VIEW (gtk_stack_get_visible_child (self->stack)));
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
  iface->search = search;
}

static void
show_list_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_list (ENT_PARTNERS_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_organisation_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (widget);
  EntId id = ent_session_add (self->session, &ent_organisation_table, "name",
                              ent_session_get_first_words (self->session, N_ ("New Organisation")),
                              "relation_class", "partner", NULL);

  if (id != ENT_ID_NONE)
    show (ENT_PLACE_VIEW (self), id);
}

static void
new_person_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (widget);
  EntId id = ent_session_add (self->session, &ent_person_table, "shown_name",
                              ent_session_get_first_words (self->session, N_ ("New Person")), NULL);

  if (id != ENT_ID_NONE)
    show (ENT_PLACE_VIEW (self), id);
}

/* Whichever of the two is being looked at. */
static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (widget);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->people))
    new_person_action_cb (widget, action, parameter);
  else
    new_organisation_action_cb (widget, action, parameter);
}

static void
change_holder_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntPartnersView *self = ENT_PARTNERS_VIEW (widget);
  EntRecord *organisation = ent_record_view_get_shown (get_organisations (self));

  if (organisation)
    ent_holder_dialog_present (widget, self->session, organisation);
}

static void
ent_partners_view_dispose (GObject *object)
{
  g_clear_object (&ENT_PARTNERS_VIEW (object)->session);

  G_OBJECT_CLASS (ent_partners_view_parent_class)->dispose (object);
}

static void
ent_partners_view_class_init (EntPartnersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_partners_view_dispose;
  gtk_widget_class_install_action (widget_class, "partners.show-list", "s", show_list_action_cb);
  gtk_widget_class_install_action (widget_class, "partners.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "partners.new-organisation", NULL,
                                   new_organisation_action_cb);
  gtk_widget_class_install_action (widget_class, "partners.new-person", NULL,
                                   new_person_action_cb);
  gtk_widget_class_install_action (widget_class, "partners.change-holder", NULL,
                                   change_holder_action_cb);
}

static void
ent_partners_view_init (EntPartnersView *self)
{
}

static EntRecordView *
add_list (EntPartnersView *self, const char *name, const EntRecordSpec *spec)
{
  g_autoptr (EntPartnerFilter) filter = ent_partner_filter_new ();
  EntRecordView *view = ENT_RECORD_VIEW (
      ent_record_view_new (self->session, spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));

  ent_record_view_set_chips (view,
                             ent_partner_filter_bar_new (self->session, name, filter,
                                                         ent_record_view_get_items (view)));
  gtk_stack_add_named (self->stack, GTK_WIDGET (view), name);

  return view;
}

/**
 * ent_partners_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Partners
 */
GtkWidget *
ent_partners_view_new (EntSession *session)
{
  EntPartnersView *self = g_object_new (ENT_TYPE_PARTNERS_VIEW, NULL);

  self->session = g_object_ref (session);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->organisations = add_list (self, "organisations", &ent_organisation_list_spec);
  ent_record_view_add_form (
      self->organisations, "map", "mark-location-symbolic", _("Show on a Map"),
      ent_partner_map_new (session, ent_record_view_get_filtered (self->organisations)));
  self->countries = add_list (self, "countries", &ent_country_list_spec);
  self->people = add_list (self, "people", &ent_person_list_spec);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));

  return GTK_WIDGET (self);
}

/**
 * ent_partners_view_get_filtered:
 * @self: the view
 * @list: "organisations", "countries" or "people"
 *
 * Returns: (transfer none) (element-type EntRecordItem): what its filters let through
 */
GListModel *
ent_partners_view_get_filtered (EntPartnersView *self, const char *list)
{
  return ent_record_view_get_filtered (
      ENT_RECORD_VIEW (gtk_stack_get_child_by_name (self->stack, list)));
}
