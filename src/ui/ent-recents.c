/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-recents.h"

#include "ui/ent-settings.h"

#include <gtk/gtk.h>

#define KEY "recent-projects"
#define MAX_RECENTS 10

static void
fill (GtkStringList *model)
{
  g_auto (GStrv) uris = g_settings_get_strv (ent_settings_get (), KEY);

  gtk_string_list_splice (model, 0, g_list_model_get_n_items (G_LIST_MODEL (model)),
                          (const char *const *) uris);
}

/**
 * ent_recents_new_model:
 *
 * Returns: (transfer full): a list of #GtkStringObject, addresses of project files with the
 *   newest first, which follows the settings
 */
GListModel *
ent_recents_new_model (void)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  g_signal_connect_object (ent_settings_get (), "changed::" KEY, G_CALLBACK (fill), model,
                           G_CONNECT_SWAPPED);
  fill (model);

  return G_LIST_MODEL (model);
}

static void
store (const char *first, const char *without)
{
  g_auto (GStrv) uris = g_settings_get_strv (ent_settings_get (), KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  guint n = 0;

  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; uris[i] != NULL && n < MAX_RECENTS; i++)
    if (!g_str_equal (uris[i], without))
      {
        g_strv_builder_add (builder, uris[i]);
        n++;
      }

  kept = g_strv_builder_end (builder);
  g_settings_set_strv (ent_settings_get (), KEY, (const char *const *) kept);
}

/**
 * ent_recents_add:
 * @file: a project file that was opened
 *
 * Puts @file at the head of the list.
 */
void
ent_recents_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  store (uri, uri);
}

/**
 * ent_recents_remove:
 * @uri: address of a project file
 *
 * Takes a file off the list. The file itself stays.
 */
void
ent_recents_remove (const char *uri)
{
  store (NULL, uri);
}
