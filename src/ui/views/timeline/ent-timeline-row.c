/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-lineage-words.h"

G_DEFINE_FINAL_TYPE (EntTimelineRow, ent_timeline_row, G_TYPE_OBJECT)

static void
ent_timeline_row_finalize (GObject *object)
{
  EntTimelineRow *self = ENT_TIMELINE_ROW (object);

  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    {
      g_free (self->words[i]);
      g_free (self->keys[i]);
    }

  g_free (self->count);

  G_OBJECT_CLASS (ent_timeline_row_parent_class)->finalize (object);
}

static void
ent_timeline_row_class_init (EntTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_timeline_row_finalize;
}

static void
ent_timeline_row_init (EntTimelineRow *self)
{
}

static int
get_year (int day)
{
  GDate date;

  if (day <= ENT_DAY_MIN || day == ENT_DAY_MAX)
    return G_MAXINT;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return g_date_get_year (&date);
}

static int
get_signed_day (const EntSpan *span)
{
  if (span->acts->len == 0 || !g_array_index (span->acts, EntSignedAct, 0).date)
    return ENT_DAY_MAX;

  return g_array_index (span->acts, EntSignedAct, 0).earliest;
}

/**
 * ent_timeline_row_new:
 * @span: the life of an agreement
 * @project: the graph
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): it in words
 */
EntTimelineRow *
ent_timeline_row_new (const EntSpan *span, EntProject *project, const char *lang)
{
  g_autofree char *partner = ent_agreement_dup_partner_words (project, span->agreement, lang);
  g_autofree char *start = ent_span_dup_start_words (span, lang);
  EntTimelineRow *self = g_object_new (ENT_TYPE_TIMELINE_ROW, NULL);

  self->id = ent_record_get_id (ENT_RECORD (span->agreement));
  self->words[ENT_TIMELINE_PARTNER] = g_strdup (*partner ? partner : "–");
  self->words[ENT_TIMELINE_TITLE] = ent_record_dup_title (ENT_RECORD (span->agreement), project,
                                                          lang);
  self->words[ENT_TIMELINE_SIGNED] = ent_span_dup_signed_words (span, project, lang);
  self->words[ENT_TIMELINE_PEOPLE] = ent_span_dup_people_words (span, project, lang);
  self->words[ENT_TIMELINE_START]
      /* Translators: the first day of validity of what was signed earlier */
      = span->signed_before_force ? g_strdup_printf (_("%s, signed before"), start)
                                  : g_steal_pointer (&start);
  self->words[ENT_TIMELINE_END] = ent_span_dup_end_words (span, lang);
  self->words[ENT_TIMELINE_STATE] = g_strdup (ent_status_get_words (span->status.status));
  self->words[ENT_TIMELINE_LINEAGE] = g_strdup ("");
  self->count = ent_span_dup_count_words (span);
  self->days[ENT_TIMELINE_SIGNED] = get_signed_day (span);
  self->days[ENT_TIMELINE_START] = span->agreement->effective ? span->starts_earliest : ENT_DAY_MAX;
  self->days[ENT_TIMELINE_END] = span->ends_latest;
  self->days[ENT_TIMELINE_STATE] = (int) span->status.status;
  for (guint i = 0; i <= ENT_TIMELINE_TITLE; i++)
    self->keys[i] = ent_text_collate_key (self->words[i], lang);
  self->first = self->days[ENT_TIMELINE_SIGNED];
  if (span->starts_known)
    self->first = MIN (self->first, span->starts_earliest);
  if (self->first == ENT_DAY_MAX)
    self->first = self->days[ENT_TIMELINE_END];
  self->year = get_year (self->first);

  return self;
}

void
ent_timeline_row_add_step (EntTimelineRow *self, const char *words)
{
  char **lineage = &self->words[ENT_TIMELINE_LINEAGE];
  g_autofree char *before = *lineage;

  *lineage = g_strdup_printf ("%s%s%s", before, *before ? " · " : "", words);
}

/**
 * ent_timeline_row_dup_name:
 * @self: an agreement in words
 *
 * Returns: (transfer full): "Hué, Protocol 2024-2029, signed: 24 May 2024, in force"
 */
char *
ent_timeline_row_dup_name (EntTimelineRow *self)
{
  g_autofree char *name
      /* Translators: partner, title, dates of signature, first and last day, state */
      = g_strdup_printf (_("%1$s, %2$s, signed: %3$s, from: %4$s, until: %5$s, %6$s"),
                           self->words[ENT_TIMELINE_PARTNER], self->words[ENT_TIMELINE_TITLE],
                           self->words[ENT_TIMELINE_SIGNED], self->words[ENT_TIMELINE_START],
                           self->words[ENT_TIMELINE_END], self->words[ENT_TIMELINE_STATE]);

  return g_strdup_printf (
      "%s%s%s%s%s", name, self->count ? ", " : "", self->count ? self->count : "",
      *self->words[ENT_TIMELINE_LINEAGE] ? ", " : "", self->words[ENT_TIMELINE_LINEAGE]);
}

/**
 * ent_timeline_row_is_same:
 * @self: an agreement in words
 * @other: another
 *
 * Returns: whether both say the same of the same agreement
 */
gboolean
ent_timeline_row_is_same (EntTimelineRow *self, EntTimelineRow *other)
{
  if (self->id != other->id || self->first != other->first)
    return FALSE;
  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    if (self->days[i] != other->days[i] || !g_str_equal (self->words[i], other->words[i]))
      return FALSE;

  return TRUE;
}
