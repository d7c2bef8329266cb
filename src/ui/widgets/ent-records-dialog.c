/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-records-dialog.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-activity.h"
#include "ui/widgets/ent-accessible.h"

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntId chosen;
} RecordsDialog;

static void
records_dialog_free (gpointer data)
{
  RecordsDialog *self = data;

  g_clear_object (&self->session);
  g_free (self);
}

/* The record whose page shows @record. */
static EntId
get_page (EntRecord *record)
{
  if (ENT_IS_OUTCOME (record))
    return ENT_OUTCOME (record)->event;
  if (ENT_IS_PROVISION (record))
    return ENT_PROVISION (record)->agreement;
  if (ENT_IS_MEASUREMENT (record))
    return ENT_MEASUREMENT (record)->indicator;

  return ent_record_get_id (record);
}

static void
activated_cb (GtkWidget *row, RecordsDialog *self)
{
  const EntId *chosen = g_object_get_data (G_OBJECT (row), "ent-record");

  self->chosen = *chosen;
  adw_dialog_close (self->dialog);
}

/* Not before: the dialog gives the focus back to where it was. */
static void
closed_cb (RecordsDialog *self)
{
  if (self->chosen)
    ent_session_show (self->session, self->chosen);
}

static char *
dup_subtitle (EntProject *project, EntRecord *record, const char *lang)
{
  const EntDate *date = ent_activity_get_date (project, record);
  const EntColumn *column = ENT_IS_EVENT (record)
                                ? ent_table_find_column (&ent_event_table, "state")
                                : NULL;
  g_autofree char *state = column ? ent_column_display (column, ENT_EVENT (record)->state, lang)
                                  : g_strdup ("");
  g_autofree char *when = date ? ent_date_format (date, lang)
                               : column
                              ? g_strdup (_("Date not recorded"))
                              : g_strdup ("");

  return g_strdup_printf ("%s%s%s", when, *when && *state ? " · " : "", state);
}

static GtkWidget *
create_row (RecordsDialog *self, EntRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  const char *lang = ent_session_get_lang (self->session);
  g_autofree char *title = ent_record_dup_title (record, ent_session_get_project (self->session),
                                                 lang);
  g_autofree char *subtitle = dup_subtitle (ent_session_get_project (self->session), record, lang);
  EntId page = get_page (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ent-record", g_memdup2 (&page, sizeof page), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);

  return row;
}

/**
 * ent_records_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @title: what the records are, "2024 · Climate"
 * @text: (nullable): what there is to say of them as a whole
 * @records: (element-type EntRecord): the records on which something rests
 *
 * Lists the records behind a figure; choosing one goes to its page.
 */
void
ent_records_dialog_present (
    GtkWidget *widget, EntSession *session, const char *title, const char *text, GPtrArray *records)
{
  RecordsDialog *self = g_new0 (RecordsDialog, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-records-dialog", self, records_dialog_free);
  g_signal_connect_swapped (self->dialog, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_set_title (self->dialog, title);
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_content_height (self->dialog, 420);

  if (text)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  for (guint i = 0; i < records->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (records, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (i == 0)
        ent_accessible_name_list (row, title);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_present (self->dialog, widget);
}
