/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

/* (transfer full): the application as the classes need it, on 22 November 2026, with its working
 * copies and its cache in @folder. */
EntApplication *
start_application (const char *folder)
{
  g_autoptr (GError) error = NULL;
  EntApplication *application;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("ENTENTE_TODAY", "2026-11-22", TRUE);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

void
finish (EntProjectFile *project)
{
  g_autoptr (GError) error = NULL;

  ent_project_file_close (project, &error);
  g_assert_no_error (error);
}

/* The one record of that title. */
EntRecord *
find (EntSession *session, const EntTable *table, const char *title)
{
  EntRecord *record = ent_project_find (ent_session_get_project (session), table, title, NULL);

  g_assert_nonnull (record);
  return record;
}
