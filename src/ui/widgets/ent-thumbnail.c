/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-thumbnail.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/ent-extract.h"
#include "ui/widgets/ent-document-file.h"
#include "ui/widgets/ent-follow.h"

/* A picture of more bytes or points is shown by its icon: it would fill the memory. */
#define MOST_BYTES (40 * 1000 * 1000)
#define MOST_POINTS (64 * 1000 * 1000)

/* So many small pictures are kept, of some 400 KB at most. */
#define MOST_KEPT 64

struct _EntThumbnail
{
  AdwBin parent_instance;

  EntSession *session;
  EntDocument *document;
  int size;
  char *sha256; /* of what is shown */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntThumbnail, ent_thumbnail, ADW_TYPE_BIN)

/* A picture on its way. */
typedef struct
{
  EntThumbnail *self;
  char *path;
  char *key;
  int size;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;
  g_autofree char *folder = g_path_get_dirname (load->path);

  g_unlink (load->path);
  g_rmdir (folder);
  g_object_unref (load->self);
  g_free (load->path);
  g_free (load->key);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

/* Keys in the order of their coming, and the textures. */
static GQueue kept_keys = G_QUEUE_INIT;
static GHashTable *kept;

static void
keep (const char *key, GdkTexture *texture)
{
  if (!kept)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (g_hash_table_contains (kept, key))
    return;
  if (g_queue_get_length (&kept_keys) >= MOST_KEPT)
    g_hash_table_remove (kept, g_queue_pop_head (&kept_keys));

  g_hash_table_insert (kept, g_strdup (key), g_object_ref (texture));
  g_hash_table_lookup_extended (kept, key, (gpointer *) &key, NULL);
  g_queue_push_tail (&kept_keys, (gpointer) key);
}

static char *
make_key (EntThumbnail *self)
{
  return g_strdup_printf ("%s %d", self->document->sha256, self->size);
}

/**
 * ent_thumbnail_is_for:
 * @document: a document
 *
 * Returns: whether its file is said to be a picture
 */
gboolean
ent_thumbnail_is_for (EntDocument *document)
{
  g_autofree char *type = NULL;

  if (!document->sha256)
    return FALSE;
  if (g_strcmp0 (document->kind, "photo") == 0 || g_strcmp0 (document->kind, "logo") == 0)
    return TRUE;
  type = document->file_name ? g_content_type_guess (document->file_name, NULL, 0, NULL) : NULL;

  return type && g_content_type_is_a (type, "image/*");
}

static char *
dup_words (EntThumbnail *self)
{
  const char *lang = ent_session_get_lang (self->session);
  const EntColumn *alt = ent_table_find_column (&ent_document_table, "alt");
  EntRecord *record = ENT_RECORD (self->document);
  const char *words = ent_record_get_text (record, alt, lang, NULL);

  return words && *words
             ? g_strdup (words)
             : ent_record_dup_title (record, ent_session_get_project (self->session), lang);
}

static void
show_texture (EntThumbnail *self, GdkTexture *texture)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  g_autofree char *words = dup_words (self);

  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  /* A page that scrolls gives no more than what is asked for. */
  gtk_widget_set_size_request (picture, -1, gdk_texture_get_height (texture));
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_widget_set_tooltip_text (picture, words);
  gtk_widget_add_css_class (picture, "thumbnail");
  adw_bin_set_child (ADW_BIN (self), picture);
}

static void
show_icon (EntThumbnail *self)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("image-x-generic-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Picture that cannot be shown"), -1);
  adw_bin_set_child (ADW_BIN (self), image);
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  const Load *load = user_data;
  double scale = (double) load->size / MAX (MAX (width, height), 1);

  /* Refused below: whoever made it so large meant no picture. */
  if ((gint64) width * height > MOST_POINTS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

static GdkTexture *
decode (const Load *load, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (load->path, FALSE, error);
  g_autoptr (GBytes) bytes = mapped ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  GdkPixbuf *pixbuf;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), (gpointer) load);
  written = bytes && gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!pixbuf)
    return NULL;

  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  {
    g_autoptr (GBytes) pixels = gdk_pixbuf_read_pixel_bytes (upright);

    return gdk_memory_texture_new (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright),
                                   gdk_pixbuf_get_has_alpha (upright) ? GDK_MEMORY_R8G8B8A8
                                                                      : GDK_MEMORY_R8G8B8,
                                   pixels, (gsize) gdk_pixbuf_get_rowstride (upright));
  }
}

/* One at a time: what a picture takes while it is read is bounded so. */
static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  static GMutex mutex;
  GdkTexture *texture = NULL;

  g_mutex_lock (&mutex);
  if (!g_cancellable_is_cancelled (cancellable))
    texture = decode (task_data, NULL);
  g_mutex_unlock (&mutex);

  g_task_return_pointer (task, texture, g_object_unref);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture)
    keep (load->key, texture);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (texture)
    show_texture (load->self, texture);
  else
    show_icon (load->self);
}

static void
extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GTask) task = NULL;
  EntThumbnail *self = load->self;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  if (!ent_store_extract_finish (ENT_STORE (source), result, NULL))
    {
      if (!g_cancellable_is_cancelled (cancellable))
        show_icon (self);
      return;
    }

  task = g_task_new (NULL, cancellable, decoded_cb, load);
  g_task_set_source_tag (task, extracted_cb);
  g_task_set_task_data (task, g_steal_pointer (&load), NULL);
  g_task_run_in_thread (task, worker);
}

static void
start (EntThumbnail *self)
{
  EntStore *store = ent_session_get_store (self->session);
  g_autofree char *key = make_key (self);
  GdkTexture *texture = kept ? g_hash_table_lookup (kept, key) : NULL;
  g_autofree char *folder = NULL;
  gint64 size;
  Load *load;

  if (texture)
    {
      show_texture (self, texture);
      return;
    }
  size = ent_store_get_blob_size (store, self->sha256);
  folder = size > 0 && size <= MOST_BYTES ? ent_document_make_folder (NULL) : NULL;
  if (!folder)
    {
      show_icon (self);
      return;
    }

  load = g_new0 (Load, 1);
  load->self = g_object_ref (self);
  load->key = g_steal_pointer (&key);
  load->path = g_build_filename (folder, "picture", NULL);
  load->size = self->size;
  self->cancellable = g_cancellable_new ();
  ent_store_extract_async (store, self->sha256, load->path, self->cancellable, extracted_cb, load);
}

static void
refresh (EntThumbnail *self)
{
  gboolean shown = ent_thumbnail_is_for (self->document);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!g_set_str (&self->sha256, shown ? self->document->sha256 : NULL))
    return;

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (shown)
    start (self);
}

static void
ent_thumbnail_dispose (GObject *object)
{
  EntThumbnail *self = ENT_THUMBNAIL (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sha256, g_free);

  G_OBJECT_CLASS (ent_thumbnail_parent_class)->dispose (object);
}

static void
ent_thumbnail_class_init (EntThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_thumbnail_dispose;
}

static void
ent_thumbnail_init (EntThumbnail *self)
{
}

/**
 * ent_thumbnail_new:
 * @session: the session
 * @document: a document
 * @size: points of the longer side
 *
 * Returns: (transfer floating): its picture, in words too
 */
GtkWidget *
ent_thumbnail_new (EntSession *session, EntDocument *document, int size)
{
  EntThumbnail *self = g_object_new (ENT_TYPE_THUMBNAIL, NULL);

  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  self->size = size;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  refresh (self);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh);

  return GTK_WIDGET (self);
}
