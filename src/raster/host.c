#include "raster/host.h"

#include <stdarg.h>

/* Written once when the module is opened, only read afterwards. */
static const RasterHost *connected;

void
host_connect(const RasterHost *host)
{
    connected = host;
}

void
host_error_set(GError **error, ErrorCode code, const char *format, ...)
{
    va_list args;

    g_assert(connected != NULL);
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    connected->error_set(error, code, WHERE_NONE, "%s", text);
}

const ShaperModule *
host_shaper(GError **error)
{
    g_assert(connected != NULL);
    return connected->open_shaper(error);
}
