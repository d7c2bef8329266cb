/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-preferences-dialog.h"

#include "ui/ent-lead-group.h"
#include "ui/ent-precedence-group.h"
#include "ui/ent-office-group.h"
#include "ui/ent-settings.h"

struct _EntPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesPage *page;
  AdwEntryRow *author_row;
  AdwComboRow *scheme_row;
  AdwComboRow *language_row;
};

G_DEFINE_FINAL_TYPE (EntPreferencesDialog, ent_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const char *const schemes[] = { "follow", "light", "dark" };
static const char *const languages[] = { "interface", "fr", "en" };

static gboolean
choice_to_row (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *choices = user_data;
  const char *choice = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (choices[i], choice))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
row_to_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *choices = user_data;
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (schemes) ? g_variant_new_string (choices[i]) : NULL;
}

static void
bind_row (AdwComboRow *row, const char *key, const char *const *choices)
{
  g_settings_bind_with_mapping (ent_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                choice_to_row, row_to_choice, (gpointer) choices, NULL);
}

static void
ent_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (ent_preferences_dialog_parent_class)->dispose (object);
}

static void
ent_preferences_dialog_class_init (EntPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, EntPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, EntPreferencesDialog, language_row);
}

static void
ent_preferences_dialog_init (EntPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_settings_bind (ent_settings_get (), "author", self->author_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
  bind_row (self->scheme_row, "color-scheme", schemes);
  bind_row (self->language_row, "content-language", languages);
}

/**
 * ent_preferences_dialog_new:
 * @session: (nullable): the project that is open, if any
 *
 * Returns: (transfer floating): the preferences, those of the project among them
 */
GtkWidget *
ent_preferences_dialog_new (EntSession *session)
{
  EntPreferencesDialog *self = g_object_new (ENT_TYPE_PREFERENCES_DIALOG, NULL);

  if (session)
    {
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (ent_office_group_new (session)));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (ent_lead_group_new (session)));
      adw_preferences_page_add (self->page,
                                ADW_PREFERENCES_GROUP (ent_precedence_group_new (session)));
    }

  return GTK_WIDGET (self);
}
