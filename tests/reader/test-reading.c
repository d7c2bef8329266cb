/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* The values read for FIELD, parted by |. */
static char *
read_field (const char *text, EntReadingField field)
{
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (text, -1);
  const EntAgreementReading *agreement = reading->agreements->pdata[0];
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < agreement->proposals->len; i++)
    {
      const EntProposal *proposal = agreement->proposals->pdata[i];

      if (proposal->field != field)
        continue;
      if (values->len > 0)
        g_string_append_c (values, '|');
      g_string_append (values, proposal->value);
    }

  return g_string_free (values, FALSE);
}

static void
check_example (const EntReadExample *example, gpointer data)
{
  g_autofree char *value = NULL;
  g_autoptr (EntReaderText) text = NULL;

  g_assert_nonnull (example->text);
  text = ent_reader_text_new (example->text, -1);
  if (example->pattern != NULL
      && !g_regex_match (ent_reader_regex (example->pattern), text->flow, 0, NULL))
    {
      g_test_message ("not found in “%s”: %s", example->text, example->pattern);
      g_test_fail ();
      return;
    }
  if (example->expected == NULL)
    return;
  value = read_field (example->text, example->field);
  if (!g_str_has_prefix (value, example->expected))
    {
      g_test_message ("“%s”: “%s” instead of “%s”", example->text, value, example->expected);
      g_test_fail ();
    }
}

static void
check_name (const EntReadExample *example, gpointer data)
{
  g_autofree char *name = ent_read_tidy_name (example->text);

  g_assert_true (g_regex_match (ent_reader_regex (example->pattern), example->text, 0, NULL));
  g_assert_cmpstr (name, ==, example->expected);
}

/* Each rule has its case beside it. */
static void
test_examples (void)
{
  ent_read_name_examples (check_name, NULL);
  ent_read_kind_examples (check_example, NULL);
  ent_read_party_examples (check_example, NULL);
  ent_read_signing_examples (check_example, NULL);
  ent_read_period_examples (check_example, NULL);
  ent_read_theme_examples (check_example, NULL);
  ent_read_duty_examples (check_example, NULL);
  ent_read_body_examples (check_example, NULL);
  ent_read_signatory_examples (check_example, NULL);
}

typedef struct
{
  const char *text;
  EntReadingField field;
  const char *expected;
} Case;

