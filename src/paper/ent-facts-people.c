/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-facts-private.h"

#include <string.h>

#include "base/ent-number.h"
#include "base/ent-text.h"
#include "model/ent-choices.h"
#include "paper/ent-typography.h"

/* Who took part, what it belongs to, which documents tell of it. */

/* The order in which a report names them; other roles follow as the model lists them. */
static const char *const first_roles[] = {
  "head",   "honoured",  "representative", "met",      "speaker",    "artist",
  "guest",  "requester", "initiator",      "host",     "organiser",  "co_organiser",
  "patron", "lead",      "pilot",          "operator", "participant"
};

static gboolean
is_first_role (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_roles); i++)
    if (g_str_equal (first_roles[i], role))
      return TRUE;

  return FALSE;
}

static const char *const small_words[] = { "des", "les", "aux", "the", "and", "for", NULL };

/* Whether the function already tells the organisation: "Maire de Lafayette", "Ville de
 * Lafayette". */
static gboolean
tells_organisation (const char *function, const char *organisation)
{
  g_autofree char *folded = ent_text_fold (organisation);
  g_autofree char *in = function ? ent_text_fold (function) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit_set (folded, " '’-,()", -1);
  g_auto (GStrv) told = g_strsplit_set (in, " '’-,()", -1);

  for (guint i = 0; words[i]; i++)
    if (strlen (words[i]) >= 3 && !g_strv_contains (small_words, words[i])
        && g_strv_contains ((const char *const *) told, words[i]))
      return TRUE;

  return FALSE;
}

/* The city and its unit are the authors of the report, and the partner stands in the heading:
 * that they took part goes without saying. */
static gboolean
goes_without_saying (EntFacts *facts, EntParticipation *self)
{
  static const char *const roles[] = { "participant", "host",         "organiser",  "lead",
                                       "follow_up",   "co_organiser", "facilitator" };

  if (self->person || self->function || self->count != ENT_INTEGER_NONE)
    return FALSE;
  if (self->organisation && self->organisation == facts->subject
      && g_strcmp0 (self->role, "participant") == 0)
    return TRUE;
  if (!ent_scribe_is_office (&facts->scribe, self->organisation))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (self->role, roles[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
took_part (EntParticipation *self)
{
  return g_strcmp0 (self->reply, "declined") != 0 && g_strcmp0 (self->reply, "invited") != 0;
}

static void
add_count (EntFacts *facts, EntRuns *runs, EntParticipation *self)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (self->count == ENT_INTEGER_NONE)
    return;

  number = ent_number_format_integer (self->count, facts->scribe.lang);
  /* Translators: %s: how many */
  words = g_strdup_printf (
      ent_words_plural (facts->scribe.lang, "%s person", "%s people", MAX (self->count, 0)),
      number);
  if (!ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
  ent_runs_add (runs, ENT_RUN_PLAIN, words);
}

static void
add_participant (EntFacts *facts, EntRuns *runs, EntParticipation *self, const EntDate *when)
{
  g_autofree char *person = ent_scribe_dup_person (&facts->scribe, self->person);
  g_autofree char *organisation = ent_scribe_dup_title_on (&facts->scribe, self->organisation,
                                                           when);
  g_autofree char *represents = ent_scribe_dup_title_on (&facts->scribe, self->represents, when);
  g_autoptr (EntRuns) function = ent_runs_new ();
  g_autofree char *function_text = NULL;
  gboolean heads = g_strcmp0 (self->role, "head") == 0;

  ent_scribe_add_function (&facts->scribe, function, self, when);
  function_text = ent_runs_dup_text (function);

  ent_runs_add (runs, ENT_RUN_PLAIN, person);
  if (!ent_runs_is_empty (function))
    {
      ent_runs_add (runs, ENT_RUN_PLAIN, person ? ", " : NULL);
      ent_runs_add_runs (runs, function);
    }
  if (organisation && ent_runs_is_empty (runs))
    ent_runs_add (runs, ENT_RUN_PLAIN, organisation);
  else if (organisation && !(heads && !person)
           && !(person && ent_scribe_is_office (&facts->scribe, self->organisation))
           && !tells_organisation (function_text, organisation))
    {
      gboolean has_brackets = strchr (organisation, '(') != NULL;
      g_autofree char *words = g_strconcat (has_brackets ? ", " : " (", organisation,
                                            has_brackets ? "" : ")", NULL);

      ent_runs_add (runs, ENT_RUN_PLAIN, words);
    }
  add_count (facts, runs, self);
  if (represents && g_strcmp0 (self->role, "representative") == 0
      && !ent_scribe_is_office (&facts->scribe, self->represents))
    {
      /* Translators: %s: the organisation a person stood in for */
      g_autofree char *words = g_strdup_printf (
          ent_words (facts->scribe.lang, N_ (", representing %s")), represents);

      ent_runs_add (runs, ENT_RUN_PLAIN, words);
    }
}

static const EntDate *
get_day (EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return ENT_EVENT (record)->when;
  if (ENT_IS_PROJECT_RECORD (record))
    return ENT_PROJECT_RECORD (record)->since;

  return NULL;
}

/* The visitor of a courtesy visit needs no label to say as what. */
static gboolean
needs_label (EntRecord *record, const char *role)
{
  if (!ENT_IS_EVENT (record) || !g_str_equal (role, "head"))
    return TRUE;

  return g_strcmp0 (ENT_EVENT (record)->kind, "courtesy") != 0
         && g_strcmp0 (ENT_EVENT (record)->kind, "visit") != 0;
}

typedef struct
{
  const char *role;
  const char *one;
  const char *many;
} RoleWords;

/* How a report says it; the other roles are said as the forms do. */
static const RoleWords role_words[] = {
  { "head", N_ ("Led by"), N_ ("Led by") },
  { "participant", N_ ("Participant"), N_ ("Participants") },
  { "guest", N_ ("Guest"), N_ ("Guests") },
  { "host", N_ ("Host"), N_ ("Hosts") },
  { "organiser", N_ ("Organiser"), N_ ("Organisers") },
  { "co_organiser", N_ ("Jointly with"), N_ ("Jointly with") },
  { "representative", N_ ("Represented by"), N_ ("Represented by") },
  { "facilitator", N_ ("Facilitator"), N_ ("Facilitators") },
  { "operator", N_ ("Operator"), N_ ("Operators") },
  { "artist", N_ ("Artist"), N_ ("Artists") },
  { "speaker", N_ ("Speaker"), N_ ("Speakers") },
  { "met", N_ ("Meeting with"), N_ ("Meeting with") },
  { "origin", N_ ("Country of origin"), N_ ("Countries of origin") },
};

static const char *
get_role_label (EntFacts *facts, const EntChoice *role, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_words); i++)
    if (g_str_equal (role_words[i].role, role->value))
      return ent_words (facts->scribe.lang, n > 1 ? role_words[i].many : role_words[i].one);

  return ent_choice_get_words (role, facts->scribe.lang);
}

static void
add_role (EntFacts *facts,
          EntRecord *record,
          GPtrArray *participations,
          const EntChoice *role,
          GPtrArray *details)
{
  g_autoptr (GPtrArray) values = ent_facts_details_new ();
  EntRuns *runs;

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);

      if (g_strcmp0 (self->role, role->value) != 0 || !took_part (self)
          || !ent_scribe_may_print (ENT_RECORD (self)) || goes_without_saying (facts, self)
          || ent_facts_is_signatory (facts, record, self->person))
        continue;
      add_participant (facts, ent_facts_add_detail (values), self, get_day (record));
      if (ent_runs_is_empty (g_ptr_array_index (values, values->len - 1)))
        g_ptr_array_remove_index (values, values->len - 1);
    }
  if (values->len == 0)
    return;

  runs = ent_facts_add_detail (details);
  {
    g_autoptr (EntRuns) joined = ent_runs_new ();

    ent_facts_join (joined, values, ent_typography_get_semicolon (facts->scribe.lang));
    if (needs_label (record, role->value))
      ent_scribe_add_label (&facts->scribe, runs, get_role_label (facts, role, values->len));
    ent_runs_add_runs (runs, joined);
  }
}

