/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/documents/ent-documents-view.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-settings.h"
#include "ui/views/documents/ent-document-list.h"
#include "ui/widgets/ent-attacher.h"
#include "ui/widgets/ent-choice-bar.h"
#include "ui/widgets/ent-link-dialog.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntDocumentsView
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecordView *view;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntDocumentsView,
                               ent_documents_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static gboolean
show (EntPlaceView *place, EntId id)
{
  return ent_record_view_show (ENT_DOCUMENTS_VIEW (place)->view, id);
}

static void
search (EntPlaceView *place)
{
  ent_record_view_search (ENT_DOCUMENTS_VIEW (place)->view);
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
  iface->search = search;
}

static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (EntSession) session = g_object_ref (ENT_DOCUMENTS_VIEW (widget)->session);
  EntId id = ent_session_add (session, &ent_document_table, "title",
                              ent_session_get_first_words (session, N_ ("New Document")), NULL);

  if (id != ENT_ID_NONE)
    ent_session_show (session, id);
}

static void
attach_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_attach_ask (widget, ENT_DOCUMENTS_VIEW (widget)->session, ENT_ID_NONE);
}

static void
link_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_link_dialog_present (widget, ENT_DOCUMENTS_VIEW (widget)->session, ENT_ID_NONE);
}

static void
ent_documents_view_dispose (GObject *object)
{
  g_clear_object (&ENT_DOCUMENTS_VIEW (object)->session);

  G_OBJECT_CLASS (ent_documents_view_parent_class)->dispose (object);
}

static void
ent_documents_view_class_init (EntDocumentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_documents_view_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "documents.new", NULL, new_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "documents.attach", NULL,
                                   attach_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "documents.link", NULL,
                                   link_action_cb);
}

/* The two ways a document comes from outside, over the list. */
static GtkWidget *
create_ways_in (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } ways[] = {
    { N_ ("Attach Files…"), "documents.attach" },
    { N_ ("Add Link…"), "documents.link" },
  };
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "list-head");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(ways[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ways[i].action);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }

  return box;
}

static void
ent_documents_view_init (EntDocumentsView *self)
{
}

/**
 * ent_documents_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Documents
 */
GtkWidget *
ent_documents_view_new (EntSession *session)
{
  EntDocumentsView *self = g_object_new (ENT_TYPE_DOCUMENTS_VIEW, NULL);
  g_autoptr (EntChoiceFilter) filter = ent_document_filter_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->view = ENT_RECORD_VIEW (ent_record_view_new (
      session, &ent_document_list_spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));
  gtk_box_append (GTK_BOX (head), create_ways_in ());
  gtk_box_append (GTK_BOX (head),
                  ent_choice_bar_new (session, filter, ent_record_view_get_items (self->view)));
  ent_record_view_set_chips (self->view, head);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  ent_attach_accept (GTK_WIDGET (self), session, ENT_ID_NONE);

  return GTK_WIDGET (self);
}

/**
 * ent_documents_view_get_filtered:
 * @self: the view
 *
 * Returns: (transfer none): an #EntRecordItem for every document that the filters let through
 */
GListModel *
ent_documents_view_get_filtered (EntDocumentsView *self)
{
  return ent_record_view_get_filtered (self->view);
}
