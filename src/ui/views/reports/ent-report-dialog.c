/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "rules/ent-report-years.h"
#include "ui/views/reports/ent-report-edit.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"
#include "ui/widgets/ent-known-row.h"

static const struct
{
  const char *label; /* msgid */
  const EntTable *table;
} subjects[] = {
  { N_ ("The office"), NULL },
  { N_ ("One agreement"), &ent_agreement_table },
  { N_ ("One partner"), &ent_organisation_table },
  { N_ ("One project"), &ent_project_record_table },
};

struct _EntReportDialog
{
  AdwDialog parent_instance;

  EntSession *session;
  AdwComboRow *about;
  GtkWidget *names[G_N_ELEMENTS (subjects)]; /* EntKnownRow; none for the office */
  AdwEntryRow *period;
  GtkLabel *refusal;
};

enum
{
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReportDialog, ent_report_dialog, ADW_TYPE_DIALOG)

static void
refuse (EntReportDialog *self, const char *words)
{
  gtk_label_set_text (self->refusal, words);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
read_scope (EntReportDialog *self, EntReportScope *scope)
{
  guint index = adw_combo_row_get_selected (self->about);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->period));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDate) date = ent_date_new_typed (typed, &error);

  scope->id = self->names[index]
                  ? ent_known_row_get_picked (ENT_SUGGESTION_ROW (self->names[index]))
                  : ENT_ID_NONE;
  if (self->names[index] && !scope->id)
    {
      refuse (self, _("Choose one that is recorded, from the list that opens as you type."));
      return FALSE;
    }
  if (!date)
    {
      refuse (self, error->message);
      return FALSE;
    }
  scope->first = ent_date_get_earliest (date);
  scope->last = ent_date_get_latest (date);
  if (scope->first <= ENT_DAY_MIN || scope->last >= ENT_DAY_MAX)
    {
      refuse (self, _("A report needs a period that begins and ends, such as 2024 or "
                      "2024-01/2024-06."));
      return FALSE;
    }

  return TRUE;
}

static void
make_cb (EntReportDialog *self)
{
  EntReportScope scope;
  EntId id;

  if (!read_scope (self, &scope))
    return;
  id = ent_report_edit_compose (self->session, &scope);
  if (!id)
    return;
  g_signal_emit (self, signals[MADE], 0, id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
about_cb (EntReportDialog *self)
{
  guint index = adw_combo_row_get_selected (self->about);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (self->names[i])
      gtk_widget_set_visible (self->names[i], i == index);
}

static void
ent_report_dialog_dispose (GObject *object)
{
  g_clear_object (&ENT_REPORT_DIALOG (object)->session);

  G_OBJECT_CLASS (ent_report_dialog_parent_class)->dispose (object);
}

static void
ent_report_dialog_class_init (EntReportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_report_dialog_dispose;

  signals[MADE] = g_signal_new ("made", ENT_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ent_report_dialog_init (EntReportDialog *self)
{
}

static AdwPreferencesGroup *
create_rows (EntReportDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *year = g_strdup_printf (
      "%d", ent_report_last_complete_year (ent_session_get_today (self->session)));

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    gtk_string_list_append (labels, _(subjects[i].label));
  self->about = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about), _("About"));
  adw_combo_row_set_model (self->about, G_LIST_MODEL (labels));
  ent_accessible_name_list (GTK_WIDGET (self->about), _("About"));
  adw_preferences_group_add (group, GTK_WIDGET (self->about));
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (subjects[i].table)
      {
        self->names[i] = ent_known_row_new (self->session, subjects[i].table,
                                            _(subjects[i].table->label));
        adw_preferences_group_add (group, self->names[i]);
      }
  self->period = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->period), _("Period"));
  gtk_editable_set_text (GTK_EDITABLE (self->period), year);
  adw_entry_row_set_activates_default (self->period, TRUE);
  adw_preferences_group_add (group, GTK_WIDGET (self->period));
  g_signal_connect_object (self->about, "notify::selected", G_CALLBACK (about_cb), self,
                           G_CONNECT_SWAPPED);
  about_cb (self);

  return group;
}

/**
 * ent_report_dialog_new:
 * @session: the session
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ent_report_dialog_new (EntSession *session)
{
  EntReportDialog *self = g_object_new (ENT_TYPE_REPORT_DIALOG, "title",
                                        _("New Report"), "content-width", 440, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group;

  self->session = g_object_ref (session);
  group = create_rows (self);
  self->refusal = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->refusal, TRUE);
  gtk_label_set_xalign (self->refusal, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->refusal), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal), "error");
  adw_preferences_group_add (group, GTK_WIDGET (self->refusal));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (ADW_DIALOG (self), _("_Create"), G_CALLBACK (make_cb), self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);

  return ADW_DIALOG (self);
}
