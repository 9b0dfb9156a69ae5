// Memory for pixels: clear, on a boundary of any vector, and refused where there is none.
#include "raster/pixel_memory.h"

static void
test_it_is_clear_and_aligned(void)
{
    const gsize sizes[] = { 1, 4096, 6400000, 8 * 1024 * 1024 };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        PixelMemory memory;

        g_assert_true(pixel_memory_take(&memory, sizes[i], TRUE));
        g_assert_cmpuint((guintptr)memory.pixels % 64, ==, 0);
        g_assert_cmpuint(memory.pixels[0], ==, 0);
        g_assert_cmpuint(memory.pixels[sizes[i] - 1], ==, 0);
        memory.pixels[0] = memory.pixels[sizes[i] - 1] = 255;
        pixel_memory_free(&memory);
    }
}

static void
test_a_thread_gets_its_own_again(void)
{
    PixelMemory first, second, third;

    g_assert_true(pixel_memory_take(&first, 6400000, FALSE));
    first.pixels[5] = 7;
    pixel_memory_free(&first);
    g_assert_true(pixel_memory_take(&second, 6000000, FALSE));
    g_assert_true(second.pixels == first.pixels);
    /* What is in use is nobody else's. */
    g_assert_true(pixel_memory_take(&third, 6000000, FALSE));
    g_assert_true(third.pixels != second.pixels);
    pixel_memory_free(&third);
    second.pixels[5] = 7;
    pixel_memory_free(&second);
    g_assert_true(pixel_memory_take(&third, 4096, TRUE));
    g_assert_cmpuint(third.pixels[5], ==, 0);
    pixel_memory_free(&third);
}

static void
test_what_no_memory_holds_is_refused(void)
{
    PixelMemory memory;

    g_assert_false(pixel_memory_take(&memory, 0, TRUE));
    g_assert_false(pixel_memory_take(&memory, G_MAXSIZE, TRUE));
    g_assert_false(pixel_memory_take(&memory, G_MAXSIZE / 2, FALSE));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pixel-memory/it-is-clear-and-aligned", test_it_is_clear_and_aligned);
    g_test_add_func("/pixel-memory/a-thread-gets-its-own-again", test_a_thread_gets_its_own_again);
    g_test_add_func("/pixel-memory/what-no-memory-holds-is-refused",
                    test_what_no_memory_holds_is_refused);
    return g_test_run();
}
