#include "data/csv_source.h"

#include "data/csv_ahead.h"
#include "data/csv_encoding.h"
#include "data/csv_sniff.h"
#include "data/csv_tap.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RAW_BLOCK 65536
/* Room that suffices for the UTF-8 of one letter and what belongs to it. */
#define LONGEST_LETTER 16

/* Of what a pipe gave so much is kept in memory; more goes to a file. */
#define SPOOL_MEMORY ((gsize)16 * 1024 * 1024)

struct CsvSource {
    char *name;
    guint64 max_bytes, n_read;
    CsvTap tap; /* the other thread's, if there is one; fd -1: bytes in memory */
    gboolean owns_fd, seekable, started;
    struct stat first; /* as it stood when it was opened */
    const char *bytes; /* in memory: all of them */
    gsize length;
    guint64 least_ahead;
    gsize ahead_block;
    const CsvRecipe *recipe; /* borrowed; NULL: nobody wants cells */
    CsvAhead *ahead;         /* reads the file from its first byte on; NULL: nobody does */
    GIConv converter;        /* (GIConv)-1: none */
    char *raw;               /* bytes that wait for conversion */
    gsize raw_length;
    gboolean raw_ended;
    guint n_lines;   /* line feeds that conversion gave */
    GError *pending; /* found after bytes that were still good */
};

const char *
csv_source_name(const CsvSource *source)
{
    return source->name;
}

static Where
source_where(const CsvSource *source)
{
    return (Where){ .file = source->name };
}

void
csv_source_free(CsvSource *source)
{
    if (!source)
        return;
    csv_ahead_free(source->ahead);
    if (source->owns_fd)
        close(source->tap.fd);
    if (source->converter != (GIConv)-1)
        g_iconv_close(source->converter);
    csv_spool_free(source->tap.spool);
    g_clear_error(&source->pending);
    g_free(source->raw);
    g_free(source->name);
    g_free(source);
}

static CsvSource *
source_new(const char *name, const char *encoding, guint64 max_bytes, GError **error)
{
    CsvSource *source = g_new0(CsvSource, 1);

    source->name = g_strdup(name);
    source->max_bytes = max_bytes;
    source->tap.name = source->name;
    source->tap.fd = -1;
    source->least_ahead = G_MAXUINT64;
    source->converter = (GIConv)-1;
    if (!csv_encoding_open(encoding, &source->converter, error)) {
        csv_source_free(source);
        return NULL;
    }
    if (source->converter != (GIConv)-1)
        source->raw = g_malloc(RAW_BLOCK);
    return source;
}

static void
set_too_big(const CsvSource *source, GError **error)
{
    error_set(error, ERROR_LIMIT, source_where(source),
              "the file has more than %" G_GUINT64_FORMAT " bytes; --max-bytes raises the limit",
              source->max_bytes);
}

/* Standard input may be a device (a terminal, /dev/null); a named one can only be a mistake. */
static gboolean
check_kind(const CsvSource *source, GError **error)
{
    mode_t mode = source->first.st_mode;

    if (S_ISDIR(mode))
        error_set(error, ERROR_INPUT, source_where(source), "this is a folder, not a CSV file");
    else if (S_ISBLK(mode) || (S_ISCHR(mode) && source->owns_fd))
        error_set(error, ERROR_INPUT, source_where(source), "this is a device, not a CSV file");
    else if (S_ISREG(mode) && (guint64)source->first.st_size > source->max_bytes)
        set_too_big(source, error);
    else
        return TRUE;
    return FALSE;
}

