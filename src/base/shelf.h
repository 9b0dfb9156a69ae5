// What several figures read, each thing once: whoever asks first reads it, all others share it. One
// shelf serves many threads; one that wants what another is reading waits for it.
#pragma once

#include "base/report.h"

typedef struct Shelf Shelf;

/* How one kind of thing is read and shared. Things are immutable once read. */
typedef struct {
    const char *name; /* tells kinds of one file apart */
    gpointer (*read)(gconstpointer request, Report *report, GError **error); /* NULL: failed */
    gpointer (*share)(gpointer thing); /* one more reference, in any thread */
    void (*free)(gpointer thing);      /* gives one back */
} ShelfKind;

Shelf *shelf_new(void);
void shelf_free(Shelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shelf, shelf_free)

/* The thing that kind->read(request) makes of the file; key says all of the request that is not the
 * file. Everybody gets the same thing, the same remarks and the same error. shelf NULL: it is read
 * for the caller alone. Caller owns a reference. */
gpointer shelf_get(Shelf *shelf, const ShelfKind *kind, const char *file, const char *key,
                   gconstpointer request, Report *report, GError **error);

/* Says that somebody will need what is read from the file, and that he needs it no more: with the
 * last one it goes. Files that nobody expects stay as long as the shelf. */
void shelf_expect(Shelf *shelf, const char *file);
void shelf_done(Shelf *shelf, const char *file);
