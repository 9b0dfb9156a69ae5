#include "plot/pairs.h"

#include <string.h>

/* The key that begins at p (after blanks) and is followed by '='; -1: none. */
static int
pairs_key_at(const char *p, const char *const *keys, const char **ret_after)
{
    while (*p == ' ')
        p++;
    for (int i = 0; keys[i] != NULL; i++) {
        gsize length = strlen(keys[i]);
        const char *after = p + length;

        if (strncmp(p, keys[i], length) != 0)
            continue;
        while (*after == ' ')
            after++;
        if (*after == '=') {
            *ret_after = after + 1;
            return i;
        }
    }
    return -1;
}

/* The value at p; ends at ", key=" or the end. */
static char *
pairs_value(const char **p, const char *const *keys)
{
    g_autoptr(GString) value = g_string_new(NULL);
    const char *after;
    gboolean quoted;

    while (**p == ' ')
        (*p)++;
    quoted = **p == '"';
    *p += quoted ? 1 : 0;
    for (; **p != '\0'; (*p)++) {
        if (quoted && **p == '"' && (*p)[1] != '"') {
            (*p)++;
            break;
        }
        if (!quoted && **p == ',' && pairs_key_at(*p + 1, keys, &after) >= 0)
            break;
        *p += quoted && **p == '"' ? 1 : 0;
        if (**p == '\\' && (*p)[1] == 'n') {
            g_string_append_c(value, '\n');
            (*p)++;
        } else {
            g_string_append_c(value, **p);
        }
    }
    if (!quoted)
        g_strchomp(value->str);
    return g_strdup(value->str);
}

gboolean
pairs_parse(const char *option, const char *text, const char *const *keys, char **values,
            GError **error)
{
    const char *p = text;

    while (TRUE) {
        const char *after;
        int key = pairs_key_at(p, keys, &after);

        if (key < 0) {
            g_autofree char *known = g_strjoinv("=, ", (char **)keys);
            g_autofree char *quoted = error_quote(p, -1, 40);

            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s: a key is expected at \"%s\"; keys are %s=", option, quoted, known);
            return FALSE;
        }
        if (values[key] != NULL) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: \"%s\" is given twice", option,
                      keys[key]);
            return FALSE;
        }
        p = after;
        values[key] = pairs_value(&p, keys);
        while (*p == ' ')
            p++;
        if (*p == '\0')
            return TRUE;
        p += *p == ',' ? 1 : 0;
    }
}
