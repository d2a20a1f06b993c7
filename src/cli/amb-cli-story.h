/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli.h"
#include "amb-story.h"

G_BEGIN_DECLS

void amb_cli_story_print (AmbCli *cli, AmbStory *story);

G_END_DECLS
