// Waits for files to be saved, by inotify: GFileMonitor holds saves by rename back for a second.
#pragma once

#include "base/error.h"

typedef struct FileWatch FileWatch;

/* NULL and ERROR_INPUT when the system has no watch left to give. */
FileWatch *file_watch_new(GError **error);
void file_watch_free(FileWatch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FileWatch, file_watch_free)

/* Watches these files (char *, copied; "-" is none) and no others. They need not be there, nor
 * their folders; links are watched, and what they point to. To be called before the files are read:
 * a file that is saved while it is being read is then told about. FALSE and ERROR_INPUT: a folder
 * cannot be watched. */
gboolean file_watch_set(FileWatch *watch, const GPtrArray *paths, GError **error);

/* Waits until files were written and closed, put in place by a rename, or taken away, and until
 * the burst of events is over; a file that is taken away has a moment to come back. Returns their
 * names as they were set, in that order, borrowed until the next set; none: the time is over
 * (milliseconds; -1: never) or a signal came. Caller frees the array. NULL and ERROR_INPUT: the
 * watch is broken. */
GPtrArray *file_watch_wait(FileWatch *watch, int timeout, GError **error);
