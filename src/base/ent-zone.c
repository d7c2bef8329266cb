/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-zone.h"

#include <string.h>

#define ZONES "/usr/share/zoneinfo/zone.tab"

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A line is a country, coordinates, the name and perhaps a comment, with tabs between. */
static GPtrArray *
read_zones (void)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (ZONES, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines && lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] != '#' && g_strv_length (cells) >= 3)
        g_ptr_array_add (zones, g_strdup (cells[2]));
    }
  g_ptr_array_sort (zones, compare);
  g_ptr_array_add (zones, NULL);

  return zones;
}

/**
 * ent_zone_get_all:
 *
 * The time zones of the tz database in which people live, in the order of their names.
 *
 * Returns: (transfer none) (array zero-terminated=1): their names; none where the system has no
 *   such list
 */
const char *const *
ent_zone_get_all (void)
{
  static GPtrArray *zones;

  if (g_once_init_enter_pointer (&zones))
    g_once_init_leave_pointer (&zones, read_zones ());

  return (const char *const *) zones->pdata;
}

/* Whether the clocks of @name are known: a name of the tz database, older ones too, or an offset
 * such as "+02:00". */
static gboolean
is_zone (const char *name)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (!strchr (name, '/') && *name != '+' && *name != '-' && !g_str_equal (name, "UTC"))
    return FALSE;

  zone = g_time_zone_new_identifier (name);
  return zone != NULL;
}

/**
 * ent_zone_read:
 * @typed: what was typed
 *
 * Reads the name of a time zone, whatever the case and with or without underscores:
 * "america/new york" is America/New_York.
 *
 * Returns: (transfer full) (nullable): the name as the tz database has it, %NULL for no such zone
 */
char *
ent_zone_read (const char *typed)
{
  const char *const *zones = ent_zone_get_all ();
  g_autofree char *name = g_strstrip (g_strdup (typed));

  g_strdelimit (name, " ", '_');
  for (guint i = 0; zones[i]; i++)
    if (g_ascii_strcasecmp (zones[i], name) == 0)
      return g_strdup (zones[i]);

  /* Without a list nothing can be held against it. */
  return is_zone (name) || !zones[0] ? g_steal_pointer (&name) : NULL;
}
