// Whose areas a map draws: the countries that are built in, or the user's own.
#include "map/map.h"

#include "io/whole_file.h"
#include "plot/option.h"

Atlas *
map_open_atlas(Plot *plot, GError **error)
{
    static const char *const needs_file[] = { "boundary-key", "boundary-object" };
    const MapOptions *options = &plot->spec->map;
    g_autoptr(GBytes) bytes = NULL;

    if (options->boundaries == NULL) {
        for (guint i = 0; i < G_N_ELEMENTS(needs_file); i++)
            if (option_is_given(plot->spec, needs_file[i])) {
                error_set(error, ERROR_USAGE, WHERE_NONE,
                          "--%s speaks of a file of --boundaries, and there is none",
                          needs_file[i]);
                return NULL;
            }
        return atlas_new_countries();
    }
    bytes = whole_file_read(options->boundaries, (guint64)plot->spec->max_bytes,
                            "--max-bytes raises the limit", error);
    return bytes == NULL ? NULL
                         : atlas_new_from_bytes(bytes, options->boundaries, options->boundary_key,
                                                options->boundary_object, plot->report, error);
}
