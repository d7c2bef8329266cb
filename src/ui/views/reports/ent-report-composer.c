/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-composer.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-annual-report.h"
#include "ui/ent-settings.h"
#include "rules/ent-report-lint.h"
#include "ui/views/reports/ent-report-check-dialog.h"
#include "ui/views/reports/ent-report-edit.h"
#include "ui/views/reports/ent-report-issue.h"
#include "ui/views/reports/ent-report-outline.h"
#include "ui/views/reports/ent-report-page.h"
#include "ui/widgets/ent-paper-view.h"
#include "ui/widgets/ent-undo-buttons.h"

/* The pages follow the keys with this delay. */
#define PAUSE_MS 300

struct _EntReportComposer
{
  AdwBreakpointBin parent_instance;

  AdwNavigationSplitView *outer;
  AdwNavigationSplitView *inner;
  AdwNavigationPage *outline_page;
  AdwNavigationPage *entry_page;
  GtkButton *check_button;
  AdwBanner *banner;
  AdwBin *outline_slot;
  AdwBin *undo_slot;
  GtkStack *entry_stack;
  AdwBin *entry_slot;
  AdwStatusPage *none_page;
  GtkButton *none_button;
  AdwWindowTitle *pages_title;
  GtkDropDown *language;
  AdwBin *pages_slot;
  GtkWidget *page_button;
  GtkWidget *entry_page_button;

  EntSession *session;
  EntReportOutline *outline;
  EntPaperView *pages;
  EntReportScope scope;
  EntId report; /* none while it is not recorded */
  EntId shown;  /* whose page the middle has */
  guint pause;
};

/* As the rows of the language list stand in the template. */
static const char *const languages[] = { "fr", "en" };

G_DEFINE_FINAL_TYPE (EntReportComposer, ent_report_composer, ADW_TYPE_BREAKPOINT_BIN)

static EntSection *
get_report (EntReportComposer *self)
{
  EntRecord *record = self->report
                          ? ent_project_get (ent_session_get_project (self->session), self->report)
                          : NULL;

  return record ? ENT_SECTION (record) : NULL;
}

static const char *
get_lang (EntReportComposer *self)
{
  return languages[gtk_drop_down_get_selected (self->language)];
}

static gboolean
is_composed (EntReportComposer *self)
{
  EntSection *report = get_report (self);
  g_autoptr (GPtrArray)
      parts = report ? ent_report_list_parts (ent_session_get_project (self->session), report)
                     : NULL;

  return parts && parts->len > 0;
}

static void
update_check (EntReportComposer *self)
{
  EntSection *report = get_report (self);
  gboolean shown = is_composed (self) && !ent_report_is_issued (report);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->check_button), shown);
  if (!shown)
    return;
  findings = ent_report_lint (ent_session_get_project (self->session), report,
                              ent_session_get_today (self->session));
  /* Translators: a button; %u: how much there is to look at. */
  label = g_strdup_printf (_("Check (%u)"), findings->len);
  gtk_button_set_label (self->check_button, label);
}

static gboolean
write_pages_cb (gpointer user_data)
{
  EntReportComposer *self = user_data;
  g_autoptr (EntPaper) paper = ent_report_build (ent_session_get_project (self->session),
                                                 &self->scope, get_report (self), get_lang (self),
                                                 ent_session_get_today (self->session));

  self->pause = 0;
  ent_paper_view_set_paper (self->pages, paper);
  update_check (self);

  return G_SOURCE_REMOVE;
}

static void
queue_pages (EntReportComposer *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, write_pages_cb, self);
}

