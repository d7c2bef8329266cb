/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-faults.h"

#include <adwaita.h>

/* Fractions of a pixel, and the side bearings of letters, are no faults. */
#define SLACK 2

/* What may be cut off with an ellipsis, and why. */
static const struct
{
  const char *ancestor; /* a type of widget, or a CSS class */
  const char *why;
} may_ellipsize[] = {
  { "record-row", "rows of a list are of one height; the page has it all" },
  { "EntChildRow", "a row says three lines of what it has when it is opened" },
  { "data-table", "the officer makes columns of a table as wide as is wanted" },
  { "map-foot", "the list that it opens names all of them" },
  { "file-title", "the path of a file may be of any length" },
};

typedef struct
{
  GtkWidget *widget;
  graphene_rect_t bounds; /* in the window, as far as it is seen */
} Leaf;

typedef struct
{
  GtkWidget *root;
  PicturesWords *words;
  GPtrArray *faults;   /* char * */
  GArray *leaves;      /* Leaf */
  GHashTable *letters; /* key value to the label whose letter it is */
} Search;

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return NULL;
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);
  guint depth = 0;

  for (GtkWidget *each = widget; each && depth < 7; each = gtk_widget_get_parent (each), depth++)
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (each);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_prepend (path, depth ? "/" : "");
      g_string_prepend (path, joined);
      if (*joined)
        g_string_prepend (path, ".");
      g_string_prepend (path, G_OBJECT_TYPE_NAME (each));
    }

  return g_string_free_and_steal (path);
}

static void report (Search *search, GtkWidget *widget, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
report (Search *search, GtkWidget *widget, const char *format, ...)
{
  g_autofree char *path = describe (widget);
  g_autofree char *what = NULL;
  const char *text = get_text (widget);
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (search->faults,
                   g_strdup_printf ("%s: “%s” in %s", what, text ? text : "", path));
}

static gboolean
has_ancestor (GtkWidget *widget, const char *name)
{
  for (GtkWidget *each = widget; each; each = gtk_widget_get_parent (each))
    if (g_str_equal (G_OBJECT_TYPE_NAME (each), name) || gtk_widget_has_css_class (each, name))
      return TRUE;

  return FALSE;
}

static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkAdjustment *adjustment;

  if (!GTK_IS_SCROLLABLE (widget))
    return FALSE;
  adjustment = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget))
                   : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  return adjustment
         && gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)
                > gtk_adjustment_get_page_size (adjustment) + 1;
}

/* Cuts @bounds, of a widget in @root, down to what its ancestors let through, and says by which
 * one it is cut where it cannot be scrolled to. */
static GtkWidget *
clip (Search *search, GtkWidget *widget, graphene_rect_t *bounds)
{
  GtkWidget *cutter = NULL;
  gboolean x_scrolls = FALSE, y_scrolls = FALSE;

  for (GtkWidget *each = gtk_widget_get_parent (widget); each; each = gtk_widget_get_parent (each))
    {
      graphene_rect_t around, seen;
      gboolean inside;

      x_scrolls = x_scrolls || scrolls (each, GTK_ORIENTATION_HORIZONTAL);
      y_scrolls = y_scrolls || scrolls (each, GTK_ORIENTATION_VERTICAL);
      if ((gtk_widget_get_overflow (each) != GTK_OVERFLOW_HIDDEN && each != search->root)
          || !gtk_widget_compute_bounds (each, search->root, &around))
        continue;
      inside = (x_scrolls
                || (bounds->origin.x >= around.origin.x - SLACK
                    && bounds->origin.x + bounds->size.width
                           <= around.origin.x + around.size.width + SLACK))
               && (y_scrolls
                   || (bounds->origin.y >= around.origin.y - SLACK
                       && bounds->origin.y + bounds->size.height
                              <= around.origin.y + around.size.height + SLACK));
      if (!inside && !cutter)
        cutter = each;
      if (!graphene_rect_intersection (bounds, &around, &seen))
        {
          *bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
          break;
        }
      *bounds = seen;
      if (each == search->root)
        break;
    }

  return cutter;
}

static gboolean
is_raw_name (const char *text)
{
  return g_regex_match_simple ("^[a-z]+(_[a-z]+)+$", text, 0, 0);
}

static void
check_words (Search *search, GtkWidget *widget, const char *text)
{
  const char *msgid;

  if (!text || !*text)
    return;
  msgid = search->words ? pictures_words_find_untranslated (search->words, text) : NULL;
  if (msgid)
    report (search, widget, "untranslated: “%s” of “%s”", msgid, text);
  if (is_raw_name (text))
    report (search, widget, "a name of a column: “%s”", text);
}

