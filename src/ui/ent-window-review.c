/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "store/ent-attach.h"
#include "ui/ent-review-dialog.h"

/* A text field in focus would keep the key that undoes. */
static gboolean
leave_field_cb (gpointer user_data)
{
  gtk_window_set_focus (GTK_WINDOW (user_data), NULL);
  return G_SOURCE_REMOVE;
}

static void
applied_cb (EntWindow *self, gint64 id, gboolean completed)
{
  g_autofree char *title = ent_project_dup_title (ent_session_get_project (self->session), id,
                                                  ent_session_get_lang (self->session));
  g_autofree char *sentence = g_strdup_printf (completed ? _("“%s” Completed")
                                                         : _("“%s” Added"), title ? title : "");
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  ent_session_show (self->session, id);
  g_idle_add_full (G_PRIORITY_LOW, leave_field_cb, g_object_ref (self), g_object_unref);
}

static void
review (EntWindow *self, EntReviewText *text)
{
  AdwDialog *dialog = ent_review_dialog_new (self->session, text);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * ent_window_review_file:
 * @self: a window with a project
 * @file: a PDF or a file of text
 *
 * Reads what it says of an agreement, and shows that.
 */
void
ent_window_review_file (EntWindow *self, GFile *file)
{
  g_autofree char *directory = ent_store_dup_directory (ent_session_get_store (self->session));
  g_autoptr (EntReviewText) text = ent_review_text_new_file (file, directory);

  review (self, text);
}

static void
review_words (EntWindow *self, const char *words)
{
  g_autofree char *day = ent_day_to_iso (ent_session_get_today (self->session));
  /* Translators: name of a file; %s is a day: “2026-05-12” */
  g_autofree char *name = g_strdup_printf (_("Pasted text %s.txt"), day);
  g_autoptr (EntReviewText) text = ent_review_text_new_pasted (words, name);

  review (self, text);
}

/**
 * ent_window_review_document:
 * @self: a window with a project
 * @id: a document that has a file
 *
 * As ent_window_review_file(), with a file of the project.
 */
void
ent_window_review_document (EntWindow *self, EntId id)
{
  EntRecord *record = ent_project_get (ent_session_get_project (self->session), id);
  EntDocument *document = ENT_IS_DOCUMENT (record) ? ENT_DOCUMENT (record) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntReviewText) text = NULL;

  if (!document || !document->sha256)
    return;

  bytes = ent_store_get_blob (ent_session_get_store (self->session), document->sha256, &error);
  if (!bytes)
    {
      ent_session_report (self->session, error);
      return;
    }
  text = ent_review_text_new_bytes (bytes,
                                    document->file_name ? document->file_name : document->title);
  review (self, text);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file && self->session)
    ent_window_review_file (self, file);
  else if (self->session)
    ent_session_report (self->session, error);
}

/**
 * ent_window_ask_agreement:
 * @self: a window with a project
 *
 * Asks for the document of an agreement, then reads it.
 */
void
ent_window_ask_agreement (EntWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF documents and texts"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_mime_type (filter, "text/plain");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Import Agreement"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}

static gboolean
take_value (EntWindow *self, const GValue *value)
{
  if (!self->session)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (files)
        ent_window_review_file (self, files->data);
      return files != NULL;
    }
  if (!G_VALUE_HOLDS_STRING (value) || !g_value_get_string (value))
    return FALSE;

  review_words (self, g_value_get_string (value));
  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value)
    take_value (self, value);
  else if (self->session)
    ent_session_report (self->session, error);
}

/**
 * ent_window_paste_agreement:
 * @self: a window with a project
 *
 * Reads the file or the text of the clipboard. A file manager offers the names of its files as
 * text, too: files come first.
 */
void
ent_window_paste_agreement (EntWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GdkContentFormats)
      readable = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  const GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (gdk_content_formats_contain_gtype (readable, types[i]))
      {
        gdk_clipboard_read_value_async (clipboard, types[i], G_PRIORITY_DEFAULT, NULL, pasted_cb,
                                        g_object_ref (self));
        return;
      }
  ent_window_show_sentence (self, _("There is no text to paste: copy the text of an agreement, or "
                                    "of a page about it, first."));
}

static gboolean
drop_cb (EntWindow *self, const GValue *value)
{
  return take_value (self, value);
}

/**
 * ent_window_accept_agreements:
 * @self: a window
 *
 * Has it read what is dropped where nothing else takes it.
 */
void
ent_window_accept_agreements (EntWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
