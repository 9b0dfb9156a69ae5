// From arguments to a figure, for the commands that read data.
#pragma once

#include "cli/arguments.h"

/* A figure with the data and the options given; chart NULL: to inspect. Without DATA it reads
 * standard input. NULL after a message. Caller frees. */
ct_figure *figure_from_arguments(const Arguments *arguments, const char *chart);
