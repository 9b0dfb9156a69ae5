// The dictionary of a text column: every distinct text once, with a code in order of appearance.
#pragma once

#include <glib.h>

typedef struct Levels Levels;

Levels *levels_new(void);
/* Not thread-safe while texts are still being added; references are. */
Levels *levels_ref(Levels *levels);
void levels_unref(Levels *levels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Levels, levels_unref)

/* Whether somebody else holds a reference too, so that adding texts would be seen there. */
gboolean levels_is_shared(Levels *levels);

/* The code of a text without NUL bytes; it is added when it is new. */
gint32 levels_intern(Levels *levels, const char *text, gsize length);

/* The same; so many bytes from the text on must be readable, however short it is. */
#define LEVELS_PADDING 16
gint32 levels_intern_padded(Levels *levels, const char *text, gsize length);

/* The code of a text; -1: it is no level. */
gint32 levels_find(const Levels *levels, const char *text, gsize length);

/* char *, by code; borrowed, and so are its texts. */
GPtrArray *levels_names(const Levels *levels);
