/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/overview/ent-overview-view.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-due.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-acts.h"
#include "ui/widgets/ent-due-line.h"
#include "ui/widgets/ent-due-words.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-list-menu.h"
#include "ui/widgets/ent-place-view.h"
#include "ui/widgets/ent-save-status.h"
#include "ui/widgets/ent-undo-buttons.h"

#define LINES_AT_FIRST 5

struct _EntOverviewView
{
  AdwBreakpointBin parent_instance;

  AdwBin *save_slot;
  AdwBin *undo_slot;
  AdwBin *menu_slot;
  AdwPreferencesGroup *inbox;
  GtkEditable *note_entry;
  GtkBox *groups;
  GtkWidget *nothing;

  EntSession *session;
  gboolean shows_all[ENT_DUE_N_GROUPS];
  GPtrArray *lines; /* lines of the inbox */
  GPtrArray *dues;  /* EntDue: what is shown */
};

static void place_view_init (EntPlaceViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntOverviewView,
                               ent_overview_view,
                               ADW_TYPE_BREAKPOINT_BIN,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_PLACE_VIEW, place_view_init))

static void
note (EntPlaceView *place)
{
  gtk_widget_grab_focus (GTK_WIDGET (ENT_OVERVIEW_VIEW (place)->note_entry));
}

static void
place_view_init (EntPlaceViewInterface *iface)
{
  iface->note = note;
}

static void
note_activated_cb (EntOverviewView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->note_entry)));

  if (*text && ent_act_add_note (self->session, text))
    gtk_editable_set_text (self->note_entry, "");
}

static GtkWidget *
create_row (EntOverviewView *self, const EntDue *due)
{
  return ent_act_line_create_row (ENT_ACT_LINE (ent_due_line_new (self->session, due)));
}

/* What is to be done in a group, then what is only told: the anniversaries, and the agreements
 * of others. */
static GPtrArray *
take_of_group (GPtrArray *dues, EntDueGroup group)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < dues->len; i++)
    {
      const EntDue *due = g_ptr_array_index (dues, i);

      if (ent_due_get_group (due) == group && due->rule != ENT_DUE_ANNIVERSARY
          && due->rule != ENT_DUE_FOLLOWED)
        g_ptr_array_add (taken, (gpointer) due);
    }

  return taken;
}

static GPtrArray *
take_of_rule (GPtrArray *dues, EntDueRule rule)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < dues->len; i++)
    if (((const EntDue *) g_ptr_array_index (dues, i))->rule == rule)
      g_ptr_array_add (taken, g_ptr_array_index (dues, i));

  return taken;
}

static void
show_all_cb (GtkButton *button, EntOverviewView *self)
{
  EntDueGroup group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));

  self->shows_all[group] = !self->shows_all[group];
  ent_follow_request (GTK_WIDGET (self));
}

static GtkWidget *
create_show_all (EntOverviewView *self, EntDueGroup group, guint n_lines)
{
  g_autofree char *label = self->shows_all[group]
      ? g_strdup (_("Show Fewer"))
      : g_strdup_printf (ngettext ("Show All %u", "Show All %u", n_lines), n_lines);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "group", GUINT_TO_POINTER (group));
  g_signal_connect (button, "clicked", G_CALLBACK (show_all_cb), self);

  return button;
}

static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ent_act_line_connect_list (GTK_LIST_BOX (list));

  return list;
}

/* Once, when it is first opened: until then nobody sees them. */
static void
told_expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, EntOverviewView *self)
{
  g_autoptr (GPtrArray) dues = g_object_steal_data (G_OBJECT (expander), "ent-told");
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (expander));

  for (guint i = 0; dues && i < dues->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (dues, i));

      adw_expander_row_add_row (expander, row);
      ent_accessible_name_list (row, title);
    }
}

