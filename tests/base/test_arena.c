#include "base/arena.h"

#include <stddef.h>
#include <string.h>

static void
test_memory_is_zeroed_and_aligned(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (gsize size = 0; size < 3000; size += 7) {
        guchar *bytes = arena_alloc(arena, size);

        g_assert_nonnull(bytes);
        g_assert_cmpuint(GPOINTER_TO_SIZE(bytes) % _Alignof(max_align_t), ==, 0);
        for (gsize i = 0; i < size; i++)
            g_assert_cmpuint(bytes[i], ==, 0);
        memset(bytes, 0xff, size);
    }
}

static void
test_pieces_do_not_overlap(void)
{
    g_autoptr(Arena) arena = arena_new();
    guint *pieces[500];

    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        /* Small ones and some larger than a chunk, mixed. */
        guint n = i % 50 == 49 ? 20000 : 1 + i % 9;

        pieces[i] = arena_new0(arena, guint, n);
        pieces[i][0] = pieces[i][n - 1] = i;
    }
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        guint n = i % 50 == 49 ? 20000 : 1 + i % 9;

        g_assert_cmpuint(pieces[i][0], ==, i);
        g_assert_cmpuint(pieces[i][n - 1], ==, i);
    }
}

static void
test_a_piece_larger_than_a_chunk_can_come_first(void)
{
    g_autoptr(Arena) arena = arena_new();
    char *bytes = arena_alloc(arena, 1 << 20);

    bytes[(1 << 20) - 1] = 'x';
    g_assert_cmpstr(arena_strdup(arena, "after"), ==, "after");
}

static void
test_text_is_copied(void)
{
    g_autoptr(Arena) arena = arena_new();
    const char bytes[] = { 'a', '\0', 'b' };

    g_assert_cmpstr(arena_strdup(arena, "text"), ==, "text");
    g_assert_null(arena_strdup(arena, NULL));
    g_assert_cmpstr(arena_strndup(arena, "abcdef", 3), ==, "abc");
    g_assert_cmpstr(arena_strndup(arena, "ab", 30), ==, "ab");
    g_assert_null(arena_strndup(arena, NULL, 3));
    g_assert_cmpstr(arena_printf(arena, "%s %d", "row", 7), ==, "row 7");
    g_assert_cmpmem(arena_copy(arena, bytes, 3), 3, bytes, 3);
    g_assert_nonnull(arena_copy(arena, NULL, 0));
}

static void
test_a_size_that_overflows_aborts(void)
{
    if (g_test_subprocess()) {
        g_autoptr(Arena) arena = arena_new();

        arena_alloc_n(arena, G_MAXSIZE / 2, 3);
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
}

static void
test_nothing_can_be_freed(void)
{
    arena_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arena/memory-is-zeroed-and-aligned", test_memory_is_zeroed_and_aligned);
    g_test_add_func("/arena/pieces-do-not-overlap", test_pieces_do_not_overlap);
    g_test_add_func("/arena/a-piece-larger-than-a-chunk-can-come-first",
                    test_a_piece_larger_than_a_chunk_can_come_first);
    g_test_add_func("/arena/text-is-copied", test_text_is_copied);
    g_test_add_func("/arena/a-size-that-overflows-aborts", test_a_size_that_overflows_aborts);
    g_test_add_func("/arena/nothing-can-be-freed", test_nothing_can_be_freed);
    return g_test_run();
}
