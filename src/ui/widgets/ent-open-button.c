/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-open-button.h"

#include <glib/gi18n-lib.h>

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
 * Names the button after the record; what "clicked" does is the caller's to say.
 */
void
ent_open_button_set_target (GtkWidget *button, EntSession *session, EntId target)
{
  g_autofree char *title = ent_project_dup_title (ent_session_get_project (session), target,
                                                  ent_session_get_lang (session));
  /* Translators: a button that goes to the page of what is named */
  g_autofree char *label = g_strdup_printf (_("Show Page: %s"), title ? title : "");

  gtk_widget_set_visible (button, target != ENT_ID_NONE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
