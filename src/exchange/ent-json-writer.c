/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-json-writer.h"

#include <math.h>

#include "base/ent-number.h"

struct _EntJsonWriter
{
  GString *text;
  GArray *counts;     /* guint: members written, a level each */
  gboolean after_key; /* the value that follows stands on the key's line */
};

/**
 * ent_json_writer_new:
 *
 * Returns: (transfer full): a writer of one JSON text
 */
EntJsonWriter *
ent_json_writer_new (void)
{
  EntJsonWriter *self = g_new0 (EntJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ent_json_writer_free (EntJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->counts);
  g_free (self);
}

/**
 * ent_json_writer_finish:
 * @self: (transfer full): a writer whose objects and arrays are all ended
 *
 * Returns: (transfer full): the text, with a line feed at its end
 */
char *
ent_json_writer_finish (EntJsonWriter *self)
{
  char *text;

  g_return_val_if_fail (self->counts->len == 0, NULL);

  g_string_append_c (self->text, '\n');
  text = g_string_free (g_steal_pointer (&self->text), FALSE);
  g_array_unref (self->counts);
  g_free (self);
  return text;
}

static void
append_new_line (EntJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->counts->len; i++)
    g_string_append (self->text, "  ");
}

/* What stands between the brother before and what comes now. */
static void
begin_item (EntJsonWriter *self)
{
  guint *count;

  if (self->after_key || self->counts->len == 0)
    {
      self->after_key = FALSE;
      return;
    }

  count = &g_array_index (self->counts, guint, self->counts->len - 1);
  if (*count > 0)
    g_string_append_c (self->text, ',');
  *count += 1;
  append_new_line (self);
}

static void
begin_level (EntJsonWriter *self, char bracket)
{
  const guint none = 0;

  begin_item (self);
  g_string_append_c (self->text, bracket);
  g_array_append_val (self->counts, none);
}

static void
end_level (EntJsonWriter *self, char bracket)
{
  guint count;

  g_return_if_fail (self->counts->len > 0 && !self->after_key);

  count = g_array_index (self->counts, guint, self->counts->len - 1);
  g_array_set_size (self->counts, self->counts->len - 1);
  if (count > 0)
    append_new_line (self);
  g_string_append_c (self->text, bracket);
}

void
ent_json_writer_begin_object (EntJsonWriter *self)
{
  begin_level (self, '{');
}

void
ent_json_writer_end_object (EntJsonWriter *self)
{
  end_level (self, '}');
}

void
ent_json_writer_begin_array (EntJsonWriter *self)
{
  begin_level (self, '[');
}

void
ent_json_writer_end_array (EntJsonWriter *self)
{
  end_level (self, ']');
}

static void
append_quoted (GString *string, const char *text)
{
  g_string_append_c (string, '"');
  for (const char *p = text; *p; p++)
    switch (*p)
      {
      case '"':
        g_string_append (string, "\\\"");
        break;
      case '\\':
        g_string_append (string, "\\\\");
        break;
      case '\n':
        g_string_append (string, "\\n");
        break;
      case '\r':
        g_string_append (string, "\\r");
        break;
      case '\t':
        g_string_append (string, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (string, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (string, *p);
      }
  g_string_append_c (string, '"');
}

/**
 * ent_json_writer_key:
 * @self: a writer, within an object
 * @key: name of the member; its value is written next
 */
void
ent_json_writer_key (EntJsonWriter *self, const char *key)
{
  g_return_if_fail (!self->after_key);

  begin_item (self);
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
  self->after_key = TRUE;
}

/**
 * ent_json_writer_string:
 * @self: a writer
 * @text: (nullable): valid UTF-8; %NULL is written as null
 */
void
ent_json_writer_string (EntJsonWriter *self, const char *text)
{
  begin_item (self);
  if (text)
    append_quoted (self->text, text);
  else
    g_string_append (self->text, "null");
}

void
ent_json_writer_integer (EntJsonWriter *self, gint64 value)
{
  begin_item (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * ent_json_writer_real:
 * @self: a writer
 * @value: a number; one that is not finite is written as null
 */
void
ent_json_writer_real (EntJsonWriter *self, double value)
{
  g_autofree char *text = isfinite (value) ? ent_number_from_real (value) : g_strdup ("null");

  begin_item (self);
  g_string_append (self->text, text);
}

void
ent_json_writer_boolean (EntJsonWriter *self, gboolean value)
{
  begin_item (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
ent_json_writer_null (EntJsonWriter *self)
{
  ent_json_writer_string (self, NULL);
}

void
ent_json_writer_member (EntJsonWriter *self, const char *key, const char *text)
{
  ent_json_writer_key (self, key);
  ent_json_writer_string (self, text);
}

/**
 * ent_json_writer_member_id:
 * @self: a writer, within an object
 * @key: name of the member
 * @id: identity of a record; %ENT_ID_NONE is written as null
 */
void
ent_json_writer_member_id (EntJsonWriter *self, const char *key, EntId id)
{
  g_autofree char *text = id == ENT_ID_NONE ? NULL : ent_id_to_string (id);

  ent_json_writer_member (self, key, text);
}

/**
 * ent_json_writer_field:
 * @self: a writer, within an object
 * @record: a record
 * @column: one of its columns
 *
 * The member of one field: integers and reals as numbers, flags as true or false, everything
 * else as text; null for no value.
 */
void
ent_json_writer_field (EntJsonWriter *self, EntRecord *record, const EntColumn *column)
{
  g_autofree char *value = NULL;

  ent_json_writer_key (self, column->name);
  if (column->kind == ENT_KIND_FLAG)
    ent_json_writer_boolean (self, ent_record_get_flag (record, column));
  else if (!ent_record_has_value (record, column))
    ent_json_writer_null (self);
  else if (column->kind == ENT_KIND_INTEGER)
    ent_json_writer_integer (self, ent_record_get_integer (record, column));
  else if (column->kind == ENT_KIND_REAL)
    ent_json_writer_real (self, ent_record_get_real (record, column));
  else
    {
      value = ent_record_dup_value (record, column);
      ent_json_writer_string (self, value);
    }
}
