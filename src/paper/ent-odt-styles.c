/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-odt-private.h"

#include "base/ent-words.h"
#include "paper/ent-paper-layout.h"

/* The styles of an editable paper: those of the printed one under the names that word
 * processors know, so that whoever edits it finds them in the list. */

#define FONT "Noto Sans"

static const struct
{
  EntTextStyle style;
  const char *name;    /* "_20_" is a space */
  const char *parent;  /* NULL: the default */
  const char *next;    /* what the line after it is, NULL: the same */
  const char *options; /* more attributes of the paragraph */
} looks[] = {
  { ENT_STYLE_BODY, ENT_ODT_BODY, "Standard", NULL, "fo:orphans=\"2\" fo:widows=\"2\"" },
  { ENT_STYLE_LEAD, "Lead", "Standard", ENT_ODT_BODY, "fo:orphans=\"2\" fo:widows=\"2\"" },
  { ENT_STYLE_NOTE, "Note", "Standard", NULL, "" },
  { ENT_STYLE_TITLE, "Title", "Standard", ENT_ODT_BODY, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_HEADING_1, "Heading_20_1", "Standard", ENT_ODT_BODY, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_HEADING_2, "Heading_20_2", "Standard", ENT_ODT_BODY, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_HEADING_3, "Heading_20_3", "Standard", ENT_ODT_BODY, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_HEADING_4, "Heading_20_4", "Standard", ENT_ODT_BODY, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_TERM, "Term", "Standard", NULL, "" },
  { ENT_STYLE_DEFINITION, "Definition", "Standard", NULL, "" },
  { ENT_STYLE_CELL, "Table_20_Contents", "Standard", NULL, "" },
  { ENT_STYLE_CELL_HEAD, "Table_20_Heading", "Standard", NULL, "fo:keep-with-next=\"always\"" },
  { ENT_STYLE_CONTENTS_1, "Contents_20_1", "Standard", NULL, "" },
  { ENT_STYLE_CONTENTS_2, "Contents_20_2", "Standard", NULL, "fo:margin-left=\"14pt\"" },
  { ENT_STYLE_COVER_ABOVE, "Cover_20_Line", "Standard", NULL, "" },
  { ENT_STYLE_COVER_TITLE, "Cover_20_Title", "Title", NULL, "" },
  { ENT_STYLE_COVER_BELOW, "Subtitle", "Standard", NULL, "" },
  { ENT_STYLE_COVER_FOOT, "Cover_20_Foot", "Standard", NULL, "" },
};

/**
 * ent_odt_get_style_name:
 * @style: a style of the printed paper
 *
 * Returns: (transfer none): the paragraph style of the editable one
 */
const char *
ent_odt_get_style_name (EntTextStyle style)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].style == style)
      return looks[i].name;

  return "Standard";
}

void
ent_odt_append_length (GString *xml, const char *attribute, double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (xml, " %s=\"%spt\"", attribute,
                          g_ascii_formatd (number, sizeof (number), "%.2f", points));
}

/**
 * ent_odt_append_ink:
 * @xml: in the middle of properties
 * @attribute: its name
 * @before: what stands before the colour, such as "1pt solid "
 * @ink: the colour
 */
void
ent_odt_append_ink (GString *xml, const char *attribute, const char *before, EntInk ink)
{
  g_string_append_printf (xml, " %s=\"%s#%02x%02x%02x\"", attribute, before,
                          (guint) (ink.red * 255 + 0.5), (guint) (ink.green * 255 + 0.5),
                          (guint) (ink.blue * 255 + 0.5));
}

/**
 * ent_odt_append_language:
 * @xml: in the middle of text properties
 * @lang: "fr", "pt-BR": without a country there is none, rather than that of the reader
 *
 * In all three groups of scripts, of which a program takes the one that a word is written in.
 */
void
ent_odt_append_language (GString *xml, const char *lang)
{
  static const char *const groups[] = { "", "-asian", "-complex" };
  g_auto (GStrv) parts = g_strsplit (lang, "-", 2);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const char *space = i ? "style" : "fo";

      g_string_append_printf (xml, " %s:language%s=\"", space, groups[i]);
      ent_odf_append_escaped (xml, parts[0]);
      g_string_append_printf (xml, "\" %s:country%s=\"", space, groups[i]);
      ent_odf_append_escaped (xml, parts[0] && parts[1] ? parts[1] : "none");
      g_string_append_c (xml, '"');
    }
}