static gboolean
is_allowed_to_ellipsize (GtkWidget *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (may_ellipsize); i++)
    if (has_ancestor (label, may_ellipsize[i].ancestor))
      return TRUE;

  return FALSE;
}

/* libadwaita lets the title of an entry row lie where its text will be, and hides one of them. */
static gboolean
is_in_entry_row (GtkWidget *widget)
{
  return has_ancestor (widget, "editable-area")
         && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);
}

/* Two things of one letter only pass the focus on to each other. The same act on line after line of
 * a list is one thing. */
static void
check_letter (Search *search, GtkLabel *label)
{
  guint letter = gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (label));
  GtkLabel *other = g_hash_table_lookup (search->letters, GUINT_TO_POINTER (letter));

  if (letter == GDK_KEY_VoidSymbol)
    return;
  if (other && !g_str_equal (gtk_label_get_text (other), gtk_label_get_text (label)))
    report (search, GTK_WIDGET (label), "Alt+%s is “%s” too", gdk_keyval_name (letter),
            gtk_label_get_text (other));
  g_hash_table_insert (search->letters, GUINT_TO_POINTER (letter), label);
}

static void
check_label (Search *search, GtkWidget *widget)
{
  GtkLabel *label = GTK_LABEL (widget);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  check_words (search, widget, gtk_label_get_text (label));
  check_letter (search, label);
  if (is_in_entry_row (widget) && gtk_widget_get_width (widget) == 0)
    return;
  if (pango_layout_is_ellipsized (layout) && !is_allowed_to_ellipsize (widget))
    report (search, widget, "ellipsized");
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + SLACK
      || height > gtk_widget_get_height (widget) + SLACK)
    report (search, widget, "%d × %d in %d × %d", width, height, gtk_widget_get_width (widget),
            gtk_widget_get_height (widget));
}

static gboolean
is_leaf (GtkWidget *widget)
{
  return (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
         || GTK_IS_IMAGE (widget) || GTK_IS_TEXT (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_TEXT_VIEW (widget);
}

static void
check_leaf (Search *search, GtkWidget *widget)
{
  Leaf leaf = { .widget = widget };
  GtkWidget *cutter;

  if (is_in_entry_row (widget) && !GTK_IS_TEXT (widget))
    return;
  if (!gtk_widget_compute_bounds (widget, search->root, &leaf.bounds))
    return;
  cutter = clip (search, widget, &leaf.bounds);
  if (cutter)
    report (search, widget, "cut by %s", G_OBJECT_TYPE_NAME (cutter));
  if (leaf.bounds.size.width > SLACK && leaf.bounds.size.height > SLACK)
    g_array_append_val (search->leaves, leaf);
}

static void
check (Search *search, GtkWidget *widget)
{
  g_autofree char *placeholder = NULL;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) <= 0
      || GTK_IS_POPOVER (widget))
    return;
  /* A tooltip lies over the window on purpose. */
  if (GTK_IS_NATIVE (widget) && widget != search->root)
    return;

  check_words (search, widget, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    check_label (search, widget);
  if (GTK_IS_TEXT (widget))
    {
      g_object_get (widget, "placeholder-text", &placeholder, NULL);
      check_words (search, widget, placeholder);
    }
  if (is_leaf (widget))
    {
      check_leaf (search, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    check (search, child);
}

static void
check_overlaps (Search *search)
{
  for (guint i = 0; i < search->leaves->len; i++)
    for (guint j = i + 1; j < search->leaves->len; j++)
      {
        const Leaf *a = &g_array_index (search->leaves, Leaf, i);
        const Leaf *b = &g_array_index (search->leaves, Leaf, j);
        graphene_rect_t common;

        if (graphene_rect_intersection (&a->bounds, &b->bounds, &common)
            && common.size.width > SLACK && common.size.height > SLACK)
          report (search, a->widget, "overlaps “%s” of %s", get_text (b->widget),
                  G_OBJECT_TYPE_NAME (b->widget));
      }
}

/**
 * pictures_faults_find:
 * @root: a window, or a dialog in it
 * @words: (nullable): the catalogue of the interface's language, NULL when it has none
 *
 * What nobody should see in a window: text that is cut off, lies on other text, was not
 * translated or is a name of the program's own, and things that share a letter.
 *
 * Returns: (transfer container) (element-type utf8): a line for each fault
 */
GPtrArray *
pictures_faults_find (GtkWidget *root, PicturesWords *words)
{
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  Search search = {
    .root = root,
    .words = words,
    .faults = g_ptr_array_new_with_free_func (g_free),
    .leaves = leaves,
    .letters = letters,
  };

  check (&search, root);
  check_overlaps (&search);

  return search.faults;
}
