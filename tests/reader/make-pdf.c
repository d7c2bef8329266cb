/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "pdf-tools.h"

/* Writes a PDF for the tests of the window:
 *   make-pdf text FILE OUT    the words of a file, form feeds between its pages
 *   make-pdf pages N OUT      N pages of forty lines
 *   make-pdf scan N OUT       N pictures of pages */
int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (argc != 4)
    return EXIT_FAILURE;
  if (strcmp (argv[1], "text") == 0 && g_file_get_contents (argv[2], &text, NULL, NULL))
    bytes = pdf_of_text (text);
  else if (strcmp (argv[1], "pages") == 0)
    bytes = pdf_with_text ((guint) atoi (argv[2]), 595, 842);
  else if (strcmp (argv[1], "scan") == 0)
    bytes = pdf_of_scans ((guint) atoi (argv[2]));
  if (!bytes
      || !g_file_set_contents (argv[3], g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), NULL))
    return EXIT_FAILURE;

  return EXIT_SUCCESS;
}
