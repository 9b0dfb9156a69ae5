#include "data/csv_rows.h"

#include "data/csv_lines.h"
#include "data/csv_sniff.h"

#include <string.h>

#define DEFAULT_ROWS 10000000
#define DEFAULT_CELL ((guint64)1 << 20)
/* Rows and lines are counted in 32 bits; a cell is held whole. */
#define MOST_ROWS ((guint64)4000000000)
#define MOST_CELL ((guint64)1 << 30)
/* Of more columns few rows stand in a block, too few for builds of their own. */
#define MOST_IN_PARTS 64

Where
csv_rows_where(const CsvRows *rows, guint line, guint field)
{
    return (Where){
        .file = csv_source_name(rows->source),
        .line = line,
        .field = field,
    };
}

/* Excel's own way to name the delimiter: a first line "sep=;". */
static gboolean
says_delimiter(const char *bytes, gsize length)
{
    return length >= 6 && g_ascii_strncasecmp(bytes, "sep=", 4) == 0 && bytes[4] != '\0' &&
           strchr(",;|\t", bytes[4]) && (bytes[5] == '\r' || bytes[5] == '\n');
}

/* Anything that may stand in a number or end a line would tear cells apart. */
static gboolean
check_delimiter(char delimiter, GError **error)
{
    if (delimiter == '\0' || (g_ascii_ispunct(delimiter) && !strchr("\"+-.", delimiter)) ||
        delimiter == '\t' || delimiter == ' ' ||
        (delimiter > 0 && delimiter < ' ' && delimiter != '\n' && delimiter != '\r'))
        return TRUE;
    g_autofree char *quoted = error_quote(&delimiter, 1, 4);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--delimiter: \"%s\" cannot divide cells", quoted);
    return FALSE;
}

static const char *
delimiter_name(char delimiter)
{
    switch (delimiter) {
    case ',':
        return "commas";
    case ';':
        return "semicolons";
    case '\t':
        return "tabs";
    default:
        return "bars";
    }
}

static gboolean
find_dialect(CsvRows *rows, Report *report, GError **error)
{
    const CsvOptions *options = rows->options;
    const char *file = csv_source_name(rows->source), *bytes;
    gsize length;
    char rival = '\0';

    if (!check_delimiter(options->delimiter, error) ||
        !csv_scan_peek(rows->scan, &bytes, &length, error))
        return FALSE;
    rows->delimiter = options->delimiter;
    rows->says_delimiter = says_delimiter(bytes, length);
    if (options->delimiter == '\0' && rows->says_delimiter)
        rows->delimiter = bytes[4];
    else if (options->delimiter == '\0')
        rows->delimiter = csv_sniff_delimiter(bytes, length,
                                              g_str_has_suffix(file, ".tsv") ? '\t' : '\0', &rival);
    if (rival != '\0')
        report_add(report, SEVERITY_WARNING, csv_rows_where(rows, 1, 0), 1,
                   "%s or %s may divide the cells; %s were taken, --delimiter says otherwise",
                   delimiter_name(rows->delimiter), delimiter_name(rival),
                   delimiter_name(rows->delimiter));
    csv_scan_set_dialect(rows->scan, rows->delimiter, options->quotes == QUOTES_STRICT);
    return TRUE;
}

/* The first record that is neither blank nor "sep=;". */
static gboolean
next_header(CsvRows *rows, CsvRecord *ret_record, GError **error)
{
    GError *failure = NULL;
    gboolean skip = rows->says_delimiter;

    while (csv_scan_next(rows->scan, ret_record, &failure)) {
        if (!skip && !csv_is_blank_record(ret_record, rows->delimiter))
            return TRUE;
        skip = FALSE;
    }
    if (failure)
        g_propagate_error(error, failure);
    else
        error_set(error, ERROR_INPUT, csv_rows_where(rows, 0, 0), "the file is empty");
    return FALSE;
}

/* For so many rows and some more. */
static gboolean
make_room(CsvRows *rows, gsize length, GError **error)
{
    if (length <= rows->room)
        return TRUE;
    rows->room = MAX(length, rows->room + rows->room / 2 + 64);
    for (guint i = 0; i < rows->n; i++) {
        if (csv_build_reserve(&rows->builds[i], rows->room))
            continue;
        error_set(error, ERROR_LIMIT, csv_rows_where(rows, 0, 0),
                  "no memory for %" G_GSIZE_FORMAT " rows; --max-rows sets a lower limit",
                  rows->room);
        return FALSE;
    }
    return TRUE;
}

/* A row with another number of cells than the header: short ones may be padded. */
static gboolean
settle_ragged(CsvRows *rows, const CsvRecord *record, guint n_cells, GError **error)
{
    gboolean is_short = n_cells < rows->n;

    if (!is_short || rows->options->ragged != RAGGED_PAD) {
        error_set(error, ERROR_INPUT,
                  csv_rows_where(rows, record->line, is_short ? n_cells : rows->n + 1),
                  "%u cell%s, but the header has %u%s", n_cells, n_cells == 1 ? "" : "s", rows->n,
                  is_short ? "; --ragged pad fills short rows" : "");
        return FALSE;
    }
    for (guint i = n_cells; i < rows->n; i++)
        csv_build_add(&rows->builds[i], "", 0);
    if (rows->n_short++ == 0)
        rows->first_short = csv_rows_where(rows, record->line, n_cells);
    return TRUE;
}

