/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/ent-date.h"
#include "base/ent-id.h"
#include "base/ent-words.h"

G_BEGIN_DECLS

/* What a field holds. The C type of its member is in brackets. */
typedef enum
{
  ENT_KIND_TEXT,      /* one line (char *) */
  ENT_KIND_LONG_TEXT, /* paragraphs (char *) */
  ENT_KIND_CHOICE,    /* one of a closed list (char *) */
  ENT_KIND_DATE,      /* a partial date (EntDate *) */
  ENT_KIND_DECIMAL,   /* canonical decimal text, see base/ent-number.h (char *) */
  ENT_KIND_MONEY,     /* the same; its currency is the column beside it (char *) */
  ENT_KIND_INTEGER,   /* gint64, ENT_INTEGER_NONE when unknown: never 0 for that */
  ENT_KIND_REAL,      /* double, NAN when unknown */
  ENT_KIND_REFERENCE, /* EntId of another record, ENT_ID_NONE when none */
  ENT_KIND_FLAG,      /* gboolean */
} EntKind;

#define ENT_INTEGER_NONE G_MININT64

typedef enum
{
  ENT_COLUMN_NONE = 0,
  ENT_COLUMN_REQUIRED = 1 << 0,     /* a record without it is refused */
  ENT_COLUMN_SEARCHABLE = 1 << 1,   /* goes into the search index */
  ENT_COLUMN_TRANSLATABLE = 1 << 2, /* may have translations */
  ENT_COLUMN_OWNER = 1 << 3,        /* the reference to what the record hangs on */
  ENT_COLUMN_CONTACT = 1 << 4,      /* personal data: contact */
  ENT_COLUMN_SENSITIVE = 1 << 5,    /* personal data that papers leave out */
  ENT_COLUMN_CODE = 1 << 6,         /* codes of donors and standards: not on a default page */
  ENT_COLUMN_ORDER = 1 << 7,        /* place among brothers; never shown */
  ENT_COLUMN_TIME = 1 << 8,         /* a text that is a time of day, "09:30" */
  ENT_COLUMN_ZONE = 1 << 9,         /* a text that is a time zone, "Europe/Brussels" */
} EntColumnFlags;

typedef struct
{
  const char *value;   /* as stored and exchanged */
  const char *context; /* of the msgid */
  const char *label;   /* msgid */
} EntChoice;

/* One field of a record type: from it come the property, the SQL, the form row,
 * the JSON and CSV name, the search index and the words of the history. */
typedef struct
{
  const char *name;
  EntKind kind;
  gsize offset;
  guint flags;
  const char *label;        /* msgid */
  const char *target;       /* reference: name of the type, or "record" for any */
  const EntChoice *choices; /* choice: ends with a NULL value */
} EntColumn;

/* Offset of @member, refused by the compiler when its type is not @ctype. */
#define ENT_MEMBER(Type, member, ctype)                                                           \
  (G_STRUCT_OFFSET (Type, member)                                                                 \
   + 0 * sizeof (char[1 - 2 * !__builtin_types_compatible_p (__typeof__ (((Type *) 0)->member),   \
                                                             ctype)]))

#define ENT_TEXT(Type, member, name, label, flags)                                                \
  { name, ENT_KIND_TEXT, ENT_MEMBER (Type, member, char *), flags, label, NULL, NULL }
#define ENT_LONG_TEXT(Type, member, name, label, flags)                                           \
  { name, ENT_KIND_LONG_TEXT, ENT_MEMBER (Type, member, char *), flags, label, NULL, NULL }
#define ENT_CHOICE(Type, member, name, label, flags, choices)                                     \
  { name, ENT_KIND_CHOICE, ENT_MEMBER (Type, member, char *), flags, label, NULL, choices }
#define ENT_DATE(Type, member, name, label, flags)                                                \
  { name, ENT_KIND_DATE, ENT_MEMBER (Type, member, EntDate *), flags, label, NULL, NULL }
#define ENT_DECIMAL(Type, member, name, label, flags)                                             \
  { name, ENT_KIND_DECIMAL, ENT_MEMBER (Type, member, char *), flags, label, NULL, NULL }
#define ENT_MONEY(Type, member, name, label, flags)                                               \
  { name, ENT_KIND_MONEY, ENT_MEMBER (Type, member, char *), flags, label, NULL, NULL }
#define ENT_INTEGER(Type, member, name, label, flags)                                             \
  { name, ENT_KIND_INTEGER, ENT_MEMBER (Type, member, gint64), flags, label, NULL, NULL }
#define ENT_REAL(Type, member, name, label, flags)                                                \
  { name, ENT_KIND_REAL, ENT_MEMBER (Type, member, double), flags, label, NULL, NULL }
#define ENT_REFERENCE(Type, member, name, label, flags, target)                                   \
  { name, ENT_KIND_REFERENCE, ENT_MEMBER (Type, member, EntId), flags, label, target, NULL }
#define ENT_FLAG(Type, member, name, label, flags)                                                \
  { name, ENT_KIND_FLAG, ENT_MEMBER (Type, member, gboolean), flags, label, NULL, NULL }

const char *ent_kind_to_string (EntKind kind);

const EntChoice *ent_column_find_choice (const EntColumn *column, const char *value);
const char *ent_choice_get_words (const EntChoice *choice, const char *lang);
gboolean ent_column_parse (const EntColumn *column,
                           const char *typed,
                           char **canonical,
                           GError **error);
char *ent_column_display (const EntColumn *column, const char *canonical, const char *lang);

G_END_DECLS
