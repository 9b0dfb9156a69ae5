// The one name of a file, whatever links and dots lead to it.
#pragma once

#include <glib.h>

/* The absolute path of a file without links, "." and "..". What is not there yet is where writing
 * would make it: behind a link that leads nowhere, else in the real folder, as deep as folders are
 * there. NULL when links lead round in a circle, or a folder may not be searched. Caller frees. */
char *real_path(const char *path);

/* Whether real, a path as above, lies in the folder of that real path, however deep. */
gboolean real_path_is_in(const char *real, const char *folder);
