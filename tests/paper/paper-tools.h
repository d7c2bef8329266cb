/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "model/ent-types.h"
#include "paper/ent-paper.h"

G_BEGIN_DECLS

char *tool_run (const char *const *argv);
char *tool_run_status (const char *const *argv, int *status);
char *tool_make_folder (void);
char *tool_write (EntPaper *paper, const char *name);
char *tool_pdf_text (const char *path);
char *tool_squeeze (const char *text);
void tool_check_pdf (EntPaper *paper, const char *path);
int tool_day (const char *iso);
EntProject *tool_read_project (const char *const *paths);
EntProject *tool_read_records (const char *records);

#define tool_assert_contains(text, part)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *_text = tool_squeeze (text);                                                  \
    g_autofree char *_part = tool_squeeze (part);                                                  \
    if (!strstr (_text, _part))                                                                    \
      g_error ("%s:%d: “%s” is not in:\n%.20000s", __FILE__, __LINE__, _part, _text);              \
  }                                                                                                \
  G_STMT_END

#define tool_assert_lacks(text, part)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *_text = tool_squeeze (text);                                                  \
    g_autofree char *_part = tool_squeeze (part);                                                  \
    if (strstr (_text, _part))                                                                     \
      g_error ("%s:%d: “%s” is in:\n%.20000s", __FILE__, __LINE__, _part, _text);                  \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
