#include "io/file_letters.h"

#include "io/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define LETTERS 0x110000
#define BLOCK 65536
/* What g_utf8_get_char_validated() says of a character whose end is not there. */
#define CUT ((gunichar)-2)

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

typedef struct {
    guint8 *seen; /* a bit each; NULL: none yet */
    gunichar last;
} Letters;

/* Returns how many bytes it took: all but a character that is cut at the end of what is not the
 * last. */
static gsize
letters_add(Letters *letters, const char *text, gsize length, gboolean is_last)
{
    const char *end = text + length, *p = skip_ascii(text, end);

    if (p < end && letters->seen == NULL)
        letters->seen = g_new0(guint8, LETTERS / 8);
    for (; p < end; p = skip_ascii(p, end)) {
        gunichar c = g_utf8_get_char_validated(p, end - p);

        if (c == CUT && !is_last)
            break;
        if (c >= LETTERS) {
            p++;
            continue;
        }
        letters->seen[c / 8] |= (guint8)(1u << c % 8);
        letters->last = MAX(letters->last, c);
        p = g_utf8_next_char(p);
    }
    return (gsize)(p - text);
}

static char *
letters_finish(Letters *letters)
{
    GString *out = g_string_new(NULL);

    for (gunichar c = 0x80; c <= letters->last; c++)
        if ((letters->seen[c / 8] >> c % 8 & 1) != 0)
            g_string_append_unichar(out, c);
    g_clear_pointer(&letters->seen, g_free);
    return g_string_free(out, FALSE);
}

char *
letters_of(const char *text, gsize length)
{
    Letters letters = { .last = 0 };

    letters_add(&letters, text, length, TRUE);
    return letters_finish(&letters);
}

/* Block by block: files are larger than memory, and one that is cut meanwhile just ends. */
static char *
letters_of_fd(int fd)
{
    g_autofree char *block = g_malloc(BLOCK);
    Letters letters = { .last = 0 };
    gsize kept = 0;
    gssize n;

    while ((n = read(fd, block + kept, BLOCK - kept)) != 0) {
        gsize length, taken;

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        length = kept + (gsize)n;
        taken = letters_add(&letters, block, length, FALSE);
        kept = length - taken;
        memmove(block, block + taken, kept);
    }
    letters_add(&letters, block, kept, TRUE);
    return letters_finish(&letters);
}

static char *
letters_of_converted(const char *file, const char *encoding)
{
    g_autoptr(GBytes) bytes = whole_file_read(file, G_MAXUINT, "", NULL);
    g_autofree char *converted = NULL;
    gsize length = 0;

    if (bytes == NULL || g_bytes_get_size(bytes) == 0)
        return g_strdup("");
    converted = g_convert(g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), "UTF-8",
                          encoding, NULL, &length, NULL);
    return converted != NULL ? letters_of(converted, length) : g_strdup("");
}

typedef struct {
    const char *file, *encoding; /* encoding NULL: UTF-8 */
} LettersRequest;

static gpointer
letters_read(gconstpointer data, Report *report, GError **error)
{
    const LettersRequest *request = data;
    char *letters;
    int fd;

    (void)report;
    (void)error;
    if (request->encoding != NULL)
        return letters_of_converted(request->file, request->encoding);
    fd = open(request->file, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return g_strdup("");
    letters = letters_of_fd(fd);
    close(fd);
    return letters;
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
    gboolean is_utf8 = encoding == NULL || g_ascii_strcasecmp(encoding, "UTF-8") == 0;
    const LettersRequest request = { file, is_utf8 ? NULL : encoding };

    return shelf_get(shelf, &kind, file, is_utf8 ? "" : encoding, &request, NULL, NULL);
}
