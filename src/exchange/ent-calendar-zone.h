/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

icalcomponent *ent_calendar_zone_new (const char *name, int first_year, int last_year);

G_END_DECLS
