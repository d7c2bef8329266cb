/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-map.h"

#include <glib/gi18n-lib.h>

#include "ui/views/partners/ent-map-chart.h"
#include "ui/views/partners/ent-partner-filter.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-record-columns.h"
#include "ui/widgets/ent-record-item.h"

#define ZOOM_STEP 1.6
/* So many names of those without a place are read at once. */
#define MOST_NAMES 6

struct _EntPartnerMap
{
  AdwBin parent_instance;

  EntSession *session;
  GListModel *items;     /* EntRecordItem, what the filters let through */
  GHashTable *by_id;     /* gint64 → EntRecordItem: those on the map */
  GListStore *placeless; /* EntRecordItem */

  EntMapChart *chart;
  GtkWidget *zoom;
  AdwStatusPage *status;
  GtkWidget *show_all;
  GtkWidget *missing;
  GtkLabel *missing_label;
};

G_DEFINE_FINAL_TYPE (EntPartnerMap, ent_partner_map, ADW_TYPE_BIN)

static char *
dup_agreements (guint n)
{
  return n ? g_strdup_printf (ngettext ("%u agreement", "%u agreements", n), n)
           : g_strdup (_("no agreement"));
}

/* "City of Hue, Vietnam, 2 agreements", "City of Hue and 3 others nearby, 7 agreements". */
static char *
dup_dot_words (const EntMap *map, const EntMapDot *dot, gpointer user_data)
{
  EntPartnerMap *self = user_data;
  EntRecordItem *item = g_hash_table_lookup (self->by_id, &ent_map_get_member (map, dot, 0)->id);
  g_autofree char *others = NULL;
  g_autofree char *agreements = NULL;
  guint n_agreements = 0;

  for (guint i = 0; i < dot->n; i++)
    n_agreements += ent_map_get_member (map, dot, i)->n_agreements;
  agreements = dup_agreements (n_agreements);
  if (dot->n == 1)
    return g_strjoin (", ", item->title, item->country ? item->country : agreements,
                      item->country ? agreements : NULL, NULL);

  /* Translators: a partner on the map, and how many more are too near to be told apart */
  others = g_strdup_printf (
      ngettext ("%1$s and %2$u other nearby", "%1$s and %2$u others nearby", dot->n - 1),
      item->title, dot->n - 1);
  return g_strjoin (", ", others, agreements, NULL);
}

static void
row_activated_cb (EntPartnerMap *self, guint position, GtkListView *view)
{
  g_autoptr (EntRecordItem)
      item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  ent_session_show (self->session, ent_record_get_id (item->record));
}

/* A popover that lists partners, each leading to its page. */
static GtkWidget *
create_popover (EntPartnerMap *self, GListModel *items, const char *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (items))),
      ent_record_row_factory_new ());

  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  g_signal_connect_object (list, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, 270, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return popover;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* Not before it has given the focus back. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
open_cluster (EntPartnerMap *self, guint number)
{
  EntMap *map = ent_map_chart_get_map (self->chart);
  const EntMapDot *dot = ent_map_get_dot (map, number);
  GdkRectangle box = ent_map_chart_get_box (self->chart, number);
  g_autoptr (GListStore) items = g_list_store_new (ENT_TYPE_RECORD_ITEM);
  g_autofree char *name = dup_dot_words (map, dot, self);
  GtkWidget *popover;

  for (guint i = 0; i < dot->n; i++)
    g_list_store_append (items,
                         g_hash_table_lookup (self->by_id, &ent_map_get_member (map, dot, i)->id));
  popover = create_popover (self, G_LIST_MODEL (items), name);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->chart));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &box);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* One partner is opened; of several, the one chosen. */
static void
activated_cb (EntPartnerMap *self, guint number)
{
  EntMap *map = ent_map_chart_get_map (self->chart);
  const EntMapDot *dot = ent_map_get_dot (map, number);

  if (dot->n > 1)
    open_cluster (self, number);
  else
    ent_session_show (self->session, ent_map_get_member (map, dot, 0)->id);
}

/* "3 have no place: A, B, C", which opens their list. */
static void
show_placeless (EntPartnerMap *self)
{
  GListModel *items = G_LIST_MODEL (self->placeless);
  guint n = g_list_model_get_n_items (items);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (names, "%s%s", i ? ", " : "", item->title);
    }
  if (n > MOST_NAMES)
    g_string_append (names, "…");
  /* Translators: how many organisations are not on the map, and their names */
  words = g_strdup_printf (ngettext ("%1$u has no place: %2$s", "%1$u have no place: %2$s", n), n,
                           names->str);
  gtk_label_set_text (self->missing_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->missing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (self->missing, n > 0);
}

static void
show_status (EntPartnerMap *self, guint n_dots)
{
  gboolean nothing = g_list_model_get_n_items (self->items) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->status), n_dots == 0);
  gtk_widget_set_visible (self->zoom, n_dots > 0);
  gtk_widget_set_visible (self->show_all, nothing);
  adw_status_page_set_icon_name (self->status,
                                 nothing ? "edit-find-symbolic" : "mark-location-symbolic");
  adw_status_page_set_title (self->status, nothing ? _("No Results Found") : _("No Places Yet"));
  adw_status_page_set_description (self->status, nothing
                                   ? _("No organisation matches the search and the filters.")
                                   : _("Record the place of an organisation on its page: with "
                                "coordinates, it stands here."));
}

