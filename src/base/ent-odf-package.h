/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of an office program in the making: parts with names, in the order they were added. */
typedef struct _EntOdfPackage EntOdfPackage;

EntOdfPackage *ent_odf_package_new (const char *media_type);
void ent_odf_package_free (EntOdfPackage *package);
void
ent_odf_package_add (EntOdfPackage *package, const char *name, const char *type, GBytes *content);
void ent_odf_package_add_xml (EntOdfPackage *package, const char *name, const char *xml);
GBytes *ent_odf_package_write (EntOdfPackage *package);

void ent_odf_append_escaped (GString *xml, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOdfPackage, ent_odf_package_free)

G_END_DECLS
