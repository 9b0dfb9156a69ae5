#include "data/csv_sniff.h"

#include <string.h>

static void
assert_kind(const char *bytes, gsize length, const char *word)
{
    const char *kind = csv_sniff_other_kind(bytes, length);

    g_assert_true(kind && strstr(kind, word));
}

static void
test_other_kinds(void)
{
    assert_kind("\x1f\x8b\x08", 3, "gzip");
    assert_kind("PK\x03\x04", 4, "ZIP");
    assert_kind("  <HTML>", 8, "HTML");
    assert_kind("{\"a\":1}", 7, "JSON");
    assert_kind("[ [1]", 5, "JSON");
    assert_kind("MZ\x90\0\3", 5, "program");
    assert_kind("a\0,\0b\0", 6, "UTF-16LE");
    assert_kind("\0a\0,\0b", 6, "UTF-16BE");
    assert_kind("\xff\xfe\0\0", 4, "UTF-32");
}

static void
test_csv_is_no_other_kind(void)
{
    static const char *const texts[] = { "",        "a,b\n",        "[year],total\n",
                                         "{x},y\n", "MZ,PZ\n1,2\n", "<5,>5\n",
                                         "BZh,n",   "PAR1,PAR2\n",  "GIF,n\n",
                                         "#a,b\n" };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_null(csv_sniff_other_kind(texts[i], strlen(texts[i])));
}

static void
assert_delimiter(const char *text, char prefer, char delimiter, char rival)
{
    char found_rival;
    char found = csv_sniff_delimiter(text, strlen(text), prefer, &found_rival);

    g_assert_cmpint(found, ==, delimiter);
    g_assert_cmpint(found_rival, ==, rival);
}

static void
test_delimiters(void)
{
    assert_delimiter("", 0, ',', 0);
    assert_delimiter("a\n1\n", 0, ',', 0);
    assert_delimiter("a;b\n1,5;2\n3,5;4\n", 0, ';', 0);
    assert_delimiter("a, b;c\n1;2\n3;4\n", 0, ';', 0);
    assert_delimiter("a,b;c\n1,2;3\n", 0, ',', ';');
    assert_delimiter("\"a;b;c\",d\n1,2\n", 0, ',', 0);
    assert_delimiter("a\tb,c\n1\t2\n", '\t', '\t', 0);
    assert_delimiter("a,b\n1,2\n", '\t', ',', 0);
    assert_delimiter("a|b\n1|2\n", 0, '|', 0);
    assert_delimiter("a,b\n\"x\ny;\",2\n", 0, ',', 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-sniff/other-kinds-are-known", test_other_kinds);
    g_test_add_func("/csv-sniff/csv-is-no-other-kind", test_csv_is_no_other_kind);
    g_test_add_func("/csv-sniff/delimiters-are-found-out", test_delimiters);
    return g_test_run();
}
