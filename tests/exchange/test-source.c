/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/ent-error.h"
#include "exchange/ent-source.h"

/* name, text, …, NULL */
static GBytes *
zip (const char *name, ...)
{
  struct archive *archive = archive_write_new ();
  gsize size = 1 << 20, used = 0;
  g_autofree char *buffer = g_malloc (size);
  va_list list;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, size, &used);
  va_start (list, name);
  for (; name; name = va_arg (list, const char *))
    {
      const char *text = va_arg (list, const char *);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, name);
      archive_entry_set_size (entry, (la_int64_t) strlen (text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      archive_write_data (archive, text, strlen (text));
      archive_entry_free (entry);
    }
  va_end (list);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

/* "a|b\nc|d" */
static char *
dup_cells (EntCells *cells)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ent_cells_get_n_rows (cells); row++)
    {
      g_string_append_printf (text, "%s%u:", row ? "\n" : "", ent_cells_get_line (cells, row));
      for (guint column = 0; column < ent_cells_get_n_cells (cells, row); column++)
        g_string_append_printf (text, "%s%s", column ? "|" : "",
                                ent_cells_get (cells, row, column));
    }

  return g_string_free (text, FALSE);
}

static void
assert_cells (GBytes *bytes, const char *sheet, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCells) cells = ent_source_read (bytes, sheet, &error);
  g_autofree char *text = cells ? dup_cells (cells) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (GBytes *bytes, const char *sheet, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_source_read (bytes, sheet, &error));
  g_assert_error (error, ENT_ERROR, code);
}

#define ODS(body)                                                                                  \
  "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "          \
  "xmlns:text=\"x\"><office:body><office:spreadsheet>" body                                        \
  "</office:spreadsheet></office:body></office:document-content>"

static void
test_ods (void)
{
  g_autoptr (GBytes) bytes = zip (
      "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
      ODS ("<table:table table:name='Visites'>"
           "<table:table-row><table:table-cell office:value-type='string'><text:p>Nom</text:p>"
           "</table:table-cell><table:table-cell><office:annotation><text:p>remarque</text:p>"
           "</office:annotation><text:p>Date</text:p></table:table-cell></table:table-row>"
           "<table:table-row table:number-rows-repeated='3'><table:table-cell "
           "table:number-columns-repeated='1024'/></table:table-row>"
           "<table:table-row><table:table-cell><text:p>Hu<text:span>é</text:span></text:p>"
           "<text:p>et&amp;<text:s text:c='2'/>suite</text:p></table:table-cell>"
           "<table:table-cell office:value-type='date' office:date-value='2024-05-24T00:00:00'>"
           "<text:p>24/05/24</text:p></table:table-cell>"
           "<table:table-cell table:number-columns-repeated='2'/>"
           "<table:table-cell office:value-type='float' office:value='1.125'><text:p>1,13</text:p>"
           "</table:table-cell><table:table-cell office:value-type='currency' "
           "office:value='1250.5'><text:p>1.250,50 €</text:p></table:table-cell>"
           "<table:table-cell office:value-type='time' office:time-value='PT09H30M00S'/>"
           "<table:table-cell office:value-type='boolean' office:boolean-value='true'>"
           "<text:p>VRAI</text:p></table:table-cell></table:table-row>"
           "<table:table-row table:number-rows-repeated='1048570'><table:table-cell/>"
           "</table:table-row></table:table>"
           "<table:table table:name='Autre'><table:table-row><table:table-cell "
           "table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>"
           "</table:table-row></table:table>"),
      NULL);

  assert_cells (bytes, NULL, "1:Nom|Date\n5:Hué\net&  suite|2024-05-24|||1.1250|1250.5|09:30|true");
  assert_cells (bytes, "Autre", "1:x|x");
  assert_refused (bytes, "Nulle part", ENT_ERROR_NOT_FOUND);
}

#define WORKBOOK                                                                                   \
  "<workbook xmlns='w' xmlns:r='r'><sheets><sheet name='Caché' sheetId='1' r:id='rId1' "           \
  "state='hidden'/><sheet name='Liste' sheetId='2' r:id='rId2'/></sheets></workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship "          \
  "Id='rId2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"
#define STYLES                                                                                     \
  "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-80C]d mmmm yyyy;@'/><numFmt "        \
  "numFmtId='165' formatCode='#,##0.00\\ \"dollars\"'/></numFmts><cellStyleXfs><xf "               \
  "numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "               \
  "numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='20'/></cellXfs></styleSheet>"

