/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/ent-timeline.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TIMELINE_PDF,
  ENT_TIMELINE_SVG,
} EntTimelineFormat;

GBytes *ent_timeline_to_bytes (const EntTimeline *timeline,
                               EntTimelineFormat format,
                               const char *title,
                               const char *lang);
void ent_timeline_export (GtkWidget *widget,
                          EntSession *session,
                          const EntTimeline *timeline,
                          EntTimelineFormat format,
                          const char *lang);

G_END_DECLS
