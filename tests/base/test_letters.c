// Letters of a text are the same however it is cut.
#include "base/letters.h"

#include <string.h>

static void
test_cut(void)
{
    /* Two to four bytes; broken, cut, overlong, a surrogate. */
    static const char text[] =
        "a\303\251 \355\225\234 \360\237\230\200\303\303\251\377 \300\200\355"
        "\240\200 0123456789012345678901234567890123456789 \303\244\355\225";
    g_autofree char *whole = letters_of(text, strlen(text));

    g_assert_cmpstr(whole, ==, "\303\244\303\251\355\225\234\360\237\230\200");
    for (gsize step = 1; step < strlen(text); step++) {
        g_autoptr(Letters) letters = letters_new();
        g_autofree char *found = NULL;

        for (gsize at = 0; at < strlen(text); at += step)
            letters_add(letters, text + at, MIN(step, strlen(text) - at));
        found = letters_finish(letters);
        g_assert_cmpstr(found, ==, whole);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letters/cut", test_cut);
    return g_test_run();
}
