// Codes in the order of appearance, whichever way a text comes in.
#include "data/levels.h"

#include <string.h>

/* Few letters and many lengths: texts that begin alike, are parts of others, and fill words. */
static gsize
random_text(GRand *rand, char *text)
{
    gsize length = (gsize)g_rand_int_range(rand, 1, 20);

    for (gsize i = 0; i < 40; i++)
        text[i] = g_rand_int_range(rand, 0, i % 8 == 0 ? 3 : 60) > 0 ? 'a' : 'b';
    return length;
}

static void
test_padded(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    g_autoptr(Levels) plain = levels_new(), padded = levels_new();
    char text[40];

    for (guint i = 0; i < 100000; i++) {
        gsize length = random_text(rand, text);
        gint32 code = levels_intern(plain, text, length);

        if (i % 3 > 0)
            g_assert_cmpint(levels_intern_padded(padded, text, length), ==, code);
        else
            g_assert_cmpint(levels_intern(padded, text, length), ==, code);
        g_assert_cmpint(levels_find(padded, text, length), ==, code);
        g_assert_cmpint(strncmp(g_ptr_array_index(levels_names(padded), code), text, length), ==,
                        0);
    }
    g_assert_cmpuint(levels_names(padded)->len, ==, levels_names(plain)->len);
    g_assert_cmpuint(levels_names(plain)->len, >, 500);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/levels/padded", test_padded);
    return g_test_run();
}