static void
written_cb (EntReportComposer *self)
{
  guint n_pages = ent_paper_view_get_n_pages (self->pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  adw_window_title_set_subtitle (self->pages_title, count);
}

/* What stands in the middle where there is nothing to edit: what rules made, or what is missing. */
static void
show_unrecorded (EntReportComposer *self, EntReportPart *part)
{
  g_autofree char *title = g_markup_escape_text (part->heading, -1);
  const char *text, *act;

  if (part->what == ENT_REPORT_PART_MISSING)
    {
      text = _("The report does not tell this yet.");
      act = _("_Add to the Report");
    }
  else if (is_composed (self))
    {
      text = _("This table is made of what the project holds. It can have another heading and "
               "words of its own.");
      act = _("_Edit Heading");
    }
  else
    {
      text = _("Rules put this report in order. Composing it writes its sections down, so that "
               "they can be ordered, renamed, written and left out.");
      act = _("_Compose");
    }
  adw_status_page_set_title (self->none_page, title);
  adw_status_page_set_description (self->none_page, text);
  gtk_button_set_label (self->none_button, act);
  gtk_stack_set_visible_child_name (self->entry_stack, "none");
}

static void
chosen_cb (EntReportComposer *self)
{
  EntReportPart *part = ent_report_outline_get_chosen (self->outline);
  EntRecord *record;

  if (!part)
    return;

  record = part->section ? ent_project_get (ent_session_get_project (self->session), part->section)
                         : NULL;
  if (!record)
    show_unrecorded (self, part);
  else if (self->shown != part->section)
    adw_bin_set_child (self->entry_slot, ent_report_page_new (self->session, record));
  if (record)
    gtk_stack_set_visible_child_name (self->entry_stack, "entry");
  self->shown = record ? part->section : ENT_ID_NONE;
  if (!record)
    adw_bin_set_child (self->entry_slot, NULL);
  adw_navigation_page_set_title (self->entry_page, part->heading);
  if (part->what == ENT_REPORT_PART_PART && !part->omitted)
    ent_paper_view_show_heading (self->pages, part->heading);
}

static void
opened_cb (EntReportComposer *self)
{
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
}

static void
show_pages_cb (EntReportComposer *self)
{
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
}

static void
check_cb (EntReportComposer *self)
{
  adw_dialog_present (ent_report_check_dialog_new (self->session, self->report), GTK_WIDGET (self));
}

static void
update_actions (EntReportComposer *self)
{
  EntSection *report = get_report (self);
  gboolean issued = report && ent_report_is_issued (report);
  gboolean composed = is_composed (self) && !issued;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.add-section", composed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.move-up", composed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.move-down", composed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.issue", composed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.reopen", issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.begin-next", composed || issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.delete", report && !issued);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry_slot), !issued);
  adw_banner_set_revealed (self->banner, issued);
}

/* The project may have another report of this scope than before, or none. */
static void
refresh (EntReportComposer *self)
{
  EntProject *project = ent_session_get_project (self->session);
  EntSection *report = get_report (self);
  g_autofree char *title = NULL;

  if (!report)
    report = ent_report_find (project, &self->scope);
  self->report = report ? ent_record_get_id (ENT_RECORD (report)) : ENT_ID_NONE;
  if (report)
    ent_report_scope_read (project, report, &self->scope);
  title = ent_report_composer_dup_title (self);
  adw_navigation_page_set_title (self->outline_page, title);
  ent_report_outline_show (self->outline, &self->scope, report, get_lang (self));
  update_actions (self);
  queue_pages (self);
}

static void
changed_cb (EntReportComposer *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
none_act_cb (EntReportComposer *self)
{
  EntReportPart *part = ent_report_outline_get_chosen (self->outline);
  EntRecord *missing = part && part->what == ENT_REPORT_PART_MISSING
                           ? ent_project_get (ent_session_get_project (self->session), part->record)
                           : NULL;
  EntId made = ENT_ID_NONE;

  if (missing)
    made = ent_report_edit_tell (self->session, get_report (self), missing);
  else if (part && is_composed (self) && ent_report_part_is_table (part))
    made = ent_report_edit_add_table (self->session, get_report (self), part->kind, part->omitted);
  else
    ent_report_edit_compose (self->session, &self->scope);
  if (made)
    ent_report_outline_choose (self->outline, made);
}

static void
language_cb (EntReportComposer *self)
{
  if (!self->outline)
    return;

  g_settings_set_string (ent_settings_get (), "report-language", get_lang (self));
  refresh (self);
}

static void
export_cb (EntReportComposer *self)
{
  if (self->report)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-paper", "(ssx)", "report", ".pdf",
                                self->report);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-report-of", "(is)",
                                ent_day_get_year (self->scope.first), get_lang (self));
}

static void
add_section_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (widget);
  EntId id = ent_report_edit_add_section (self->session, get_report (self));

  if (id)
    ent_report_outline_choose (self->outline, id);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ent_report_outline_step (ENT_REPORT_COMPOSER (widget)->outline,
                           g_str_equal (action, "report.move-up") ? -1 : 1);
}

static void
issue_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntReportComposer) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EntSection *report = self->session ? get_report (self) : NULL;

  if (report && g_str_equal (response, "issue"))
    ent_report_issue (self->session, report);
}

static void
issue_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (widget);
  AdwDialog *dialog = adw_alert_dialog_new (
      _("Issue the Report?"), _("What it says is written down, and later corrections of the "
                                "records stand below it. It can be reopened."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel",
                                  _("_Cancel"), "issue", _("_Issue"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "issue");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, issue_answered_cb,
                           g_object_ref (self));
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (widget);

  ent_report_reopen (self->session, get_report (self));
}

