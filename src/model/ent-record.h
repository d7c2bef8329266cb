/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/ent-column.h"

G_BEGIN_DECLS

#define ENT_TYPE_RECORD (ent_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntRecord, ent_record, ENT, RECORD, GObject)

typedef struct _EntProject EntProject;
typedef struct _EntTable EntTable;

/* What a kind of record is asked beside what the type requires: at most so many fields. */
#define ENT_MAX_KIND_FIELDS 5

typedef struct
{
  const char *kind;
  const char *columns[ENT_MAX_KIND_FIELDS]; /* the rest NULL */
} EntKindFields;

/* A record type: its name is that of its SQL table, its JSON array and its type
 * in ententectl. */
struct _EntTable
{
  const char *name;
  const char *label;  /* msgid, one of them: "Agreement" */
  const char *plural; /* msgid, the type as a list: "Agreements" */
  GType (*get_type) (void);
  const EntColumn *columns;
  guint n_columns;
  /* NULL: the text of the column "title", "name" or "label". */
  char *(*dup_title) (EntRecord *record, EntProject *project, const char *lang);
  const EntKindFields *kind_fields; /* up to one without kind; NULL: every kind is asked all */
};

struct _EntRecordClass
{
  GObjectClass parent_class;
  const EntTable *table;
};

typedef struct
{
  EntId term;
  int weight; /* 0, 1, 2: see model.md; -1 when unweighted */
} EntTag;

/* The values of the registry row, which every record has. */
extern const EntColumn ent_record_columns[];
extern const guint ent_record_n_columns;

void ent_record_class_install (EntRecordClass *klass, const EntTable *table);

EntRecord *ent_record_new (const EntTable *table, EntId id);
EntId ent_record_get_id (EntRecord *self);
const EntTable *ent_record_get_table (EntRecord *self);
const char *ent_record_get_type_name (EntRecord *self);
gboolean ent_record_is (EntRecord *self, const EntTable *table);

/* Reading a field by its column. */
const char *ent_record_get_string (EntRecord *self, const EntColumn *column);
EntDate *ent_record_get_date (EntRecord *self, const EntColumn *column);
gint64 ent_record_get_integer (EntRecord *self, const EntColumn *column);
double ent_record_get_real (EntRecord *self, const EntColumn *column);
EntId ent_record_get_reference (EntRecord *self, const EntColumn *column);
gboolean ent_record_get_flag (EntRecord *self, const EntColumn *column);
gboolean ent_record_has_value (EntRecord *self, const EntColumn *column);
char *ent_record_dup_value (EntRecord *self, const EntColumn *column);

/* Reading text in a language, with the other one as a fallback. */
const char *ent_record_get_lang (EntRecord *self);
const char *ent_record_get_visibility (EntRecord *self);
const char *ent_record_get_text (EntRecord *self,
                                 const EntColumn *column,
                                 const char *lang,
                                 const char **found_lang);
const char *ent_record_get_translation (EntRecord *self, const char *field, const char *lang);
GPtrArray *ent_record_dup_translations (EntRecord *self);
const EntTag *ent_record_get_tags (EntRecord *self, guint *n_tags);
char *ent_record_dup_title (EntRecord *self, EntProject *project, const char *lang);

/* Writing: for the store alone, which keeps memory and database equal. */
void ent_record_set_string (EntRecord *self, const EntColumn *column, const char *canonical);
void ent_record_set_integer (EntRecord *self, const EntColumn *column, gint64 value);
void ent_record_set_real (EntRecord *self, const EntColumn *column, double value);
void ent_record_set_unknown (EntRecord *self, const EntColumn *column);
void ent_record_set_translation (EntRecord *self,
                                 const char *field,
                                 const char *lang,
                                 const char *text);
void ent_record_set_tag (EntRecord *self, EntId term, int weight);
void ent_record_clear_tag (EntRecord *self, EntId term);

const EntColumn *ent_table_find_column (const EntTable *table, const char *name);
const EntColumn *ent_table_get_owner (const EntTable *table);
const EntColumn *ent_table_get_name (const EntTable *table);
gboolean ent_table_asks (const EntTable *table, const char *kind, const EntColumn *column);
gboolean ent_record_shows (EntRecord *self, const EntColumn *column);

/* A translation as ent_record_dup_translations () gives them, sorted. */
typedef struct
{
  const char *field;
  const char *lang;
  const char *text;
} EntTranslation;

G_END_DECLS
