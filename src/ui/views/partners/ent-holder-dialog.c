/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-holder-dialog.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-holders.h"
#include "ui/views/partners/ent-holder-change.h"
#include "ui/views/partners/ent-partner-words.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"
#include "ui/widgets/ent-known-row.h"

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntRecord *organisation;
  GPtrArray *holders; /* EntMandate, as the row offers them */

  GtkWidget *leaving;
  GtkWidget *person;
  GtkWidget *function;
  GtkWidget *from;
  GtkWidget *message;
} HolderDialog;

static void
holder_dialog_free (gpointer data)
{
  HolderDialog *self = data;

  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_object (&self->organisation);
  g_clear_object (&self->session);
  g_free (self);
}

static EntMandate *
get_leaving (HolderDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->leaving));

  return selected < self->holders->len ? g_ptr_array_index (self->holders, selected) : NULL;
}

/* Who comes holds what was held before. */
static void
leaving_cb (HolderDialog *self)
{
  EntMandate *leaving = get_leaving (self);

  if (leaving && leaving->function)
    gtk_editable_set_text (GTK_EDITABLE (self->function), leaving->function);
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
show_problem (HolderDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence);
  gtk_widget_set_visible (self->message, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->message), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
change_cb (HolderDialog *self)
{
  g_autoptr (GError) error = NULL;
  EntHolderChange change = {
    .leaving = get_leaving (self),
    .organisation = ent_record_get_id (self->organisation),
    .person = ent_known_row_get_picked (ENT_SUGGESTION_ROW (self->person)),
    .name = get_text (self->person),
    .function = get_text (self->function),
    .from = get_text (self->from),
  };

  if (ent_holder_change_commit (&change, ent_session_get_store (self->session), &error))
    adw_dialog_close (self->dialog);
  else
    show_problem (self, error->message);
}

static GtkWidget *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static void
add_leaving (HolderDialog *self, GtkWidget *group)
{
  EntProject *project = ent_session_get_project (self->session);
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->holders->len; i++)
    gtk_string_list_take (
        words, ent_mandate_dup_holder_words (project, g_ptr_array_index (self->holders, i),
                                             ent_session_get_lang (self->session)));
  gtk_string_list_append (words, C_ ("who leaves", "Nobody"));

  self->leaving = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->leaving), _("Who leaves"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->leaving), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->leaving), G_LIST_MODEL (words));
  g_object_unref (words);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->leaving);
}

/* Those of its organs too: a mayor may hold office in the committee of the city. */
static GPtrArray *
collect_holders (HolderDialog *self)
{
  EntProject *project = ent_session_get_project (self->session);
  EntId id = ent_record_get_id (self->organisation);
  int today = ent_session_get_today (self->session);
  GPtrArray *holders = ent_organisation_get_holders (project, id, today);
  g_autoptr (GPtrArray)
      organs = ent_project_get_children (project, id, &ent_organisation_table, "parent");

  for (guint i = 0; i < organs->len; i++)
    g_ptr_array_extend_and_steal (
        holders, ent_organisation_get_holders (
                     project, ent_record_get_id (g_ptr_array_index (organs, i)), today));

  return holders;
}

static void
fill_dialog (HolderDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_dialog_set_title (self->dialog, _("Change of Holder"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Ends one position and begins the next. What was signed before keeps its functions."));

  add_leaving (self, group);
  ent_accessible_name_list (self->leaving, _("Change of Holder"));
  self->person = ent_known_row_new (self->session, &ent_person_table, _("Who takes over"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->person);
  self->function = add_entry (group, _("Function"));
  self->from = add_entry (group, _("From: a day, a month or a year"));
  leaving_cb (self);
  g_signal_connect_swapped (self->leaving, "notify::selected", G_CALLBACK (leaving_cb), self);

  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->message);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (self->dialog, _("C_hange"), G_CALLBACK (change_cb), self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
}

/**
 * ent_holder_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @organisation: where a position changes hands
 *
 * Asks who leaves a position, who takes over and when; the change is one undo step.
 */
void
ent_holder_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *organisation)
{
  HolderDialog *self = g_new0 (HolderDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->organisation = g_object_ref (organisation);
  self->holders = collect_holders (self);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-holder-dialog", self, holder_dialog_free);
  fill_dialog (self);
  adw_dialog_present (self->dialog, widget);
}
