/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-dismissal.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-acts.h"

#define KEY "ent-dismissal-key"

static gboolean
set_dismissal (EntActLine *line, const char *label, const char *reason)
{
  return ent_act_set_setting (line->session, label, line->record,
                              g_object_get_data (G_OBJECT (line), KEY), reason);
}

static gboolean
dismiss (GtkWidget *widget, const char *typed, char **message)
{
  if (ent_text_is_blank (typed))
    {
      *message = g_strdup (_("Write why, so that others understand it later."));
      return FALSE;
    }

  /* Translators: line of the history; %s is the title of a record. */
  return set_dismissal (ENT_ACT_LINE (widget), N_ ("Dismiss a Finding on “%s”"), typed);
}

static void
bring_back_cb (EntActLine *line)
{
  /* Translators: line of the history; %s is the title of a record. */
  set_dismissal (line, N_ ("Bring a Finding on “%s” Back"), NULL);
}

static const EntQuestion ask_dismissal = { N_ ("Dismiss"), N_ ("Why it is good as it is"),
                                           N_ ("Dismiss"), dismiss };

/**
 * ent_dismissal_add:
 * @line: the line of a finding
 * @finding: the finding
 *
 * The act that dismisses a finding for good, with a reason, or brings one that is back.
 */
void
ent_dismissal_add (EntActLine *line, const EntFinding *finding)
{
  g_object_set_data_full (G_OBJECT (line), KEY, ent_finding_dup_dismissal_key (finding), g_free);
  if (finding->dismissed)
    ent_act_line_add_button (line, _("Bring Back"), G_CALLBACK (bring_back_cb));
  else
    ent_act_line_add_question (line, &ask_dismissal, NULL);
}
