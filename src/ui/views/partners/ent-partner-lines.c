/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-lines.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-agreement-status.h"
#include "rules/ent-contacts.h"
#include "rules/ent-follow-ups.h"
#include "rules/ent-holders.h"
#include "ui/views/partners/ent-partner-words.h"
#include "ui/widgets/ent-follow-up-lines.h"

/* What has a page itself, or the page it stands on. */
static EntId
get_target (EntProject *project, EntRecord *record)
{
  EntId id = ENT_ID_NONE;

  if (!record)
    return ENT_ID_NONE;
  if (ENT_IS_SIGNING (record))
    id = ENT_SIGNING (record)->agreement;
  else if (ENT_IS_OUTCOME (record))
    id = ENT_OUTCOME (record)->event;
  else if (ENT_IS_AGREEMENT (record) || ENT_IS_EVENT (record))
    id = ent_record_get_id (record);

  return ent_project_get (project, id) ? id : ENT_ID_NONE;
}

static void
add_contacts (GPtrArray *lines, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  EntContacts contacts
      = ent_partner_get_contacts (project, record, ent_session_get_today (session));
  char *last = ent_contact_dup_words (project, contacts.last, contacts.last_when, lang);

  ent_lines_add_named (lines, _("Last contact"), last ? last : g_strdup (_("None recorded")),
                       get_target (project, contacts.last));
  ent_lines_add_named (lines, _("Next contact"),
                       ent_contact_dup_words (project, contacts.next, contacts.next_when, lang),
                       get_target (project, contacts.next));
  if (contacts.n_open)
    ent_lines_add_named (lines, _("Open follow-ups"), g_strdup_printf ("%u", contacts.n_open),
                         ENT_ID_NONE);
  ent_lines_add_named (lines, _("Visits"), ent_counts_dup_words (&contacts), ENT_ID_NONE);
}

static void
add_our_contacts (GPtrArray *lines, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      project, ent_record_get_id (record), &ent_participation_table, "record");

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *participation = g_ptr_array_index (participations, i);

      if (g_strcmp0 (participation->role, "contact") == 0 && participation->person)
        ent_lines_add_named (lines, _("Our contact"),
                             ent_project_dup_title (project, participation->person,
                                                    ent_session_get_lang (session)),
                             participation->person);
    }
}

/**
 * ent_organisation_collect_glance:
 * @session: the session
 * @record: an organisation
 *
 * Returns: (transfer full) (element-type EntLine): who stands at its head, our contact there,
 *   last and next contact, open follow-ups, visits
 */
GPtrArray *
ent_organisation_collect_glance (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  GPtrArray *lines = ent_lines_new ();
  EntMandate *head = ent_organisation_get_head (project, ent_record_get_id (record),
                                                ent_session_get_today (session));

  if (head)
    ent_lines_add_named (
        lines, _("At its head"),
        ent_mandate_dup_holder_words (project, head, ent_session_get_lang (session)),
        head->person);
  add_our_contacts (lines, session, record);
  add_contacts (lines, session, record);

  return lines;
}

GPtrArray *
ent_person_collect_glance (EntSession *session, EntRecord *record)
{
  GPtrArray *lines = ent_lines_new ();

  add_contacts (lines, session, record);

  return lines;
}

static int
get_end (EntProject *project, EntAgreement *agreement, int today)
{
  EntAgreementStatus status = ent_agreement_get_status (project, agreement, today);

  return status.status == ENT_STATUS_ENDED || status.status == ENT_STATUS_TERMINATED;
}

static void
add_text (GPtrArray *lines, EntSession *session, EntAgreement *agreement)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *signed_on
      = agreement->signed_on ? ent_date_format_short (agreement->signed_on, lang) : NULL;
  g_autofree char *ends = agreement->ends ? ent_date_format_short (agreement->ends, lang) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (signed_on)
    /* Translators: a date, which may be a year only */
    g_string_append_printf (words, _("Signed: %s"), signed_on);
  if (ends)
    {
      g_string_append (words, words->len ? " · " : "");
      /* Translators: a date, which may be a year only */
      g_string_append_printf (words, _("End: %s"), ends);
    }
  ent_lines_add (lines, ent_record_dup_title (ENT_RECORD (agreement), project, lang),
                 words->len ? g_strdup (words->str) : NULL,
                 ent_record_get_id (ENT_RECORD (agreement)));
}

