/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-add-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-words.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"
#include "ui/widgets/ent-known-row.h"
#include "ui/widgets/ent-options.h"
#include "ui/widgets/ent-zone-row.h"

/* One value that is asked for before the record exists. */
typedef struct
{
  const EntColumn *column;
  GtkWidget *row;      /* a combo row for a choice, a row of known names for a reference */
  EntOptions *options; /* of the combo row, or NULL */
} Question;

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntRecord *parent;
  const EntChildSpec *spec;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group; /* the questions; made anew for each record that is added */
  GPtrArray *questions;
  GtkWidget *message;
  guint n_added; /* while it stays open */
} AddDialog;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->options, ent_options_free);
  g_free (question);
}

static void
add_dialog_free (gpointer data)
{
  AddDialog *self = data;

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free (self);
}

/* A reference that the record takes over from what it hangs on. */
static const EntColumn *
find_inherited (AddDialog *self, const EntColumn *column)
{
  const EntColumn *above = ent_table_find_column (ent_record_get_table (self->parent),
                                                  column->name);

  return column->kind == ENT_KIND_REFERENCE && above && above->kind == ENT_KIND_REFERENCE ? above
                                                                                          : NULL;
}

/* What a reference is chosen from; NULL when it may be any record and the list says no type. */
static const EntTable *
get_target_table (AddDialog *self, const EntColumn *column)
{
  return g_str_equal (column->target, "record") ? self->spec->any_target
                                                : ent_table_find (column->target);
}

static gboolean
is_asked (AddDialog *self, const EntColumn *column)
{
  const EntChildSpec *spec = self->spec;

  if (g_str_equal (column->name, spec->owner))
    return FALSE;
  if (spec->filter_column && g_str_equal (column->name, spec->filter_column))
    return FALSE;
  if (column->kind == ENT_KIND_REFERENCE && !get_target_table (self, column))
    return FALSE;
  if ((column->flags & ENT_COLUMN_REQUIRED) && !find_inherited (self, column))
    return TRUE;

  if (spec->asked)
    return g_strv_contains (spec->asked, column->name);

  return spec->subtitles && g_strv_contains (spec->subtitles, column->name);
}

static const char *
find_preset (AddDialog *self, const EntColumn *column)
{
  const char *const *preset = self->spec->preset;

  for (guint i = 0; preset && preset[i]; i += 2)
    if (g_str_equal (preset[i], column->name))
      return preset[i + 1];

  return NULL;
}

static GtkWidget *
create_combo (AddDialog *self, Question *question)
{
  GtkWidget *row = adw_combo_row_new ();

  question->options = ent_options_new (self->session, question->column, TRUE);
  ent_options_set_up_row (question->options, ADW_COMBO_ROW (row));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (row),
      ent_options_find (question->options, find_preset (self, question->column)));

  return row;
}

/* What the list works out for a new one, to be corrected. */
static void
show_start (AddDialog *self, Question *question)
{
  g_autofree char *start = self->spec->dup_start
                               ? self->spec->dup_start (self->session, self->parent,
                                                        question->column)
                               : NULL;
  g_autofree char *words = start ? ent_column_display (question->column, start,
                                                       ent_session_get_lang (self->session))
                                 : NULL;

  if (words)
    gtk_editable_set_text (GTK_EDITABLE (question->row), words);
}

static void
create_question (AddDialog *self, const EntColumn *column, AdwPreferencesGroup *group)
{
  Question *question = g_new0 (Question, 1);

  question->column = column;
  g_ptr_array_add (self->questions, question);
  if (column->kind == ENT_KIND_CHOICE)
    question->row = create_combo (self, question);
  else if (column->kind == ENT_KIND_REFERENCE)
    question->row = ent_known_row_new (self->session, get_target_table (self, column), "");
  else
    question->row = column->flags & ENT_COLUMN_ZONE ? ent_zone_row_new () : adw_entry_row_new ();
  if (ADW_IS_ENTRY_ROW (question->row))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (question->row), TRUE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->row),
                                 ent_words (ent_session_get_lang (self->session), column->label));
  show_start (self, question);
  adw_preferences_group_add (group, question->row);
}

