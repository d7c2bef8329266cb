/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-save-status.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"

struct _EntSaveStatus
{
  AdwBin parent_instance;

  EntProjectFile *file;
  GtkWidget *label;
  gboolean trouble;
};

enum
{
  PROP_FILE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntSaveStatus, ent_save_status, ADW_TYPE_BIN)

static const char *
get_words (EntSaveState state)
{
  switch (state)
    {
    case ENT_SAVE_STATE_SAVED:
      return _("Saved");
    case ENT_SAVE_STATE_UNSAVED:
    case ENT_SAVE_STATE_SAVING:
      return _("Saving…");
    case ENT_SAVE_STATE_FAILED:
      return _("Not saved");
    case ENT_SAVE_STATE_CHANGED_OUTSIDE:
      return _("Changed outside");
    default:
      g_return_val_if_reached ("");
    }
}

/* Only trouble, and its end, interrupt a screen reader: "Saved" after every word would not
 * let it read anything else. */
static void
announce (EntSaveStatus *self, const char *words, gboolean trouble)
{
  if (trouble != self->trouble && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             trouble ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH
                                     : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->trouble = trouble;
}

static void
update (EntSaveStatus *self)
{
  EntSaveState state = ent_project_file_get_state (self->file);
  gboolean trouble = state == ENT_SAVE_STATE_FAILED || state == ENT_SAVE_STATE_CHANGED_OUTSIDE;
  const char *problem = trouble ? ent_project_file_get_problem (self->file) : NULL;
  const char *words = get_words (state);

  gtk_label_set_label (GTK_LABEL (self->label), words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem != NULL ? problem : words, -1);
  if (trouble)
    gtk_widget_add_css_class (self->label, "error");
  else
    gtk_widget_remove_css_class (self->label, "error");
  announce (self, problem != NULL ? problem : words, trouble);
}

static void
ent_save_status_constructed (GObject *object)
{
  EntSaveStatus *self = ENT_SAVE_STATUS (object);

  G_OBJECT_CLASS (ent_save_status_parent_class)->constructed (object);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "save-status");
  adw_bin_set_child (ADW_BIN (self), self->label);

  g_signal_connect_object (self->file, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
ent_save_status_finalize (GObject *object)
{
  EntSaveStatus *self = ENT_SAVE_STATUS (object);

  g_clear_object (&self->file);

  G_OBJECT_CLASS (ent_save_status_parent_class)->finalize (object);
}

static void
ent_save_status_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntSaveStatus *self = ENT_SAVE_STATUS (object);

  switch (id)
    {
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_save_status_class_init (EntSaveStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_save_status_constructed;
  object_class->finalize = ent_save_status_finalize;
  object_class->set_property = ent_save_status_set_property;

  properties[PROP_FILE]
      = g_param_spec_object ("file", NULL, NULL, ENT_TYPE_PROJECT_FILE,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ent_save_status_init (EntSaveStatus *self)
{
}

/**
 * ent_save_status_new:
 * @file: an open project
 *
 * Returns: (transfer floating): a widget for a header bar, which follows the state of @file
 */
GtkWidget *
ent_save_status_new (EntProjectFile *file)
{
  return g_object_new (ENT_TYPE_SAVE_STATUS, "file", file, NULL);
}
