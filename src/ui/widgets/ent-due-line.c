/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-due-line.h"

#include <glib/gi18n-lib.h>

#include "ui/ent-renewal.h"
#include "ui/widgets/ent-acts.h"
#include "ui/widgets/ent-due-words.h"
#include "ui/widgets/ent-note-dialog.h"

/* The last day of what was typed; 0 and a sentence where it is no date. */
static int
read_day (const char *typed, char **message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDate) date = *typed ? ent_date_new_typed (typed, &error) : NULL;

  if (date && ent_date_get_latest (date) != ENT_DAY_MAX)
    return ent_date_get_latest (date);
  *message = g_strdup (error ? error->message : _("Write a date, such as 15 January 2027."));

  return 0;
}

static int
read_coming_day (EntActLine *self, const char *typed, char **message)
{
  int day = read_day (typed, message);

  if (day == 0 || day > ent_session_get_today (self->session))
    return day;
  *message = g_strdup (_("Choose a day that is still to come."));

  return 0;
}

static gboolean
negotiate (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);
  int day = read_coming_day (self, typed, message);
  g_autofree char *iso = day ? ent_day_to_iso (day) : NULL;

  /* Translators: line of the history; %s is the title of an agreement. */
  return day
         && ent_act_set (self->session, N_ ("Mark “%s” as in Negotiation"), self->record, "stage",
                         "negotiation", "decide_by", iso, NULL);
}

static gboolean
remind (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);
  int day = read_coming_day (self, typed, message);

  return day && ent_act_put_off (self->session, self->record, day);
}

static const char *
get_date_column (EntActLine *self)
{
  return ENT_IS_EVENT (self->record) ? "when" : "since";
}

static gboolean
check_date (const char *typed, char **message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDate) date = *typed ? ent_date_new_typed (typed, &error) : NULL;

  if (error)
    *message = g_strdup (error->message);

  return error == NULL;
}

static gboolean
hold (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);
  const char *state = ENT_IS_EVENT (self->record) ? "held" : "running";

  /* Translators: line of the history; %s is the title of an event. */
  return check_date (typed, message)
         && ent_act_set (self->session, N_ ("Mark “%s” as Held"), self->record, "state", state,
                         get_date_column (self), typed, NULL);
}

static gboolean
postpone (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);
  gboolean dated = *typed != '\0';

  if (!check_date (typed, message))
    return FALSE;
  /* Without a new date an event is postponed; with one it is planned again. */
  if (ENT_IS_EVENT (self->record) && !dated)
    /* Translators: line of the history; %s is the title of an event. */
    return ent_act_set (self->session, N_ ("Mark “%s” as Postponed"), self->record, "state",
                        "postponed", NULL);
  if (read_coming_day (self, typed, message) == 0)
    return FALSE;

  return ent_act_set (self->session, N_ ("Mark “%s” as Postponed"), self->record,
                      get_date_column (self), typed, NULL);
}

static gboolean
cancel (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);
  const char *state = ENT_IS_EVENT (self->record) ? "cancelled" : "stopped";

  /* Translators: line of the history; %s is the title of an event. */
  return ent_act_set_with_note (self->session, N_ ("Mark “%s” as Cancelled"), self->record, state,
                                typed);
}

static gboolean
drop (GtkWidget *row, const char *typed, char **message)
{
  EntActLine *self = ENT_ACT_LINE (row);

  /* Translators: line of the history; %s is what was promised. */
  return ent_act_set_with_note (self->session, N_ ("Drop “%s”"), self->record, "dropped", typed);
}

static const EntQuestion ask_negotiation = { N_ ("In Negotiation"), N_ ("Say nothing of it until"),
                                             N_ ("In Negotiation"), negotiate };
static const EntQuestion ask_another_day = { N_ ("Other Date"), N_ ("Say nothing of it until"),
                                             N_ ("Keep Quiet"), negotiate };
static const EntQuestion ask_reminder = { N_ ("Remind"), N_ ("Remind me on"), N_ ("Remind"),
                                          remind };
