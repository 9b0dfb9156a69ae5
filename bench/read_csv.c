// read_csv FILE ROWS: the file into typed columns, by the reader of the program.
#include "data/csv_reader.h"

#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
    CsvOptions options = { .max_bytes = G_MAXUINT32, .max_rows = 100000000 };
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) table = NULL;
    g_autoptr(GError) error = NULL;

    if (argc != 3) {
        fprintf(stderr, "usage: read_csv FILE ROWS\n");
        return 2;
    }
    table = csv_read_file(argv[1], &options, report, &error);
    if (table == NULL) {
        fprintf(stderr, "read_csv: %s\n", error->message);
        return EXIT_FAILURE;
    }
    /* A reader that took the columns for text would be another race. */
    for (guint i = 0; i < table_n_columns(table); i++) {
        if (table_column(table, i)->type == COLUMN_TEXT)
            return EXIT_FAILURE;
    }
    return table->length == (gsize)g_ascii_strtoull(argv[2], NULL, 10) ? EXIT_SUCCESS
                                                                       : EXIT_FAILURE;
}
