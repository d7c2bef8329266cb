/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-search-item.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/ent-window-private.h"
#include "ui/views/partners/ent-partner-words.h"

/* As the store marks the words found. */
#define MARK_START "\u2068"
#define MARK_END "\u2069"

/* Headings of pages of documents, and of what has no page of its own. */
static const char pages_group[] = N_ ("In Documents");
static const char rest_group[] = N_ ("On the Pages");

G_DEFINE_FINAL_TYPE (EntSearchItem, ent_search_item, G_TYPE_OBJECT)

static void
ent_search_item_finalize (GObject *object)
{
  EntSearchItem *self = ENT_SEARCH_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->snippet);
  g_free (self->name);

  G_OBJECT_CLASS (ent_search_item_parent_class)->finalize (object);
}

static void
ent_search_item_class_init (EntSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_search_item_finalize;
}

static void
ent_search_item_init (EntSearchItem *self)
{
}

static char *
replace (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

static char *
dup_markup (const char *marked)
{
  g_autofree char *escaped = g_markup_escape_text (marked, -1);
  g_autofree char *started = replace (escaped, MARK_START, "<b>");

  return replace (started, MARK_END, "</b>");
}

static char *
dup_unmarked (const char *marked)
{
  g_autofree char *started = replace (marked, MARK_START, "");

  return replace (started, MARK_END, "");
}

/* What tells two records of one name apart. */
static char *
dup_facts (EntSession *session, EntRecord *record)
{
  const char *lang = ent_session_get_lang (session);

  if (ENT_IS_EVENT (record) && ENT_EVENT (record)->when)
    return ent_date_format (ENT_EVENT (record)->when, lang);
  if (ENT_IS_PERSON (record))
    return ent_person_dup_function_words (ent_session_get_project (session), ENT_PERSON (record),
                                          lang, ent_session_get_today (session));

  return NULL;
}

static char *
dup_subtitle (EntSession *session, const EntHit *hit, EntRecord *record)
{
  const EntTable *table = ent_record_get_table (record);
  g_autofree char *page = NULL;
  char *facts;

  if (hit->page_number)
    return g_strdup_printf (_("Page %u"), hit->page_number);
  if (hit->page == hit->record)
    {
      facts = dup_facts (session, record);
      return facts ? facts : g_strdup ("");
    }

  page = ent_project_dup_title (ent_session_get_project (session), hit->page,
                                ent_session_get_lang (session));

  /* Translators: what was found, and the page on which it stands: "Commitment on: Protocol…" */
  return g_strdup_printf (_("%1$s on: %2$s"), _(table->label), page ? page : "");
}

static void
take_words (EntSearchItem *self, EntSession *session, const EntHit *hit, EntRecord *record)
{
  g_autofree char *plain = dup_unmarked (hit->snippet);
  gboolean is_title = g_str_equal (plain, hit->title);
  g_autofree char *name = NULL;

  self->title = is_title ? dup_markup (hit->snippet) : g_markup_escape_text (hit->title, -1);
  self->subtitle = dup_subtitle (session, hit, record);
  self->snippet = is_title ? g_strdup ("") : dup_markup (hit->snippet);
  self->name = g_strjoin (", ", hit->title, *self->subtitle ? self->subtitle : plain,
                          is_title || !*self->subtitle ? NULL : plain, NULL);
}

/* Records that have no page of their own stand together, last, before them pages of documents. */
static const char *
get_group (const EntHit *hit, EntRecord *record)
{
  if (hit->page_number)
    return pages_group;

  return hit->page == hit->record ? ent_record_get_table (record)->plural : rest_group;
}

static EntSearchItem *
create_item (EntSession *session, const EntHit *hit)
{
  EntProject *project = ent_session_get_project (session);
  EntRecord *record = ent_project_get (project, hit->record);
  EntRecord *page = ent_project_get (project, hit->page);
  const EntUiPlace *place = page ? ent_places_find (ent_record_get_table (page)) : NULL;
  EntSearchItem *self;

  /* What no page shows cannot be gone to. */
  if (!record || !place)
    return NULL;

  self = g_object_new (ENT_TYPE_SEARCH_ITEM, NULL);
  self->record = hit->record;
  self->page_number = hit->page_number;
  self->icon = place->icon;
  self->group = get_group (hit, record);
  take_words (self, session, hit, record);

  return self;
}

/* Groups stand in the order of their best hit, after them pages of documents, then rows of pages.
 */
static void
rank_groups (GPtrArray *items)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      EntSearchItem *item = g_ptr_array_index (items, i);
      gboolean is_last = item->group == rest_group || item->group == pages_group;

      item->rank = i;
      if (!is_last && !g_ptr_array_find (groups, item->group, NULL))
        g_ptr_array_add (groups, (gpointer) item->group);
      if (is_last || !g_ptr_array_find (groups, item->group, &item->group_rank))
        item->group_rank = item->group == pages_group ? G_MAXUINT - 1 : G_MAXUINT;
    }
}

/**
 * ent_search_items_new:
 * @session: the session
 * @hits: (element-type EntHit): what the store found, best first
 *
 * Returns: (transfer full) (element-type EntSearchItem): what of it can be shown and gone to
 */
GPtrArray *
ent_search_items_new (EntSession *session, GPtrArray *hits)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < hits->len; i++)
    {
      EntSearchItem *item = create_item (session, g_ptr_array_index (hits, i));

      if (item)
        g_ptr_array_add (items, item);
    }
  rank_groups (items);

  return items;
}
