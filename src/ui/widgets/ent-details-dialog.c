/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-details-dialog.h"

#include <adwaita.h>

#include "base/ent-words.h"
#include "model/ent-page.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-field-row.h"

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntRecord *record;
} DetailsDialog;

static void
details_dialog_free (gpointer data)
{
  DetailsDialog *self = data;

  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_free (self);
}

static gboolean
is_shown (const EntColumn *column)
{
  return (column->flags & (ENT_COLUMN_OWNER | ENT_COLUMN_ORDER | ENT_COLUMN_CODE)) == 0
         && (column->kind != ENT_KIND_REFERENCE || !g_str_equal (column->target, "record"));
}

/* Its name may be changed here, and all of it undone. */
static void
project_changed_cb (GtkWidget *page)
{
  DetailsDialog *self = g_object_get_data (G_OBJECT (page), "ent-details-dialog");
  EntProject *project = ent_session_get_project (self->session);
  g_autofree char *title = NULL;

  if (!ent_project_get (project, ent_record_get_id (self->record)))
    {
      adw_dialog_force_close (self->dialog);
      return;
    }
  title = ent_record_dup_title (self->record, project, ent_session_get_lang (self->session));
  adw_dialog_set_title (self->dialog, title);
}

static GtkWidget *
create_page (DetailsDialog *self)
{
  const EntTable *table = ent_record_get_table (self->record);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  gboolean named = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      GtkWidget *row;

      if (!is_shown (&table->columns[i]))
        continue;
      row = ent_field_row_new (self->session, self->record, &table->columns[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (!named)
        ent_accessible_name_list (row,
                                  ent_words (ent_session_get_lang (self->session), table->label));
      named = TRUE;
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return page;
}

/**
 * ent_details_are_there:
 * @table: a type of record
 *
 * Returns: whether such a record is only picked from a list, as a place or a series is: it stands
 *   by itself and has no page
 */
gboolean
ent_details_are_there (const EntTable *table)
{
  return !ent_table_owns_page (table) && !ent_table_get_owner (table);
}

/**
 * ent_details_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @record: a record without a page
 *
 * Shows the fields of the record, to be edited in place; each is one undo step.
 */
void
ent_details_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *record)
{
  DetailsDialog *self = g_new0 (DetailsDialog, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page;

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  page = create_page (self);
  g_object_set_data_full (G_OBJECT (page), "ent-details-dialog", self, details_dialog_free);
  adw_dialog_set_content_width (self->dialog, 460);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
  project_changed_cb (page);
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), page, G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, widget);
}