static const EntQuestion ask_held = { N_ ("Held"), N_ ("When, as exactly as you know"), N_ ("Held"),
                                      hold };
static const EntQuestion ask_begun = { N_ ("Begun"), N_ ("Since when, as exactly as you know"),
                                       N_ ("Begun"), hold };
static const EntQuestion ask_postponed = { N_ ("Postponed"), N_ ("New date, if it is known"),
                                           N_ ("Postponed"), postpone };
static const EntQuestion ask_dropped = { N_ ("Drop"), N_ ("Why, if it is known"), N_ ("Drop"),
                                         drop };
static const EntQuestion ask_cancelled = { N_ ("Mark as Cancelled"), N_ ("Why, if it is known"),
                                           N_ ("Mark as Cancelled"), cancel };

static void
do_not_know_cb (EntActLine *self)
{
  /* Of an event that is a state; a project whose state nobody knows has none. */
  ent_act_set (self->session,
               /* Translators: line of the history; %s is the title of an event. */
               N_ ("Mark “%s” as not Known"), self->record, "state",
               ENT_IS_EVENT (self->record) ? "unknown" : "", NULL);
}

static void
renew_cb (EntActLine *self)
{
  ent_act_renew (self->session, ENT_AGREEMENT (self->record));
}

static void
file_cb (EntActLine *self)
{
  ent_note_dialog_present (GTK_WIDGET (self), self->session, self->record);
}

static void
done_cb (EntActLine *self)
{
  g_autofree char *today = ent_day_to_iso (ent_session_get_today (self->session));

  if (ENT_IS_OBLIGATION (self->record))
    /* Translators: line of the history; %s is what was owed. */
    ent_act_set (self->session, N_ ("Mark “%s” as Settled"), self->record, "settled", today, NULL);
  else if (ENT_IS_OUTCOME (self->record))
    /* Translators: line of the history; %s is what was promised. */
    ent_act_set (self->session, N_ ("Mark “%s” as Done"), self->record, "state", "done", NULL);
  else
    ent_session_delete (self->session, ent_record_get_id (self->record));
}

static void
decline_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntActLine *self = user_data;

  /* Translators: line of the history; %s is the title of an agreement. */
  ent_act_set (self->session, N_ ("Do Not Renew “%s”"), self->record, "stage", "declined",
               "decision", "stop", NULL);
}

static void
sent_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntActLine *self = user_data;
  EntRecord *report = ent_project_get (ent_session_get_project (self->session),
                                       g_variant_get_int64 (parameter));
  g_autofree char *today = ent_day_to_iso (ent_session_get_today (self->session));

  if (report)
    ent_act_set (self->session, N_ ("Mark “%s” as Settled"), report, "settled", today, NULL);
}

static GMenuModel *
create_agreement_menu (EntActLine *self, GPtrArray *owed)
{
  EntProject *project = ent_session_get_project (self->session);
  GMenu *menu = g_menu_new ();
  GMenu *reports = g_menu_new ();

  g_menu_append (menu, _("Do Not Renew"), "due.decline");
  for (guint i = 0; owed && i < owed->len; i++)
    {
      EntRecord *report = g_ptr_array_index (owed, i);
      g_autofree char *name = ent_obligation_dup_short_words (project, report,
                                                              ent_session_get_lang (self->session));
      /* Translators: %s is a year, or the title of a report */
      g_autofree char *label = g_strdup_printf (_("Report %s Was Sent"), name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "due.sent", "x", ent_record_get_id (report));
      g_menu_append_item (reports, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reports));
  g_object_unref (reports);

  return G_MENU_MODEL (menu);
}

