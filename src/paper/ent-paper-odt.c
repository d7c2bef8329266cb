/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-date.h"
#include "paper/ent-odt-private.h"

static void
append_meta (GString *xml, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (xml, "<%s>", name);
  ent_odf_append_escaped (xml, value);
  g_string_append_printf (xml, "</%s>\n", name);
}

static char *
make_meta (EntPaper *paper)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<office:document-meta " ENT_ODT_NAMESPACES
                               "office:version=\"1.3\"><office:meta>\n");
  g_autofree char *day = ent_day_to_iso (ent_paper_get_day (paper));
  g_autofree char *date = g_strconcat (day, "T00:00:00Z", NULL);

  append_meta (xml, "meta:generator", "Entente");
  append_meta (xml, "dc:title", ent_paper_get_title (paper));
  append_meta (xml, "dc:subject", ent_paper_get_subject (paper));
  append_meta (xml, "meta:initial-creator", ent_paper_get_author (paper));
  append_meta (xml, "dc:creator", ent_paper_get_author (paper));
  append_meta (xml, "meta:creation-date", date);
  append_meta (xml, "dc:date", date);
  append_meta (xml, "dc:language", ent_paper_get_lang (paper));
  g_string_append (xml, "</office:meta></office:document-meta>\n");

  return g_string_free_and_steal (xml);
}

/**
 * ent_paper_to_odt:
 * @self: a paper
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * An OpenDocument text of version 1.3 with the content of the PDF: styles for headings,
 * paragraphs, lists and tables, a table of contents, page numbers, languages. The same paper
 * gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
ent_paper_to_odt (EntPaper *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntOdfPackage)
      package = ent_odf_package_new ("application/vnd.oasis.opendocument.text");
  g_autofree char *content = ent_odt_make_content (self);
  g_autofree char *styles = ent_odt_make_styles (self);
  g_autofree char *meta = make_meta (self);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  ent_odf_package_add_xml (package, "content.xml", content);
  ent_odf_package_add_xml (package, "styles.xml", styles);
  ent_odf_package_add_xml (package, "meta.xml", meta);

  return ent_odf_package_write (package);
}
