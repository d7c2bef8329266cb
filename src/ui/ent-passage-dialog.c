/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-passage-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-known-row.h"

/* What words become: the item of the menu and title of the dialog, and what is corrected. */
static const struct
{
  const char *label;
  const char *text_label;
} kinds[] = {
  [ENT_PASSAGE_COMMITMENT] = { N_ ("Commitment from Selection"), N_ ("Text") },
  [ENT_PASSAGE_THEME] = { N_ ("Theme from Selection"), N_ ("Title") },
  [ENT_PASSAGE_OBLIGATION] = { N_ ("Obligation from Selection"), N_ ("What is owed") },
  [ENT_PASSAGE_SIGNED] = { N_ ("Signature Date from Selection"), N_ ("Date") },
  [ENT_PASSAGE_ENDS] = { N_ ("End Date from Selection"), N_ ("Date") },
  [ENT_PASSAGE_PERSON] = { N_ ("Person from Selection"), N_ ("Name") },
  [ENT_PASSAGE_SOURCE] = { N_ ("Source from Selection"), N_ ("What it says") },
};

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntPassage passage;
  char *quote;
  EntPassageKind kind;
  GtkWidget *what; /* agreement or event; NULL: an agreement */
  GtkWidget *agreement;
  GtkWidget *event;
  GtkWidget *theme; /* NULL: not asked */
  GArray *themes;   /* EntId of each line of that row */
  GtkWidget *text;
  GtkWidget *message;
} PassageDialog;

static void
passage_dialog_free (gpointer data)
{
  PassageDialog *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->themes, g_array_unref);
  g_free (self->quote);
  g_free (self);
}

static gboolean
is_event (PassageDialog *self)
{
  return self->what && adw_combo_row_get_selected (ADW_COMBO_ROW (self->what)) == 1;
}

static void
what_cb (PassageDialog *self)
{
  gtk_widget_set_visible (self->agreement, !is_event (self));
  gtk_widget_set_visible (self->event, is_event (self));
}

/* The themes of the agreement that is named. */
static void
fill_themes (PassageDialog *self)
{
  EntProject *project = ent_session_get_project (self->session);
  EntId agreement = ent_known_row_get_picked (ENT_SUGGESTION_ROW (self->agreement));
  g_autoptr (GPtrArray)
      provisions = ent_project_get_children (project, agreement, &ent_provision_table, "agreement");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  EntId none = ENT_ID_NONE;

  g_array_set_size (self->themes, 0);
  g_array_append_val (self->themes, none);
  gtk_string_list_append (titles, _("None"));
  for (guint i = 0; i < provisions->len; i++)
    {
      EntRecord *provision = g_ptr_array_index (provisions, i);
      EntId id = ent_record_get_id (provision);
      g_autofree char *title = NULL;

      if (g_strcmp0 (ENT_PROVISION (provision)->kind, "theme") != 0)
        continue;
      title = ent_record_dup_title (provision, project, ent_session_get_lang (self->session));
      gtk_string_list_append (titles, title);
      g_array_append_val (self->themes, id);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->theme), G_LIST_MODEL (titles));
  gtk_widget_set_visible (self->theme, self->themes->len > 1);
}

static EntId
get_theme (PassageDialog *self)
{
  guint index = self->theme ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->theme)) : 0;

  return self->theme && index < self->themes->len ? g_array_index (self->themes, EntId, index)
                                                  : ENT_ID_NONE;
}

static gboolean
check (PassageDialog *self, GtkWidget *record, GError **error)
{
  if (ent_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (record))))
    g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                         is_event (self) ? _("Name the event that the words are about.")
                                         : _("Name the agreement that the words are about."));
  else if (ent_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->text))))
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” is empty: write it."), _(kinds[self->kind].text_label));
  else
    return TRUE;

  return FALSE;
}

/* The record whose page shows it, or none when it is refused. */
static EntId
add (PassageDialog *self, GError **error)
{
  GtkWidget *record = is_event (self) ? self->event : self->agreement;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *label = g_strconcat (ENT_ARGUMENT_WORD, kinds[self->kind].label, NULL);
  g_autoptr (EntAction) action = NULL;
  EntId on;

  if (!check (self, record, error))
    return ENT_ID_NONE;
  action = ent_store_begin (ent_session_get_store (self->session), N_ ("Add “%s”"), label, NULL);
  if (!ent_known_row_take (ENT_SUGGESTION_ROW (record), action, &on, error)
      || !ent_passage_add (action, ent_session_get_project (self->session), &self->passage,
                           self->kind, on, get_theme (self), text, error)
      || !ent_action_commit (action, error))
    return ENT_ID_NONE;

  return on;
}

static void
add_cb (PassageDialog *self)
{
  g_autoptr (GError) error = NULL;
  EntId on = add (self, &error);
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (on == ENT_ID_NONE)
    {
      gtk_label_set_text (GTK_LABEL (self->message), error->message);
      gtk_widget_set_visible (self->message, TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->message), error->message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }

  title = ent_project_dup_title (ent_session_get_project (self->session), on,
                                 ent_session_get_lang (self->session));
  /* Translators: %s is the title of an agreement or an event */
  sentence = g_strdup_printf (_("Added to “%s”"), title);
  ent_session_tell (self->session, sentence, ENT_ID_NONE);
  adw_dialog_close (self->dialog);
}

