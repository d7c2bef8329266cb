/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-precedence-group.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "rules/ent-precedence.h"
#include "ui/widgets/ent-accessible.h"

/* Nothing at all brings the usual list back. */
static void
applied_cb (EntSession *session, GtkWidget *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (EntAction) action = ent_store_begin (ent_session_get_store (session),
                                                  N_ ("Change the Order of Precedence"), NULL);
  g_autoptr (GError) error = NULL;

  if (!ent_action_set_setting (action, ENT_SETTING_PRECEDENCE,
                               ent_text_is_blank (typed) ? NULL : typed, &error)
      || !ent_action_commit (action, &error))
    ent_session_report (session, error);
  gtk_editable_set_text (GTK_EDITABLE (row),
                         ent_precedence_get_list (ent_session_get_project (session)));
}

/**
 * ent_precedence_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): the functions in the order in which papers propose to name who
 *   bears them; applying it is one undo step
 */
GtkWidget *
ent_precedence_group_new (EntSession *session)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Order of Precedence"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Functions from the first to the last, with “;” between ranks and “/” between names of one "
        "rank. Papers propose this order; whoever is moved by hand stays there."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Functions"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row),
                         ent_precedence_get_list (ent_session_get_project (session)));
  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), session, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  ent_accessible_name_list (row, _("Order of Precedence"));

  return group;
}
