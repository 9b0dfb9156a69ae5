// What a figure says about itself, for the public API.
#include "cartouche_figure.h"

#include "figure/shown.h"

bool
ct_show(const char *path, char **ret_command, char **ret_hash, ct_error **error)
{
    Shown shown;
    GError *inner = NULL;

    if (!shown_read(path, &shown, &inner))
        return error_give(error, inner);
    *ret_command = shown.command;
    *ret_hash = shown.hash;
    return true;
}
