/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-welcome-page.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "store/ent-project-file.h"
#include "ui/ent-file-names.h"
#include "ui/ent-recents.h"

struct _EntWelcomePage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *unsaved_group;
  GtkListBox *unsaved_list;
  AdwPreferencesGroup *recent_group;
  GtkListBox *recent_list;

  GListModel *recents;
};

G_DEFINE_FINAL_TYPE (EntWelcomePage, ent_welcome_page, ADW_TYPE_BIN)

static void
remove_cb (GtkButton *button, gpointer user_data)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");
  g_autofree char *kept = g_strdup (uri);

  ent_recents_remove (kept);
}

static void
add_remove_button (AdwActionRow *row, const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Remove from List"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  return row;
}

static void
make_opener (GtkWidget *row, const char *action, const char *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static GtkWidget *
create_recent_cb (gpointer item, gpointer user_data)
{
  const char *uri = gtk_string_object_get_string (item);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *title = ent_file_dup_stem (file);
  g_autofree char *path = ent_file_dup_shown_path (file);
  GtkWidget *row = NULL;

  /* A share that is asleep must not hold up the first picture: only local files are asked. */
  if (g_file_is_native (file) && !g_file_query_exists (file, NULL))
    {
      g_autofree char *missing = g_strdup_printf (_("Missing: %s"), path);

      row = create_row (title, missing);
      add_remove_button (ADW_ACTION_ROW (row), uri);
    }
  else
    {
      row = create_row (title, path);
      make_opener (row, "app.open-uri", uri);
    }

  return row;
}

static void
recents_changed_cb (EntWelcomePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group),
                          g_list_model_get_n_items (self->recents) > 0);
}

static void
fill_unsaved (EntWelcomePage *self)
{
  g_autoptr (GPtrArray) unsaved = ent_project_file_list_unsaved ();

  for (guint i = 0; i < unsaved->len; i++)
    {
      const EntUnsaved *copy = g_ptr_array_index (unsaved, i);
      g_autoptr (GFile) file = g_file_new_for_uri (copy->uri);
      g_autofree char *path = ent_file_dup_shown_path (file);
      g_autofree char *stem = ent_file_dup_stem (file);
      GtkWidget *row = create_row (copy->title != NULL ? copy->title : stem, path);

      make_opener (row, "app.resume", copy->directory);
      gtk_list_box_append (self->unsaved_list, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->unsaved_group), unsaved->len > 0);
}

static void
ent_welcome_page_dispose (GObject *object)
{
  EntWelcomePage *self = ENT_WELCOME_PAGE (object);

  g_clear_object (&self->recents);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (ent_welcome_page_parent_class)->dispose (object);
}

static void
ent_welcome_page_class_init (EntWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWelcomePage, unsaved_group);
  gtk_widget_class_bind_template_child (widget_class, EntWelcomePage, unsaved_list);
  gtk_widget_class_bind_template_child (widget_class, EntWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, EntWelcomePage, recent_list);
}

static void
ent_welcome_page_init (EntWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->recents = ent_recents_new_model ();
  g_signal_connect_object (self->recents, "items-changed", G_CALLBACK (recents_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->recent_list, self->recents, create_recent_cb, NULL, NULL);
  recents_changed_cb (self);
  fill_unsaved (self);
}
