/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-reference-row.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "model/ent-known-names.h"
#include "model/ent-page.h"
#include "ui/widgets/ent-details-dialog.h"
#include "ui/widgets/ent-field.h"
#include "ui/widgets/ent-known-row.h"
#include "ui/widgets/ent-open-button.h"

static void
show (EntField *field, GtkWidget *row)
{
  GtkWidget *open_button = g_object_get_data (G_OBJECT (row), "ent-open-button");

  ent_known_row_set (
      ENT_SUGGESTION_ROW (row),
      ent_record_get_reference (ent_field_get_record (field), ent_field_get_column (field)));
  if (open_button)
    ent_open_button_set_target (
        open_button, ent_field_get_session (field),
        ent_record_get_reference (ent_field_get_record (field), ent_field_get_column (field)));
}

/* What the line says, and the record it makes where that is a new name, as one step. */
static gboolean
write_named (EntField *field, EntSuggestionRow *row, GError **error)
{
  EntSession *session = ent_field_get_session (field);
  EntRecord *record = ent_field_get_record (field);
  const EntColumn *column = ent_field_get_column (field);
  g_autofree char *label = g_strconcat (ENT_ARGUMENT_WORD, column->label, NULL);
  g_autofree char *title = ent_record_dup_title (record, ent_session_get_project (session), NULL);
  g_autofree char *value = NULL;
  g_autoptr (EntAction) action = ent_store_begin (ent_session_get_store (session),
                                                  N_ ("Change “%s” of “%s”"), label, title, NULL);
  EntId id;

  if (!ent_known_row_take (row, action, &id, error))
    return FALSE;
  value = id ? ent_id_to_string (id) : NULL;

  return ent_action_set (action, ent_record_get_id (record), column, value, error)
         && ent_action_commit (action, error);
}

/* Whether the line says what is recorded. */
static gboolean
is_unchanged (EntField *field, EntSuggestionRow *row)
{
  EntId recorded = ent_record_get_reference (ent_field_get_record (field),
                                             ent_field_get_column (field));

  return recorded == ent_known_row_get_picked (row)
         && (recorded || ent_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
commit (EntField *field, EntSuggestionRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntField) alive = g_object_ref (field);

  if (ent_field_is_showing (field) || is_unchanged (field, row))
    return;
  if (write_named (field, row, &error))
    ent_field_show (field);
  else
    ent_field_refuse (field, error->message);
}

static void
picked_cb (EntField *field, gint64 value, EntSuggestionRow *row)
{
  commit (field, row);
}

static void
activated_cb (EntField *field, EntSuggestionRow *row)
{
  commit (field, row);
}

/* A new name is not made a record by merely going elsewhere: it may have been half typed. */
static void
left_cb (EntField *field, GtkEventController *controller)
{
  EntSuggestionRow *row = ENT_SUGGESTION_ROW (gtk_event_controller_get_widget (controller));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  EntSession *session = ent_field_get_session (field);
  g_autoptr (EntKnownNames) names = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *sentence = NULL;

  if (ent_known_row_get_picked (row) || ent_text_is_blank (typed))
    {
      commit (field, row);
      return;
    }

  names = ent_known_names_new (ent_session_get_project (session),
                               ent_table_find (ent_field_get_column (field)->target),
                               ent_session_get_lang (session));
  found = ent_known_names_find (names, typed);
  if (found->len > 0)
    {
      commit (field, row);
      return;
    }
  sentence = g_strdup_printf (
      _("“%s” is not known yet: pick a name from the list, or press Enter to add it."), typed);
  ent_field_refuse (field, sentence);
}

static gboolean
escape_cb (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  ent_field_show (user_data);
  return GDK_EVENT_PROPAGATE;
}

static void
open_cb (EntField *field, GtkWidget *button)
{
  EntSession *session = ent_field_get_session (field);
  EntId id = ent_record_get_reference (ent_field_get_record (field), ent_field_get_column (field));
  EntRecord *record = ent_project_get (ent_session_get_project (session), id);

  if (record && ent_details_are_there (ent_record_get_table (record)))
    ent_details_dialog_present (button, session, record);
  else
    ent_session_show (session, id);
}

/* The way from a name to the page, or the details, of what it names. */
static void
add_open_button (GtkWidget *row, GtkWidget *button, EntField *field)
{
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), field, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

/**
 * ent_reference_row_new:
 * @session: the session
 * @record: the record to edit
 * @column: a reference to records of one type
 *
 * Names what the record refers to: known names are offered as one types, and Enter makes a
 * record of a new one where a name is enough for it. Commits as ent_field_row_new() does.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_reference_row_new (EntSession *session, EntRecord *record, const EntColumn *column)
{
  const EntTable *target = ent_table_find (column->target);
  gboolean has_details = ent_details_are_there (target);
  GtkWidget *row = ent_known_row_new (session, target, "");
  GtkWidget *open_button = has_details || ent_table_owns_page (target) ? ent_open_button_new ()
                                                                       : NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  EntField *field;

  g_object_set_data (G_OBJECT (row), "ent-open-button", open_button);
  field = ent_field_attach (row, session, record, column, show);
  if (open_button)
    add_open_button (row, open_button, field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_field_get_label (field));
  g_signal_connect_object (row, "picked", G_CALLBACK (picked_cb), field, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), field,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), field, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, field, NULL)));
  gtk_widget_add_controller (row, keys);

  return row;
}
