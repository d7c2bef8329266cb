/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-child-group.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "ui/widgets/ent-add-dialog.h"
#include "ui/widgets/ent-attacher.h"
#include "ui/widgets/ent-child-row.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-link-dialog.h"
#include "ui/widgets/ent-list-cells.h"
#include "ui/widgets/ent-list-menu.h"

struct _EntChildGroup
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntRecord *parent;
  const EntChildSpec *spec;

  GPtrArray *rows;         /* EntChildRow, in order */
  GPtrArray *headings;     /* char *, over each of them; NULL for none */
  GPtrArray *heading_rows; /* GtkWidget */
  GPtrArray *add_rows;     /* under them: the ways to add one */
};

G_DEFINE_FINAL_TYPE (EntChildGroup, ent_child_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_EMPTY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The heading over each record, NULL where it is that of the one before. */
static GPtrArray *
get_headings (EntChildGroup *self, GPtrArray *records)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  const char *last = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *heading = self->spec->dup_heading
                                     ? self->spec->dup_heading (
                                           ent_session_get_project (self->session),
                                           g_ptr_array_index (records, i))
                                     : NULL;

      if (g_strcmp0 (heading, last) == 0)
        {
          g_ptr_array_add (headings, NULL);
          continue;
        }
      last = heading;
      g_ptr_array_add (headings, g_steal_pointer (&heading));
    }

  return headings;
}

