// Runs a fuzz target over the files of folders, for machines without libFuzzer and for every test
// run: `fuzz_number corpus/number`. Writes TAP; a target that finds a fault aborts.
#include "fuzz.h"

#include <stdio.h>

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

/* The files of a folder; the order of a folder differs between machines, so the caller sorts. */
static gboolean
add_files(GPtrArray *paths, const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
    const char *name;

    if (!dir) {
        printf("Bail out! %s\n", error->message);
        return FALSE;
    }
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(paths, g_steal_pointer(&path));
    }
    return TRUE;
}

/* The bytes are copied into a block of exactly their size, so that AddressSanitizer sees a read
 * behind them. */
static gboolean
run_file(guint number, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *contents = NULL, *exact = NULL;
    gsize size;

    if (!g_file_get_contents(path, &contents, &size, &error)) {
        printf("not ok %u - %s: %s\n", number, path, error->message);
        return FALSE;
    }
    exact = g_memdup2(contents, size);
    LLVMFuzzerTestOneInput((const guint8 *)exact, size);
    printf("ok %u - %s\n", number, path);
    fflush(stdout);
    return TRUE;
}

int
main(int argc, char **argv)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    int failures = 0;

    for (int i = 1; i < argc; i++)
        if (!add_files(paths, argv[i]))
            return 1;
    if (paths->len == 0) {
        printf("Bail out! no file to run\n");
        return 1;
    }
    g_ptr_array_sort(paths, compare_paths);
    printf("1..%u\n", paths->len);
    for (guint i = 0; i < paths->len; i++)
        failures += !run_file(i + 1, paths->pdata[i]);
    return failures > 0;
}