static void
refresh (EntPartnerMap *self)
{
  EntMap *map = ent_map_new ();
  g_autoptr (GPtrArray) placeless = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = g_list_model_get_n_items (self->items);

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (self->items, i);
      const EntPartnerFacts *facts = item->facts;
      gint64 id = ent_record_get_id (item->record);

      if (facts->has_point)
        {
          ent_map_add (map, id, facts->lat, facts->lon, facts->n_agreements, item->title);
          g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), g_steal_pointer (&item));
        }
      else
        g_ptr_array_add (placeless, g_steal_pointer (&item));
    }
  g_list_store_splice (self->placeless, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->placeless)), placeless->pdata,
                       placeless->len);
  show_status (self, map->points->len);
  ent_map_chart_set_map (self->chart, map);
  show_placeless (self);
}

static void
zoom_in_cb (EntPartnerMap *self)
{
  ent_map_chart_zoom (self->chart, ZOOM_STEP);
}

static void
zoom_out_cb (EntPartnerMap *self)
{
  ent_map_chart_zoom (self->chart, 1 / ZOOM_STEP);
}

static void
fit_cb (EntPartnerMap *self)
{
  ent_map_chart_fit (self->chart);
}

static void
add_zoom (EntPartnerMap *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "osd");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->zoom), button);
}

static void
create_zoom (EntPartnerMap *self)
{
  self->zoom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_halign (self->zoom, GTK_ALIGN_END);
  gtk_widget_set_valign (self->zoom, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->zoom, "map-zoom");
  add_zoom (self, "zoom-in-symbolic", _("Zoom In"), G_CALLBACK (zoom_in_cb));
  add_zoom (self, "zoom-out-symbolic", _("Zoom Out"), G_CALLBACK (zoom_out_cb));
  add_zoom (self, "zoom-fit-best-symbolic", _("Show All Dots"), G_CALLBACK (fit_cb));
}

static void
create_status (EntPartnerMap *self)
{
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->show_all = gtk_button_new_with_mnemonic (_("Show A_ll Organisations"));
  gtk_widget_set_halign (self->show_all, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->show_all, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_all), "record.show-all");
  adw_status_page_set_child (self->status, self->show_all);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
}

static GtkWidget *
create_foot (EntPartnerMap *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *source = gtk_label_new (NULL);
  /* Translators: whose outlines the map shows */
  g_autofree char *words = g_strdup_printf (_("Outlines: %s, with borders as they hold de facto"),
                                              "Natural Earth");

  self->missing = gtk_menu_button_new ();
  self->missing_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->missing_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->missing_label, 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->missing), GTK_WIDGET (self->missing_label));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->missing), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->missing), GTK_ARROW_UP);
  gtk_menu_button_set_popover (
      GTK_MENU_BUTTON (self->missing),
      create_popover (self, G_LIST_MODEL (self->placeless), _("Organisations without a place")));
  gtk_widget_add_css_class (self->missing, "flat");

  gtk_label_set_text (GTK_LABEL (source), words);
  gtk_label_set_xalign (GTK_LABEL (source), 0);
  gtk_label_set_wrap (GTK_LABEL (source), TRUE);
  gtk_widget_add_css_class (source, "caption");
  gtk_widget_add_css_class (source, "dim-label");
  gtk_box_append (GTK_BOX (foot), self->missing);
  gtk_box_append (GTK_BOX (foot), source);
  gtk_widget_add_css_class (foot, "map-foot");

  return foot;
}

static gboolean
ent_partner_map_grab_focus (GtkWidget *widget)
{
  EntPartnerMap *self = ENT_PARTNER_MAP (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->chart))
         || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ent_partner_map_dispose (GObject *object)
{
  EntPartnerMap *self = ENT_PARTNER_MAP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->placeless);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_partner_map_parent_class)->dispose (object);
}

static void
ent_partner_map_class_init (EntPartnerMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_partner_map_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ent_partner_map_grab_focus;
}

static void
ent_partner_map_init (EntPartnerMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->placeless = g_list_store_new (ENT_TYPE_RECORD_ITEM);
  self->chart = ENT_MAP_CHART (ent_map_chart_new (dup_dot_words, self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of organisations"), -1);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  create_zoom (self);
  create_status (self);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->chart));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->status));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->zoom);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ent_partner_map_new:
 * @session: the session
 * @items: (element-type EntRecordItem): the organisations shown, followed as they change
 *
 * Returns: (transfer floating): the map
 */
GtkWidget *
ent_partner_map_new (EntSession *session, GListModel *items)
{
  EntPartnerMap *self = g_object_new (ENT_TYPE_PARTNER_MAP, NULL);

  self->session = g_object_ref (session);
  self->items = g_object_ref (items);
  ent_follow_list (GTK_WIDGET (self), items, (EntFollowFunc) refresh);
  ent_follow_request (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
