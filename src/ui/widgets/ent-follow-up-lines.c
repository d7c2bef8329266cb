/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-follow-up-lines.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "rules/ent-follow-ups.h"
#include "ui/widgets/ent-acts.h"

static void
settle (EntSession *session, EntRecord *outcome)
{
  /* Translators: line of the history; %s is what was promised. */
  ent_act_set (session, N_ ("Mark “%s” as Done"), outcome, "state", "done", NULL);
}

static void
append (GString *line, char *part)
{
  if (part && *part)
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", part);
  g_free (part);
}

static char *
dup_choice (EntRecord *outcome, const char *name, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_outcome_table, name);

  return ent_column_display (column, ent_record_get_string (outcome, column), lang);
}

static char *
dup_side_words (EntProject *project, EntOutcome *outcome)
{
  switch (ent_outcome_get_side (project, outcome))
    {
    case ENT_SIDE_OURS:
      return g_strdup (C_ ("follow-up", "ours"));
    case ENT_SIDE_THEIRS:
      return g_strdup (C_ ("follow-up", "theirs"));
    case ENT_SIDE_UNKNOWN:
      return NULL;
    }

  g_assert_not_reached ();
}

/**
 * ent_follow_up_lines_new:
 * @session: the session
 * @outcomes: (element-type EntOutcome): what is still open
 *
 * Returns: (transfer full) (element-type EntLine): a line each, with the event it comes from and
 *   the act that settles it
 */
GPtrArray *
ent_follow_up_lines_new (EntSession *session, GPtrArray *outcomes)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();

  for (guint i = 0; i < outcomes->len; i++)
    {
      EntRecord *record = g_ptr_array_index (outcomes, i);
      EntOutcome *outcome = ENT_OUTCOME (record);
      g_autoptr (GString) subtitle = g_string_new (NULL);

      append (subtitle, dup_choice (record, "kind", lang));
      append (subtitle, dup_side_words (project, outcome));
      append (subtitle, dup_choice (record, "state", lang));
      append (subtitle, outcome->due ? ent_date_format (outcome->due, lang) : NULL);
      append (subtitle, ent_project_dup_title (project, outcome->event, lang));
      ent_lines_add (lines, ent_record_dup_title (record, project, lang), g_strdup (subtitle->str),
                     outcome->event);
      ent_lines_set_act (lines, N_ ("Done"), settle, record);
    }

  return lines;
}
