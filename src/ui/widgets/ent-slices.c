/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-slices.h"

/* Microseconds of work between two looks at what the officer does. */
#define SLICE 8000

typedef struct
{
  gpointer owner;
  guint next, n;
  EntSliceFunc each;
} Slices;

static void
slices_free (gpointer data)
{
  Slices *self = data;

  g_clear_weak_pointer (&self->owner);
  g_free (self);
}

static gboolean
slice_cb (gpointer data)
{
  Slices *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  do
    {
      if (!self->owner || self->next >= self->n)
        return G_SOURCE_REMOVE;
      self->each (self->owner, self->next++);
    }
  while (g_get_monotonic_time () < end);

  return G_SOURCE_CONTINUE;
}

/**
 * ent_slices_run:
 * @owner: (type GObject): what the work is for
 * @n: how many pieces there are
 * @each: does one of them; gets @owner and its number
 *
 * Does as many pieces as there is time for at once, and the others, in their order, whenever
 * nothing else is to be done, as long as @owner lives.
 */
void
ent_slices_run (gpointer owner, guint n, EntSliceFunc each)
{
  Slices *self = g_new0 (Slices, 1);

  g_set_weak_pointer (&self->owner, owner);
  self->n = n;
  self->each = each;
  if (slice_cb (self))
    g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, slices_free);
  else
    slices_free (self);
}
