#include "data/csv_scan.h"

#include "data/csv_lines.h"

#include <string.h>

#define BLOCK ((gsize)256 * 1024)
#define MOST_LINE ((gsize)16 * 1024 * 1024)

/* The bytes that a record must be searched for. The next place of each is remembered, so that a
 * block without quotes is searched for quotes once, not once a record. */
typedef enum { MARK_LF, MARK_CR, MARK_QUOTE, MARK_NUL, MARK_HIGH, N_MARKS } Mark;

struct CsvScan {
    CsvSource *source;
    CsvRecordParser *parser;
    char delimiter;
    gsize max_cell, max_line;
    char *buffer;
    gsize capacity;
    const char *at, *end;      /* what has not been given yet */
    const char *next[N_MARKS]; /* at or after at; end: not in the buffer; NULL: not known */
    const char *plain;         /* up to here plain lines; before at: not known */
    guint64 offset;
    guint line; /* of at */
    gboolean ended;
};

CsvScan *
csv_scan_new(CsvSource *source, gsize max_cell)
{
    CsvScan *scan = g_new0(CsvScan, 1);

    scan->source = source;
    scan->max_cell = max_cell;
    scan->max_line = MAX(MOST_LINE, max_cell + BLOCK);
    scan->buffer = g_malloc0(BLOCK + CSV_LINES_PADDING);
    scan->capacity = BLOCK;
    scan->at = scan->end = scan->buffer;
    scan->line = 1;
    return scan;
}

void
csv_scan_free(CsvScan *scan)
{
    if (!scan)
        return;
    csv_record_parser_free(scan->parser);
    g_free(scan->buffer);
    g_free(scan);
}

void
csv_scan_set_dialect(CsvScan *scan, char delimiter, gboolean strict_quotes)
{
    csv_record_parser_free(scan->parser);
    scan->parser = csv_record_parser_new(delimiter, strict_quotes, scan->max_cell);
    scan->delimiter = delimiter;
}

guint64
csv_scan_offset(const CsvScan *scan)
{
    return scan->offset;
}

static Where
where(const CsvScan *scan, guint line, guint field)
{
    return (Where){ .file = csv_source_name(scan->source), .line = line, .field = field };
}

/* The first byte of a letter that is not ASCII. */
static const char *
find_high(const char *p, const char *end)
{
    guint64 word;

    for (; end - p >= 8; p += 8) {
        memcpy(&word, p, 8);
        if (word & G_GUINT64_CONSTANT(0x8080808080808080))
            break;
    }
    while (p < end && (guchar)*p < 0x80)
        p++;
    return p;
}

static const char *
find(Mark mark, const char *p, const char *end)
{
    static const char bytes[] = {
        [MARK_LF] = '\n', [MARK_CR] = '\r', [MARK_QUOTE] = '"', [MARK_NUL] = '\0'
    };
    const char *found;

    if (mark == MARK_HIGH)
        return find_high(p, end);
    found = memchr(p, bytes[mark], (gsize)(end - p));
    return found ? found : end;
}

/* Where the mark stands next, from at on; end when it is not in the buffer. */
static inline const char *
next_mark(CsvScan *scan, Mark mark)
{
    if (G_UNLIKELY(!scan->next[mark] || scan->next[mark] < scan->at))
        scan->next[mark] = find(mark, scan->at, scan->end);
    return scan->next[mark];
}

/* More bytes behind those that wait; a line that fills the buffer makes it grow. */
static gboolean
refill(CsvScan *scan, GError **error)
{
    gsize left = (gsize)(scan->end - scan->at);
    gssize got;

    if (left > scan->max_line) {
        error_set(error, ERROR_LIMIT, where(scan, scan->line, 0),
                  "the line has more than %" G_GSIZE_FORMAT " bytes; --max-cell raises the limit",
                  scan->max_line);
        return FALSE;
    }
    memmove(scan->buffer, scan->at, left);
    if (left > scan->capacity / 2) {
        scan->capacity *= 2;
        scan->buffer = g_realloc(scan->buffer, scan->capacity + CSV_LINES_PADDING);
    }
    scan->at = scan->buffer;
    scan->end = scan->buffer + left;
    memset(scan->next, 0, sizeof scan->next);
    got = csv_source_read(scan->source, scan->buffer + left, scan->capacity - left, error);
    if (got < 0)
        return FALSE;
    scan->end += got;
    memset(scan->buffer + (scan->end - scan->buffer), 0, CSV_LINES_PADDING);
    scan->ended = got == 0;
    scan->plain = NULL;
    return TRUE;
}

