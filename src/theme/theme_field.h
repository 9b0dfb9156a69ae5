// The fields of a theme by name: what a theme file may set, and what is listed as such.
#pragma once

#include "base/arena.h"
#include "theme/theme.h"

typedef enum {
    THEME_FIELD_COLOR,  /* Color; none is allowed for the background only */
    THEME_FIELD_NUMBER, /* double, min to max */
    THEME_FIELD_SWITCH, /* gboolean: on, off */
    THEME_FIELD_TEXT,   /* const char * */
    THEME_FIELD_COLORS, /* ThemeColors: colours with commas between them, or a name */
} ThemeFieldType;

typedef struct {
    const char *name; /* "title-size" */
    ThemeFieldType type;
    gsize offset; /* in Theme */
    double min, max;
    const char *help; /* one line */
} ThemeField;

extern const ThemeField theme_fields[];               /* ends with a name of NULL */
const ThemeField *theme_field_find(const char *name); /* NULL: none */
/* All names and "base", ending with NULL, for error_suggest(). Caller frees the array. */
const char **theme_field_names(void);

/* "a number from 4 to 200"; "a colour" … Caller frees. */
char *theme_field_range(const ThemeField *field);
/* Sets the field to a value as it is typed; texts are copied into the arena. FALSE, and the theme
 * untouched, when it is not what theme_field_range() says. */
gboolean theme_field_set(const ThemeField *field, const char *value, Arena *arena, Theme *theme);

/* A text or line of the theme that must stand out, and what it must reach (WCAG 2.2, 1.4.3 and
 * 1.4.11). */
typedef struct {
    const char *field; /* its colour's name */
    gsize offset;      /* of the Color in Theme */
    double ratio;
} ThemeContrast;

extern const ThemeContrast theme_contrasts[]; /* ends with a field of NULL */
