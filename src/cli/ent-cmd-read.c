/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli.h"
#include "reader/ent-pdf.h"
#include "reader/ent-reading.h"

/* More text than any agreement has; a page of the web with all its scripts has less. */
#define MAX_BYTES (16 * 1024 * 1024)

/* An agreement is shorter; a packet of a council that holds one is not always. */
#define MAX_PAGES 500

/* One member of the answer: its name in JSON, and what the officer calls it. */
typedef struct
{
  EntReadingField field;
  const char *key;
  const char *label; /* msgid */
  enum
  {
    ONE,
    ALL,
    FLAG,
    NAMES, /* objects of name, role and party */
    BODIES,
  } form;
} Member;

static const Member members[] = {
  { ENT_READING_TITLE, "title", N_ ("Title"), ONE },
  { ENT_READING_KIND, "kind", N_ ("Kind"), ONE },
  { ENT_READING_PARTY, "parties", N_ ("Parties"), NAMES },
  { ENT_READING_SIGNED_ON, "signed_on", N_ ("Signed on"), ONE },
  { ENT_READING_SIGNED_AT, "signed_at", N_ ("Signed in"), ALL },
  { ENT_READING_REMOTE, "remote_signature", N_ ("Remote signature"), FLAG },
  { ENT_READING_VALID_FROM, "valid_from", N_ ("Valid from"), ONE },
  { ENT_READING_VALID_TO, "valid_to", N_ ("Valid to"), ONE },
  { ENT_READING_TERM, "term_text", N_ ("Period as written"), ONE },
  { ENT_READING_RENEWS, "renews", N_ ("Renews"), ONE },
  { ENT_READING_THEME, "domains", N_ ("Themes"), ALL },
  { ENT_READING_COMMITMENT, "objectives", N_ ("Objectives"), ALL },
  { ENT_READING_OBLIGATION, "commitments", N_ ("Obligations"), ALL },
  { ENT_READING_BODY, "follow_up_bodies", N_ ("Follow-up bodies"), BODIES },
  { ENT_READING_COPIES, "copies", N_ ("Copies"), ONE },
  { ENT_READING_LANGUAGE, "languages_of_text", N_ ("Languages of the text"), ALL },
  { ENT_READING_SIGNATORY, "signatories", N_ ("Signatories"), NAMES },
};

static void
write_person (EntJsonWriter *writer, const Member *member, const EntProposal *proposal)
{
  ent_json_writer_begin_object (writer);
  if (member->form == BODIES)
    {
      ent_json_writer_member (writer, "party", proposal->party);
      ent_json_writer_member (writer, "body", proposal->value);
    }
  else if (member->field == ENT_READING_PARTY)
    {
      ent_json_writer_member (writer, "name", proposal->value);
      ent_json_writer_member (writer, "country", proposal->detail);
      ent_json_writer_member (writer, "role", proposal->minor ? "co_signatory" : "party");
    }
  else
    {
      ent_json_writer_member (writer, "name", proposal->value);
      ent_json_writer_member (writer, "role", proposal->detail);
      ent_json_writer_member (writer, "party", proposal->party);
    }
  ent_json_writer_end_object (writer);
}

static void
write_member (EntJsonWriter *writer, const EntAgreementReading *agreement, const Member *member)
{
  const EntProposal *first = ent_agreement_reading_find (agreement, member->field);

  ent_json_writer_key (writer, member->key);
  if (member->form == FLAG)
    {
      ent_json_writer_boolean (writer, first != NULL);
      return;
    }
  if (member->form == ONE)
    {
      if (first != NULL)
        ent_json_writer_string (writer, first->value);
      else
        ent_json_writer_null (writer);
      return;
    }
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < agreement->proposals->len; i++)
    {
      const EntProposal *proposal = agreement->proposals->pdata[i];

      if (proposal->field != member->field)
        continue;
      if (member->form == ALL)
        ent_json_writer_string (writer, proposal->value);
      else
        write_person (writer, member, proposal);
    }
  ent_json_writer_end_array (writer);
}

