/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-follow.h"

/* A widget that follows the project. */
struct _EntFollower
{
  GObject parent_instance;

  GtkWidget *widget; /* which owns it */
  EntFollowTime time;
  EntFollowFunc update;
  guint source;       /* that will update it */
  GtkWidget *awaited; /* what will be mapped when it is seen again; NULL: it is up to date */
};

#define ENT_TYPE_FOLLOWER (ent_follower_get_type ())
G_DECLARE_FINAL_TYPE (EntFollower, ent_follower, ENT, FOLLOWER, GObject)

G_DEFINE_FINAL_TYPE (EntFollower, ent_follower, G_TYPE_OBJECT)

static G_DEFINE_QUARK (ent-follower, ent_follower)

                      /* One that has nothing to show hides itself, or what is around it: what is
                       * mapped then is where it would be seen. */
                      static GtkWidget *get_place (EntFollower *self)
{
  GtkWidget *place = self->widget;

  for (GtkWidget *widget = self->widget; widget; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) && gtk_widget_get_parent (widget))
      place = gtk_widget_get_parent (widget);

  return place;
}

static void
mapped_cb (EntFollower *self)
{
  g_signal_handlers_disconnect_by_func (self->awaited, mapped_cb, self);
  g_clear_weak_pointer (&self->awaited);
  self->update (self->widget);
}

static gboolean
is_seen (EntFollower *self)
{
  return gtk_widget_get_mapped (get_place (self));
}

static void
wait_until_seen (EntFollower *self)
{
  if (self->awaited)
    return;

  g_set_weak_pointer (&self->awaited, get_place (self));
  g_signal_connect_object (self->awaited, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
update_cb (gpointer user_data)
{
  EntFollower *self = user_data;

  self->source = 0;
  if (is_seen (self))
    self->update (self->widget);
  else
    wait_until_seen (self);

  return G_SOURCE_REMOVE;
}

static void
request (EntFollower *self)
{
  if (!is_seen (self))
    wait_until_seen (self);
  else if (self->time == ENT_FOLLOW_AT_ONCE)
    self->update (self->widget);
  else if (self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

static void
ent_follower_finalize (GObject *object)
{
  EntFollower *self = ENT_FOLLOWER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->awaited);

  G_OBJECT_CLASS (ent_follower_parent_class)->finalize (object);
}

static void
ent_follower_class_init (EntFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_follower_finalize;
}

static void
ent_follower_init (EntFollower *self)
{
}

static EntFollower *
follow (GtkWidget *widget, EntFollowTime time, EntFollowFunc update)
{
  EntFollower *self = g_object_new (ENT_TYPE_FOLLOWER, NULL);

  self->widget = widget;
  self->time = time;
  self->update = update;
  g_object_set_qdata_full (G_OBJECT (widget), ent_follower_quark (), self, g_object_unref);

  return self;
}

/**
 * ent_follow_project:
 * @widget: a widget that is up to date, and follows nothing yet
 * @session: the session
 * @time: when it is updated while it is seen
 * @update: brings it up to date
 *
 * Calls @update after each change of the project, of its settings and of the day while @widget is
 * seen. Out of sight it does no work, however often the project changes, and is updated when it
 * comes into sight again.
 */
void
ent_follow_project (GtkWidget *widget,
                    EntSession *session,
                    EntFollowTime time,
                    EntFollowFunc update)
{
  EntFollower *self = follow (widget, time, update);
  EntProject *project = ent_session_get_project (session);

  g_signal_connect_object (project, "changed", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "settings-changed", G_CALLBACK (request), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "day-changed", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
}

/**
 * ent_follow_list:
 * @widget: a widget that is up to date, and follows nothing yet
 * @list: a list
 * @update: brings it up to date
 *
 * Calls @update after changes of @list in the same way, those of one moment together.
 */
void
ent_follow_list (GtkWidget *widget, GListModel *list, EntFollowFunc update)
{
  EntFollower *self = follow (widget, ENT_FOLLOW_SOON, update);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
}

/**
 * ent_follow_request:
 * @widget: a widget that follows a project or a list
 *
 * Has it updated as after a change: when it is seen, and never before.
 */
void
ent_follow_request (GtkWidget *widget)
{
  request (g_object_get_qdata (G_OBJECT (widget), ent_follower_quark ()));
}
