/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-duplicate.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "rules/ent-agenda.h"
#include "rules/ent-month.h"
#include "rules/ent-programme.h"

/* Slots inside slots do not occur deeper. */
#define MAX_DEPTH 4

/* What next year's event has in common with this one. */
static const char *const event_columns[] = { "kind",      "title", "start",  "end", "zone",
                                             "direction", "place", "series", NULL };
static const char *const participation_columns[] = { "person", "organisation", "function",
                                                     "role",   "represents",   "position",
                                                     NULL };
static const char *const link_columns[] = { "target", "kind", NULL };

/* Copies fields of @from, with what they are in other languages. */
static gboolean
copy_fields (EntAction *action, EntId to, EntRecord *from, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (from);

  for (guint i = 0; names[i]; i++)
    {
      const EntColumn *column = ent_table_find_column (ent_record_get_table (from), names[i]);
      g_autofree char *value = ent_record_dup_value (from, column);

      if (value && !ent_action_set (action, to, column, value, error))
        return FALSE;
      for (guint t = 0; t < translations->len; t++)
        {
          const EntTranslation *translation = g_ptr_array_index (translations, t);

          if (g_str_equal (translation->field, names[i])
              && !ent_action_set_translation (action, to, column, translation->lang,
                                              translation->text, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
set_reference (EntAction *action,
               EntId id,
               const EntTable *table,
               const char *name,
               EntId target,
               GError **error)
{
  g_autofree char *value = ent_id_to_string (target);

  return ent_action_set (action, id, ent_table_find_column (table, name), value, error);
}

/* Records of @table that hang on @from by @owner, each copied onto @to. */
static gboolean
copy_children (EntSession *session,
               EntAction *action,
               EntId to,
               EntEvent *from,
               const EntTable *table,
               const char *owner,
               const char *const *names,
               GError **error)
{
  g_autoptr (GPtrArray) children = ent_project_get_children (
      ent_session_get_project (session), ent_record_get_id (ENT_RECORD (from)), table, owner);

  for (guint i = 0; i < children->len; i++)
    {
      EntId id = ent_action_add (action, table, ENT_ID_NONE, error);

      if (id == ENT_ID_NONE || !set_reference (action, id, table, owner, to, error)
          || !copy_fields (action, id, g_ptr_array_index (children, i), names, error))
        return FALSE;
    }

  return TRUE;
}

/* Slots are as many days after the first day as they were; where that is not known, undated. */
static gboolean
set_slot (EntAction *action,
          EntId id,
          EntId parent,
          EntEvent *slot,
          const EntDate *from,
          const EntDate *to,
          GError **error)
{
  static const char *const columns[] = { "ordinal", NULL };
  g_autofree char *when = slot->when && from && to ? ent_date_dup_shifted (slot->when, from, to)
                                                   : NULL;

  return set_reference (action, id, &ent_event_table, "parent", parent, error)
         && (slot->series || copy_fields (action, id, ENT_RECORD (slot), columns, error))
         && ent_action_set (action, id, ent_table_find_column (&ent_event_table, "when"), when,
                            error);
}

static EntId
copy_event (EntSession *session,
            EntAction *action,
            EntEvent *event,
            const EntDate *from,
            const EntDate *to,
            int depth,
            GError **error)
{
  EntProject *project = ent_session_get_project (session);
  EntId id = ent_action_add (action, &ent_event_table, ENT_ID_NONE, error);
  g_autoptr (GPtrArray) slots = NULL;

  if (id == ENT_ID_NONE || !copy_fields (action, id, ENT_RECORD (event), event_columns, error)
      || !ent_action_set (action, id, ent_table_find_column (&ent_event_table, "state"), "planned",
                          error)
      || !copy_children (session, action, id, event, &ent_participation_table, "record",
                         participation_columns, error)
      || !copy_children (session, action, id, event, &ent_link_table, "source", link_columns,
                         error))
    return ENT_ID_NONE;

  slots = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (event)),
                                    &ent_event_table, "parent");
  for (guint i = 0; depth < MAX_DEPTH && i < slots->len; i++)
    {
      EntEvent *slot = g_ptr_array_index (slots, i);
      EntId copy = copy_event (session, action, slot, from, to, depth + 1, error);

      if (copy == ENT_ID_NONE || !set_slot (action, copy, id, slot, from, to, error))
        return ENT_ID_NONE;
    }

  return id;
}

static gboolean
set_number (EntAction *action, EntId id, EntEvent *event, GError **error)
{
  g_autofree char *number = NULL;

  if (event->ordinal == ENT_INTEGER_NONE)
    return TRUE;

  number = g_strdup_printf ("%" G_GINT64_FORMAT, event->ordinal + 1);
  return ent_action_set (action, id, ent_table_find_column (&ent_event_table, "ordinal"), number,
                         error);
}

/**
 * ent_event_duplicate:
 * @session: the session
 * @event: an event of its project
 * @when: (nullable): its new date, which moves the programme with it
 *
 * Adds the event again as one undo step: planned, with the same people, programme, place and
 * links, the next of its series; without head-count, text, outcomes, papers and costs.
 *
 * Returns: its id, or %ENT_ID_NONE after the signal "problem"
 */
EntId
ent_event_duplicate (EntSession *session, EntEvent *event, const EntDate *when)
{
  g_autofree char *title = ent_record_dup_title (
      ENT_RECORD (event), ent_session_get_project (session), ent_session_get_lang (session));
  g_autoptr (EntAction) action
      /* Translators: line of the history; %s is the title of an event. */
      = ent_store_begin (ent_session_get_store (session), N_ ("Duplicate “%s”"), title, NULL);
  g_autoptr (GError) error = NULL;
  EntId id = copy_event (session, action, event, event->when, when, 0, &error);

  if (id != ENT_ID_NONE && event->parent
      && !set_reference (action, id, &ent_event_table, "parent", event->parent, &error))
    id = ENT_ID_NONE;
  if (id != ENT_ID_NONE && set_number (action, id, event, &error)
      && ent_action_set (action, id, ent_table_find_column (&ent_event_table, "when"),
                         when ? ent_date_get_text (when) : NULL, &error)
      && ent_action_commit (action, &error))
    return id;

  ent_session_report (session, error);
  return ENT_ID_NONE;
}

typedef struct
{
  EntSession *session;
  EntEvent *event;
  GtkEditable *date;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->event);
  g_free (self);
}

/* A date it cannot read keeps the button from being pressed. */
static void
date_changed_cb (GtkEditable *row, AdwAlertDialog *dialog)
{
  const char *typed = gtk_editable_get_text (row);
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (EntDate) date = *text ? ent_date_new_typed (text, NULL) : NULL;
  gboolean good = *text == '\0' || date != NULL;

  adw_alert_dialog_set_response_enabled (dialog, "duplicate", good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
answered_cb (Question *self, const char *response)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  g_autoptr (EntDate) when = *text ? ent_date_new_typed (text, NULL) : NULL;
  EntId id;

  if (!g_str_equal (response, "duplicate"))
    return;

  id = ent_event_duplicate (self->session, self->event, when);
  if (id != ENT_ID_NONE)
    ent_session_show (self->session, id);
}

/* The same days of the next year, where they are known. */
static char *
dup_next_year (const EntDate *when, const char *lang)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;
  g_autoptr (EntDate) date = NULL;

  if (!ent_date_has_days (when))
    return g_strdup ("");

  first = ent_day_to_iso (ent_month_move (ent_date_get_earliest (when), 12));
  last = ent_day_to_iso (ent_month_move (ent_date_get_earliest (when), 12)
                         + ent_date_get_latest (when) - ent_date_get_earliest (when));
  text = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
  date = ent_date_new (text, NULL);

  return date ? ent_date_format (date, lang) : g_strdup ("");
}

/**
 * ent_event_duplicate_present:
 * @widget: a widget of the window
 * @session: the session
 * @event: an event of its project
 *
 * Asks for the new date, duplicates the event and goes to the new one.
 */
void
ent_event_duplicate_present (GtkWidget *widget, EntSession *session, EntEvent *event)
{
  const char *lang = ent_session_get_lang (session);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event),
                                                 ent_session_get_project (session), lang);
  g_autofree char *proposal = dup_next_year (event->when, lang);
  g_autofree char *body = g_strconcat (
      title, "\n\n",
      _("The people, the programme, the place and the links are taken over; the "
                       "text, the outcomes, the papers and the costs are not."),
        NULL);
  /* A heading as long as a title would be cut in a narrow window. */
  AdwDialog *dialog = adw_alert_dialog_new (_("Duplicate This Event?"), body);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  Question *self = g_new0 (Question, 1);

  self->session = g_object_ref (session);
  self->event = g_object_ref (event);
  self->date = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("New date"));
  gtk_editable_set_text (GTK_EDITABLE (row), proposal);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel",
                                  _("_Cancel"), "duplicate", _("_Duplicate"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "duplicate",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "duplicate");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ent-question", self, question_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (date_changed_cb), dialog, G_CONNECT_DEFAULT);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  adw_dialog_present (dialog, widget);
  gtk_widget_grab_focus (row);
}