static void
append_text_look (GString *xml, const EntStyle *look)
{
  static const char *const groups[] = { "", "-asian", "-complex" };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const char *space = i ? "style" : "fo";
      g_autofree char *size = g_strdup_printf ("%s:font-size%s", space, groups[i]);

      ent_odt_append_length (xml, size, look->size);
      g_string_append_printf (xml, " %s:font-weight%s=\"%s\" %s:font-style%s=\"%s\"", space,
                              groups[i], look->bold ? "bold" : "normal", space, groups[i],
                              look->italic ? "italic" : "normal");
    }
  ent_odt_append_ink (xml, "fo:color", "", look->ink);
}

static void
append_line_below (GString *xml, const char *line, EntInk ink)
{
  ent_odt_append_length (xml, "fo:padding-bottom", 3);
  ent_odt_append_ink (xml, "fo:border-bottom", line, ink);
}

static void
append_paragraph_look (GString *xml, const EntStyle *look, const char *options)
{
  g_string_append (xml, "<style:paragraph-properties");
  ent_odt_append_length (xml, "fo:margin-top", look->before);
  ent_odt_append_length (xml, "fo:margin-bottom", look->after);
  g_string_append_printf (xml, " fo:line-height=\"%d%%\" %s", (int) (look->leading * 100 + 0.5),
                          options);
  if (look == ent_style_get (ENT_STYLE_HEADING_1))
    append_line_below (xml, "1.2pt solid ", ent_ink_accent);
}

static void
append_right_tab (GString *xml, double at)
{
  g_string_append (xml, "><style:tab-stops><style:tab-stop style:type=\"right\" "
                        "style:leader-style=\"dotted\" style:leader-text=\".\"");
  ent_odt_append_length (xml, "style:position", at);
  g_string_append (xml, "/></style:tab-stops></style:paragraph-properties>");
}

static void
append_look (GString *xml, guint index)
{
  const EntStyle *look = ent_style_get (looks[index].style);
  const char *name = looks[index].name;
  g_auto (GStrv) words = g_strsplit (name, "_20_", -1);
  g_autofree char *shown = g_strjoinv (" ", words);

  g_string_append_printf (xml,
                          "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                          "style:family=\"paragraph\" style:class=\"text\" "
                          "style:parent-style-name=\"%s\"",
                          name, shown, looks[index].parent);
  if (looks[index].next)
    g_string_append_printf (xml, " style:next-style-name=\"%s\"", looks[index].next);
  if (g_str_has_prefix (name, "Heading"))
    g_string_append_printf (xml, " style:default-outline-level=\"%s\"", words[1]);
  g_string_append_c (xml, '>');

  append_paragraph_look (xml, look, looks[index].options);
  if (g_str_has_prefix (name, "Contents"))
    append_right_tab (xml, ENT_BODY_WIDTH - (looks[index].style == ENT_STYLE_CONTENTS_2 ? 14 : 0));
  else
    g_string_append (xml, "/>");
  g_string_append (xml, "<style:text-properties");
  append_text_look (xml, look);
  g_string_append (xml, "/></style:style>\n");
}

