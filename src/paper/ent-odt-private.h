/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ent-odf-package.h"
#include "paper/ent-paper-text.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

#define ENT_ODT_NAMESPACES                                                                         \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                               \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                 \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                               \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                              \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                      \
  "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "                        \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "                                 \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                 \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "

/* The styles that both parts name. */
#define ENT_ODT_BODY "Text_20_body"
#define ENT_ODT_HEADER "Header"
#define ENT_ODT_CONTENTS_HEADING "Contents_20_Heading"
#define ENT_ODT_LIST_ITEM "List_20_Contents"
#define ENT_ODT_BULLETS "List_20_1"
#define ENT_ODT_NUMBERS "Numbering_20_1"

const char *ent_odt_get_style_name (EntTextStyle style);
void ent_odt_append_length (GString *xml, const char *attribute, double points);
void ent_odt_append_ink (GString *xml, const char *attribute, const char *before, EntInk ink);
void ent_odt_append_language (GString *xml, const char *lang);
char *ent_odt_make_styles (EntPaper *paper);
char *ent_odt_make_content (EntPaper *paper);

G_END_DECLS
