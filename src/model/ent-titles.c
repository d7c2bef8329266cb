/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-titles.h"

#include "model/ent-dated-name.h"

/* Longest title made of a text, in characters. */
#define EXCERPT_LENGTH 80

static const char *
words_lang (const char *lang)
{
  return lang ? lang : ent_words_interface_language ();
}

/* French sets a narrow space before a colon. */
static const char *
get_colon (const char *lang)
{
  return g_str_equal (words_lang (lang), "fr") ? "\u202f: " : ": ";
}

static char *
title_of (EntProject *project, EntId id, const char *lang)
{
  return project && id ? ent_project_dup_title (project, id, lang) : NULL;
}

static char *
excerpt (const char *text)
{
  g_autofree char *line = NULL;
  glong length;

  if (text == NULL)
    return NULL;

  line = g_strdup (text);
  g_strdelimit (line, "\r\n\t", ' ');
  g_strstrip (line);
  length = g_utf8_strlen (line, -1);
  if (length > EXCERPT_LENGTH)
    {
      g_autofree char *head = g_utf8_substring (line, 0, EXCERPT_LENGTH - 1);

      return g_strconcat (head, "…", NULL);
    }

  return g_steal_pointer (&line);
}

static char *
text_in (EntRecord *record, const char *name, const char *lang)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  return excerpt (ent_record_get_text (record, column, lang, NULL));
}

static char *
choice_in (EntRecord *record, const char *name, const char *lang)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);
  const EntChoice *choice = ent_column_find_choice (column, ent_record_get_string (record, column));

  return choice ? g_strdup (ent_choice_get_words (choice, words_lang (lang))) : NULL;
}

/* Takes both: "first, second", or the one there is. */
static char *
join (char *first, const char *separator, char *second)
{
  g_autofree char *a = first;
  g_autofree char *b = second;

  if (a && *a && b && *b)
    return g_strconcat (a, separator, b, NULL);
  if (a && *a)
    return g_steal_pointer (&a);

  return g_steal_pointer (&b);
}

char *
ent_title_of_person (EntRecord *record, EntProject *project, const char *lang)
{
  EntPerson *self = ENT_PERSON (record);

  if (self->shown_name)
    return g_strdup (self->shown_name);

  return join (g_strdup (self->given), " ", g_strdup (self->family));
}

char *
ent_title_of_party (EntRecord *record, EntProject *project, const char *lang)
{
  EntParty *self = ENT_PARTY (record);

  return ent_project_dup_title_on (project, self->organisation,
                                   ent_agreement_get_day (project, self->agreement), lang);
}

char *
ent_title_of_signing (EntRecord *record, EntProject *project, const char *lang)
{
  EntSigning *self = ENT_SIGNING (record);

  return join (self->date ? ent_date_format (self->date, words_lang (lang)) : NULL, ", ",
               title_of (project, self->place, lang));
}

char *
ent_title_of_signatory (EntRecord *record, EntProject *project, const char *lang)
{
  return join (title_of (project, ENT_SIGNATORY (record)->person, lang), ", ",
               text_in (record, "function", lang));
}

char *
ent_title_of_copy (EntRecord *record, EntProject *project, const char *lang)
{
  EntCopy *self = ENT_COPY (record);

  return join (g_strdup (self->number), ", ", title_of (project, self->holder, lang));
}

char *
ent_title_of_provision (EntRecord *record, EntProject *project, const char *lang)
{
  g_autofree char *title = text_in (record, "title", lang);

  if (!title)
    title = text_in (record, "text", lang);

  return join (g_strdup (ENT_PROVISION (record)->number), ". ", g_steal_pointer (&title));
}

char *
ent_title_of_obligation (EntRecord *record, EntProject *project, const char *lang)
{
  return text_in (record, "text", lang);
}

char *
ent_title_of_participation (EntRecord *record, EntProject *project, const char *lang)
{
  EntParticipation *self = ENT_PARTICIPATION (record);
  g_autofree char *who = title_of (project, self->person, lang);
  EntRecord *event = project ? ent_project_get (project, self->record) : NULL;

  if (!who && event && ENT_IS_EVENT (event))
    who = ent_project_dup_title_on (project, self->organisation, ENT_EVENT (event)->when, lang);
  if (!who)
    who = title_of (project, self->organisation, lang);

  return join (choice_in (record, "role", lang), get_colon (lang), g_steal_pointer (&who));
}

char *
ent_title_of_mandate (EntRecord *record, EntProject *project, const char *lang)
{
  EntMandate *self = ENT_MANDATE (record);

  return join (title_of (project, self->person, lang), ", ",
               join (text_in (record, "function", lang), ", ",
                     title_of (project, self->organisation, lang)));
}

char *
ent_title_of_membership (EntRecord *record, EntProject *project, const char *lang)
{
  EntMembership *self = ENT_MEMBERSHIP (record);

  return join (title_of (project, self->member, lang), " → ",
               title_of (project, self->whole, lang));
}

char *
ent_title_of_subsidy (EntRecord *record, EntProject *project, const char *lang)
{
  EntSubsidy *self = ENT_SUBSIDY (record);

  return join (title_of (project, self->funder, lang), " → ",
               title_of (project, self->beneficiary, lang));
}

char *
ent_title_of_measurement (EntRecord *record, EntProject *project, const char *lang)
{
  EntMeasurement *self = ENT_MEASUREMENT (record);

  return join (choice_in (record, "kind", lang), " ",
               self->period ? ent_date_format_short (self->period, words_lang (lang)) : NULL);
}

char *
ent_title_of_attachment (EntRecord *record, EntProject *project, const char *lang)
{
  return title_of (project, ENT_ATTACHMENT (record)->document, lang);
}

char *
ent_title_of_citation (EntRecord *record, EntProject *project, const char *lang)
{
  EntCitation *self = ENT_CITATION (record);

  return join (title_of (project, self->document, lang), get_colon (lang), excerpt (self->claim));
}

char *
ent_title_of_note (EntRecord *record, EntProject *project, const char *lang)
{
  return text_in (record, "text", lang);
}

char *
ent_title_of_alias (EntRecord *record, EntProject *project, const char *lang)
{
  return g_strdup (ENT_ALIAS (record)->name);
}

char *
ent_title_of_link (EntRecord *record, EntProject *project, const char *lang)
{
  return join (choice_in (record, "kind", lang), get_colon (lang),
               title_of (project, ENT_LINK (record)->target, lang));
}

/* Its heading, else what it is about. */
char *
ent_title_of_section (EntRecord *record, EntProject *project, const char *lang)
{
  g_autofree char *heading = text_in (record, "heading", lang);

  return heading && *heading ? g_steal_pointer (&heading)
                             : title_of (project, ENT_SECTION (record)->record, lang);
}

char *
ent_title_of_decision (EntRecord *record, EntProject *project, const char *lang)
{
  EntDecision *self = ENT_DECISION (record);

  return join (choice_in (record, "kind", lang), " ",
               join (g_strdup (self->number), ", ",
                     self->date ? ent_date_format (self->date, words_lang (lang)) : NULL));
}

char *
ent_title_of_expense (EntRecord *record, EntProject *project, const char *lang)
{
  return text_in (record, "title", lang);
}
