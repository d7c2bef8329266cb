/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-fill-private.h"

#include <glib/gi18n-lib.h>

#include "base/ent-gazetteer.h"
#include "base/ent-text.h"
#include "reader/ent-reader-private.h"

/* A passage is quoted up to here, in characters. */
#define LONGEST_QUOTE 500

static EntImportRecord *
find_record (EntImport *import, EntId id)
{
  for (guint i = 0; i < import->records->len; i++)
    {
      EntImportRecord *record = g_ptr_array_index (import->records, i);

      if (record->id == id)
        return record;
    }

  return NULL;
}

EntImportRecord *
ent_review_add (EntImport *import, const EntTable *table)
{
  EntImportRecord *record = ent_import_add (import, table, ent_id_new ());

  record->source = g_strdup (_(table->label));
  return record;
}

void
ent_review_set (EntImportRecord *record, const char *column, const char *value)
{
  if (value)
    ent_import_record_set (record, ent_table_find_column (record->table, column), NULL, value);
}

void
ent_review_set_id (EntImportRecord *record, const char *column, EntId id)
{
  g_autofree char *text = ent_id_to_string (id);

  if (id != ENT_ID_NONE)
    ent_review_set (record, column, text);
}

void
ent_review_set_number (EntImportRecord *record, const char *column, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  ent_review_set (record, column, text);
}

/* A record that gets values: one of the import, or of the project. */
EntImportRecord *
ent_review_edit (EntReviewFill *fill, EntId id)
{
  EntImportRecord *record = find_record (fill->import, id);
  EntRecord *known = record ? NULL : ent_project_get (fill->review->project, id);

  if (record || !known)
    return record;

  record = ent_import_add (fill->import, ent_record_get_table (known), id);
  record->known = TRUE;
  record->source = ent_record_dup_title (known, fill->review->project, NULL);
  return record;
}

/* Where words stand: characters from the beginning of their page, as the boxes of a page count. */
static void
set_passage (EntImportRecord *citation, const char *text, const EntProposal *proposal)
{
  const char *start = text + proposal->start;
  const char *end = text + proposal->end;
  const char *page = start;
  glong n;
  g_autofree char *quote = NULL;

  while (page > text && page[-1] != '\f')
    page--;
  n = MIN (g_utf8_strlen (start, end - start), LONGEST_QUOTE);
  quote = g_utf8_substring (start, 0, n);
  for (char *p = quote; *p; p++)
    if (g_ascii_isspace (*p))
      *p = ' ';
  g_strstrip (quote);
  ent_review_set_number (citation, "page", proposal->page);
  ent_review_set_number (citation, "start", (guint) g_utf8_strlen (page, start - page));
  ent_review_set_number (citation, "end", (guint) g_utf8_strlen (page, end - page));
  ent_review_set (citation, "quote", *quote ? quote : NULL);
}

/* Says of a value where it was read; @claim is what the document says otherwise. */
void
ent_review_cite (EntReviewFill *fill,
                 EntId record,
                 const char *field,
                 const EntReviewItem *item,
                 const char *claim)
{
  EntImportRecord *citation = ent_review_add (fill->import, &ent_citation_table);

  ent_review_set_id (citation, "record", record);
  ent_review_set (citation, "field", field);
  ent_review_set (citation, "claim", claim);
  ent_review_set_id (citation, "document", fill->document);
  set_passage (citation, fill->review->text, item->proposal);
}

/* A record of the import that was made for the same name a moment ago. */
EntId
ent_review_find_made (EntReviewFill *fill,
                      const EntTable *table,
                      const char *column,
                      const char *name)
{
  const EntColumn *name_column = ent_table_find_column (table, column);
  g_autofree char *core = ent_read_core (name);

  for (guint i = 0; i < fill->import->records->len; i++)
    {
      EntImportRecord *record = g_ptr_array_index (fill->import->records, i);
      const char *other = record->table == table ? ent_import_record_get (record, name_column)
                                                 : NULL;
      g_autofree char *other_core = other && !record->known ? ent_read_core (other) : NULL;

      if (g_strcmp0 (core, other_core) == 0)
        return record->id;
    }

  return ENT_ID_NONE;
}

static EntId
find_country (EntProject *project, const char *code)
{
  GListModel *places = ent_project_get_list (project, &ent_place_table);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (EntPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (place->kind, "country") == 0 && place->iso_code
          && g_ascii_strcasecmp (place->iso_code, code) == 0)
        return ent_record_get_id (ENT_RECORD (place));
    }

  return ENT_ID_NONE;
}

/* The country of @code: one of the project, or a new one under the name the gazetteer knows. */
static EntId
take_country (EntReviewFill *fill, const char *code)
{
  EntGazetteer *gazetteer = code ? ent_gazetteer_get_default () : NULL;
  const char *lang = ent_project_get_lang (fill->review->project);
  EntId id = code ? find_country (fill->review->project, code) : ENT_ID_NONE;
  const char *name;
  EntImportRecord *country;

  if (id != ENT_ID_NONE || !code)
    return id;

  name = gazetteer ? ent_gazetteer_get_country_name (gazetteer, code, lang ? lang : "fr") : NULL;
  if (!name)
    name = code;
  id = ent_review_find_made (fill, &ent_place_table, "name", name);
  if (id != ENT_ID_NONE)
    return id;

  country = ent_review_add (fill->import, &ent_place_table);
  ent_review_set (country, "name", name);
  ent_review_set (country, "kind", "country");
  ent_review_set (country, "iso_code", code);
  return country->id;
}

EntId
ent_review_take_place (EntReviewFill *fill, EntId known, const char *name, EntId country)
{
  EntId id = known != ENT_ID_NONE ? known
                                  : ent_review_find_made (fill, &ent_place_table, "name", name);
  EntImportRecord *place;

  if (id != ENT_ID_NONE)
    return id;

  place = ent_review_add (fill->import, &ent_place_table);
  ent_review_set (place, "name", name);
  ent_review_set (place, "kind", "city");
  ent_review_set_id (place, "parent", country);
  return place->id;
}

/* "Ville de X", "City of X" is a city; of another body the text says no more than its name. */
EntId
ent_review_take_organisation (EntReviewFill *fill, EntId known, const char *name, const char *code)
{
  EntId id = known != ENT_ID_NONE
                 ? known
                 : ent_review_find_made (fill, &ent_organisation_table, "name", name);
  EntImportRecord *organisation;
  EntId country;
  g_autoptr (GRegex)
      regex = g_regex_new ("^(?:la |the )?(?:ville|city|commune|town|municipalité|municipality) "
                           "(?:de la |de |d['’]|of )",
                           G_REGEX_CASELESS, 0, NULL);
  g_autofree char *town = g_regex_replace_literal (regex, name, -1, 0, "", 0, NULL);

  if (id != ENT_ID_NONE)
    return id;

  country = take_country (fill, code);
  organisation = ent_review_add (fill->import, &ent_organisation_table);
  id = organisation->id;
  ent_review_set (organisation, "name", name);
  if (!g_str_equal (town, name))
    {
      g_autoptr (GArray) places = ent_review_names_find (fill->review->places, town);
      EntId place = ent_review_names_choose (fill->review->places, places, town);

      ent_review_set (organisation, "kind", "city");
      ent_review_set (organisation, "level", "municipal");
      ent_review_set_id (organisation, "place", ent_review_take_place (fill, place, town, country));
    }
  else
    ent_review_set_id (organisation, "place", country);

  return id;
}
