#include "io/file_letters.h"

#include <string.h>

#define LETTERS 0x110000

/* Eight bytes at a time: most files have nothing beyond ASCII. */
static const char *
skip_ascii(const char *p, const char *end)
{
    const guint64 high = G_GUINT64_CONSTANT(0x8080808080808080);
    guint64 eight;

    for (; end - p >= 8; p += 8) {
        memcpy(&eight, p, sizeof eight);
        if ((eight & high) != 0)
            break;
    }
    while (p < end && (guchar)*p < 0x80)
        p++;
    return p;
}

char *
letters_of(const char *text, gsize length)
{
    const char *end = text + length, *p = skip_ascii(text, end);
    g_autofree guint8 *seen = p < end ? g_new0(guint8, LETTERS / 8) : NULL;
    GString *out = g_string_new(NULL);
    gunichar last = 0;

    for (; p < end; p = skip_ascii(p, end)) {
        gunichar c = g_utf8_get_char_validated(p, end - p);

        if (c >= LETTERS) {
            p++;
            continue;
        }
        seen[c / 8] |= (guint8)(1u << c % 8);
        last = MAX(last, c);
        p = g_utf8_next_char(p);
    }
    for (gunichar c = 0x80; c <= last; c++)
        if ((seen[c / 8] >> c % 8 & 1) != 0)
            g_string_append_unichar(out, c);
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *file, *encoding;
} LettersRequest;

static gpointer
letters_read(gconstpointer data, Report *report, GError **error)
{
    const LettersRequest *request = data;
    g_autoptr(GMappedFile) file = g_mapped_file_new(request->file, FALSE, NULL);
    const char *text = file != NULL ? g_mapped_file_get_contents(file) : NULL;
    gsize length = file != NULL ? g_mapped_file_get_length(file) : 0;
    g_autofree char *converted = NULL;

    (void)report;
    (void)error;
    if (length > 0 && request->encoding != NULL)
        text = converted =
            g_convert(text, (gssize)length, "UTF-8", request->encoding, NULL, &length, NULL);
    return text != NULL ? letters_of(text, length) : g_strdup("");
}

static gpointer
letters_share(gpointer letters)
{
    return g_strdup(letters);
}

char *
file_letters(Shelf *shelf, const char *file, const char *encoding)
{
    static const ShelfKind kind = { "letters", letters_read, letters_share, g_free };
    const LettersRequest request = { file, encoding };

    return shelf_get(shelf, &kind, file, encoding != NULL ? encoding : "", &request, NULL, NULL);
}