gboolean
csv_scan_peek(CsvScan *scan, const char **ret_bytes, gsize *ret_length, GError **error)
{
    if (scan->at == scan->end && !scan->ended && !refill(scan, error))
        return FALSE;
    *ret_bytes = scan->at;
    *ret_length = (gsize)(scan->end - scan->at);
    return TRUE;
}

/* The line at scan->at: where its text ends, and where the next line begins. */
static gboolean
find_line(CsvScan *scan, const char **ret_end, const char **ret_next, GError **error)
{
    for (;;) {
        const char *lf = next_mark(scan, MARK_LF), *cr = next_mark(scan, MARK_CR);
        const char *end = MIN(lf, cr);
        gsize rest = (gsize)(scan->end - end);

        if (scan->ended || rest > 1 || (rest == 1 && *end == '\n')) {
            *ret_end = end;
            *ret_next = end + MIN(rest, rest > 1 && end[0] == '\r' && end[1] == '\n' ? 2 : 1);
            return TRUE;
        }
        if (!refill(scan, error))
            return FALSE;
    }
}

/* The field of a byte in the line at scan->at; open: the line begins inside quotes. */
static guint
field_of(const CsvScan *scan, const char *byte, gboolean open)
{
    guint field = 1 + (open ? csv_record_n_cells(scan->parser) : 0);

    for (const char *p = scan->at; p < byte; p++) {
        if (*p == '"')
            open = !open;
        else if (*p == scan->delimiter && !open)
            field++;
    }
    return field;
}

static gboolean
check_letters(CsvScan *scan, const char *end, gboolean open, GError **error)
{
    const char *bad = next_mark(scan, MARK_NUL);

    if (G_UNLIKELY(bad < end)) {
        error_set(error, ERROR_INPUT, where(scan, scan->line, field_of(scan, bad, open)),
                  "a NUL byte; this is no text, or in an encoding that --encoding must name");
        return FALSE;
    }
    if (next_mark(scan, MARK_HIGH) >= end ||
        g_utf8_validate_len(scan->at, (gsize)(end - scan->at), &bad))
        return TRUE;
    error_set(error, ERROR_INPUT, where(scan, scan->line, field_of(scan, bad, open)),
              "byte %02X is no UTF-8; if the file is in another encoding, name it, as in "
              "--encoding WINDOWS-1252",
              (guint8)*bad);
    return FALSE;
}

static void
step_over_line(CsvScan *scan, const char *next)
{
    scan->offset += (guint64)(next - scan->at);
    scan->at = next;
    scan->line++;
}

static void
set_record_error(const CsvScan *scan, RecordState state, guint open_line, GError **error)
{
    guint field = csv_record_n_cells(scan->parser) + 1;

    switch (state) {
    case RECORD_STRAY:
        error_set(error, ERROR_INPUT, where(scan, scan->line, field),
                  "a quote stands where none may: a cell is quoted as a whole, and a quote inside "
                  "it is doubled (\"\"); --quotes lenient takes it for a letter");
        return;
    case RECORD_LONG:
        error_set(error, ERROR_LIMIT, where(scan, open_line, field),
                  "a cell has more than %" G_GSIZE_FORMAT " bytes; if that is no quote left open, "
                  "--max-cell raises the limit",
                  scan->max_cell);
        return;
    case RECORD_OPEN:
        error_set(error, ERROR_INPUT, where(scan, open_line, field),
                  "the quote opened here is never closed");
        return;
    case RECORD_MORE:
    case RECORD_WHOLE:
        g_assert_not_reached();
    }
}

