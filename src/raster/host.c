#include "raster/host.h"

#include <stdarg.h>

/* Written once when the module is opened, only read afterwards. */
static RasterErrorSet host_function;

void
host_connect(RasterErrorSet function)
{
    host_function = function;
}

void
host_error_set(GError **error, ErrorCode code, const char *format, ...)
{
    va_list args;

    g_assert(host_function != NULL);
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    host_function(error, code, WHERE_NONE, "%s", text);
}
