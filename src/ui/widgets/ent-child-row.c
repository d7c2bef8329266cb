/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-child-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/ent-words.h"
#include "model/ent-page.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-add-dialog.h"
#include "ui/widgets/ent-document-file.h"
#include "ui/widgets/ent-field-row.h"
#include "ui/widgets/ent-open-button.h"
#include "ui/widgets/ent-thumbnail.h"

#define THUMBNAIL_SIZE 48

struct _EntChildRow
{
  AdwExpanderRow parent_instance;

  EntSession *session;
  EntRecord *record;
  const EntChildSpec *spec;
  gboolean filled;

  GPtrArray *fields; /* the form rows of its own columns */
  GPtrArray *nested; /* EntChildRow */
  GtkWidget *open_button;
  GtkWidget *add_row;
  GtkWidget *tools_row;
};

G_DEFINE_FINAL_TYPE (EntChildRow, ent_child_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_listed (const EntChildSpec *spec, EntProject *project, EntRecord *record)
{
  const EntColumn *column = spec->filter_column
                                ? ent_table_find_column (spec->table, spec->filter_column)
                                : NULL;

  if (column && g_strcmp0 (ent_record_get_string (record, column), spec->filter_value) != 0)
    return FALSE;
  if (spec->any_target_only && ENT_IS_LINK (record))
    {
      EntRecord *target = ent_project_get (project, ENT_LINK (record)->target);

      return target && ent_record_is (target, spec->any_target);
    }

  return TRUE;
}

/**
 * ent_child_spec_get_records:
 * @spec: which records
 * @session: the session
 * @parent: the record they hang on
 *
 * Returns: (transfer container) (element-type EntRecord): the records, in order
 */
GPtrArray *
ent_child_spec_get_records (const EntChildSpec *spec, EntSession *session, EntRecord *parent)
{
  EntProject *project = ent_session_get_project (session);
  GPtrArray *records = ent_project_get_children (project, ent_record_get_id (parent), spec->table,
                                                 spec->owner);

  for (guint i = records->len; i > 0; i--)
    if (!is_listed (spec, project, g_ptr_array_index (records, i - 1)))
      g_ptr_array_remove_index (records, i - 1);
  if (spec->sort)
    spec->sort (project, parent, records);

  return records;
}

static char *
dup_field_words (EntChildRow *self, const char *name)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  const EntColumn *column = ent_table_find_column (self->spec->table, name);
  g_autofree char *value = NULL;

  if (column->kind == ENT_KIND_REFERENCE)
    return ent_project_dup_title (project, ent_record_get_reference (self->record, column), lang);
  if (column->flags & ENT_COLUMN_TRANSLATABLE)
    return g_strdup (ent_record_get_text (self->record, column, lang, NULL));

  value = ent_record_dup_value (self->record, column);
  return value ? ent_column_display (column, value, lang) : NULL;
}

static char *
dup_subtitle (EntChildRow *self)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; self->spec->subtitles && self->spec->subtitles[i]; i++)
    {
      g_autofree char *words = dup_field_words (self, self->spec->subtitles[i]);

      if (words && *words)
        g_string_append_printf (subtitle, "%s%s", subtitle->len ? " · " : "", words);
    }

  if (self->spec->dup_state)
    {
      g_autofree char *state = self->spec->dup_state (ent_session_get_project (self->session),
                                                      self->record);

      if (state && *state)
        g_string_append_printf (subtitle, "%s%s", subtitle->len ? " · " : "", state);
    }

  return g_string_free_and_steal (g_steal_pointer (&subtitle));
}

static gboolean
is_shown_column (EntChildRow *self, const EntColumn *column)
{
  if (column->flags & (ENT_COLUMN_OWNER | ENT_COLUMN_ORDER | ENT_COLUMN_CODE))
    return FALSE;
  if (self->spec->hidden && g_strv_contains (self->spec->hidden, column->name))
    return ent_record_has_value (self->record, column);
  if (self->spec->filter_column && g_str_equal (column->name, self->spec->filter_column))
    return FALSE;

  return column->kind != ENT_KIND_REFERENCE || !g_str_equal (column->target, "record");
}

