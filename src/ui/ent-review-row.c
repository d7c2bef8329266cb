/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-review-row.h"

#include <glib/gi18n-lib.h>

#include "base/ent-date.h"
#include "base/ent-gazetteer.h"

/* Below this a proposal is doubtful. */
#define FAIRLY_SURE 50

/* What an item is called, and the type of the record that it names. */
static const struct
{
  const char *label; /* msgid */
  const EntTable *table;
  const char *none; /* msgid: none of those that are there */
} fields[ENT_READING_N_FIELDS] = {
  [ENT_READING_TITLE] = { N_ ("Title"), NULL, NULL },
  [ENT_READING_KIND] = { N_ ("Kind"), NULL, NULL },
  [ENT_READING_PARTY] = { N_ ("Party"), &ent_organisation_table, N_ ("New organisation") },
  [ENT_READING_SIGNED_ON] = { N_ ("Signed on"), NULL, NULL },
  [ENT_READING_SIGNED_AT] = { N_ ("Signed in"), &ent_place_table, N_ ("New place") },
  [ENT_READING_REMOTE] = { N_ ("Remote signature"), NULL, NULL },
  [ENT_READING_VALID_FROM] = { N_ ("Valid from"), NULL, NULL },
  [ENT_READING_VALID_TO] = { N_ ("Valid to"), NULL, NULL },
  [ENT_READING_TERM] = { N_ ("Period as written"), NULL, NULL },
  [ENT_READING_RENEWS] = { N_ ("Renews"), NULL, NULL },
  [ENT_READING_THEME] = { N_ ("Theme"), NULL, NULL },
  [ENT_READING_COMMITMENT] = { N_ ("Commitment"), NULL, NULL },
  [ENT_READING_OBLIGATION] = { N_ ("Obligation"), NULL, NULL },
  [ENT_READING_BODY] = { N_ ("Follow-up body"), &ent_organisation_table, N_ ("New organisation") },
  [ENT_READING_COPIES] = { N_ ("Copies"), NULL, NULL },
  [ENT_READING_LANGUAGE] = { N_ ("Language"), NULL, NULL },
  [ENT_READING_SIGNATORY] = { N_ ("Signatory"), &ent_person_table, N_ ("New person") },
};

static const EntReviewChoice choices[] = { ENT_REVIEW_VARIANT, ENT_REVIEW_TAKE, ENT_REVIEW_LEAVE };

static char *
dup_party (const EntProposal *proposal)
{
  EntGazetteer *gazetteer = proposal->detail ? ent_gazetteer_get_default () : NULL;
  const char *country = gazetteer ? ent_gazetteer_get_country_name (gazetteer, proposal->detail,
                                                                    ent_words_interface_language ())
                                  : NULL;

  return country ? g_strdup_printf ("%s (%s)", proposal->value, country)
                 : g_strdup (proposal->value);
}

/* What the text says, as one reads it. */
static char *
dup_words (EntSession *session, const EntReviewItem *item)
{
  const EntProposal *proposal = item->proposal;
  const char *lang = ent_session_get_lang (session);

  if (proposal->field == ENT_READING_PARTY)
    return dup_party (proposal);
  if (proposal->field == ENT_READING_SIGNATORY && proposal->detail)
    return g_strdup_printf ("%s · %s", proposal->value, proposal->detail);
  if (proposal->field == ENT_READING_RENEWS && item->known != ENT_ID_NONE)
    return ent_project_dup_title (ent_session_get_project (session), item->known, lang);
  if (proposal->field == ENT_READING_COPIES || proposal->field == ENT_READING_LANGUAGE
      || !item->column || !item->value)
    return g_strdup (proposal->value);

  return ent_column_display (item->column, item->value, lang);
}

static char *
dup_recorded (EntSession *session, const EntReviewItem *item)
{
  EntId id;

  if (!item->column)
    return g_strdup (item->recorded);
  if (item->column->kind == ENT_KIND_REFERENCE && ent_id_parse (item->recorded, &id))
    return ent_project_dup_title (ent_session_get_project (session), id,
                                  ent_session_get_lang (session));

  return ent_column_display (item->column, item->recorded, ent_session_get_lang (session));
}

static const char *
get_confidence (const EntProposal *proposal)
{
  if (proposal->confidence >= ENT_READING_SURE)
    return C_ ("confidence", "sure");
  if (proposal->confidence >= FAIRLY_SURE)
    return C_ ("confidence", "fairly sure");

  return C_ ("confidence", "doubtful");
}

