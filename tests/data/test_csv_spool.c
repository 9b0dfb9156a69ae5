#include "data/csv_spool.h"

#include <string.h>

#define N 5000

/* Added and read back in pieces, in memory, in a file, and across the way from one to the other. */
static void
assert_keeps(gsize memory)
{
    g_autoptr(CsvSpool) spool = csv_spool_new(memory);
    char bytes[N], back[N];
    gsize done = 0;

    for (gsize i = 0; i < N; i++)
        bytes[i] = (char)(i * 31 + i / 256);
    for (gsize piece = 1; done < N; piece = piece * 2 % 997 + 1) {
        gsize n = MIN(piece, N - done);

        g_assert_true(csv_spool_add(spool, bytes + done, n));
        done += n;
        g_assert_cmpuint(csv_spool_length(spool), ==, done);
        g_assert_cmpint(csv_spool_get(spool, done / 2, back, N), ==, (gssize)(done - done / 2));
        g_assert_cmpmem(back, done - done / 2, bytes + done / 2, done - done / 2);
    }
    g_assert_cmpint(csv_spool_get(spool, 100, back, 7), ==, 7);
    g_assert_cmpmem(back, 7, bytes + 100, 7);
    g_assert_cmpint(csv_spool_get(spool, N, back, 7), ==, 0);
}

static void
test_keeps(void)
{
    assert_keeps(N + 1);
    assert_keeps(N);
    assert_keeps(N / 2);
    assert_keeps(1);
    assert_keeps(0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-spool/keeps", test_keeps);
    return g_test_run();
}
