/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-table-dialog.h"

static void
imported_cb (EntWindow *self, guint n_new, guint n_completed)
{
  /* Translators: after the rows of a table were imported. */
  g_autofree char *sentence = g_strdup_printf (_("Imported: %u new, %u completed"), n_new,
                                                 n_completed);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * ent_window_import_table:
 * @self: a window with a project
 * @table: type of the rows
 * @preset: (nullable): what all rows have: column, value, …, %NULL
 * @start: (nullable): what is proposed for all rows, in the same way
 * @bytes: the table
 * @name: (nullable): name of its file, %NULL for the clipboard
 *
 * Shows what importing a table would do, and does it when the officer says so.
 */
void
ent_window_import_table (EntWindow *self,
                         const EntTable *table,
                         const char *const *preset,
                         const char *const *start,
                         GBytes *bytes,
                         const char *name)
{
  AdwDialog *dialog = ent_table_dialog_new (self->session, table, preset, start, bytes, name);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * ent_window_import_file:
 * @self: a window with a project
 * @type: name of the type of the rows
 * @path: a file of comma-separated values
 *
 * As ent_window_import_table(), for programs that drive this one.
 */
void
ent_window_import_file (EntWindow *self, const char *type, const char *path)
{
  const EntTable *table = ent_table_find (type);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!table || !self->session)
    return;
  if (!g_file_get_contents (path, &text, &length, &error))
    {
      ent_session_report (self->session, error);
      return;
    }

  bytes = g_bytes_new (text, length);
  ent_window_import_table (self, table, NULL, NULL, bytes, name);
}