static gboolean
is_answered (Question *question)
{
  if (question->options)
    return ent_options_get_selected (question->options, ADW_COMBO_ROW (question->row)) != NULL;

  return *gtk_editable_get_text (GTK_EDITABLE (question->row)) != '\0';
}

/* The kind that is chosen decides what is asked; what is answered stays in sight. */
static void
follow_kind (AddDialog *self)
{
  const EntTable *table = self->spec->table;
  const char *kind = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = g_ptr_array_index (self->questions, i);

      if (g_str_equal (question->column->name, "kind"))
        kind = ent_options_get_selected (question->options, ADW_COMBO_ROW (question->row));
    }
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = g_ptr_array_index (self->questions, i);

      gtk_widget_set_visible (question->row, is_answered (question)
                                                 || ent_table_asks (table, kind, question->column));
    }
}

/* The kinds of some types are asked for different things. */
static void
watch_kind (AddDialog *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = g_ptr_array_index (self->questions, i);

      if (g_str_equal (question->column->name, "kind"))
        g_signal_connect_swapped (question->row, "notify::selected", G_CALLBACK (follow_kind),
                                  self);
    }
  follow_kind (self);
}

/* What was answered, as the field takes it; a new name makes a record, or finds the one that
 * bears it. */
static gboolean
take_answer (EntAction *action, Question *question, char **typed, GError **error)
{
  EntId id;

  if (question->options)
    {
      *typed = g_strdup (
          ent_options_get_selected (question->options, ADW_COMBO_ROW (question->row)));
      return TRUE;
    }
  if (question->column->kind != ENT_KIND_REFERENCE)
    {
      *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->row)));
      return TRUE;
    }

  if (!ent_known_row_take (ENT_SUGGESTION_ROW (question->row), action, &id, error))
    return FALSE;
  *typed = id ? ent_id_to_string (id) : NULL;
  return TRUE;
}

