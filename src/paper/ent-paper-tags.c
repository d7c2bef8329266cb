/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-tags.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "base/ent-date.h"
#include "base/ent-error.h"
#include "base/ent-words.h"

/* What cairo leaves out of a PDF that a screen reader needs: the tree of the structure across
 * pages, languages, scopes of header cells, words for links, the title in the title bar, XMP. */

typedef struct
{
  EntPaper *paper;
  EntPaperLayout *layout;
  qpdf_data pdf;
  qpdf_oh *elements;      /* of each node */
  qpdf_oh *kids;          /* array of each node, in the making */
  GHashTable *node_of_id; /* object number of an element of cairo's → node + 1 */
} Tagging;

static qpdf_oh
get_key (Tagging *tagging, qpdf_oh object, const char *key)
{
  return qpdf_oh_get_key (tagging->pdf, object, key);
}

static void
set_key (Tagging *tagging, qpdf_oh object, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (tagging->pdf, object, key, value);
}

static void
set_name (Tagging *tagging, qpdf_oh object, const char *key, const char *name)
{
  g_autofree char *slashed = g_strconcat ("/", name, NULL);

  set_key (tagging, object, key, qpdf_oh_new_name (tagging->pdf, slashed));
}

static void
set_string (Tagging *tagging, qpdf_oh object, const char *key, const char *text)
{
  set_key (tagging, object, key, qpdf_oh_new_unicode_string (tagging->pdf, text));
}

static gboolean
set_failure (Tagging *tagging, GError **error)
{
  const char *detail = NULL;

  if (qpdf_has_error (tagging->pdf))
    detail = qpdf_get_error_message_detail (tagging->pdf, qpdf_get_error (tagging->pdf));
  g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
               _("“%s” could not be made accessible: %s."), ent_paper_get_title (tagging->paper),
                 detail ? detail : "structure");
  return FALSE;
}

static void
create_elements (Tagging *tagging, qpdf_oh root)
{
  for (guint i = 0; i < tagging->layout->nodes->len; i++)
    {
      const EntPaperNode *node = &g_array_index (tagging->layout->nodes, EntPaperNode, i);
      qpdf_oh element = qpdf_make_indirect_object (tagging->pdf,
                                                   qpdf_oh_new_dictionary (tagging->pdf));

      set_name (tagging, element, "/Type", "StructElem");
      set_name (tagging, element, "/S", node->name);
      if (node->lang)
        set_string (tagging, element, "/Lang", node->lang);
      if (node->scope)
        {
          qpdf_oh attributes = qpdf_oh_new_dictionary (tagging->pdf);

          set_name (tagging, attributes, "/O", "Table");
          set_name (tagging, attributes, "/Scope", node->scope);
          set_key (tagging, element, "/A", attributes);
        }

      tagging->elements[i] = element;
      tagging->kids[i] = qpdf_oh_new_array (tagging->pdf);
      set_key (tagging, element, "/P",
               node->parent == ENT_NODE_NONE ? root : tagging->elements[node->parent]);
      if (node->parent != ENT_NODE_NONE)
        qpdf_oh_append_item (tagging->pdf, tagging->kids[node->parent], element);
    }
}

/* One kid of an element of cairo's, under its new parent. */
static void
take_kid (Tagging *tagging, int node, qpdf_oh page, qpdf_oh kid)
{
  qpdf_oh moved = kid;

  if (qpdf_oh_is_integer (tagging->pdf, kid))
    {
      moved = qpdf_oh_new_dictionary (tagging->pdf);
      set_name (tagging, moved, "/Type", "MCR");
      set_key (tagging, moved, "/Pg", page);
      set_key (tagging, moved, "/MCID", kid);
    }
  else if (qpdf_oh_is_or_has_name (tagging->pdf, get_key (tagging, kid, "/S"), "/Link"))
    set_key (tagging, kid, "/P", tagging->elements[node]);

  qpdf_oh_append_item (tagging->pdf, tagging->kids[node], moved);
}

static gboolean
take_chunk (Tagging *tagging, const EntPaperChunk *chunk, qpdf_oh element)
{
  const EntPaperNode *node = &g_array_index (tagging->layout->nodes, EntPaperNode, chunk->node);
  g_autofree char *name = g_strconcat ("/", node->name, NULL);
  qpdf_oh page = get_key (tagging, element, "/Pg");
  qpdf_oh kids = get_key (tagging, element, "/K");

  if (!qpdf_oh_is_name_and_equals (tagging->pdf, get_key (tagging, element, "/S"), name))
    return FALSE;

  g_hash_table_insert (tagging->node_of_id,
                       GINT_TO_POINTER (qpdf_oh_get_object_id (tagging->pdf, element)),
                       GINT_TO_POINTER (chunk->node + 1));
  if (!qpdf_oh_is_array (tagging->pdf, kids))
    {
      if (!qpdf_oh_is_null (tagging->pdf, kids))
        take_kid (tagging, chunk->node, page, kids);
      return TRUE;
    }
  for (int i = 0; i < qpdf_oh_get_array_n_items (tagging->pdf, kids); i++)
    take_kid (tagging, chunk->node, page, qpdf_oh_get_array_item (tagging->pdf, kids, i));

  return TRUE;
}

