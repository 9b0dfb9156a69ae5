#include "base/number.h"
#include "base/number_short.h"

#define N_TEXTS 2000000

static void
assert_same(const char *text, gsize length)
{
    double ours = 0, theirs = 0;
    const char *end = number_short_scan(text, &ours);
    const char *rest = number_scan(text, text + length, &theirs);

    if (end == NULL)
        return;
    /* What only number_scan() knows, an exponent, is left to it by whoever looks behind the end. */
    if (*end == 'e' || *end == 'E')
        return;
    if (rest != end || memcmp(&ours, &theirs, sizeof ours) != 0)
        g_error("%s: %.17g, not %.17g", text, ours, theirs);
}

static void
test_texts(void)
{
    static const char *const texts[] = { "0",
                                         "-0",
                                         "7",
                                         "-7",
                                         "1.5",
                                         ".5",
                                         "5.",
                                         ".",
                                         "-",
                                         "",
                                         "-.",
                                         "0.1",
                                         "1e5",
                                         "1e",
                                         "007",
                                         "-00.70",
                                         "1.2.3",
                                         "--1",
                                         "+1",
                                         "9007199254740991",
                                         "9007199254740992",
                                         "9007199254740993",
                                         "0.9007199254740991",
                                         "12345678.12345678",
                                         "1234567890123456",
                                         "12345678901234567",
                                         "123456789012345678901234567890",
                                         "1.12345678901234567890",
                                         "00000000000000001" };
    char buffer[64] = { 0 };
    double value;

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_strlcpy(buffer, texts[i], sizeof buffer);
        assert_same(buffer, strlen(buffer));
        memset(buffer, 0, sizeof buffer);
    }
    g_strlcpy(buffer, "-1234.5678,9", sizeof buffer);
    g_assert_true(number_short_scan(buffer, &value) == buffer + 10);
    g_assert_cmpfloat(value, ==, -1234.5678);
    g_strlcpy(buffer, "12345678901234567", sizeof buffer);
    g_assert_null(number_short_scan(buffer, &value));
    g_strlcpy(buffer, "9007199254740993", sizeof buffer);
    g_assert_null(number_short_scan(buffer, &value));
}

/* Digits, points and signs at random, most of them numbers. */
static void
test_random(void)
{
    static const char letters[] = "0123456789012345678901234567890123456789.-+eE, :/";
    guint64 state = 1;
    char buffer[64] = { 0 };

    for (guint i = 0; i < N_TEXTS; i++) {
        gsize length = 0, most;

        state = state * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
        most = 1 + (state >> 60) + (state >> 58 & 3);
        for (guint64 bits = state; length < most; bits = bits * 0x9e3779b97f4a7c15u + length)
            buffer[length++] = letters[(bits >> 33) % (sizeof letters - 1)];
        memset(buffer + length, 0, 16);
        assert_same(buffer, length);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number-short/texts", test_texts);
    g_test_add_func("/number-short/random", test_random);
    return g_test_run();
}
