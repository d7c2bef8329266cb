/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-paper-text.h"

#include <pango/pangocairo.h>

/* One family, and what the system puts in its place for the scripts it lacks. */
#define FONT_FAMILY "Noto Sans"

#define BLACK { 0.13, 0.13, 0.15 }
#define GREY { 0.36, 0.38, 0.42 }
#define ACCENT { 0.09, 0.29, 0.45 }
#define WHITE { 1, 1, 1 }

const EntInk ent_ink_accent = ACCENT;
const EntInk ent_ink_rule = { 0.72, 0.77, 0.82 };
const EntInk ent_ink_tint = { 0.945, 0.957, 0.969 };

static const EntStyle styles[] = {
  [ENT_STYLE_BODY] = { 9.75, FALSE, FALSE, 1.08, 0, 6, BLACK },
  [ENT_STYLE_LEAD] = { 10.5, FALSE, FALSE, 1.1, 2, 10, GREY },
  [ENT_STYLE_NOTE] = { 8, FALSE, TRUE, 1.05, 0, 5, GREY },
  [ENT_STYLE_TITLE] = { 22, TRUE, FALSE, 1, 0, 10, ACCENT },
  [ENT_STYLE_HEADING_1] = { 17.5, TRUE, FALSE, 1, 24, 10, ACCENT },
  [ENT_STYLE_HEADING_2] = { 12.5, TRUE, FALSE, 1, 16, 5, ACCENT },
  [ENT_STYLE_HEADING_3] = { 10.75, TRUE, FALSE, 1.02, 11, 4, BLACK },
  [ENT_STYLE_HEADING_4] = { 9.75, TRUE, TRUE, 1.02, 8, 3, GREY },
  [ENT_STYLE_TERM] = { 8.25, TRUE, FALSE, 1.06, 0, 0, GREY },
  [ENT_STYLE_DEFINITION] = { 8.25, FALSE, FALSE, 1.06, 0, 0, BLACK },
  [ENT_STYLE_CELL] = { 8.25, FALSE, FALSE, 1.05, 0, 0, BLACK },
  [ENT_STYLE_CELL_HEAD] = { 8.25, TRUE, FALSE, 1.05, 0, 0, ACCENT },
  [ENT_STYLE_CONTENTS_1] = { 10, TRUE, FALSE, 1, 7, 1, ACCENT },
  [ENT_STYLE_CONTENTS_2] = { 9, FALSE, FALSE, 1, 0.5, 0.5, BLACK },
  [ENT_STYLE_RUNNING] = { 7.75, FALSE, FALSE, 1, 0, 0, GREY },
  [ENT_STYLE_COVER_ABOVE] = { 13, FALSE, FALSE, 1.1, 0, 0, WHITE },
  [ENT_STYLE_COVER_TITLE] = { 40, TRUE, FALSE, 0.95, 0, 0, WHITE },
  [ENT_STYLE_COVER_BELOW] = { 17, FALSE, FALSE, 1.1, 0, 0, WHITE },
  [ENT_STYLE_COVER_FOOT] = { 10.5, FALSE, FALSE, 1.2, 0, 3, BLACK },
};

const EntStyle *
ent_style_get (EntTextStyle style)
{
  return &styles[style];
}

/**
 * ent_text_create_context:
 *
 * Points are the unit and nothing is fitted to pixels, so that a line breaks at the same place
 * whatever it is drawn on.
 *
 * Returns: (transfer full): a context for the texts of a paper
 */
PangoContext *
ent_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
style_run (PangoAttrList *attributes, const EntRun *run, guint start, guint end)
{
  if (run->style & ENT_RUN_BOLD)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (run->style & ENT_RUN_ITALIC)
    insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (run->lang)
    insert (attributes, pango_attr_language_new (pango_language_from_string (run->lang)), start,
            end);
  if (run->uri)
    {
      const EntInk ink = ent_ink_accent;

      insert (attributes,
              pango_attr_foreground_new (ink.red * 65535, ink.green * 65535, ink.blue * 65535),
              start, end);
      insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
}

static void
clear_link (gpointer data)
{
  g_free (((EntTextLink *) data)->uri);
}

static void
add_link (EntText *text, const EntRun *run, guint start, guint end)
{
  EntTextLink link = { start, end, g_strdup (run->uri) };

  if (!text->links)
    {
      text->links = g_array_new (FALSE, FALSE, sizeof (EntTextLink));
      g_array_set_clear_func (text->links, clear_link);
    }
  g_array_append_val (text->links, link);
}

static PangoFontDescription *
create_font (const EntStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FONT_FAMILY);
  pango_font_description_set_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  return font;
}

/* The end of a line is drawn as nothing: a space before it keeps the words on either side of it
 * apart for those who listen or copy. */
static void
append_words (GString *words, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *spaced = g_strjoinv (" \n", lines);

  g_string_append (words, spaced);
}

/**
 * ent_text_new:
 * @context: from ent_text_create_context()
 * @runs: what it says
 * @style: how it looks
 * @width: of its lines; below 0 for one line
 * @lang: language of the runs that name no other
 *
 * A word longer than a line is broken, without a hyphen: it may be an address.
 *
 * Returns: (transfer full): the text in lines
 */
EntText *
ent_text_new (
    PangoContext *context, const EntRuns *runs, EntTextStyle style, double width, const char *lang)
{
  EntText *text = g_new0 (EntText, 1);
  const EntStyle *look = ent_style_get (style);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  PangoFontDescription *font = create_font (look);

  insert (attributes, pango_attr_language_new (pango_language_from_string (lang)),
          PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
  insert (attributes, pango_attr_line_height_new (look->leading),
          PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
  insert (attributes, pango_attr_insert_hyphens_new (FALSE), PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING,
          PANGO_ATTR_INDEX_TO_TEXT_END);
  /* A ligature stands for letters that not every reader gets back out of the file. */
  insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"),
          PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
  for (guint i = 0; i < ent_runs_get_length (runs); i++)
    {
      const EntRun *run = ent_runs_get (runs, i);
      guint start = words->len;

      append_words (words, run->text);
      style_run (attributes, run, start, words->len);
      if (run->uri)
        add_link (text, run, start, words->len);
    }

  text->ink = look->ink;
  text->layout = pango_layout_new (context);
  pango_layout_set_font_description (text->layout, font);
  pango_layout_set_attributes (text->layout, attributes);
  pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (text->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (text->layout, words->str, words->len);
  pango_font_description_free (font);

  return text;
}

EntText *
ent_text_new_plain (
    PangoContext *context, const char *words, EntTextStyle style, double width, const char *lang)
{
  g_autoptr (EntRuns) runs = ent_runs_new_text (words);

  return ent_text_new (context, runs, style, width, lang);
}

void
ent_text_free (EntText *text)
{
  if (text == NULL)
    return;

  g_object_unref (text->layout);
  g_clear_pointer (&text->links, g_array_unref);
  g_free (text);
}

double
ent_text_get_width (EntText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

double
ent_text_get_height (EntText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}
