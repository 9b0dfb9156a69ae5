#include "raster/huffman.h"

static void
assert_lengths(const guint32 *counts, guint n, guint most, const guint8 *expected)
{
    guint8 lengths[HUFFMAN_MOST_SYMBOLS];
    guint16 codes[HUFFMAN_MOST_SYMBOLS];

    huffman_make(counts, n, most, lengths, codes);
    g_assert_cmpmem(lengths, n, expected, n);
}

static void
test_lengths(void)
{
    assert_lengths((const guint32[]){ 5, 9, 12, 13, 16, 45 }, 6, 15,
                   (const guint8[]){ 4, 4, 3, 3, 3, 1 });
    assert_lengths((const guint32[]){ 1, 1, 1, 1 }, 4, 15, (const guint8[]){ 2, 2, 2, 2 });
    assert_lengths((const guint32[]){ 0, 7, 0, 1 }, 4, 15, (const guint8[]){ 0, 1, 0, 1 });
}

/* RFC 1951, 3.2.2: lengths 2, 1, 3, 3 have the codes 10, 0, 110, 111; ours begin at the lowest
 * bit. */
static void
test_codes(void)
{
    guint8 lengths[4];
    guint16 codes[4];

    huffman_make((const guint32[]){ 2, 4, 1, 1 }, 4, 15, lengths, codes);
    g_assert_cmpmem(lengths, 4, ((const guint8[]){ 2, 1, 3, 3 }), 4);
    g_assert_cmpuint(codes[0], ==, 1);
    g_assert_cmpuint(codes[1], ==, 0);
    g_assert_cmpuint(codes[2], ==, 3);
    g_assert_cmpuint(codes[3], ==, 7);
}

static void
test_few_symbols(void)
{
    assert_lengths((const guint32[]){ 0, 0, 0 }, 3, 15, (const guint8[]){ 1, 1, 0 });
    assert_lengths((const guint32[]){ 0, 0, 9 }, 3, 15, (const guint8[]){ 1, 0, 1 });
}

/* Fibonacci's numbers make the deepest trees. */
static void
test_limit(void)
{
    const guint limits[] = { 5, 7, 15 };
    guint32 counts[30] = { 1, 1 };

    for (guint i = 2; i < 30; i++)
        counts[i] = counts[i - 1] + counts[i - 2];
    for (guint k = 0; k < G_N_ELEMENTS(limits); k++) {
        guint8 lengths[30];
        guint16 codes[30];
        guint sum = 0;

        huffman_make(counts, 30, limits[k], lengths, codes);
        for (guint i = 0; i < 30; i++) {
            g_assert_cmpuint(lengths[i], >=, 1);
            g_assert_cmpuint(lengths[i], <=, limits[k]);
            g_assert_true(i == 0 || lengths[i] <= lengths[i - 1]);
            sum += 1u << (limits[k] - lengths[i]);
        }
        g_assert_cmpuint(sum, ==, 1u << limits[k]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/huffman/lengths", test_lengths);
    g_test_add_func("/huffman/codes", test_codes);
    g_test_add_func("/huffman/few-symbols", test_few_symbols);
    g_test_add_func("/huffman/limit", test_limit);
    return g_test_run();
}
