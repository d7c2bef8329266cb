/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreements-view.h"

#include "ui/ent-settings.h"
#include "ui/views/agreements/ent-agreement-filter-bar.h"
#include "ui/views/agreements/ent-agreement-list.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-record-view.h"

struct _EntAgreementsView
{
  AdwBin parent_instance;

  EntRecordView *view;
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntAgreementsView,
                               ent_agreements_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static gboolean
show (EntPlaceView *place, EntId id)
{
  return ent_record_view_show (ENT_AGREEMENTS_VIEW (place)->view, id);
}

static void
search (EntPlaceView *place)
{
  ent_record_view_search (ENT_AGREEMENTS_VIEW (place)->view);
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->show = show;
  iface->search = search;
}

static void
ent_agreements_view_class_init (EntAgreementsViewClass *klass)
{
}

static void
ent_agreements_view_init (EntAgreementsView *self)
{
}

/**
 * ent_agreements_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the place Agreements
 */
GtkWidget *
ent_agreements_view_new (EntSession *session)
{
  EntAgreementsView *self = g_object_new (ENT_TYPE_AGREEMENTS_VIEW, NULL);
  g_autoptr (EntAgreementFilter) filter = ent_agreement_filter_new ();

  self->view = ENT_RECORD_VIEW (ent_record_view_new (
      session, &ent_agreement_list_spec, ENT_RECORD_FILTER (filter), ent_settings_get ()));
  ent_record_view_set_chips (
      self->view, ent_agreement_filter_bar_new (filter, ent_record_view_get_items (self->view)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));

  return GTK_WIDGET (self);
}
