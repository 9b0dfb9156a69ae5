// Whose areas a map draws: the countries that are built in, or the user's own.
#include "map/map.h"

#include "io/whole_file.h"
#include "plot/option.h"

static gpointer
boundaries_read(gconstpointer request, Report *report, GError **error)
{
    const Spec *spec = request;
    const MapOptions *options = &spec->map;
    g_autoptr(GBytes) bytes = whole_file_read(options->boundaries, (guint64)spec->max_bytes,
                                              "--max-bytes raises the limit", error);

    return bytes == NULL ? NULL
                         : atlas_new_from_bytes(bytes, options->boundaries, options->boundary_key,
                                                options->boundary_object, report, error);
}

static gpointer
boundaries_share(gpointer atlas)
{
    return atlas_share(atlas);
}

static void
boundaries_free(gpointer atlas)
{
    atlas_free(atlas);
}

/* A pipe gives its bytes to one reader. */
static Atlas *
boundaries_open(const Spec *spec, Report *report, GError **error)
{
    static const ShelfKind kind = { "boundaries", boundaries_read, boundaries_share,
                                    boundaries_free };
    const char *file = spec->map.boundaries, *property = spec->map.boundary_key;
    const char *object = spec->map.boundary_object;
    g_autofree char *key = NULL;

    if (spec->shelf == NULL || !g_file_test(file, G_FILE_TEST_IS_REGULAR))
        return boundaries_read(spec, report, error);
    key = g_strdup_printf("%" G_GINT64_FORMAT "\n%s%s\n%s%s", spec->max_bytes,
                          property != NULL ? "=" : "", property != NULL ? property : "",
                          object != NULL ? "=" : "", object != NULL ? object : "");
    return shelf_get(spec->shelf, &kind, file, key, spec, report, error);
}

Atlas *
map_open_atlas(Plot *plot, GError **error)
{
    static const char *const needs_file[] = { "boundary-key", "boundary-object" };

    if (plot->spec->map.boundaries != NULL)
        return boundaries_open(plot->spec, plot->report, error);
    for (guint i = 0; i < G_N_ELEMENTS(needs_file); i++)
        if (option_is_given(plot->spec, needs_file[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s speaks of a file of --boundaries, and there is none", needs_file[i]);
            return NULL;
        }
    return atlas_new_countries();
}
