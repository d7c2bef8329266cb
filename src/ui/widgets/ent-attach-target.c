/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-attacher.h"

/* Where files arrive, and for what. */
typedef struct
{
  GtkWidget *widget; /* weak */
  EntSession *session;
  EntId record;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_clear_weak_pointer (&target->widget);
  g_clear_object (&target->session);
  g_free (target);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)

static Target *
target_new (GtkWidget *widget, EntSession *session, EntId record)
{
  Target *target = g_new0 (Target, 1);

  g_set_weak_pointer (&target->widget, widget);
  target->session = g_object_ref (session);
  target->record = record;

  return target;
}

static gboolean
is_shown (Target *target)
{
  return target->widget && gtk_widget_get_root (target->widget);
}

static void
take_value (Target *target, const GValue *value)
{
  if (!is_shown (target))
    return;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
      g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

      for (GSList *link = files; link; link = link->next)
        g_list_store_append (list, link->data);
      ent_attach_files (target->widget, target->session, target->record, G_LIST_MODEL (list));
    }
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    ent_attach_picture (target->widget, target->session, target->record,
                        g_value_get_object (value));
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, gpointer user_data)
{
  take_value (user_data, value);
  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Target) target = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value)
    take_value (target, value);
  else
    ent_session_report (target->session, error);
}

/* Files first: a file manager offers their icons as well. */
static gboolean
paste_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Target *target = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GdkContentFormats)
      readable = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  const GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (gdk_content_formats_contain_gtype (readable, types[i]))
      {
        gdk_clipboard_read_value_async (
            clipboard, types[i], G_PRIORITY_DEFAULT, NULL, pasted_cb,
            target_new (target->widget, target->session, target->record));
        return TRUE;
      }

  return FALSE;
}

/**
 * ent_attach_accept:
 * @widget: a list or a page
 * @session: the session
 * @record: what the files are for, as for ent_attach_files ()
 *
 * Has @widget take the files and pictures that are dropped on it, or pasted while the focus is in
 * it and not in a text.
 */
void
ent_attach_accept (GtkWidget *widget, EntSession *session, EntId record)
{
  Target *target = target_new (widget, session, record);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_object_set_data_full (G_OBJECT (drop), "ent-target", target, target_free);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), target);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (
          gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
          gtk_callback_action_new (paste_cb, target_new (widget, session, record), target_free)));
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_css_class (widget, "takes-files");
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Target) target = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel)
      files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files && is_shown (target))
    ent_attach_files (target->widget, target->session, target->record, files);
  else
    ent_session_report (target->session, error);
}

/**
 * ent_attach_ask:
 * @widget: a widget of the window
 * @session: the session
 * @record: what the files are for, as for ent_attach_files ()
 *
 * Asks which files, then attaches them.
 */
void
ent_attach_ask (GtkWidget *widget, EntSession *session, EntId record)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *window = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _("Attach Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Attach"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, chosen_cb,
                                 target_new (GTK_WIDGET (window), session, record));
}