static void
add_agreement_acts (EntActLine *self, GPtrArray *owed)
{
  static const GActionEntry actions[] = {
    { "decline", decline_action_cb },
    { "sent", sent_action_cb, "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  EntAgreement *agreement = ENT_AGREEMENT (self->record);
  g_autofree char *day = ent_day_format (ent_act_get_reminder_day (self->session, agreement),
                                         ent_words_interface_language ());
  g_autoptr (GMenuModel) model = create_agreement_menu (self, owed);
  GtkWidget *menu = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "due", G_ACTION_GROUP (group));
  ent_act_line_add_question (self, &ask_negotiation, day);
  ent_act_line_add_button (self, _("Renew"), G_CALLBACK (renew_cb));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_tooltip_text (menu, _("More Acts"));
  ent_act_line_add (self, menu);
}

/* Once the draft that renews it is there, it is that text that is worked on. */
static void
add_negotiation_acts (EntActLine *self)
{
  EntAgreement *agreement = ENT_AGREEMENT (self->record);
  g_autofree char *day = ent_day_format (ent_act_get_reminder_day (self->session, agreement),
                                         ent_words_interface_language ());

  if (!ent_renewal_find (ent_session_get_project (self->session), agreement))
    ent_act_line_add_button (self, _("Renew"), G_CALLBACK (renew_cb));
  ent_act_line_add_question (self, &ask_another_day, day);
}

static void
add_answers (EntActLine *self)
{
  const char *lang = ent_words_interface_language ();
  EntDate *date = ent_record_get_date (
      self->record,
      ent_table_find_column (ent_record_get_table (self->record), get_date_column (self)));
  g_autofree char *when = date ? ent_date_format (date, lang) : NULL;

  ent_act_line_add_question (self, ENT_IS_EVENT (self->record) ? &ask_held : &ask_begun, when);
  ent_act_line_add_question (self, &ask_postponed, NULL);
  ent_act_line_add_question (self, &ask_cancelled, NULL);
  ent_act_line_add_button (self, _("Don’t Know"), G_CALLBACK (do_not_know_cb));
}

/**
 * ent_due_line_add_acts:
 * @self: a line
 * @due: (transfer none): what it is of
 *
 * Adds the acts that settle it.
 */
void
ent_due_line_add_acts (EntActLine *self, const EntDue *due)
{
  switch (due->rule)
    {
    case ENT_DUE_INBOX:
      ent_act_line_add_button (self, _("File…"), G_CALLBACK (file_cb));
      ent_act_line_add_button (self, _("Done"), G_CALLBACK (done_cb));
      break;
    case ENT_DUE_ENDS:
    case ENT_DUE_NOTICE:
    case ENT_DUE_DECISION:
    case ENT_DUE_LAPSED:
      add_agreement_acts (self, due->reports);
      break;
    case ENT_DUE_NEGOTIATION:
      add_negotiation_acts (self);
      break;
    case ENT_DUE_EVENT_PAST:
    case ENT_DUE_PROJECT_PAST:
      add_answers (self);
      break;
    case ENT_DUE_OBLIGATION:
    case ENT_DUE_PROMISE:
      ent_act_line_add_button (self, _("Done"), G_CALLBACK (done_cb));
      ent_act_line_add_question (self, &ask_reminder, NULL);
      if (due->rule == ENT_DUE_PROMISE)
        ent_act_line_add_question (self, &ask_dropped, NULL);
      break;
    case ENT_DUE_EVENT_AHEAD:
    case ENT_DUE_SERIES:
    case ENT_DUE_ANNIVERSARY:
    case ENT_DUE_FOLLOWED:
      break;
    }
}

/**
 * ent_due_line_new:
 * @session: the session on the project
 * @due: (transfer none): what the line is of
 *
 * Returns: (transfer floating): the line, with the acts that settle it
 */
GtkWidget *
ent_due_line_new (EntSession *session, const EntDue *due)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *title = ent_due_dup_title_words (project, due, lang);
  g_autofree char *reason = ent_due_dup_reason_words (project, due, lang);
  EntActLine *self = ENT_ACT_LINE (ent_act_line_new (session, due->record, title, reason));

  ent_due_line_add_acts (self, due);

  return GTK_WIDGET (self);
}
