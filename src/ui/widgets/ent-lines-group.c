/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-lines-group.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-follow.h"

/* A row costs a millisecond: of long lists so many are shown, and so many more when asked for. */
#define N_FIRST 25
#define N_MORE 50

struct _EntLinesGroup
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntRecord *record;
  EntLinesFunc collect;
  gboolean titled;

  GPtrArray *lines;
  GPtrArray *rows;
  guint n_shown; /* at most so many lines */
};

G_DEFINE_FINAL_TYPE (EntLinesGroup, ent_lines_group, ADW_TYPE_PREFERENCES_GROUP)

static void
line_free (gpointer data)
{
  EntLine *line = data;

  g_free (line->title);
  g_free (line->subtitle);
  g_clear_object (&line->acted);
  g_free (line);
}

GPtrArray *
ent_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

/**
 * ent_lines_add:
 * @lines: (element-type EntLine): lines
 * @title: (transfer full): what is read first
 * @subtitle: (transfer full) (nullable): what stands under it
 * @target: whose page it opens, or none
 */
void
ent_lines_add (GPtrArray *lines, char *title, char *subtitle, EntId target)
{
  EntLine *line = g_new0 (EntLine, 1);

  line->title = title;
  line->subtitle = subtitle;
  line->target = target;
  g_ptr_array_add (lines, line);
}

/**
 * ent_lines_add_named:
 * @lines: (element-type EntLine): lines
 * @name: what it is about
 * @words: (transfer full) (nullable): what is to be said of it; no line when %NULL
 * @target: whose page it opens, or none
 */
void
ent_lines_add_named (GPtrArray *lines, const char *name, char *words, EntId target)
{
  if (!words)
    return;

  ent_lines_add (lines, g_strdup (name), words, target);
  ((EntLine *) g_ptr_array_index (lines, lines->len - 1))->named = TRUE;
}

/**
 * ent_lines_set_act:
 * @lines: (element-type EntLine): lines, of which the last is meant
 * @label: msgid of the button
 * @act: what it does
 * @record: what it does it to
 */
void
ent_lines_set_act (GPtrArray *lines,
                   const char *label,
                   void (*act) (EntSession *session, EntRecord *record),
                   EntRecord *record)
{
  EntLine *line = g_ptr_array_index (lines, lines->len - 1);

  line->act_label = label;
  line->act = act;
  line->acted = g_object_ref (record);
}

static void
act_cb (EntLinesGroup *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ent-line"));
  const EntLine *line = g_ptr_array_index (self->lines, index);
  g_autoptr (EntRecord) acted = g_object_ref (line->acted);

  line->act (self->session, acted);
}

static GtkWidget *
create_act (EntLinesGroup *self, const EntLine *line, guint index)
{
  GtkWidget *button = gtk_button_new_with_label (_(line->act_label));
  /* Translators: an act and what it is done to: "Delete: Maxime Prévot, Mayor" */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), _(line->act_label), line->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "ent-line", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (act_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
activated_cb (EntLinesGroup *self, GtkWidget *row)
{
  const EntId *target = g_object_get_data (G_OBJECT (row), "ent-target");

  ent_session_show (self->session, *target);
}

static GtkWidget *
create_row (EntLinesGroup *self, const EntLine *line, guint index)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  if (line->subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->subtitle);
  if (line->named)
    gtk_widget_add_css_class (row, "property");
  if (line->act)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_act (self, line, index));
  if (line->target)
    {
      g_object_set_data_full (G_OBJECT (row), "ent-target",
                              g_memdup2 (&line->target, sizeof line->target), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
    }

  return row;
}

static gboolean
are_same_lines (GPtrArray *a, GPtrArray *b)
{
  if (!a || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const EntLine *left = g_ptr_array_index (a, i);
      const EntLine *right = g_ptr_array_index (b, i);

      if (left->target != right->target || left->acted != right->acted
          || g_strcmp0 (left->title, right->title) != 0
          || g_strcmp0 (left->subtitle, right->subtitle) != 0)
        return FALSE;
    }

  return TRUE;
}

static void show_more_cb (EntLinesGroup *self);

static void
append_row (EntLinesGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* As many lines as are to be shown, and the way to those that follow. */
static void
append_rows (EntLinesGroup *self)
{
  guint n_shown = MIN (self->lines->len, self->n_shown);
  g_autofree char *words = NULL;
  GtkWidget *more;

  for (guint i = self->rows->len; i < n_shown; i++)
    append_row (self, create_row (self, g_ptr_array_index (self->lines, i), i));
  if (n_shown == self->lines->len)
    return;

  /* Translators: shows further lines of a list; how many there are */
  words = g_strdup_printf (_("Show More (%u)"), self->lines->len - n_shown);
  more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), words);
  g_signal_connect_object (more, "activated", G_CALLBACK (show_more_cb), self, G_CONNECT_SWAPPED);
  append_row (self, more);
}

/* The focus goes on to the first of them. */
static void
show_more_cb (EntLinesGroup *self)
{
  guint last = self->rows->len - 1;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, last));
  g_ptr_array_set_size (self->rows, last);
  self->n_shown += N_MORE;
  append_rows (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, last));
}

static void
refresh (EntLinesGroup *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (!ent_project_get (ent_session_get_project (self->session), ent_record_get_id (self->record)))
    return;

  /* Rows that say the same stay: the focus may be on one of them. */
  lines = self->collect (self->session, self->record);
  if (are_same_lines (self->lines, lines))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  append_rows (self);
  if (self->rows->len > 0 && !self->titled)
    ent_accessible_name_list (g_ptr_array_index (self->rows, 0), _("At a glance"));
  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0);
}

static void
ent_lines_group_dispose (GObject *object)
{
  EntLinesGroup *self = ENT_LINES_GROUP (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_lines_group_parent_class)->dispose (object);
}

static void
ent_lines_group_class_init (EntLinesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_lines_group_dispose;
}

static void
ent_lines_group_init (EntLinesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->n_shown = N_FIRST;
}

/**
 * ent_lines_group_new:
 * @session: the session
 * @record: what the lines are about
 * @title: (nullable): the heading, in the language of the interface
 * @collect: gives the lines
 *
 * Returns: (transfer floating): the group, kept equal to the project
 */
GtkWidget *
ent_lines_group_new (EntSession *session,
                     EntRecord *record,
                     const char *title,
                     EntLinesFunc collect)
{
  EntLinesGroup *self = g_object_new (ENT_TYPE_LINES_GROUP, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->collect = collect;
  self->titled = title != NULL;
  if (title)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
