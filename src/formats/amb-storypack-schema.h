/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/relaxng.h>

G_BEGIN_DECLS

xmlRelaxNG *amb_storypack_schema_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)

G_END_DECLS
