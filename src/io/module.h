// Parts of the library that are opened at run time, on first need: shared objects in the folder
// "cartouche" beside the library, and the files that are installed for them.
#pragma once

#include <glib.h>

/* Opens FILE ("raster.so") and gives what it exports as symbol; it stays open for the life of the
 * process. The likeliest folder is asked first. NULL and what is wrong (caller frees). */
gconstpointer module_open(const char *file, const char *symbol, char **ret_problem);

/* The path of a file of share/cartouche, beside this library or where it was to be installed. NULL:
 * it is in neither place. Caller frees. */
char *module_data_file(const char *file);
