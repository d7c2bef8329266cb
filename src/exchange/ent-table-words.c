/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ent-table-words.h"

/* What offices write over the columns of their spreadsheets beside the words of Entente itself,
 * in French and English, without case and accents. */
static const struct
{
  const char *table; /* type of the rows */
  const char *field; /* as ent_table_fields_new () names it */
  const char *words[16];
} synonyms[] = {
  { "person", "family", { "nom de famille", "nom", "last name", "surname", "name" } },
  { "person", "given", { "prenom", "prenoms", "first name", "forename" } },
  { "person",
    "shown_name",
    { "nom complet", "nom et prenom", "prenom et nom", "nom prenom", "full name", "contact",
      "personne", "person" } },
  { "person", "address_form", { "civilite", "titre", "formule d'appel", "title", "salutation" } },
  { "person", "email", { "email", "e-mail", "mail", "courriel", "adresse e-mail" } },
  { "person", "phone", { "tel", "telephone", "gsm", "phone", "mobile", "portable" } },
  { "person",
    "mandate.organisation",
    { "institution", "organisme", "employeur", "company", "organization", "societe", "ville",
      "commune", "city" } },
  { "person", "mandate.function", { "titre officiel", "qualite", "poste", "position", "role" } },
  { "person", "mandate.since", { "depuis", "du", "from" } },
  { "person", "mandate.until", { "jusqu'au", "au", "to" } },

  { "organisation",
    "name",
    { "organisation", "organization", "institution", "organisme", "denomination", "partenaire",
      "partner", "ville", "commune", "city", "municipality" } },
  { "organisation", "kind", { "type", "nature" } },
  { "organisation", "place", { "lieu", "localite", "siege", "ville", "commune", "city" } },
  { "organisation", "place.parent", { "pays", "country", "etat" } },
  { "organisation", "parent", { "depend de", "tutelle" } },
  { "organisation", "relation_class", { "type de relation", "relation", "lien" } },
  { "organisation", "origin", { "depuis", "date d'origine", "since", "debut" } },

  { "agreement",
    "title",
    { "intitule", "accord", "entente", "convention", "agreement", "nom", "name", "objet" } },
  { "agreement", "kind", { "type", "nature" } },
  { "agreement", "label", { "periode", "period", "duree" } },
  { "agreement",
    "signed",
    { "date de signature", "signature", "signe le", "signee le", "signed", "date",
      "date signed" } },
  { "agreement", "effective", { "debut", "start", "start date", "date de debut", "en vigueur" } },
  { "agreement", "ends", { "fin", "echeance", "expiration", "expires", "end", "date de fin" } },
  { "agreement",
    "party.organisation",
    { "partenaire", "partenaires", "partie", "ville", "commune", "city", "party", "organisation",
      "with", "avec" } },

  { "event",
    "title",
    { "intitule", "activite", "evenement", "event", "objet", "nom", "name", "visite", "activity",
      "point", "item" } },
  { "event", "kind", { "type", "nature" } },
  { "event", "when", { "date", "quand", "jour", "day", "dates", "annee", "year" } },
  { "event", "start", { "heure", "debut", "start", "time", "de" } },
  { "event", "end", { "fin", "end", "a" } },
  { "event", "place", { "lieu", "ville", "endroit", "location", "where", "ou" } },
  { "event",
    "headcount",
    { "nombre", "participants", "effectif", "people", "nombre de personnes" } },
  { "event", "state", { "statut", "etat", "status" } },
  { "event",
    "participation.organisation",
    { "partenaire", "partner", "delegation", "organisation", "avec", "with" } },

  { "participation",
    "person",
    { "nom complet", "nom et prenom", "prenom et nom", "full name", "nom", "name", "invite",
      "guest", "participant" } },
  { "participation", "person.family", { "nom de famille", "last name", "surname" } },
  { "participation", "person.given", { "prenom", "first name" } },
  { "participation", "person.email", { "email", "mail", "courriel" } },
  { "participation", "person.phone", { "tel", "telephone", "gsm", "phone", "mobile" } },
  { "participation", "organisation", { "institution", "organisme", "organization", "company" } },
  { "participation", "function", { "fonction", "function", "titre", "title", "qualite" } },
  { "participation", "reply", { "reponse", "rsvp", "presence", "answer" } },
  { "participation", "count", { "nombre", "number", "personnes" } },

  { "measurement", "period", { "annee", "year", "date" } },
  { "measurement", "value", { "valeur", "resultat", "result", "nombre", "number" } },
  { "measurement", "territory", { "commune", "ville", "city", "region" } },
  { "measurement", "comment", { "commentaire", "remarque", "remarks", "note" } },
  { "measurement", "kind", { "type" } },

  { "place", "name", { "lieu", "ville", "commune", "place", "city" } },
  { "place", "parent", { "pays", "country", "region" } },
  { "place", "kind", { "type" } },
  { "place", "lat", { "latitude" } },
  { "place", "lon", { "longitude", "lng" } },
};

/**
 * ent_table_words_mean:
 * @table: type of the rows
 * @field: name of a field
 * @plain: what stands over a column, folded
 *
 * Returns: whether the field is usually called so
 */
gboolean
ent_table_words_mean (const EntTable *table, const char *field, const char *plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].table, table->name) && g_str_equal (synonyms[i].field, field)
        && g_strv_contains (synonyms[i].words, plain))
      return TRUE;

  return FALSE;
}
