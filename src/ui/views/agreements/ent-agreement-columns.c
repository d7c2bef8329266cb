/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-columns.h"

#include <glib/gi18n-lib.h>

#include "ui/views/agreements/ent-agreement-item.h"

/* The list: title, then partner and state. */

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
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_line ("heading"));
  gtk_box_append (GTK_BOX (box), create_line (NULL));
  gtk_box_append (GTK_BOX (box), create_line ("caption"));
  gtk_widget_add_css_class (box, "agreement-row");
  gtk_list_item_set_child (list_item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  EntAgreementItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *partner = gtk_widget_get_next_sibling (title);
  GtkWidget *status = gtk_widget_get_next_sibling (partner);
  g_autofree char *words
      = g_strdup_printf ("%s, %s, %s", item->title, item->partner, item->status_words);

  gtk_label_set_text (GTK_LABEL (title), item->title);
  gtk_label_set_text (GTK_LABEL (partner), item->partner);
  gtk_widget_set_visible (partner, *item->partner != '\0');
  gtk_label_set_text (GTK_LABEL (status), item->status_words);
  gtk_list_item_set_accessible_label (list_item, words);
  gtk_widget_set_tooltip_text (title, item->title);
}

/**
 * ent_agreement_row_factory_new:
 *
 * Returns: (transfer full): makes the rows of the list
 */
GtkListItemFactory *
ent_agreement_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return factory;
}

/* The table: one field a column, each with its order. */

typedef const char *(*CellWords) (EntAgreementItem *item);

static const char *
get_title (EntAgreementItem *item)
{
  return item->title;
}

static const char *
get_partner (EntAgreementItem *item)
{
  return item->partner;
}

static const char *
get_country (EntAgreementItem *item)
{
  return item->country ? item->country : "–";
}

static const char *
get_signed (EntAgreementItem *item)
{
  return item->signed_words;
}

static const char *
get_ends (EntAgreementItem *item)
{
  return item->ends_words;
}

static const char *
get_status (EntAgreementItem *item)
{
  return item->status_words;
}

static int
compare_title (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (((const EntAgreementItem *) a)->title_key,
                    ((const EntAgreementItem *) b)->title_key);
}

static int
compare_partner (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (((const EntAgreementItem *) a)->partner_key,
                    ((const EntAgreementItem *) b)->partner_key);
}

static int
compare_country (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (((const EntAgreementItem *) a)->country,
                    ((const EntAgreementItem *) b)->country);
}

static int
compare_days (int a, int b)
{
  return (a > b) - (a < b);
}

static int
compare_signed (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_days (((const EntAgreementItem *) a)->signed_day,
                       ((const EntAgreementItem *) b)->signed_day);
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_days (((const EntAgreementItem *) a)->end_day,
                       ((const EntAgreementItem *) b)->end_day);
}

static int
compare_status (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_days (((const EntAgreementItem *) a)->status,
                       ((const EntAgreementItem *) b)->status);
}

static int
compare_next (gconstpointer a, gconstpointer b, gpointer user_data)
{
  int order = compare_days (((const EntAgreementItem *) a)->next_day,
                            ((const EntAgreementItem *) b)->next_day);

  return order ? order : compare_title (a, b, user_data);
}

static const struct
{
  const char *id;
  const char *title;
  CellWords words;
  GCompareDataFunc compare;
  gboolean expand;
} columns[] = {
  { "title", N_ ("Title"), get_title, compare_title, TRUE },
  { "partner", N_ ("Partner"), get_partner, compare_partner, FALSE },
  { "country", N_ ("Country"), get_country, compare_country, FALSE },
  { "signed", N_ ("Signed"), get_signed, compare_signed, FALSE },
  { "ends", N_ ("Ends"), get_ends, compare_ends, FALSE },
  { "state", N_ ("State"), get_status, compare_status, FALSE },
};

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, create_line (NULL));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  EntAgreementItem *item = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), columns[i].words (item));
}

/**
 * ent_agreement_columns_append:
 * @view: a table without columns
 *
 * Gives the table its columns: the first click on a title puts it in its natural order, the
 * second the other way.
 */
void
ent_agreement_columns_append (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter
          = GTK_SORTER (gtk_custom_sorter_new (columns[i].compare, NULL, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_id (column, columns[i].id);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (view, column);
    }
}

/**
 * ent_agreement_next_date_sorter_new:
 *
 * Returns: (transfer full): what comes next first; agreements without a date ahead last
 */
GtkSorter *
ent_agreement_next_date_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_next, NULL, NULL));
}
