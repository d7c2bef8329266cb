/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/projects/ent-project-list.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "ui/views/projects/ent-project-page.h"

/* A line names at most this many participants. */
#define MAX_PARTICIPANTS 3

/* A project stands this deep in others at most; a circle of parts ends there. */
#define MAX_DEPTH 16

enum
{
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_STATE,
  COLUMN_WITH,
  COLUMN_SINCE,
  COLUMN_UNTIL,
  COLUMN_BUDGET,
};

static const EntRecordColumn columns[] = {
  [COLUMN_TITLE] = { "title", N_ ("Title"), TRUE },
  [COLUMN_KIND] = { "kind", N_ ("Kind"), FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), FALSE },
  [COLUMN_WITH] = { "with", N_ ("With"), FALSE },
  [COLUMN_SINCE] = { "since", N_ ("Since"), FALSE },
  [COLUMN_UNTIL] = { "until", N_ ("Until"), FALSE },
  [COLUMN_BUDGET] = { "budget", N_ ("Budget"), FALSE },
};

static const EntChoiceMeasure measures[] = {
  { "kind", N_ ("Kind"), N_ ("Filter by Kind"), NULL },
  { "state", N_ ("State"), N_ ("Filter by State"), NULL },
};

static void
append_part (GString *line, const char *part)
{
  if (part && *part)
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", part);
}

static char *
none_if_empty (char *words)
{
  if (words && *words)
    return words;

  g_free (words);
  return NULL;
}

static char *
dup_choice (EntRecord *record, const char *name, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_project_record_table, name);

  return ent_column_display (column, ent_record_get_string (record, column), lang);
}

/* Those who take part, our city left out: it does in nearly all. */
static char *
dup_participants (EntProject *project, EntRecord *record, const char *lang)
{
  g_autoptr (GPtrArray) children = ent_project_get_children (
      project, ent_record_get_id (record), &ent_participation_table, "record");
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_named = 0;

  for (guint i = 0; i < children->len; i++)
    {
      EntParticipation *participation = g_ptr_array_index (children, i);
      EntId who = participation->organisation ? participation->organisation
                                              : participation->person;
      g_autofree char *title = who && who != ent_project_get_home (project)
                                   ? ent_project_dup_title (project, who, lang)
                                   : NULL;

      if (!title)
        continue;
      if (n_named == MAX_PARTICIPANTS)
        {
          g_string_append (words, "…");
          break;
        }
      g_string_append_printf (words, "%s%s", n_named ? ", " : "", title);
      n_named++;
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
dup_budget (EntProjectRecord *self, const char *lang)
{
  g_autofree char *number = NULL;

  if (!self->budget)
    return NULL;

  number = ent_column_display (ent_table_find_column (&ent_project_record_table, "budget"),
                               self->budget, lang);
  return self->currency ? g_strdup_printf ("%s %s", number, self->currency)
                        : g_steal_pointer (&number);
}

static int
get_sum (const char *amount)
{
  return amount ? (int) CLAMP (g_ascii_strtod (amount, NULL), 0, G_MAXINT - 1) : G_MAXINT;
}

/* A part stands under what it is a part of. */
static char *
dup_tree_key (EntProject *project, EntRecord *record, const char *lang)
{
  g_autoptr (GString) key = g_string_new (NULL);
  EntRecord *each = record;

  for (guint depth = 0; each && depth < MAX_DEPTH; depth++)
    {
      g_autofree char *title = ent_record_dup_title (each, project, lang);
      g_autofree char *own = ent_text_collate_key (title, lang);

      if (key->len)
        g_string_prepend_c (key, '\001');
      g_string_prepend (key, own);
      each = ent_project_get (project, ENT_PROJECT_RECORD (each)->parent);
    }

  return g_string_free_and_steal (g_steal_pointer (&key));
}

static char *
format_short (const EntDate *date, const char *lang)
{
  return date ? ent_date_format_short (date, lang) : NULL;
}

static int
get_day (const EntDate *date)
{
  return date ? ent_date_get_earliest (date) : ENT_DAY_MAX;
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntProjectRecord *self = ENT_PROJECT_RECORD (item->record);
  g_autofree char *parent = ent_project_dup_title (project, self->parent, lang);
  g_autofree char *with = dup_participants (project, item->record, lang);
  g_autofree char *kind = dup_choice (item->record, "kind", lang);
  g_autofree char *state = dup_choice (item->record, "state", lang);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) note = g_string_new (kind);

  if (parent)
    /* Translators: another project */
    g_string_append_printf (line, _("Part of %s"), parent);
  append_part (line, with);
  append_part (note, state);
  item->line = g_string_free_and_steal (g_steal_pointer (&line));
  item->note = g_string_free_and_steal (g_steal_pointer (&note));
  ent_record_item_set_place (item, project, self->place, lang);
  g_free (item->title_key);
  item->title_key = dup_tree_key (project, item->record, lang);

  ent_record_item_take_words (item, COLUMN_TITLE, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_KIND, none_if_empty (g_steal_pointer (&kind)), lang);
  ent_record_item_take_words (item, COLUMN_STATE, none_if_empty (g_steal_pointer (&state)), lang);
  ent_record_item_take_words (item, COLUMN_WITH, none_if_empty (g_steal_pointer (&with)), lang);
  ent_record_item_take_number (item, COLUMN_SINCE, format_short (self->since, lang),
                               get_day (self->since));
  ent_record_item_take_number (item, COLUMN_UNTIL, format_short (self->until, lang),
                               get_day (self->until));
  ent_record_item_take_number (item, COLUMN_BUDGET, dup_budget (self, lang),
                               get_sum (self->budget));
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntRecord *above = NULL;

  if (ENT_IS_PARTICIPATION (changed))
    above = ent_project_get (project, ENT_PARTICIPATION (changed)->record);
  else if (ENT_IS_ALIAS (changed))
    above = ent_project_get (project, ent_record_get_reference (
                                          changed, ent_table_get_owner (&ent_alias_table)));

  return above && ENT_IS_PROJECT_RECORD (above) ? above : NULL;
}

/* A name that many projects show; that of a project stands with its parts. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_PROJECT_RECORD (changed) || ENT_IS_ORGANISATION (changed)
         || ENT_IS_PLACE (changed) || ENT_IS_PERSON (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u project", "%u projects", n_all), n_all);

  /* Translators: projects shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u project", "%1$u of %2$u projects", n_all),
                          n_shown, n_all);
}

const EntRecordSpec ent_project_list_spec = {
  .table = &ent_project_record_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .create_page = ent_project_page_new,
  .delete_label = N_ ("_Delete Project"),
  .menu_tooltip = N_ ("Project Menu"),
  .page_title = N_ ("Project"),
  .unchosen_title = N_ ("No Project Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Projects"),
  .icon = "applications-engineering-symbolic",
  .search_label = N_ ("Search projects"),
  .search_hint = N_ ("Title, participant, text"),
  .dup_count = dup_count,
  .new_action = "projects.new",
  .new_tooltip = N_ ("Add a Project"),
  .new_label = N_ ("_Add a Project"),
  .empty_title = N_ ("No Projects Yet"),
  .empty_text = N_ ("A programme, works, a candidacy: begin with what is under way."),
  .nothing_text = N_ ("No project matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll Projects"),
  .form_key = "projects-view",
  .sort_key = "projects-sort-column",
  .descending_key = "projects-sort-descending",
};

EntChoiceFilter *
ent_project_filter_new (void)
{
  return ent_choice_filter_new (&ent_project_record_table, measures, G_N_ELEMENTS (measures));
}
