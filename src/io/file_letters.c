#include "io/file_letters.h"

#include "base/letters.h"
#include "io/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define BLOCK 65536

/* Block by block: files are larger than memory, and one that is cut meanwhile just ends. */
static char *
letters_of_fd(int fd)
{
    g_autoptr(Letters) letters = letters_new();
    g_autofree char *block = g_malloc(BLOCK);
    gssize n;

    while ((n = read(fd, block, BLOCK)) != 0) {
        if (n < 0 && errno != EINTR)
            break;
        if (n > 0)
            letters_add(letters, block, (gsize)n);
    }
    return letters_finish(letters);
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