/* The parent tree leads from marked content back to its element: to ours now. */
static void
turn_parent_tree (Tagging *tagging, qpdf_oh root)
{
  qpdf_oh numbers = get_key (tagging, get_key (tagging, root, "/ParentTree"), "/Nums");

  for (int i = 1; i < qpdf_oh_get_array_n_items (tagging->pdf, numbers); i += 2)
    {
      qpdf_oh parents = qpdf_oh_get_array_item (tagging->pdf, numbers, i);

      if (!qpdf_oh_is_array (tagging->pdf, parents))
        continue;
      for (int j = 0; j < qpdf_oh_get_array_n_items (tagging->pdf, parents); j++)
        {
          int id = qpdf_oh_get_object_id (tagging->pdf,
                                          qpdf_oh_get_array_item (tagging->pdf, parents, j));
          int node = GPOINTER_TO_INT (
              g_hash_table_lookup (tagging->node_of_id, GINT_TO_POINTER (id)));

          if (node > 0)
            qpdf_oh_set_array_item (tagging->pdf, parents, j, tagging->elements[node - 1]);
        }
    }
}

static gboolean
build_tree (Tagging *tagging, GArray *chunks)
{
  qpdf_oh root = get_key (tagging, qpdf_get_root (tagging->pdf), "/StructTreeRoot");
  qpdf_oh drawn = get_key (tagging, root, "/K");
  qpdf_oh top = qpdf_oh_new_array (tagging->pdf);

  /* A page of nothing has no structure at all. */
  if (chunks->len == 0)
    return TRUE;
  if (!qpdf_oh_is_array (tagging->pdf, drawn))
    drawn = qpdf_oh_wrap_in_array (tagging->pdf, drawn);
  if (qpdf_oh_get_array_n_items (tagging->pdf, drawn) != (int) chunks->len)
    return FALSE;

  create_elements (tagging, root);
  for (guint i = 0; i < chunks->len; i++)
    if (!take_chunk (tagging, &g_array_index (chunks, EntPaperChunk, i),
                     qpdf_oh_get_array_item (tagging->pdf, drawn, i)))
      return FALSE;

  for (guint i = 0; i < tagging->layout->nodes->len; i++)
    if (qpdf_oh_get_array_n_items (tagging->pdf, tagging->kids[i]) > 0)
      set_key (tagging, tagging->elements[i], "/K", tagging->kids[i]);
  turn_parent_tree (tagging, root);
  qpdf_oh_append_item (tagging->pdf, top, tagging->elements[0]);
  set_key (tagging, root, "/K", top);

  return TRUE;
}

/* A link's own words, for readers that list links out of their text. */
static void
describe_links (Tagging *tagging, qpdf_oh page)
{
  qpdf_oh annotations = get_key (tagging, page, "/Annots");

  for (int i = 0; qpdf_oh_is_array (tagging->pdf, annotations)
                  && i < qpdf_oh_get_array_n_items (tagging->pdf, annotations);
       i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (tagging->pdf, annotations, i);
      qpdf_oh action = get_key (tagging, annotation, "/A");
      const char *words = ent_words (ent_paper_get_lang (tagging->paper),
                                     N_ ("Go to this heading"));

      if (qpdf_oh_is_dictionary (tagging->pdf, action))
        words = qpdf_oh_get_utf8_value (tagging->pdf, get_key (tagging, action, "/URI"));
      set_string (tagging, annotation, "/Contents", words);
    }
}

static void
finish_pages (Tagging *tagging)
{
  int n_pages = qpdf_get_num_pages (tagging->pdf);

  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (tagging->pdf, i);

      set_name (tagging, page, "/Tabs", "S");
      describe_links (tagging, page);
    }
}

static void
append_property (GString *xmp, const char *element, const char *text)
{
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  if (escaped)
    g_string_append_printf (xmp, "<%s>%s</%s>", element, escaped, element);
}

static void
append_localised (GString *xmp, const char *element, const char *text)
{
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  if (escaped)
    g_string_append_printf (
        xmp, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>", element,
        escaped, element);
}

