/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/timeline/ent-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-agreement-words.h"
#include "ui/widgets/ent-lineage-words.h"

G_DEFINE_FINAL_TYPE (EntTimelineRow, ent_timeline_row, G_TYPE_OBJECT)

static void
ent_timeline_row_finalize (GObject *object)
{
  EntTimelineRow *self = ENT_TIMELINE_ROW (object);

  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    {
      g_free (self->words[i]);
      g_free (self->keys[i]);
    }

  G_OBJECT_CLASS (ent_timeline_row_parent_class)->finalize (object);
}

static void
ent_timeline_row_class_init (EntTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_timeline_row_finalize;
}

static void
ent_timeline_row_init (EntTimelineRow *self)
{
}

static int
get_year (int day)
{
  GDate date;

  if (day <= ENT_DAY_MIN || day == ENT_DAY_MAX)
    return G_MAXINT;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return g_date_get_year (&date);
}

static int
get_signed_day (const EntSpan *span)
{
  if (span->acts->len == 0 || !g_array_index (span->acts, EntSignedAct, 0).date)
    return ENT_DAY_MAX;

  return g_array_index (span->acts, EntSignedAct, 0).earliest;
}

/**
 * ent_timeline_row_new:
 * @span: the life of an agreement
 * @project: the graph
 * @partner: (nullable): whom it is with
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): it in words
 */
EntTimelineRow *
ent_timeline_row_new (const EntSpan *span,
                      EntProject *project,
                      const char *partner,
                      const char *lang)
{
  EntTimelineRow *self = g_object_new (ENT_TYPE_TIMELINE_ROW, NULL);

  self->id = ent_record_get_id (ENT_RECORD (span->agreement));
  self->words[ENT_TIMELINE_PARTNER] = g_strdup (partner ? partner : "–");
  self->words[ENT_TIMELINE_TITLE] = ent_record_dup_title (ENT_RECORD (span->agreement), project,
                                                          lang);
  self->words[ENT_TIMELINE_SIGNED] = ent_span_dup_signed_words (span, project, lang);
  self->words[ENT_TIMELINE_START] = ent_span_dup_start_words (span, lang);
  self->words[ENT_TIMELINE_END] = ent_span_dup_end_words (span, lang);
  self->words[ENT_TIMELINE_STATE] = g_strdup (ent_status_get_words (span->status.status));
  self->words[ENT_TIMELINE_LINEAGE] = g_strdup ("");
  self->days[ENT_TIMELINE_SIGNED] = get_signed_day (span);
  self->days[ENT_TIMELINE_START] = span->agreement->effective ? span->starts_earliest : ENT_DAY_MAX;
  self->days[ENT_TIMELINE_END] = span->ends_latest;
  self->days[ENT_TIMELINE_STATE] = (int) span->status.status;
  for (guint i = 0; i <= ENT_TIMELINE_TITLE; i++)
    self->keys[i] = ent_text_collate_key (self->words[i], lang);
  self->first = self->days[ENT_TIMELINE_SIGNED];
  if (span->starts_known)
    self->first = MIN (self->first, span->starts_earliest);
  if (self->first == ENT_DAY_MAX)
    self->first = self->days[ENT_TIMELINE_END];
  self->year = get_year (self->first);

  return self;
}

void
ent_timeline_row_add_step (EntTimelineRow *self, const char *words)
{
  char **lineage = &self->words[ENT_TIMELINE_LINEAGE];
  g_autofree char *before = *lineage;

  *lineage = g_strdup_printf ("%s%s%s", before, *before ? " · " : "", words);
}

/**
 * ent_timeline_row_dup_name:
 * @self: an agreement in words
 *
 * Returns: (transfer full): "Hué, Protocol 2024-2029, signed: 24 May 2024, in force"
 */
