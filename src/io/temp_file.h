// The temporary beside a file that is being written.
#pragma once

#include <glib.h>
#include <sys/types.h>

typedef struct {
    char *path; /* NULL: none */
    int fd;     /* to write to; -1 when closed */
    int lock;   /* a second descriptor that keeps the lock until the rename */
    int slot;   /* in the list of what a signal removes; -1: not in it */
} TempFile;

/* There is no file, and nothing is open: may be discarded. */
#define TEMP_FILE_NONE ((TempFile){ NULL, -1, -1, -1 })

/* Makes .NAME.N.cartouche-tmp in the folder of path, N the first number that no living writer
 * holds; what a killed writer left there is removed. New files get 0666 less the umask, or exactly
 * *mode when mode is not NULL. Returns 0 or an errno. */
int temp_file_open(const char *path, const mode_t *mode, TempFile *ret_temp);

/* Renames the temporary to path; it is over afterwards. Returns 0 or an errno, then call discard.
 */
int temp_file_rename(TempFile *temp, const char *path);

/* Removes the temporary unless it was renamed, and closes what is open. */
void temp_file_discard(TempFile *temp);

/* Removes the temporaries in a folder that no living writer holds. A folder that cannot be read has
 * none. */
void temp_file_remove_stale(const char *folder);

/* Removes every temporary of this process, when the writers of other threads stand where the list
 * of them is whole, and lets none of them make another one or rename one: for a handler of a
 * signal that ends the process. Takes at most a twentieth of a second. */
void temp_file_end(void);
