/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-odt-private.h"

#include "base/ent-words.h"
#include "paper/ent-paper-layout.h"

/* The body of an editable paper: what ent-paper-flow.c sets on pages, as elements that a word
 * processor knows. */

#define TERM_WIDTH 112.0
#define COVER_BAND (ENT_PAGE_HEIGHT * 0.62)

/* A table of so few rows is not torn. */
#define WHOLE_TABLE_ROWS 8

/* What comes before the next block. */
typedef enum
{
  TURN_NONE,
  TURN_PAGE,
  TURN_COVER, /* the cover, which has a page of its own kind */
  TURN_INSIDE /* the first page after it */
} Turn;

typedef struct
{
  EntPaper *paper;
  const char *lang;
  GString *styles;
  GString *body;
  GPtrArray *text_styles; /* of char: "style language"; the first is T1 */
  guint n_styles;
  guint n_headings;
  guint n_tables;
  Turn turn;
} Odt;

/* The attribute that says how the page turns before an element of a style made for it. */
static const char *
take_turn (Odt *odt)
{
  static const char *const masters[] = { [TURN_NONE] = "",
                                         [TURN_PAGE] = "",
                                         [TURN_COVER] = " style:master-page-name=\"Cover\"",
                                         [TURN_INSIDE] = " style:master-page-name=\"Standard\"" };
  const char *master = masters[odt->turn];

  odt->turn = TURN_NONE;
  return master;
}

/* The style of the next paragraph: @style, or one made from it that turns the page. */
static char *
dup_paragraph_style (Odt *odt, const char *style)
{
  Turn turn = odt->turn;
  const char *master = take_turn (odt);
  char *name;

  if (turn == TURN_NONE)
    return g_strdup (style);

  name = g_strdup_printf ("P%u", ++odt->n_styles);
  g_string_append_printf (odt->styles,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\" "
                          "style:parent-style-name=\"%s\"%s><style:paragraph-properties%s/>"
                          "</style:style>\n",
                          name, style, master,
                          turn == TURN_PAGE ? " fo:break-before=\"page\"" : "");
  return name;
}

static guint
find_text_style (Odt *odt, const EntRun *run)
{
  g_autofree char *key = g_strdup_printf ("%u %s", run->style, run->lang ? run->lang : "");
  guint index;

  if (!g_ptr_array_find_with_equal_func (odt->text_styles, key, g_str_equal, &index))
    {
      index = odt->text_styles->len;
      g_ptr_array_add (odt->text_styles, g_steal_pointer (&key));
      g_string_append_printf (odt->styles,
                              "<style:style style:name=\"T%u\" style:family=\"text\">"
                              "<style:text-properties",
                              index + 1);
      if (run->style & ENT_RUN_BOLD)
        g_string_append (odt->styles, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" "
                                      "style:font-weight-complex=\"bold\"");
      if (run->style & ENT_RUN_ITALIC)
        g_string_append (odt->styles, " fo:font-style=\"italic\" style:font-style-asian=\"italic\" "
                                      "style:font-style-complex=\"italic\"");
      if (run->lang)
        ent_odt_append_language (odt->styles, run->lang);
      g_string_append (odt->styles, "/></style:style>\n");
    }

  return index + 1;
}

/* A space at the start or after another one is an element, or it is lost. */
static void
append_words (GString *body, const char *words, gboolean *after_space)
{
  for (const char *p = words; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (body, "<text:line-break/>");
      else if (c == '\t')
        g_string_append (body, "<text:tab/>");
      else if (c == ' ' && *after_space)
        g_string_append (body, "<text:s/>");
      else
        {
          char one[7] = { 0 };

          g_unichar_to_utf8 (c, one);
          ent_odf_append_escaped (body, one);
        }
      *after_space = c == ' ' || c == '\n' || c == '\t';
    }
}

