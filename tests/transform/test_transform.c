#include <string.h>

#include "transform/transform.h"

static void
test_rows(void)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; transform_types[i] != NULL; i++) {
        g_assert_true(g_hash_table_add(names, (gpointer)transform_types[i]->name));
        g_assert_cmpstr(transform_types[i]->summary, !=, "");
        g_assert_null(strchr(transform_types[i]->summary, '\n'));
        g_assert_cmpstr(transform_types[i]->option, !=, "");
    }
    g_assert_cmpuint(g_hash_table_size(names), ==, 14);
    g_assert_true(g_hash_table_contains(names, "filter"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/transform/each-has-a-row", test_rows);
    return g_test_run();
}
