/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-outline-row.h"

#include <glib/gi18n-lib.h>

#define INDENT 18

struct _EntReportOutlineRow
{
  GtkWidget parent_instance;

  GtkLabel *group_label;
  GtkWidget *box;
  GtkCheckButton *check;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *add_button;

  EntReportPart *part;
  gboolean showing;
};

enum
{
  TICKED,
  ADDED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReportOutlineRow, ent_report_outline_row, GTK_TYPE_WIDGET)

static void
toggled_cb (EntReportOutlineRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TICKED], 0, gtk_check_button_get_active (self->check));
}

static void
added_cb (EntReportOutlineRow *self)
{
  g_signal_emit (self, signals[ADDED], 0);
}

/* Only what is recorded has a place that can be changed. */
static gboolean
can_move (EntReportOutlineRow *self)
{
  return self->part && self->part->what == ENT_REPORT_PART_PART && self->part->section;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, EntReportOutlineRow *self)
{
  if (!can_move (self))
    return NULL;

  return gdk_content_provider_new_typed (ENT_TYPE_REPORT_PART, self->part);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, EntReportOutlineRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntReportOutlineRow *self)
{
  EntReportPart *dragged = g_value_get_object (value);

  if (!can_move (self) || dragged == self->part)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, dragged);

  return TRUE;
}

static void
show_count (EntReportOutlineRow *self)
{
  gboolean counts = self->part->what == ENT_REPORT_PART_PART
                    && !ent_report_part_is_table (self->part);
  g_autofree char *count = g_strdup_printf ("%u", self->part->told->len);
  g_autofree char *words = g_strdup_printf (ngettext ("%u fact", "%u facts", self->part->told->len),
                                            self->part->told->len);

  gtk_label_set_text (self->count, counts ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), counts ? words : NULL);
}

static void
show (EntReportOutlineRow *self)
{
  const EntReportPart *part = self->part;
  gboolean missing = part->what == ENT_REPORT_PART_MISSING;
  gboolean root = part->what == ENT_REPORT_PART_ROOT;
  /* Translators: a box to tick; %s is the heading of a part of a report. */
  g_autofree char *name = g_strdup_printf (_("Print “%s”"), part->heading);
  /* Translators: %s is what a report does not tell yet. */
  g_autofree char *add_name = g_strdup_printf (_("Add “%s” to the Report"), part->heading);

  /* Translators: heading above what a report does not tell; %u: how many of them. */
  g_autofree char *group = g_strdup_printf (_("Not in the Report (%u)"), part->n_missing);

  self->showing = TRUE;
  gtk_label_set_text (self->group_label, group);
  gtk_label_set_text (self->title, part->heading);
  gtk_widget_set_visible (GTK_WIDGET (self->group_label), part->n_missing > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->check), !missing && !root);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !part->locked);
  gtk_widget_set_visible (self->add_button, missing);
  gtk_check_button_set_active (self->check, !part->omitted);
  gtk_widget_set_margin_start (self->box, (int) part->depth * INDENT);
  show_count (self);
  if (root || (part->what == ENT_REPORT_PART_PART && part->depth == 0))
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  if (part->omitted || missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add_name, -1);
  self->showing = FALSE;
}

static void
ent_report_outline_row_dispose (GObject *object)
{
  EntReportOutlineRow *self = ENT_REPORT_OUTLINE_ROW (object);

  ent_report_outline_row_set_part (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_REPORT_OUTLINE_ROW);

  G_OBJECT_CLASS (ent_report_outline_row_parent_class)->dispose (object);
}

static void
ent_report_outline_row_class_init (EntReportOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_report_outline_row_dispose;

  signals[TICKED] = g_signal_new ("ticked", ENT_TYPE_REPORT_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[ADDED] = g_signal_new ("added", ENT_TYPE_REPORT_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", ENT_TYPE_REPORT_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_REPORT_PART);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/entente/Entente/ui/ent-report-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, group_label);
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, box);
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, check);
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, title);
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, count);
  gtk_widget_class_bind_template_child (widget_class, EntReportOutlineRow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
ent_report_outline_row_init (EntReportOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ENT_TYPE_REPORT_PART, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * ent_report_outline_row_new:
 *
 * Returns: (transfer floating): a row without a part
 */
GtkWidget *
ent_report_outline_row_new (void)
{
  return g_object_new (ENT_TYPE_REPORT_OUTLINE_ROW, NULL);
}

/**
 * ent_report_outline_row_set_part:
 * @self: a row
 * @part: (nullable): what it shows
 */
void
ent_report_outline_row_set_part (EntReportOutlineRow *self, EntReportPart *part)
{
  if (self->part)
    g_signal_handlers_disconnect_by_data (self->part, self);
  g_set_object (&self->part, part);
  if (!part)
    return;

  g_signal_connect_swapped (part, "changed", G_CALLBACK (show), self);
  show (self);
}

EntReportPart *
ent_report_outline_row_get_part (EntReportOutlineRow *self)
{
  return self->part;
}
