/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include "base/ent-text.h"

/* Countries as agreements write them, in both languages; codes after ISO 3166-1. */
static const struct
{
  const char *code;
  const char *names; /* parted by | */
} countries[] = {
  { "AF", "Afghanistan" },
  { "AL", "Albanie|Albania" },
  { "DZ", "Algérie|Algeria" },
  { "DE", "Allemagne|Germany|République fédérale d'Allemagne|Federal Republic of Germany" },
  { "AD", "Andorre|Andorra" },
  { "AO", "Angola" },
  { "SA", "Arabie saoudite|Saudi Arabia" },
  { "AR", "Argentine|Argentina" },
  { "AM", "Arménie|Armenia" },
  { "AU", "Australie|Australia" },
  { "AT", "Autriche|Austria" },
  { "AZ", "Azerbaïdjan|Azerbaijan" },
  { "BD", "Bangladesh" },
  { "BE", "Belgique|Belgium" },
  { "BJ", "Bénin|Benin" },
  { "BY", "Biélorussie|Belarus" },
  { "BO", "Bolivie|Bolivia" },
  { "BA", "Bosnie-Herzégovine|Bosnia and Herzegovina" },
  { "BW", "Botswana" },
  { "BR", "Brésil|Brazil" },
  { "BG", "Bulgarie|Bulgaria" },
  { "BF", "Burkina Faso|Burkina" },
  { "BI", "Burundi" },
  { "KH", "Cambodge|Cambodia" },
  { "CM", "Cameroun|Cameroon" },
  { "CA", "Canada" },
  { "CV", "Cap-Vert|Cape Verde" },
  { "CF", "République centrafricaine|Central African Republic" },
  { "CL", "Chili|Chile" },
  { "CN", "Chine|China|People's Republic of China|République populaire de Chine" },
  { "CY", "Chypre|Cyprus" },
  { "CO", "Colombie|Colombia" },
  { "KM", "Comores|Comoros" },
  { "CG", "Congo|Republic of the Congo" },
  { "CD", "République démocratique du Congo|Democratic Republic of the Congo|RDC" },
  { "KR", "Corée du Sud|South Korea|Republic of Korea|République de Corée|Korea" },
  { "CR", "Costa Rica" },
  { "CI", "Côte d'Ivoire|Ivory Coast" },
  { "HR", "Croatie|Croatia" },
  { "CU", "Cuba" },
  { "DK", "Danemark|Denmark" },
  { "DJ", "Djibouti" },
  { "DO", "République dominicaine|Dominican Republic" },
  { "EG", "Égypte|Egypt" },
  { "AE", "Émirats arabes unis|United Arab Emirates" },
  { "EC", "Équateur|Ecuador" },
  { "ES", "Espagne|Spain" },
  { "EE", "Estonie|Estonia" },
  { "US",
    "États-Unis|United States|États-Unis d'Amérique|United States of America|U.S.A|USA|U.S." },
  { "ET", "Éthiopie|Ethiopia" },
  { "FI", "Finlande|Finland" },
  { "FR", "France|République française|French Republic" },
  { "GA", "Gabon" },
  { "GM", "Gambie|Gambia" },
  { "GE", "Géorgie|Georgia" },
  { "GH", "Ghana" },
  { "GR", "Grèce|Greece" },
  { "GT", "Guatemala" },
  { "GN", "Guinée|Guinea" },
  { "HT", "Haïti|Haiti" },
  { "HN", "Honduras" },
  { "HU", "Hongrie|Hungary" },
  { "IN", "Inde|India" },
  { "ID", "Indonésie|Indonesia" },
  { "IQ", "Irak|Iraq" },
  { "IR", "Iran" },
  { "IE", "Irlande|Ireland" },
  { "IS", "Islande|Iceland" },
  { "IL", "Israël|Israel" },
  { "IT", "Italie|Italy" },
  { "JP", "Japon|Japan" },
  { "JO", "Jordanie|Jordan" },
  { "KZ", "Kazakhstan" },
  { "KE", "Kenya" },
  { "LA", "Laos" },
  { "LV", "Lettonie|Latvia" },
  { "LB", "Liban|Lebanon" },
  { "LY", "Libye|Libya" },
  { "LT", "Lituanie|Lithuania" },
  { "LU", "Luxembourg|Grand-Duché de Luxembourg" },
  { "MK", "Macédoine du Nord|North Macedonia" },
  { "MG", "Madagascar" },
  { "MY", "Malaisie|Malaysia" },
  { "MW", "Malawi" },
  { "ML", "Mali" },
  { "MT", "Malte|Malta" },
  { "MA", "Maroc|Morocco|Kingdom of Morocco|Royaume du Maroc" },
  { "MU", "Maurice|Mauritius" },
  { "MR", "Mauritanie|Mauritania" },
  { "MX", "Mexique|Mexico" },
  { "MD", "Moldavie|Moldova" },
  { "MC", "Monaco" },
  { "MN", "Mongolie|Mongolia" },
  { "ME", "Monténégro|Montenegro" },
  { "MZ", "Mozambique" },
  { "NA", "Namibie|Namibia" },
  { "NP", "Népal|Nepal" },
  { "NI", "Nicaragua" },
  { "NE", "Niger" },
  { "NG", "Nigéria|Nigeria" },
  { "NO", "Norvège|Norway" },
  { "NZ", "Nouvelle-Zélande|New Zealand" },
  { "UG", "Ouganda|Uganda" },
  { "UZ", "Ouzbékistan|Uzbekistan" },
  { "PK", "Pakistan" },
  { "PS", "Palestine" },
  { "PA", "Panama" },
  { "PY", "Paraguay" },
  { "NL", "Pays-Bas|Netherlands|The Netherlands" },
  { "PE", "Pérou|Peru" },
  { "PH", "Philippines" },
  { "PL", "Pologne|Poland" },
  { "PT", "Portugal" },
  { "RO", "Roumanie|Romania" },
  { "GB", "Royaume-Uni|United Kingdom|Royaume Uni|Angleterre|England|Écosse|Scotland|Pays de "
          "Galles|Wales|Great Britain|UK|U.K." },
  { "RU", "Russie|Russia|Fédération de Russie|Russian Federation" },
  { "RW", "Rwanda" },
  { "SV", "Salvador|El Salvador" },
  { "SN", "Sénégal|Senegal" },
  { "RS", "Serbie|Serbia" },
  { "SG", "Singapour|Singapore" },
  { "SK", "Slovaquie|Slovakia" },
  { "SI", "Slovénie|Slovenia" },
  { "SD", "Soudan|Sudan" },
  { "LK", "Sri Lanka" },
  { "SE", "Suède|Sweden" },
  { "CH", "Suisse|Switzerland" },
  { "SY", "Syrie|Syria" },
  { "TW", "Taïwan|Taiwan" },
  { "TZ", "Tanzanie|Tanzania" },
  { "TD", "Tchad|Chad" },
  { "CZ", "République tchèque|Czech Republic|Tchéquie|Czechia" },
  { "TH", "Thaïlande|Thailand" },
  { "TG", "Togo" },
  { "TN", "Tunisie|Tunisia" },
  { "TR", "Turquie|Turkey|Türkiye" },
  { "UA", "Ukraine" },
  { "UY", "Uruguay" },
  { "VE", "Venezuela" },
  { "VN", "Vietnam|Viêt Nam|Viet Nam|Viêtnam" },
  { "YE", "Yémen|Yemen" },
  { "ZM", "Zambie|Zambia" },
  { "ZW", "Zimbabwe" },
};

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_auto (GStrv) names = g_strsplit (countries[i].names, "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_hash_table_insert (table, ent_read_core (names[j]), (gpointer) countries[i].code);
    }

  return table;
}

/**
 * ent_read_country:
 * @name: words
 *
 * Returns: (nullable): the ISO 3166-1 alpha-2 code of the country that @name is
 */
const char *
ent_read_country (const char *name)
{
  static gsize once = 0;
  static GHashTable *table = NULL;
  g_autofree char *core = ent_read_core (name);

  if (g_once_init_enter (&once))
    {
      table = make_table ();
      g_once_init_leave (&once, 1);
    }

  return g_hash_table_lookup (table, core);
}