/* One detail a role. */
void
ent_facts_add_people (EntFacts *facts, EntRecord *record, GPtrArray *details)
{
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (record), &ent_participation_table, "record");

  for (guint i = 0; i < G_N_ELEMENTS (first_roles); i++)
    for (const EntChoice *role = ent_choices_participation_role; role->value; role++)
      if (g_str_equal (role->value, first_roles[i]))
        add_role (facts, record, participations, role, details);
  for (const EntChoice *role = ent_choices_participation_role; role->value; role++)
    if (!is_first_role (role->value))
      add_role (facts, record, participations, role, details);
}

/* A part need not name what it is printed under. */
static gboolean
is_within (EntFacts *facts, EntLink *link, EntRecord *target)
{
  EntRecord *source = ent_project_get (facts->scribe.project, link->source);

  return source && ENT_IS_EVENT (source)
         && ENT_EVENT (source)->parent == ent_record_get_id (target);
}

/* What is worth naming beside a fact: a text it serves, what it follows or prepares. The
 * partner it serves is what the entry is about. */
static gboolean
is_context (EntFacts *facts, EntLink *link, EntRecord *target)
{
  if (!ent_scribe_may_print (ENT_RECORD (link)) || !ent_scribe_may_print (target))
    return FALSE;
  if (g_hash_table_contains (facts->mentioned, target) || is_within (facts, link, target))
    return FALSE;
  if (g_strcmp0 (link->kind, "serves") == 0)
    return ENT_IS_AGREEMENT (target) || ENT_IS_PROVISION (target) || ENT_IS_PROJECT_RECORD (target);

  return g_strcmp0 (link->kind, "follows") == 0 || g_strcmp0 (link->kind, "prepares") == 0
         || g_strcmp0 (link->kind, "margin_of") == 0;
}