CsvSource *
csv_source_open(const char *file, const char *encoding, guint64 max_bytes, GError **error)
{
    g_autoptr(CsvSource) source = source_new(file, encoding, max_bytes, error);

    if (!source)
        return NULL;
    source->owns_fd = !g_str_equal(file, "-");
    source->tap.fd = source->owns_fd ? open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO;
    if (source->tap.fd < 0) {
        source->owns_fd = FALSE;
        error_set(error, ERROR_INPUT, source_where(source), "the file cannot be opened: %s",
                  g_strerror(errno));
        return NULL;
    }
    if (fstat(source->tap.fd, &source->first) < 0) {
        error_set(error, ERROR_INPUT, source_where(source), "the file cannot be read: %s",
                  g_strerror(errno));
        return NULL;
    }
    if (!check_kind(source, error))
        return NULL;
    /* Standard input may stand in the middle of a file, which a rewind would not know. */
    source->seekable = source->owns_fd && S_ISREG(source->first.st_mode);
    if (!source->seekable)
        source->tap.spool = csv_spool_new(SPOOL_MEMORY);
    return g_steal_pointer(&source);
}

void
csv_source_set_witness(CsvSource *source, Witness *witness)
{
    source->tap.witness = witness;
}

void
csv_source_set_ahead(CsvSource *source, guint64 least_bytes, gsize block_bytes)
{
    source->least_ahead = least_bytes;
    source->ahead_block = block_bytes;
}

void
csv_source_set_recipe(CsvSource *source, const CsvRecipe *recipe)
{
    source->recipe = recipe;
}

CsvSource *
csv_source_bytes(const char *name, const char *bytes, gsize length, const char *encoding,
                 guint64 max_bytes, GError **error)
{
    CsvSource *source = source_new(name, encoding, max_bytes, error);

    if (!source)
        return NULL;
    source->bytes = bytes;
    source->length = length;
    return source;
}

/* A file that another program is still writing, or has cut, would give rows that never were. A file
 * of size 0 with content is one of the kernel's, which knows neither size nor time. */
static gboolean
check_unchanged(const CsvSource *source, GError **error)
{
    struct stat now;

    if (!source->seekable || source->first.st_size == 0)
        return TRUE;
    if (fstat(source->tap.fd, &now) == 0 && now.st_size == source->first.st_size &&
        now.st_mtim.tv_sec == source->first.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == source->first.st_mtim.tv_nsec &&
        source->n_read == (guint64)now.st_size)
        return TRUE;
    error_set(error, ERROR_INPUT, source_where(source), "the file changed while it was read");
    return FALSE;
}

static gsize
copy_from(const char *from, gsize length, gsize at, char *buffer, gsize size)
{
    gsize n = MIN(size, length - at);

    if (n > 0)
        memcpy(buffer, from + at, n);
    return n;
}

/* Bytes as they stand in the file. */
static gssize
read_raw(CsvSource *source, char *buffer, gsize size, GError **error)
{
    gssize n;

    if (source->tap.fd < 0)
        n = (gssize)copy_from(source->bytes, source->length, (gsize)source->n_read, buffer, size);
    else if (source->ahead != NULL)
        n = csv_ahead_read(source->ahead, buffer, size, error);
    else
        n = csv_tap_fill(&source->tap, buffer, size, error);
    if (n < 0)
        return -1;
    source->n_read += (guint64)n;
    if (source->n_read > source->max_bytes) {
        set_too_big(source, error);
        return -1;
    }
    return n > 0 || check_unchanged(source, error) ? n : -1;
}

static void
set_bad_letter(CsvSource *source)
{
    Where where = { .file = source->name, .line = source->n_lines + 1 };

    error_set(&source->pending, ERROR_INPUT, where,
              "byte %02X is no letter in the encoding that --encoding names",
              (guint8)source->raw[0]);
}

/* What waits, through iconv; a letter that is cut at its end waits on. At the end of the input the
 * converter gives what it kept to see whether another part of the letter follows. */