static gboolean
set_context (AddDialog *self, EntAction *action, EntId id, GError **error)
{
  const EntChildSpec *spec = self->spec;
  const EntTable *table = spec->table;
  g_autofree char *parent_id = ent_id_to_string (ent_record_get_id (self->parent));

  if (!ent_action_set (action, id, ent_table_find_column (table, spec->owner), parent_id, error))
    return FALSE;
  if (spec->filter_column
      && !ent_action_set (action, id, ent_table_find_column (table, spec->filter_column),
                          spec->filter_value, error))
    return FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      const EntColumn *above = find_inherited (self, column);
      g_autofree char *value = NULL;

      if (!above || (column->flags & ENT_COLUMN_REQUIRED) == 0
          || g_str_equal (column->name, spec->owner))
        continue;
      value = ent_record_dup_value (self->parent, above);
      if (!ent_action_set (action, id, column, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_position (AddDialog *self, EntAction *action, EntId id, GError **error)
{
  const EntColumn *column = ent_table_find_column (self->spec->table, "position");
  g_autoptr (GPtrArray) brothers = NULL;
  g_autofree char *position = NULL;

  if (!column)
    return TRUE;

  brothers = ent_project_get_children (ent_session_get_project (self->session),
                                       ent_record_get_id (self->parent), self->spec->table,
                                       self->spec->owner);
  position = g_strdup_printf ("%u", brothers->len + 1);
  return ent_action_set (action, id, column, position, error);
}

static gboolean
add_record (AddDialog *self, GError **error)
{
  const EntTable *table = self->spec->table;
  g_autofree char *kind = g_strconcat (ENT_ARGUMENT_WORD, table->label, NULL);
  g_autoptr (EntAction)
      action = ent_store_begin (ent_session_get_store (self->session), N_ ("Add “%s”"), kind, NULL);
  EntId id = ent_action_add (action, table, ENT_ID_NONE, error);

  if (id == ENT_ID_NONE || !set_context (self, action, id, error)
      || !set_position (self, action, id, error))
    return FALSE;

  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = g_ptr_array_index (self->questions, i);
      g_autofree char *typed = NULL;

      if (!take_answer (action, question, &typed, error)
          || !ent_action_set (action, id, question->column, typed, error))
        return FALSE;
    }

  return ent_action_commit (action, error);
}

static void
create_questions (AddDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->group = ADW_PREFERENCES_GROUP (group);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);

  for (guint i = 0; i < self->spec->table->n_columns; i++)
    if (is_asked (self, &self->spec->table->columns[i]))
      create_question (self, &self->spec->table->columns[i], self->group);
  if (self->spec->table->kind_fields)
    watch_kind (self);
  adw_preferences_group_add (self->group, self->message);
  if (self->questions->len > 0)
    ent_accessible_name_list (((Question *) g_ptr_array_index (self->questions, 0))->row,
                              adw_dialog_get_title (self->dialog));
  adw_preferences_page_add (self->page, self->group);
}

/* The same questions for one more, with what the list works out for it. */
static void
ask_anew (AddDialog *self)
{
  AdwPreferencesGroup *old = self->group;
  g_autoptr (GPtrArray) answered = g_steal_pointer (&self->questions);

  self->questions = g_ptr_array_new_with_free_func (question_free);
  create_questions (self);
  if (self->questions->len > 0)
    gtk_widget_grab_focus (((Question *) g_ptr_array_index (self->questions, 0))->row);
  adw_preferences_page_remove (self->page, old);
}

static void
show_message (AddDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence);
  gtk_widget_set_visible (self->message, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->message), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
add_cb (AddDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (add_record (self, &error))
    adw_dialog_close (self->dialog);
  else
    show_message (self, error->message);
}

static void
add_another_cb (AddDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (!add_record (self, &error))
    {
      show_message (self, error->message);
      return;
    }

  ask_anew (self);
  self->n_added++;
  told = g_strdup_printf (ngettext ("%u added", "%u added", self->n_added), self->n_added);
  adw_preferences_group_set_description (self->group, told);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->dialog), told,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Slots and participants come in a row. */
static GtkWidget *
create_another_button (AddDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add A_nother"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 12);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_another_cb), self);

  return button;
}

static void
fill_dialog (AddDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  g_autofree char *title = g_strdup (_(self->spec->add_label));

  if (g_str_has_suffix (title, "…"))
    title[strlen (title) - strlen ("…")] = '\0';
  adw_dialog_set_title (self->dialog, title);
  adw_dialog_set_content_width (self->dialog, 460);

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  create_questions (self);
  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (self->dialog, _("_Add"), G_CALLBACK (add_cb), self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), create_another_button (self));
  adw_dialog_set_child (self->dialog, view);
}

/**
 * ent_add_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @parent: what the new record hangs on
 * @spec: the list it goes into
 *
 * Asks what the record cannot be without, and what its list shows; people and organisations are
 * picked from those known, or named anew. Adding is one undo step.
 */
void
ent_add_dialog_present (GtkWidget *widget,
                        EntSession *session,
                        EntRecord *parent,
                        const EntChildSpec *spec)
{
  AddDialog *self = g_new0 (AddDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->parent = g_object_ref (parent);
  self->spec = spec;
  self->questions = g_ptr_array_new_with_free_func (question_free);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-add-dialog", self, add_dialog_free);
  fill_dialog (self);
  if (self->questions->len > 0)
    adw_dialog_set_focus (self->dialog, ((Question *) g_ptr_array_index (self->questions, 0))->row);
  adw_dialog_present (self->dialog, widget);
}
