// The one table of options. CLI flags, the C API, `describe`, the man page, completion and the
// README's table are all made from these rows (option_table.inc).
#pragma once

#include "base/error.h"
#include "plot/spec.h"

typedef enum {
    OPTION_TEXT,    /* char * */
    OPTION_TEXTS,   /* GPtrArray of char *; the flag repeats */
    OPTION_NAMES,   /* GPtrArray of char *; one list, split at commas outside double quotes */
    OPTION_SWITCH,  /* gboolean: --x, --no-x, --x=on|off */
    OPTION_CHOICE,  /* int: index into choices */
    OPTION_MODE,    /* the same as a switch: off is the first choice, on and --x the last */
    OPTION_INTEGER, /* gint64, min to max */
    OPTION_NUMBER,  /* double, min to max */
    OPTION_LENGTH,  /* double px: 800, 800px, 160mm, 16cm, 6in, 450pt; min to max px */
    OPTION_RANGE,   /* OptionRange: A..B, either end free */
    OPTION_COLOR,   /* Color */
    OPTION_CHAR,    /* char: one character, or the word tab */
} OptionType;

typedef enum {
    OPTION_GROUP_CHANNELS,
    OPTION_GROUP_READING,
    OPTION_GROUP_SHAPING,
    OPTION_GROUP_WORDS,
    OPTION_GROUP_SCALES,
    OPTION_GROUP_GUIDES,
    OPTION_GROUP_MAP,
    OPTION_GROUP_LOOK,
    OPTION_GROUP_FILES,
    OPTION_GROUP_BATCH, /* of many figures: none of them means anything to one */
    OPTION_GROUP_COUNT,
} OptionGroup;

typedef struct {
    const char *name;  /* without dashes: "x-label" */
    const char *alias; /* "colour"; a single letter is a short flag: "o"; NULL */
    OptionType type;
    gsize offset;         /* of the field in Spec */
    const char *metavar;  /* "TEXT" */
    const char *choices;  /* CHOICE: "auto|on|off" */
    double min, max;      /* INTEGER, NUMBER, LENGTH */
    const char *fallback; /* the default, as it would be typed; NULL: none */
    OptionGroup group;
    const char *charts; /* blank-separated names it has a meaning for; NULL: all */
    gboolean of_run;    /* where, and how strictly, it is drawn: nothing in the figure changes */
    const char *help;   /* one line */
} OptionDef;

extern const OptionDef option_defs[]; /* ends with name NULL */
extern const guint option_count;
const char *option_group_title(OptionGroup group);

/* By name or alias; NULL: none. */
const OptionDef *option_find(const char *name);

/* Where in a value of the option the name of a file begins: "@colors.csv" has one, "Asia=red" has
 * none, which is NULL. */
const char *option_file(const OptionDef *def, const char *value);

/* Parses and stores a value. ERROR_USAGE for a bad value, or a second one of a flag that does not
 * repeat. */
gboolean option_set(Spec *spec, const OptionDef *def, const char *value, GError **error);

/* As if it had never been given. */
void option_clear(Spec *spec, const OptionDef *def);

/* Whether the user gave it. */
gboolean option_is_given(const Spec *spec, const char *name);

/* Splits at commas outside double quotes; "" inside quotes is a quote; blanks around items go. */
GPtrArray *option_split_list(const char *text);
