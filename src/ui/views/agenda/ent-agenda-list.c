/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agenda/ent-agenda-list.h"

#include <glib/gi18n-lib.h>

#include "model/ent-choices.h"
#include "ui/views/agenda/ent-event-page.h"
#include "ui/views/agenda/ent-event-words.h"

enum
{
  COLUMN_TITLE,
  COLUMN_WHEN,
  COLUMN_PARTNER,
  COLUMN_PLACE,
  COLUMN_KIND,
  COLUMN_STATE,
};

static const EntRecordColumn columns[] = {
  [COLUMN_TITLE] = { "title", N_ ("Title"), TRUE },
  [COLUMN_WHEN] = { "when", N_ ("When"), FALSE },
  [COLUMN_PARTNER] = { "partner", N_ ("Partner"), FALSE },
  [COLUMN_PLACE] = { "place", N_ ("Place"), FALSE },
  [COLUMN_KIND] = { "kind", N_ ("Kind"), FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), FALSE },
};

static const EntRecordAct acts[] = {
  { N_ ("D_uplicate for a New Date…"), "agenda.duplicate" },
  { NULL, NULL },
};

static char *
none_if_empty (char *words)
{
  if (words && *words)
    return words;

  g_free (words);
  return NULL;
}

static void
fill_cells (EntRecordItem *item, EntProject *project, const char *lang)
{
  EntEvent *event = ENT_EVENT (item->record);
  const EntAgendaFacts *facts = item->facts;
  int day = facts->position.part == ENT_AGENDA_UNDATED ? ENT_DAY_MAX : facts->position.day;

  ent_record_item_take_words (item, COLUMN_TITLE, g_strdup (item->title), lang);
  ent_record_item_take_number (item, COLUMN_WHEN,
                               event->when ? ent_date_format_short (event->when, lang) : NULL, day);
  ent_record_item_take_words (item, COLUMN_PARTNER,
                              none_if_empty (ent_event_dup_partner_words (project, event, lang)),
                              lang);
  ent_record_item_take_words (
      item, COLUMN_PLACE, event->place ? ent_project_dup_title (project, event->place, lang) : NULL,
      lang);
  ent_record_item_take_words (item, COLUMN_KIND,
                              none_if_empty (ent_event_dup_kind_words (event, lang)), lang);
  ent_record_item_take_words (item, COLUMN_STATE,
                              none_if_empty (ent_event_dup_state_words (event, lang)), lang);
}

static gboolean
has_clash (EntProject *project, EntEvent *event)
{
  g_autoptr (GArray) clashes = ent_agenda_get_clashes (project, event);

  return clashes->len > 0;
}

static void
take_clash (EntRecordItem *item)
{
  char *note = g_strdup_printf ("%s%s%s", item->note, *item->note ? " · " : "",
                                _("somebody in two places at once"));

  g_free (item->note);
  item->note = note;
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntEvent *event = ENT_EVENT (item->record);
  EntAgendaFacts *facts = item->facts;

  facts->listed = ent_agenda_lists (project, event);
  facts->position = ent_agenda_get_position (event, today);

  item->line = ent_event_dup_line_words (project, event, lang);
  item->note = ent_event_dup_note_words (event, lang);
  facts->clashing = facts->listed && has_clash (project, event);
  if (facts->clashing)
    take_clash (item);
  ent_record_item_set_place (item, project, event->place, lang);
  fill_cells (item, project, lang);
}

static gint64
get_group (EntRecordItem *item)
{
  return ent_event_group_of (((EntEvent *) item->record)->kind);
}

static char *
dup_group_words (gint64 group)
{
  return g_strdup (ent_event_group_get_words ((EntEventGroup) group));
}

static gint64
get_year (EntRecordItem *item)
{
  return ((const EntAgendaFacts *) item->facts)->position.year;
}

static char *
dup_year_words (gint64 year)
{
  return year == 0 ? g_strdup (_("Not recorded")) : g_strdup_printf ("%" G_GINT64_FORMAT, year);
}

