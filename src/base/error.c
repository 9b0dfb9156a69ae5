#include "base/error.h"

#include <stdarg.h>
#include <string.h>

typedef struct {
    char *file;
    guint line, field;
} CartoucheErrorPrivate;

static void
cartouche_error_private_init(CartoucheErrorPrivate *place)
{
    *place = (CartoucheErrorPrivate){ .file = NULL };
}

static void
cartouche_error_private_copy(const CartoucheErrorPrivate *from, CartoucheErrorPrivate *to)
{
    *to = *from;
    to->file = g_strdup(from->file);
}

static void
cartouche_error_private_clear(CartoucheErrorPrivate *place)
{
    g_free(place->file);
}

G_DEFINE_EXTENDED_ERROR(CartoucheError, cartouche_error)

void
error_set(GError **error, ErrorCode code, Where where, const char *format, ...)
{
    va_list args;
    CartoucheErrorPrivate *place;

    if (error == NULL)
        return;
    g_assert(*error == NULL);

    va_start(args, format);
    *error = g_error_new_valist(CARTOUCHE_ERROR, (int)code, format, args);
    va_end(args);
    place = cartouche_error_get_private(*error);
    place->file = g_strdup(where.file);
    place->line = where.line;
    place->field = where.field;
}

Where
error_where(const GError *error)
{
    const CartoucheErrorPrivate *place;

    if (error == NULL || error->domain != CARTOUCHE_ERROR)
        return WHERE_NONE;
    place = cartouche_error_get_private(error);
    return (Where){ place->file, place->line, place->field };
}

/* Besides controls, the characters by which a cell could reorder or break the message's own line.
 */
static gboolean
is_unfit_for_message(gunichar c)
{
    return g_unichar_iscntrl(c) || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

char *
error_quote(const char *bytes, gssize length, guint max_chars)
{
    GString *out = g_string_new(NULL);
    const char *at = bytes, *end;
    guint chars;

    if (bytes == NULL)
        return g_string_free(out, FALSE);

    end = bytes + (length < 0 ? strlen(bytes) : (gsize)length);
    for (chars = 0; at < end && chars < max_chars; chars++) {
        gunichar c = g_utf8_get_char_validated(at, MIN(end - at, 8));
        gsize size;

        if (*at == '\0' || c >= (gunichar)-2)
            size = 1;
        else
            size = (gsize)(g_utf8_next_char(at) - at);

        if (*at != '\0' && c < (gunichar)-2 && !is_unfit_for_message(c)) {
            g_string_append_len(out, at, (gssize)size);
        } else {
            for (gsize i = 0; i < size; i++)
                g_string_append_printf(out, "\\x%02X", (guchar)at[i]);
        }
        at += size;
    }
    if (at < end)
        g_string_append(out, "…");
    return g_string_free(out, FALSE);
}

#define MAX_DISTANCE 2
#define MAX_SUGGESTIONS 3
#define MAX_SUGGESTION_CHARS 60

/* Levenshtein's distance, or MAX_DISTANCE + 1 for all that is farther. Only the band of cells
 * within MAX_DISTANCE of the diagonal is filled, so that long cells cost no more than their length.
 */
static guint
edit_distance(const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
    enum { FAR = MAX_DISTANCE + 1, BAND = 2 * MAX_DISTANCE + 1 };
    guint
        row[BAND + 1]; /* row[k] is the cell of column i + k - MAX_DISTANCE; the last is a fence */

    if (ABS(n_a - n_b) > MAX_DISTANCE)
        return FAR;
    for (int k = 0; k <= BAND; k++)
        row[k] = k < MAX_DISTANCE || k == BAND ? FAR : (guint)(k - MAX_DISTANCE);

    for (glong i = 1; i <= n_a; i++) {
        guint left = FAR, least = FAR;

        for (int k = 0; k < BAND; k++) {
            glong j = i + k - MAX_DISTANCE;
            guint cell = FAR;

            if (j == 0)
                cell = (guint)MIN(i, FAR);
            else if (j > 0 && j <= n_b)
                cell = MIN(row[k] + (a[i - 1] != b[j - 1]), MIN(row[k + 1], left) + 1);
            row[k] = left = MIN(cell, (guint)FAR);
            least = MIN(least, left);
        }
        if (least == FAR)
            return FAR;
    }
    return row[n_b - n_a + MAX_DISTANCE];
}

/* 0 for a word equal but for case, else the edit distance; above MAX_DISTANCE when not near. */
static guint
nearness(const char *word, const gunichar *word_chars, glong n_word, const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    g_autofree gunichar *chars = NULL;
    g_autofree char *folded_word = NULL, *folded_name = NULL;
    glong n;
    guint distance;

    chars = g_utf8_to_ucs4_fast(valid, -1, &n);
    if (n == 0 || ABS(n - n_word) > MAX_DISTANCE)
        return MAX_DISTANCE + 1;

    folded_word = g_utf8_casefold(word, -1);
    folded_name = g_utf8_casefold(valid, -1);
    if (strcmp(folded_word, folded_name) == 0)
        return 0;

    /* "ab" is no hint for "cd": something has to be left in common. */
    distance = edit_distance(word_chars, n_word, chars, n);
    return (glong)distance < MAX(n, n_word) ? distance : MAX_DISTANCE + 1;
}

char *
error_suggest(const char *word, const char *const *names)
{
    g_autofree char *valid = g_utf8_make_valid(word, -1);
    g_autofree gunichar *chars = NULL;
    glong n;
    GPtrArray *near[MAX_DISTANCE + 1];
    GString *out = g_string_new(NULL);
    guint found = 0;

    chars = g_utf8_to_ucs4_fast(valid, -1, &n);
    for (guint d = 0; d <= MAX_DISTANCE; d++)
        near[d] = g_ptr_array_new();
    for (gsize i = 0; names[i] != NULL; i++) {
        guint distance = nearness(valid, chars, n, names[i]);

        if (distance <= MAX_DISTANCE)
            g_ptr_array_add(near[distance], (gpointer)names[i]);
    }

    for (guint d = 0; d <= MAX_DISTANCE; d++) {
        for (guint i = 0; i < near[d]->len && found < MAX_SUGGESTIONS; i++, found++) {
            g_autofree char *quoted =
                error_quote(g_ptr_array_index(near[d], i), -1, MAX_SUGGESTION_CHARS);

            g_string_append_printf(out, "%s\"%s\"", found == 0 ? " (did you mean " : ", ", quoted);
        }
        g_ptr_array_unref(near[d]);
    }
    if (found > 0)
        g_string_append(out, "?)");
    return g_string_free(out, FALSE);
}
