// make_csv ROWS number|time|groups: a CSV on standard output, the same bytes every time: a walk
// along numbers or times, or values of ten countries in twenty years.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A random walk from a fixed seed, with two decimals. */
static long
walk(void)
{
    static uint32_t state = 1;
    static long value = 100000;

    state = state * 1664525u + 1013904223u;
    value += (long)(state >> 24) - 127;
    return value < 0 ? -value : value;
}

static void
print_groups(long rows)
{
    static const char *const countries[] = { "Brunei",   "Cambodia", "Indonesia",   "Laos",
                                             "Malaysia", "Myanmar",  "Philippines", "Singapore",
                                             "Thailand", "Viet Nam" };

    puts("country,year,value");
    for (long i = 0; i < rows; i++) {
        long value = walk(), country = value % 10, year = value / 10 % 20;
        long cents = value % 10000 + 1500 * country + 200 * year; /* lines that lie apart */

        printf("%s,%ld,%ld.%02ld\n", countries[country], 2000 + year, cents / 100, cents % 100);
    }
}

int
main(int argc, char **argv)
{
    long rows = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    int as_time = argc == 3 && strcmp(argv[2], "time") == 0;
    int grouped = argc == 3 && strcmp(argv[2], "groups") == 0;

    if (rows <= 0 || (!as_time && !grouped && strcmp(argv[2], "number") != 0)) {
        fprintf(stderr, "usage: make_csv ROWS number|time|groups\n");
        return 2;
    }
    if (grouped) {
        print_groups(rows);
        return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    puts("t,value");
    for (long i = 0; i < rows; i++) {
        long value = walk();
        if (as_time) {
            time_t second = 1546300800 + i;
            char text[32];
            strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", gmtime(&second));
            printf("%s,%ld.%02ld\n", text, value / 100, value % 100);
        } else {
            printf("%ld,%ld.%02ld\n", i, value / 100, value % 100);
        }
    }
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
