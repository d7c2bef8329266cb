/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

/* What the desktop wants beside a title, without what a window that fills a telephone has no use
 * for: "icon:minimize,maximize,close" becomes "icon:close". NULL: as the desktop wants it. */
static char *
dup_layout (EntWindow *self)
{
  AdwBreakpoint *current = adw_application_window_get_current_breakpoint (
      ADW_APPLICATION_WINDOW (self));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_autofree char *layout = NULL;
  g_autoptr (GRegex) unused = g_regex_new ("(minimize|maximize),?", 0, 0, NULL);

  if (!current || current != self->tiny)
    return NULL;
  g_object_get (settings, "gtk-decoration-layout", &layout, NULL);

  return layout ? g_regex_replace_literal (unused, layout, -1, 0, "", 0, NULL) : NULL;
}

static void
set_layout (GtkWidget *widget, const char *layout)
{
  if (ADW_IS_HEADER_BAR (widget))
    {
      adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (widget), layout);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    set_layout (child, layout);
}

/**
 * ent_window_update_headers:
 * @self: a window
 *
 * Leaves the titles of a very narrow window the room of the buttons that it has no use for.
 */
void
ent_window_update_headers (EntWindow *self)
{
  g_autofree char *layout = dup_layout (self);

  set_layout (GTK_WIDGET (self->root), layout);
}
