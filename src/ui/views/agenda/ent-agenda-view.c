/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-agenda-view.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-settings.h"
#include "ui/views/agenda/ent-agenda-list.h"
#include "ui/views/agenda/ent-event-duplicate.h"
#include "ui/views/agenda/ent-event-kind-dialog.h"
#include "ui/views/agenda/ent-month-view.h"
#include "ui/widgets/ent-choice-bar.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntAgendaView
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecordView *view;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntAgendaView,
                               ent_agenda_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static gboolean
show (EntPlaceView *place, EntId id)
{
  return ent_record_view_show (ENT_AGENDA_VIEW (place)->view, id);
}

static void
search (EntPlaceView *place)
{
  ent_record_view_search (ENT_AGENDA_VIEW (place)->view);
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
  iface->search = search;
}

static void
choose_kind_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgendaView *self = ENT_AGENDA_VIEW (widget);
  GtkWidget *month = ent_record_view_get_visible_form (self->view);
  g_autofree char *when = month ? ent_day_to_iso (ent_month_view_get_day (ENT_MONTH_VIEW (month)))
                                : NULL;

  ent_event_kind_dialog_present (widget, self->session, when);
}

static void
toggle_month_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_record_view_toggle_form (ENT_AGENDA_VIEW (widget)->view);
}

static void
set_state_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgendaView *self = ENT_AGENDA_VIEW (widget);
  EntRecord *event = ent_record_view_get_shown (self->view);
  g_autoptr (GError) error = NULL;
  const char *state = "held";

  if (g_str_equal (action, "agenda.postpone"))
    state = "postponed";
  else if (g_str_equal (action, "agenda.mark-cancelled"))
    state = "cancelled";
  if (!event || g_strcmp0 (ENT_EVENT (event)->state, state) == 0)
    return;

  if (!ent_store_set_field (ent_session_get_store (self->session), ent_record_get_id (event),
                            ent_table_find_column (&ent_event_table, "state"), state, &error))
    ent_session_report (self->session, error);
}

static void
duplicate_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgendaView *self = ENT_AGENDA_VIEW (widget);
  EntRecord *event = ent_record_view_get_shown (self->view);

  if (event)
    ent_event_duplicate_present (widget, self->session, ENT_EVENT (event));
}

static void
ent_agenda_view_dispose (GObject *object)
{
  g_clear_object (&ENT_AGENDA_VIEW (object)->session);

  G_OBJECT_CLASS (ent_agenda_view_parent_class)->dispose (object);
}

static void
ent_agenda_view_class_init (EntAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_agenda_view_dispose;

  gtk_widget_class_install_action (widget_class, "agenda.new-event", NULL, choose_kind_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.toggle-month", NULL,
                                   toggle_month_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.mark-held", NULL, set_state_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.postpone", NULL, set_state_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.mark-cancelled", NULL,
                                   set_state_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.duplicate", NULL, duplicate_action_cb);
}

static void
ent_agenda_view_init (EntAgendaView *self)
{
}

/**
 * ent_agenda_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Agenda
 */
GtkWidget *
ent_agenda_view_new (EntSession *session)
{
  EntAgendaView *self = g_object_new (ENT_TYPE_AGENDA_VIEW, NULL);
  g_autoptr (EntChoiceFilter) filter = ent_agenda_filter_new ();

  self->session = g_object_ref (session);
  self->view = ENT_RECORD_VIEW (ent_record_view_new (
      session, &ent_agenda_list_spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));
  ent_record_view_set_chips (
      self->view, ent_choice_bar_new (session, filter, ent_record_view_get_items (self->view)));
  ent_record_view_add_form (
      self->view, "month", "x-office-calendar-symbolic",
      _("Show as Month"), ent_month_view_new (session, ent_record_view_get_filtered (self->view)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));

  return GTK_WIDGET (self);
}
