/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

/* Lists are counted a moment after the last change, not at each of many. */
#define COUNT_MS 300

static GtkWidget *
create_row (const EntUiPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(place->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), label);
  if (place->saved)
    {
      GtkWidget *count = gtk_label_new (NULL);

      gtk_widget_add_css_class (count, "caption");
      gtk_widget_add_css_class (count, "numeric");
      gtk_widget_add_css_class (count, "dimmed");
      gtk_box_append (GTK_BOX (box), count);
      g_object_set_data (G_OBJECT (row), "ent-count", count);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(place->title), -1);

  return row;
}

/* A line between the places and the lists. */
static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean is_first = before && g_object_get_data (G_OBJECT (row), "ent-count")
                      && !g_object_get_data (G_OBJECT (before), "ent-count");

  gtk_list_box_row_set_header (row,
                               is_first ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
show_count (GtkListBoxRow *row, const char *title, guint count)
{
  GtkLabel *label = GTK_LABEL (g_object_get_data (G_OBJECT (row), "ent-count"));
  g_autofree char *number = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");
  /* Translators: a list and the number of its lines, as a screen reader says it */
  g_autofree char *name = count > 0 ? g_strdup_printf (_("%1$s, %2$u"), title, count)
                                    : g_strdup (title);

  gtk_label_set_text (label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* One list each time there is nothing else to do: all of them together would hold up a key. */
static gboolean
count_cb (gpointer user_data)
{
  EntWindow *self = user_data;
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);
  g_autoptr (GPtrArray) lines = NULL;

  while (self->count_next < n_places && !places[self->count_next].saved)
    self->count_next++;
  if (self->count_next == n_places)
    {
      self->count_update = 0;
      return G_SOURCE_REMOVE;
    }

  lines = ent_saved_list_get (ent_session_get_project (self->session),
                              places[self->count_next].list,
                              ent_session_get_today (self->session));
  show_count (gtk_list_box_get_row_at_index (self->sidebar_list, (int) self->count_next),
              _(places[self->count_next].title), lines->len);
  self->count_next++;

  return G_SOURCE_CONTINUE;
}

static gboolean
begin_count_cb (gpointer user_data)
{
  EntWindow *self = user_data;

  self->count_next = 0;
  self->count_update = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
request_count (EntWindow *self)
{
  g_clear_handle_id (&self->count_update, g_source_remove);
  self->count_update = g_timeout_add (COUNT_MS, begin_count_cb, self);
}

/*
 * ent_window_fill_sidebar:
 *
 * Makes the rows of the sidebar once, and keeps the numbers of the lists true for the session.
 */
void
ent_window_fill_sidebar (EntWindow *self)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  if (!gtk_list_box_get_row_at_index (self->sidebar_list, 0))
    {
      gtk_list_box_set_header_func (self->sidebar_list, add_header, NULL, NULL);
      for (guint i = 0; i < n_places; i++)
        gtk_list_box_append (self->sidebar_list, create_row (&places[i]));
    }

  g_signal_connect_object (ent_session_get_store (self->session), "journal-changed",
                           G_CALLBACK (request_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "day-changed", G_CALLBACK (request_count), self,
                           G_CONNECT_SWAPPED);
  request_count (self);
}
