/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-plural.h"

#include <string.h>

/* Far more than the rule of any language needs. */
#define MAX_DEPTH 100

struct _EntPlural
{
  char *expression;
};

/* An evaluation: the rule is short, so it is read anew for each number. */
typedef struct
{
  const char *p;
  gulong n;
  int depth;
  gboolean failed;
} Reader;

typedef struct
{
  const char *sign;
  int level; /* the higher, the closer it binds */
} Operator;

/* Longer signs first. */
static const Operator operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 },
  { ">", 4 },  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static gulong read_choice (Reader *reader);

static void
skip_spaces (Reader *reader)
{
  while (g_ascii_isspace (*reader->p))
    reader->p++;
}

static gboolean
accept_sign (Reader *reader, char sign)
{
  skip_spaces (reader);
  if (*reader->p != sign)
    return FALSE;

  reader->p++;
  return TRUE;
}

static gulong
read_operand (Reader *reader)
{
  gulong value = 0;

  if (reader->depth++ > MAX_DEPTH)
    reader->failed = TRUE;
  if (reader->failed)
    return 0;

  if (accept_sign (reader, '!'))
    value = !read_operand (reader);
  else if (accept_sign (reader, '('))
    {
      value = read_choice (reader);
      if (!accept_sign (reader, ')'))
        reader->failed = TRUE;
    }
  else if (accept_sign (reader, 'n'))
    value = reader->n;
  else if (g_ascii_isdigit (*reader->p))
    {
      char *end;

      value = (gulong) g_ascii_strtoull (reader->p, &end, 10);
      reader->p = end;
    }
  else
    reader->failed = TRUE;

  reader->depth--;
  return value;
}

static const Operator *
peek_operator (Reader *reader)
{
  skip_spaces (reader);
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      if (g_str_has_prefix (reader->p, operators[i].sign))
        return &operators[i];
    }

  return NULL;
}

static gulong
apply (Reader *reader, const char *sign, gulong a, gulong b)
{
  if (b == 0 && (*sign == '/' || *sign == '%'))
    {
      reader->failed = TRUE;
      return 0;
    }

  switch (*sign)
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return sign[1] == '=' ? a <= b : a < b;
    case '>':
      return sign[1] == '=' ? a >= b : a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
    }
}

/* Operators that bind at least as closely as @level. */
static gulong
read_operation (Reader *reader, int level)
{
  gulong value = read_operand (reader);
  const Operator *operator;

  while (!reader->failed && (operator= peek_operator (reader)) != NULL && operator->level >= level)
    {
      reader->p += strlen (operator->sign);
      value = apply (reader, operator->sign, value, read_operation (reader, operator->level + 1));
    }

  return value;
}

/* The whole, down to "a ? b : c", which groups from the right. */
static gulong
read_choice (Reader *reader)
{
  gulong condition;
  gulong yes;
  gulong no;

  if (reader->depth++ > MAX_DEPTH)
    {
      reader->failed = TRUE;
      return 0;
    }

  condition = read_operation (reader, 1);
  if (!reader->failed && accept_sign (reader, '?'))
    {
      yes = read_choice (reader);
      if (!accept_sign (reader, ':'))
        reader->failed = TRUE;
      no = read_choice (reader);
      condition = condition ? yes : no;
    }

  reader->depth--;
  return condition;
}

static gboolean
evaluate (const char *expression, gulong n, gulong *result)
{
  Reader reader = { expression, n, 0, FALSE };

  *result = read_choice (&reader);
  skip_spaces (&reader);
  return !reader.failed && *reader.p == '\0';
}

/**
 * ent_plural_new:
 * @expression: what follows "plural=" in the header of a catalogue
 *
 * Returns: (transfer full) (nullable): the rule, or %NULL when @expression is
 *   none
 */
EntPlural *
ent_plural_new (const char *expression)
{
  EntPlural *plural;
  gulong form;

  g_return_val_if_fail (expression != NULL, NULL);

  if (!evaluate (expression, 1, &form))
    return NULL;

  plural = g_new (EntPlural, 1);
  plural->expression = g_strdup (expression);
  return plural;
}

/**
 * ent_plural_free:
 * @plural: (transfer full): a rule
 */
void
ent_plural_free (EntPlural *plural)
{
  g_free (plural->expression);
  g_free (plural);
}

/**
 * ent_plural_evaluate:
 * @plural: a rule
 * @n: a number
 *
 * Returns: the form @n takes, counted from 0; 0 where the rule divides by zero
 */
gulong
ent_plural_evaluate (const EntPlural *plural, gulong n)
{
  gulong form;

  return evaluate (plural->expression, n, &form) ? form : 0;
}
