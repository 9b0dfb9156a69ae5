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

/* The error of a key that is none of keys; word is what stands there, up to length bytes. */
static void
pairs_fail_key(const char *option, const char *word, gsize length, const char *const *keys,
               GError **error)
{
    g_autofree char *known = g_strjoinv("=, ", (char **)keys);
    g_autofree char *name = g_strndup(word, length), *quoted = error_quote(name, -1, 40);
    g_autofree char *near = error_suggest(name, keys);

    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: no key \"%s\"%s; keys are %s=", option, quoted,
              near, known);
}

/* How long the word at p is when it reads like a key, "word ="; 0: it does not. */
static gsize
pairs_word_at(const char *p)
{
    gsize length = 0, blanks;

    while (g_ascii_isalpha(p[length]) || p[length] == '-' || p[length] == '_')
        length++;
    blanks = strspn(p + length, " ");
    return p[length + blanks] == '=' ? length : 0;
}

gboolean
pairs_check_value(const char *option, const char *value, const char *const *keys, GError **error)
{
    for (const char *p = strchr(value, ','); p != NULL; p = strchr(p + 1, ',')) {
        const char *word = p + 1 + strspn(p + 1, " ");
        gsize length = pairs_word_at(word);

        if (length > 0) {
            pairs_fail_key(option, word, length, keys, error);
            return FALSE;
        }
    }
    return TRUE;
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

            p += strspn(p, " ");
            if (pairs_word_at(p) > 0) {
                pairs_fail_key(option, p, pairs_word_at(p), keys, error);
                return FALSE;
            }
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
