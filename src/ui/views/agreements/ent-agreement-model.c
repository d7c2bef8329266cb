/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-model.h"

struct _EntAgreementModel
{
  GObject parent_instance;

  EntSession *session;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (EntAgreementModel, ent_agreement_model, G_TYPE_OBJECT)

static EntAgreementItem *
create_item (EntAgreementModel *self, EntAgreement *agreement)
{
  return ent_agreement_item_new (ent_session_get_project (self->session), agreement,
                                 ent_session_get_lang (self->session),
                                 ent_session_get_today (self->session));
}

static gboolean
find_item (EntAgreementModel *self, EntRecord *agreement, guint *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (EntAgreementItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (ENT_RECORD (item->agreement) == agreement)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
refresh_item (EntAgreementModel *self, guint position)
{
  g_autoptr (EntAgreementItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gpointer again[] = { item };

  ent_agreement_item_refresh (item, ent_session_get_project (self->session),
                              ent_session_get_lang (self->session),
                              ent_session_get_today (self->session));
  g_list_store_splice (self->items, position, 1, again, 1);
}

static void
refresh_all (EntAgreementModel *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    refresh_item (self, i);
}

/* Follows agreements that were added or removed. */
static void
agreements_changed_cb (EntAgreementModel *self,
                       guint position,
                       guint removed,
                       guint added,
                       GListModel *agreements)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (agreements, position + i);

      g_ptr_array_add (items, create_item (self, agreement));
    }
  g_list_store_splice (self->items, position, removed, items->pdata, items->len);
}

/* The agreement that shows something of @record in the list. */
static EntRecord *
find_agreement_of (EntProject *project, EntRecord *record)
{
  const EntColumn *owner;
  EntRecord *above;

  if (ENT_IS_AGREEMENT (record))
    return record;
  if (!ENT_IS_PARTY (record) && !ENT_IS_SIGNING (record) && !ENT_IS_OBLIGATION (record)
      && !ENT_IS_ALIAS (record))
    return NULL;

  owner = ent_table_get_owner (ent_record_get_table (record));
  above = ent_project_get (project, ent_record_get_reference (record, owner));
  return above && ENT_IS_AGREEMENT (above) ? above : NULL;
}

static void
project_changed_cb (EntAgreementModel *self, GArray *ids, EntProject *project)
{
  for (guint i = 0; i < ids->len; i++)
    {
      EntRecord *record = ent_project_get (project, g_array_index (ids, EntId, i));
      EntRecord *agreement = record ? find_agreement_of (project, record) : NULL;
      guint position;

      /* A party that is gone, or a name that many agreements show. */
      if (!record || ENT_IS_ORGANISATION (record) || ENT_IS_PLACE (record))
        {
          refresh_all (self);
          return;
        }
      if (agreement && find_item (self, agreement, &position))
        refresh_item (self, position);
    }
}

static void
ent_agreement_model_dispose (GObject *object)
{
  EntAgreementModel *self = ENT_AGREEMENT_MODEL (object);

  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_agreement_model_parent_class)->dispose (object);
}

static void
ent_agreement_model_class_init (EntAgreementModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_agreement_model_dispose;
}

static void
ent_agreement_model_init (EntAgreementModel *self)
{
  self->items = g_list_store_new (ENT_TYPE_AGREEMENT_ITEM);
}

/**
 * ent_agreement_model_new:
 * @session: the session
 *
 * Returns: (transfer full): the agreements of its project, by its clock and language
 */
EntAgreementModel *
ent_agreement_model_new (EntSession *session)
{
  EntAgreementModel *self = g_object_new (ENT_TYPE_AGREEMENT_MODEL, NULL);
  EntProject *project = ent_session_get_project (session);
  GListModel *agreements = ent_project_get_list (project, &ent_agreement_table);

  self->session = g_object_ref (session);
  agreements_changed_cb (self, 0, 0, g_list_model_get_n_items (agreements), agreements);
  g_signal_connect_object (agreements, "items-changed", G_CALLBACK (agreements_changed_cb), self,
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
ent_agreement_model_get_list (EntAgreementModel *self)
{
  return G_LIST_MODEL (self->items);
}
