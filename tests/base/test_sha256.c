#include "base/sha256.h"

#include <string.h>

#define MOST 700

static void
test_known(void)
{
    static const struct {
        const char *text, *hash;
    } cases[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Sha256) sha = sha256_new();
        g_autofree char *hash = NULL;

        sha256_update(sha, cases[i].text, strlen(cases[i].text));
        hash = sha256_finish(sha);
        g_assert_cmpstr(hash, ==, cases[i].hash);
    }
}

/* Every length, in one piece and in pieces. */
static void
test_pieces(void)
{
    guint8 bytes[MOST];

    for (guint i = 0; i < MOST; i++)
        bytes[i] = (guint8)(i * 167 + i / 7);
    for (gsize length = 0; length <= MOST; length++) {
        g_autofree char *expected = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
        g_autoptr(Sha256) whole = sha256_new(), parts = sha256_new();
        g_autofree char *once = NULL, *piecewise = NULL;

        sha256_update(whole, bytes, length);
        once = sha256_finish(whole);
        g_assert_cmpstr(once, ==, expected);
        for (gsize at = 0, n; at < length; at += n) {
            n = MIN(length - at, 1 + (at * 31 + length) % 90);
            sha256_update(parts, bytes + at, n);
        }
        piecewise = sha256_finish(parts);
        g_assert_cmpstr(piecewise, ==, expected);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sha256/known", test_known);
    g_test_add_func("/sha256/pieces", test_pieces);
    return g_test_run();
}
