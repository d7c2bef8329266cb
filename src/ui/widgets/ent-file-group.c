/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-file-group.h"

#include <glib/gi18n-lib.h>

#include "store/ent-extract.h"
#include "ui/widgets/ent-attacher.h"
#include "ui/widgets/ent-document-file.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-thumbnail.h"

#define PICTURE_SIZE 360

struct _EntFileGroup
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntDocument *document;

  GtkWidget *row;
  GtkWidget *read_button;
  GtkWidget *open_button;
  GtkWidget *save_button;
  GtkWidget *review_button;
  GtkWidget *attach_button;
  GtkWidget *link_button;
};

G_DEFINE_FINAL_TYPE (EntFileGroup, ent_file_group, ADW_TYPE_PREFERENCES_GROUP)

static void
refresh (EntFileGroup *self)
{
  EntDocument *document = self->document;
  gint64 size = -1;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!ent_project_get (ent_session_get_project (self->session),
                        ent_record_get_id (ENT_RECORD (document))))
    return;

  if (document->sha256)
    {
      size = ent_store_get_blob_size (ent_session_get_store (self->session), document->sha256);
      name = ent_document_dup_file_name (document);
      words = size >= 0 ? g_format_size ((guint64) size)
                        : g_strdup (_("The file is not in the project: attach it again."));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), name ? name : _("No File"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               words ? words : _("Attach one, drop it here, or paste it."));
  gtk_widget_set_visible (self->read_button, size >= 0 && ent_document_is_pdf (document));
  gtk_widget_set_visible (self->open_button, size >= 0);
  gtk_widget_set_visible (self->save_button, size >= 0);
  gtk_widget_set_visible (self->review_button, size >= 0 && ent_document_is_pdf (document));
  gtk_button_set_label (GTK_BUTTON (self->attach_button),
                        size >= 0 ? _("Re_place File…") : _("Attac_h File…"));
  gtk_widget_set_visible (self->link_button, ent_document_has_link (document));
}

static void
read_cb (EntFileGroup *self)
{
  ent_document_read (self->session, ENT_RECORD (self->document));
}

static void
open_cb (EntFileGroup *self)
{
  ent_document_open (GTK_WIDGET (self), self->session, self->document);
}

static void
save_cb (EntFileGroup *self)
{
  ent_document_save_copy (GTK_WIDGET (self), self->session, self->document);
}

static void
attach_cb (EntFileGroup *self)
{
  ent_attach_ask (GTK_WIDGET (self), self->session,
                  ent_record_get_id (ENT_RECORD (self->document)));
}

static void
link_cb (EntFileGroup *self)
{
  ent_document_follow (GTK_WIDGET (self), self->session, self->document);
}

/* The window has what it takes to review one. */
static void
review_cb (EntFileGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.read-document", "x",
                              ent_record_get_id (ENT_RECORD (self->document)));
}

static GtkWidget *
append_button (EntFileGroup *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);

  return button;
}

static GtkWidget *
create_buttons (EntFileGroup *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_top (box, 12);
  self->read_button = append_button (self, box, _("_Read"), G_CALLBACK (read_cb));
  gtk_widget_add_css_class (self->read_button, "suggested-action");
  self->open_button = append_button (self, box, _("_Open File"), G_CALLBACK (open_cb));
  self->save_button = append_button (self, box, _("_Save a Copy…"), G_CALLBACK (save_cb));
  self->review_button
      = append_button (self, box, _("Read the A_greement…"), G_CALLBACK (review_cb));
  self->link_button = append_button (self, box, _("_Follow Link"), G_CALLBACK (link_cb));
  self->attach_button = append_button (self, box, _("Attac_h File…"), G_CALLBACK (attach_cb));

  return box;
}

static void
ent_file_group_dispose (GObject *object)
{
  EntFileGroup *self = ENT_FILE_GROUP (object);

  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_file_group_parent_class)->dispose (object);
}

static void
ent_file_group_class_init (EntFileGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_file_group_dispose;
}

static void
ent_file_group_init (EntFileGroup *self)
{
}

/**
 * ent_file_group_new:
 * @session: the session
 * @document: an #EntDocument
 *
 * Returns: (transfer floating): the group, kept equal to the project
 */
GtkWidget *
ent_file_group_new (EntSession *session, EntRecord *document)
{
  EntFileGroup *self = g_object_new (ENT_TYPE_FILE_GROUP, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *thumbnail = ent_thumbnail_new (session, ENT_DOCUMENT (document), PICTURE_SIZE);

  self->session = g_object_ref (session);
  self->document = g_object_ref (ENT_DOCUMENT (document));
  adw_preferences_group_set_title (group, _("File"));
  self->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->row), 2);
  adw_preferences_group_add (group, self->row);
  gtk_widget_set_margin_top (thumbnail, 12);
  adw_preferences_group_add (group, thumbnail);
  adw_preferences_group_add (group, create_buttons (self));
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