static gboolean
check_cell_lengths(const CsvRows *rows, const CsvRecord *record, GError **error)
{
    CsvWalk walk;
    CsvCell cell;

    csv_walk_start(&walk, record, rows->delimiter);
    while (csv_walk_next(&walk, &cell)) {
        if (cell.length <= rows->max_cell)
            continue;
        error_set(error, ERROR_LIMIT, csv_rows_where(rows, record->line, walk.index),
                  "a cell has more than %" G_GUINT64_FORMAT " bytes; --max-cell raises the limit",
                  rows->max_cell);
        return FALSE;
    }
    return TRUE;
}

/* The cells of a line without quotes go straight from the buffer into the columns. */
static gboolean
take_line(CsvRows *rows, const CsvRecord *record, GError **error)
{
    const char *p = record->text, *end = p + record->length;
    guint i = 0;

    if (G_UNLIKELY(record->length > rows->max_cell) && !check_cell_lengths(rows, record, error))
        return FALSE;
    for (;;) {
        p = csv_build_take(&rows->builds[i++], p, end, rows->delimiter);
        if (p == end || i == rows->n)
            break;
        p++;
    }
    if (G_LIKELY(p == end && i == rows->n))
        return TRUE;
    return settle_ragged(rows, record, p == end ? i : csv_count_cells(record, rows->delimiter),
                         error);
}

static gboolean
take_quoted(CsvRows *rows, const CsvRecord *record, GError **error)
{
    guint n_cells = csv_record_n_cells(record->cells);

    if (rows->n > 1 && record->delimiters_a_line == (gint)rows->n - 1 && rows->n_swallowing++ == 0)
        rows->first_swallowing = csv_rows_where(rows, record->line, 0);
    for (guint i = 0; i < MIN(n_cells, rows->n); i++) {
        CsvCell cell = csv_record_cell(record->cells, i);
        csv_build_add(&rows->builds[i], cell.text, cell.length);
    }
    return n_cells == rows->n || settle_ragged(rows, record, n_cells, error);
}

static void
note_line(CsvRows *rows, guint line, gsize n_rows)
{
    if (n_rows > 0 && line != rows->next_line)
        line_map_add(rows->lines, rows->length, line);
    if (n_rows > 0)
        rows->next_line = line + (guint)n_rows;
}

static gboolean
take_record(CsvRows *rows, const CsvRecord *record, GError **error)
{
    if (rows->length == rows->max_rows) {
        error_set(error, ERROR_LIMIT, csv_rows_where(rows, record->line, 0),
                  "more than %" G_GUINT64_FORMAT " rows; --max-rows raises the limit",
                  rows->max_rows);
        return FALSE;
    }
    if (!make_room(rows, rows->held + 1, error))
        return FALSE;
    note_line(rows, record->line, 1);
    rows->length++;
    rows->held++;
    return record->cells ? take_quoted(rows, record, error) : take_line(rows, record, error);
}

/* The row with another number of cells that csv_lines_take() stopped at. */
static gboolean
settle_ragged_line(CsvRows *rows, const CsvLines *lines, guint line, GError **error)
{
    const char *end = memchr(lines->at, '\n', (gsize)(lines->end - lines->at));
    CsvRecord record = {
        .text = lines->at,
        .length = (gsize)(end - lines->at),
        .line = line,
        .n_lines = 1,
    };

    csv_scan_skip_lines(rows->scan, end + 1, 1);
    return settle_ragged(rows, &record,
                         lines->n_cells < rows->n ? lines->n_cells
                                                  : csv_count_cells(&record, rows->delimiter),
                         error);
}

/* The lines at hand that need no parser, if there are some. Where a limit is near, each row is
 * looked at by itself. */
static gboolean
take_plain_lines(CsvRows *rows, gsize most_bytes, gboolean *ret_some, GError **error)
{
    CsvLines lines = { .delimiter = rows->delimiter };
    gsize length = csv_scan_plain_lines(rows->scan, most_bytes, &lines.at), most_rows, whole;
    guint line = csv_scan_line(rows->scan);

    most_rows = length / rows->n;
    *ret_some = FALSE;
    if (length == 0 || length > rows->max_cell || most_rows >= rows->max_rows - rows->length)
        return TRUE;
    if (!make_room(rows, rows->held + most_rows + 1, error))
        return FALSE;
    lines.end = lines.at + length;
    csv_lines_take(&lines, rows->builds, rows->n);
    *ret_some = lines.n_rows > 0;
    note_line(rows, line, lines.n_rows);
    rows->length += lines.n_rows;
    rows->held += lines.n_rows;
    whole = lines.n_rows - (lines.n_cells > 0);
    csv_scan_skip_lines(rows->scan, lines.at, whole);
    return lines.n_cells == 0 || settle_ragged_line(rows, &lines, line + (guint)whole, error);
}