static const EntChoiceMeasure measures[] = {
  { "direction", N_ ("Direction"), N_ ("Filter by Direction") },
  { NULL, N_ ("Kind"), N_ ("Filter by Kind"), .get_number = get_group,
    .dup_number_words = dup_group_words },
  { "state", N_ ("State"), N_ ("Filter by State") },
  { NULL, N_ ("Year"), N_ ("Filter by Year"), .get_number = get_year,
    .dup_number_words = dup_year_words, .highest_first = TRUE },
};

static gboolean
lists (EntRecordItem *item)
{
  return ((const EntAgendaFacts *) item->facts)->listed;
}

static int
compare_sections (const EntRecordItem *a, const EntRecordItem *b)
{
  const EntAgendaFacts *left = a->facts;
  const EntAgendaFacts *right = b->facts;

  return ent_agenda_compare_sections (&left->position, &right->position);
}

static int
compare (const EntRecordItem *a, const EntRecordItem *b)
{
  const EntAgendaFacts *left = a->facts;
  const EntAgendaFacts *right = b->facts;
  int order = ent_agenda_compare (&left->position, &right->position);

  return order != 0 ? order : g_strcmp0 (a->title_key, b->title_key);
}

static char *
dup_section (const EntRecordItem *item)
{
  const EntAgendaFacts *facts = item->facts;

  return ent_agenda_dup_section_words (&facts->position);
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntRecord *above = NULL;

  if (ENT_IS_EVENT (changed))
    return changed;
  if (ENT_IS_PARTICIPATION (changed))
    above = ent_project_get (project, ENT_PARTICIPATION (changed)->record);

  return above && ENT_IS_EVENT (above) ? above : NULL;
}

/* Where somebody was in two places, the other event says so too, until it is so no more. */
static GPtrArray *
find_touched (EntProject *project, EntRecord *shown, GListModel *items)
{
  GPtrArray *touched = g_ptr_array_new ();
  g_autoptr (GArray) clashes = ent_agenda_get_clashes (project, ENT_EVENT (shown));

  for (guint i = 0; i < clashes->len; i++)
    g_ptr_array_add (touched, g_array_index (clashes, EntAgendaClash, i).other);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (EntRecordItem) item = g_list_model_get_item (items, i);

      if (((const EntAgendaFacts *) item->facts)->clashing)
        g_ptr_array_add (touched, item->record);
    }

  return touched;
}

/* A name that many events show. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_ORGANISATION (changed) || ENT_IS_PLACE (changed) || ENT_IS_PERSON (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u event", "%u events", n_all), n_all);

  /* Translators: events shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u event", "%1$u of %2$u events", n_all), n_shown,
                          n_all);
}

const EntRecordSpec ent_agenda_list_spec = {
  .table = &ent_event_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facts_size = sizeof (EntAgendaFacts),
  .fill = fill,
  .lists = lists,
  .compare = compare,
  .compare_sections = compare_sections,
  .dup_section = dup_section,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .find_touched = find_touched,
  .create_page = ent_event_page_new,
  .acts = acts,
  .delete_label = N_ ("_Delete Event"),
  .menu_tooltip = N_ ("Event Menu"),
  .page_title = N_ ("Event"),
  .unchosen_title = N_ ("No Event Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Agenda"),
  .icon = "x-office-calendar-symbolic",
  .search_label = N_ ("Search the agenda"),
  .search_hint = N_ ("Title, partner, text"),
  .dup_count = dup_count,
  .new_action = "agenda.new-event",
  .new_tooltip = N_ ("New Event"),
  .new_label = N_ ("_New Event"),
  .empty_title = N_ ("No Events Yet"),
  .empty_text = N_ ("A mission, a delegation received, a ceremony: begin with the next one."),
  .nothing_text = N_ ("No event matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll Events"),
  .form_key = "agenda-view",
  .sort_key = "agenda-sort-column",
  .descending_key = "agenda-sort-descending",
};

/**
 * ent_agenda_filter_new:
 *
 * Returns: (transfer full): a filter of events by direction, kind, state and year, that hides
 *   nothing
 */
EntChoiceFilter *
ent_agenda_filter_new (void)
{
  return ent_choice_filter_new (&ent_event_table, measures, G_N_ELEMENTS (measures));
}
