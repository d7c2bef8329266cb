/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-growing-list.h"

/* What a tall window shows; how many follow at a time; and more than a list makes rows for. */
#define FIRST 16
#define STEP 8
#define ENOUGH 240

struct _EntGrowingList
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  guint source; /* that lets it grow */
};

G_DEFINE_FINAL_TYPE (EntGrowingList, ent_growing_list, G_TYPE_OBJECT)

static gboolean
grow_cb (gpointer user_data)
{
  EntGrowingList *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + STEP;

  if (size < ENOUGH
      && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice)))
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }

  self->source = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
ent_growing_list_dispose (GObject *object)
{
  EntGrowingList *self = ENT_GROWING_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (ent_growing_list_parent_class)->dispose (object);
}

static void
ent_growing_list_class_init (EntGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_growing_list_dispose;
}

static void
ent_growing_list_init (EntGrowingList *self)
{
}

/**
 * ent_growing_list_new:
 * @model: a list
 *
 * Returns: (transfer full): the same items in the same sections, with the first of them at once
 */
EntGrowingList *
ent_growing_list_new (GListModel *model)
{
  EntGrowingList *self = g_object_new (ENT_TYPE_GROWING_LIST, NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (model), 0, G_MAXUINT);
  ent_growing_list_restart (self);

  return self;
}

/**
 * ent_growing_list_get_list:
 * @self: a growing list
 *
 * Returns: (transfer none): its items
 */
GListModel *
ent_growing_list_get_list (EntGrowingList *self)
{
  return G_LIST_MODEL (self->slice);
}

/**
 * ent_growing_list_restart:
 * @self: a growing list
 *
 * Lets it begin anew, before many of its items change.
 */
void
ent_growing_list_restart (EntGrowingList *self)
{
  gtk_slice_list_model_set_size (self->slice, FIRST);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}
