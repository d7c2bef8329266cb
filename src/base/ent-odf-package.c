/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-odf-package.h"

#include <gio/gio.h>
#include <string.h>

/* The numbers of ZIP are those of PKWARE's APPNOTE 6.3. */
#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define CENTRAL_END 0x06054b50
#define VERSION 20 /* the first that knows folders and deflate */
#define NAMES_ARE_UTF8 (1 << 11)
#define STORED 0
#define DEFLATED 8
#define DAY 0x0021 /* 1 January 1980, the first there is: no file depends on the clock */

#define GZIP_HEADER 10
#define GZIP_TRAILER 8

typedef struct
{
  char *name;
  char *type;
  GBytes *content;
} Part;

struct _EntOdfPackage
{
  char *media_type;
  GPtrArray *parts; /* Part */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->content);
  g_free (part);
}

/**
 * ent_odf_package_new:
 * @media_type: what the file is, such as "application/vnd.oasis.opendocument.text"
 *
 * Returns: (transfer full): a package without parts
 */
EntOdfPackage *
ent_odf_package_new (const char *media_type)
{
  EntOdfPackage *package = g_new0 (EntOdfPackage, 1);

  package->media_type = g_strdup (media_type);
  package->parts = g_ptr_array_new_with_free_func (part_free);

  return package;
}

void
ent_odf_package_free (EntOdfPackage *package)
{
  if (package == NULL)
    return;

  g_free (package->media_type);
  g_ptr_array_unref (package->parts);
  g_free (package);
}

/**
 * ent_odf_package_add:
 * @package: a package
 * @name: of the part, such as "Pictures/1.png"
 * @type: its media type
 * @content: its bytes
 */
void
ent_odf_package_add (EntOdfPackage *package, const char *name, const char *type, GBytes *content)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->type = g_strdup (type);
  part->content = g_bytes_ref (content);
  g_ptr_array_add (package->parts, part);
}

void
ent_odf_package_add_xml (EntOdfPackage *package, const char *name, const char *xml)
{
  g_autoptr (GBytes) content = g_bytes_new (xml, strlen (xml));

  ent_odf_package_add (package, name, "text/xml", content);
}

/**
 * ent_odf_append_escaped:
 * @xml: grows
 * @text: (nullable): goes into an attribute or between two tags, without the characters that
 *   XML 1.0 knows no way to write (its §2.2)
 */
void
ent_odf_append_escaped (GString *xml, const char *text)
{
  for (const char *p = text ? text : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (c == '\n' || c == '\t')
        g_string_append_printf (xml, "&#%u;", c);
      else if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
        g_string_append_unichar (xml, c);
    }
}

static char *
make_manifest (EntOdfPackage *package)
{
  GString *xml = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.3\">\n");

  g_string_append_printf (xml,
                          "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                          "manifest:media-type=\"%s\"/>\n",
                          package->media_type);
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);

      g_string_append (xml, "<manifest:file-entry manifest:full-path=\"");
      ent_odf_append_escaped (xml, part->name);
      g_string_append_printf (xml, "\" manifest:media-type=\"%s\"/>\n", part->type);
    }
  g_string_append (xml, "</manifest:manifest>\n");

  return g_string_free_and_steal (xml);
}

static void
append_16 (GByteArray *bytes, guint16 value)
{
  const guint8 parts[] = { value & 0xFF, value >> 8 };

  g_byte_array_append (bytes, parts, sizeof (parts));
}

static void
append_32 (GByteArray *bytes, guint32 value)
{
  append_16 (bytes, value & 0xFFFF);
  append_16 (bytes, value >> 16);
}

/* A gzip file holds what an entry of a ZIP file needs: deflated bytes, then a checksum. */
static GByteArray *
compress (const char *data, gsize size)
{
  g_autoptr (GZlibCompressor)
      compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  GByteArray *packed = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[16384];
      gsize taken = 0, given = 0;

      result = g_converter_convert (G_CONVERTER (compressor), data, size, buffer, sizeof (buffer),
                                    G_CONVERTER_INPUT_AT_END, &taken, &given, NULL);
      g_assert (result != G_CONVERTER_ERROR);
      g_byte_array_append (packed, buffer, given);
      data += taken;
      size -= taken;
    }

  return packed;
}

static void
append_common (
    GByteArray *bytes, guint method, guint32 checksum, gsize packed, gsize size, const char *name)
{
  append_16 (bytes, VERSION);
  append_16 (bytes, NAMES_ARE_UTF8);
  append_16 (bytes, method);
  append_16 (bytes, 0);
  append_16 (bytes, DAY);
  append_32 (bytes, checksum);
  append_32 (bytes, packed);
  append_32 (bytes, size);
  append_16 (bytes, strlen (name));
  append_16 (bytes, 0);
}

/* Without an owner, a time or any other extra field, so that equal parts give equal bytes. */
static void
append_part (GByteArray *bytes,
             GByteArray *central,
             const char *name,
             const char *data,
             gsize size,
             guint method)
{
  g_autoptr (GByteArray) packed = compress (data, size);
  const guint8 *trailer = packed->data + packed->len - GZIP_TRAILER;
  guint32 checksum = trailer[0] | trailer[1] << 8 | trailer[2] << 16 | (guint32) trailer[3] << 24;
  gsize packed_size = method == STORED ? size : packed->len - GZIP_HEADER - GZIP_TRAILER;
  guint32 offset = bytes->len;

  append_32 (bytes, LOCAL_HEADER);
  append_common (bytes, method, checksum, packed_size, size, name);
  g_byte_array_append (bytes, (const guint8 *) name, strlen (name));
  g_byte_array_append (bytes, method == STORED ? (const guint8 *) data : packed->data + GZIP_HEADER,
                       packed_size);

  append_32 (central, CENTRAL_HEADER);
  append_16 (central, VERSION);
  append_common (central, method, checksum, packed_size, size, name);
  append_16 (central, 0); /* comment */
  append_16 (central, 0); /* disk */
  append_16 (central, 0); /* attributes, its own and the system's */
  append_32 (central, 0);
  append_32 (central, offset);
  g_byte_array_append (central, (const guint8 *) name, strlen (name));
}

/**
 * ent_odf_package_write:
 * @package: a package, of less than 4 GB in all
 *
 * The type comes first and is stored as it is, so that it can be read without unpacking
 * (OpenDocument 1.3 part 2, §3.3); the list of the parts comes last.
 *
 * Returns: (transfer full): the file
 */
GBytes *
ent_odf_package_write (EntOdfPackage *package)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) central = g_byte_array_new ();
  g_autofree char *manifest = make_manifest (package);
  guint n_parts = package->parts->len + 2;
  guint32 offset;

  append_part (bytes, central, "mimetype", package->media_type, strlen (package->media_type),
               STORED);
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);
      gsize size;
      const char *data = g_bytes_get_data (part->content, &size);

      append_part (bytes, central, part->name, data, size, DEFLATED);
    }
  append_part (bytes, central, "META-INF/manifest.xml", manifest, strlen (manifest), DEFLATED);

  offset = bytes->len;
  g_byte_array_append (bytes, central->data, central->len);
  append_32 (bytes, CENTRAL_END);
  append_32 (bytes, 0); /* disks */
  append_16 (bytes, n_parts);
  append_16 (bytes, n_parts);
  append_32 (bytes, central->len);
  append_32 (bytes, offset);
  append_16 (bytes, 0); /* comment */

  return g_byte_array_free_to_bytes (bytes);
}
