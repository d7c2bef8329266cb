/* SPDX-License-Identifier: GPL-3.0-or-later */

/* first-frame TITLE COMMAND [ARGS]: starts a program on this X display and prints the
 * milliseconds from the start to its first complete frame, then closes its window.
 *
 * The frame is complete at the last change on the screen before it stands still, once a window
 * whose title holds TITLE is mapped. The program needs to know nothing of this. */

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Longer than a frame that the program is still working on, shorter than a cursor's blink. */
#define STILL_MS 400
#define PATIENCE_MS 30000
#define CLOSING_MS 5000

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* Windows come and go under us; what is gone is simply not ours. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static int
window_is_wanted (Display *display, Window window, const char *wanted)
{
  Atom type;
  int format, found = 0;
  unsigned long n_items, n_left;
  unsigned char *title = NULL;

  if (XGetWindowProperty (display, window, XInternAtom (display, "_NET_WM_NAME", False), 0, 256,
                          False, AnyPropertyType, &type, &format, &n_items, &n_left, &title)
          == Success
      && title != NULL)
    found = strstr ((const char *) title, wanted) != NULL;
  if (title != NULL)
    XFree (title);
  return found;
}

/* The window manager puts our window into a frame of its own, so look two levels deep. */
static Window
find_window (Display *display, Window parent, const char *wanted, int depth)
{
  Window root, up, *children = NULL, found = None;
  unsigned int n = 0;

  if (!XQueryTree (display, parent, &root, &up, &children, &n))
    return None;
  for (unsigned int i = 0; i < n && found == None; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (display, children[i], &attributes)
          && attributes.map_state == IsViewable && window_is_wanted (display, children[i], wanted))
        found = children[i];
      else if (depth > 0)
        found = find_window (display, children[i], wanted, depth - 1);
    }
  if (children != NULL)
    XFree (children);
  return found;
}

/* Returns the time of the last change before the screen stands still, or -1. */
static double
wait_for_frame (
    Display *display, int damage_event, const char *wanted, double start, Window *window)
{
  double last = -1;

  *window = None;
  while (now_ms () - start < PATIENCE_MS)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      if (XPending (display) == 0 && poll (&fd, 1, 20) < 0 && errno != EINTR)
        return -1;
      while (XPending (display) > 0)
        {
          XEvent event;

          XNextEvent (display, &event);
          if (event.type == damage_event + XDamageNotify)
            last = now_ms ();
        }
      if (last < 0 || now_ms () - last < STILL_MS)
        continue;
      *window = find_window (display, DefaultRootWindow (display), wanted, 2);
      if (*window != None)
        return last - start;
    }
  return -1;
}

static void
close_window (Display *display, Window window)
{
  XEvent event = { .xclient = { .type = ClientMessage, .window = window, .format = 32 } };

  event.xclient.message_type = XInternAtom (display, "WM_PROTOCOLS", False);
  event.xclient.data.l[0] = (long) XInternAtom (display, "WM_DELETE_WINDOW", False);
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent (display, window, False, NoEventMask, &event);
  XFlush (display);
}

static void
end_program (pid_t pid)
{
  double start = now_ms ();

  while (now_ms () - start < CLOSING_MS)
    {
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return;
      usleep (10000);
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  double start, frame;
  Window window;
  pid_t pid;

  if (argc < 3 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr, "first-frame TITLE COMMAND [ARGS], on an X display with DAMAGE\n");
      return 2;
    }
  XSetErrorHandler (ignore_error);
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSync (display, True);

  start = now_ms ();
  pid = fork ();
  if (pid < 0)
    return 1;
  if (pid == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  frame = wait_for_frame (display, damage_event, argv[1], start, &window);
  if (window != None)
    close_window (display, window);
  end_program (pid);
  if (frame < 0)
    {
      fprintf (stderr, "first-frame: no window called \"%s\" came and stood still\n", argv[1]);
      return 1;
    }
  printf ("%.1f\n", frame);
  return 0;
}