static void
delete_cb (EntChildRow *self)
{
  ent_session_delete (self->session, ent_record_get_id (self->record));
}

/* Swaps places with the brother before (-1) or after (1). */
static void
move (EntChildRow *self, int step)
{
  const EntColumn *owner = ent_table_find_column (self->spec->table, self->spec->owner);
  const EntColumn *position = ent_table_find_column (self->spec->table, "position");
  EntProject *project = ent_session_get_project (self->session);
  EntRecord *parent = ent_project_get (project, ent_record_get_reference (self->record, owner));
  g_autoptr (GPtrArray) brothers = ent_child_spec_get_records (self->spec, self->session, parent);
  g_autoptr (EntAction) action = NULL;
  g_autoptr (GError) error = NULL;
  guint index;

  if (!g_ptr_array_find (brothers, self->record, &index))
    return;
  if ((step < 0 && index == 0) || (step > 0 && index + 1 >= brothers->len))
    return;

  g_ptr_array_remove_index (brothers, index);
  g_ptr_array_insert (brothers, (int) index + step, self->record);
  action = ent_store_begin (ent_session_get_store (self->session), N_ ("Change the order"), NULL,
                            NULL);
  for (guint i = 0; i < brothers->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      if (!ent_action_set (action, ent_record_get_id (g_ptr_array_index (brothers, i)), position,
                           place, &error))
        {
          ent_session_report (self->session, error);
          return;
        }
    }
  if (!ent_action_commit (action, &error))
    ent_session_report (self->session, error);
}

static void
move_up_cb (EntChildRow *self)
{
  move (self, -1);
}

static void
move_down_cb (EntChildRow *self)
{
  move (self, 1);
}

static char *
dup_title (EntChildRow *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  char *title = self->spec->dup_title ? self->spec->dup_title (project, self->record, lang) : NULL;

  return title ? title : ent_record_dup_title (self->record, project, lang);
}

static void
append_tool (
    EntChildRow *self, GtkWidget *box, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *title = dup_title (self);
  /* Translators: an act and what it is done to: "Delete: Maxime Prévot, Mayor" */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), name, title);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
act_cb (EntChildRow *self, GtkWidget *button)
{
  const EntChildAct *act = g_object_get_data (G_OBJECT (button), "ent-act");

  act->run (self->session, self->record);
}

static void
read_cb (EntChildRow *self)
{
  ent_document_read (self->session, self->record);
}

static void
append_acts (EntChildRow *self, GtkWidget *box)
{
  const char *read
      = ent_document_get_read_label (ent_session_get_project (self->session), self->record);

  if (read)
    append_tool (self, box, "view-paged-symbolic", read, G_CALLBACK (read_cb));
  for (const EntChildAct *act = self->spec->acts; act && act->label; act++)
    {
      append_tool (self, box, act->icon, _(act->label), G_CALLBACK (act_cb));
      g_object_set_data (G_OBJECT (gtk_widget_get_last_child (box)), "ent-act", (gpointer) act);
    }
}

static GtkWidget *
create_tools_row (EntChildRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "row-tools");
  if (ent_table_find_column (self->spec->table, "position"))
    {
      append_tool (self, box, "go-up-symbolic", _("Move Up"), G_CALLBACK (move_up_cb));
      append_tool (self, box, "go-down-symbolic", _("Move Down"), G_CALLBACK (move_down_cb));
    }
  append_acts (self, box);
  append_tool (self, box, "user-trash-symbolic", _("Delete"), G_CALLBACK (delete_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
add_nested_cb (EntChildRow *self)
{
  ent_add_dialog_present (GTK_WIDGET (self), self->session, self->record, self->spec->nested);
}

static void
remove_nested_rows (EntChildRow *self)
{
  for (guint i = 0; i < self->nested->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->nested, i));
  g_ptr_array_set_size (self->nested, 0);
  if (self->add_row)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->add_row);
  if (self->tools_row)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->tools_row);
}

