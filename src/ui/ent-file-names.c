/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-file-names.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"

#include <string.h>

/* Where the document portal says which file of the host it stands for. */
#define HOST_PATH "xattr::document-portal.host-path"

/**
 * ent_file_dup_shown_path:
 * @file: a file
 *
 * The place of a file as its owner knows it: on the host rather than in the sandbox, the
 * home folder as “~”.
 *
 * Returns: (transfer full): text to show, not a path to open
 */
char *
ent_file_dup_shown_path (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, HOST_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *host = info != NULL ? g_file_info_get_attribute_string (info, HOST_PATH) : NULL;
  g_autofree char *name = host != NULL ? g_strdup (host) : g_file_get_parse_name (file);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (name, home) && name[length] == G_DIR_SEPARATOR)
    return g_strconcat ("~", name + length, NULL);

  return g_filename_display_name (name);
}

/**
 * ent_file_dup_stem:
 * @file: a project file
 *
 * Returns: (transfer full): its name without folder and suffix, to be shown
 */
char *
ent_file_dup_stem (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");

  if (g_str_has_suffix (name, ENT_PROJECT_SUFFIX))
    name[strlen (name) - strlen (ENT_PROJECT_SUFFIX)] = '\0';

  return g_steal_pointer (&name);
}

/**
 * ent_file_name_clean:
 * @name: a title
 *
 * Returns: (transfer full): @name as the name of a file, without what file systems refuse
 */
char *
ent_file_name_clean (const char *name)
{
  char *clean = g_strdup (name);

  g_strdelimit (clean, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (clean);

  return clean;
}

/**
 * ent_file_get_free:
 * @folder: a folder
 * @stem: the name wished for
 * @suffix: its suffix, with the point
 *
 * Returns: (transfer full): a file of @folder that does not exist yet: the name itself, or
 *   with a number behind it
 */
GFile *
ent_file_get_free (GFile *folder, const char *stem, const char *suffix)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stem, suffix, NULL)
                                     : g_strdup_printf ("%s (%u)%s", stem, i, suffix);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
}

/**
 * ent_file_with_suffix:
 * @file: a file chosen in a dialog
 * @suffix: a suffix, with the point
 *
 * Returns: (transfer full): @file, or the one beside it that has the suffix
 */
GFile *
ent_file_with_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (name == NULL || folder == NULL || g_str_has_suffix (name, suffix))
    return g_object_ref (file);

  longer = g_strconcat (name, suffix, NULL);
  return g_file_get_child (folder, longer);
}

/**
 * ent_file_new_project_filters:
 *
 * Returns: (transfer full): the filters of a dialog that opens project files
 */
GListModel *
ent_file_new_project_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (projects, _("Entente Projects"));
  gtk_file_filter_add_suffix (projects, ENT_PROJECT_SUFFIX + 1);
  gtk_file_filter_add_mime_type (projects, ENT_PROJECT_MEDIA_TYPE);
  g_list_store_append (filters, projects);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}
