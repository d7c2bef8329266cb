/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-act-line.h"

#include "model/ent-page.h"

G_DEFINE_FINAL_TYPE (EntActLine, ent_act_line, ADW_TYPE_BIN)

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
ent_act_line_dispose (GObject *object)
{
  EntActLine *self = ENT_ACT_LINE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ent_act_line_parent_class)->dispose (object);
}

static void
ent_act_line_class_init (EntActLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_act_line_dispose;
}

static void
ent_act_line_init (EntActLine *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 12);
  adw_wrap_box_set_line_spacing (self->box, 9);
  adw_wrap_box_set_justify (self->box, ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "act-line");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * ent_act_line_new:
 * @session: the session on the project
 * @record: what the line is of
 * @title: what it is
 * @reason: why it is there, "" for nothing to say
 *
 * Returns: (transfer floating): the line, without acts
 */
GtkWidget *
ent_act_line_new (EntSession *session, EntRecord *record, const char *title, const char *reason)
{
  EntActLine *self = g_object_new (ENT_TYPE_ACT_LINE, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->name = g_strjoin (*reason ? ", " : "", title, reason, NULL);
  self->has_page = ent_record_find_page (record, ent_session_get_project (session)) != NULL;
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), create_label (title, NULL));
  if (*reason)
    gtk_box_append (GTK_BOX (words), create_label (reason, "caption"));
  adw_wrap_box_append (self->box, words);

  return GTK_WIDGET (self);
}

/**
 * ent_act_line_add:
 * @self: a line
 * @button: (transfer floating): an act
 *
 * Puts an act at the end of the line, or below the words where there is no room.
 */
void
ent_act_line_add (EntActLine *self, GtkWidget *button)
{
  if (!self->acts)
    {
      self->acts = ADW_WRAP_BOX (adw_wrap_box_new ());
      adw_wrap_box_set_child_spacing (self->acts, 6);
      adw_wrap_box_set_line_spacing (self->acts, 6);
      gtk_widget_set_valign (GTK_WIDGET (self->acts), GTK_ALIGN_CENTER);
      adw_wrap_box_append (self->box, GTK_WIDGET (self->acts));
    }

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_wrap_box_append (self->acts, button);
}

/**
 * ent_act_line_add_button:
 * @self: a line
 * @label: of the button
 * @callback: called with the line
 *
 * Adds an act that asks for nothing.
 */
void
ent_act_line_add_button (EntActLine *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  ent_act_line_add (self, button);
}

/**
 * ent_act_line_add_question:
 * @self: a line
 * @question: (transfer none): what is asked, a constant
 * @proposal: (nullable): what the field holds at first
 *
 * Adds an act that asks for one thing.
 */
void
ent_act_line_add_question (EntActLine *self, const EntQuestion *question, const char *proposal)
{
  ent_act_line_add (self, ent_ask_button_new (question, proposal, GTK_WIDGET (self)));
}

/**
 * ent_act_line_open:
 * @self: a line
 *
 * Goes to the page it is about.
 */
void
ent_act_line_open (EntActLine *self)
{
  g_return_if_fail (ENT_IS_ACT_LINE (self));

  if (self->has_page)
    ent_session_show (self->session, ent_record_get_id (self->record));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  if (child && ENT_IS_ACT_LINE (child))
    ent_act_line_open (ENT_ACT_LINE (child));
}

/**
 * ent_act_line_create_row:
 * @self: (transfer floating): a line
 *
 * Returns: (transfer floating): the row with it
 */
GtkWidget *
ent_act_line_create_row (EntActLine *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->has_page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);

  return row;
}

/**
 * ent_act_line_connect_list:
 * @list: a list box with such rows
 *
 * A row that is activated opens its page.
 */
void
ent_act_line_connect_list (GtkListBox *list)
{
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
}
