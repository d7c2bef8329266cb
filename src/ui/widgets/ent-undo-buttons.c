/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-undo-buttons.h"

#include <glib/gi18n-lib.h>

struct _EntUndoButtons
{
  AdwBin parent_instance;

  EntSession *session;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntUndoButtons, ent_undo_buttons, ADW_TYPE_BIN)

static gboolean
label_to_tooltip (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *label = g_value_get_string (from);

  g_value_set_string (to, label != NULL ? label : user_data);

  return TRUE;
}

/* The name stays short and the same, so that it can be said; what the act would be is the
 * tooltip, which GTK gives to assistive technologies as the description. */
static GtkWidget *
create_button (EntUndoButtons *self, const char *icon, const char *action, const char *property,
               char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_bind_property_full (self->session, property, button, "tooltip-text",
                               G_BINDING_SYNC_CREATE, label_to_tooltip, NULL, name, NULL);

  return button;
}

static void
ent_undo_buttons_constructed (GObject *object)
{
  EntUndoButtons *self = ENT_UNDO_BUTTONS (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (ent_undo_buttons_parent_class)->constructed (object);

  gtk_box_append (GTK_BOX (box), create_button (self, "edit-undo-symbolic", "win.undo",
                                                "undo-label", _("Undo")));
  gtk_box_append (GTK_BOX (box), create_button (self, "edit-redo-symbolic", "win.redo",
                                                "redo-label", _("Redo")));
  adw_bin_set_child (ADW_BIN (self), box);
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
