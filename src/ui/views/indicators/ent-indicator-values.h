/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The figures of an indicator: drawn, and as the table in which they are entered. */
#define ENT_TYPE_INDICATOR_VALUES (ent_indicator_values_get_type ())
G_DECLARE_FINAL_TYPE (
    EntIndicatorValues, ent_indicator_values, ENT, INDICATOR_VALUES, AdwPreferencesGroup)

GtkWidget *ent_indicator_values_new (EntSession *session, EntRecord *indicator);

G_END_DECLS
