/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-history-dialog.h"

#include "ui/ent-history-page.h"

static AdwNavigationPage *create_page (EntSession *session,
                                       EntId record,
                                       gint64 seq,
                                       AdwToastOverlay *toasts);

static void
step_chosen_cb (EntHistoryPage *page, gint64 seq, AdwToastOverlay *toasts)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_toast_overlay_get_child (toasts));

  adw_navigation_view_push (view, create_page (g_object_get_data (G_OBJECT (toasts), "ent-session"),
                                               ENT_ID_NONE, seq, toasts));
}

static void
done_cb (EntHistoryPage *page, const char *sentence, AdwToastOverlay *toasts)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (toasts, toast);
}

static AdwNavigationPage *
create_page (EntSession *session, EntId record, gint64 seq, AdwToastOverlay *toasts)
{
  AdwNavigationPage *page = ent_history_page_new (session, record, seq);

  g_signal_connect_object (page, "step-chosen", G_CALLBACK (step_chosen_cb), toasts, 0);
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), toasts, 0);

  return page;
}

/**
 * ent_history_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @record: whose history, %ENT_ID_NONE for that of the project
 *
 * Shows what was done, step by step, and gives values and records back.
 */
void
ent_history_dialog_present (GtkWidget *parent, EntSession *session, EntId record)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *view = adw_navigation_view_new ();
  AdwNavigationPage *page;

  g_object_set_data_full (G_OBJECT (toasts), "ent-session", g_object_ref (session), g_object_unref);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), view);
  page = create_page (session, record, 0, ADW_TOAST_OVERLAY (toasts));
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_dialog_set_title (dialog, adw_navigation_page_get_title (page));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, toasts);
  adw_dialog_present (dialog, parent);
}