static gboolean
shows_same_nested (EntChildRow *self, GPtrArray *records)
{
  gboolean same = self->tools_row != NULL && records->len == self->nested->len;

  for (guint i = 0; same && i < records->len; i++)
    same = ent_child_row_get_record (g_ptr_array_index (self->nested, i))
           == g_ptr_array_index (records, i);

  return same;
}

static void
fill_nested (EntChildRow *self)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->spec->nested)
    records = ent_child_spec_get_records (self->spec->nested, self->session, self->record);
  else
    records = g_ptr_array_new ();

  if (shows_same_nested (self, records))
    {
      for (guint i = 0; i < self->nested->len; i++)
        ent_child_row_refresh (g_ptr_array_index (self->nested, i));
      return;
    }

  remove_nested_rows (self);
  for (guint i = 0; i < records->len; i++)
    {
      GtkWidget *row = ent_child_row_new (self->session, g_ptr_array_index (records, i),
                                          self->spec->nested);

      g_ptr_array_add (self->nested, g_object_ref_sink (row));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }

  if (self->spec->nested && !self->add_row)
    {
      self->add_row = g_object_ref_sink (adw_button_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row),
                                     _(self->spec->nested->add_label));
      adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_row), "list-add-symbolic");
      g_signal_connect_object (self->add_row, "activated", G_CALLBACK (add_nested_cb), self,
                               G_CONNECT_SWAPPED);
    }
  if (!self->tools_row)
    self->tools_row = g_object_ref_sink (create_tools_row (self));
  if (self->add_row)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->tools_row);
}

static EntRecord *
get_opened_record (EntChildRow *self)
{
  const EntColumn *column = ent_table_find_column (self->spec->table, self->spec->opens);

  return ent_project_get (ent_session_get_project (self->session),
                          ent_record_get_reference (self->record, column));
}

/* What is said of the record it leads to, such as the language of a document. */
static void
add_opened_fields (EntChildRow *self)
{
  EntRecord *opened = self->spec->opened_columns ? get_opened_record (self) : NULL;

  for (guint i = 0; opened && self->spec->opened_columns[i]; i++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (self),
        ent_field_row_new (
            self->session, opened,
            ent_table_find_column (ent_record_get_table (opened), self->spec->opened_columns[i])));
}

static void
add_field (EntChildRow *self, const EntColumn *column)
{
  GtkWidget *row = ent_field_row_new (self->session, self->record, column);

  g_object_set_data (G_OBJECT (row), "ent-column", (gpointer) column);
  g_ptr_array_add (self->fields, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Another kind asks for other fields. */
static void
refresh_fields (EntChildRow *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->fields, i);

      gtk_widget_set_visible (
          row, ent_record_shows (self->record, g_object_get_data (G_OBJECT (row), "ent-column")));
    }
}

/* The form is made when the row is opened for the first time: a page of forty commitments
 * shows at once. */
static void
expanded_cb (EntChildRow *self)
{
  const EntTable *table;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  table = self->spec->table;
  for (guint i = 0; i < table->n_columns; i++)
    if (is_shown_column (self, &table->columns[i]))
      add_field (self, &table->columns[i]);
  if (self->fields->len > 0)
    ent_accessible_name_list (g_ptr_array_index (self->fields, 0), _(table->label));
  refresh_fields (self);
  add_opened_fields (self);
  self->filled = TRUE;
  fill_nested (self);
}

static void
ent_child_row_dispose (GObject *object)
{
  EntChildRow *self = ENT_CHILD_ROW (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->nested, g_ptr_array_unref);
  g_clear_object (&self->add_row);
  g_clear_object (&self->tools_row);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_child_row_parent_class)->dispose (object);
}

static void
ent_child_row_class_init (EntChildRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_child_row_dispose;
}

