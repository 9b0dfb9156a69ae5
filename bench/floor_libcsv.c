// floor_libcsv FILE: libcsv over the whole file with callbacks that do nothing. No reader built on
// libcsv can be faster.
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static void
on_field(void *text, size_t length, void *data)
{
    (void)text;
    (void)length;
    (void)data;
}

static void
on_row(int delimiter, void *data)
{
    (void)delimiter;
    (void)data;
}

int
main(int argc, char **argv)
{
    static char block[65536];
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t length;
    int done = 1;

    if (file == NULL || csv_init(&parser, CSV_STRICT) != 0) {
        fprintf(stderr, "usage: floor_libcsv FILE\n");
        return 2;
    }
    while (done && (length = fread(block, 1, sizeof block, file)) > 0)
        done = csv_parse(&parser, block, length, on_field, on_row, NULL) == length;
    done = done && csv_fini(&parser, on_field, on_row, NULL) == 0;
    csv_free(&parser);
    fclose(file);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
