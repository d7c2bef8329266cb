/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ent-cli-findings.h"

#include <glib/gi18n.h>

#include "cli/ent-cli-output.h"

static void
finding_free (gpointer data)
{
  EntCliFinding *finding = data;

  g_free (finding->text);
  g_free (finding);
}

/**
 * ent_cli_findings_new:
 *
 * Returns: (transfer full) (element-type EntCliFinding): a list for findings, each of which is
 *   allocated, and freed with it
 */
GPtrArray *
ent_cli_findings_new (void)
{
  return g_ptr_array_new_with_free_func (finding_free);
}

static void
print_json (EntProject *project, GPtrArray *findings)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < findings->len; i++)
    {
      const EntCliFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *date = finding->date ? ent_day_to_iso (finding->date) : NULL;
      g_autofree char *title = ent_record_dup_title (finding->record, project, NULL);

      ent_json_writer_begin_object (writer);
      ent_json_writer_member (writer, "rule", finding->rule);
      ent_json_writer_member (writer, "severity", ent_severity_to_string (finding->severity));
      ent_json_writer_member (writer, "date", date);
      ent_json_writer_member_id (writer, "record", ent_record_get_id (finding->record));
      ent_json_writer_member (writer, "type", ent_record_get_type_name (finding->record));
      ent_json_writer_member (writer, "title", title);
      ent_json_writer_member (writer, "text", finding->text);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
  ent_cli_print_json (writer);
}

static void
print_text (EntProject *project, GPtrArray *findings)
{
  const char *lang = ent_words_interface_language ();
  const char *heading = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const EntCliFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *id = ent_id_to_string (ent_record_get_id (finding->record));
      g_autofree char *title = ent_record_dup_title (finding->record, project, lang);
      g_autofree char *line = ent_cli_dup_one_line (title);
      g_autofree char *day = finding->date ? ent_day_format (finding->date, lang) : NULL;

      if (g_strcmp0 (finding->heading, heading) != 0)
        g_print ("%s%s\n", i > 0 ? "\n" : "", finding->heading);
      heading = finding->heading;
      g_print ("%s  %s%s%s%s%s\n%*s  %s\n", id, finding->mark ? finding->mark : "",
               finding->mark ? "  " : "", line, day ? ", " : "", day ? day : "", ENT_ID_LENGTH, "",
               finding->text);
    }
  if (findings->len == 0)
    g_print (_("Nothing needs attention.\n"));
}

/**
 * ent_cli_print_findings:
 * @arguments: those of the command; `--json` chooses the form
 * @project: the graph
 * @findings: (element-type EntCliFinding): what was found, in its order
 */
void
ent_cli_print_findings (EntArguments *arguments, EntProject *project, GPtrArray *findings)
{
  if (ent_arguments_has (arguments, "json"))
    print_json (project, findings);
  else
    print_text (project, findings);
}
