#include "raster/font_identity.h"
#include "raster/sample_host.h"

#include <string.h>

static gpointer
identity_of_default(gpointer data)
{
    (void)data;
    return font_identity(NULL, "", NULL);
}

/* Same fonts, same digits, in any thread; what draws something else is told apart. */
static void
test_identity(void)
{
    g_autofree char *plain = font_identity(NULL, "", NULL), *again = font_identity(NULL, "", NULL);
    g_autofree char *threaded = g_thread_join(g_thread_new("identity", identity_of_default, NULL));
    g_autofree char *serif = font_identity("Liberation Serif", "", NULL);
    g_autofree char *foreign = font_identity(NULL, "\340\270\201\355\225\234", NULL);
    g_autofree char *missing = font_identity("No such family", "", NULL);
    g_autofree char *named = font_identity("Liberation Sans", "", NULL);

    g_assert_cmpuint(strlen(plain), ==, 16);
    g_assert_cmpstr(plain, ==, again);
    g_assert_cmpstr(plain, ==, threaded);
    g_assert_cmpstr(plain, !=, serif);
    g_assert_cmpstr(plain, !=, foreign);
    /* What draws it is the default font. */
    g_assert_cmpstr(missing, ==, named);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/font-identity/fonts-are-told-apart", test_identity);
    return g_test_run();
}
