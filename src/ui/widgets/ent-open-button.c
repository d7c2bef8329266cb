/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-open-button.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-details-dialog.h"

/**
 * ent_open_button_new:
 *
 * Returns: (transfer floating): the button, hidden until it has somewhere to lead
 */
GtkWidget *
ent_open_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);

  return button;
}

/**
 * ent_open_button_set_target:
 * @button: such a button
 * @session: the session
 * @target: the record it leads to, %ENT_ID_NONE for none
 *
 * Names the button after the record, which it shows or edits; what "clicked" does is the caller's
 * to say.
 */
void
ent_open_button_set_target (GtkWidget *button, EntSession *session, EntId target)
{
  EntProject *project = ent_session_get_project (session);
  EntRecord *record = ent_project_get (project, target);
  gboolean has_details = record && ent_details_are_there (ent_record_get_table (record));
  g_autofree char *title = ent_project_dup_title (project, target, ent_session_get_lang (session));
  /* Translators: a button that goes to the page of what is named, or opens its fields where it
   * has no page */
  g_autofree char *label = g_strdup_printf (has_details ? _("Edit: %s")
                                                        : _("Show Page: %s"), title ? title : "");

  gtk_button_set_icon_name (GTK_BUTTON (button),
                            has_details ? "document-edit-symbolic" : "go-next-symbolic");

  gtk_widget_set_visible (button, target != ENT_ID_NONE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
