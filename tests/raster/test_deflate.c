#include "raster/deflate.h"

#include <libdeflate.h>
#include <string.h>

/* A row of samples on its own page end, so that a sanitizer sees a read beyond it. */
static gsize
assert_same_after(const guint8 *samples, guint n_rows, gsize row_size, guint pixel)
{
    gsize length = n_rows * row_size, packed_length = 0, back_length = 0;
    g_autofree guint8 *copy = g_memdup2(samples, length), *back = g_malloc(length);
    g_autofree guint8 *packed = deflate_samples(copy, n_rows, row_size, pixel, &packed_length);
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();

    g_assert_nonnull(packed);
    g_assert_cmpint(
        libdeflate_zlib_decompress(decompressor, packed, packed_length, back, length, &back_length),
        ==, LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(decompressor);
    g_assert_cmpmem(back, back_length, samples, length);
    return packed_length;
}

static guint32
next_random(guint32 *state)
{
    *state = *state * 1664525 + 1013904223; /* Numerical Recipes */
    return *state >> 8;
}

/* Every size of a row up to a few words, and every size of a pixel. */
static void
test_small(void)
{
    const guint pixels[] = { 1, 3, 4 };
    guint8 samples[3 * 41];
    guint32 state = 1;

    for (guint k = 0; k < G_N_ELEMENTS(pixels); k++)
        for (guint width = 1; width <= 40 / pixels[k]; width++)
            for (guint rows = 1; rows <= 3; rows++)
                for (guint colors = 1; colors <= 4; colors++) {
                    gsize row_size = width * pixels[k] + 1;

                    for (gsize i = 0; i < rows * row_size; i++)
                        samples[i] = (guint8)(next_random(&state) % colors);
                    assert_same_after(samples, rows, row_size, pixels[k]);
                }
}

/* Runs of every length around that of the longest match. */
static void
test_runs(void)
{
    for (guint width = 80; width <= 180; width++) {
        g_autofree guint8 *samples = g_malloc0(3 * width + 1);

        assert_same_after(samples, 1, 3 * width + 1, 3);
        samples[3 * width] = 1;
        assert_same_after(samples, 1, 3 * width + 1, 3);
    }
}

/* Noise has nothing to save, and more tokens than one block takes. */
static void
test_noise(void)
{
    const gsize row_size = 3 * 300 + 1;
    g_autofree guint8 *samples = g_malloc(200 * row_size);
    guint32 state = 7;

    for (gsize i = 0; i < 200 * row_size; i++)
        samples[i] = (guint8)next_random(&state);
    g_assert_cmpuint(assert_same_after(samples, 200, row_size, 3), <, 202 * row_size);
}

/* What stands farther back than a window is not referred to. */
static void
test_far(void)
{
    const gsize row_size = 3 * 12000 + 1;
    g_autofree guint8 *samples = g_malloc(3 * row_size);
    guint32 state = 3;

    for (gsize i = 0; i < row_size; i++)
        samples[i] = samples[row_size + i] = samples[2 * row_size + i] =
            (guint8)next_random(&state);
    assert_same_after(samples, 3, row_size, 3);
}

/* A picture of one colour costs a few bits a row; one with the same word again and again, little
 * more. */
static void
test_saves(void)
{
    const gsize row_size = 3 * 1600 + 1;
    g_autofree guint8 *samples = g_malloc0(1000 * row_size);

    g_assert_cmpuint(assert_same_after(samples, 1000, row_size, 3), <, 6000);
    for (guint y = 0; y < 1000; y++)
        for (guint x = 0; x < 30; x++)
            samples[y * row_size + 301 + x] = (guint8)(x * 7 + 1);
    g_assert_cmpuint(assert_same_after(samples, 1000, row_size, 3), <, 14000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deflate/small", test_small);
    g_test_add_func("/deflate/runs", test_runs);
    g_test_add_func("/deflate/noise", test_noise);
    g_test_add_func("/deflate/far", test_far);
    g_test_add_func("/deflate/saves", test_saves);
    return g_test_run();
}