static void
test_xlsx (void)
{
  g_autoptr (GBytes) bytes = zip (
      "xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELATIONS, "xl/styles.xml", STYLES,
      "xl/sharedStrings.xml",
      "<sst><si><t>Nom</t></si><si><r><t>Maxime </t></r><r><t>Prévot</t></r><rPh sb='0' eb='1'>"
      "<t>son</t></rPh></si></sst>",
      "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row r='1'><c><v>7</v></c></row>"
      "</sheetData></worksheet>",
      "xl/worksheets/sheet2.xml",
      "<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='inlineStr'><is>"
      "<t>Date</t></is></c></row><row r='5'><c r='A5' t='s'><v>1</v></c><c r='C5' s='1'>"
      "<v>45436</v></c><c r='D5' s='2'><v>45436.75</v></c><c r='E5' s='3'><f>1+1</f>"
      "<v>0.30000000000000004</v></c><c r='F5' s='4'><v>0.39583333333333331</v></c>"
      "<c r='G5' t='e'><v>#N/A</v></c><c r='H5' t='b'><v>1</v></c>"
      "<c r='I5' t='str'><v>calculé</v></c><c r='J5'><v>3281246372</v></c></row>"
      "</sheetData></worksheet>",
      NULL);

  assert_cells (bytes, NULL,
                "2:Nom||Date\n"
                "5:Maxime Prévot||2024-05-24|2024-05-24|0.3|09:30||true|calculé|3281246372");
  assert_cells (bytes, "Caché", "1:7");
  assert_refused (bytes, "Feuil9", ENT_ERROR_NOT_FOUND);
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) entities = zip (
      "content.xml",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" ODS ("<table:table><table:table-row><table:table-cell>"
                                                 "<text:p>&a;</text:p></table:table-cell>"
                                                 "</table:table-row></table:table>"),
      NULL);
  g_autoptr (GBytes) wide = zip (
      "content.xml",
      ODS ("<table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell "
           "table:number-columns-repeated='1000000'><text:p>x</text:p></table:table-cell>"
           "</table:table-row></table:table>"),
      NULL);
  g_autoptr (GBytes) nothing = zip ("else.txt", "x", NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (wide, 0, g_bytes_get_size (wide) / 2);
  g_autoptr (GBytes) broken = zip ("xl/workbook.xml", "<workbook", NULL);

  assert_refused (entities, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (wide, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (nothing, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (cut, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (broken, NULL, ENT_ERROR_INVALID_VALUE);
}

static GBytes *
text (const char *words)
{
  return g_bytes_new (words, strlen (words));
}

#define HEADS "1:family|given|shown_name|email|phone|mandate.organisation|mandate.function\n"

static void
test_contacts (void)
{
  g_autoptr (GBytes) bytes = text (
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Prévot;Maxime;;M.;\r\nFN:Maxime Prévot\r\n"
      "EMAIL;TYPE=INTERNET:second@example.org\r\nitem1.EMAIL;TYPE=pref:ma\r\n xime@example.org\r\n"
      "TEL;VALUE=uri:tel:+32-81\r\nORG:Ville de Namur;Cabinet\r\nTITLE:Bourgmestre\\, député\r\n"
      "END:VCARD\r\n\r\nBEGIN:VCARD\r\nVERSION:2.1\r\n"
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8=\r\nvre;Ana\r\nORG:UNamur\r\n"
      "NOTE:a\\nb: c\r\nEND:VCARD\r\n");

  assert_cells (bytes, NULL,
                HEADS "1:Prévot|Maxime|Maxime Prévot|maxime@example.org|+32-81|Ville de Namur|"
                      "Bourgmestre, député\n"
                      "13:Lefèvre|Ana||||UNamur|Contact");
}

#define CALENDAR(body) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\n" body "END:VEVENT\r\n"

static EntTablePlan *
plan_calendar (EntProject *project, const char *words)
{
  g_autoptr (GBytes) bytes = text (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCells) cells = ent_source_read (bytes, NULL, &error);
  EntTablePlan *plan;

  g_assert_no_error (error);
  g_assert_true (ent_source_guess (ENT_SOURCE_CALENDAR, cells) == &ent_event_table);
  plan = ent_table_plan_new (project, &ent_event_table, NULL, cells);
  ent_source_prepare (ENT_SOURCE_CALENDAR, plan);
  ent_table_plan_start (plan);
  while (ent_table_plan_step (plan, 100))
    ;

  return plan;
}

static void
test_calendar (void)
{
  g_autoptr (GBytes) bytes = text (CALENDAR (
      EVENT ("UID:a@example.org\r\nSUMMARY:Visite à Hué\r\nDTSTART;VALUE=DATE:20240719\r\n"
             "DTEND;VALUE=DATE:20240722\r\nLOCATION:Hué\r\n")
          EVENT ("UID:0000000000017@p.entente\r\nSUMMARY:Réunion\\, suite\r\n"
                 "DTSTART;TZID=/example.org/Europe/Brussels:20240524T093000\r\nDURATION:PT90M\r\n"
                 "STATUS:CANCELLED\r\n")
              EVENT (
                  "UID:c\r\nSUMMARY:UTC\r\nDTSTART:20240524T080000Z\r\nDTEND:20240525T020000Z\r\n")
                  EVENT ("UID:e\r\nSUMMARY:Outlook\r\nDTSTART;TZID=Romance Standard "
                         "Time:20240524T093000\r\n")
                      EVENT ("UID:d\r\nSUMMARY:Un jour\r\nDTSTART;VALUE=DATE:20240701\r\n")));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCells) cells = ent_source_read (bytes, NULL, &error);
  static const char *const expected[][7] = {
    { "Visite à Hué", "2024-07-19/2024-07-21", "", "", "", "Hué", "" },
    { "Réunion, suite", "2024-05-24", "09:30", "11:00", "Europe/Brussels", "", "cancelled" },
    { "UTC", "2024-05-24/2024-05-25", "08:00", "02:00", "UTC", "", "" },
    { "Outlook", "2024-05-24", "09:30", "", "Europe/Paris", "", "" },
    { "Un jour", "2024-07-01", "", "", "", "", "" },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (ent_cells_get_n_rows (cells), ==, 1 + G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint column = 0; column < G_N_ELEMENTS (expected[i]); column++)
      g_assert_cmpstr (ent_cells_get (cells, i + 1, column + 1), ==, expected[i][column]);
  g_assert_cmpstr (ent_cells_get (cells, 2, 0), ==, "0000000000017");
  g_assert_cmpuint (ent_cells_get_line (cells, 1), ==, 3);
}

/* What the calendar knows of an event changes it; what it does not know stays. */
static void
test_calendar_again (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan) first = plan_calendar (
      project, CALENDAR (EVENT ("UID:a\r\nSUMMARY:Visite\r\nDTSTART;VALUE=DATE:20240719\r\n")));
  const EntImportRecord *made = g_ptr_array_index (ent_table_plan_get_import (first)->records, 0);
  g_autoptr (EntRecord) event = ent_record_new (&ent_event_table, made->id);
  const EntColumn *when = ent_table_find_column (&ent_event_table, "when");
  const EntColumn *state = ent_table_find_column (&ent_event_table, "state");
  g_autoptr (EntTablePlan) second = NULL;
  g_autoptr (EntTablePlan) third = NULL;
  const EntImportRecord *changed;

  g_assert_cmpuint (ent_table_plan_count (first, ENT_ROW_NEW), ==, 1);
  ent_record_set_string (event, ent_table_find_column (&ent_event_table, "title"), "Visite");
  ent_record_set_string (event, when, "2024-07-19");
  ent_record_set_string (event, ent_table_find_column (&ent_event_table, "kind"), "mission");
  ent_record_set_string (event, state, "held");
  ent_project_add (project, event);

  second = plan_calendar (
      project, CALENDAR (EVENT ("UID:a\r\nSUMMARY:Visite\r\nDTSTART;VALUE=DATE:20240719\r\n")));
  g_assert_cmpuint (ent_table_plan_count (second, ENT_ROW_KNOWN), ==, 1);
  third = plan_calendar (
      project, CALENDAR (EVENT ("UID:a\r\nSUMMARY:Visite\r\nDTSTART;VALUE=DATE:20240801\r\n")));
  g_assert_cmpuint (ent_table_plan_count (third, ENT_ROW_COMPLETES), ==, 1);
  g_assert_cmpuint (ent_table_plan_get_import (third)->records->len, ==, 1);
  changed = g_ptr_array_index (ent_table_plan_get_import (third)->records, 0);
  g_assert_cmpint (changed->id, ==, made->id);
  g_assert_cmpuint (changed->values->len, ==, 1);
}

static void
test_none (void)
{
  g_autoptr (GBytes) calendar = text (CALENDAR (""));
  g_autoptr (GBytes) cut = text ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM");
  g_autoptr (GBytes) card = text ("BEGIN:VCARD\r\nFN:x\r\n");

  assert_refused (calendar, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (cut, NULL, ENT_ERROR_INVALID_VALUE);
  assert_refused (card, NULL, ENT_ERROR_INVALID_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/source/ods", test_ods);
  g_test_add_func ("/exchange/source/xlsx", test_xlsx);
  g_test_add_func ("/exchange/source/hostile", test_hostile);
  g_test_add_func ("/exchange/source/contacts", test_contacts);
  g_test_add_func ("/exchange/source/calendar", test_calendar);
  g_test_add_func ("/exchange/source/calendar-again", test_calendar_again);
  g_test_add_func ("/exchange/source/none", test_none);
  return g_test_run ();
}
