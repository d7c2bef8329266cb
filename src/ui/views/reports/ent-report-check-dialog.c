/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-check-dialog.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-report-lint.h"
#include "ui/widgets/ent-dismissal.h"
#include "ui/widgets/ent-finding-words.h"

/* Nobody reads more on the second day. */
#define N_LINES 10

struct _EntReportCheckDialog
{
  AdwDialog parent_instance;

  EntSession *session;
  EntId report;
  GtkBox *box;
  GtkStack *stack;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (EntReportCheckDialog, ent_report_check_dialog, ADW_TYPE_DIALOG)

static const char *
get_severity_words (EntSeverity severity)
{
  switch (severity)
    {
    case ENT_SEVERITY_ERROR:
      return _("To correct");
    case ENT_SEVERITY_WARNING:
      return _("To look at");
    case ENT_SEVERITY_NOTE:
      return _("Could be better");
    }

  g_assert_not_reached ();
}

static char *
dup_reason (EntReportCheckDialog *self, const EntFinding *finding)
{
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *other = finding->person ? finding->person : finding->other;
  g_autofree char *title = other ? ent_record_dup_title (other, project,
                                                         ent_session_get_lang (self->session))
                                 : NULL;
  const char *words = ent_finding_rule_get_words (finding->rule);

  return title ? g_strdup_printf ("%s · %s", words, title) : g_strdup (words);
}

static void
open_cb (EntActLine *line)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (line), ADW_TYPE_DIALOG);

  ent_act_line_open (line);
  if (dialog)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static GtkWidget *
create_row (EntReportCheckDialog *self, const EntFinding *finding)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autofree char *title = ent_record_dup_title (finding->record, project,
                                                 ent_session_get_lang (self->session));
  g_autofree char *reason = dup_reason (self, finding);
  EntActLine *line = ENT_ACT_LINE (
      ent_act_line_new (self->session, finding->record, title, reason));

  if (line->has_page)
    ent_act_line_add_button (line, _("Open"), G_CALLBACK (open_cb));
  ent_dismissal_add (line, finding);

  return ent_act_line_create_row (line);
}

static GtkListBox *
add_list (EntReportCheckDialog *self, const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  ent_act_line_connect_list (GTK_LIST_BOX (list));
  gtk_box_append (self->box, label);
  gtk_box_append (self->box, list);

  return GTK_LIST_BOX (list);
}

static void fill (EntReportCheckDialog *self);

static void
show_all_cb (EntReportCheckDialog *self)
{
  self->all = TRUE;
  fill (self);
}

static void
add_rest (EntReportCheckDialog *self, guint n_all)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show All %u", "Show All %u", n_all), n_all);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

/* Few lines, made anew when one of them is settled. */
static void
fill (EntReportCheckDialog *self)
{
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *report = ent_project_get (project, self->report);
  g_autoptr (GPtrArray) findings = NULL;
  GtkListBox *list = NULL;
  EntSeverity severity = ENT_SEVERITY_ERROR;
  GtkWidget *child;

  if (!report)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);

  findings = ent_report_lint (project, ENT_SECTION (report), ent_session_get_today (self->session));
  for (guint i = 0; i < findings->len && (self->all || i < N_LINES); i++)
    {
      const EntFinding *finding = g_ptr_array_index (findings, i);

      if (!list || finding->severity != severity)
        list = add_list (self, get_severity_words (finding->severity));
      severity = finding->severity;
      gtk_list_box_append (list, create_row (self, finding));
    }
  if (!self->all && findings->len > N_LINES)
    add_rest (self, findings->len);
  gtk_stack_set_visible_child_name (self->stack, findings->len ? "lines" : "nothing");
}

static void
ent_report_check_dialog_dispose (GObject *object)
{
  g_clear_object (&ENT_REPORT_CHECK_DIALOG (object)->session);

  G_OBJECT_CLASS (ent_report_check_dialog_parent_class)->dispose (object);
}

static void
ent_report_check_dialog_class_init (EntReportCheckDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_report_check_dialog_dispose;
}

static void
ent_report_check_dialog_init (EntReportCheckDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *nothing = adw_status_page_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing to Correct"));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "lines");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * ent_report_check_dialog_new:
 * @session: the session
 * @report: a recorded report
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ent_report_check_dialog_new (EntSession *session, EntId report)
{
  EntReportCheckDialog *self = g_object_new (ENT_TYPE_REPORT_CHECK_DIALOG, "title",
                                             _("Check the Report"), "content-width", 560,
                                               "content-height", 520, NULL);

  self->session = g_object_ref (session);
  self->report = report;
  g_signal_connect_object (ent_session_get_store (session), "journal-changed", G_CALLBACK (fill),
                           self, G_CONNECT_SWAPPED);
  fill (self);

  return ADW_DIALOG (self);
}
