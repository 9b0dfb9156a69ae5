#include "backend/output_format.h"

#include <string.h>

#include "backend/svg.h"

static GBytes *
write_png(const Scene *scene, const OutputOptions *options, GError **error)
{
    const RasterModule *module = raster_module_open(error);

    return module == NULL ? NULL : module->write_png(scene, options, error);
}

static GBytes *
write_pdf(const Scene *scene, const OutputOptions *options, GError **error)
{
    const OutputPage page = { scene, *options };
    const RasterModule *module = raster_module_open(error);

    return module == NULL ? NULL : module->write_pdf(&page, 1, NULL, error);
}

#define FORMAT(name, extension, summary, write) \
    &(const OutputFormat){ name, extension, summary, write },
const OutputFormat *const output_formats[] = {
#include "backend/format_table.inc"
    NULL,
};
#undef FORMAT

const OutputFormat *
output_format_find(const char *name)
{
    for (guint i = 0; output_formats[i] != NULL; i++)
        if (strcmp(output_formats[i]->name, name) == 0)
            return output_formats[i];
    return NULL;
}

const OutputFormat *
output_format_for_path(const char *path)
{
    gsize length = strlen(path);

    for (guint i = 0; output_formats[i] != NULL; i++) {
        gsize n = strlen(output_formats[i]->extension);

        if (length > n && g_ascii_strcasecmp(path + length - n, output_formats[i]->extension) == 0)
            return output_formats[i];
    }
    return NULL;
}
