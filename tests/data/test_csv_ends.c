// Ends of cells found many at once against a search byte by byte, in both ways to do it.
#include "data/csv_ends.h"

static void
test_bits(void)
{
    static const char delimiters[] = { ',', ';', '\t', '|', '\x7f' };
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);

    for (guint turn = 0; turn < 20000; turn++) {
        char bytes[64], delimiter = delimiters[turn % sizeof delimiters];
        guint64 expected = 0;

        for (guint i = 0; i < sizeof bytes; i++) {
            /* Neighbours of an end, by one and by the high bit, are what words get wrong. */
            static const gint near[] = { 0, 1, -1, 128, 129, 127 };
            gint end = g_rand_boolean(rand) ? '\n' : delimiter;

            bytes[i] = (char)(end + near[g_rand_int_range(rand, 0, G_N_ELEMENTS(near))]);
            expected |= (guint64)(bytes[i] == '\n' || bytes[i] == delimiter) << i;
        }
        g_assert_cmphex(csv_ends_bits_portable(bytes, delimiter), ==, expected);
        g_assert_cmphex(csv_ends_bits(bytes, delimiter), ==, expected);
    }
}

/* Lines of any length, shorter and longer than what is searched at a time, up to nothing but ends.
 */
static void
test_order(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(6);

    for (guint turn = 0; turn < 300; turn++) {
        gsize length = (gsize)g_rand_int_range(rand, 1, 3 * CSV_ENDS_BYTES);
        gint one_of = g_rand_int_range(rand, 1, turn % 7 == 0 ? 6000 : 30);
        g_autofree char *bytes = g_malloc(length); /* nothing behind it may be read */
        CsvEnds ends;

        for (gsize i = 0; i < length; i++)
            bytes[i] = g_rand_int_range(rand, 0, one_of) > 0 ? 'x'
                       : g_rand_boolean(rand)                ? ','
                                                             : '\n';
        bytes[length - 1] = '\n';
        csv_ends_start(&ends, bytes, bytes + length, ',');
        for (gsize i = 0; i < length; i++)
            if (bytes[i] != 'x')
                g_assert_cmpint((gint)(csv_ends_next(&ends) - bytes), ==, (gint)i);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-ends/bits", test_bits);
    g_test_add_func("/csv-ends/order", test_order);
    return g_test_run();
}
