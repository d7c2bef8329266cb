/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-row.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-report-years.h"
#include "ui/ent-settings.h"

struct _EntReportRow
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *summary;
  GtkDropDown *language;
  GtkButton *export_button;

  int year;
};

/* As the rows of the language list stand in the template. */
static const char *const languages[] = { "fr", "en" };

G_DEFINE_FINAL_TYPE (EntReportRow, ent_report_row, ADW_TYPE_BIN)

static void
export_cb (EntReportRow *self)
{
  const char *lang = languages[gtk_drop_down_get_selected (self->language)];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-report-of", "(is)", self->year, lang);
}

static void
ent_report_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_REPORT_ROW);

  G_OBJECT_CLASS (ent_report_row_parent_class)->dispose (object);
}

static void
ent_report_row_class_init (EntReportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_report_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-report-row.ui");
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

/**
 * ent_report_row_set_year:
 * @self: a row
 * @session: the session on the project
 * @year: the year of its report
 */
void
ent_report_row_set_year (EntReportRow *self, EntSession *session, int year)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_settings_get_report_language (project);
  guint n_events = ent_report_count_events (project, year);
  g_autofree char *title = g_strdup_printf (_("Annual Report %d"), year);
  g_autofree char *name = g_strdup_printf (_("Export Annual Report %d as PDF"), year);
  g_autofree char *summary
      = n_events == 0 ? g_strdup (_("No event recorded"))
                      : g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  g_return_if_fail (ENT_IS_REPORT_ROW (self));

  self->year = year;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_drop_down_set_selected (self->language, g_str_equal (lang, languages[0]) ? 0 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
