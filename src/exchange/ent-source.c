/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "exchange/ent-calendar-read.h"
#include "exchange/ent-contacts-read.h"
#include "exchange/ent-sheet-private.h"
#include "exchange/ent-zip.h"

#define MOST_BYTES (64 * 1024 * 1024)

const char *const ent_source_endings[] = { "csv", "tsv", "txt", "ods", "xlsx", "vcf", "ics", NULL };

/**
 * ent_source_has_ending:
 * @path: name of a file
 *
 * Returns: whether it ends as the files do that are read here
 */
gboolean
ent_source_has_ending (const char *path)
{
  const char *point = strrchr (path, '.');

  for (guint i = 0; point && ent_source_endings[i]; i++)
    if (g_ascii_strcasecmp (point + 1, ent_source_endings[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the text begins so, after a mark of its encoding and blank lines. */
static gboolean
begins_with (GBytes *bytes, const char *word)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (word);

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  while (size > 0 && g_ascii_isspace (*data))
    {
      data++;
      size--;
    }

  return size >= length && g_ascii_strncasecmp (data, word, length) == 0;
}

EntSourceKind
ent_source_get_kind (GBytes *bytes)
{
  if (begins_with (bytes, "BEGIN:VCARD"))
    return ENT_SOURCE_CONTACTS;

  return begins_with (bytes, "BEGIN:VCALENDAR") ? ENT_SOURCE_CALENDAR : ENT_SOURCE_TABLE;
}

/* "Contacts, Visits" */
void
ent_sheet_set_missing (const char *name, GPtrArray *names, GError **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  g_ptr_array_set_size (names, (int) names->len - 1);
  g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
               _("There is no table called “%s” in this document. It has: %s."), name, list);
}

static EntCells *
read_document (GBytes *bytes, const char *sheet, GError **error)
{
  const char *const wanted[] = { "content.xml", "xl/", NULL };
  g_autoptr (GHashTable) parts = ent_zip_read (bytes, wanted, error);
  GBytes *content = parts ? g_hash_table_lookup (parts, "content.xml") : NULL;

  if (!parts)
    return NULL;
  if (content)
    return ent_sheet_read_ods (content, sheet, error);

  return ent_sheet_read_xlsx (parts, sheet, error);
}

/**
 * ent_source_read:
 * @bytes: a file of comma-separated values, a document of a spreadsheet program (.ods, .xlsx),
 *   contacts (.vcf) or a calendar (.ics); what it is, is told by what is in it
 * @sheet: (nullable): the table of a spreadsheet that is meant; %NULL for the first
 * @error: return location: %ENT_ERROR_INVALID_VALUE, %ENT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): its rows under titles, or %NULL
 */
EntCells *
ent_source_read (GBytes *bytes, const char *sheet, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > MOST_BYTES)
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("This table is larger than 64 MB: bring it in in parts."));
      return NULL;
    }

  switch (ent_source_get_kind (bytes))
    {
    case ENT_SOURCE_CONTACTS:
      return ent_contacts_read (bytes, error);
    case ENT_SOURCE_CALENDAR:
      return ent_calendar_read (bytes, error);
    case ENT_SOURCE_TABLE:
    default:
      return size >= 4 && memcmp (data, "PK\3\4", 4) == 0 ? read_document (bytes, sheet, error)
                                                          : ent_cells_read (bytes, error);
    }
}

/**
 * ent_source_guess:
 * @kind: what was read
 * @cells: its rows
 *
 * Returns: (nullable): the type of record that the rows are of
 */
const EntTable *
ent_source_guess (EntSourceKind kind, EntCells *cells)
{
  if (kind == ENT_SOURCE_CONTACTS)
    return &ent_person_table;

  return kind == ENT_SOURCE_CALENDAR ? &ent_event_table : ent_table_guess (cells);
}

/**
 * ent_source_prepare:
 * @kind: what was read
 * @plan: what is to be done with it
 *
 * A calendar knows its events again, and says what changed; what it does not say of an event is
 * proposed.
 */
void
ent_source_prepare (EntSourceKind kind, EntTablePlan *plan)
{
  if (kind != ENT_SOURCE_CALENDAR || ent_table_plan_get_table (plan) != &ent_event_table)
    return;

  ent_table_plan_set_changes (plan, TRUE);
  ent_table_plan_set_value (plan, "kind", "meeting", NULL);
  ent_table_plan_set_value (plan, "state", "planned", NULL);
}