static gint
count_delimiters(const CsvScan *scan, const char *end)
{
    gint n = 0;

    for (const char *p = scan->at; p < end; p++)
        n += *p == scan->delimiter;
    return n;
}

/* A record with quotes, line by line, until libcsv has seen its end. */
static gboolean
next_quoted(CsvScan *scan, CsvRecord *ret_record, GError **error)
{
    guint first = scan->line, open_line = scan->line, n_cells = 0;
    RecordState state = RECORD_MORE;
    gint alike = -1;

    csv_record_begin(scan->parser);
    while (state == RECORD_MORE) {
        const char *end, *next;
        if (!find_line(scan, &end, &next, error) ||
            !check_letters(scan, end, scan->line > first, error))
            return FALSE;
        if (scan->at == next && scan->ended) {
            state = csv_record_finish(scan->parser);
            break;
        }
        state = csv_record_feed(scan->parser, scan->at, (gsize)(next - scan->at));
        gint delimiters = count_delimiters(scan, end);
        alike = scan->line == first || alike == delimiters ? delimiters : -1;
        if (csv_record_n_cells(scan->parser) > n_cells)
            open_line = scan->line;
        n_cells = csv_record_n_cells(scan->parser);
        if (state == RECORD_STRAY)
            break;
        step_over_line(scan, next);
    }
    if (state != RECORD_WHOLE) {
        set_record_error(scan, state, open_line, error);
        return FALSE;
    }
    *ret_record = (CsvRecord){
        .cells = scan->parser,
        .line = first,
        .n_lines = MAX(scan->line - first, 1),
        .delimiters_a_line = scan->line - first > 1 ? alike : -1,
    };
    return TRUE;
}

gboolean
csv_scan_next(CsvScan *scan, CsvRecord *ret_record, GError **error)
{
    const char *end, *next;

    if (!find_line(scan, &end, &next, error))
        return FALSE;
    if (scan->at == scan->end)
        return FALSE;
    if (next_mark(scan, MARK_QUOTE) < end)
        return next_quoted(scan, ret_record, error);
    if (!check_letters(scan, end, FALSE, error))
        return FALSE;
    *ret_record = (CsvRecord){
        .text = scan->at,
        .length = (gsize)(end - scan->at),
        .line = scan->line,
        .n_lines = 1,
        .delimiters_a_line = -1,
    };
    step_over_line(scan, next);
    return TRUE;
}

gsize
csv_scan_plain_lines(CsvScan *scan, gsize most, const char **ret_lines)
{
    gsize length;

    if (scan->plain == NULL || scan->plain < scan->at)
        scan->plain = scan->at + csv_lines_plain(scan->at, (gsize)(scan->end - scan->at));
    length = (gsize)(scan->plain - scan->at);
    if (length > most)
        for (length = most; length > 0 && scan->at[length - 1] != '\n';)
            length--;
    *ret_lines = scan->at;
    return length;
}

void
csv_scan_skip_lines(CsvScan *scan, const char *to, gsize n_lines)
{
    scan->offset += (guint64)(to - scan->at);
    scan->at = to;
    scan->line += (guint)n_lines;
}

const CsvPart *
csv_scan_part(CsvScan *scan)
{
    return scan->at == scan->end ? csv_source_part(scan->source) : NULL;
}

void
csv_scan_skip_part(CsvScan *scan, const CsvPart *part)
{
    scan->offset += part->length;
    scan->line += (guint)part->n_rows;
    csv_source_skip_part(scan->source);
}

guint
csv_scan_line(const CsvScan *scan)
{
    return scan->line;
}

gboolean
csv_scan_rewind(CsvScan *scan, GError **error)
{
    scan->at = scan->end = scan->buffer;
    scan->offset = 0;
    scan->line = 1;
    scan->ended = FALSE;
    scan->plain = NULL;
    memset(scan->next, 0, sizeof scan->next);
    return csv_source_rewind(scan->source, error);
}
