// Names in braces: 'out/{stem}.svg', --title 'Exports of {partner}'.
#pragma once

#include "base/error.h"

/* A name and what it stands for. */
typedef struct {
    const char *name;  /* "stem"; NULL ends a list */
    const char *value; /* NULL: nothing here ("{stem} of standard input") */
    const char *shown; /* in texts, where people know it by another name; NULL: value */
} TemplateName;

typedef enum {
    TEMPLATE_TEXT, /* values as they are shown */
    TEMPLATE_PATH, /* values of the data as parts of names of files: see template_safe_name() */
} TemplateKind;

/* Puts values for the names in braces; "{{" is a brace, and so is a closing one that closes
 * nothing. The value of "dir" is a path and stays as it is. NULL and ERROR_USAGE (without a place)
 * for a brace that is not closed, and for a name that is not in names (ending with name NULL) or
 * has no value. Caller frees. */
char *template_fill(const char *text, TemplateKind kind, const TemplateName *names, GError **error);
/* Whether a filled text may differ from the text: it has an opening brace. */
gboolean template_has_names(const char *text);

/* Text as a part of a file's name: all but letters and digits of any script (with their marks) and
 * "._-" becomes "-", also bytes that are no UTF-8; so do the dots of a text that has no more than
 * dots, and "" becomes "-". Caller frees. */
char *template_safe_name(const char *text);
/* "data/trade.2019.csv" as "trade.2019"; caller frees. */
char *template_stem(const char *path);