static const char *
get_context_label (EntFacts *facts, EntLink *link)
{
  const char *lang = facts->scribe.lang;

  if (g_strcmp0 (link->kind, "serves") == 0)
    return ent_words (lang, N_ ("In the framework of"));
  if (g_strcmp0 (link->kind, "follows") == 0)
    return ent_words (lang, N_ ("Follows on from"));
  if (g_strcmp0 (link->kind, "prepares") == 0)
    return ent_words (lang, N_ ("Prepares"));

  return ent_words (lang, N_ ("On the margin of"));
}

static char *
dup_context (EntFacts *facts, EntRecord *target)
{
  g_autofree char *title = ent_record_dup_title (target, facts->scribe.project, facts->scribe.lang);
  g_autofree char *date = NULL;

  if (!ENT_IS_EVENT (target))
    return g_steal_pointer (&title);
  date = ent_scribe_dup_date (&facts->scribe, ENT_EVENT (target)->when);
  if (!date || ent_scribe_mentions (title, date))
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s (%s)", title, date);
}

/* Links have no order of their own: that of the titles, which puts themes by number. */
static int
compare_targets (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EntFacts *facts = user_data;
  EntLink *left = *(EntLink *const *) a;
  EntLink *right = *(EntLink *const *) b;
  g_autofree char *left_title = ent_scribe_dup_title (&facts->scribe, left->target);
  g_autofree char *right_title = ent_scribe_dup_title (&facts->scribe, right->target);

  return ent_text_collate (left_title ? left_title : "", right_title ? right_title : "",
                           facts->scribe.lang);
}

static void
add_links (EntFacts *facts, GPtrArray *links, const char *kind, GPtrArray *details)
{
  g_autoptr (GString) values = g_string_new (NULL);
  const char *label = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *target = ent_project_get (facts->scribe.project, link->target);
      g_autofree char *words = NULL;

      if (g_strcmp0 (link->kind, kind) != 0 || !is_context (facts, link, target))
        continue;
      g_hash_table_add (facts->mentioned, target);
      words = dup_context (facts, target);
      label = get_context_label (facts, link);
      if (values->len)
        g_string_append (values, ent_typography_get_semicolon (facts->scribe.lang));
      g_string_append (values, words);
    }
  if (label)
    ent_facts_add_value (facts, details, label, values->str);
}

/* Whether the whole was printed here although no entry asked for it. */
static gboolean
is_nested (EntFacts *facts, EntRecord *whole)
{
  return ent_facts_is_printed (facts, whole) && ent_facts_get_claim (facts, whole) == ENT_ID_NONE;
}

/* Each context is named once an entry. */
void
ent_facts_add_contexts (EntFacts *facts, EntRecord *record, GPtrArray *details)
{
  static const char *const kinds[] = { "margin_of", "serves", "follows", "prepares" };
  g_autoptr (GPtrArray) links = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (record), &ent_link_table, "source");
  EntRecord *parent = NULL;

  if (ENT_IS_EVENT (record) && ENT_EVENT (record)->parent)
    parent = ent_project_get (facts->scribe.project, ENT_EVENT (record)->parent);
  if (parent && ent_scribe_may_print (parent) && ent_facts_get_claim (facts, parent) != facts->entry
      && !is_nested (facts, parent) && !g_hash_table_contains (facts->mentioned, parent))
    {
      g_autofree char *words = dup_context (facts, parent);

      g_hash_table_add (facts->mentioned, parent);
      ent_facts_add_value (facts, details, ent_words (facts->scribe.lang, N_ ("During")), words);
    }
  g_ptr_array_sort_with_data (links, compare_targets, facts);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_links (facts, links, kinds[i], details);
}

/* Documents to read or see, by what they are; photographs are shown, not named. */
void
ent_facts_add_documents (EntFacts *facts, EntRecord *record, GPtrArray *details)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (record), &ent_attachment_table, "record");

  for (const EntChoice *role = ent_choices_attachment_role; role->value; role++)
    {
      g_autoptr (GPtrArray) values = ent_facts_details_new ();
      g_autoptr (EntRuns) joined = ent_runs_new ();
      EntRuns *runs;

      if (g_str_equal (role->value, "photo") || g_str_equal (role->value, "logo"))
        continue;
      for (guint i = 0; i < attachments->len; i++)
        {
          EntAttachment *attachment = g_ptr_array_index (attachments, i);
          EntRecord *document = ent_project_get (facts->scribe.project, attachment->document);

          if (g_strcmp0 (attachment->role, role->value) == 0
              && ent_scribe_may_print (ENT_RECORD (attachment)) && ent_scribe_may_print (document))
            ent_scribe_add_document (&facts->scribe, ent_facts_add_detail (values),
                                     ENT_DOCUMENT (document));
        }
      if (values->len == 0)
        continue;
      runs = ent_facts_add_detail (details);
      ent_scribe_add_label (&facts->scribe, runs,
                            g_str_equal (role->value, "other")
                                ? ent_words (facts->scribe.lang, N_ ("Document"))
                                : ent_choice_get_words (role, facts->scribe.lang));
      ent_facts_join (joined, values, ent_typography_get_semicolon (facts->scribe.lang));
      ent_runs_add_runs (runs, joined);
    }
}
