/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-contacts-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

/* The columns, under the names of the fields of a person. */
typedef enum
{
  FAMILY,
  GIVEN,
  SHOWN_NAME,
  EMAIL,
  PHONE,
  ORGANISATION,
  FUNCTION,
  N_COLUMNS,
} Column;

static const char *const titles[N_COLUMNS] = {
  "family", "given", "shown_name", "email", "phone", "mandate.organisation", "mandate.function",
};

/* One card (RFC 6350, and 2426 and vCard 2.1 before it). */
typedef struct
{
  char *values[N_COLUMNS];
  gboolean preferred[N_COLUMNS];
  guint line;
} Card;

static void
card_clear (Card *card)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&card->values[i], g_free);
  memset (card->preferred, 0, sizeof card->preferred);
}

/* "=C3=A9" is "é" (RFC 2045, §6.7). */
static char *
decode_quoted (const char *text)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      {
        g_string_append_c (bytes,
                           (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2])));
        p += 2;
      }
    else
      g_string_append_c (bytes, *p);

  return g_utf8_make_valid (bytes->str, (gssize) bytes->len);
}

/* The part @index of a value "Prévot;Maxime;;;", without its signs of escape. */
static char *
dup_part (const char *value, guint index)
{
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *p = value; *p; p++)
    {
      if (*p == ';')
        {
          if (index-- == 0)
            break;
        }
      else if (*p == '\\' && p[1])
        {
          p++;
          if (index == 0)
            g_string_append_c (part, *p == 'n' || *p == 'N' ? ' ' : *p);
        }
      else if (index == 0)
        g_string_append_c (part, *p);
    }
  g_strstrip (part->str);

  return g_strdup (part->str);
}

/* The first that is said, unless a later one is preferred. */
static void
keep (Card *card, Column column, char *text, gboolean preferred)
{
  g_autofree char *value = text;

  if (ent_text_is_blank (value)
      || (card->values[column] && (card->preferred[column] || !preferred)))
    return;
  g_free (card->values[column]);
  card->values[column] = g_steal_pointer (&value);
  card->preferred[column] = preferred;
}

static gboolean
is_preferred (const char *parameters)
{
  g_autofree char *folded = g_ascii_strup (parameters, -1);

  return strstr (folded, "PREF") != NULL;
}

/* An address may be written as "mailto:…", a number as "tel:…". */
static char *
dup_address (const char *value)
{
  char *text = dup_part (value, 0);
  const char *const schemes[] = { "mailto:", "tel:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (text, schemes[i], strlen (schemes[i])) == 0)
      memmove (text, text + strlen (schemes[i]), strlen (text + strlen (schemes[i])) + 1);

  return text;
}

static void
read_property (Card *card, const char *name, const char *parameters, const char *value)
{
  gboolean preferred = is_preferred (parameters);

  if (g_str_equal (name, "N"))
    {
      keep (card, FAMILY, dup_part (value, 0), FALSE);
      keep (card, GIVEN, dup_part (value, 1), FALSE);
    }
  else if (g_str_equal (name, "FN"))
    keep (card, SHOWN_NAME, dup_part (value, 0), preferred);
  else if (g_str_equal (name, "EMAIL"))
    keep (card, EMAIL, dup_address (value), preferred);
  else if (g_str_equal (name, "TEL"))
    keep (card, PHONE, dup_address (value), preferred);
  else if (g_str_equal (name, "ORG"))
    keep (card, ORGANISATION, dup_part (value, 0), FALSE);
  else if (g_str_equal (name, "TITLE"))
    keep (card, FUNCTION, dup_part (value, 0), TRUE);
  else if (g_str_equal (name, "ROLE"))
    keep (card, FUNCTION, dup_part (value, 0), FALSE);
}

/* Who is somewhere is there as something. */
static void
take_card (EntCells *cells, Card *card)
{
  ent_cells_begin_row (cells, card->line);
  if (card->values[ORGANISATION] && !card->values[FUNCTION])
    card->values[FUNCTION] = g_strdup (C_ ("function", "Contact"));
  for (guint i = 0; i < N_COLUMNS; i++)
    ent_cells_take_cell (cells, g_strdup (card->values[i]));
  card_clear (card);
}

static void
read_line (EntCells *cells, Card *card, const char *line, guint number)
{
  const char *colon = line;
  g_autofree char *head = NULL;
  g_autofree char *value = NULL;
  g_autofree char *folded = NULL;
  char *parameters, *name;

  for (gboolean quoted = FALSE; *colon && (quoted || *colon != ':'); colon++)
    quoted ^= *colon == '"';
  if (!*colon)
    return;

  head = g_strndup (line, (gsize) (colon - line));
  parameters = head + strcspn (head, ";");
  if (*parameters)
    *parameters++ = '\0';
  name = strrchr (head, '.') ? strrchr (head, '.') + 1 : head;
  folded = g_ascii_strup (name, -1);
  g_autofree char *upper = g_ascii_strup (parameters, -1);
  value = strstr (upper, "QUOTED-PRINTABLE") ? decode_quoted (colon + 1) : g_strdup (colon + 1);

  if (g_str_equal (folded, "BEGIN"))
    {
      card_clear (card);
      card->line = number;
    }
  else if (g_str_equal (folded, "END") && card->line > 0)
    take_card (cells, card);
  else
    read_property (card, folded, parameters, value);
}

/* Whether the line goes on in the next one: folded (RFC 6350, §3.2), or quoted-printable. */
static gboolean
goes_on (const GString *line, const char *next)
{
  return *next == ' ' || *next == '\t'
         || (line->len > 0 && line->str[line->len - 1] == '='
             && strcasestr (line->str, "QUOTED-PRINTABLE"));
}

/**
 * ent_contacts_read:
 * @bytes: contacts as vCard (.vcf), of any version
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Returns: (transfer full): a row a card under the names of the fields of a person, or %NULL
 */
EntCells *
ent_contacts_read (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_utf8_validate_len (data, size, NULL)
                              ? g_strndup (data, size)
                              : g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, NULL,
                                           NULL);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  g_autoptr (EntCells) cells = ent_cells_new ();
  Card card = { 0 };

  ent_cells_begin_row (cells, 1);
  for (guint i = 0; i < N_COLUMNS; i++)
    ent_cells_take_cell (cells, g_strdup (titles[i]));
  for (guint i = 0; lines[i] && ent_cells_get_n_rows (cells) <= ENT_CELLS_MOST_ROWS; i++)
    {
      g_autoptr (GString) line = g_string_new (g_strchomp (lines[i]));
      guint number = i + 1;

      while (lines[i + 1] && goes_on (line, lines[i + 1]))
        {
          if (*lines[++i] == ' ' || *lines[i] == '\t')
            g_string_append (line, g_strchomp (lines[i]) + 1);
          else
            {
              g_string_truncate (line, line->len - 1);
              g_string_append (line, g_strchomp (lines[i]));
            }
        }
      read_line (cells, &card, line->str, number);
    }
  card_clear (&card);
  ent_cells_end (cells);
  if (ent_cells_get_n_rows (cells) > 1)
    return ent_cells_check (cells, error) ? g_steal_pointer (&cells) : NULL;

  g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                       _("There is no contact in this file."));
  return NULL;
}