static void
append_runs (Odt *odt, const EntRuns *runs)
{
  gboolean after_space = TRUE;

  for (guint i = 0; runs && i < ent_runs_get_length (runs); i++)
    {
      const EntRun *run = ent_runs_get (runs, i);
      gboolean styled = run->style != ENT_RUN_PLAIN || run->lang != NULL;

      if (run->uri)
        {
          g_string_append (odt->body, "<text:a xlink:type=\"simple\" "
                                      "text:style-name=\"Internet_20_link\" xlink:href=\"");
          ent_odf_append_escaped (odt->body, run->uri);
          g_string_append (odt->body, "\">");
        }
      if (styled)
        g_string_append_printf (odt->body, "<text:span text:style-name=\"T%u\">",
                                find_text_style (odt, run));
      append_words (odt->body, run->text, &after_space);
      g_string_append (odt->body, styled ? "</text:span>" : "");
      g_string_append (odt->body, run->uri ? "</text:a>" : "");
    }
}

static void
begin_paragraph (Odt *odt, const char *style)
{
  g_autofree char *name = dup_paragraph_style (odt, style);

  g_string_append_printf (odt->body, "<text:p text:style-name=\"%s\">", name);
}

static void
append_paragraph (Odt *odt, const char *style, const EntRuns *runs)
{
  begin_paragraph (odt, style);
  append_runs (odt, runs);
  g_string_append (odt->body, "</text:p>\n");
}

static void
append_heading (Odt *odt, const EntBlock *block)
{
  g_autofree char *style = dup_paragraph_style (
      odt, ent_odt_get_style_name (ENT_STYLE_HEADING_1 + block->level - 1));

  g_string_append_printf (odt->body,
                          "<text:h text:style-name=\"%s\" text:outline-level=\"%d\">"
                          "<text:bookmark-start text:name=\"h%u\"/>",
                          style, block->level, odt->n_headings);
  append_runs (odt, block->text);
  g_string_append_printf (odt->body, "<text:bookmark-end text:name=\"h%u\"/></text:h>\n",
                          odt->n_headings);
  odt->n_headings++;
}

static void
append_list (Odt *odt, const EntBlock *block)
{
  gboolean bulleted = TRUE;

  for (guint i = 0; i < block->rows->len; i++)
    bulleted = bulleted && ((GPtrArray *) g_ptr_array_index (block->rows, i))->len == 1;

  g_string_append_printf (odt->body, "<text:list text:style-name=\"%s\">\n",
                          bulleted ? ENT_ODT_BULLETS : ENT_ODT_NUMBERS);
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);

      g_string_append (odt->body, "<text:list-item>");
      begin_paragraph (odt, ENT_ODT_LIST_ITEM);
      if (!bulleted)
        {
          if (row->len > 1)
            append_runs (odt, g_ptr_array_index (row, 1));
          else
            g_string_append (odt->body, "•");
          g_string_append (odt->body, "<text:tab/>");
        }
      append_runs (odt, g_ptr_array_index (row, 0));
      g_string_append (odt->body, "</text:p></text:list-item>\n");
    }
  g_string_append (odt->body, "</text:list>\n");
}

/* A table, with a style a column for its width. Gives its number. */
static guint
begin_table (Odt *odt, const double *widths, guint n_columns, gboolean may_break, double after)
{
  guint number = ++odt->n_tables;
  Turn turn = odt->turn;
  double total = 0;

  g_string_append_printf (odt->styles,
                          "<style:style style:name=\"Table%u\" style:family=\"table\"%s>"
                          "<style:table-properties table:align=\"margins\" "
                          "fo:margin-top=\"4pt\" style:may-break-between-rows=\"%s\"%s",
                          number, take_turn (odt), may_break ? "true" : "false",
                          turn == TURN_PAGE ? " fo:break-before=\"page\"" : "");
  ent_odt_append_length (odt->styles, "fo:margin-bottom", after);
  ent_odt_append_length (odt->styles, "style:width", ENT_BODY_WIDTH);
  g_string_append (odt->styles, "/></style:style>\n");
  g_string_append_printf (odt->body,
                          "<table:table table:name=\"Table%u\" table:style-name=\"Table%u\">",
                          number, number);

  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (odt->styles,
                              "<style:style style:name=\"Table%u.%u\" "
                              "style:family=\"table-column\"><style:table-column-properties",
                              number, i);
      ent_odt_append_length (odt->styles, "style:column-width", widths[i] / total * ENT_BODY_WIDTH);
      g_string_append (odt->styles, "/></style:style>\n");
      g_string_append_printf (odt->body, "<table:table-column table:style-name=\"Table%u.%u\"/>",
                              number, i);
    }
  g_string_append_c (odt->body, '\n');

  return number;
}

