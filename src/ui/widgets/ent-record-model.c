/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-model.h"

/* So many items are made or refreshed at once, the others in slices of so many microseconds:
 * those that are waited for in longer ones. */
#define AT_ONCE 100
#define SLICE 2000
#define FILL_SLICE 6000

struct _EntRecordModel
{
  GObject parent_instance;

  const EntRecordSpec *spec;
  EntSession *session;
  GListStore *items;
  guint refresh; /* source that goes on with it */
  guint next;    /* the first item that it has still to look at */
  guint fill;    /* source that goes on with making items, while there are none */
  GPtrArray *made;
};

enum
{
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

static gboolean
refresh_item (EntRecordModel *self, guint position)
{
  g_autoptr (EntRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return ent_record_item_refresh (item, ent_session_get_project (self->session),
                                  ent_session_get_lang (self->session),
                                  ent_session_get_today (self->session));
}

/* Has filters and orders look at items again. Each time costs as much as the list is long, so
 * that many go in one. */
static void
put_again (EntRecordModel *self, guint first, guint last)
{
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (again, g_list_model_get_item (G_LIST_MODEL (self->items), i));
  g_list_store_splice (self->items, first, again->len, again->pdata, again->len);
}

/* Refreshes from the next item that is due on, as many as there is time for, but at least
 * @n_least. */
static void
refresh_some (EntRecordModel *self, guint n_least)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gint64 end = g_get_monotonic_time () + SLICE;
  guint first = G_MAXUINT, last = 0;

  for (guint n = 0; self->next < n_items; n++)
    {
      if (n >= n_least && g_get_monotonic_time () >= end)
        break;
      if (refresh_item (self, self->next))
        {
          first = MIN (first, self->next);
          last = self->next;
        }
      self->next++;
    }
  if (first <= last)
    put_again (self, first, last);
}

static gboolean
refresh_cb (gpointer user_data)
{
  EntRecordModel *self = user_data;

  refresh_some (self, 1);
  if (self->next < g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return G_SOURCE_CONTINUE;

  self->refresh = 0;
  return G_SOURCE_REMOVE;
}

static void
make_items (EntRecordModel *self, GListModel *records, guint position, guint n, GPtrArray *items)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  int today = ent_session_get_today (self->session);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, position + i);

      g_ptr_array_add (items, ent_record_item_new (self->spec, project, record, lang, today));
    }
}

static GListModel *
get_records (EntRecordModel *self)
{
  return ent_project_get_list (ent_session_get_project (self->session), self->spec->table);
}

/* All of them come at once, so that they are sorted and shown once. */
static void
fill_some (EntRecordModel *self, guint n_least)
{
  GListModel *records = get_records (self);
  guint n_records = g_list_model_get_n_items (records);
  gint64 end = g_get_monotonic_time () + FILL_SLICE;
  g_autoptr (GPtrArray) items = NULL;

  for (guint n = 0; self->made->len < n_records; n++)
    {
      if (n >= n_least && g_get_monotonic_time () >= end)
        return;
      make_items (self, records, self->made->len, 1, self->made);
    }
  items = g_steal_pointer (&self->made);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  g_signal_emit (self, signals[FILLED], 0);
}

static gboolean
fill_cb (gpointer user_data)
{
  EntRecordModel *self = user_data;

  fill_some (self, 1);
  if (self->made)
    return G_SOURCE_CONTINUE;

  self->fill = 0;
  return G_SOURCE_REMOVE;
}

/* A short list at once; a long one, from the first record again, when the place is on the
 * screen. */
static void
fill (EntRecordModel *self)
{
  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_list_model_get_n_items (get_records (self)) <= AT_ONCE)
    fill_some (self, AT_ONCE);
  else
    self->fill = g_idle_add (fill_cb, self);
}

/* A short list at once; the rest of a long one whenever nothing else is to be done. */
static void
refresh_all (EntRecordModel *self)
{
  if (self->made)
    {
      fill (self);
      return;
    }

  self->next = 0;
  refresh_some (self, AT_ONCE);
  if (self->refresh == 0 && self->next < g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    self->refresh = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

/* Follows records that were added or removed. */
static void
records_changed_cb (
    EntRecordModel *self, guint position, guint removed, guint added, GListModel *records)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->made)
    {
      fill (self);
      return;
    }

  make_items (self, records, position, added, items);
  g_list_store_splice (self->items, position, removed, items->pdata, items->len);
  /* What has been refreshed stays so: those that come are new. */
  if (position < self->next)
    self->next -= MIN (removed, self->next - position);
  if (position <= self->next)
    self->next += added;
}

static void
refresh_record (EntRecordModel *self, EntRecord *record)
{
  guint position;

  if (find_item (self, record, &position) && refresh_item (self, position))
    put_again (self, position, position);
}

static void
refresh_touched (EntRecordModel *self, EntProject *project, EntRecord *shown)
{
  g_autoptr (GPtrArray)
      touched = self->spec->find_touched
                    ? self->spec->find_touched (project, shown, G_LIST_MODEL (self->items))
                    : NULL;

  for (guint i = 0; touched && i < touched->len; i++)
    refresh_record (self, g_ptr_array_index (touched, i));
}

static void
project_changed_cb (EntRecordModel *self, GArray *ids, EntProject *project)
{
  if (self->made)
    {
      fill (self);
      return;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      EntRecord *changed = ent_project_get (project, g_array_index (ids, EntId, i));
      EntRecord *shown = NULL;

      if (!changed)
        changed = ent_project_get_gone (project, g_array_index (ids, EntId, i));
      /* What is shown widely is of many records. */
      if (!changed || self->spec->is_shown_widely (changed))
        {
          refresh_all (self);
          return;
        }

      shown = self->spec->find_shown (project, changed);
      if (!shown)
        continue;
      refresh_record (self, shown);
      refresh_touched (self, project, shown);
    }
}

static void
ent_record_model_dispose (GObject *object)
{
  EntRecordModel *self = ENT_RECORD_MODEL (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_record_model_parent_class)->dispose (object);
}

static void
ent_record_model_class_init (EntRecordModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_record_model_dispose;

  signals[FILLED] = g_signal_new ("filled", ENT_TYPE_RECORD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
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
  fill (self);
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

/**
 * ent_record_model_is_filling:
 * @self: a model
 *
 * Returns: whether the items of a long list are still being made, and the list is empty; "filled"
 *   tells when it no longer is
 */
gboolean
ent_record_model_is_filling (EntRecordModel *self)
{
  return self->made != NULL;
}
