/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-papers-button.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-menu-letter.h"

/**
 * ent_papers_append:
 * @menu: a menu of the window
 * @kind: a paper that has a title
 * @record: of which record; %ENT_ID_NONE for the whole project
 *
 * Adds the item that asks the window for it.
 */
void
ent_papers_append (GMenu *menu, const EntPaperKind *kind, EntId record)
{
  g_autofree char *label = g_strconcat (_(kind->title), "…", NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.export-paper", "(ssx)", kind->name,
                                     ent_papers_get_ending (kind), record);
  g_menu_append_item (menu, item);
}

/**
 * ent_papers_button_new:
 * @session: the session
 * @record: a record of its project
 *
 * Returns: (transfer floating): a button, in sight while there is a paper of @record
 */
GtkWidget *
ent_papers_button_new (EntSession *session, EntRecord *record)
{
  GtkWidget *button = gtk_menu_button_new ();

  ent_menu_letter_set_label (GTK_MENU_BUTTON (button), _("Pap_ers"));
  ent_papers_button_update (button, session, record);

  return button;
}

/**
 * ent_papers_button_update:
 * @button: the button
 * @session: the session
 * @record: its record, after a change
 */
void
ent_papers_button_update (GtkWidget *button, EntSession *session, EntRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n_papers;
  const EntPaperKind *papers = ent_papers_get (&n_papers);

  for (guint i = 0; i < n_papers; i++)
    if (ent_papers_suits (&papers[i], ent_session_get_project (session), record))
      ent_papers_append (menu, &papers[i], ent_record_get_id (record));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}