static void
append_cell (Odt *odt, const char *cell, const char *style, const EntRuns *runs)
{
  g_string_append_printf (
      odt->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", cell);
  append_paragraph (odt, style, runs);
  g_string_append (odt->body, "</table:table-cell>");
}

static void
append_definitions (Odt *odt, const EntBlock *block)
{
  const double widths[] = { TERM_WIDTH, ENT_BODY_WIDTH - TERM_WIDTH };

  begin_table (odt, widths, G_N_ELEMENTS (widths), TRUE, 10);
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);

      g_string_append (odt->body, "<table:table-row table:style-name=\"Row\">");
      append_cell (odt, "TermCell", ent_odt_get_style_name (ENT_STYLE_TERM),
                   g_ptr_array_index (row, 0));
      append_cell (odt, "FactCell", ent_odt_get_style_name (ENT_STYLE_DEFINITION),
                   g_ptr_array_index (row, 1));
      g_string_append (odt->body, "</table:table-row>\n");
    }
  g_string_append (odt->body, "</table:table>\n");
}

static void
append_table (Odt *odt, const EntBlock *block)
{
  begin_table (odt, block->widths, block->n_columns, block->rows->len > WHOLE_TABLE_ROWS, 12);
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const char *style = ent_odt_get_style_name (i == 0 ? ENT_STYLE_CELL_HEAD : ENT_STYLE_CELL);

      g_string_append (odt->body, i == 0 ? "<table:table-header-rows>" : "");
      g_string_append (odt->body, "<table:table-row table:style-name=\"Row\">");
      for (guint j = 0; j < row->len; j++)
        append_cell (odt, i == 0 ? "HeadCell" : "Cell", style, g_ptr_array_index (row, j));
      g_string_append (odt->body, "</table:table-row>");
      g_string_append (odt->body, i == 0 ? "</table:table-header-rows>\n" : "\n");
    }
  g_string_append (odt->body, "</table:table>\n");
}

/* The numbers of the pages are references: whoever opens the paper sees those of its pages. */
static void
append_contents_entry (Odt *odt, const EntBlock *block, guint heading)
{
  begin_paragraph (odt, ent_odt_get_style_name (block->level == 1 ? ENT_STYLE_CONTENTS_1
                                                                  : ENT_STYLE_CONTENTS_2));
  g_string_append_printf (odt->body,
                          "<text:a xlink:type=\"simple\" xlink:href=\"#h%u\" "
                          "text:style-name=\"Index_20_Link\" "
                          "text:visited-style-name=\"Index_20_Link\">",
                          heading);
  append_runs (odt, block->text);
  g_string_append_printf (odt->body,
                          "<text:tab/><text:bookmark-ref text:reference-format=\"page\" "
                          "text:ref-name=\"h%u\">1</text:bookmark-ref></text:a></text:p>\n",
                          heading);
}

static void
append_contents_source (Odt *odt, const char *title)
{
  g_string_append (odt->body, "<text:table-of-content text:name=\"Contents\">"
                              "<text:table-of-content-source text:outline-level=\"2\" "
                              "text:use-index-marks=\"false\">"
                              "<text:index-title-template "
                              "text:style-name=\"" ENT_ODT_CONTENTS_HEADING "\">");
  ent_odf_append_escaped (odt->body, title);
  g_string_append (odt->body, "</text:index-title-template>");
  for (guint level = 1; level <= 2; level++)
    g_string_append_printf (
        odt->body,
        "<text:table-of-content-entry-template text:outline-level=\"%u\" text:style-name=\"%s\">"
        "<text:index-entry-link-start text:style-name=\"Index_20_Link\"/><text:index-entry-text/>"
        "<text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/>"
        "<text:index-entry-page-number/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>",
        level, ent_odt_get_style_name (level == 1 ? ENT_STYLE_CONTENTS_1 : ENT_STYLE_CONTENTS_2));
  g_string_append (odt->body, "</text:table-of-content-source>\n");
}

