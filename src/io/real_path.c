#define _XOPEN_SOURCE 700 // realpath
#include "io/real_path.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_LINKS 40 /* as the kernel has it */

/* What a link says, as a path from here; NULL: path is no link. */
static char *
link_target(const char *path)
{
    char target[PATH_MAX];
    gssize n = readlink(path, target, sizeof target - 1);
    g_autofree char *folder = NULL;

    if (n < 0)
        return NULL;
    target[n] = '\0';
    folder = g_path_get_dirname(path);
    return g_path_is_absolute(target) ? g_strdup(target) : g_build_filename(folder, target, NULL);
}

static char *real_path_through(const char *path, guint links);

/* path is not there: it will be in the real folder. */
static char *
real_path_of_new(const char *path, guint links)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *real = real_path_through(folder, links);

    if (real == NULL || strcmp(name, ".") == 0)
        return g_steal_pointer(&real);
    return strcmp(name, "..") == 0 ? g_path_get_dirname(real) : g_build_filename(real, name, NULL);
}

static char *
real_path_through(const char *path, guint links)
{
    /* Memory of malloc(), which is g_malloc()'s as well. */
    char *real = realpath(path, NULL);
    g_autofree char *target = NULL;

    if (real != NULL || (errno != ENOENT && errno != ENOTDIR))
        return real;
    target = link_target(path);
    if (target == NULL)
        return real_path_of_new(path, links);
    return links < MAX_LINKS ? real_path_through(target, links + 1) : NULL;
}

char *
real_path(const char *path)
{
    return real_path_through(path, 0);
}

gboolean
real_path_is_in(const char *real, const char *folder)
{
    gsize length = strlen(folder);

    return strcmp(folder, "/") == 0 ||
           (strncmp(real, folder, length) == 0 && real[length] == G_DIR_SEPARATOR);
}