/* What the printed paper has no style of its own for. */
static void
append_more_looks (GString *xml)
{
  static const struct
  {
    const char *name;
    const char *shown;
    const char *parent;
    const char *paragraph;
    gboolean running; /* at the head or foot of every page */
  } more[] = {
    { ENT_ODT_CONTENTS_HEADING, "Contents Heading", "Heading_20_1", "", FALSE },
    { ENT_ODT_LIST_ITEM, "List Contents", ENT_ODT_BODY,
      "fo:margin-top=\"0pt\" fo:margin-bottom=\"2pt\"", FALSE },
    { ENT_ODT_HEADER, "Header", "Standard", "", TRUE },
    { "Footer", "Footer", "Standard", "fo:text-align=\"end\"", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_string_append_printf (xml,
                              "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                              "style:family=\"paragraph\" style:parent-style-name=\"%s\">"
                              "<style:paragraph-properties %s",
                              more[i].name, more[i].shown, more[i].parent, more[i].paragraph);
      if (g_str_equal (more[i].name, ENT_ODT_HEADER))
        append_line_below (xml, "0.6pt solid ", ent_ink_rule);
      g_string_append (xml, "/>");
      if (more[i].running)
        {
          g_string_append (xml, "<style:text-properties");
          append_text_look (xml, ent_style_get (ENT_STYLE_RUNNING));
          g_string_append (xml, "/>");
        }
      g_string_append (xml, "</style:style>\n");
    }
  g_string_append (xml, "<style:style style:name=\"Internet_20_link\" "
                        "style:display-name=\"Internet link\" style:family=\"text\">"
                        "<style:text-properties");
  ent_odt_append_ink (xml, "fo:color", "", ent_ink_accent);
  g_string_append (
      xml, " style:text-underline-style=\"solid\" style:text-underline-width=\"auto\" "
           "style:text-underline-color=\"font-color\"/></style:style>\n"
           "<style:style style:name=\"Index_20_Link\" style:display-name=\"Index Link\" "
           "style:family=\"text\"><style:text-properties style:text-underline-style=\"none\"/>"
           "</style:style>\n");
}

static void
append_list_level (GString *xml, const char *followed_by, double margin, double indent)
{
  g_string_append_printf (xml,
                          "<style:list-level-properties "
                          "text:list-level-position-and-space-mode=\"label-alignment\">"
                          "<style:list-level-label-alignment text:label-followed-by=\"%s\"",
                          followed_by);
  ent_odt_append_length (xml, "text:list-tab-stop-position", margin);
  ent_odt_append_length (xml, "fo:margin-left", margin);
  ent_odt_append_length (xml, "fo:text-indent", indent);
  g_string_append (xml, "/></style:list-level-properties>");
}

/* Headings and the items of a text that has numbers carry their own: none are added. */
static void
append_lists (GString *xml)
{
  g_string_append (xml, "<text:outline-style style:name=\"Outline\">");
  for (int level = 1; level <= ENT_HEADING_LEVELS; level++)
    g_string_append_printf (
        xml, "<text:outline-level-style text:level=\"%d\" style:num-format=\"\"/>", level);
  g_string_append (xml, "</text:outline-style>\n"
                        "<text:list-style style:name=\"" ENT_ODT_BULLETS "\" "
                        "style:display-name=\"List 1\">"
                        "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">");
  append_list_level (xml, "listtab", 15, -13);
  g_string_append (xml, "</text:list-level-style-bullet></text:list-style>\n"
                        "<text:list-style style:name=\"" ENT_ODT_NUMBERS "\" "
                        "style:display-name=\"Numbering 1\">"
                        "<text:list-level-style-number text:level=\"1\" style:num-format=\"\">");
  append_list_level (xml, "nothing", 20, -20);
  g_string_append (xml, "</text:list-level-style-number></text:list-style>\n");
}

static void
append_defaults (GString *xml, const char *lang)
{
  static const char *const families[] = { "paragraph", "table", "graphic" };

  g_string_append (xml, "<office:font-face-decls><style:font-face style:name=\"" FONT "\" "
                        "svg:font-family=\"'" FONT "'\" style:font-family-generic=\"swiss\" "
                        "style:font-pitch=\"variable\"/></office:font-face-decls>\n"
                        "<office:styles>\n");
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_string_append_printf (xml, "<style:default-style style:family=\"%s\">", families[i]);
      if (i == 0)
        g_string_append (xml, "<style:paragraph-properties style:tab-stop-distance=\"20pt\" "
                              "style:writing-mode=\"page\"/>");
      if (i != 1)
        {
          g_string_append (xml, "<style:text-properties style:font-name=\"" FONT "\" "
                                "style:font-name-asian=\"" FONT "\" "
                                "style:font-name-complex=\"" FONT "\" fo:hyphenate=\"false\"");
          append_text_look (xml, ent_style_get (ENT_STYLE_BODY));
          ent_odt_append_language (xml, lang);
          g_string_append (xml, "/>");
        }
      g_string_append (xml, "</style:default-style>\n");
    }
  g_string_append (xml, "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
                        "style:class=\"text\"/>\n");
}

static void
append_page_layouts (GString *xml)
{
  g_string_append (xml, "<office:automatic-styles>\n");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_printf (xml,
                              "<style:page-layout style:name=\"%s\"><style:page-layout-properties "
                              "style:print-orientation=\"portrait\"",
                              i ? "CoverLayout" : "PageLayout");
      ent_odt_append_length (xml, "fo:page-width", ENT_PAGE_WIDTH);
      ent_odt_append_length (xml, "fo:page-height", ENT_PAGE_HEIGHT);
      ent_odt_append_length (xml, "fo:margin-left", ENT_PAGE_LEFT);
      ent_odt_append_length (xml, "fo:margin-right", ENT_PAGE_RIGHT);
      ent_odt_append_length (xml, "fo:margin-top", i ? ENT_PAGE_TOP : 34);
      ent_odt_append_length (xml, "fo:margin-bottom", 30);
      g_string_append (xml, "/>");
      if (i == 0)
        {
          g_string_append (xml, "<style:header-style><style:header-footer-properties");
          ent_odt_append_length (xml, "fo:min-height", ENT_PAGE_TOP - 34);
          ent_odt_append_length (xml, "fo:margin-bottom", 22);
          g_string_append (xml, "/></style:header-style><style:footer-style>"
                                "<style:header-footer-properties");
          ent_odt_append_length (xml, "fo:min-height", ENT_PAGE_BOTTOM - 30);
          ent_odt_append_length (xml, "fo:margin-top", 16);
          g_string_append (xml, "/></style:footer-style>");
        }
      g_string_append (xml, "</style:page-layout>\n");
    }
  g_string_append (xml, "</office:automatic-styles>\n");
}

