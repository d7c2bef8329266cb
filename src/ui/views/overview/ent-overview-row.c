/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/overview/ent-overview-row.h"

#include <glib/gi18n-lib.h>

#include "ui/views/overview/ent-overview-acts.h"
#include "ui/views/overview/ent-overview-ask.h"
#include "ui/views/overview/ent-overview-words.h"

struct _EntOverviewRow
{
  GtkListBoxRow parent_instance;

  EntSession *session;
  EntRecord *record;
  GPtrArray *reports;
  EntId page;
  AdwWrapBox *acts;
};

G_DEFINE_FINAL_TYPE (EntOverviewRow, ent_overview_row, GTK_TYPE_LIST_BOX_ROW)

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
read_coming_day (EntOverviewRow *self, const char *typed, char **message)
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
  EntOverviewRow *self = ENT_OVERVIEW_ROW (row);
  int day = read_coming_day (self, typed, message);
  g_autofree char *iso = day ? ent_day_to_iso (day) : NULL;

  /* Translators: line of the history; %s is the title of an agreement. */
  return day
         && ent_overview_act (self->session, N_("Mark “%s” as in Negotiation"), self->record,
                              "stage", "negotiation", "decide_by", iso, NULL);
}

static gboolean
remind (GtkWidget *row, const char *typed, char **message)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (row);
  int day = read_coming_day (self, typed, message);

  return day && ent_overview_put_off (self->session, self->record, day);
}

static const char *
get_date_column (EntOverviewRow *self)
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
  EntOverviewRow *self = ENT_OVERVIEW_ROW (row);
  const char *state = ENT_IS_EVENT (self->record) ? "held" : "running";

  /* Translators: line of the history; %s is the title of an event. */
  return check_date (typed, message)
         && ent_overview_act (self->session, N_("Mark “%s” as Held"), self->record, "state", state,
                              get_date_column (self), typed, NULL);
}

static gboolean
postpone (GtkWidget *row, const char *typed, char **message)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (row);
  gboolean dated = *typed != '\0';

  if (!check_date (typed, message))
    return FALSE;
  /* Without a new date an event is postponed; with one it is planned again. */
  if (ENT_IS_EVENT (self->record) && !dated)
    /* Translators: line of the history; %s is the title of an event. */
    return ent_overview_act (self->session, N_("Mark “%s” as Postponed"), self->record, "state",
                             "postponed", NULL);
  if (read_coming_day (self, typed, message) == 0)
    return FALSE;

  return ent_overview_act (self->session, N_("Mark “%s” as Postponed"), self->record,
                           get_date_column (self), typed, NULL);
}

static gboolean
cancel (GtkWidget *row, const char *typed, char **message)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (row);
  const char *state = ENT_IS_EVENT (self->record) ? "cancelled" : "stopped";

  /* Translators: line of the history; %s is the title of an event. */
  return ent_overview_act_with_note (self->session, N_("Mark “%s” as Cancelled"), self->record,
                                     state, typed);
}

static const EntOverviewQuestion ask_negotiation = {
  N_("In Negotiation"), N_("Say nothing of it until"), N_("In Negotiation"), negotiate
};
static const EntOverviewQuestion ask_reminder
    = { N_("Remind"), N_("Remind me on"), N_("Remind"), remind };
static const EntOverviewQuestion ask_held
    = { N_("Held"), N_("When, as exactly as you know"), N_("Held"), hold };
static const EntOverviewQuestion ask_begun
    = { N_("Begun"), N_("Since when, as exactly as you know"), N_("Begun"), hold };
static const EntOverviewQuestion ask_postponed
    = { N_("Postponed"), N_("New date, if it is known"), N_("Postponed"), postpone };
static const EntOverviewQuestion ask_cancelled
    = { N_("Mark as Cancelled"), N_("Why, if it is known"), N_("Mark as Cancelled"), cancel };

static void
do_not_know_cb (EntOverviewRow *self)
{
  /* Of an event that is a state; a project whose state nobody knows has none. */
  ent_overview_act (self->session,
                    /* Translators: line of the history; %s is the title of an event. */
                    N_("Mark “%s” as not Known"), self->record, "state",
                    ENT_IS_EVENT (self->record) ? "unknown" : "", NULL);
}

