/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/saved/ent-saved-item.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-act-line.h"
#include "ui/widgets/ent-dismissal.h"
#include "ui/widgets/ent-due-line.h"

G_DEFINE_FINAL_TYPE (EntSavedItem, ent_saved_item, G_TYPE_OBJECT)

/* Where a dismissed finding stands: after all others. */
#define GROUP_DISMISSED G_MAXUINT

static void
ent_saved_item_finalize (GObject *object)
{
  EntSavedItem *self = ENT_SAVED_ITEM (object);

  ent_saved_line_free (self->line);
  g_free (self->title);
  g_free (self->reason);
  g_free (self->group_words);
  g_free (self->haystack);

  G_OBJECT_CLASS (ent_saved_item_parent_class)->finalize (object);
}

static void
ent_saved_item_class_init (EntSavedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_saved_item_finalize;
}

static void
ent_saved_item_init (EntSavedItem *self)
{
}

/**
 * ent_saved_item_new:
 * @session: the session on the project
 * @spec: the list
 * @line: (transfer full): a line of it
 *
 * Returns: (transfer full): the line with its words
 */
EntSavedItem *
ent_saved_item_new (EntSession *session, const EntSavedSpec *spec, EntSavedLine *line)
{
  EntSavedItem *self = g_object_new (ENT_TYPE_SAVED_ITEM, NULL);
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  gboolean dismissed = line->finding && line->finding->dismissed;
  g_autofree char *all = NULL;

  self->line = line;
  self->title = g_strdelimit (ent_record_dup_title (line->record, project, lang), "\n\r\t", ' ');
  self->reason = spec->dup_reason (project, line, lang, ent_session_get_today (session));
  self->group = dismissed ? GROUP_DISMISSED : spec->get_group ? spec->get_group (line) : 0;
  self->group_words = dismissed ? g_strdup (_("Dismissed"))
: spec->get_group                 ? spec->dup_group_words (line, lang)
                                : g_strdup ("");
  all = g_strjoin (" ", self->title, self->reason, self->group_words, NULL);
  self->haystack = ent_text_fold (all);

  return self;
}

/**
 * ent_saved_item_equal:
 * @self: an item
 * @other: another one
 *
 * Returns: whether they read and act the same
 */
gboolean
ent_saved_item_equal (EntSavedItem *self, EntSavedItem *other)
{
  return self->line->record == other->line->record && self->group == other->group
         && g_str_equal (self->title, other->title) && g_str_equal (self->reason, other->reason);
}

static const EntFinding *
get_finding (EntActLine *line)
{
  return ENT_SAVED_ITEM (g_object_get_data (G_OBJECT (line), "ent-saved-item"))->line->finding;
}

static gboolean
fill_in (GtkWidget *widget, const char *typed, char **message)
{
  EntActLine *line = ENT_ACT_LINE (widget);

  if (ent_text_is_blank (typed))
    {
      *message = g_strdup (_("Write what is missing, or dismiss the line with a reason."));
      return FALSE;
    }

  return ent_session_set_field (line->session, line->record, get_finding (line)->column, typed,
                                message);
}

/* One line can be typed where it is read; anything longer on the page. */
static gboolean
can_be_typed (const EntFinding *finding)
{
  return finding->severity != ENT_SEVERITY_ERROR && finding->column
         && (finding->column->kind == ENT_KIND_TEXT || finding->column->kind == ENT_KIND_DATE);
}

static void
add_finding_acts (EntActLine *line, const EntFinding *finding)
{
  if (!finding->dismissed && can_be_typed (finding))
    {
      EntQuestion *question = g_new0 (EntQuestion, 1);

      question->label = N_ ("Fill In");
      question->question = finding->column->label;
      question->act = N_ ("Fill In");
      question->answer = fill_in;
      g_object_set_data_full (G_OBJECT (line), "ent-fill-in", question, g_free);
      ent_act_line_add_question (line, question, NULL);
    }
  else if (!finding->dismissed && line->has_page)
    ent_act_line_add_button (line, _("Open"), G_CALLBACK (ent_act_line_open));
  ent_dismissal_add (line, finding);
}

/**
 * ent_saved_item_create_line:
 * @self: an item
 * @session: the session on the project
 *
 * Returns: (transfer floating): what is seen of it, with the acts that settle it
 */
GtkWidget *
ent_saved_item_create_line (EntSavedItem *self, EntSession *session)
{
  EntActLine *line = ENT_ACT_LINE (
      ent_act_line_new (session, self->line->record, self->title, self->reason));

  if (self->line->due)
    ent_due_line_add_acts (line, self->line->due);
  if (self->line->finding)
    {
      g_object_set_data_full (G_OBJECT (line), "ent-saved-item", g_object_ref (self),
                              g_object_unref);
      add_finding_acts (line, self->line->finding);
    }

  return GTK_WIDGET (line);
}
