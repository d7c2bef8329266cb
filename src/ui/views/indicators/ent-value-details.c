/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-value-details.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-child-group.h"
#include "ui/widgets/ent-field-row.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const EntChildSpec evidence = {
  .title = N_ ("Evidence"),
  .table = &ent_attachment_table,
  .owner = "record",
  .add_label = N_ ("Add Evidence…"),
  .subtitles = COLUMNS ("role", "caption"),
};

/* What a value cannot be without is in the table; the rest of it here. */
static const char *const columns[] = { "value", "period", "territory", "dimension", "comment" };

/* A value taken back leaves nothing to show. */
static void
changed_cb (AdwDialog *dialog, GArray *ids, EntProject *project)
{
  EntRecord *value = g_object_get_data (G_OBJECT (dialog), "ent-value");

  if (!ent_project_get (project, ent_record_get_id (value)))
    adw_dialog_force_close (dialog);
}

/**
 * ent_value_details_present:
 * @widget: a widget of the window
 * @session: the session
 * @value: a baseline, target or value
 *
 * Shows everything of one value, edited in place: its comment, and the evidence for it.
 */
void
ent_value_details_present (GtkWidget *widget, EntSession *session, EntMeasurement *value)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = ent_record_dup_title (
      ENT_RECORD (value), ent_session_get_project (session), ent_session_get_lang (session));

  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  g_object_set_data_full (G_OBJECT (dialog), "ent-value", g_object_ref (value), g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *row = ent_field_row_new (
          session, ENT_RECORD (value), ent_table_find_column (&ent_measurement_table, columns[i]));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (i == 0)
        ent_accessible_name_list (row, title);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (
      ADW_PREFERENCES_PAGE (page),
      ADW_PREFERENCES_GROUP (ent_child_group_new (session, ENT_RECORD (value), &evidence)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  g_signal_connect_object (ent_session_get_project (session), "changed", G_CALLBACK (changed_cb),
                           dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}