/* Lines that are only told stand behind a row that opens; a single one needs no such row. */
static void
append_told (EntOverviewView *self, GtkWidget *list, GPtrArray *dues, char *title)
{
  g_autofree char *owned = title;
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  const EntDue *first;
  g_autofree char *what = NULL;
  g_autofree char *why = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *expander;

  if (dues->len == 0)
    return;

  first = g_ptr_array_index (dues, 0);
  expander = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), owned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, owned,
                                  -1);
  what = ent_due_dup_title_words (project, first, lang);
  why = ent_due_dup_reason_words (project, first, lang);
  subtitle = g_strdup_printf ("%s · %s", what, why);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  g_object_set_data_full (G_OBJECT (expander), "ent-told", g_ptr_array_ref (dues),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (told_expanded_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
}

static char *
dup_anniversaries_title (GPtrArray *anniversaries)
{
  const EntDue *first, *last;
  g_autoptr (EntDate) from = NULL;
  g_autoptr (EntDate) to = NULL;

  if (anniversaries->len == 0)
    return NULL;
  first = g_ptr_array_index (anniversaries, 0);
  last = g_ptr_array_index (anniversaries, anniversaries->len - 1);
  from = ent_date_new_day (first->date);
  to = ent_date_new_day (last->date);

  /* Translators: two years, such as 2026 and 2029 */
  return g_strdup_printf (_("Anniversaries %1$.4s–%2$.4s"), ent_date_get_text (from),
                            ent_date_get_text (to));
}

static void
append_group (EntOverviewView *self, EntDueGroup group, GPtrArray *dues)
{
  g_autoptr (GPtrArray) lines = take_of_group (dues, group);
  g_autoptr (GPtrArray) anniversaries = take_of_rule (dues, ENT_DUE_ANNIVERSARY);
  g_autoptr (GPtrArray) followed = take_of_rule (dues, ENT_DUE_FOLLOWED);
  gboolean ahead = group == ENT_DUE_GROUP_AHEAD;
  guint n_told = ahead ? (anniversaries->len > 0) + (followed->len > 0) : 0;
  guint n_first = LINES_AT_FIRST - n_told;
  guint n_shown = self->shows_all[group] ? lines->len : MIN (lines->len, n_first);
  const char *name = ent_due_group_get_words (group);
  g_autofree char *title = NULL;
  GtkWidget *box, *list;

  if (lines->len + n_told == 0)
    return;

  /* Translators: heading of a group of lines and their number */
  title = lines->len > 1 ? g_strdup_printf (_("%1$s (%2$u)"), name, lines->len) : g_strdup (name);
  box = adw_preferences_group_new ();
  list = create_list (name);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box), title);
  if (lines->len > n_first)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (box),
                                             create_show_all (self, group, lines->len));
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, g_ptr_array_index (lines, i)));
  if (ahead)
    {
      append_told (self, list, anniversaries, dup_anniversaries_title (anniversaries));
      append_told (self, list, followed, g_strdup (_("Followed")));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (box), list);
  gtk_box_append (self->groups, box);
}

/* The field for a quick note stays as it is: someone may be typing in it. */
static void
fill_inbox (EntOverviewView *self, GPtrArray *dues)
{
  g_autoptr (GPtrArray) notes = take_of_group (dues, ENT_DUE_GROUP_INBOX);
  gboolean all = self->shows_all[ENT_DUE_GROUP_INBOX];

  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->inbox, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);

  for (guint i = 0; i < notes->len && (all || i < LINES_AT_FIRST); i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (notes, i));

      g_ptr_array_add (self->lines, row);
      adw_preferences_group_add (self->inbox, row);
    }
  adw_preferences_group_set_title (
      self->inbox, notes->len > 0 ? ent_due_group_get_words (ENT_DUE_GROUP_INBOX) : "");
  adw_preferences_group_set_header_suffix (
      self->inbox,
      notes->len > LINES_AT_FIRST ? create_show_all (self, ENT_DUE_GROUP_INBOX, notes->len) : NULL);
}

/* Which group and line have the focus, so that it goes on to the next line when one is settled. */
static gboolean
find_focus (EntOverviewView *self, guint *group, guint *line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *box;

  *group = 0;
  if (!focus)
    return FALSE;
  for (box = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); box;
       box = gtk_widget_get_next_sibling (box), (*group)++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

      if (!gtk_widget_is_ancestor (focus, box))
        continue;
      *line = row ? (guint) MAX (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), 0) : 0;
      return TRUE;
    }

  return FALSE;
}

static GtkListBox *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, "boxed-list")
      && gtk_widget_get_first_child (widget))
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *list = find_list (child);

      if (list)
        return list;
    }

  return NULL;
}

