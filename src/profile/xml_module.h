// The door to the xml module (libxml2), opened at run time when an SVG is to be checked.
#pragma once

#include "profile/profile.h"

#define XML_API_VERSION 1

/* No file is read beyond these; nesting and elements are what librsvg takes. */
#define PROFILE_MAX_BYTES (256u << 20)
#define PROFILE_MAX_DEPTH 250
#define PROFILE_MAX_ELEMENTS 1000000u

typedef enum {
    PROFILE_READ,          /* to the end, or as far as it is XML */
    PROFILE_TOO_DEEP,      /* stopped at PROFILE_MAX_DEPTH */
    PROFILE_TOO_MANY,      /* stopped at PROFILE_MAX_ELEMENTS */
    PROFILE_SCHEMA_BROKEN, /* the schema cannot be read */
} ProfileOutcome;

/* What the module exports as the one symbol `cartouche_xml`. */
typedef struct {
    int version; /* XML_API_VERSION */
    /* Checks bytes against the rules and the schema, a file of RELAX NG. Neither the net nor any
     * other file is asked. *ret_line is where it was stopped, 0 after PROFILE_READ. */
    ProfileOutcome (*check)(const char *bytes, gsize length, const char *schema,
                            ProfileFindings *findings, guint *ret_line);
} XmlModule;

/* Checks the file ("-": standard input) and appends what it finds to the report. FALSE and an error
 * when it cannot be read, is beyond a limit, or the module is not there. */
gboolean profile_check_file(const char *file, Report *report, GError **error);
