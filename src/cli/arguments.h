// The command line, taken apart. GOption cannot keep arguments as bytes in every locale, and it
// cannot take its flags from the option rows.
#pragma once

#include "cartouche.h"

#include <glib.h>

/* One option as given, in order. */
typedef struct {
    const ct_option *option; /* static row */
    const char *flag;        /* as typed, without the value; owned by the arguments */
    const char *value;       /* borrowed from argv */
} GivenOption;

typedef struct {
    GPtrArray
        *operands;    /* const char *, borrowed from argv: command or chart first, then its own */
    GArray *options;  /* GivenOption */
    GPtrArray *flags; /* char *, owned */
    gboolean help, version;
} Arguments;

/* Takes argv apart. FALSE after a message: a usage error. */
gboolean arguments_parse(int argc, char **argv, Arguments *ret_arguments);
void arguments_clear(Arguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Arguments, arguments_clear)

/* How many operands follow the command, and the index-th of them. */
guint arguments_count(const Arguments *arguments);
const char *arguments_get(const Arguments *arguments, guint index);

/* For commands without options and with min to max operands; use tells how it is called. FALSE
 * after a message. */
gboolean arguments_expect(const Arguments *arguments, guint min, guint max, const char *use);
