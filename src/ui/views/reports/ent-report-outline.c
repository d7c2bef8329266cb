/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-outline.h"

#include <glib/gi18n-lib.h>

#include "ui/views/reports/ent-report-edit.h"
#include "ui/views/reports/ent-report-outline-row.h"

struct _EntReportOutline
{
  AdwBin parent_instance;

  EntSession *session;
  GListStore *parts; /* EntReportPart */
  GtkSingleSelection *selection;
  GtkListView *list;
  EntSection *report; /* NULL while nothing is recorded */
  gboolean filling;
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReportOutline, ent_report_outline, ADW_TYPE_BIN)

/* An issued report stays as it is. */
static gboolean
is_locked (EntReportOutline *self)
{
  return !self->report || ent_report_is_issued (self->report);
}

static EntSection *
get_section (EntReportOutline *self, EntReportPart *part)
{
  EntRecord *record = part && part->section
                          ? ent_project_get (ent_session_get_project (self->session), part->section)
                          : NULL;

  return record ? ENT_SECTION (record) : NULL;
}

static void
selected_cb (EntReportOutline *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activated_cb (EntReportOutline *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
set_printed (EntReportOutline *self, EntReportPart *part, gboolean printed)
{
  EntSection *section = get_section (self, part);

  if (is_locked (self))
    return;
  if (section)
    ent_report_edit_set_omitted (self->session, section, !printed);
  else if (ent_report_part_is_table (part))
    ent_report_edit_add_table (self->session, self->report, part->kind, !printed);
}

static void
ticked_cb (EntReportOutline *self, gboolean printed, EntReportOutlineRow *row)
{
  set_printed (self, ent_report_outline_row_get_part (row), printed);
}

static void
added_cb (EntReportOutline *self, EntReportOutlineRow *row)
{
  EntReportPart *part = ent_report_outline_row_get_part (row);
  EntRecord *record = ent_project_get (ent_session_get_project (self->session), part->record);
  EntId entry = !is_locked (self) && record
                    ? ent_report_edit_tell (self->session, self->report, record)
                    : ENT_ID_NONE;

  if (entry)
    ent_report_outline_choose (self, entry);
}

static gboolean
is_entry (EntReportPart *part)
{
  return part->kind == ENT_REPORT_ENTRY;
}

/* An entry let go on a section goes to its end; on another entry, before it. A section goes
 * before a section. */
static void
dropped_cb (EntReportOutline *self, EntReportPart *dragged, EntReportOutlineRow *row)
{
  EntReportPart *target = ent_report_outline_row_get_part (row);
  EntSection *section = get_section (self, dragged);
  EntSection *goal = get_section (self, target);
  EntRecord *above;

  if (!section || !goal || is_locked (self))
    return;
  if (is_entry (dragged) && target->kind == ENT_REPORT_SECTION)
    {
      ent_report_edit_place (self->session, section, target->section, NULL);
      return;
    }
  if (!is_entry (dragged) && is_entry (target))
    {
      above = ent_project_get (ent_session_get_project (self->session), goal->parent);
      if (!above || above == ENT_RECORD (self->report))
        return;
      goal = ENT_SECTION (above);
    }
  ent_report_edit_place (self->session, section, goal->parent, goal);
}

static void
setup_cb (EntReportOutline *self, GtkListItem *item)
{
  GtkWidget *row = ent_report_outline_row_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (EntReportOutline *self, GtkListItem *item)
{
  EntReportPart *part = gtk_list_item_get_item (item);

  ent_report_outline_row_set_part (ENT_REPORT_OUTLINE_ROW (gtk_list_item_get_child (item)), part);
  gtk_list_item_set_accessible_label (item, part->heading);
}

static void
unbind_cb (EntReportOutline *self, GtkListItem *item)
{
  ent_report_outline_row_set_part (ENT_REPORT_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * ent_report_outline_step:
 * @self: an outline
 * @direction: -1 for up, 1 for down
 *
 * Moves the chosen part by one.
 *
 * Returns: whether it is one that has a place
 */
gboolean
ent_report_outline_step (EntReportOutline *self, int direction)
{
  EntSection *section = get_section (self, ent_report_outline_get_chosen (self));

  if (!section || section == self->report || is_locked (self))
    return FALSE;
  ent_report_edit_step (self->session, section, direction);

  return TRUE;
}

static gboolean
tick (EntReportOutline *self)
{
  EntReportPart *part = ent_report_outline_get_chosen (self);

  if (!part || part->what != ENT_REPORT_PART_PART)
    return FALSE;
  set_printed (self, part, part->omitted);

  return TRUE;
}

static gboolean
remove_part (EntReportOutline *self)
{
  EntReportPart *part = ent_report_outline_get_chosen (self);

  if (!part || part->what != ENT_REPORT_PART_PART || !part->section || is_locked (self))
    return FALSE;
  ent_session_delete (self->session, part->section);

  return TRUE;
}

static gboolean
key_cb (EntReportOutline *self, guint key, guint code, GdkModifierType state)
{
  gboolean alt = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  gboolean plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if (alt && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    return ent_report_outline_step (self, -1);
  if (alt && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    return ent_report_outline_step (self, 1);
  if (plain && key == GDK_KEY_space)
    return tick (self);
  if (plain && key == GDK_KEY_Delete)
    return remove_part (self);

  return FALSE;
}

static void
ent_report_outline_dispose (GObject *object)
{
  EntReportOutline *self = ENT_REPORT_OUTLINE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->report);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (ent_report_outline_parent_class)->dispose (object);
}

static void
ent_report_outline_class_init (EntReportOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_report_outline_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_REPORT_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", ENT_TYPE_REPORT_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_report_outline_init (EntReportOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->parts = g_list_store_new (ENT_TYPE_REPORT_PART);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->parts)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Outline"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * ent_report_outline_new:
 * @session: the session
 *
 * Returns: (transfer floating): an outline of nothing yet
 */
GtkWidget *
ent_report_outline_new (EntSession *session)
{
  EntReportOutline *self = g_object_new (ENT_TYPE_REPORT_OUTLINE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/* Lines that stay keep their widgets, and with them the focus; the others are put between. */
static void
take_parts (EntReportOutline *self, GPtrArray *parts)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->parts));
  guint first = 0, last = 0;

  for (; first < MIN (n_old, parts->len); first++)
    {
      g_autoptr (EntReportPart) old = g_list_model_get_item (G_LIST_MODEL (self->parts), first);

      if (!ent_report_part_is_same (old, g_ptr_array_index (parts, first)))
        break;
      ent_report_part_assign (old, g_ptr_array_index (parts, first));
    }
  for (; last < MIN (n_old, parts->len) - first; last++)
    {
      g_autoptr (EntReportPart)
          old = g_list_model_get_item (G_LIST_MODEL (self->parts), n_old - 1 - last);
      EntReportPart *part = g_ptr_array_index (parts, parts->len - 1 - last);

      if (!ent_report_part_is_same (old, part))
        break;
      ent_report_part_assign (old, part);
    }
  if (first + last < MAX (n_old, parts->len))
    g_list_store_splice (self->parts, first, n_old - first - last, parts->pdata + first,
                         parts->len - first - last);
}

static guint
find (EntReportOutline *self, EntId section, EntId record)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->parts)); i++)
    {
      g_autoptr (EntReportPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      if (section ? part->section == section : record && part->record == record)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * ent_report_outline_show:
 * @self: an outline
 * @scope: what the report is about
 * @report: (nullable): the recorded report
 * @lang: language of the headings
 *
 * Shows a report, or the same one after a change: the chosen line stays chosen wherever it went.
 */
void
ent_report_outline_show (EntReportOutline *self,
                         const EntReportScope *scope,
                         EntSection *report,
                         const char *lang)
{
  g_autoptr (GPtrArray) parts = NULL;
  EntReportPart *chosen = ent_report_outline_get_chosen (self);
  EntId section = chosen ? chosen->section : ENT_ID_NONE;
  EntId record = chosen ? chosen->record : ENT_ID_NONE;
  guint before = gtk_single_selection_get_selected (self->selection);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  guint position;

  g_set_object (&self->report, report);
  parts = ent_report_part_list (ent_session_get_project (self->session), scope, report, lang,
                                ent_session_get_today (self->session));
  self->filling = TRUE;
  take_parts (self, parts);
  position = find (self, section, record);
  if (position == GTK_INVALID_LIST_POSITION)
    position = MIN (before == GTK_INVALID_LIST_POSITION ? 0 : before, parts->len - 1);
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
  /* The focus goes with a line that went; it must not leave the list. */
  if (focused)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/**
 * ent_report_outline_choose:
 * @self: an outline
 * @section: a recorded part of the report
 */
void
ent_report_outline_choose (EntReportOutline *self, EntId section)
{
  guint position = find (self, section, ENT_ID_NONE);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * ent_report_outline_get_chosen:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the chosen line
 */
EntReportPart *
ent_report_outline_get_chosen (EntReportOutline *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}
