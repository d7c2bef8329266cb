/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/ent-timeline.h"

/**
 * ent_timeline_get_colours:
 * @ground: what it is drawn on
 * @high_contrast: whether lines and words are to stand out more
 *
 * Returns: the colours for that
 */
EntTimelineColours
ent_timeline_get_colours (EntTimelineGround ground, gboolean high_contrast)
{
  static const EntTimelineColours light = {
    .back = { 0.98, 0.98, 0.98, 1 },
    .text = { 0.12, 0.12, 0.14, 1 },
    .dim = { 0.35, 0.35, 0.38, 1 },
    .line = { 0, 0, 0, 0.14 },
    .heading = { 0, 0, 0, 0.05 },
    .bar = { 0.71, 0.83, 0.97, 1 },
    .edge = { 0.1, 0.37, 0.71, 1 },
    .quiet = { 0.45, 0.45, 0.48, 1 },
    .today = { 0.75, 0.11, 0.16, 1 },
    .line_width = 1,
  };
  static const EntTimelineColours dark = {
    .back = { 0.13, 0.13, 0.15, 1 },
    .text = { 0.98, 0.98, 0.98, 1 },
    .dim = { 0.75, 0.75, 0.78, 1 },
    .line = { 1, 1, 1, 0.16 },
    .heading = { 1, 1, 1, 0.07 },
    .bar = { 0.12, 0.29, 0.5, 1 },
    .edge = { 0.51, 0.73, 0.98, 1 },
    .quiet = { 0.64, 0.64, 0.67, 1 },
    .today = { 1, 0.48, 0.39, 1 },
    .line_width = 1,
  };
  EntTimelineColours colours = ground == ENT_TIMELINE_DARK ? dark : light;

  if (ground == ENT_TIMELINE_PAPER)
    {
      colours.back = (EntTimelineColour) { 1, 1, 1, 1 };
      colours.text = (EntTimelineColour) { 0, 0, 0, 1 };
      colours.line_width = 0.5;
    }
  if (high_contrast)
    {
      colours.dim = colours.quiet = colours.edge = colours.text;
      colours.line.alpha = 0.5;
      colours.line_width = 2;
    }

  return colours;
}
