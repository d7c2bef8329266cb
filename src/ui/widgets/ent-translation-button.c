/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-translation-button.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"

/* What the popover edits; owned by the button. */
typedef struct
{
  EntSession *session;
  EntRecord *record;
  const EntColumn *column;
  char *lang; /* of the translation: the other one of the two */
  GtkTextBuffer *buffer;
} Translation;

static void
translation_free (gpointer data)
{
  Translation *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_object (&self->buffer);
  g_free (self->lang);
  g_free (self);
}

static const char *
get_language_name (const char *lang)
{
  return g_str_equal (lang, "fr") ? _("French") : _("English");
}

static void
show_text (Translation *self)
{
  const char *text = ent_record_get_translation (self->record, self->column->name, self->lang);

  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
}

static void
commit (Translation *self)
{
  EntStore *store = ent_session_get_store (self->session);
  const char *before = ent_record_get_translation (self->record, self->column->name, self->lang);
  g_autoptr (EntAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_strstrip (text);
  if (g_strcmp0 (text, before ? before : "") == 0)
    return;

  action = ent_store_begin (store, N_ ("Change a translation"), NULL, NULL);
  if (!ent_action_set_translation (action, ent_record_get_id (self->record), self->column,
                                   self->lang, *text ? text : NULL, &error)
      || !ent_action_commit (action, &error))
    {
      ent_session_report (self->session, error);
      show_text (self);
    }
}

static void
popover_closed_cb (Translation *self)
{
  commit (self);
}

static void
popover_shown_cb (Translation *self)
{
  show_text (self);
}

static GtkWidget *
create_popover (Translation *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new_with_buffer (self->buffer);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = NULL;

  /* Translators: a field and a language, "Title in English" */
  title = g_strdup_printf (_("%1$s in %2$s"),
                           ent_words (ent_session_get_lang (self->session), self->column->label),
                           get_language_name (self->lang));
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_widget_set_size_request (scrolled, 280, -1);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (view, "translation");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);

  return popover;
}

/**
 * ent_translation_button_new:
 * @session: the session
 * @record: the record
 * @column: one of its translatable columns
 *
 * A button that shows the other language's code and opens that language's text, which is kept
 * when the popover closes, as one undo step.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
ent_translation_button_new (EntSession *session, EntRecord *record, const EntColumn *column)
{
  GtkWidget *button = gtk_menu_button_new ();
  Translation *self = g_new0 (Translation, 1);
  const char *own = ent_record_get_lang (record);
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;

  if (!own)
    own = ent_project_get_lang (ent_session_get_project (session));

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->column = column;
  self->lang = g_strdup (g_str_equal (own, "fr") ? "en" : "fr");
  self->buffer = gtk_text_buffer_new (NULL);
  g_object_set_data_full (G_OBJECT (button), "ent-translation", self, translation_free);

  code = g_ascii_strup (self->lang, -1);
  name = g_strdup_printf (_("%1$s in %2$s"),
                          ent_words (ent_session_get_lang (session), column->label),
                          get_language_name (self->lang));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), code);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_popover (self));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");

  return button;
}