static void
restore_focus (EntOverviewView *self, guint group, guint line)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
  GtkListBox *list;
  GtkListBoxRow *row = NULL;

  for (guint i = 0; i < group && box && gtk_widget_get_next_sibling (box); i++)
    box = gtk_widget_get_next_sibling (box);
  list = box ? find_list (box) : NULL;
  for (int i = (int) line; i >= 0 && list && !row; i--)
    row = gtk_list_box_get_row_at_index (list, i);
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}

static void
fill (EntOverviewView *self)
{
  g_autoptr (GPtrArray) dues = ent_due_get (ent_session_get_project (self->session),
                                            ent_session_get_today (self->session));
  guint group = 0, line = 0;
  gboolean focused = find_focus (self, &group, &line);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))))
    gtk_box_remove (self->groups, child);
  fill_inbox (self, dues);
  for (guint i = ENT_DUE_GROUP_ENDS; i < ENT_DUE_N_GROUPS; i++)
    append_group (self, i, dues);
  gtk_widget_set_visible (self->nothing, dues->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), dues->len > 0);
  if (focused)
    restore_focus (self, group, line);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  self->dues = g_steal_pointer (&dues);
}

/* Everything, also what is behind "Show All". */
static EntCells *
create_cells (GtkWidget *widget, gboolean chosen)
{
  EntOverviewView *self = ENT_OVERVIEW_VIEW (widget);
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  g_autoptr (GPtrArray) dues = ent_due_get (project, ent_session_get_today (self->session));
  EntCells *cells = ent_cells_new ();

  ent_cells_begin_row (cells, 1);
  ent_cells_take_cell (cells, g_strdup (C_ ("column", "Group")));
  ent_cells_take_cell (cells, g_strdup (C_ ("column", "What")));
  ent_cells_take_cell (cells, g_strdup (C_ ("column", "Why")));
  for (guint group = 0; group < ENT_DUE_N_GROUPS; group++)
    for (guint i = 0; i < dues->len; i++)
      {
        const EntDue *due = g_ptr_array_index (dues, i);

        if (ent_due_get_group (due) != group)
          continue;
        ent_cells_begin_row (cells, ent_cells_get_n_rows (cells) + 1);
        ent_cells_take_cell (cells, g_strdup (ent_due_group_get_words (group)));
        ent_cells_take_cell (cells, ent_due_dup_title_words (project, due, lang));
        ent_cells_take_cell (cells, ent_due_dup_reason_words (project, due, lang));
      }
  ent_cells_end (cells);

  return cells;
}

static void
add_menu (EntOverviewView *self)
{
  GtkWidget *menu = ent_list_menu_new (self->session, NULL, NULL, NULL, _("Overview"));

  adw_bin_set_child (self->menu_slot, menu);
  ent_list_menu_attach (ENT_LIST_MENU (menu), GTK_WIDGET (self), create_cells, GTK_WIDGET (self));
}

static void
ent_overview_view_dispose (GObject *object)
{
  EntOverviewView *self = ENT_OVERVIEW_VIEW (object);

  /* The bin would unparent its child once more after the template has let go of it. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_OVERVIEW_VIEW);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_overview_view_parent_class)->dispose (object);
}

static void
ent_overview_view_class_init (EntOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_overview_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, save_slot);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, menu_slot);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, inbox);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, note_entry);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, groups);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
}

static void
ent_overview_view_init (EntOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new ();
}

/**
 * ent_overview_view_new:
 * @session: the session on the project
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
ent_overview_view_new (EntSession *session)
{
  EntOverviewView *self = g_object_new (ENT_TYPE_OVERVIEW_VIEW, NULL);

  self->session = g_object_ref (session);
  ent_accessible_name_list (GTK_WIDGET (self->note_entry),
                            ent_due_group_get_words (ENT_DUE_GROUP_INBOX));
  adw_bin_set_child (self->undo_slot, ent_undo_buttons_new (session));
  adw_bin_set_child (self->save_slot, ent_save_status_new (ent_session_get_file (session)));
  add_menu (self);
  /* Later: the line that was acted on is still at work. */
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_SOON, (EntFollowFunc) fill);
  fill (self);

  return GTK_WIDGET (self);
}
