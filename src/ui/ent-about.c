/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-about.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *title;
  GtkLicense licence;
} libraries[] = {
  { "GTK, libadwaita, GLib, Pango, GDK-PixBuf", GTK_LICENSE_LGPL_2_1 },
  { "cairo", GTK_LICENSE_LGPL_2_1 },
  { "JSON-GLib", GTK_LICENSE_LGPL_2_1 },
  { "qpdf", GTK_LICENSE_APACHE_2_0 },
};

/* The ISC licence asks to be shown as it is. */
static const char isc[] =
    "Permission to use, copy, modify, and/or distribute this software for any purpose with or "
    "without fee is hereby granted, provided that the above copyright notice and this permission "
    "notice appear in all copies.\n\n"
    "THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO "
    "THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT "
    "SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR "
    "ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF "
    "CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE "
    "OR PERFORMANCE OF THIS SOFTWARE.";

/**
 * ent_about_dialog_new:
 *
 * Returns: (transfer floating): the dialog that says what the program is and whose
 */
AdwDialog *
ent_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  /* Translators: whose data it is, and its licence */
  g_autofree char *places = g_strdup_printf (
      _("The places that are offered are data of %1$s, under the licence %2$s; they were shortened "
        "and put in an index."),
        "GeoNames (www.geonames.org)", "CC BY 4.0");
  /* Translators: whose data it is */
  g_autofree char *outlines = g_strdup_printf (
      _("The outlines of the map are made of data of %s, which are in the public domain. Borders "
        "are drawn as they hold de facto; no position on them is taken."),
        "Natural Earth (www.naturalearthdata.com)");

  adw_about_dialog_set_application_name (about, "Entente");
  adw_about_dialog_set_application_icon (about, "io.github.entente.Entente");
  adw_about_dialog_set_version (about, ENTENTE_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Entente contributors"));
  adw_about_dialog_set_comments (
      about, _("Partners, agreements and exchanges of a city, and the papers made from them."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: your names, one a line, with an address where you like. */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));

  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    adw_about_dialog_add_legal_section (about, libraries[i].title, NULL, libraries[i].licence,
                                        NULL);
  adw_about_dialog_add_legal_section (about, "SQLite", NULL, GTK_LICENSE_CUSTOM,
                                      _("SQLite is in the public domain."));
  adw_about_dialog_add_legal_section (about, "GeoNames", NULL, GTK_LICENSE_CUSTOM, places);
  adw_about_dialog_add_legal_section (about, "Natural Earth", NULL, GTK_LICENSE_CUSTOM, outlines);
  adw_about_dialog_add_legal_section (about, "world-atlas", "© 2013–2019 Michael Bostock",
                                      GTK_LICENSE_CUSTOM, isc);
  adw_about_dialog_add_legal_section (about, "i18n-iso-countries", "© 2016 widdix GmbH",
                                      GTK_LICENSE_MIT_X11, NULL);

  return dialog;
}
