// What is written is what the reader of JSON reads.
#include "io/json.h"
#include "io/json_text.h"

#include <string.h>

static void
test_written(void)
{
    static const char *const cases[][2] = {
        { "", "\"\"" },
        { "a/b.csv", "\"a/b.csv\"" },
        { "say \"no\" \\ yes", "\"say \\\"no\\\" \\\\ yes\"" },
        { "a\nb\tc\x01\x7f", "\"a\\nb\\tc\\u0001\\u007f\"" },
        { "태국 ไทย", "\"태국 ไทย\"" },
        { "\xff.csv", "\"\xef\xbf\xbd.csv\"" },
        { NULL, "null" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);

        json_append_string(out, cases[i][0]);
        g_assert_cmpstr(out->str, ==, cases[i][1]);
    }
}

static void
test_read_back(void)
{
    static const char text[] =
        "\x01\x1f\"\\/\b\f\n\r\t \x7f \xc2\x80 \xe2\x80\xa8 \xf0\x9f\x98\x80";
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Json) json = NULL;

    json_append_string(out, text);
    json = json_new("a.json", out->str, out->len, JSON_DEPTH);
    g_assert_cmpint(json_next(json, &error), ==, JSON_STRING);
    g_assert_no_error(error);
    g_assert_cmpstr(json_text(json, NULL), ==, text);
    g_assert_cmpint(json_next(json, &error), ==, JSON_DONE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json-text/written", test_written);
    g_test_add_func("/json-text/read-back", test_read_back);
    return g_test_run();
}