static void
append_contents (Odt *odt)
{
  const char *title = ent_words (odt->lang, N_ ("Contents"));
  g_autoptr (EntRuns) runs = ent_runs_new_text (title);
  guint heading = 0;

  if (odt->turn == TURN_NONE && odt->body->len > 0)
    odt->turn = TURN_PAGE;
  append_contents_source (odt, title);
  g_string_append (odt->body, "<text:index-body><text:index-title text:name=\"ContentsHead\">");
  append_paragraph (odt, ENT_ODT_CONTENTS_HEADING, runs);
  g_string_append (odt->body, "</text:index-title>\n");
  for (guint i = 0; i < ent_paper_get_n_blocks (odt->paper); i++)
    {
      const EntBlock *block = ent_paper_get_block (odt->paper, i);

      if (block->kind != ENT_BLOCK_HEADING)
        continue;
      if (block->level <= 2)
        append_contents_entry (odt, block, heading);
      heading++;
    }
  g_string_append (odt->body, "</text:index-body></text:table-of-content>\n");
  odt->turn = TURN_PAGE;
}

/* The coloured part of the cover lies behind its lines. */
static void
append_cover_band (Odt *odt)
{
  g_string_append (odt->styles, "<style:style style:name=\"Band\" style:family=\"graphic\">"
                                "<style:graphic-properties draw:stroke=\"none\" "
                                "draw:fill=\"solid\" style:wrap=\"run-through\" "
                                "style:run-through=\"background\" style:flow-with-text=\"false\" "
                                "style:vertical-pos=\"from-top\" style:vertical-rel=\"page\" "
                                "style:horizontal-pos=\"from-left\" style:horizontal-rel=\"page\"");
  ent_odt_append_ink (odt->styles, "draw:fill-color", "", ent_ink_accent);
  g_string_append (odt->styles, "/></style:style>\n");

  g_string_append (odt->body, "<draw:rect text:anchor-type=\"paragraph\" draw:z-index=\"0\" "
                              "draw:style-name=\"Band\"");
  ent_odt_append_length (odt->body, "svg:x", 0);
  ent_odt_append_length (odt->body, "svg:y", 0);
  ent_odt_append_length (odt->body, "svg:width", ENT_PAGE_WIDTH);
  ent_odt_append_length (odt->body, "svg:height", COVER_BAND);
  g_string_append (odt->body, "/>");
}

/* A paragraph style of the cover, with room above it. */
static char *
dup_cover_style (Odt *odt, EntTextStyle style, double before)
{
  char *name = g_strdup_printf ("P%u", ++odt->n_styles);

  g_string_append_printf (odt->styles,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\" "
                          "style:parent-style-name=\"%s\"%s><style:paragraph-properties",
                          name, ent_odt_get_style_name (style), take_turn (odt));
  ent_odt_append_length (odt->styles, "fo:margin-top", before);
  g_string_append (odt->styles, "/></style:style>\n");

  return name;
}

static void
append_cover (Odt *odt, const EntBlock *block)
{
  static const EntTextStyle styles[] = { ENT_STYLE_COVER_ABOVE, ENT_STYLE_COVER_TITLE,
                                         ENT_STYLE_COVER_BELOW, ENT_STYLE_COVER_FOOT };
  /* From the top of the page to the title, to the line below it and to the foot. */
  static const double before[] = { 0, COVER_BAND - 296, 40, 186 };

  odt->turn = TURN_COVER;
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (block->rows, i);
      const EntRuns *runs = g_ptr_array_index (row, 0);
      guint kind = MIN (i, G_N_ELEMENTS (styles) - 1);
      g_autofree char *style = NULL;

      if (i > 0 && ent_runs_is_empty (runs))
        continue;
      style = dup_cover_style (odt, styles[kind], i < G_N_ELEMENTS (before) ? before[i] : 0);
      g_string_append_printf (odt->body, "<text:p text:style-name=\"%s\">", style);
      if (i == 0)
        append_cover_band (odt);
      append_runs (odt, runs);
      g_string_append (odt->body, "</text:p>\n");
    }
  odt->turn = TURN_INSIDE;
}

/* A text ends with a paragraph: after a table it is one that takes no room. */
static void
append_end (Odt *odt)
{
  g_string_append (odt->styles, "<style:style style:name=\"End\" style:family=\"paragraph\" "
                                "style:parent-style-name=\"Standard\">"
                                "<style:paragraph-properties fo:line-height=\"1pt\"/>"
                                "<style:text-properties fo:font-size=\"1pt\"/></style:style>\n");
  g_string_append (odt->body, "<text:p text:style-name=\"End\"/>\n");
}