/* The rows that another thread took, if there are some here. */
static gboolean
take_part(CsvRows *rows, gboolean *ret_some, GError **error)
{
    const CsvPart *part = csv_scan_part(rows->scan);

    *ret_some = FALSE;
    if (part == NULL || part->length > rows->max_cell ||
        part->n_rows >= rows->max_rows - rows->length)
        return TRUE;
    if (!make_room(rows, rows->held + part->n_rows, error))
        return FALSE;
    csv_part_append(part, rows->builds);
    note_line(rows, csv_scan_line(rows->scan), part->n_rows);
    rows->length += part->n_rows;
    rows->held += part->n_rows;
    csv_scan_skip_part(rows->scan, part);
    *ret_some = TRUE;
    return TRUE;
}

/* Where there are many rows in the builds, those that are not needed go. FALSE: all are needed. */
static gboolean
take_fewer(CsvRows *rows)
{
    CsvFewer *fewer = rows->fewer;

    if (fewer == NULL || rows->held < fewer->type->most(fewer))
        return TRUE;
    fewer->begun = TRUE;
    rows->fewer_fails = !fewer->type->take(fewer, rows->builds, rows->n);
    rows->held = rows->builds[0].length;
    return !rows->fewer_fails;
}

gboolean
csv_rows_finish_fewer(CsvRows *rows)
{
    CsvFewer *fewer = rows->fewer;
    LineMap *lines;

    if (rows->fewer_fails || !fewer->type->finish(fewer, rows->builds, rows->n))
        return FALSE;
    rows->held = rows->builds[0].length;
    lines = fewer->type->lines(fewer, rows->lines);
    line_map_free(rows->lines);
    rows->lines = lines;
    return TRUE;
}

void
csv_rows_drop_fewer(CsvRows *rows)
{
    if (rows->fewer != NULL)
        rows->fewer->type->free(rows->fewer);
    rows->fewer = NULL;
    rows->fewer_fails = FALSE;
}

gboolean
csv_rows_read(CsvRows *rows, guint64 most_bytes, gboolean *ret_ended, GError **error)
{
    GError *failure = NULL;
    CsvRecord record;

    rows->length = rows->held = rows->room = rows->n_short = rows->n_swallowing = 0;
    rows->next_line = 0;
    line_map_free(rows->lines);
    rows->lines = line_map_new();
    *ret_ended = FALSE;
    while (csv_scan_offset(rows->scan) < most_bytes && take_fewer(rows)) {
        guint64 left = most_bytes - csv_scan_offset(rows->scan);
        gboolean some;

        if (!take_part(rows, &some, &failure) ||
            (!some && !take_plain_lines(rows, left, &some, &failure)))
            break;
        if (some)
            continue;
        if (!csv_scan_next(rows->scan, &record, &failure)) {
            *ret_ended = failure == NULL;
            break;
        }
        /* In a file with one column an empty line is an empty cell. */
        if (rows->n > 1 && csv_is_blank_record(&record, rows->delimiter))
            continue;
        if (!take_record(rows, &record, &failure))
            break;
    }
    if (failure)
        g_propagate_error(error, failure);
    return failure == NULL;
}

gboolean
csv_rows_rewind(CsvRows *rows, GError **error)
{
    CsvRecipe recipe = { rows->delimiter, rows->n <= MOST_IN_PARTS ? rows->n : 0, rows->builds };
    CsvRecord header;
    gboolean done;

    csv_source_set_recipe(rows->source, &recipe);
    done = csv_scan_rewind(rows->scan, error);
    csv_source_set_recipe(rows->source, NULL);
    return done && next_header(rows, &header, error);
}

gboolean
csv_rows_open(CsvRows *rows, CsvSource *source, const CsvOptions *options, Report *report,
              GError **error)
{
    CsvRecord header;

    rows->options = options;
    rows->source = source;
    rows->max_rows = MIN(options->max_rows ? options->max_rows : DEFAULT_ROWS, MOST_ROWS);
    rows->max_cell = MIN(options->max_cell ? options->max_cell : DEFAULT_CELL, MOST_CELL);
    rows->scan = csv_scan_new(source, (gsize)rows->max_cell);
    if (!find_dialect(rows, report, error) || !next_header(rows, &header, error))
        return FALSE;
    rows->names =
        csv_header_names(&header, rows->delimiter, csv_source_name(source), report, error);
    if (!rows->names)
        return FALSE;
    rows->n = rows->names->len;
    rows->builds = g_new0(CsvBuild, rows->n);
    for (guint i = 0; i < rows->n; i++)
        rows->builds[i].na = options->na != NULL && options->na[0] != NULL ? options->na : NULL;
    return TRUE;
}

void
csv_rows_clear(CsvRows *rows)
{
    for (guint i = 0; i < rows->n; i++)
        csv_build_clear(&rows->builds[i]);
    g_free(rows->builds);
    line_map_free(rows->lines);
    csv_rows_drop_fewer(rows);
    if (rows->names)
        g_ptr_array_unref(rows->names);
    csv_scan_free(rows->scan);
    csv_source_free(rows->source);
}
