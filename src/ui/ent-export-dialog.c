/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-report-years.h"
#include "ui/ent-settings.h"
#include "ui/widgets/ent-accessible.h"

struct _EntExportDialog
{
  AdwDialog parent_instance;

  AdwComboRow *year_row;
  AdwComboRow *lang_row;

  GArray *years;
};

/* As the rows of the language list stand in the template. */
static const char *const languages[] = { "fr", "en" };

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (EntExportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
export_cb (EntExportDialog *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  int year = g_array_index (self->years, int, adw_combo_row_get_selected (self->year_row));
  const char *lang = languages[adw_combo_row_get_selected (self->lang_row)];

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-report-of", "(is)", year, lang);
}

static void
fill_years (EntExportDialog *self, EntSession *session)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  int today = ent_session_get_today (session);
  int complete = ent_report_last_complete_year (today);

  self->years = ent_report_list_years (ent_session_get_project (session), today);
  for (guint i = 0; i < self->years->len; i++)
    gtk_string_list_take (model, g_strdup_printf ("%d", g_array_index (self->years, int, i)));

  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (model));
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == complete)
      adw_combo_row_set_selected (self->year_row, i);
}

static void
ent_export_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_finalize (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (ent_export_dialog_parent_class)->finalize (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, EntExportDialog, lang_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_export_dialog_new:
 * @session: the session on the project
 *
 * A dialog that hands its answer to the action win.export-report-of of its window.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ent_export_dialog_new (EntSession *session)
{
  EntExportDialog *self = g_object_new (ENT_TYPE_EXPORT_DIALOG, NULL);
  const char *lang = ent_settings_get_report_language (ent_session_get_project (session));

  ent_accessible_name_list (GTK_WIDGET (self->year_row), _("Annual Report"));
  fill_years (self, session);
  adw_combo_row_set_selected (self->lang_row, g_str_equal (lang, languages[0]) ? 0 : 1);

  return ADW_DIALOG (self);
}