static void
append_block (Odt *odt, const EntBlock *block)
{
  static const EntTextStyle styles[] = {
    [ENT_PARAGRAPH_BODY] = ENT_STYLE_BODY,
    [ENT_PARAGRAPH_TITLE] = ENT_STYLE_TITLE,
    [ENT_PARAGRAPH_LEAD] = ENT_STYLE_LEAD,
    [ENT_PARAGRAPH_NOTE] = ENT_STYLE_NOTE,
  };

  switch (block->kind)
    {
    case ENT_BLOCK_COVER:
      append_cover (odt, block);
      break;
    case ENT_BLOCK_CONTENTS:
      append_contents (odt);
      break;
    case ENT_BLOCK_HEADING:
      append_heading (odt, block);
      break;
    case ENT_BLOCK_PARAGRAPH:
      append_paragraph (odt, ent_odt_get_style_name (styles[block->style]), block->text);
      break;
    case ENT_BLOCK_LIST:
      append_list (odt, block);
      break;
    case ENT_BLOCK_DEFINITIONS:
      append_definitions (odt, block);
      break;
    case ENT_BLOCK_TABLE:
      append_table (odt, block);
      break;
    case ENT_BLOCK_PAGE_BREAK:
      odt->turn = odt->turn == TURN_NONE ? TURN_PAGE : odt->turn;
      break;
    }
}

static void
append_cell_style (GString *styles, const char *name, double left, gboolean tinted, EntInk line)
{
  gboolean panel = left > 0;

  g_string_append_printf (styles,
                          "<style:style style:name=\"%s\" style:family=\"table-cell\">"
                          "<style:table-cell-properties style:vertical-align=\"top\"",
                          name);
  ent_odt_append_length (styles, "fo:padding-left", left > 0 ? left : 4);
  ent_odt_append_length (styles, "fo:padding-right", 4);
  ent_odt_append_length (styles, "fo:padding-top", panel ? 2.2 : 3.6);
  ent_odt_append_length (styles, "fo:padding-bottom", panel ? 2.2 : 3.6);
  if (tinted)
    ent_odt_append_ink (styles, "fo:background-color", "", ent_ink_tint);
  if (g_str_equal (name, "TermCell"))
    ent_odt_append_ink (styles, "fo:border-left", "2pt solid ", line);
  else if (!panel)
    ent_odt_append_ink (styles, "fo:border-bottom", tinted ? "1pt solid " : "0.6pt solid ", line);
  g_string_append (styles, "/></style:style>\n");
}

static void
append_fixed_styles (GString *styles)
{
  g_string_append (styles, "<style:style style:name=\"Row\" style:family=\"table-row\">"
                           "<style:table-row-properties fo:keep-together=\"always\"/>"
                           "</style:style>\n");
  append_cell_style (styles, "HeadCell", 0, TRUE, ent_ink_accent);
  append_cell_style (styles, "Cell", 0, FALSE, ent_ink_rule);
  append_cell_style (styles, "TermCell", 8, TRUE, ent_ink_accent);
  append_cell_style (styles, "FactCell", 4, TRUE, ent_ink_accent);
}

/**
 * ent_odt_make_content:
 * @paper: a paper
 *
 * Returns: (transfer full): the part content.xml
 */
char *
ent_odt_make_content (EntPaper *paper)
{
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) text_styles = g_ptr_array_new_with_free_func (g_free);
  Odt odt = { .paper = paper,
              .lang = ent_paper_get_lang (paper),
              .styles = styles,
              .body = body,
              .text_styles = text_styles };

  append_fixed_styles (styles);
  for (guint i = 0; i < ent_paper_get_n_blocks (paper); i++)
    append_block (&odt, ent_paper_get_block (paper, i));
  if (g_str_has_suffix (body->str, "</table:table>\n"))
    append_end (&odt);

  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<office:document-content " ENT_ODT_NAMESPACES
                      "office:version=\"1.3\">\n<office:automatic-styles>\n",
                      styles->str, "</office:automatic-styles>\n<office:body><office:text>\n",
                      body->str, "</office:text></office:body></office:document-content>\n", NULL);
}