char *
ent_timeline_row_dup_name (EntTimelineRow *self)
{
  g_autofree char *name
      /* Translators: partner, title, dates of signature, first and last day, state */
      = g_strdup_printf (_("%1$s, %2$s, signed: %3$s, from: %4$s, until: %5$s, %6$s"),
                           self->words[ENT_TIMELINE_PARTNER], self->words[ENT_TIMELINE_TITLE],
                           self->words[ENT_TIMELINE_SIGNED], self->words[ENT_TIMELINE_START],
                           self->words[ENT_TIMELINE_END], self->words[ENT_TIMELINE_STATE]);

  if (*self->words[ENT_TIMELINE_LINEAGE])
    return g_strdup_printf ("%s, %s", name, self->words[ENT_TIMELINE_LINEAGE]);

  return g_steal_pointer (&name);
}

/**
 * ent_timeline_row_is_same:
 * @self: an agreement in words
 * @other: another
 *
 * Returns: whether both say the same of the same agreement
 */
gboolean
ent_timeline_row_is_same (EntTimelineRow *self, EntTimelineRow *other)
{
  if (self->id != other->id || self->first != other->first)
    return FALSE;
  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    if (self->days[i] != other->days[i] || !g_str_equal (self->words[i], other->words[i]))
      return FALSE;

  return TRUE;
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;
  guint i = GPOINTER_TO_UINT (user_data);
  int order = g_strcmp0 (first->keys[i], second->keys[i]);

  if (order == 0)
    order = (first->days[i] > second->days[i]) - (first->days[i] < second->days[i]);

  return order;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;

  return (first->first > second->first) - (first->first < second->first);
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntTimelineRow *first = a, *second = b;

  return (first->year > second->year) - (first->year < second->year);
}

GtkSorter *
ent_timeline_day_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
}

GtkSorter *
ent_timeline_year_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_years, NULL, NULL));
}

static GtkWidget *
create_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style_class)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = create_line (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  EntTimelineRow *row = gtk_list_item_get_item (item);
  const char *words = row->words[GPOINTER_TO_UINT (user_data)];
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, words);
}

/**
 * ent_timeline_columns_append:
 * @view: a table without columns
 *
 * Gives the table its columns.
 */
void
ent_timeline_columns_append (GtkColumnView *view)
{
  static const struct
  {
    const char *title;
    gboolean expand;
    int width;
  } columns[ENT_TIMELINE_N_WORDS] = {
    { N_ ("Partner"), FALSE, 115 }, { N_ ("Title"), TRUE, 200 },
    { N_ ("Signed"), FALSE, 175 },  { N_ ("In Force From"), FALSE, 105 },
    { N_ ("Ends"), FALSE, 115 },    { N_ ("State"), FALSE, 150 },
    { N_ ("Lineage"), FALSE, 165 },
  };

  for (guint i = 0; i < ENT_TIMELINE_N_WORDS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter)
          sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      if (i != ENT_TIMELINE_LINEAGE)
        gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (view, column);
    }
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_line ("heading"));
  gtk_box_append (GTK_BOX (box), create_line (NULL));
  gtk_box_append (GTK_BOX (box), create_line ("caption"));
  gtk_widget_add_css_class (box, "agreement-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  static const guint shown[] = { ENT_TIMELINE_TITLE, ENT_TIMELINE_PARTNER };
  EntTimelineRow *row = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *name = ent_timeline_row_dup_name (row);
  g_autofree char *state = g_strdup_printf ("%s · %s", row->words[ENT_TIMELINE_SIGNED],
                                            row->words[ENT_TIMELINE_STATE]);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gtk_label_set_text (GTK_LABEL (line), row->words[shown[i]]);
      line = gtk_widget_get_next_sibling (line);
    }
  gtk_label_set_text (GTK_LABEL (line), state);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_accessible_label (item, name);
}

GtkListItemFactory *
ent_timeline_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return factory;
}

static void
setup_year_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = create_line ("heading");

  gtk_widget_set_margin_start (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
bind_year_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntTimelineRow *row = gtk_list_header_get_item (header);
  g_autofree char *year = row->year == G_MAXINT ? g_strdup (_("Without a date"))
                                                : g_strdup_printf ("%d", row->year);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), year);
}

/**
 * ent_timeline_year_factory_new:
 *
 * Returns: (transfer full): makes the headings of the years
 */
GtkListItemFactory *
ent_timeline_year_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_year_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_year_cb), NULL);

  return factory;
}