/* "Page %u of %u", with a field for each number wherever the language puts it. */
static void
append_page_number (GString *xml, const char *lang)
{
  g_autofree char *text = g_strdup_printf (ent_words (lang, N_ ("Page %u of %u")), 1u, 2u);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (*p == '1')
      g_string_append (xml, "<text:page-number text:select-page=\"current\">1</text:page-number>");
    else if (*p == '2')
      g_string_append (xml, "<text:page-count>1</text:page-count>");
    else
      g_string_append_len (xml, p, g_utf8_next_char (p) - p);
}

static void
append_masters (GString *xml, EntPaper *paper)
{
  const char *head = ent_paper_get_running_head (paper);

  g_string_append (xml, "<office:master-styles>\n<style:master-page style:name=\"Standard\" "
                        "style:page-layout-name=\"PageLayout\"><style:header>");
  g_string_append_printf (xml, "<text:p text:style-name=\"%s\">",
                          head ? ENT_ODT_HEADER : "Standard");
  ent_odf_append_escaped (xml, head);
  g_string_append (xml, "</text:p></style:header><style:footer>"
                        "<text:p text:style-name=\"Footer\">");
  append_page_number (xml, ent_paper_get_lang (paper));
  g_string_append (xml, "</text:p></style:footer></style:master-page>\n"
                        "<style:master-page style:name=\"Cover\" "
                        "style:page-layout-name=\"CoverLayout\" "
                        "style:next-style-name=\"Standard\"/>\n</office:master-styles>\n");
}

/**
 * ent_odt_make_styles:
 * @paper: a paper
 *
 * Returns: (transfer full): the part styles.xml
 */
char *
ent_odt_make_styles (EntPaper *paper)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<office:document-styles " ENT_ODT_NAMESPACES
                               "office:version=\"1.3\">\n");

  append_defaults (xml, ent_paper_get_lang (paper));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    append_look (xml, i);
  append_more_looks (xml);
  append_lists (xml);
  g_string_append (xml, "</office:styles>\n");
  append_page_layouts (xml);
  append_masters (xml, paper);
  g_string_append (xml, "</office:document-styles>\n");

  return g_string_free_and_steal (xml);
}
