/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-accels.h"

#include "ui/ent-window-private.h"

#define MAX_PLACE_KEYS 9

static const EntAccel accels[] = {
  { "app.new", { "<Shift><Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.quit", { "<Control>q" } },
  { "win.new-here", { "<Control>n" } },
  { "win.switch-form", { "<Shift><Control>m" } },
  { "win.quick-note", { "<Control>m" } },
  { "win.save", { "<Control>s" } },
  { "win.export-report", { "<Control>e" } },
  { "win.search", { "<Control>f" } },
  { "win.search-project", { "<Shift><Control>f" } },
  { "win.import-agreement", { "<Control>i" } },
  { "win.paste-agreement", { "<Control>v" }, TRUE },
  { "win.undo", { "<Control>z" }, TRUE },
  { "win.redo", { "<Shift><Control>z", "<Control>y" }, TRUE },
  { "win.toggle-sidebar", { "F9" } },
  { "win.open-menu", { "F10" } },
  { "win.help", { "F1" } },
  { "window.close", { "<Control>w" } },
};

/**
 * ent_accels_get:
 * @n_accels: (out): return location of their number
 *
 * The keys of the program, but for those of the places (Ctrl+1 to Ctrl+9).
 *
 * Returns: (array length=n_accels) (transfer none): the keys
 */
const EntAccel *
ent_accels_get (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);

  return accels;
}

/**
 * ent_accels_install:
 * @application: the application
 *
 * Sets the keys that work wherever the focus is.
 */
void
ent_accels_install (GtkApplication *application)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    if (!accels[i].field_first)
      gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);

  for (guint i = 0; i < MIN (n_places, MAX_PLACE_KEYS) && !places[i].saved; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-place::%s", places[i].name);
      g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

/**
 * ent_accels_install_field_first:
 * @window: a window
 *
 * Sets the keys that a focused text field takes first. The keys of an application are looked
 * at before the focused widget gets them, so these are put on the window itself.
 */
void
ent_accels_install_field_first (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    for (guint k = 0; accels[i].field_first && accels[i].accels[k] != NULL; k++)
      {
        GtkShortcut *shortcut
            = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i].accels[k]),
                                gtk_named_action_new (accels[i].action));

        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
      }

  gtk_widget_add_controller (window, controller);
}
