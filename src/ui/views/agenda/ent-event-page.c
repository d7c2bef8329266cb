/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-event-page.h"

#include <glib/gi18n-lib.h>

#include "ui/views/agenda/ent-event-lines.h"
#include "ui/views/agenda/ent-event-programme.h"
#include "ui/views/agenda/ent-event-words.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...) (const char *const[]) { __VA_ARGS__, NULL }

#define RECEIVED (1u << ENT_EVENT_GROUP_RECEIVED)
#define MISSION (1u << ENT_EVENT_GROUP_MISSION)
#define CEREMONY (1u << ENT_EVENT_GROUP_CEREMONY)
#define EXCHANGE (1u << ENT_EVENT_GROUP_EXCHANGE)
#define VISIBILITY (1u << ENT_EVENT_GROUP_VISIBILITY)
#define DEALINGS (1u << ENT_EVENT_GROUP_DEALINGS)

/* What is worked out of the project, before the fields. */
static const EntPagePart first_parts[] = {
  { .lines_title = N_ ("In two places at once"), .collect = ent_event_collect_warnings },
  { .lines_title = N_ ("Open with this partner"), .collect = ent_event_collect_follow_ups },
  { .collect = NULL },
};

/* In the order of the page: what is read at first sight, then what is looked up. */
static const EntPagePart parts[] = {
  { .lines_title = N_ ("The venue"), .collect = ent_event_collect_venue },
  { .lines_title = N_ ("Under"), .collect = ent_event_collect_context },
  { .lines_title = N_ ("Series"), .collect = ent_event_collect_series },
  { .list = { .title = N_ ("Participants"),
              .table = &ent_participation_table,
              .owner = "record",
              .add_label = N_ ("Add Participant…"),
              .subtitles = COLUMNS ("function", "represents", "count", "reply"),
              .asked = COLUMNS ("role", "person", "organisation", "function", "count", "reply",
                                "represents"),
              .preset = COLUMNS ("role", "participant") },
    .always = TRUE },
  { .known = &ent_event_programme, .patterns = RECEIVED | MISSION | EXCHANGE },
  { .list = { .title = N_ ("Outcomes"),
              .table = &ent_outcome_table,
              .owner = "event",
              .add_label = N_ ("Add Outcome…"),
              .subtitles = COLUMNS ("kind", "state", "due", "giver", "receiver", "honoured"),
              .asked = COLUMNS ("kind", "giver", "receiver", "honoured", "granted", "delivered",
                                "due", "state", "place", "maker", "material") },
    .patterns = RECEIVED | MISSION | CEREMONY | EXCHANGE | VISIBILITY | DEALINGS },
  { .known = &ent_child_served_agreements, .patterns = RECEIVED | MISSION | EXCHANGE | DEALINGS },
  { .known = &ent_child_served_themes },
  { .list = { .title = N_ ("Linked events"),
              .table = &ent_link_table,
              .owner = "source",
              .add_label = N_ ("Add Linked Event…"),
              .subtitles = COLUMNS ("note"),
              .preset = COLUMNS ("kind", "follows"),
              .any_target = &ent_event_table,
              .any_target_only = TRUE } },
  { .lines_title = N_ ("Named by"), .collect = ent_event_collect_mentions },
  { .list = { .title = N_ ("Linked projects"),
              .table = &ent_link_table,
              .owner = "source",
              .add_label = N_ ("Add Project…"),
              .subtitles = COLUMNS ("note"),
              .preset = COLUMNS ("kind", "serves"),
              .any_target = &ent_project_record_table,
              .any_target_only = TRUE } },
  { .known = &ent_child_documents,
    .patterns = VISIBILITY },
  { .known = &ent_child_decisions, .patterns = MISSION },
  { .known = &ent_child_costs, .patterns = MISSION },
  { .known = &ent_child_notes },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Times, series and visibility"),
    COLUMNS ("start", "end", "zone", "series", "ordinal", "parent", "visibility") },
  { NULL, NULL },
};

static const EntRecordAct acts[] = {
  { N_ ("_Held"), "agenda.mark-held" },
  { N_ ("_Postponed"), "agenda.postpone" },
  { N_ ("Mark as _Cancelled"), "agenda.mark-cancelled" },
  { NULL, NULL },
};

static guint
get_pattern (EntRecord *record)
{
  return ent_event_group_of (ENT_EVENT (record)->kind);
}

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntEvent *event = ENT_EVENT (record);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *count = NULL;
  g_autofree char *kind = ent_event_dup_kind_words (event, lang);

  head->subtitle = ent_event_dup_sentence (ent_session_get_project (session), event, lang);
  head->status = ent_event_dup_state_words (event, lang);
  if (event->headcount != ENT_INTEGER_NONE)
    count = g_strdup_printf (ngettext ("%u person", "%u people", (gulong) event->headcount),
                             (guint) event->headcount);
  head->facts = g_strdup_printf ("%s%s%s", kind, count ? " · " : "", count ? count : "");
}

static const EntPageSpec spec = {
  .table = &ent_event_table,
  .get_pattern = get_pattern,
  .fill_head = fill_head,
  .open_columns
  = COLUMNS ("title", "kind", "when", "state", "direction", "place", "headcount", "text"),
  .fields = fields,
  .first_parts = first_parts,
  .parts = parts,
  .acts = acts,
};

/**
 * ent_event_page_new:
 * @session: the session
 * @event: an event of its project
 *
 * One page for all kinds; the kind opens the groups it needs.
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_event_page_new (EntSession *session, EntRecord *event)
{
  return ent_record_page_new (session, event, &spec);
}