static char *
dup_subtitle (EntSession *session, const EntReviewItem *item)
{
  const char *label = _(fields[item->proposal->field].label);
  g_autofree char *recorded = item->recorded && item->state != ENT_REVIEW_SAME
                                  ? dup_recorded (session, item)
                                  : NULL;
  g_autofree char *first = g_strdup_printf ("%s · %s", label, get_confidence (item->proposal));

  if (item->state == ENT_REVIEW_SAME)
    return g_strdup (label);
  if (item->state == ENT_REVIEW_UNKNOWN && item->proposal->field == ENT_READING_RENEWS)
    return g_strdup_printf ("%s\n%s", first, _("No such agreement is recorded."));
  if (recorded)
    {
      /* Translators: what is recorded, where a text says something else. */
      g_autofree char *now = g_strdup_printf (_("now: %s"), recorded);

      return g_strdup_printf ("%s\n%s", first, now);
    }

  return g_steal_pointer (&first);
}

static guint
get_item (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ent-item"));
}

static void
ticked_cb (GtkCheckButton *button, GParamSpec *pspec, GtkWidget *row)
{
  gtk_widget_activate_action (row, "review.choose", "(uu)", get_item (row),
                              gtk_check_button_get_active (button) ? ENT_REVIEW_TAKE
                                                                   : ENT_REVIEW_LEAVE);
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *pspec, GtkWidget *row)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected < G_N_ELEMENTS (choices))
    gtk_widget_activate_action (row, "review.choose", "(uu)", get_item (row), choices[selected]);
}

static void
meant_cb (AdwComboRow *row)
{
  GArray *candidates = g_object_get_data (G_OBJECT (row), "ent-candidates");
  guint selected = adw_combo_row_get_selected (row);
  EntId known = selected < candidates->len ? g_array_index (candidates, EntId, selected)
                                           : ENT_ID_NONE;

  gtk_widget_activate_action (GTK_WIDGET (row), "review.mean", "(ux)", get_item (GTK_WIDGET (row)),
                              known);
}

static void
add_check (GtkWidget *row, const EntReviewItem *item, const char *words)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->choice == ENT_REVIEW_TAKE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (ticked_cb), row, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (!ADW_IS_COMBO_ROW (row))
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
}

/* From the row to the passage it rests on. */
static void
add_jump (GtkWidget *row, GtkWidget *suffix, const EntReviewItem *item)
{
  g_autofree char *label = g_strdup_printf (_("Page %u"), item->proposal->page);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show the passage"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", get_item (row));
  gtk_box_append (GTK_BOX (suffix), button);
}

static void
add_choice (GtkWidget *row, GtkWidget *suffix, const EntReviewItem *item, const char *name)
{
  const char *const words[] = { C_ ("wording", "Variant"), C_ ("wording", "Replace"),
                                C_ ("wording", "Leave"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] == item->choice)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), row, 0);
  gtk_box_append (GTK_BOX (suffix), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
}

static GtkWidget *
create_meaning (EntSession *session, const EntReviewItem *item)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint selected = item->candidates->len;

  for (guint i = 0; i < item->candidates->len; i++)
    {
      EntId id = g_array_index (item->candidates, EntId, i);
      g_autofree char *title = ent_project_dup_title (ent_session_get_project (session), id,
                                                      ent_session_get_lang (session));

      gtk_string_list_append (model, title ? title : "");
      if (id == item->known)
        selected = i;
    }
  gtk_string_list_append (model, _(fields[item->proposal->field].none));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data_full (G_OBJECT (row), "ent-candidates", g_array_ref (item->candidates),
                          (GDestroyNotify) g_array_unref);
  g_signal_connect (row, "notify::selected", G_CALLBACK (meant_cb), NULL);

  return row;
}

/**
 * ent_review_row_new:
 * @session: the session
 * @review: a review
 * @i: number of its item
 *
 * Returns: (transfer floating): the row of that item
 */
GtkWidget *
ent_review_row_new (EntSession *session, EntReview *review, guint i)
{
  const EntReviewItem *item = ent_review_get_item (review, i);
  gboolean differs = item->state == ENT_REVIEW_DIFFERS;
  gboolean names = fields[item->proposal->field].table && item->candidates
                   && item->candidates->len > 0 && item->state == ENT_REVIEW_NEW;
  g_autofree char *words = dup_words (session, item);
  g_autofree char *subtitle = dup_subtitle (session, item);
  GtkWidget *row = names ? create_meaning (session, item) : adw_action_row_new ();
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  g_object_set_data (G_OBJECT (row), "ent-item", GUINT_TO_POINTER (i));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  if (!names)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (item->state == ENT_REVIEW_NEW)
    add_check (row, item, words);
  if (differs)
    add_choice (row, suffix, item, words);
  add_jump (row, suffix, item);

  return row;
}
