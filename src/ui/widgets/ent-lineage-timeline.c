/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-lineage-timeline.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-lineage-words.h"

typedef struct
{
  const EntLineage *lineage;
  EntProject *project;
  const char *lang;
  EntTimeline *timeline;
  GHashTable *steps; /* EntSpan → GPtrArray of EntLineageStep that lead to it */
} Maker;

static GHashTable *
index_steps (const EntLineage *lineage)
{
  GHashTable *steps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < lineage->steps->len; i++)
    {
      EntLineageStep *step = &g_array_index (lineage->steps, EntLineageStep, i);
      GPtrArray *list = g_hash_table_lookup (steps, step->newer);

      if (!list)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (steps, step->newer, list);
        }
      g_ptr_array_add (list, step);
    }

  return steps;
}

static char *
dup_heading (Maker *maker, const EntLane *lane)
{
  g_autofree char *title = NULL;
  g_autofree char *partners = NULL;

  if (!lane->own)
    return lane->partner == ENT_ID_NONE
        ? g_strdup (_("Without a partner"))
        : ent_project_dup_title (maker->project, lane->partner, maker->lang);

  title = ent_record_dup_title (ENT_RECORD (lane->own->agreement), maker->project, maker->lang);
  partners = ent_agreement_dup_partner_words (maker->project, lane->own->agreement, maker->lang);

  return *partners ? g_strdup_printf ("%s · %s", title, partners) : g_steal_pointer (&title);
}

/* What an arrow says is not said twice. */
static char *
dup_label (Maker *maker, const EntSpan *span, GHashTable *shown)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (span->agreement), maker->project,
                                                 maker->lang);
  g_autofree char *count = ent_span_dup_count_words (span);
  GPtrArray *steps = g_hash_table_lookup (maker->steps, span);
  g_autoptr (GString) label = g_string_new (title);

  g_string_append_printf (label, " · %s", ent_status_get_words (span->status.status));
  if (count)
    g_string_append_printf (label, " · %s", count);
  for (guint i = 0; steps && i < steps->len; i++)
    {
      const EntLineageStep *step = g_ptr_array_index (steps, i);
      g_autofree char *words = NULL;

      if (g_hash_table_contains (shown, step->older))
        continue;
      words = ent_step_dup_words (step, maker->project, maker->lang);
      g_string_append_printf (label, " · %s", words);
    }

  return g_string_free_and_steal (g_steal_pointer (&label));
}

static void
add_arrows (Maker *maker, const EntSpan *span, GHashTable *shown)
{
  GPtrArray *steps = g_hash_table_lookup (maker->steps, span);

  for (guint i = 0; steps && i < steps->len; i++)
    {
      const EntLineageStep *step = g_ptr_array_index (steps, i);
      g_autofree char *words = NULL;
      gpointer older;

      if (!g_hash_table_lookup_extended (shown, step->older, NULL, &older))
        continue;
      words = ent_step_dup_arrow_words (step);
      ent_timeline_add_arrow (maker->timeline, GPOINTER_TO_UINT (older),
                              GPOINTER_TO_UINT (g_hash_table_lookup (shown, span)), words);
    }
}

static void
add_lane (Maker *maker, const EntLane *lane, EntLineageShows shows, gpointer user_data)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL); /* EntSpan → item */
  g_autofree char *heading = NULL;

  for (guint i = 0; i < lane->spans->len; i++)
    {
      EntSpan *span = g_ptr_array_index (lane->spans, i);

      if (shows && !shows (lane, span, user_data))
        continue;
      g_hash_table_insert (shown, span,
                           GUINT_TO_POINTER (maker->timeline->items->len + spans->len));
      g_ptr_array_add (spans, span);
    }
  if (spans->len == 0)
    return;

  heading = dup_heading (maker, lane);
  ent_timeline_add_lane (maker->timeline, heading);
  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *label = dup_label (maker, g_ptr_array_index (spans, i), shown);

      ent_timeline_add_span (maker->timeline, g_ptr_array_index (spans, i), label);
    }
  for (guint i = 0; i < spans->len; i++)
    add_arrows (maker, g_ptr_array_index (spans, i), shown);
}

/**
 * ent_lineage_make_timeline:
 * @self: lanes
 * @project: the graph they are of
 * @lang: "fr" or "en", of titles and names
 * @today: the day of the line that says "today"
 * @shows: (nullable): which agreements; %NULL for all
 * @user_data: for it
 *
 * Returns: (transfer full): the same to be drawn, in words of the interface
 */
EntTimeline *
ent_lineage_make_timeline (const EntLineage *self,
                           EntProject *project,
                           const char *lang,
                           int today,
                           EntLineageShows shows,
                           gpointer user_data)
{
  g_autoptr (GHashTable) steps = index_steps (self);
  Maker maker = { self, project, lang, ent_timeline_new (today), steps };

  for (guint i = 0; i < self->lanes->len; i++)
    add_lane (&maker, g_ptr_array_index (self->lanes, i), shows, user_data);

  return maker.timeline;
}
