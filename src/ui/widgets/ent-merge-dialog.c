/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-dialog-header.h"
#include "ui/widgets/ent-known-row.h"

/* One value in which the two differ. */
typedef struct
{
  guint column;
  GtkWidget *row;
} Choice;

typedef struct
{
  AdwDialog *dialog;
  EntSession *session;
  EntRecord *record; /* stays */
  GtkWidget *other;
  GtkWidget *page;
  GtkWidget *preview; /* the group of the values in which they differ, or NULL */
  GArray *choices;
  GtkWidget *message;
  GtkWidget *merge;
} MergeDialog;

static void
merge_dialog_free (gpointer data)
{
  MergeDialog *self = data;

  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_free (self);
}

static EntRecord *
get_other (MergeDialog *self)
{
  return ent_project_get (ent_session_get_project (self->session),
                          ent_known_row_get_picked (ENT_SUGGESTION_ROW (self->other)));
}

static char *
dup_words (MergeDialog *self, EntRecord *record, const EntColumn *column)
{
  const char *lang = ent_session_get_lang (self->session);
  g_autofree char *value = ent_record_dup_value (record, column);

  if (column->kind == ENT_KIND_REFERENCE)
    return ent_project_dup_title (ent_session_get_project (self->session),
                                  ent_record_get_reference (record, column), lang);

  return ent_column_display (column, value, lang);
}

static void
add_choice (MergeDialog *self, guint column, const char *left, const char *right)
{
  const EntColumn *field = &ent_record_get_table (self->record)->columns[column];
  const char *const values[] = { left, right, NULL };
  g_autofree char *both = g_strdup_printf ("%s ↔ %s", left, right);
  g_autoptr (GtkStringList) words = gtk_string_list_new (values);
  Choice choice = { column, adw_combo_row_new () };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice.row),
                                 ent_words (ent_session_get_lang (self->session), field->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choice.row), both);
  adw_combo_row_set_model (ADW_COMBO_ROW (choice.row), G_LIST_MODEL (words));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->preview), choice.row);
  g_array_append_val (self->choices, choice);
}

static guint
count_references (MergeDialog *self, EntRecord *other)
{
  guint n;

  ent_project_get_referrers (ent_session_get_project (self->session), ent_record_get_id (other),
                             &n);
  return n;
}

/* "Ville de Hué" goes; 12 references lead to "Hué" then. */
static char *
describe (MergeDialog *self, EntRecord *other)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  guint n = count_references (self, other);
  g_autofree char *gone = ent_record_dup_title (other, project, lang);
  g_autofree char *kept = ent_record_dup_title (self->record, project, lang);

  return g_strdup_printf (
      ngettext ("“%1$s” becomes another name of “%2$s”, to which %3$u reference leads then.",
                "“%1$s” becomes another name of “%2$s”, to which %3$u references lead then.", n),
      gone, kept, n);
}

static void
fill_preview (MergeDialog *self, EntRecord *other)
{
  const EntTable *table = ent_record_get_table (self->record);
  g_autofree char *description = describe (self, other);

  self->preview = adw_preferences_group_new ();
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *left = dup_words (self, self->record, &table->columns[i]);
      g_autofree char *right = dup_words (self, other, &table->columns[i]);

      if (ent_record_has_value (self->record, &table->columns[i])
          && ent_record_has_value (other, &table->columns[i]) && g_strcmp0 (left, right) != 0)
        add_choice (self, i, left, right);
    }
  if (self->choices->len > 0)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->preview), _("Where They Differ"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->preview), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page),
                            ADW_PREFERENCES_GROUP (self->preview));
}

static void
other_changed_cb (MergeDialog *self)
{
  EntRecord *other = get_other (self);

  g_array_set_size (self->choices, 0);
  if (self->preview)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page),
                                 ADW_PREFERENCES_GROUP (self->preview));
  self->preview = NULL;
  if (other)
    fill_preview (self, other);
  gtk_widget_set_sensitive (self->merge, other != NULL);
  gtk_widget_set_visible (self->message, FALSE);
}

static void
show_problem (MergeDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence);
  gtk_widget_set_visible (self->message, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->message), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
merge_cb (MergeDialog *self)
{
  const EntTable *table = ent_record_get_table (self->record);
  g_autofree gboolean *taken = g_new0 (gboolean, table->n_columns);
  g_autoptr (GError) error = NULL;
  EntRecord *other = get_other (self);

  if (!other)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      taken[choice->column] = adw_combo_row_get_selected (ADW_COMBO_ROW (choice->row)) == 1;
    }
  if (ent_store_merge (ent_session_get_store (self->session), ent_record_get_id (self->record),
                       ent_record_get_id (other), taken, &error))
    adw_dialog_close (self->dialog);
  else
    show_problem (self, error->message);
}

static void
fill_dialog (MergeDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_dialog_set_title (self->dialog, _("Merge"));
  adw_dialog_set_content_width (self->dialog, 480);
  adw_dialog_set_content_height (self->dialog, 560);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("When the same one was recorded twice. It can be undone in one step."));

  self->other = ent_known_row_new (self->session, ent_record_get_table (self->record),
                                   _("Merge with"));
  ent_known_row_set_but (ENT_SUGGESTION_ROW (self->other), ent_record_get_id (self->record));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->other);
  ent_accessible_name_list (self->other, _("Merge"));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->message);

  self->page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (
      ADW_TOOLBAR_VIEW (view),
      ent_dialog_header_new (self->dialog, _("_Merge"), G_CALLBACK (merge_cb), self));
  self->merge = adw_dialog_get_default_widget (self->dialog);
  gtk_widget_set_sensitive (self->merge, FALSE);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->page);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, self->other);
  /* After the row itself has seen who is meant. */
  g_signal_connect_data (self->other, "changed", G_CALLBACK (other_changed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * ent_merge_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 * @record: the record that stays
 *
 * Asks for another record of its type, shows where the two differ and makes one of them, as one
 * undo step.
 */
void
ent_merge_dialog_present (GtkWidget *widget, EntSession *session, EntRecord *record)
{
  MergeDialog *self = g_new0 (MergeDialog, 1);

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-merge-dialog", self, merge_dialog_free);
  fill_dialog (self);
  adw_dialog_present (self->dialog, widget);
}
