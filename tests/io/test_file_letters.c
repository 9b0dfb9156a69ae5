#include "base/letters.h"
#include "io/file_letters.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_letters(const char *text, gsize length, const char *expected)
{
    g_autofree char *letters = letters_of(text, length);

    g_assert_cmpstr(letters, ==, expected);
}

static void
test_text(void)
{
    static const char edges[] = "0123456\303\2511234567\303\251\303\244x\364\217\277\277";

    assert_letters("", 0, "");
    assert_letters("plain, ASCII\n", 13, "");
    assert_letters(edges, strlen(edges), "\303\244\303\251\364\217\277\277");
    /* Broken, cut, overlong, a surrogate, NUL. */
    assert_letters("\303\251\377\303", 4, "\303\251");
    assert_letters("\300\200\355\240\200\0\303\251", 8, "\303\251");
}

static void
test_file(void)
{
    g_autofree char *path = NULL, *utf8 = NULL, *latin = NULL, *wrong = NULL, *none = NULL;
    int file = g_file_open_tmp("cartouche-XXXXXX.csv", &path, NULL);

    g_assert_true(g_close(file, NULL));
    g_assert_true(g_file_set_contents(path, "a\344\n", -1, NULL));
    utf8 = file_letters(NULL, path, NULL);
    latin = file_letters(NULL, path, "latin1");
    wrong = file_letters(NULL, path, "no-such-code");
    g_assert_cmpint(g_remove(path), ==, 0);
    none = file_letters(NULL, path, NULL);
    g_assert_cmpstr(utf8, ==, "");
    g_assert_cmpstr(latin, ==, "\303\244");
    g_assert_cmpstr(wrong, ==, "");
    g_assert_cmpstr(none, ==, "");
}

/* Characters on both sides of the places where a file is read on, and one that is cut at its end.
 */
static void
test_long_file(void)
{
    g_autofree char *path = NULL, *letters = NULL, *named = NULL;
    g_autoptr(GString) text = g_string_new("a");
    int file = g_file_open_tmp("cartouche-XXXXXX.csv", &path, NULL);

    while (text->len < 300000)
        g_string_append(text, "\303\251\343\204\261");
    g_string_append(text, "\355\225\234\303");
    g_assert_true(g_close(file, NULL));
    g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    letters = file_letters(NULL, path, "utf-8");
    named = file_letters(NULL, path, NULL);
    g_assert_cmpint(g_remove(path), ==, 0);
    g_assert_cmpstr(letters, ==, "\303\251\343\204\261\355\225\234");
    g_assert_cmpstr(named, ==, letters);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/file-letters/each-once-in-order", test_text);
    g_test_add_func("/file-letters/encodings", test_file);
    g_test_add_func("/file-letters/block-by-block", test_long_file);
    return g_test_run();
}
