// INI files: themes, and lists of figures. Order, repeated keys and line numbers are kept.
//
//   # a comment, and so is a line that begins with ;
//   key = value       belongs to the group above it, or to none
//   [group]
//
// Blanks around groups, keys and values do not count; else a value is what stands behind the first
// equals sign to the end of the line: no quotes, no escapes, and # and ; are letters in it.
#pragma once

#include "base/error.h"

typedef struct {
    char *key, *value; /* value may be "" */
    guint line;        /* from 1 */
} IniEntry;

typedef struct {
    char *name; /* NULL: what stands before the first group */
    guint line;
    GArray *entries; /* IniEntry, in the order of the file */
} IniGroup;

typedef struct {
    char *file;
    GPtrArray *groups;   /* IniGroup *; the first has no name and is always there */
    GHashTable *by_name; /* borrows from groups: of groups with one name the first */
} Ini;

/* Caller owns the result. ERROR_INPUT when the file cannot be read, ERROR_USAGE with file and line
 * for bytes that are no UTF-8, lines that are neither group nor key, and a group that stands twice.
 */
Ini *ini_read_file(const char *file, GError **error);
/* name stands for the file in messages. */
Ini *ini_read_bytes(const char *name, const char *bytes, gsize length, GError **error);
/* Reads on behind mistakes, so that one reading says all of them: each is added to errors (GError
 * *, owned by the array). NULL only when there is no text to read. What stands under a group that
 * is no group, or stands twice, is kept apart from the group before it. */
Ini *ini_read_file_through(const char *file, GPtrArray *errors);
void ini_free(Ini *ini);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ini, ini_free)

/* The group of that name (NULL: the first); NULL when there is none. */
const IniGroup *ini_group(const Ini *ini, const char *name);
Where ini_where(const Ini *ini, guint line);
