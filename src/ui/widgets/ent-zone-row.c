/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-zone-row.h"

#include "base/ent-gazetteer.h"
#include "base/ent-text.h"
#include "base/ent-zone.h"
#include "ui/widgets/ent-suggestion-row.h"

/* Who does not see the zone among these types more. */
#define MOST_OFFERED 20

/* Shorter, and half of the world would be meant. */
#define TOWN_LENGTH 2

static gboolean
is_offered (GPtrArray *suggestions, gint64 value)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (((EntSuggestion *) g_ptr_array_index (suggestions, i))->value == value)
      return TRUE;

  return FALSE;
}

/* "New York" of America/New_York */
static gboolean
bears (const char *zone, const char *folded)
{
  g_autofree char *name = ent_text_fold (zone);

  g_strdelimit (name, "_", ' ');
  return strstr (name, folded) != NULL;
}

/* The zone is that of the town, which few know: Huế is in Asia/Ho_Chi_Minh. */
static void
suggest_town (const EntGazetteerPlace *town, GPtrArray *suggestions)
{
  const char *const *zones = ent_zone_get_all ();

  for (guint i = 0; zones[i]; i++)
    if (g_str_equal (zones[i], town->zone) && !is_offered (suggestions, i))
      g_ptr_array_add (suggestions, ent_suggestion_new (i, zones[i], town->name));
}

static GPtrArray *
suggest (const char *typed, gpointer user_data)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_suggestion_free);
  const char *const *zones = ent_zone_get_all ();
  EntGazetteer *gazetteer = ent_gazetteer_get_default ();
  g_autofree char *folded = ent_text_fold (typed);
  guint towns[MOST_OFFERED];
  guint n_towns = 0;

  g_strdelimit (folded, "_", ' ');
  for (guint i = 0; zones[i] && suggestions->len < MOST_OFFERED; i++)
    if (bears (zones[i], folded))
      g_ptr_array_add (suggestions, ent_suggestion_new (i, zones[i], NULL));

  if (gazetteer && g_utf8_strlen (typed, -1) >= TOWN_LENGTH)
    n_towns = ent_gazetteer_search (gazetteer, typed, towns, MOST_OFFERED);
  for (guint i = 0; i < n_towns; i++)
    {
      EntGazetteerPlace town;

      ent_gazetteer_get (gazetteer, towns[i], &town);
      suggest_town (&town, suggestions);
    }

  return suggestions;
}

static void
picked_cb (EntSuggestionRow *row, gint64 value)
{
  ent_suggestion_row_set_text (row, ent_zone_get_all ()[value]);
}

/**
 * ent_zone_row_new:
 *
 * A line in which a time zone is named: zones are offered as one types, by their own names and by
 * those of the towns in them.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_zone_row_new (void)
{
  GtkWidget *row = ent_suggestion_row_new ("", suggest, NULL, NULL);

  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), NULL);

  return row;
}
