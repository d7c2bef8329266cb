/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-kind-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"
#include "ui/views/agenda/ent-event-words.h"

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  const EntChoice *kind; /* chosen; NULL until then */
  char *when;            /* day of the new event; NULL: not known */
} KindDialog;

/* What a new event of a pattern starts with; NULL: not known. */
static const struct
{
  const char *direction;
  const char *state;
} presets[ENT_N_EVENT_GROUPS] = {
  [ENT_EVENT_GROUP_RECEIVED] = { "in", "planned" },
  [ENT_EVENT_GROUP_MISSION] = { "out", "planned" },
  [ENT_EVENT_GROUP_CEREMONY] = { "home", "planned" },
  [ENT_EVENT_GROUP_EXCHANGE] = { NULL, "planned" },
  [ENT_EVENT_GROUP_VISIBILITY] = { "home", "planned" },
  [ENT_EVENT_GROUP_DEALINGS] = { NULL, NULL },
  [ENT_EVENT_GROUP_OTHER] = { NULL, "planned" },
};

static void
kind_dialog_free (gpointer data)
{
  KindDialog *self = data;

  g_clear_object (&self->session);
  g_free (self->when);
  g_free (self);
}

static void
add_event (EntSession *session, const EntChoice *kind, const char *when)
{
  EntEventGroup group = ent_event_group_of (kind->value);
  EntId id = ent_session_add (session, &ent_event_table, "kind", kind->value, "title",
                              ent_session_get_first_words (session, N_ ("New Event")), "direction",
                              presets[group].direction, "state", presets[group].state, "when",
                              when, NULL);

  if (id != ENT_ID_NONE)
    ent_session_show (session, id);
}

static void
kind_activated_cb (GtkWidget *row, KindDialog *self)
{
  self->kind = g_object_get_data (G_OBJECT (row), "ent-kind");
  adw_dialog_close (self->dialog);
}

/* Not before: the dialog gives the focus back to where it was. */
static void
closed_cb (KindDialog *self)
{
  if (self->kind)
    add_event (self->session, self->kind, self->when);
}

static GtkWidget *
create_group (KindDialog *self, EntEventGroup group)
{
  GtkWidget *widget = adw_preferences_group_new ();
  const char *lang = ent_session_get_lang (self->session);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget),
                                   ent_event_group_get_words (group));
  for (const EntChoice *kind = ent_choices_event_kind; kind->value; kind++)
    {
      GtkWidget *row;

      /* A slot is added on the page of its event. */
      if (ent_event_group_of (kind->value) != group || g_str_equal (kind->value, "slot"))
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     ent_choice_get_words (kind, lang));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "ent-kind", (gpointer) kind);
      g_signal_connect (row, "activated", G_CALLBACK (kind_activated_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
    }

  return widget;
}

/**
 * ent_event_kind_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @when: (nullable): the day on which it is to be
 *
 * Asks for the kind of a new event; choosing one adds it, as one undo step, and goes to its
 * page.
 */
void
ent_event_kind_dialog_present (GtkWidget *widget, EntSession *session, const char *when)
{
  KindDialog *self = g_new0 (KindDialog, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->when = g_strdup (when);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-kind-dialog", self, kind_dialog_free);
  g_signal_connect_swapped (self->dialog, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_set_title (self->dialog, _("New Event"));
  adw_dialog_set_content_width (self->dialog, 420);
  adw_dialog_set_content_height (self->dialog, 620);

  for (EntEventGroup group = 0; group < ENT_N_EVENT_GROUPS; group++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (create_group (self, group)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_present (self->dialog, widget);
}
