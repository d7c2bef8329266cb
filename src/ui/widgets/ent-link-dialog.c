/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-link-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"

/* What a link leads to, in the order of the row. */
static const char *const kinds[] = { "press", "video", "web" };

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntId record;
  GtkWidget *url;
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *message;
} LinkDialog;

static void
link_dialog_free (gpointer data)
{
  LinkDialog *self = data;

  g_clear_object (&self->session);
  g_free (self);
}

/* Strictly, a host may be nearly anything; what is meant has a dot and no space. */
static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && host
         && strchr (host, '.') && !strpbrk (host, " \t\n%<>\"");
}

/* The address as a browser takes it; people leave out its beginning. */
static char *
read_url (LinkDialog *self, GError **error)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url)));
  g_autofree char *scheme = g_uri_parse_scheme (g_strstrip (typed));
  g_autofree char *url = scheme || *typed == '\0' ? g_strdup (typed)
                                                  : g_strconcat ("https://", typed, NULL);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (uri && is_web (uri))
    return g_steal_pointer (&url);

  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is no web address: copy it from the browser, as https://…"), typed);
  return NULL;
}

/* The document that has this address already. */
static EntId
find_link (LinkDialog *self, const char *url)
{
  GListModel *list = ent_project_get_list (ent_session_get_project (self->session),
                                           &ent_document_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntDocument) document = g_list_model_get_item (list, i);

      if (g_strcmp0 (document->url, url) == 0)
        return ent_record_get_id (ENT_RECORD (document));
    }

  return ENT_ID_NONE;
}

static gboolean
set (EntAction *action,
     EntId id,
     const EntTable *table,
     const char *column,
     const char *value,
     GError **error)
{
  return ent_action_set (action, id, ent_table_find_column (table, column), value, error);
}

static EntId
add_document (LinkDialog *self, EntAction *action, const char *url, GError **error)
{
  const EntTable *table = &ent_document_table;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->title));
  const char *title = ent_text_is_blank (typed) ? url : typed;
  const char *kind = kinds[adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind))];
  EntId id = ent_action_add (action, table, ENT_ID_NONE, error);

  if (id != ENT_ID_NONE && set (action, id, table, "title", title, error)
      && set (action, id, table, "kind", kind, error) && set (action, id, table, "url", url, error))
    return id;

  return ENT_ID_NONE;
}

static gboolean
add_attachment (LinkDialog *self, EntAction *action, EntId document, GError **error)
{
  const EntTable *table = &ent_attachment_table;
  const char *kind = kinds[adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind))];
  const char *role = g_str_equal (kind, "web") ? "other" : kind;
  g_autoptr (GPtrArray) before = ent_project_get_children (ent_session_get_project (self->session),
                                                           self->record, table, "record");
  g_autofree char *position = g_strdup_printf ("%u", before->len + 1);
  g_autofree char *on = ent_id_to_string (self->record);
  g_autofree char *what = ent_id_to_string (document);
  EntId id;

  if (self->record == ENT_ID_NONE)
    return TRUE;
  id = ent_action_add (action, table, ENT_ID_NONE, error);
  return id != ENT_ID_NONE && set (action, id, table, "record", on, error)
         && set (action, id, table, "document", what, error)
         && set (action, id, table, "role", role, error)
         && set (action, id, table, "position", position, error);
}

static gboolean
add_link (LinkDialog *self, EntId *document, GError **error)
{
  g_autofree char *url = read_url (self, error);
  g_autoptr (EntAction) action = NULL;

  if (!url)
    return FALSE;
  *document = find_link (self, url);
  if (*document != ENT_ID_NONE && self->record == ENT_ID_NONE)
    return TRUE;

  action = ent_store_begin (ent_session_get_store (self->session), N_ ("Attach “%s”"), url, NULL);
  if (*document == ENT_ID_NONE)
    *document = add_document (self, action, url, error);
  return *document != ENT_ID_NONE && add_attachment (self, action, *document, error)
         && ent_action_commit (action, error);
}

static void
add_cb (LinkDialog *self)
{
  g_autoptr (EntSession) session = g_object_ref (self->session);
  g_autoptr (GError) error = NULL;
  EntId document, record = self->record;

  if (add_link (self, &document, &error))
    {
      adw_dialog_close (self->dialog);
      if (record == ENT_ID_NONE)
        ent_session_show (session, document);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->message), error->message);
  gtk_widget_set_visible (self->message, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->message), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GtkWidget *
create_kind_row (LinkDialog *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const EntColumn *column = ent_table_find_column (&ent_document_table, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *word = ent_column_display (column, kinds[i],
                                                  ent_session_get_lang (self->session));

      gtk_string_list_append (words, word);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Kind"));

  return row;
}

static GtkWidget *
create_entry (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);

  return row;
}

static void
fill_dialog (LinkDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_dialog_set_title (self->dialog, _("Add Link"));
  adw_dialog_set_content_width (self->dialog, 460);
  self->url = create_entry (_("Web address"));
  self->title = create_entry (_("Title"));
  self->kind = create_kind_row (self);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  adw_preferences_group_add (group, self->url);
  adw_preferences_group_add (group, self->title);
  adw_preferences_group_add (group, self->kind);
  adw_preferences_group_add (group, self->message);
  ent_accessible_name_list (self->url, _("Link"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);

  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (self->dialog, _("_Add"), G_CALLBACK (add_cb), self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, self->url);
}

/**
 * ent_link_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @record: what the link is attached to, %ENT_ID_NONE: to nothing yet
 *
 * A link the project has is not added twice: its document is taken. Adding is one undo step.
 */
void
ent_link_dialog_present (GtkWidget *widget, EntSession *session, EntId record)
{
  LinkDialog *self = g_new0 (LinkDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->record = record;
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-link-dialog", self, link_dialog_free);
  fill_dialog (self);
  adw_dialog_present (self->dialog, widget);
}
