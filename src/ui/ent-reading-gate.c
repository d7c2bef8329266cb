/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-reading-gate.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"

struct _EntReadingGate
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *waiting_page;
  GtkProgressBar *progress;
  AdwStatusPage *refused_page;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (EntReadingGate, ent_reading_gate, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint password_signal;

static void
answered_cb (EntReadingGate *self, const char *response, AdwAlertDialog *alert)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (alert), "ent-password");
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (g_str_equal (response, "open"))
    g_signal_emit (self, password_signal, 0, gtk_editable_get_text (GTK_EDITABLE (row)));
  else if (dialog)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
ask_password (EntReadingGate *self, const char *sentence)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Password Needed"), sentence);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_password_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Password"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Password"), -1);
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "open", _("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "open");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data (G_OBJECT (alert), "ent-password", row);
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (dialog, row);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
ent_reading_gate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    g_value_set_object (value, adw_bin_get_child (ENT_READING_GATE (object)->content));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ent_reading_gate_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    ent_reading_gate_set_content (ENT_READING_GATE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ent_reading_gate_dispose (GObject *object)
{
  /* It owns what the template would give up as well. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_READING_GATE);

  G_OBJECT_CLASS (ent_reading_gate_parent_class)->dispose (object);
}

static void
ent_reading_gate_class_init (EntReadingGateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_reading_gate_dispose;
  G_OBJECT_CLASS (klass)->get_property = ent_reading_gate_get_property;
  G_OBJECT_CLASS (klass)->set_property = ent_reading_gate_set_property;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  password_signal = g_signal_new ("password", ENT_TYPE_READING_GATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-reading-gate.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReadingGate, stack);
  gtk_widget_class_bind_template_child (widget_class, EntReadingGate, waiting_page);
  gtk_widget_class_bind_template_child (widget_class, EntReadingGate, progress);
  gtk_widget_class_bind_template_child (widget_class, EntReadingGate, refused_page);
  gtk_widget_class_bind_template_child (widget_class, EntReadingGate, content);
}

static void
ent_reading_gate_init (EntReadingGate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says that one waits, and for what. */
void
ent_reading_gate_wait (EntReadingGate *self, const char *title)
{
  adw_status_page_set_title (self->waiting_page, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}

/* How far the reading is, from 0 to 1. */
void
ent_reading_gate_set_progress (EntReadingGate *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

/* Says why there is nothing to show; both are plain text. */
void
ent_reading_gate_refuse (EntReadingGate *self, const char *title, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_title (self->refused_page, title);
  adw_status_page_set_description (self->refused_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "refused");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * ent_reading_gate_take_error:
 * @self: a gate
 * @error: why a document was not read
 *
 * Asks for the password where that is what lacks; without one the dialog is closed.
 */
void
ent_reading_gate_take_error (EntReadingGate *self, const GError *error)
{
  if (g_error_matches (error, ENT_ERROR, ENT_ERROR_PASSWORD))
    ask_password (self, error->message);
  else
    ent_reading_gate_refuse (self, _("This Cannot Be Read"), error->message);
}

void
ent_reading_gate_set_content (EntReadingGate *self, GtkWidget *content)
{
  if (adw_bin_get_child (self->content) == content)
    return;
  adw_bin_set_child (self->content, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/* Shows what the document is shown in. */
void
ent_reading_gate_open (EntReadingGate *self)
{
  gtk_stack_set_visible_child_name (self->stack, "open");
}
