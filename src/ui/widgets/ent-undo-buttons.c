/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-undo-buttons.h"

#include <glib/gi18n-lib.h>

struct _EntUndoButtons
{
  AdwBin parent_instance;

  EntSession *session;
  GtkWidget *undo;
  GtkWidget *redo;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntUndoButtons, ent_undo_buttons, ADW_TYPE_BIN)

/* Every place has such buttons: those out of sight need no words. */
static void
update (EntUndoButtons *self)
{
  const char *undo = ent_session_get_undo_label (self->session);
  const char *redo = ent_session_get_redo_label (self->session);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_tooltip_text (self->undo, undo ? undo : _("Undo"));
  gtk_widget_set_tooltip_text (self->redo, redo ? redo : _("Redo"));
}

/* The name stays short and the same, so that it can be said; what the act would be is the
 * tooltip, which GTK gives to assistive technologies as the description. */
static GtkWidget *
create_button (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return button;
}

static void
ent_undo_buttons_constructed (GObject *object)
{
  EntUndoButtons *self = ENT_UNDO_BUTTONS (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (ent_undo_buttons_parent_class)->constructed (object);

  self->undo = create_button ("edit-undo-symbolic", "win.undo", _("Undo"));
  self->redo = create_button ("edit-redo-symbolic", "win.redo", _("Redo"));
  gtk_box_append (GTK_BOX (box), self->undo);
  gtk_box_append (GTK_BOX (box), self->redo);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->session, "notify::undo-label", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-label", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_undo_buttons_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_undo_buttons_parent_class)->map (widget);
  update (ENT_UNDO_BUTTONS (widget));
}

static void
ent_undo_buttons_finalize (GObject *object)
{
  EntUndoButtons *self = ENT_UNDO_BUTTONS (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_undo_buttons_parent_class)->finalize (object);
}

static void
ent_undo_buttons_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntUndoButtons *self = ENT_UNDO_BUTTONS (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_undo_buttons_class_init (EntUndoButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_undo_buttons_constructed;
  object_class->finalize = ent_undo_buttons_finalize;
  object_class->set_property = ent_undo_buttons_set_property;
  GTK_WIDGET_CLASS (klass)->map = ent_undo_buttons_map;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_undo_buttons_init (EntUndoButtons *self)
{
}

/**
 * ent_undo_buttons_new:
 * @session: a session
 *
 * Returns: (transfer floating): two buttons
 */
GtkWidget *
ent_undo_buttons_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_UNDO_BUTTONS, "session", session, NULL);
}
