/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-arguments.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ent-error.h"
#include "cli/ent-cli.h"

struct _EntArguments
{
  GPtrArray *words;    /* what is no option; the texts are the caller's */
  GHashTable *options; /* name → GPtrArray of values; "" for a flag */
};

static const EntOption help_option = { "help", 'h', NULL, N_ ("Show this help") };

static const EntOption *
find_option (const EntOption *options, const char *name, gsize length, char letter)
{
  if (letter ? letter == help_option.letter
             : name && strncmp (name, "help", MAX (length, 4)) == 0)
    return &help_option;

  for (const EntOption *option = options; option && option->name; option++)
    if (letter ? option->letter == letter
               : strlen (option->name) == length && strncmp (option->name, name, length) == 0)
      return option;

  return NULL;
}

static gboolean
refuse_unknown (const EntOption *options, const char *word, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *nearest;

  for (const EntOption *option = options; option && option->name; option++)
    g_ptr_array_add (names, g_strconcat ("--", option->name, NULL));
  g_ptr_array_add (names, NULL);
  nearest = ent_cli_find_nearest (word, (const char *const *) names->pdata);

  if (nearest)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("There is no option “%s”; do you mean “%s”?"), word, nearest);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("There is no option “%s”."), word);
  return FALSE;
}

static void
put_value (EntArguments *self, const EntOption *option, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option->name);

  if (!values)
    {
      values = g_ptr_array_new_null_terminated (1, NULL, TRUE);
      g_hash_table_insert (self->options, (gpointer) option->name, values);
    }
  g_ptr_array_add (values, (gpointer) value);
}

/* Takes one option and, where it has one, its value; how many words that were is added. */
static gboolean
read_option (EntArguments *self,
             char **words,
             guint *index,
             const EntOption *options,
             GError **error)
{
  const char *word = words[*index];
  const char *name = word + 2;
  const char *equals = strchr (word, '=');
  const gboolean is_long = word[1] == '-';
  const EntOption *option
      = is_long ? find_option (options, name, equals ? (gsize) (equals - name) : strlen (name), 0)
                : find_option (options, NULL, 0, word[1]);
  const char *value = is_long ? (equals ? equals + 1 : NULL) : word[2] ? word + 2 : NULL;

  if (!option)
    return refuse_unknown (options, word, error);
  if (!option->value && value)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The option “--%s” takes no value."), option->name);
      return FALSE;
    }
  if (option->value && !value)
    {
      *index += 1;
      value = words[*index];
    }
  if (option->value && !value)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The option “--%s” needs a value: %s."), option->name, option->value);
      return FALSE;
    }

  put_value (self, option, value ? value : "");
  return TRUE;
}

/**
 * ent_arguments_new:
 * @words: (array zero-terminated=1): what follows the name of the command; they must live as
 *   long as the arguments
 * @options: (nullable): those the command takes; "help" is always taken
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Options may stand anywhere, as "--name value", "--name=value" or "-n value"; after "--"
 * there are none.
 *
 * Returns: (transfer full): the arguments, or %NULL
 */
EntArguments *
ent_arguments_new (char **words, const EntOption *options, GError **error)
{
  g_autoptr (EntArguments) self = g_new0 (EntArguments, 1);
  gboolean only_words = FALSE;

  self->words = g_ptr_array_new ();
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; words[i]; i++)
    {
      if (only_words || words[i][0] != '-' || words[i][1] == '\0')
        g_ptr_array_add (self->words, words[i]);
      else if (g_str_equal (words[i], "--"))
        only_words = TRUE;
      else if (!read_option (self, words, &i, options, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
ent_arguments_free (EntArguments *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->options);
  g_free (self);
}

guint
ent_arguments_count (EntArguments *self)
{
  return self->words->len;
}

/**
 * ent_arguments_get:
 * @self: arguments
 * @index: place among those that are no options
 *
 * Returns: (transfer none) (nullable): the word
 */
const char *
ent_arguments_get (EntArguments *self, guint index)
{
  return index < self->words->len ? g_ptr_array_index (self->words, index) : NULL;
}

gboolean
ent_arguments_has (EntArguments *self, const char *option)
{
  return g_hash_table_contains (self->options, option);
}

/**
 * ent_arguments_get_value:
 * @self: arguments
 * @option: name of an option
 *
 * Returns: (transfer none) (nullable): its value, the last one when it was given twice
 */
const char *
ent_arguments_get_value (EntArguments *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values ? g_ptr_array_index (values, values->len - 1) : NULL;
}

/**
 * ent_arguments_get_values:
 * @self: arguments
 * @option: name of an option
 *
 * Returns: (transfer none) (array zero-terminated=1): all its values
 */
const char *const *
ent_arguments_get_values (EntArguments *self, const char *option)
{
  static const char *const none[] = { NULL };
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values ? (const char *const *) values->pdata : none;
}

/**
 * ent_arguments_get_number:
 * @self: arguments
 * @option: name of an option
 * @otherwise: what it is when not given
 * @number: (out): its value, at least 1
 * @error: return location: %ENT_ERROR_INVALID_VALUE
 *
 * Returns: whether it is a number
 */
gboolean
ent_arguments_get_number (EntArguments *self,
                          const char *option,
                          guint otherwise,
                          guint *number,
                          GError **error)
{
  const char *value = ent_arguments_get_value (self, option);
  guint64 read;

  *number = otherwise;
  if (!value)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &read, NULL))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The option “--%s” takes a number from 1 on, not “%s”."), option, value);
      return FALSE;
    }

  *number = (guint) read;
  return TRUE;
}
