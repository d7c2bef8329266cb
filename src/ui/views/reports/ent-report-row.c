/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-row.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-report-plan.h"
#include "ui/ent-settings.h"

struct _EntReportRow
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *summary;
  GtkDropDown *language;
  GtkButton *export_button;

  EntReportItem *item;
};

/* As the rows of the language list stand in the template. */
static const char *const languages[] = { "fr", "en" };

G_DEFINE_FINAL_TYPE (EntReportRow, ent_report_row, ADW_TYPE_BIN)

/* A report of a year goes by the year, whether anybody recorded it or not. */
static void
export_cb (EntReportRow *self)
{
  const char *lang = languages[gtk_drop_down_get_selected (self->language)];

  if (!self->item->scope.id && ent_report_scope_is_year (&self->item->scope))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-report-of", "(is)",
                                ent_day_get_year (self->item->scope.first), lang);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-paper", "(ssx)", "report", ".pdf",
                                self->item->report);
}

static void
ent_report_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_REPORT_ROW);
  g_clear_object (&ENT_REPORT_ROW (object)->item);

  G_OBJECT_CLASS (ent_report_row_parent_class)->dispose (object);
}

static void
ent_report_row_class_init (EntReportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_report_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-report-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReportRow, title);
  gtk_widget_class_bind_template_child (widget_class, EntReportRow, summary);
  gtk_widget_class_bind_template_child (widget_class, EntReportRow, language);
  gtk_widget_class_bind_template_child (widget_class, EntReportRow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
ent_report_row_init (EntReportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_report_row_new:
 *
 * Returns: (transfer floating): a row without a year
 */
GtkWidget *
ent_report_row_new (void)
{
  return g_object_new (ENT_TYPE_REPORT_ROW, NULL);
}

/* "42 facts", and how far the report is. */
static char *
dup_summary (EntProject *project, EntReportItem *item)
{
  g_autoptr (GPtrArray) told = ent_report_scope_collect (project, &item->scope);
  EntRecord *record = item->report ? ent_project_get (project, item->report) : NULL;
  g_autofree char *count = told->len == 0
      ? g_strdup (_("Nothing recorded"))
      : g_strdup_printf (ngettext ("%u fact", "%u facts", told->len), told->len);
  g_autofree char *state = record
                               ? ent_column_display (
                                     ent_table_find_column (&ent_section_table, "state"),
                                     ENT_SECTION (record)->state, ent_words_interface_language ())
                               : NULL;

  return state && *state ? g_strconcat (count, " · ", state, NULL) : g_steal_pointer (&count);
}

/**
 * ent_report_row_set_item:
 * @self: a row
 * @session: the session on the project
 * @item: its report
 */
void
ent_report_row_set_item (EntReportRow *self, EntSession *session, EntReportItem *item)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_settings_get_report_language (project);
  EntScribe scribe = { project, NULL, ent_session_get_lang (session),
                       ent_session_get_today (session) };
  EntRecord *record = item->report ? ent_project_get (project, item->report) : NULL;
  g_autofree char *title = ent_report_dup_title (&scribe, &item->scope,
                                                 record ? ENT_SECTION (record) : NULL);
  /* Translators: name of a button; %s is the title of a report. */
  g_autofree char *name = g_strdup_printf (_("Export “%s” as PDF"), title);
  g_autofree char *summary = dup_summary (project, item);

  g_return_if_fail (ENT_IS_REPORT_ROW (self));

  g_set_object (&self->item, item);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_drop_down_set_selected (self->language, g_str_equal (lang, languages[0]) ? 0 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
ent_report_row_get_title (EntReportRow *self)
{
  return gtk_label_get_label (self->title);
}