static gsize
convert_waiting(CsvSource *source, char *buffer, gsize size)
{
    char *in = source->raw, *out = buffer;
    gsize in_left = source->raw_length, out_left = size;
    gsize done = g_iconv(source->converter, &in, &in_left, &out, &out_left);
    int problem = done == (gsize)-1 ? errno : 0;

    for (const char *p = buffer; p < out; p++)
        source->n_lines += *p == '\n';
    memmove(source->raw, in, in_left);
    source->raw_length = in_left;
    if (problem == EILSEQ || (problem == EINVAL && source->raw_ended))
        set_bad_letter(source);
    else if (in_left == 0 && source->raw_ended)
        g_iconv(source->converter, NULL, NULL, &out, &out_left);
    return size - out_left;
}

static gssize
read_converted(CsvSource *source, char *buffer, gsize size, GError **error)
{
    gsize total = 0;

    while (total + LONGEST_LETTER <= size && !source->pending) {
        if (!source->raw_ended && source->raw_length < RAW_BLOCK / 2) {
            gssize got = read_raw(source, source->raw + source->raw_length,
                                  RAW_BLOCK - source->raw_length, error);
            if (got < 0)
                return -1;
            source->raw_length += (gsize)got;
            source->raw_ended = got == 0;
        }
        if (source->raw_length == 0)
            break;
        total += convert_waiting(source, buffer + total, size - total);
    }
    return (gssize)total;
}

static gboolean
check_start(const CsvSource *source, const char *bytes, gsize length, GError **error)
{
    const char *kind = csv_sniff_other_kind(bytes, length);

    if (!kind)
        return TRUE;
    error_set(error, ERROR_INPUT, source_where(source), "this is %s", kind);
    return FALSE;
}

gssize
csv_source_read(CsvSource *source, char *buffer, gsize size, GError **error)
{
    gssize n;

    if (source->pending) {
        g_propagate_error(error, g_steal_pointer(&source->pending));
        return -1;
    }
    if (source->converter != (GIConv)-1)
        n = read_converted(source, buffer, size, error);
    else
        n = read_raw(source, buffer, size, error);
    if (n > 0 && !source->started) {
        source->started = TRUE;
        if (!check_start(source, buffer, (gsize)n, error))
            return -1;
        if (n >= 3 && memcmp(buffer, "\xef\xbb\xbf", 3) == 0) {
            n -= 3;
            memmove(buffer, buffer + 3, (gsize)n);
            if (n == 0)
                return csv_source_read(source, buffer, size, error);
        }
    }
    if (n == 0 && source->pending)
        return csv_source_read(source, buffer, size, error);
    return n;
}

const CsvPart *
csv_source_part(CsvSource *source)
{
    return source->ahead != NULL ? csv_ahead_part(source->ahead) : NULL;
}

void
csv_source_skip_part(CsvSource *source)
{
    source->n_read += csv_ahead_skip_part(source->ahead);
}

/* One processor would only change between both threads. How long a pipe is nobody knows, but it
 * was not at its end when it was sampled. */
static gboolean
is_for_two(const CsvSource *source)
{
    guint64 size = source->seekable ? (guint64)source->first.st_size : G_MAXUINT64 - 1;

    return size >= source->least_ahead && g_get_num_processors() > 1;
}

static gboolean
rewind_tap(CsvSource *source, GError **error)
{
    CsvAheadPlan plan = {
        .recipe = source->converter == (GIConv)-1 ? source->recipe : NULL,
        .block_bytes = source->ahead_block,
    };

    g_clear_pointer(&source->ahead, csv_ahead_free);
    if (!csv_tap_rewind(&source->tap, error))
        return FALSE;
    if (is_for_two(source))
        source->ahead = csv_ahead_new(&source->tap, &plan);
    return TRUE;
}

gboolean
csv_source_rewind(CsvSource *source, GError **error)
{
    if (source->tap.fd >= 0 && !rewind_tap(source, error))
        return FALSE;
    if (source->converter != (GIConv)-1)
        g_iconv(source->converter, NULL, NULL, NULL, NULL);
    source->n_read = 0;
    source->raw_length = 0;
    source->raw_ended = FALSE;
    source->n_lines = 0;
    source->started = FALSE;
    g_clear_error(&source->pending);
    return TRUE;
}
