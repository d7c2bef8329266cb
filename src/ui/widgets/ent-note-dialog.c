/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-note-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"
#include "ui/widgets/ent-note-filing.h"

/* More than that, and one types another letter. */
#define MAX_FOUND 20

typedef struct
{
  EntId id;
  char *title;
  char *folded;
  const EntTable *table;
} Target;

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntRecord *note;
  GPtrArray *targets; /* Target: everything it can be filed on */
  AdwComboRow *form;
  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *message;
} NoteDialog;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->title);
  g_free (target->folded);
  g_free (target);
}

static void
note_dialog_free (gpointer data)
{
  NoteDialog *self = data;

  g_object_unref (self->session);
  g_object_unref (self->note);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

/* Once: the titles of all that has a page and that a note can be about. */
static GPtrArray *
collect_targets (EntSession *session)
{
  const EntTable *const tables[] = { &ent_event_table, &ent_organisation_table,
                                     &ent_agreement_table, &ent_project_record_table,
                                     &ent_person_table };
  EntProject *project = ent_session_get_project (session);
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = ent_project_get_list (project, tables[i]);
      guint n_records = g_list_model_get_n_items (list);

      for (guint j = 0; j < n_records; j++)
        {
          g_autoptr (EntRecord) record = g_list_model_get_item (list, j);
          Target *target = g_new0 (Target, 1);

          target->id = ent_record_get_id (record);
          target->title = ent_record_dup_title (record, project, ent_session_get_lang (session));
          target->folded = ent_text_fold (target->title);
          target->table = tables[i];
          g_ptr_array_add (targets, target);
        }
    }

  return targets;
}

static void
show_problem (NoteDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence);
  gtk_widget_set_visible (self->message, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->message), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GtkWidget *
create_row (const Target *target)
{
  GtkWidget *row = adw_action_row_new ();
  EntId *id = g_new (EntId, 1);

  *id = target->id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), target->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(target->table->label));
  g_object_set_data_full (G_OBJECT (row), "ent-target", id, g_free);

  return row;
}

static void
search_changed_cb (NoteDialog *self)
{
  const char *typed = gtk_editable_get_text (self->search);
  g_autofree char *query = ent_text_is_blank (typed) ? NULL : ent_text_fold (typed);
  guint n_found = 0;

  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (self->message, FALSE);
  for (guint i = 0; query && i < self->targets->len && n_found < MAX_FOUND; i++)
    {
      const Target *target = g_ptr_array_index (self->targets, i);

      if (!strstr (target->folded, query))
        continue;
      gtk_list_box_append (self->list, create_row (target));
      n_found++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_found > 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  if (query && n_found == 0)
    show_problem (self, _("Nothing of that name is recorded. Try other words."));
}

static EntId
get_target (NoteDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const EntId *id = row ? g_object_get_data (G_OBJECT (row), "ent-target") : NULL;

  return id ? *id : ENT_ID_NONE;
}

static void
file_cb (NoteDialog *self)
{
  EntNoteForm form = adw_combo_row_get_selected (self->form);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntSession) session = g_object_ref (self->session);
  EntId target, on;

  /* The entry tells of what is typed a little later; Enter is meant for all of it. */
  if (!gtk_list_box_get_selected_row (self->list))
    search_changed_cb (self);
  target = get_target (self);
  if (target == ENT_ID_NONE && form == ENT_NOTE_AS_NOTE)
    {
      show_problem (self, _("Type the name of what the note is about, and choose it."));
      return;
    }

  on = ent_note_file (ent_session_get_store (session), self->note, form, target, &error);
  if (on == ENT_ID_NONE)
    {
      show_problem (self, error->message);
      return;
    }
  adw_dialog_close (self->dialog);
  if (form == ENT_NOTE_AS_EVENT)
    ent_session_show (session, on);
}

static void
add_form (NoteDialog *self, GtkWidget *group)
{
  const char *words[] = { C_ ("file as", "A note on a record"), C_ ("file as", "A follow-up"),
                          C_ ("file as", "An event"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  self->form = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form), _("It becomes"));
  adw_combo_row_set_model (self->form, G_LIST_MODEL (model));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->form));
}

static void
add_search (NoteDialog *self, GtkWidget *group)
{
  GtkWidget *list = gtk_list_box_new ();

  self->search = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->search),
                                 _("About: event, partner, project…"));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "entry-activated", G_CALLBACK (file_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->search));

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What it is about"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (file_cb), self);
}

static void
fill_dialog (NoteDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *found = adw_preferences_group_new ();
  g_autofree char *title = ent_record_dup_title (self->note,
                                                 ent_session_get_project (self->session), NULL);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_dialog_set_title (self->dialog, _("File Note"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_content_height (self->dialog, 480);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  add_form (self, group);
  add_search (self, group);
  ent_accessible_name_list (GTK_WIDGET (self->form), _("File Note"));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_set_visible (self->message, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (found), self->message);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (found), GTK_WIDGET (self->list));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (found));
  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (self->dialog, _("_File"), G_CALLBACK (file_cb), self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, GTK_WIDGET (self->search));
}

/**
 * ent_note_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @note: a note of the inbox
 *
 * Asks what becomes of a quick note and what it is about; filing it is one undo step.
 */
void
ent_note_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *note)
{
  NoteDialog *self = g_new0 (NoteDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->note = g_object_ref (note);
  self->targets = collect_targets (session);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-note-dialog", self, note_dialog_free);
  fill_dialog (self);
  adw_dialog_present (self->dialog, widget);
}
