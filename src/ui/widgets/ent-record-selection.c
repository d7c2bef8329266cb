/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-selection.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-whole-list.h"

/**
 * ent_record_selection_new:
 * @model: (element-type EntRecordItem): items
 * @sorter: their order
 * @sections: (nullable): where sections begin; NULL: they are one
 *
 * Returns: (transfer full): the items in that order, none of them selected at first
 */
GtkSingleSelection *
ent_record_selection_new (GListModel *model, GtkSorter *sorter, GtkSorter *sections)
{
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (model), g_object_ref (sorter));
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  if (sections)
    {
      g_autoptr (EntWholeList) whole = ent_whole_list_new (G_LIST_MODEL (sorted));

      gtk_single_selection_set_model (selection, G_LIST_MODEL (whole));
    }
  else
    gtk_single_selection_set_model (selection, G_LIST_MODEL (sorted));
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  g_object_unref (sorted);

  return selection;
}

/**
 * ent_record_selection_select:
 * @selection: of items
 * @record: (nullable): a record
 *
 * Selects the item of @record; nothing where it is not among them.
 */
void
ent_record_selection_select (GtkSingleSelection *selection, EntRecord *record)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && record; i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (item->record == record)
        position = i;
    }
  gtk_single_selection_set_selected (selection, position);
}

/**
 * ent_record_menu_new:
 * @spec: what is listed
 *
 * Returns: (transfer full): the menu of the page of one record
 */
GMenuModel *
ent_record_menu_new (const EntRecordSpec *spec)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();
  g_autoptr (GMenu) whole = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  for (guint i = 0; spec->acts && spec->acts[i].label; i++)
    g_menu_append (acts, _(spec->acts[i].label), spec->acts[i].action);
  g_menu_append (whole, _("_Copy Summary"), "record.copy");
  g_menu_append (whole, _("_History of This Item…"), "record.history");
  if (spec->merge_label)
    g_menu_append (end, _(spec->merge_label), "record.merge");
  g_menu_append (end, _(spec->delete_label), "record.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (whole));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (menu);
}

/* In the lists alone: on the page the key belongs to what is being typed. Before the search
 * bar, which takes the keys pressed in the lists while it is open. */
void
ent_record_list_add_delete_key (GtkWidget *lists)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_named_action_new ("record.delete-selected")));
  gtk_widget_add_controller (lists, keys);
}
