/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-papers-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

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

static GPtrArray *
list_papers (EntSession *session, EntRecord *record)
{
  GPtrArray *suited = g_ptr_array_new ();
  guint n_papers;
  const EntPaperKind *papers = ent_papers_get (&n_papers);

  for (guint i = 0; i < n_papers; i++)
    if (ent_papers_suits (&papers[i], ent_session_get_project (session), record))
      g_ptr_array_add (suited, (gpointer) &papers[i]);

  return suited;
}

/* One paper needs no menu. */
static GtkWidget *
create_button (const EntPaperKind *kind, EntRecord *record)
{
  g_autofree char *label = g_strconcat (_(kind->title), "…", NULL);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.export-paper");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssx)", kind->name,
                                    ent_papers_get_ending (kind), ent_record_get_id (record));

  return button;
}

static GtkWidget *
create_menu_button (GPtrArray *papers, EntRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < papers->len; i++)
    ent_papers_append (menu, g_ptr_array_index (papers, i), ent_record_get_id (record));
  ent_menu_letter_set_label (GTK_MENU_BUTTON (button), _("Pap_ers"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));

  return button;
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
  GtkWidget *bin = adw_bin_new ();

  ent_papers_button_update (bin, session, record);

  return bin;
}

/**
 * ent_papers_button_update:
 * @button: the button
 * @session: the session
 * @record: its record, after a change
 *
 * The button stays the same, with the focus on it, while its papers do.
 */
void
ent_papers_button_update (GtkWidget *button, EntSession *session, EntRecord *record)
{
  g_autoptr (GPtrArray) papers = list_papers (session, record);
  GPtrArray *shown = g_object_get_data (G_OBJECT (button), "papers");
  GtkWidget *child = NULL;

  if (shown && shown->len == papers->len
      && memcmp (shown->pdata, papers->pdata, papers->len * sizeof (gpointer)) == 0)
    return;

  if (papers->len == 1)
    child = create_button (g_ptr_array_index (papers, 0), record);
  else if (papers->len > 1)
    child = create_menu_button (papers, record);
  adw_bin_set_child (ADW_BIN (button), child);
  gtk_widget_set_visible (button, child != NULL);
  g_object_set_data_full (G_OBJECT (button), "papers", g_steal_pointer (&papers),
                          (GDestroyNotify) g_ptr_array_unref);
}
