/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-whole-list.h"

struct _EntWholeList
{
  GObject parent_instance;

  GListModel *model; /* and GtkSectionModel */
};

static void list_init (GListModelInterface *iface);
static void section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntWholeList,
                               ent_whole_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_init))

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (ENT_WHOLE_LIST (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (ENT_WHOLE_LIST (list)->model);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (ENT_WHOLE_LIST (list)->model, position);
}

static void
list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *list, guint position, guint *start, guint *end)
{
  gtk_section_model_get_section (GTK_SECTION_MODEL (ENT_WHOLE_LIST (list)->model), position, start,
                                 end);
}

static void
section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
items_changed_cb (EntWholeList *self, guint position, guint removed, guint added)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items - added + removed, n_items);
}

static void
sections_changed_cb (EntWholeList *self)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));

  if (n_items > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n_items);
}

static void
ent_whole_list_finalize (GObject *object)
{
  g_clear_object (&ENT_WHOLE_LIST (object)->model);

  G_OBJECT_CLASS (ent_whole_list_parent_class)->finalize (object);
}

static void
ent_whole_list_class_init (EntWholeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_whole_list_finalize;
}

static void
ent_whole_list_init (EntWholeList *self)
{
}

/**
 * ent_whole_list_new:
 * @model: a list with sections (#GtkSectionModel)
 *
 * Returns: (transfer full): the same items and sections
 */
EntWholeList *
ent_whole_list_new (GListModel *model)
{
  EntWholeList *self = g_object_new (ENT_TYPE_WHOLE_LIST, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sections-changed", G_CALLBACK (sections_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
