/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-follow-up-table.h"

#include "base/ent-words.h"
#include "rules/ent-follow-ups.h"

static char *
dup_side (const EntScribe *scribe, EntOutcome *outcome)
{
  switch (ent_outcome_get_side (scribe->project, outcome))
    {
    case ENT_SIDE_OURS:
      return g_strdup (ent_words_context (scribe->lang, "follow-up", "ours"));
    case ENT_SIDE_THEIRS:
      return g_strdup (ent_words_context (scribe->lang, "follow-up", "theirs"));
    case ENT_SIDE_UNKNOWN:
      break;
    }

  return NULL;
}

static void
add_row (const EntScribe *scribe, EntOutcome *outcome)
{
  EntRecord *record = ENT_RECORD (outcome);
  const char *foreign;
  EntRuns *cells[5];

  cells[0] = ent_runs_new ();
  ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, record, "title");
  if (ent_scribe_get_text (scribe, record, "text", &foreign))
    {
      ent_runs_add (cells[0], ENT_RUN_PLAIN, ent_runs_is_empty (cells[0]) ? "" : "\n");
      ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, record, "text");
    }
  cells[1] = ent_scribe_take_cell (dup_side (scribe, outcome));
  cells[2] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, outcome->event));
  cells[3] = ent_scribe_take_cell (ent_scribe_dup_date (scribe, outcome->due));
  cells[4] = ent_scribe_take_cell (ent_scribe_dup_choice (scribe, record, "state"));
  ent_paper_add_row (scribe->paper, cells);
}

/**
 * ent_follow_up_table_add:
 * @scribe: who writes
 * @heading: msgid
 * @outcomes: (element-type EntOutcome): what is or was to be done
 *
 * A heading and a table of what is to do, whose it is, since when and until when; nothing
 * without any.
 */
void
ent_follow_up_table_add (const EntScribe *scribe, const char *heading, GPtrArray *outcomes)
{
  static const char *const labels[] = { N_ ("What"), N_ ("Whose"), N_ ("Said at"), N_ ("Due"),
                                        N_ ("State") };
  static const double widths[] = { 36, 12, 24, 15, 13 };
  gboolean any = FALSE;

  for (guint i = 0; i < outcomes->len; i++)
    {
      if (!ent_scribe_may_print (g_ptr_array_index (outcomes, i)))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (scribe, 2, heading);
          ent_scribe_begin_table (scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      add_row (scribe, g_ptr_array_index (outcomes, i));
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}