/* Where each proposal stands: characters of the text, from 0. */
static void
write_evidence (EntJsonWriter *writer, const EntAgreementReading *agreement, const char *text)
{
  ent_json_writer_key (writer, "evidence");
  ent_json_writer_begin_array (writer);
  for (guint i = 0; i < agreement->proposals->len; i++)
    {
      const EntProposal *proposal = agreement->proposals->pdata[i];
      g_autofree char *words = g_strndup (text + proposal->start, proposal->end - proposal->start);

      ent_json_writer_begin_object (writer);
      ent_json_writer_member (writer, "field", members[proposal->field].key);
      ent_json_writer_member (writer, "value", proposal->value);
      ent_json_writer_key (writer, "confidence");
      ent_json_writer_integer (writer, proposal->confidence);
      ent_json_writer_key (writer, "page");
      ent_json_writer_integer (writer, proposal->page);
      ent_json_writer_key (writer, "start");
      ent_json_writer_integer (writer, g_utf8_pointer_to_offset (text, text + proposal->start));
      ent_json_writer_key (writer, "end");
      ent_json_writer_integer (writer, g_utf8_pointer_to_offset (text, text + proposal->end));
      ent_json_writer_member (writer, "words", words);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static void
write_agreement (EntJsonWriter *writer, const EntAgreementReading *agreement, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    write_member (writer, agreement, &members[i]);
  write_evidence (writer, agreement, text);
}

static void
print_json (const EntDocumentReading *reading, const char *text)
{
  EntJsonWriter *writer = ent_json_writer_new ();

  ent_json_writer_begin_object (writer);
  ent_json_writer_member (writer, "language", reading->language);
  write_agreement (writer, reading->agreements->pdata[0], text);
  if (reading->agreements->len > 1)
    {
      ent_json_writer_key (writer, "agreements");
      ent_json_writer_begin_array (writer);
      for (guint i = 0; i < reading->agreements->len; i++)
        {
          ent_json_writer_begin_object (writer);
          write_agreement (writer, reading->agreements->pdata[i], text);
          ent_json_writer_end_object (writer);
        }
      ent_json_writer_end_array (writer);
    }
  ent_json_writer_end_object (writer);
  ent_cli_print_json (writer);
}

static void
print_text (const EntDocumentReading *reading)
{
  for (guint n = 0; n < reading->agreements->len; n++)
    {
      const EntAgreementReading *agreement = reading->agreements->pdata[n];

      if (n > 0)
        g_print ("\n");
      for (guint i = 0; i < agreement->proposals->len; i++)
        {
          const EntProposal *proposal = agreement->proposals->pdata[i];
          g_autofree char *value = ent_cli_dup_one_line (proposal->value);

          /* Translators: a field of an agreement, what the document says, how sure that is, where.
           */
          g_print (_("%s: %s (%d %%, page %u)\n"), _(members[proposal->field].label), value,
                                                     proposal->confidence, proposal->page);
        }
    }
}

static char *
load (const char *path, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GString) all = g_string_new (NULL);
      char part[65536];
      gsize n;

      while (all->len <= MAX_BYTES && (n = fread (part, 1, sizeof part, stdin)) > 0)
        g_string_append_len (all, part, (gssize) n);
      if (ferror (stdin))
        g_set_error_literal (&cause, G_FILE_ERROR, g_file_error_from_errno (errno),
                             g_strerror (errno));
      *length = all->len;
      text = g_string_free (g_steal_pointer (&all), FALSE);
    }
  else
    g_file_get_contents (path, &text, length, &cause);

  if (cause != NULL)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” cannot be read: %s"), path, cause->message);
      return NULL;
    }
  if (*length > MAX_BYTES)
    {
      g_set_error (
          error, ENT_ERROR, ENT_ERROR_FAILED,
          _("“%s” is too long to be read as an agreement: give the pages of the agreement alone."),
            path);
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* The text of a PDF's pages; a scan is said to be one. */
static char *
load_pdf (const char *path, const char *password, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (EntPdf) pdf = NULL;
  g_autofree char *text = NULL;
  gboolean scan = FALSE;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      pdf = ent_pdf_open (fd, name, password, NULL, error);
      g_close (fd, NULL);
    }
  if (pdf == NULL)
    return NULL;
  text = ent_pdf_read_text (pdf, MAX_PAGES, &scan, NULL, NULL, NULL, error);
  if (text != NULL && scan)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                   _("“%s” is a scan: it holds pictures of pages and no text to read. Enter the agreement by "
                     "hand, or have the text recognised first."),
                     name);
      return NULL;
    }

  return g_steal_pointer (&text);
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const char *path = ent_arguments_get (arguments, 0);
  gsize length = 0;
  g_autofree char *text = load (path, &length, error);
  g_autofree char *valid = NULL;
  g_autoptr (EntDocumentReading) reading = NULL;

  if (text == NULL)
    return ENT_EXIT_UNREADABLE;
  if (ent_pdf_is_pdf (text, length))
    {
      g_free (text);
      text = load_pdf (path, ent_arguments_get_value (arguments, "password"), error);
      if (text == NULL)
        return ENT_EXIT_UNREADABLE;
      length = strlen (text);
    }
  valid = g_utf8_make_valid (text, (gssize) length);
  reading = ent_document_reading_new (valid, -1);
  if (ent_arguments_has (arguments, "json"))
    print_json (reading, valid);
  else
    print_text (reading);

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "password", '\0', "PASSWORD", N_ ("Password of a protected PDF") },
  { "json", '\0', NULL, N_ ("Answer in JSON") },
  { NULL },
};

const EntCommand ent_cmd_read = {
  .name = "read",
  .arguments = "DOCUMENT|- [--password PASSWORD] [--json]",
  .n_min = 1,
  .n_max = 1,
  .options = options,
  .summary = N_ ("propose the record of the agreement that a document holds"),
  .run = run,
};