static void
ent_child_row_init (EntChildRow *self)
{
  self->fields = g_ptr_array_new ();
  self->nested = g_ptr_array_new_with_free_func (g_object_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 3);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/* What a row that names something leads to: the record itself, what it links to, or the first
 * of what it ties together that has a page, other than the one it is on. */
static EntId
get_opened (EntChildRow *self)
{
  const EntTable *table = self->spec->table;
  EntProject *project = ent_session_get_project (self->session);

  if (self->spec->opens)
    return ent_record_get_reference (self->record,
                                     ent_table_find_column (table, self->spec->opens));
  if (ent_table_owns_page (table))
    return ent_record_get_id (self->record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const EntColumn *column = &table->columns[i];
      EntRecord *target;

      if (column->kind != ENT_KIND_REFERENCE || g_str_equal (column->name, self->spec->owner))
        continue;
      target = ent_project_get (project, ent_record_get_reference (self->record, column));
      if (target
          && (ENT_IS_LINK (self->record) || ent_table_owns_page (ent_record_get_table (target))))
        return ent_record_get_id (target);
    }

  return ENT_ID_NONE;
}

static void
open_cb (EntChildRow *self)
{
  ent_session_show (self->session, get_opened (self));
}

static void
add_open_button (EntChildRow *self)
{
  self->open_button = ent_open_button_new ();
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->open_button);
}

static void
add_thumbnail (EntChildRow *self)
{
  EntRecord *document = get_opened_record (self);
  GtkWidget *thumbnail;

  if (!document || !ENT_IS_DOCUMENT (document))
    return;
  thumbnail = ent_thumbnail_new (self->session, ENT_DOCUMENT (document), THUMBNAIL_SIZE);
  gtk_widget_set_size_request (thumbnail, THUMBNAIL_SIZE, THUMBNAIL_SIZE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), thumbnail);
  /* The box it is in would leave a gap where there is no picture. */
  g_object_bind_property (thumbnail, "visible", gtk_widget_get_parent (thumbnail), "visible",
                          G_BINDING_SYNC_CREATE);
}

/**
 * ent_child_row_new:
 * @session: the session
 * @record: the record the row stands for
 * @spec: the list it is in
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_child_row_new (EntSession *session, EntRecord *record, const EntChildSpec *spec)
{
  EntChildRow *self = g_object_new (ENT_TYPE_CHILD_ROW, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->spec = spec;
  add_open_button (self);
  if (spec->attaches)
    add_thumbnail (self);
  ent_child_row_refresh (self);

  return GTK_WIDGET (self);
}

EntRecord *
ent_child_row_get_record (EntChildRow *self)
{
  return self->record;
}

/**
 * ent_child_row_refresh:
 * @self: a row
 *
 * Shows title, subtitle and what hangs on the record as they are now.
 */
void
ent_child_row_refresh (EntChildRow *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *subtitle = dup_subtitle (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  /* An expander row does not name itself after the title it shows. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  ent_open_button_set_target (self->open_button, self->session, get_opened (self));
  if (!self->filled)
    return;
  refresh_fields (self);
  fill_nested (self);
}

/* Whether @record is listed under @parent, or further down. */
static gboolean
holds (const EntChildSpec *spec, EntSession *session, EntRecord *parent, EntRecord *record)
{
  g_autoptr (GPtrArray) records = NULL;

  if (!spec)
    return FALSE;

  records = ent_child_spec_get_records (spec, session, parent);
  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *child = g_ptr_array_index (records, i);

      if (child == record || holds (spec->nested, session, child, record))
        return TRUE;
    }

  return FALSE;
}

/**
 * ent_child_row_find:
 * @self: a row
 * @record: a record
 *
 * Opens the rows that @record's row is behind.
 *
 * Returns: (transfer none) (nullable): the row of @record, this one or one inside it
 */
EntChildRow *
ent_child_row_find (EntChildRow *self, EntRecord *record)
{
  if (self->record == record)
    return self;
  if (!holds (self->spec->nested, self->session, self->record, record))
    return NULL;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->nested->len; i++)
    {
      EntChildRow *found = ent_child_row_find (g_ptr_array_index (self->nested, i), record);

      if (found)
        return found;
    }

  return NULL;
}