static void
renew_cb (EntOverviewRow *self)
{
  ent_overview_renew (self->session, ENT_AGREEMENT (self->record));
}

static void
done_cb (EntOverviewRow *self)
{
  g_autofree char *today = ent_day_to_iso (ent_session_get_today (self->session));

  if (ENT_IS_OBLIGATION (self->record))
    /* Translators: line of the history; %s is what was owed. */
    ent_overview_act (self->session, N_("Mark “%s” as Settled"), self->record, "settled", today,
                      NULL);
  else if (ENT_IS_OUTCOME (self->record))
    /* Translators: line of the history; %s is what was promised. */
    ent_overview_act (self->session, N_("Mark “%s” as Done"), self->record, "state", "done", NULL);
  else
    ent_session_delete (self->session, ent_record_get_id (self->record));
}

static void
decline_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (widget);

  /* Translators: line of the history; %s is the title of an agreement. */
  ent_overview_act (self->session, N_("Do Not Renew “%s”"), self->record, "stage", "declined",
                    "decision", "stop", NULL);
}

static void
sent_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (widget);
  EntRecord *report = ent_project_get (ent_session_get_project (self->session),
                                       g_variant_get_int64 (parameter));
  g_autofree char *today = ent_day_to_iso (ent_session_get_today (self->session));

  if (report)
    ent_overview_act (self->session, N_("Mark “%s” as Settled"), report, "settled", today, NULL);
}

static void
add_act (EntOverviewRow *self, GtkWidget *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_wrap_box_append (self->acts, button);
}

static void
add_button (EntOverviewRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  add_act (self, button);
}

static void
add_question (EntOverviewRow *self, const EntOverviewQuestion *question, const char *proposal)
{
  add_act (self, ent_overview_ask_new (question, proposal, GTK_WIDGET (self)));
}

static GMenuModel *
create_agreement_menu (EntOverviewRow *self)
{
  EntProject *project = ent_session_get_project (self->session);
  GMenu *menu = g_menu_new ();
  GMenu *reports = g_menu_new ();

  g_menu_append (menu, _("Do Not Renew"), "due.decline");
  for (guint i = 0; self->reports && i < self->reports->len; i++)
    {
      EntRecord *report = g_ptr_array_index (self->reports, i);
      g_autofree char *name = ent_obligation_dup_short_words (
          project, report, ent_session_get_lang (self->session));
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
add_agreement_acts (EntOverviewRow *self)
{
  EntAgreement *agreement = ENT_AGREEMENT (self->record);
  g_autofree char *day = ent_day_format (ent_overview_get_reminder_day (self->session, agreement),
                                         ent_words_interface_language ());
  g_autoptr (GMenuModel) model = create_agreement_menu (self);
  GtkWidget *menu = gtk_menu_button_new ();

  add_question (self, &ask_negotiation, day);
  add_button (self, _("Renew"), G_CALLBACK (renew_cb));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_tooltip_text (menu, _("More Acts"));
  add_act (self, menu);
}

static void
add_answers (EntOverviewRow *self)
{
  const char *lang = ent_words_interface_language ();
  EntDate *date = ent_record_get_date (
      self->record,
      ent_table_find_column (ent_record_get_table (self->record), get_date_column (self)));
  g_autofree char *when = date ? ent_date_format (date, lang) : NULL;

  add_question (self, ENT_IS_EVENT (self->record) ? &ask_held : &ask_begun, when);
  add_question (self, &ask_postponed, NULL);
  add_question (self, &ask_cancelled, NULL);
  add_button (self, _("Don’t Know"), G_CALLBACK (do_not_know_cb));
}

static void
add_acts (EntOverviewRow *self, EntDueRule rule)
{
  switch (rule)
    {
    case ENT_DUE_INBOX:
      add_button (self, _("Done"), G_CALLBACK (done_cb));
      break;
    case ENT_DUE_ENDS:
    case ENT_DUE_NOTICE:
    case ENT_DUE_DECISION:
    case ENT_DUE_LAPSED:
      add_agreement_acts (self);
      break;
    case ENT_DUE_EVENT_PAST:
    case ENT_DUE_PROJECT_PAST:
      add_answers (self);
      break;
    case ENT_DUE_OBLIGATION:
    case ENT_DUE_PROMISE:
      add_button (self, _("Done"), G_CALLBACK (done_cb));
      add_question (self, &ask_reminder, NULL);
      break;
    case ENT_DUE_EVENT_AHEAD:
    case ENT_DUE_ANNIVERSARY:
    case ENT_DUE_FOLLOWED:
      break;
    }
}

static EntId
find_linked_agreement (EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *target = ent_project_get (project, link->target);

      if (target && ENT_IS_AGREEMENT (target))
        return link->target;
      if (target && ENT_IS_PROVISION (target))
        return ENT_PROVISION (target)->agreement;
    }

  return ENT_ID_NONE;
}

/* Its own page, or that of the event or agreement it is about. */
static EntId
find_page (EntProject *project, EntRecord *record)
{
  EntRecord *above = NULL;

  if (ENT_IS_AGREEMENT (record) || ENT_IS_EVENT (record) || ENT_IS_ORGANISATION (record))
    return ent_record_get_id (record);
  if (ENT_IS_OBLIGATION (record))
    above = ent_project_get (project, ENT_OBLIGATION (record)->record);
  else if (ENT_IS_OUTCOME (record))
    above = ent_project_get (project, ENT_OUTCOME (record)->event);
  if (above && (ENT_IS_AGREEMENT (above) || ENT_IS_EVENT (above)))
    return ent_record_get_id (above);

  return find_linked_agreement (project, above ? above : record);
}

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), class ? 52 : 36);
  if (class)
    {
      gtk_widget_add_css_class (label, class);
      gtk_widget_add_css_class (label, "dimmed");
    }

  return label;
}

