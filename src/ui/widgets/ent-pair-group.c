/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-pair-group.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-thumbnail.h"

#define PICTURE_SIZE 360

struct _EntPairGroup
{
  AdwPreferencesGroup parent_instance;

  EntSession *session;
  EntRecord *record;

  GString *shown; /* ids and captions of what is shown */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (EntPairGroup, ent_pair_group, ADW_TYPE_PREFERENCES_GROUP)

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const EntAttachment *left = *(EntAttachment *const *) a;
  const EntAttachment *right = *(EntAttachment *const *) b;

  return (left->position > right->position) - (left->position < right->position);
}

/* The attachments of one side, in their order: the first of each make a pair. */
static GPtrArray *
get_side (EntPairGroup *self, const char *side)
{
  g_autoptr (GPtrArray) all = ent_project_get_children (ent_session_get_project (self->session),
                                                        ent_record_get_id (self->record),
                                                        &ent_attachment_table, "record");
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      EntAttachment *attachment = g_ptr_array_index (all, i);

      if (g_strcmp0 (attachment->pair, side) == 0)
        g_ptr_array_add (chosen, attachment);
    }
  g_ptr_array_sort (chosen, compare_positions);

  return chosen;
}

static char *
dup_caption (EntPairGroup *self, EntAttachment *attachment)
{
  const EntColumn *caption = ent_table_find_column (&ent_attachment_table, "caption");
  const char *lang = ent_session_get_lang (self->session);
  const char *words = ent_record_get_text (ENT_RECORD (attachment), caption, lang, NULL);

  return words && *words ? g_strdup (words)
                         : ent_project_dup_title (ent_session_get_project (self->session),
                                                  attachment->document, lang);
}

static GtkWidget *
create_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_picture (EntPairGroup *self, EntAttachment *attachment)
{
  EntRecord *document = attachment ? ent_project_get (ent_session_get_project (self->session),
                                                      attachment->document)
                                   : NULL;

  if (document && ent_thumbnail_is_for (ENT_DOCUMENT (document)))
    return ent_thumbnail_new (self->session, ENT_DOCUMENT (document), PICTURE_SIZE);

  return create_label (_("No picture yet"), "dim-label");
}

/* "Before" or "After", the picture, what it shows. */
static GtkWidget *
create_half (EntPairGroup *self, GPtrArray *side, guint index, const char *heading)
{
  EntAttachment *attachment = index < side->len ? g_ptr_array_index (side, index) : NULL;
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (half), create_label (heading, "heading"));
  gtk_box_append (GTK_BOX (half), create_picture (self, attachment));
  if (attachment)
    {
      g_autofree char *caption = dup_caption (self, attachment);

      gtk_box_append (GTK_BOX (half), create_label (caption, "caption"));
    }
  gtk_widget_set_hexpand (half, TRUE);

  return half;
}

static void
note_side (EntPairGroup *self, GString *shown, GPtrArray *side)
{
  for (guint i = 0; i < side->len; i++)
    {
      EntAttachment *attachment = g_ptr_array_index (side, i);
      g_autofree char *caption = dup_caption (self, attachment);

      g_string_append_printf (shown, "%" G_GINT64_FORMAT " %s\n", attachment->document, caption);
    }
  g_string_append_c (shown, '\f');
}

static void
refresh (EntPairGroup *self)
{
  g_autoptr (GPtrArray) before = get_side (self, "before");
  g_autoptr (GPtrArray) after = get_side (self, "after");
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkWidget *child;

  note_side (self, shown, before);
  note_side (self, shown, after);
  if (g_string_equal (shown, self->shown))
    return;

  g_string_assign (self->shown, shown->str);
  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < MAX (before->len, after->len); i++)
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
      gtk_box_append (GTK_BOX (pair), create_half (self, before, i, C_ ("pair", "Before")));
      gtk_box_append (GTK_BOX (pair), create_half (self, after, i, C_ ("pair", "After")));
      gtk_box_append (GTK_BOX (self->box), pair);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), before->len + after->len > 0);
}

static void
ent_pair_group_dispose (GObject *object)
{
  EntPairGroup *self = ENT_PAIR_GROUP (object);

  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_pair_group_parent_class)->dispose (object);
}

static void
ent_pair_group_finalize (GObject *object)
{
  g_string_free (ENT_PAIR_GROUP (object)->shown, TRUE);

  G_OBJECT_CLASS (ent_pair_group_parent_class)->finalize (object);
}

static void
ent_pair_group_class_init (EntPairGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_pair_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_pair_group_finalize;
}

static void
ent_pair_group_init (EntPairGroup *self)
{
  self->shown = g_string_new (NULL);
}

/**
 * ent_pair_group_new:
 * @session: the session
 * @record: what the pictures are attached to
 *
 * Returns: (transfer floating): the group, kept equal to the project
 */
GtkWidget *
ent_pair_group_new (EntSession *session, EntRecord *record)
{
  EntPairGroup *self = g_object_new (ENT_TYPE_PAIR_GROUP, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Before and after"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
