#include "data/csv_encoding.h"

#include <string.h>

gboolean
csv_encoding_is_utf8(const char *encoding)
{
    return !encoding || g_ascii_strcasecmp(encoding, "UTF-8") == 0 ||
           g_ascii_strcasecmp(encoding, "UTF8") == 0;
}

/* iconv passes over signs that it does not know and takes an empty name for the encoding of the
 * locale; the same command must read the same everywhere. */
static gboolean
is_encoding_name(const char *encoding)
{
    gboolean letters = FALSE;

    for (const char *p = encoding; *p != '\0'; p++) {
        if (!g_ascii_isalnum(*p) && strchr("-_.:+()", *p) == NULL)
            return FALSE;
        letters = letters || g_ascii_isalnum(*p);
    }
    return letters;
}

gboolean
csv_encoding_open(const char *encoding, GIConv *ret_converter, GError **error)
{
    GIConv converter = (GIConv)-1;
    g_autofree char *quoted = NULL;

    if (!csv_encoding_is_utf8(encoding)) {
        if (is_encoding_name(encoding))
            converter = g_iconv_open("UTF-8", encoding);
        if (converter == (GIConv)-1) {
            quoted = error_quote(encoding, -1, 40);
            error_set(error, ERROR_USAGE, WHERE_NONE, "--encoding: \"%s\" is not known", quoted);
            return FALSE;
        }
    }
    *ret_converter = converter;
    return TRUE;
}