static void
begin_next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (widget);
  EntId id = ent_report_begin_next (self->session, get_report (self));

  if (id)
    ent_session_show (self->session, id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (widget);

  ent_session_delete (self->session, self->report);
}

static void
ent_report_composer_dispose (GObject *object)
{
  EntReportComposer *self = ENT_REPORT_COMPOSER (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->outline = NULL;
  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_REPORT_COMPOSER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_report_composer_parent_class)->dispose (object);
}

static void
ent_report_composer_class_init (EntReportComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_report_composer_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-report-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, outer);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, inner);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, outline_page);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, entry_page);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, check_button);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, banner);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, outline_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, entry_stack);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, entry_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, none_page);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, none_button);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, pages_title);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, language);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, pages_slot);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, page_button);
  gtk_widget_class_bind_template_child (widget_class, EntReportComposer, entry_page_button);
  gtk_widget_class_bind_template_callback (widget_class, show_pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_act_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);

  gtk_widget_class_install_action (widget_class, "report.add-section", NULL, add_section_cb);
  gtk_widget_class_install_action (widget_class, "report.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "report.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "report.issue", NULL, issue_cb);
  gtk_widget_class_install_action (widget_class, "report.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "report.begin-next", NULL, begin_next_cb);
  gtk_widget_class_install_action (widget_class, "report.delete", NULL, delete_cb);
}

static void
ent_report_composer_init (EntReportComposer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_report_composer_new:
 * @session: the session
 *
 * Returns: (transfer floating): a composer without a report
 */
GtkWidget *
ent_report_composer_new (EntSession *session)
{
  EntReportComposer *self = g_object_new (ENT_TYPE_REPORT_COMPOSER, NULL);
  const char *lang = ent_settings_get_report_language (ent_session_get_project (session));

  self->session = g_object_ref (session);
  gtk_drop_down_set_selected (self->language, g_str_equal (lang, languages[0]) ? 0 : 1);
  self->outline = ENT_REPORT_OUTLINE (ent_report_outline_new (session));
  self->pages = ENT_PAPER_VIEW (ent_paper_view_new ());
  adw_bin_set_child (self->outline_slot, GTK_WIDGET (self->outline));
  adw_bin_set_child (self->pages_slot, GTK_WIDGET (self->pages));
  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  g_signal_connect_object (self->outline, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "written", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_session_get_store (session), "journal-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (changed_cb), NULL);

  return GTK_WIDGET (self);
}

static void
show_report (EntReportComposer *self, const EntReportScope *scope, EntId report)
{
  self->scope = *scope;
  self->report = report;
  self->shown = ENT_ID_NONE;
  adw_navigation_split_view_set_show_content (self->outer, FALSE);
  refresh (self);
}

/**
 * ent_report_composer_open:
 * @self: a composer
 * @scope: what the report is about
 * @report: the recorded report, %ENT_ID_NONE for none
 */
void
ent_report_composer_open (EntReportComposer *self, const EntReportScope *scope, EntId report)
{
  show_report (self, scope, report);
}

/**
 * ent_report_composer_open_section:
 * @self: a composer
 * @section: a report, or a part of one
 *
 * Returns: whether it could be shown: a report without a period cannot
 */
gboolean
ent_report_composer_open_section (EntReportComposer *self, EntSection *section)
{
  EntProject *project = ent_session_get_project (self->session);
  EntSection *report = section;
  EntReportScope scope;

  for (guint depth = 0; report->parent && depth < 8; depth++)
    {
      EntRecord *above = ent_project_get (project, report->parent);

      if (!above)
        return FALSE;
      report = ENT_SECTION (above);
    }
  if (!ent_report_scope_read (project, report, &scope))
    return FALSE;
  show_report (self, &scope, ent_record_get_id (ENT_RECORD (report)));
  ent_report_outline_choose (self->outline, ent_record_get_id (ENT_RECORD (section)));
  if (section != report)
    opened_cb (self);

  return TRUE;
}

/**
 * ent_report_composer_dup_title:
 * @self: a composer
 *
 * Returns: (transfer full): what its report is called
 */
char *
ent_report_composer_dup_title (EntReportComposer *self)
{
  EntScribe scribe = { ent_session_get_project (self->session), NULL, get_lang (self),
                       ent_session_get_today (self->session) };

  return ent_report_dup_title (&scribe, &self->scope, get_report (self));
}
