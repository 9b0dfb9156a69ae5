// The public API joins charts and output formats; cartouche_*.c hold its parts.
#include "cartouche.h"

#include "cartouche_figure.h"
#include "io/atomic_file.h"

#include <string.h>

const char *
ct_version(void)
{
    return CARTOUCHE_VERSION;
}

void
ct_free(void *memory)
{
    g_free(memory);
}

char *
ct_suggest(const char *word, const char *const *names)
{
    return error_suggest(word, names);
}

char *
ct_escape(const char *text)
{
    return error_quote(text, -1, G_MAXUINT);
}

bool
ct_write(const char *path, const void *bytes, size_t length, ct_error **error)
{
    g_autoptr(GBytes) copy = g_bytes_new_static(bytes, length);
    GError *inner = NULL;

    return atomic_file_write(path, copy, &inner) || error_give(error, inner);
}

void
ct_process_prepare(void)
{
    atomic_file_prepare_process();
}