static char *
write_xmp (EntPaper *paper)
{
  GString *xmp = g_string_new (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">");
  g_autofree char *day = ent_day_to_iso (ent_paper_get_day (paper));
  g_autofree char *date = g_strconcat (day, "T00:00:00Z", NULL);

  append_localised (xmp, "dc:title", ent_paper_get_title (paper));
  append_localised (xmp, "dc:description", ent_paper_get_subject (paper));
  if (ent_paper_get_author (paper))
    {
      g_autofree char *author = g_markup_escape_text (ent_paper_get_author (paper), -1);

      g_string_append_printf (
          xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>", author);
    }
  g_string_append_printf (xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>",
                          ent_paper_get_lang (paper));
  append_property (xmp, "xmp:CreatorTool", "Entente");
  append_property (xmp, "xmp:CreateDate", date);
  append_property (xmp, "xmp:ModifyDate", date);
  append_property (xmp, "pdf:Producer", "Entente");
  g_string_append (xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");

  return g_string_free (xmp, FALSE);
}

static void
finish_catalogue (Tagging *tagging)
{
  qpdf_oh root = qpdf_get_root (tagging->pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (tagging->pdf);
  qpdf_oh marked = qpdf_oh_new_dictionary (tagging->pdf);
  qpdf_oh metadata = qpdf_oh_new_stream (tagging->pdf);
  qpdf_oh information = get_key (tagging, qpdf_get_trailer (tagging->pdf), "/Info");
  g_autofree char *xmp = write_xmp (tagging->paper);

  set_string (tagging, root, "/Lang", ent_paper_get_lang (tagging->paper));
  set_key (tagging, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (tagging->pdf, TRUE));
  set_key (tagging, root, "/ViewerPreferences", preferences);
  set_key (tagging, marked, "/Marked", qpdf_oh_new_bool (tagging->pdf, TRUE));
  set_key (tagging, root, "/MarkInfo", marked);
  if (tagging->layout->marks->len > 0)
    set_name (tagging, root, "/PageMode", "UseOutlines");

  qpdf_oh_replace_stream_data (tagging->pdf, metadata, (const unsigned char *) xmp, strlen (xmp),
                               qpdf_oh_new_null (tagging->pdf), qpdf_oh_new_null (tagging->pdf));
  set_name (tagging, qpdf_oh_get_dict (tagging->pdf, metadata), "/Type", "Metadata");
  set_name (tagging, qpdf_oh_get_dict (tagging->pdf, metadata), "/Subtype", "XML");
  set_key (tagging, root, "/Metadata", metadata);
  set_string (tagging, information, "/Producer", "Entente");
}

static GBytes *
write_pdf (Tagging *tagging, GError **error)
{
  if (qpdf_has_error (tagging->pdf) || qpdf_init_write_memory (tagging->pdf) & QPDF_ERRORS)
    {
      set_failure (tagging, error);
      return NULL;
    }
  qpdf_set_deterministic_ID (tagging->pdf, TRUE);
  qpdf_set_object_stream_mode (tagging->pdf, qpdf_o_generate);
  if (qpdf_write (tagging->pdf) & QPDF_ERRORS)
    {
      set_failure (tagging, error);
      return NULL;
    }

  return g_bytes_new (qpdf_get_buffer (tagging->pdf), qpdf_get_buffer_length (tagging->pdf));
}

/**
 * ent_paper_tag:
 * @paper: a paper
 * @layout: set on pages
 * @chunks: (element-type EntPaperChunk): what was drawn, in order
 * @drawn: the PDF that cairo made of it
 * @error: return location
 *
 * Returns: (transfer full): the accessible PDF
 */
GBytes *
ent_paper_tag (
    EntPaper *paper, EntPaperLayout *layout, GArray *chunks, GBytes *drawn, GError **error)
{
  g_autofree qpdf_oh *elements = g_new0 (qpdf_oh, layout->nodes->len);
  g_autofree qpdf_oh *kids = g_new0 (qpdf_oh, layout->nodes->len);
  g_autoptr (GHashTable) node_of_id = g_hash_table_new (NULL, NULL);
  Tagging tagging = { paper, layout, qpdf_init (), elements, kids, node_of_id };
  GBytes *tagged = NULL;
  gsize length;
  const char *data = g_bytes_get_data (drawn, &length);

  qpdf_silence_errors (tagging.pdf);
  qpdf_set_suppress_warnings (tagging.pdf, TRUE);
  if (qpdf_read_memory (tagging.pdf, "paper", data, length, NULL) & QPDF_ERRORS)
    set_failure (&tagging, error);
  else if (!build_tree (&tagging, chunks))
    set_failure (&tagging, error);
  else
    {
      finish_pages (&tagging);
      finish_catalogue (&tagging);
      tagged = write_pdf (&tagging, error);
    }
  qpdf_cleanup (&tagging.pdf);

  return tagged;
}
