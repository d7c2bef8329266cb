/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A date as exactly as it is known, after EDTF (ISO 8601-2) level 1: a year, a
 * month, a day, a season, an interval whose ends may be open or unknown,
 * qualified as approximate (~), uncertain (?) or both (%), with unspecified
 * digits (201X, 2024-XX, 2024-05-XX). Immutable and reference-counted.
 *
 * Days are counted as GLib does for GDate: Julian days, 1 = 1 January of year 1. */
typedef struct _EntDate EntDate;

#define ENT_TYPE_DATE (ent_date_get_type ())

/* What earliest and latest are where the date has no such bound. */
#define ENT_DAY_MIN 0
#define ENT_DAY_MAX G_MAXINT32

/* The coarsest unit the date is written in. */
typedef enum
{
  ENT_PRECISION_DAY,
  ENT_PRECISION_MONTH,
  ENT_PRECISION_SEASON,
  ENT_PRECISION_YEAR,
  ENT_PRECISION_DECADE,
  ENT_PRECISION_CENTURY,
  ENT_PRECISION_INTERVAL,
} EntPrecision;

GType ent_date_get_type (void);

EntDate *ent_date_new (const char *edtf, GError **error);
EntDate *ent_date_new_typed (const char *text, GError **error);
EntDate *ent_date_new_day (int julian);
EntDate *ent_date_ref (EntDate *date);
void ent_date_unref (EntDate *date);

const char *ent_date_get_text (const EntDate *date);
int ent_date_get_earliest (const EntDate *date);
int ent_date_get_latest (const EntDate *date);
EntPrecision ent_date_get_precision (const EntDate *date);
gboolean ent_date_is_approximate (const EntDate *date);
gboolean ent_date_is_uncertain (const EntDate *date);
gboolean ent_date_is_open_ended (const EntDate *date);
gboolean ent_date_touches (const EntDate *date, int first, int last);
int ent_date_compare (const EntDate *a, const EntDate *b);

/* Long form for prose ("1er mai 2024", "mai 2024", "du 19 au 21 juillet 2024"),
 * short for tables ("01/05/2024", "1 May 2024" in English). lang: "fr", "en". */
char *ent_date_format (const EntDate *date, const char *lang);
char *ent_date_format_short (const EntDate *date, const char *lang);

/* The day as "2026-12-31", and back; 0 and FALSE where it is none. */
char *ent_day_to_iso (int julian);
gboolean ent_day_parse_iso (const char *text, int *julian);
char *ent_day_format (int julian, const char *lang);
int ent_day_of_year_start (int year);
int ent_day_of_year_end (int year);
int ent_day_get_year (int julian);
int ent_day_today (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDate, ent_date_unref)

G_END_DECLS
