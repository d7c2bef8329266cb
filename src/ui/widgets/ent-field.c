/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-field.h"

#include "base/ent-words.h"

struct _EntField
{
  GObject parent_instance;

  EntSession *session;
  EntRecord *record;
  const EntColumn *column;
  EntFieldShow show;

  GtkWidget *row;     /* owns the field */
  GtkWidget *message; /* why the field does not take what was typed; NULL when it does */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (EntField, ent_field, G_TYPE_OBJECT)

static void
clear_message (EntField *self)
{
  GtkWidget *list;

  if (!self->message)
    return;

  list = gtk_widget_get_parent (self->message);
  if (GTK_IS_LIST_BOX (list))
    gtk_list_box_remove (GTK_LIST_BOX (list), self->message);
  g_clear_object (&self->message);
  gtk_widget_remove_css_class (self->row, "error");
}

static void
set_message (EntField *self, const char *sentence)
{
  GtkWidget *list = gtk_widget_get_parent (self->row);
  GtkWidget *label;

  clear_message (self);
  gtk_widget_add_css_class (self->row, "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->row), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  if (!GTK_IS_LIST_BOX (list))
    return;

  label = gtk_label_new (sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "field-message");

  self->message = g_object_ref_sink (gtk_list_box_row_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->message), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->message), FALSE);
  gtk_widget_set_focusable (self->message, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->message), label);
  gtk_list_box_insert (GTK_LIST_BOX (list), self->message,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->row)) + 1);
}

static void
ent_field_dispose (GObject *object)
{
  EntField *self = ENT_FIELD (object);

  g_clear_object (&self->message);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_field_parent_class)->dispose (object);
}

static void
ent_field_class_init (EntFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_field_dispose;
}

static void
ent_field_init (EntField *self)
{
}

/**
 * ent_field_attach:
 * @row: the row that edits the field; it owns the result
 * @session: the session
 * @record: the record
 * @column: one of its columns
 * @show: puts the value into the row
 *
 * Returns: (transfer none): the field, whose value is shown already
 */
EntField *
ent_field_attach (GtkWidget *row,
                  EntSession *session,
                  EntRecord *record,
                  const EntColumn *column,
                  EntFieldShow show)
{
  EntField *self = g_object_new (ENT_TYPE_FIELD, NULL);
  gboolean registry = column >= ent_record_columns
                      && column < ent_record_columns + ent_record_n_columns;

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->column = column;
  self->show = show;
  self->row = row;
  g_object_set_data_full (G_OBJECT (row), "ent-field", self, g_object_unref);

  if (!registry)
    {
      g_autofree char *signal = g_strconcat ("notify::", column->name, NULL);

      g_strdelimit (signal, "_", '-');
      g_signal_connect_object (record, signal, G_CALLBACK (ent_field_show), self,
                               G_CONNECT_SWAPPED);
    }
  ent_field_show (self);

  return self;
}

EntSession *
ent_field_get_session (EntField *self)
{
  return self->session;
}

EntRecord *
ent_field_get_record (EntField *self)
{
  return self->record;
}

const EntColumn *
ent_field_get_column (EntField *self)
{
  return self->column;
}

const char *
ent_field_get_label (EntField *self)
{
  return ent_words (ent_session_get_lang (self->session), self->column->label);
}

/**
 * ent_field_dup_display:
 * @self: a field
 *
 * Returns: (transfer full): the value as a person reads it and may type it again; "" for none
 */
char *
ent_field_dup_display (EntField *self)
{
  g_autofree char *canonical = ent_record_dup_value (self->record, self->column);

  return ent_column_display (self->column, canonical, ent_session_get_lang (self->session));
}

/* Whether the row is being filled by the program, so that it does not commit. */
gboolean
ent_field_is_showing (EntField *self)
{
  return self->showing;
}

/**
 * ent_field_show:
 * @self: a field
 *
 * Puts the recorded value into the row and takes a message away.
 */
void
ent_field_show (EntField *self)
{
  self->showing = TRUE;
  clear_message (self);
  self->show (self, self->row);
  self->showing = FALSE;
}

/**
 * ent_field_refuse:
 * @self: a field
 * @sentence: why it does not take what stands in its row
 *
 * Says so under the row, until the field is shown again.
 */
void
ent_field_refuse (EntField *self, const char *sentence)
{
  set_message (self, sentence);
}

/**
 * ent_field_commit:
 * @self: a field
 * @typed: (nullable): what the officer entered
 *
 * One undo step. What the field does not take stays in the row, with the reason under it.
 *
 * Returns: whether the field took it
 */
gboolean
ent_field_commit (EntField *self, const char *typed)
{
  g_autofree char *before = ent_field_dup_display (self);
  g_autofree char *sentence = NULL;
  g_autoptr (EntField) alive = g_object_ref (self);

  if (self->showing)
    return TRUE;
  if (g_strcmp0 (before, typed ? typed : "") == 0)
    {
      clear_message (self);
      return TRUE;
    }
  if (ent_session_set_field (self->session, self->record, self->column, typed, &sentence))
    {
      ent_field_show (self);
      return TRUE;
    }

  if (sentence)
    set_message (self, sentence);
  return FALSE;
}
