/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-precedence.h"

#include <math.h>
#include <string.h>

#include "base/ent-text.h"
#include "rules/ent-holders.h"

/* Proposed as long as the office has no list of its own. */
static const char standard_list[] =
    "Roi / Reine / King / Queen; Président de la République / Présidente de la République / "
    "President of the Republic; Premier ministre / Première ministre / Prime minister; "
    "Ministre / Minister; Vice-ministre / Vice-minister; Secrétaire d’État / Secretary of "
    "state; Ambassadeur / Ambassadrice / Ambassador; Consul / Consule; Gouverneur / Gouverneure "
    "/ Governor; Sénateur / Sénatrice / Senator; Député / Députée / Member of parliament; "
    "Bourgmestre / Maire / Mairesse / Mayor; Premier échevin / Première échevine / Premier "
    "adjoint / Première adjointe / First deputy mayor; Échevin / Échevine / Adjoint / Adjointe / "
    "Deputy mayor / Alderman; Recteur / Rectrice / Rector; Président / Présidente / President; "
    "Conseiller / Conseillère / Councillor; Directeur général / Directrice générale / Director "
    "general; Secrétaire général / Secrétaire générale / Secretary general; Directeur / "
    "Directrice / Director; Chef de cabinet / Cheffe de cabinet / Head of cabinet; Commissaire / "
    "Commissioner; Chef / Cheffe / Head; Coordinateur / Coordinatrice / Coordinator; Chargé / "
    "Chargée / Officer";

typedef struct
{
  EntParticipation *participation;
  double position; /* G_MAXDOUBLE: not moved by hand */
  guint leads;     /* 0 for who leads */
  guint rank;
  guint index; /* where it stood before */
} Place;

/**
 * ent_precedence_get_list:
 * @project: the graph
 *
 * Returns: (transfer none): the functions in their order, the office's own or the usual ones
 */
const char *
ent_precedence_get_list (EntProject *project)
{
  const char *own = ent_project_get_setting (project, ENT_SETTING_PRECEDENCE);

  return own && !ent_text_is_blank (own) ? own : standard_list;
}

/* As words with a space before and after each: " adjointe au maire ". */
static char *
dup_words (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.'-()", -1);
  GString *all = g_string_new (" ");

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (all, "%s ", words[i]);

  return g_string_free_and_steal (all);
}

/**
 * ent_precedence_get_rank:
 * @list: functions, as ent_precedence_get_list() gives them
 * @function: (nullable): a function
 *
 * The function whose name begins with an entry counts more than one that has it somewhere, and
 * the longer entry more than the shorter: who is "Adjointe au maire" is no mayor.
 *
 * Returns: its rank, 0 for the first; %G_MAXUINT when it is not in the list
 */
guint
ent_precedence_get_rank (const char *list, const char *function)
{
  g_auto (GStrv) ranks = g_strsplit (list, ";", -1);
  g_autofree char *words = dup_words (function ? function : "");
  guint rank = G_MAXUINT;
  gsize best = 0;

  for (guint i = 0; ranks[i]; i++)
    {
      g_auto (GStrv) names = g_strsplit (ranks[i], "/", -1);

      for (guint j = 0; names[j]; j++)
        {
          g_autofree char *name = dup_words (names[j]);
          const char *found = strlen (name) > 1 ? strstr (words, name) : NULL;
          gsize weight = found ? strlen (name) + (found == words ? 1000 : 0) : 0;

          if (weight <= best)
            continue;
          best = weight;
          rank = i;
        }
    }

  return rank;
}

/* The function of that day, else one that is held then. */
static guint
get_rank (EntProject *project, const char *list, EntParticipation *participation, int day)
{
  g_autoptr (GPtrArray) positions = NULL;
  guint rank = ent_precedence_get_rank (list, participation->function);

  if (participation->function || !participation->person)
    return rank;
  positions = ent_person_get_positions (project, participation->person, day);
  for (guint i = 0; i < positions->len; i++)
    rank = MIN (rank, ent_precedence_get_rank (
                          list, ENT_MANDATE (g_ptr_array_index (positions, i))->function));

  return rank;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  if (left->leads != right->leads)
    return left->leads < right->leads ? -1 : 1;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

/**
 * ent_precedence_sort:
 * @project: the graph
 * @participations: (element-type EntParticipation): of one event, in the order of its page
 * @day: the day of the event, as GDate counts them
 *
 * Proposes an order of precedence: who leads the delegation, then by function, then as they
 * were. Where somebody was moved by hand the order of the page stays; who was added later comes
 * after these, in the order proposed.
 */
void
ent_precedence_sort (EntProject *project, GPtrArray *participations, int day)
{
  const EntColumn *position = ent_table_find_column (&ent_participation_table, "position");
  const char *list = ent_precedence_get_list (project);
  g_autofree Place *places = g_new0 (Place, participations->len + 1);

  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (participations, i);
      double moved = ent_record_get_real (ENT_RECORD (self), position);

      places[i] = (Place) { .participation = self,
                            .position = isnan (moved) ? G_MAXDOUBLE : moved,
                            .leads = g_strcmp0 (self->role, "head") == 0 ? 0 : 1,
                            .rank = get_rank (project, list, self, day),
                            .index = i };
    }
  qsort (places, participations->len, sizeof *places, compare);
  for (guint i = 0; i < participations->len; i++)
    participations->pdata[i] = places[i].participation;
}
