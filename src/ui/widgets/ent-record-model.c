/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-model.h"

struct _EntRecordModel
{
  GObject parent_instance;

  const EntRecordSpec *spec;
  EntSession *session;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (EntRecordModel, ent_record_model, G_TYPE_OBJECT)

static gboolean
find_item (EntRecordModel *self, EntRecord *record, guint *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->record == record)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
refresh_item (EntRecordModel *self, guint position)
{
  g_autoptr (EntRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gpointer again[] = { item };

  ent_record_item_refresh (item, ent_session_get_project (self->session),
                           ent_session_get_lang (self->session),
                           ent_session_get_today (self->session));
  g_list_store_splice (self->items, position, 1, again, 1);
}

static void
refresh_all (EntRecordModel *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    refresh_item (self, i);
}

/* Follows records that were added or removed. */
static void
records_changed_cb (EntRecordModel *self,
                    guint position,
                    guint removed,
                    guint added,
                    GListModel *records)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, position + i);

      g_ptr_array_add (items,
                       ent_record_item_new (self->spec, ent_session_get_project (self->session),
                                            record, ent_session_get_lang (self->session),
                                            ent_session_get_today (self->session)));
    }
  g_list_store_splice (self->items, position, removed, items->pdata, items->len);
}

static void
project_changed_cb (EntRecordModel *self, GArray *ids, EntProject *project)
{
  for (guint i = 0; i < ids->len; i++)
    {
      EntRecord *changed = ent_project_get (project, g_array_index (ids, EntId, i));
      EntRecord *shown = NULL;
      guint position;

      /* What is gone was of an unknown record; what is shown widely, of many. */
      if (!changed || self->spec->is_shown_widely (changed))
        {
          refresh_all (self);
          return;
        }

      shown = self->spec->find_shown (project, changed);
      if (shown && find_item (self, shown, &position))
        refresh_item (self, position);
    }
}

static void
ent_record_model_dispose (GObject *object)
{
  EntRecordModel *self = ENT_RECORD_MODEL (object);

  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_record_model_parent_class)->dispose (object);
}

static void
ent_record_model_class_init (EntRecordModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_record_model_dispose;
}

static void
ent_record_model_init (EntRecordModel *self)
{
  self->items = g_list_store_new (ENT_TYPE_RECORD_ITEM);
}

/**
 * ent_record_model_new:
 * @session: the session
 * @spec: what the list shows; must outlive the model
 *
 * Returns: (transfer full): the records of its project, by its clock and language
 */
EntRecordModel *
ent_record_model_new (EntSession *session, const EntRecordSpec *spec)
{
  EntRecordModel *self = g_object_new (ENT_TYPE_RECORD_MODEL, NULL);
  EntProject *project = ent_session_get_project (session);
  GListModel *records = ent_project_get_list (project, spec->table);

  self->spec = spec;
  self->session = g_object_ref (session);
  records_changed_cb (self, 0, 0, g_list_model_get_n_items (records), records);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "settings-changed", G_CALLBACK (refresh_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "day-changed", G_CALLBACK (refresh_all), self,
                           G_CONNECT_SWAPPED);

  return self;
}

GListModel *
ent_record_model_get_list (EntRecordModel *self)
{
  return G_LIST_MODEL (self->items);
}