static gboolean
shows_same_records (EntChildGroup *self, GPtrArray *records, GPtrArray *headings)
{
  if (records->len != self->rows->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (ent_child_row_get_record (g_ptr_array_index (self->rows, i))
            != g_ptr_array_index (records, i)
        || g_strcmp0 (g_ptr_array_index (self->headings, i), g_ptr_array_index (headings, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
add_heading (EntChildGroup *self, const char *heading)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "child-heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  /* It takes the focus, or the arrow keys would not get past it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_ptr_array_add (self->heading_rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
remove_rows (EntChildGroup *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (rows, i));
}

/* What is focused inside, so that it stays so while rows change places. */
static GtkWidget *
ref_focus (EntChildGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? g_object_ref (focus) : NULL;
}

static void
restore_focus (EntChildGroup *self, GtkWidget *focus)
{
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
}

static EntChildRow *
take_row (GPtrArray *rows, EntRecord *record)
{
  for (guint i = 0; i < rows->len; i++)
    if (ent_child_row_get_record (g_ptr_array_index (rows, i)) == record)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
refresh (EntChildGroup *self)
{
  g_autoptr (GPtrArray) records
      = ent_child_spec_get_records (self->spec, self->session, self->parent);
  g_autoptr (GPtrArray) headings = get_headings (self, records);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GtkWidget) focus = NULL;
  gboolean was_empty = self->rows->len == 0;

  if (shows_same_records (self, records, headings))
    {
      for (guint i = 0; i < self->rows->len; i++)
        ent_child_row_refresh (g_ptr_array_index (self->rows, i));
      return;
    }

  /* Rows of records that stay are kept, so that what is open stays open. */
  focus = ref_focus (self);
  old = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  remove_rows (self, old);
  remove_rows (self, self->heading_rows);
  g_ptr_array_set_size (self->heading_rows, 0);
  remove_rows (self, self->add_rows);

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      EntChildRow *row = take_row (old, record);

      if (g_ptr_array_index (headings, i))
        add_heading (self, g_ptr_array_index (headings, i));
      if (row)
        ent_child_row_refresh (row);
      else
        row = ENT_CHILD_ROW (ent_child_row_new (self->session, record, self->spec));
      g_ptr_array_add (self->rows, g_object_ref_sink (row));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
    }
  for (guint i = 0; i < self->add_rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->add_rows, i));
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  self->headings = g_steal_pointer (&headings);
  restore_focus (self, focus);

  if (was_empty != (self->rows->len == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
attach_activated_cb (EntChildGroup *self)
{
  ent_attach_ask (GTK_WIDGET (self), self->session, ent_record_get_id (self->parent));
}

static void
link_activated_cb (EntChildGroup *self)
{
  ent_link_dialog_present (GTK_WIDGET (self), self->session, ent_record_get_id (self->parent));
}

static void
append_add_row (EntChildGroup *self, const char *title, const char *icon, GCallback callback)
{
  GtkWidget *row = g_object_ref_sink (adw_button_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->add_rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
create_add_rows (EntChildGroup *self)
{
  if (self->spec->attaches)
    {
      append_add_row (self, _("Attach Files…"), "mail-attachment-symbolic",
                      G_CALLBACK (attach_activated_cb));
      append_add_row (self, _("Add Link…"), "insert-link-symbolic",
                      G_CALLBACK (link_activated_cb));
    }
  append_add_row (self, _(self->spec->add_label), "list-add-symbolic",
                  G_CALLBACK (ent_child_group_add));
}

static void
ent_child_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntChildGroup *self = ENT_CHILD_GROUP (object);

  switch (prop_id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, ent_child_group_is_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_child_group_dispose (GObject *object)
{
  EntChildGroup *self = ENT_CHILD_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->heading_rows, g_ptr_array_unref);
  g_clear_pointer (&self->add_rows, g_ptr_array_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_child_group_parent_class)->dispose (object);
}

static void
ent_child_group_class_init (EntChildGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_child_group_get_property;
  object_class->dispose = ent_child_group_dispose;

  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_child_group_init (EntChildGroup *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->heading_rows = g_ptr_array_new ();
  self->add_rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What every record of the group has: what it hangs on, its filter, and what it takes over from
 * what it hangs on. */
static GStrv
dup_preset (EntRecord *parent, const EntChildSpec *spec)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *id = ent_id_to_string (ent_record_get_id (parent));

  g_strv_builder_add_many (builder, spec->owner, id, NULL);
  if (spec->filter_column && spec->filter_value)
    g_strv_builder_add_many (builder, spec->filter_column, spec->filter_value, NULL);
  for (guint i = 0; i < spec->table->n_columns; i++)
    {
      const EntColumn *column = &spec->table->columns[i];
      const EntColumn *above = ent_table_find_column (ent_record_get_table (parent), column->name);
      g_autofree char *value = NULL;

      if (!above || above->kind != ENT_KIND_REFERENCE || column->kind != ENT_KIND_REFERENCE
          || (column->flags & ENT_COLUMN_REQUIRED) == 0 || g_str_equal (column->name, spec->owner))
        continue;
      value = ent_record_dup_value (parent, above);
      if (value)
        g_strv_builder_add_many (builder, column->name, value, NULL);
    }

  return g_strv_builder_end (builder);
}

static EntCells *
create_cells (GtkWidget *widget, gboolean chosen)
{
  EntChildGroup *self = ENT_CHILD_GROUP (widget);
  g_autoptr (GPtrArray)
      records = ent_child_spec_get_records (self->spec, self->session, self->parent);
  g_auto (GStrv) preset = dup_preset (self->parent, self->spec);

  return ent_list_cells_of_records (self->session, self->spec->table, records,
                                    (const char *const *) preset);
}

static void
add_list_menu (EntChildGroup *self)
{
  g_auto (GStrv) preset = dup_preset (self->parent, self->spec);
  GtkWidget *menu = ent_list_menu_new (self->session, self->spec->table,
                                       (const char *const *) preset, self->spec->preset,
                                       _(self->spec->title));

  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), menu);
  ent_list_menu_attach (ENT_LIST_MENU (menu), GTK_WIDGET (self), create_cells, GTK_WIDGET (self));
}

/**
 * ent_child_group_new:
 * @session: the session
 * @parent: the record of the page
 * @spec: which records are listed; must outlive the group
 *
 * Returns: (transfer floating): the group, kept equal to the project
 */
GtkWidget *
ent_child_group_new (EntSession *session, EntRecord *parent, const EntChildSpec *spec)
{
  EntChildGroup *self = g_object_new (ENT_TYPE_CHILD_GROUP, NULL);

  self->session = g_object_ref (session);
  self->parent = g_object_ref (parent);
  self->spec = spec;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(spec->title));
  create_add_rows (self);
  add_list_menu (self);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}

gboolean
ent_child_group_is_empty (EntChildGroup *self)
{
  return self->rows == NULL || self->rows->len == 0;
}

/**
 * ent_child_group_add:
 * @self: a group
 *
 * Asks what a new record needs and adds it.
 */
void
ent_child_group_add (EntChildGroup *self)
{
  ent_add_dialog_present (GTK_WIDGET (self), self->session, self->parent, self->spec);
}

/**
 * ent_child_group_find:
 * @self: a group
 * @record: a record
 *
 * Opens the rows that @record's row is behind.
 *
 * Returns: (transfer none) (nullable): the row of @record
 */
GtkWidget *
ent_child_group_find (EntChildGroup *self, EntRecord *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      EntChildRow *found = ent_child_row_find (g_ptr_array_index (self->rows, i), record);

      if (found)
        return GTK_WIDGET (found);
    }

  return NULL;
}
