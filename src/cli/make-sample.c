/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the sample project of its JSON sources while Entente is built:
 * make-sample OUT SOURCE… The same sources give the same bytes. */

#include <glib/gstdio.h>

#include "exchange/ent-json.h"
#include "store/ent-database.h"
#include "store/ent-store.h"

/* What the identity of the sample is derived from; every copy gets one of its own. */
#define KEY "sample/namur-2024"

static gboolean
set_identity (EntStore *store, GError **error)
{
  g_autofree char *id = ent_id_to_string (ent_id_from_key (KEY));
  g_autoptr (EntAction) action = ent_store_begin (store, "Identity", NULL, NULL);

  return ent_action_set_setting (action, ENT_SETTING_ID, id, error)
         && ent_action_commit (action, error);
}

static gboolean
fill (const char *path, const char *const *sources, GError **error)
{
  g_autoptr (EntImport) import = ent_json_read (sources, error);
  g_autoptr (EntStore) store = NULL;
  gboolean filled;

  if (!import || !ent_import_check (import, NULL, error))
    return FALSE;
  store = ent_store_create (path, error);
  if (!store)
    return FALSE;

  filled = ent_store_import (store, import, "sample", FALSE, error) && set_identity (store, error)
           && ent_store_check (store, error);
  ent_store_close (store);
  return filled;
}

/* The journal holds the time at which the sample was made. */
static gboolean
strip (const char *path, GError **error)
{
  EntDatabase *database = ent_database_open (path, ENT_DATABASE_NONE, error);
  gboolean stripped = database && ent_database_exec (database, "DELETE FROM journal", error)
                      && ent_database_exec (database, "VACUUM", error);

  if (database)
    ent_database_free (database);
  return stripped;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (argc < 3)
    {
      g_printerr ("make-sample OUT SOURCE…\n");
      return 2;
    }

  path = g_strconcat (argv[1], ".tmp", NULL);
  g_unlink (path);
  if (!fill (path, (const char *const *) argv + 2, &error) || !strip (path, &error)
      || g_rename (path, argv[1]) != 0)
    {
      g_printerr ("make-sample: %s\n", error ? error->message : argv[1]);
      g_unlink (path);
      return 1;
    }

  return 0;
}