/* One case a difficulty that real documents have; all made up. */
static const Case cases[] = {
  /* Dates that are others': of a decision, of the page, of an earlier agreement. */
  { "Charte de jumelage entre la ville de Brive et la ville de Lauf.\nVu la délibération du 3 mars "
    "2001,\nFait à Brive, le 5 mai "
    "2002.\nPublié le 7 juin 2010",
    ENT_READING_SIGNED_ON, "2002-05-05" },
  { "Le 12 janvier 2024 a été signée une convention entre la ville de Lens et la ville de "
    "Ville-Marie, après un premier accord "
    "signé en 2009.",
    ENT_READING_SIGNED_ON, "2024-01-12" },
  /* Dates in words, without a year, in American order. */
  { "Convention de coopération.\nFait à Dinant, le trois septembre deux mille quatre.",
    ENT_READING_SIGNED_ON, "2004-09-03" },
  { "Memorandum of Understanding.\nSigned this third day of April, nineteen eighty-nine.",
    ENT_READING_SIGNED_ON, "1989-04-03" },
  { "Mardi 23 mai 2017\nLes villes de Liège et Lomé ont signé ce jeudi 18 mai un accord de "
    "coopération.",
    ENT_READING_SIGNED_ON, "2017-05-18" },
  { "Sister City Agreement\nSigned in Dover on 04/28/2011.", ENT_READING_SIGNED_ON, "2011-04-28" },
  /* Periods in titles. */
  { "Programme de coopération 2016/2017/2018 entre Brest et Saponé", ENT_READING_VALID_TO, "2018" },
  { "Programme de coopération 2016/2017/2018 entre Brest et Saponé", ENT_READING_VALID_FROM,
    "2016" },
  { "The agreement between Leeds and Durban stays in force until 31 December 2026.",
    ENT_READING_VALID_TO, "2026-12-31" },
  { "The agreement between Leeds and Durban stays in force until 31 December 2026.",
    ENT_READING_VALID_FROM, "" },
  { "La présente convention est conclue pour une durée de trois ans.", ENT_READING_TERM,
    "trois ans" },
  /* Who signed, and who only attended. */
  { "Jean Petit, maire de Dinant, et Hans Gross, maire de Kiel, ont signé la charte de jumelage, "
    "en présence de Paul Martin, "
    "préfet du Nord.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Letter of Intent\nDone at Covington on June 30, 2015\n\nAki Mori          John Reed\nMayor    "
    "         Mayor\n"
    "City of Tatsuno   City of Covington\n",
    ENT_READING_SIGNATORY, "Aki Mori|John Reed" },
  /* Signed apart. */
  { "Les maires de Bruxelles et de Porto ont signé le protocole d'accord lors d'une rencontre "
    "virtuelle.",
    ENT_READING_REMOTE, "true" },
  { "Les maires de Bruxelles et de Porto ont signé le protocole d'accord à Porto.",
    ENT_READING_REMOTE, "" },
  /* Areas of the past. */
  { "Par le passé, les villes ont collaboré dans les domaines de la pêche et de la forêt. La "
    "présente convention porte sur les "
    "domaines suivants :\n• Le climat\n• Les musées\n",
    ENT_READING_THEME, "Le climat|Les musées" },
  { "They will cooperate in the fields of education, science and technology, and tourism.",
    ENT_READING_THEME, "education|science and technology|tourism" },
  /* Letters that a machine read: glued, with debris. */
  { "Agreement between the City of Hamm,Germany and the City of Bath,England", ENT_READING_PARTY,
    "City of Hamm|City of Bath" },
  /* Another article of the page. */
  { "Namur et Hué signent un protocole de coopération pour la période 2024-2029. Les deux villes, "
    "heureuses de leurs échanges, ont "
    "signé à Lausanne ce protocole, qui prolonge une histoire commune et amicale de plus de dix "
    "ans au service des habitants.\n"
    "À lire aussi\nTripoli et Djibouti ont signé à Tunis une convention 2030-2031 le 4 mai 2030.\n",
    ENT_READING_SIGNED_ON, "" },
  /* Parties: in headlines, in capitals, an association, one left out, people of a like form. */
  { "Durban, Leeds ink friendship agreement\nThe pact was sealed by Durban City Mayor Ann Cole and "
    "Leeds Mayor Tom Reed inside the Durban City Hall.",
    ENT_READING_PARTY, "Durban City|Leeds" },
  { "Durban, Leeds ink friendship agreement\nThe pact was sealed by Durban City Mayor Ann Cole and "
    "Leeds Mayor Tom Reed inside the Durban City Hall.",
    ENT_READING_SIGNED_AT, "Durban" },
  { "MEMORANDUM OF AGREEMENT BETWEEN\nTHE CITIES OF LEEDS AND DURBAN", ENT_READING_PARTY,
    "LEEDS|DURBAN" },
  { "Convention entre\nLa Ville de Brive, représentée par son Xxxxx, Monsieur Xxxxxx XXXXXX,\n"
    "La Ville de Saponé, représentée par son maire,\net\nL'Association Comité des jumelages de "
    "Brive,\nreprésentée par sa présidente, Madame Xxxx XXXXX.",
    ENT_READING_PARTY, "Ville de Brive|Ville de Saponé|Association Comité des jumelages de Brive" },
  { "Convention entre\nLa Ville de Brive, représentée par son Xxxxx, Monsieur Xxxxxx XXXXXX,\n"
    "La Ville de Saponé, représentée par son maire.",
    ENT_READING_SIGNATORY, "" },
  /* The instrument, not what it is about. */
  { "The signing of a Letter of Intent to create a sister city relationship between Leeds City and "
    "Durban City. The sister city relationship will begin next year.",
    ENT_READING_KIND, "letter_of_intent" },
  /* Days that are counted from the date of the page; days in the order of the United States. */
  { "24 octobre 2008\nBrive et Saponé ont signé hier une convention de coopération.",
    ENT_READING_SIGNED_ON, "2008-10-23" },
  { "date 2019-10 Une convention de partenariat a été signée lundi entre la ville de Brive et la "
    "ville de Saponé.",
    ENT_READING_SIGNED_ON, "2019-10" },
  { "Sister City Agreement between Dover, U.S.A. and Hamm, Germany\nSigned on 7/2/2015.",
    ENT_READING_SIGNED_ON, "2015-07-02" },
  /* What came before. */
  { "Dover and Hamm re-signed the sister city agreement. Dover originally signed the agreement "
    "with "
    "Hamm in September 12, 1994.",
    ENT_READING_RENEWS, "1994" },
  { "Dover and Hamm re-signed the sister city agreement. Dover originally signed the agreement "
    "with "
    "Hamm in September 12, 1994.",
    ENT_READING_SIGNED_ON, "" },
  /* Signed in one town, and then in the other. */
  { "Après la signature de la charte de jumelage à Lauf en juin 2016, Brive a reçu à son tour la "
    "délégation.\nCharte de jumelage entre la commune de Brive et la commune de Lauf",
    ENT_READING_SIGNED_AT, "Lauf|Brive" },
  /* Who stands by is not who signs, but whom they stand by is. */
  { "Le pacte d'amitié a été signé par le maire de Dinant, Jean Petit, et le maire de Lauf, Hans "
    "Gross, en présence de Paul Martin, préfet.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  /* Areas in adjectives; one that another holds. */
  { "We have decided on exchanges of a cultural, social and sporting nature.", ENT_READING_THEME,
    "cultural|social|sporting" },
  { "They will cooperate in the fields of culture, trade and agriculture.", ENT_READING_THEME,
    "culture|trade|agriculture" },
  /* Promises in a sentence, and who follows them up. */
  { "Sister City Agreement\nBoth cities agree to exchange delegations of students.",
    ENT_READING_OBLIGATION, "exchange delegations of students" },
  { "The Council endorses the creation of a Durban Sister City Committee.", ENT_READING_BODY,
    "Durban Sister City Committee" },
  /* Associations; who came to see; a state that is no person; a tongue that is no place. */
  { "L'Association des maires du Bénin (AMB) et l'Association des maires du Togo (AMT) ont signé, "
    "lundi, un protocole de coopération.",
    ENT_READING_PARTY, "Association des maires du Bénin|Association des maires du Togo" },
  { "Le maire de Brive, Jean Petit, et le maire de Lauf, Hans Gross, ont procédé hier à Brive à la "
    "signature d'un accord de jumelage, qui a enregistré la participation du maire de Hamm, Paul "
    "Klein.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Le maire de Brive, Jean Petit, et le maire de Lauf, Hans Gross, ont procédé hier à Brive à la "
    "signature d'un accord de jumelage, qui a enregistré la participation du maire de Hamm, Paul "
    "Klein.",
    ENT_READING_SIGNED_AT, "Brive" },
  { "Ann Cole, Mayor of Dover, New Jersey, and Tom Reed, Mayor of Hamm, signed the agreement.",
    ENT_READING_SIGNATORY, "Ann Cole|Tom Reed" },
  { "Ils prennent en compte dans leur accord les domaines de la culture, du sport et de la santé.",
    ENT_READING_THEME, "culture|sport|santé" },
  { "Convention entre la commune de Brive, représentée par son maire, monsieur Jean PETIT, et le "
    "Comité.",
    ENT_READING_SIGNATORY, "Jean PETIT" },
  /* Kinds of authority behind a name, numbers that belong to it, several after one plural. */
  { "The governments of Brive province in Congo and Lauf city in Saxony prefecture, Germany, have "
    "signed a Memorandum of Understanding.",
    ENT_READING_PARTY, "Brive province|Lauf city" },
  { "The Durban Metropolitan Assembly and the City of Leeds have signed a sister city agreement.",
    ENT_READING_PARTY, "Durban Metropolitan Assembly|City of Leeds" },
  { "Une convention de jumelage entre la ville de Brive dans le département de la Corrèze et les "
    "communes Lauf 2 et Saponé 1 a été signée.",
    ENT_READING_PARTY, "ville de Brive|Lauf 2|Saponé 1" },
  { "La commune de Brive, représentée par son maire, et l'association dénommée « Amis de Lauf », "
    "représentée par son président, concluent la présente convention de jumelage.",
    ENT_READING_PARTY, "commune de Brive|Amis de Lauf" },
  /* One name that a machine read in two ways. */
  { "Sister City Agreement between Cuemavaca, Mexico and Leeds, England\nThe City of Cuernavaca "
    "and the City of Leeds agree.",
    ENT_READING_PARTY, "City of Cuernavaca|City of Leeds" },
  /* Somebody who stands before an office with "and" is no city. */
  { "Durban has reaffirmed its relationship with Lauf City, Germany. Ann Cole and the Mayor of "
    "Lauf "
    "City, Mr Hans Gross, re-signed the sister city agreement.",
    ENT_READING_PARTY, "Durban|Lauf City" },
  { "Durban has reaffirmed its relationship with Lauf City, Germany. Ann Cole and the Mayor of "
    "Lauf "
    "City, Mr Hans Gross, re-signed the sister city agreement.",
    ENT_READING_SIGNATORY, "Hans Gross|Ann Cole" },
  /* Blocks of signatures: names below a side, in columns that a machine read as one. */
  { "Twinning Charter between the town of Brive and the town of Lauf\nDone at Brive, 3 May 2001\n"
    "For the Town of Brive                 For the Town of Lauf\n"
    "Jean Petit                            Hans Gross\n",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Charte de jumelage entre la ville de Brive et la ville de Lauf\nFait à Brive, le 3 mai 2001\n"
    "Pour la Ville de Brive Pour la Ville de Lauf\nLe Maire Le Bourgmestre\n"
    "Jean PETIT Hans Peter GROSS\n",
    ENT_READING_SIGNATORY, "Jean PETIT|Hans Peter GROSS" },
  { "Sister City Agreement between the City of Dover and the City of Hamm\nSigned on 3 May 2001\n"
    "By: _____________\nName: Ann Cole\nTitle: Mayor of Dover\nBy: ____________\n"
    "Name: ORBÁN Sándor\nTitle: Mayor of Hamm\n",
    ENT_READING_SIGNATORY, "Ann Cole|ORBÁN Sándor" },
  /* Whom an office names, and who is called the counterpart. */
  { "Les maires de Brive et de Lauf ont signé un accord de coopération. Le maire de Brive, Jean "
    "Petit, et son homologue allemand, Hans Gross, s'en félicitent.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Les villes de Brive et de Lauf ont signé un accord de coopération. Assistaient à la cérémonie "
    "le maire de Brive, Jean Petit, et le préfet.",
    ENT_READING_SIGNATORY, "" },
  { "Brive and Lauf have signed a Memorandum of Understanding. Attending the ceremony were Jean "
    "Petit, the Mayor of Brive, and Hans Gross, the Mayor of Lauf.",
    ENT_READING_SIGNATORY, "" },
  /* Areas: known by their words, behind "such as", over semicolons, as headings. */
  { "The agreement aims to enhance commerce, culture, tourism, and climate adaptation between the "
    "two cities of Brive and Lauf.",
    ENT_READING_THEME, "commerce|culture|tourism|climate adaptation" },
  { "Brive, a town known for its cheese, its tourism and its sport, signed an agreement.",
    ENT_READING_THEME, "" },
  { "Ils coopéreront dans des domaines tels que l'eau et l'assainissement; la mobilité, le "
    "logement; ainsi que la culture et le sport.",
    ENT_READING_THEME, "l'eau|l'assainissement|la mobilité|le logement|la culture|le sport" },
  { "Convention de partenariat\nArticle 1 – Objet de la convention\nLes villes coopèrent.\n"
    "Article 2 – Culture et patrimoine\nElles se rendent visite.\nArticle 3 – Santé publique\n"
    "Elles se parlent.\nArticle 4 – Durée\nTrois ans.\n",
    ENT_READING_THEME, "Culture et patrimoine|Santé publique" },
  /* Places: of a town's offices, below the date, named before the signing; a declaration is none.
   */
  { "Dover and Lauf agree to be sister cities.\nThe 29th day of October, 2013\nIn the City of "
    "Dover, Kent",
    ENT_READING_SIGNED_AT, "Dover" },
  { "Friday, November 1, 2013\nDover and Lauf hereby agree to be sister cities.\nThe 29th day of "
    "October, 2013\nIn the City of Dover, Kent",
    ENT_READING_SIGNED_ON, "2013-10-29" },
  { "À l'occasion du congrès des maires, à Tunis, les villes de Brive et de Lauf ont signé un "
    "accord.",
    ENT_READING_SIGNED_AT, "Tunis" },
  { "Le maire de Brive a signé à la Déclaration de Lauf.", ENT_READING_SIGNED_AT, "" },
  /* Articles: what each side binds itself to, who follows it up, from when, until when. */
  { "Convention de coopération entre la commune de Brive et la commune de Lauf\nArticle 2\nLes "
    "parties conviennent de coopérer dans les domaines suivants :\n- l'eau potable ;\n- la "
    "jeunesse.\nArticle 3\nLa commune de Brive s'engage à :\na) accueillir deux stagiaires ;\nb) "
    "envoyer ses musiciens.\nArticle 4\nLa convention vaut six ans à compter du 1er janvier 2019.",
    ENT_READING_OBLIGATION, "accueillir deux stagiaires|envoyer ses musiciens" },
  { "Convention de coopération entre la commune de Brive et la commune de Lauf\nElle vaut six ans "
    "à compter du 1er janvier 2019.",
    ENT_READING_VALID_FROM, "2019-01-01" },
  { "Le présent protocole entre en vigueur à la dernière signature et prend fin le 31 décembre "
    "2025.",
    ENT_READING_VALID_TO, "2025-12-31" },
  { "Avenant n° 1\nà la convention de coopération entre la ville de Brive et la ville de Lauf, "
    "signée le 5 mai 2014\nLa convention est prolongée. La convention reste la convention.",
    ENT_READING_KIND, "amendment" },
  { "Avenant n° 1\nà la convention de coopération entre la ville de Brive et la ville de Lauf, "
    "signée le 5 mai 2014\nFait à Brive, le 3 juin 2018",
    ENT_READING_RENEWS, "2014" },
  /* An oath: who swears it signs it. */
  { "Serment de jumelage\nNous, Jean Petit, maire de Brive, et Hans Gross, bourgmestre de Lauf, "
    "librement désignés, prenons l'engagement solennel de maintenir nos liens.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross" },
  { "Serment de jumelage\nNous, Jean Petit, maire de Brive, et Hans Gross, bourgmestre de Lauf, "
    "librement désignés, prenons l'engagement solennel de maintenir nos liens.",
    ENT_READING_OBLIGATION, "maintenir nos liens" },
  /* Three mayors in a row; each column its own place. */
  { "Les maires de Brive, Jean Petit, de Lauf, Hans Gross, et de Saponé, Ali Traoré, ont signé un "
    "accord de coopération.",
    ENT_READING_SIGNATORY, "Jean Petit|Hans Gross|Ali Traoré" },
  { "Protocole d'entente entre la Ville de Brive et la Ville de Lauf\nEn foi de quoi, les parties "
    "ont signé :\nÀ Brive, le 3 mai 2001          À Lauf, le 5 juin 2001\n",
    ENT_READING_SIGNED_AT, "Brive|Lauf" },
  /* The council's resolution is not the agreement. */
  { "CITY OF DOVER\nRESOLUTION NO. 3\nWHEREAS the City of Dover and the City of Hamm signed a "
    "Memorandum of Understanding on June 4, 2010, and\nNOW, THEREFORE, the Mayor is authorized to "
    "sign a Sister City Agreement with the City of Hamm.\nAdopted October 30, 2012\nAnn Cole, "
    "Mayor\n",
    ENT_READING_SIGNATORY, "" },
  { "CITY OF DOVER\nRESOLUTION NO. 3\nWHEREAS the City of Dover and the City of Hamm signed a "
    "Memorandum of Understanding on June 4, 2010, and\nNOW, THEREFORE, the Mayor is authorized to "
    "sign a Sister City Agreement with the City of Hamm.\nAdopted October 30, 2012\n",
    ENT_READING_SIGNED_ON, "" },
  { "CITY OF DOVER\nRESOLUTION NO. 3\nWHEREAS the City of Dover and the City of Hamm signed a "
    "Memorandum of Understanding on June 4, 2010, and\nNOW, THEREFORE, the Mayor is authorized to "
    "sign a Sister City Agreement with the City of Hamm.\nAdopted October 30, 2012\n",
    ENT_READING_RENEWS, "2010" },
  /* The other half of a bilingual page says nothing new. */
  { "Twinning charter between the town of Brive and the town of Lauf\nThe people of the towns, "
    "in the hope of peace, resolve:\nTo encourage visits of the young with each other.\nLes villes "
    "de Brive et de Lauf prennent la "
    "décision :\nD'encourager des visites pour les jeunes dans les villes et les écoles.\n",
    ENT_READING_OBLIGATION, "encourage visits of the young with each other" },
  /* Names cut at the margin. */
  { "La charte de jumelage de la ville de Sucé-sur-\nErdre", ENT_READING_PARTY,
    "ville de Sucé-sur-Erdre" },
  { "Bonjour, il fait beau.", ENT_READING_KIND, "" },
  { "", ENT_READING_PARTY, "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = read_field (cases[i].text, cases[i].field);

      if (!g_str_equal (value, cases[i].expected))
        {
          g_test_message ("“%s”: “%s” instead of “%s”", cases[i].text, value, cases[i].expected);
          g_test_fail ();
        }
    }
}

/* Whose each of those is who signed. */
static void
test_sides (void)
{
  static const struct
  {
    const char *text;
    const char *sides;
  } sides[] = {
    { "La Commune de Brive, représentée par le maire, Monsieur Jean Petit,\net\nla Commune de "
      "Lauf, "
      "représentée par le maire, Monsieur Hans Gross, concluent la présente convention.",
      "Commune de Brive|Commune de Lauf|" },
    { "Jean Petit, maire de Brive, et Hans Gross, maire de Lauf, ont signé la charte de jumelage "
      "entre Brive et Lauf.",
      "Brive|Lauf|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (EntDocumentReading) reading = ent_document_reading_new (sides[i].text, -1);
      const EntAgreementReading *agreement = reading->agreements->pdata[0];
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < agreement->proposals->len; j++)
        {
          const EntProposal *proposal = agreement->proposals->pdata[j];

          if (proposal->field == ENT_READING_SIGNATORY)
            g_string_append_printf (found, "%s|", proposal->party ? proposal->party : "");
        }
      g_assert_cmpstr (found->str, ==, sides[i].sides);
    }
}

static char *
list_parties (const EntDocumentReading *reading)
{
  GString *parties = g_string_new (NULL);

  for (guint i = 0; i < reading->agreements->len; i++)
    {
      const EntAgreementReading *agreement = reading->agreements->pdata[i];

      for (guint j = 0; j < agreement->proposals->len; j++)
        {
          const EntProposal *proposal = agreement->proposals->pdata[j];

          if (proposal->field == ENT_READING_PARTY)
            g_string_append_printf (parties, "%s ", proposal->value);
        }
      g_string_append (parties, "/ ");
    }

  return g_string_free (parties, FALSE);
}

/* Several agreements: told of one after the other, or printed so; a bilingual page is one. */
static void
test_several (void)
{
  static const struct
  {
    const char *text;
    const char *parties;
  } several[] = {
    { "Deux conventions ont été signées lundi à Brive. Une convention de coopération a été signée "
      "par le maire de Lauf, Hans Gross, et le maire de Brive, Jean Petit. Un protocole d'accord a "
      "été signé par le maire de Saponé, Ali Traoré, et M. Petit, maire de Brive.\n",
      "Lauf Brive / Saponé Brive / " },
    { "Charte de jumelage\nentre la ville de Brive et la ville de Lauf\nLes deux villes "
      "conviennent de favoriser en tous domaines les échanges entre leurs habitants afin de "
      "développer le sentiment de la fraternité européenne, et de conjuguer leurs efforts.\nFait à "
      "Brive, le 3 mai 1981\n\nCharte de jumelage\nentre la ville de Brive et la ville de "
      "Hamm\nLes deux villes conviennent de favoriser en tous domaines les échanges entre leurs "
      "habitants.\nFait à Hamm, le 5 juin 1990\n",
      "ville de Brive ville de Lauf / ville de Brive ville de Hamm / " },
    { "Charte de jumelage\nentre la ville de Brive et la ville de Hamm\nLes deux villes "
      "conviennent de favoriser en tous domaines les échanges entre leurs habitants afin de "
      "développer le sentiment de la fraternité européenne, et de conjuguer leurs efforts.\nFait à "
      "Brive, le 3 mai 1981\n\nTwinning Charter\nbetween the city of Brive and the city of "
      "Hamm\nDone at Brive on 3 May 1981\n",
      "ville de Brive ville de Hamm / " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_autoptr (EntDocumentReading) reading = ent_document_reading_new (several[i].text, -1);
      g_autofree char *parties = list_parties (reading);

      g_assert_cmpstr (parties, ==, several[i].parties);
    }
}

/* Heads, feet and numbers of pages do not part what they stand in. */
static void
test_running (void)
{
  g_autofree char *value = read_field (
      "Service des relations internationales\nCharte de jumelage entre la ville de "
      "Brive et la ville\n1/3\fService des relations internationales\nde Hamm.\nFait "
      "à Brive, le 3\n2/3\fService des relations internationales\nmai 1981, en deux "
      "exemplaires.\n3/3",
      ENT_READING_SIGNED_ON);

  g_assert_cmpstr (value, ==, "1981-05-03");
}

/* Words stand where a proposal says they stand, whatever the text went through. */
static void
test_evidence (void)
{
  const char *text = "PAGE DE GARDE\f  Signe\u0301  à  Namur le 28\u00a0novembre 2023, en deux "
                     "exemplaires\n  originaux.\n\nPour la Ville "
                     "de Namur\nJean Petit, Bourgmestre de Namur\n";
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (text, -1);
  const EntAgreementReading *agreement = reading->agreements->pdata[0];
  const EntProposal *date = ent_agreement_reading_find (agreement, ENT_READING_SIGNED_ON);
  const EntProposal *copies = ent_agreement_reading_find (agreement, ENT_READING_COPIES);
  g_autofree char *words = NULL;

  g_assert_nonnull (date);
  g_assert_cmpstr (date->value, ==, "2023-11-28");
  g_assert_cmpuint (date->page, ==, 2);
  words = g_strndup (text + date->start, date->end - date->start);
  g_assert_cmpstr (words, ==, "28\u00a0novembre 2023");
  g_assert_nonnull (copies);
  g_assert_cmpstr (copies->value, ==, "deux exemplaires originaux");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/reading/examples", test_examples);
  g_test_add_func ("/reader/reading/cases", test_cases);
  g_test_add_func ("/reader/reading/sides", test_sides);
  g_test_add_func ("/reader/reading/several", test_several);
  g_test_add_func ("/reader/reading/running", test_running);
  g_test_add_func ("/reader/reading/evidence", test_evidence);

  return g_test_run ();
}
