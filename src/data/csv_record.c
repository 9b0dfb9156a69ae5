#include "data/csv_record.h"

#include <csv.h>

struct CsvRecordParser {
    struct csv_parser csv;
    unsigned char options;
    gsize max_cell;
    GString *text; /* the cells, one behind the other */
    GArray *ends;  /* gsize, where each cell ends in text */
    gboolean whole, too_long;
};

/* libcsv would strip what this calls a space. */
static int
no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void
on_cell(void *bytes, size_t length, void *data)
{
    CsvRecordParser *parser = data;

    /* The long cell and those after it are not counted, so the number of cells tells its place. */
    parser->too_long |= length > parser->max_cell;
    if (parser->too_long)
        return;
    if (length > 0)
        g_string_append_len(parser->text, bytes, (gssize)length);
    gsize end = parser->text->len;
    g_array_append_val(parser->ends, end);
}

static void
on_record(int terminator, void *data)
{
    CsvRecordParser *parser = data;

    (void)terminator;
    parser->whole = TRUE;
}

static void *
grow_buffer(void *memory, size_t size)
{
    return g_realloc(memory, size);
}

CsvRecordParser *
csv_record_parser_new(char delimiter, gboolean strict, gsize max_cell)
{
    CsvRecordParser *parser = g_new0(CsvRecordParser, 1);

    parser->options = strict ? CSV_STRICT | CSV_STRICT_FINI : 0;
    csv_init(&parser->csv, parser->options);
    csv_set_delim(&parser->csv, (unsigned char)delimiter);
    csv_set_space_func(&parser->csv, no_space);
    csv_set_realloc_func(&parser->csv, grow_buffer);
    csv_set_free_func(&parser->csv, g_free);
    csv_set_blk_size(&parser->csv, 4096);
    parser->max_cell = max_cell;
    parser->text = g_string_new(NULL);
    parser->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    return parser;
}

void
csv_record_parser_free(CsvRecordParser *parser)
{
    if (!parser)
        return;
    csv_free(&parser->csv);
    g_string_free(parser->text, TRUE);
    g_array_free(parser->ends, TRUE);
    g_free(parser);
}

void
csv_record_begin(CsvRecordParser *parser)
{
    csv_set_opts(&parser->csv, parser->options);
    g_string_truncate(parser->text, 0);
    g_array_set_size(parser->ends, 0);
    parser->whole = FALSE;
    parser->too_long = FALSE;
}

static RecordState
record_state(const CsvRecordParser *parser)
{
    if (parser->too_long || parser->csv.entry_pos > parser->max_cell + 1)
        return RECORD_LONG;
    return parser->whole ? RECORD_WHOLE : RECORD_MORE;
}

RecordState
csv_record_feed(CsvRecordParser *parser, const char *line, gsize length)
{
    if (csv_parse(&parser->csv, line, length, on_cell, on_record, parser) != length)
        return RECORD_STRAY;
    return record_state(parser);
}

RecordState
csv_record_finish(CsvRecordParser *parser)
{
    /* Without both options libcsv takes an open quote for a cell, however much it swallowed. */
    csv_set_opts(&parser->csv, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser->csv, on_cell, on_record, parser) != 0)
        return RECORD_OPEN;
    return record_state(parser);
}

guint
csv_record_n_cells(const CsvRecordParser *parser)
{
    return parser->ends->len;
}

CsvCell
csv_record_cell(const CsvRecordParser *parser, guint index)
{
    gsize start = index == 0 ? 0 : g_array_index(parser->ends, gsize, index - 1);
    gsize end = g_array_index(parser->ends, gsize, index);

    return (CsvCell){ .text = parser->text->str + start, .length = end - start };
}