/**
 * ent_organisation_collect_texts:
 * @session: the session
 * @record: an organisation
 *
 * Returns: (transfer full) (element-type EntLine): the agreements it is a party of and that have
 *   not ended, each leading to its page
 */
GPtrArray *
ent_organisation_collect_texts (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) agreements
      = ent_organisation_get_agreements (project, ent_record_get_id (record));

  for (guint i = 0; i < agreements->len; i++)
    if (!get_end (project, g_ptr_array_index (agreements, i), ent_session_get_today (session)))
      add_text (lines, session, g_ptr_array_index (agreements, i));

  return lines;
}

GPtrArray *
ent_organisation_collect_parts (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) parts = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_organisation_table, "parent");

  for (guint i = 0; i < parts->len; i++)
    {
      EntRecord *part = g_ptr_array_index (parts, i);

      ent_lines_add (lines, ent_record_dup_title (part, project, lang), NULL,
                     ent_record_get_id (part));
    }

  return lines;
}

static char *
dup_choice (EntRecord *record, const char *name, const char *value)
{
  const EntColumn *column = ent_table_find_column (ent_record_get_table (record), name);

  return value ? ent_column_display (column, value, ent_words_interface_language ()) : NULL;
}

static char *
dup_entry_kind (EntRecord *record)
{
  g_autofree char *kind = NULL;
  g_autofree char *state = NULL;

  if (ENT_IS_OUTCOME (record))
    return dup_choice (record, "kind", ENT_OUTCOME (record)->kind);
  if (!ENT_IS_EVENT (record))
    return g_strdup (C_ ("story", "Signature"));

  kind = dup_choice (record, "kind", ENT_EVENT (record)->kind);
  state = dup_choice (record, "state", ENT_EVENT (record)->state);
  return g_strdup_printf ("%s%s%s", kind ? kind : "", state ? " · " : "", state ? state : "");
}

static void
add_entry (GPtrArray *lines, EntSession *session, const EntStoryEntry *entry)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *when = entry->when ? ent_date_format (entry->when, lang) : NULL;
  g_autofree char *kind = dup_entry_kind (entry->record);

  ent_lines_add (lines,
                 ENT_IS_SIGNING (entry->record)
                     ? ent_project_dup_title (project, ENT_SIGNING (entry->record)->agreement, lang)
                     : ent_record_dup_title (entry->record, project, lang),
                 g_strdup_printf ("%s · %s", when ? when : _("Date not recorded"), kind),
                 get_target (project, entry->record));
}

/**
 * ent_partner_collect_story:
 * @session: the session
 * @record: an organisation or a person
 *
 * Returns: (transfer full) (element-type EntLine): events, signatures and outcomes, newest first
 */
GPtrArray *
ent_partner_collect_story (EntSession *session, EntRecord *record)
{
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GArray) story = ent_partner_get_story (ent_session_get_project (session), record);

  for (guint i = 0; i < story->len; i++)
    add_entry (lines, session, &g_array_index (story, EntStoryEntry, i));

  return lines;
}

/**
 * ent_partner_collect_follow_ups:
 * @session: the session
 * @record: an organisation or a person
 *
 * Returns: (transfer full) (element-type EntLine): what is still to be done between us, each with
 *   the act that settles it
 */
GPtrArray *
ent_partner_collect_follow_ups (EntSession *session, EntRecord *record)
{
  g_autoptr (GPtrArray)
      outcomes = ent_partner_get_follow_ups (ent_session_get_project (session), record);

  return ent_follow_up_lines_new (session, outcomes);
}