static void
cancel_cb (PassageDialog *self)
{
  adw_dialog_close (self->dialog);
}

static GtkWidget *
create_header (PassageDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  adw_dialog_set_default_widget (self->dialog, button);

  return header;
}

/* The first agreement and the first event that the document belongs to. */
static void
name_records (PassageDialog *self)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autoptr (GPtrArray) attachments = ent_project_get_children (project, self->passage.document,
                                                                &ent_attachment_table, "document");
  EntId agreement = ENT_ID_NONE, event = ENT_ID_NONE;

  for (guint i = attachments->len; i > 0; i--)
    {
      EntAttachment *attachment = g_ptr_array_index (attachments, i - 1);
      EntRecord *record = ent_project_get (project, attachment->record);

      if (record && ENT_IS_AGREEMENT (record))
        agreement = attachment->record;
      else if (record && ENT_IS_EVENT (record))
        event = attachment->record;
    }
  if (agreement)
    ent_known_row_set (ENT_SUGGESTION_ROW (self->agreement), agreement);
  if (event)
    ent_known_row_set (ENT_SUGGESTION_ROW (self->event), event);
  if (self->what && event && !agreement)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->what), 1);
}

static void
add_record_rows (PassageDialog *self, AdwPreferencesGroup *group)
{
  if (ent_passage_suits (self->kind, &ent_event_table))
    {
      const char *const choices[] = { _("Agreement"), _("Event"), NULL };
      g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

      self->what = adw_combo_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->what), _("About"));
      adw_combo_row_set_model (ADW_COMBO_ROW (self->what), G_LIST_MODEL (list));
      g_signal_connect_swapped (self->what, "notify::selected", G_CALLBACK (what_cb), self);
      adw_preferences_group_add (group, self->what);
    }
  self->agreement = ent_known_row_new (self->session, &ent_agreement_table, _("Agreement"));
  self->event = ent_known_row_new (self->session, &ent_event_table, _("Event"));
  adw_preferences_group_add (group, self->agreement);
  adw_preferences_group_add (group, self->event);
  name_records (self);
  what_cb (self);
  if (self->kind == ENT_PASSAGE_COMMITMENT)
    {
      self->theme = adw_combo_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->theme), _("Under the theme"));
      adw_preferences_group_add (group, self->theme);
      fill_themes (self);
      g_signal_connect_swapped (self->agreement, "changed", G_CALLBACK (fill_themes), self);
    }
}

static void
add_text_row (PassageDialog *self, AdwPreferencesGroup *group)
{
  gboolean dates = self->kind == ENT_PASSAGE_SIGNED || self->kind == ENT_PASSAGE_ENDS;
  g_autofree char *date = dates ? ent_passage_find_date (self->quote) : NULL;

  self->text = self->kind == ENT_PASSAGE_PERSON
                   ? ent_known_row_new (self->session, &ent_person_table, "")
                   : adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), _(kinds[self->kind].text_label));
  if (ENT_IS_SUGGESTION_ROW (self->text))
    ent_suggestion_row_set_text (ENT_SUGGESTION_ROW (self->text), self->quote);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->text), date ? date : self->quote);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->text), TRUE);
  adw_preferences_group_add (group, self->text);
}

static void
fill_dialog (PassageDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: words of a document, and the number of the page they stand on */
  g_autofree char *origin = g_strdup_printf (_("“%1$s”, page %2$u"), self->quote,
                                               self->passage.page);
  g_autofree char *escaped = g_markup_escape_text (origin, -1);

  adw_dialog_set_title (self->dialog, _(kinds[self->kind].label));
  adw_dialog_set_content_width (self->dialog, 480);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  add_record_rows (self, ADW_PREFERENCES_GROUP (group));
  add_text_row (self, ADW_PREFERENCES_GROUP (group));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->message);
  ent_accessible_name_list (self->text, _(kinds[self->kind].label));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (self->dialog, view);
}

/* The words of the menu item that makes it, in the language of the interface. */
const char *
ent_passage_get_label (EntPassageKind kind)
{
  return _(kinds[kind].label);
}

/**
 * ent_passage_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @passage: words of a page
 * @kind: what they become
 *
 * Asks on which record, lets the words be corrected, and makes it as one undo step.
 */
void
ent_passage_dialog_present (GtkWidget *parent,
                            EntSession *session,
                            const EntPassage *passage,
                            EntPassageKind kind)
{
  PassageDialog *self = g_new0 (PassageDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->passage = *passage;
  self->passage.quote = self->quote = g_strdup (passage->quote);
  self->kind = kind;
  self->themes = g_array_new (FALSE, FALSE, sizeof (EntId));
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-passage-dialog", self, passage_dialog_free);
  fill_dialog (self);
  adw_dialog_present (self->dialog, parent);
}