static void
fill (EntOverviewRow *self, const EntDue *due)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  g_autofree char *title = ent_due_dup_title_words (project, due, lang);
  g_autofree char *reason = ent_due_dup_reason_words (project, due, lang);
  g_autofree char *name = g_strjoin (*reason ? ", " : "", title, reason, NULL);
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), create_label (title, NULL));
  if (*reason)
    gtk_box_append (GTK_BOX (words), create_label (reason, "caption"));

  self->acts = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->acts, 6);
  adw_wrap_box_set_line_spacing (self->acts, 6);
  gtk_widget_set_valign (GTK_WIDGET (self->acts), GTK_ALIGN_CENTER);
  add_acts (self, due->rule);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 9);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (box), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (box), words);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->acts)))
    adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->acts));
  else
    g_object_unref (g_object_ref_sink (self->acts));
  gtk_widget_add_css_class (box, "overview-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ent_overview_row_dispose (GObject *object)
{
  EntOverviewRow *self = ENT_OVERVIEW_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->reports, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_overview_row_parent_class)->dispose (object);
}

static void
ent_overview_row_class_init (EntOverviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_overview_row_dispose;

  gtk_widget_class_install_action (widget_class, "due.decline", NULL, decline_action_cb);
  gtk_widget_class_install_action (widget_class, "due.sent", "x", sent_action_cb);
}

static void
ent_overview_row_init (EntOverviewRow *self)
{
}

/**
 * ent_overview_row_new:
 * @session: the session on the project
 * @due: (transfer none): what the line is of
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
ent_overview_row_new (EntSession *session, const EntDue *due)
{
  EntOverviewRow *self = g_object_new (ENT_TYPE_OVERVIEW_ROW, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (due->record);
  self->reports = due->reports ? g_ptr_array_ref (due->reports) : NULL;
  self->page = find_page (ent_session_get_project (session), due->record);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->page != ENT_ID_NONE);
  fill (self, due);

  return GTK_WIDGET (self);
}

/**
 * ent_overview_row_open:
 * @self: a line
 *
 * Goes to the page it is about.
 */
void
ent_overview_row_open (EntOverviewRow *self)
{
  g_return_if_fail (ENT_IS_OVERVIEW_ROW (self));

  if (self->page != ENT_ID_NONE)
    ent_session_show (self->session, self->page);
}
