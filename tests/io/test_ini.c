#include "io/ini.h"

#include <glib/gstdio.h>
#include <string.h>

static Ini *
read(const char *text)
{
    g_autoptr(GError) error = NULL;
    Ini *ini = ini_read_bytes("a.ini", text, strlen(text), &error);

    g_assert_no_error(error);
    return ini;
}

/* "key=value@line" of each entry of a group, joined by bars. Caller frees. */
static char *
entries(const Ini *ini, const char *name)
{
    const IniGroup *group = ini_group(ini, name);
    GString *text = g_string_new(NULL);

    g_assert_nonnull(group);
    for (guint i = 0; i < group->entries->len; i++) {
        const IniEntry *entry = &g_array_index(group->entries, IniEntry, i);

        g_string_append_printf(text, "%s%s=%s@%u", i > 0 ? "|" : "", entry->key, entry->value,
                               entry->line);
    }
    return g_string_free(text, FALSE);
}

static void
assert_entries(const char *file, const char *group, const char *expected)
{
    g_autoptr(Ini) ini = read(file);
    g_autofree char *text = entries(ini, group);

    g_assert_cmpstr(text, ==, expected);
}

static void
test_groups_keep_order_repeats_and_lines(void)
{
    const char *file = "include = x.ini\n\n[b]\nrule = 1\nwidth=3\nrule = 2\n[a]\n";
    g_autoptr(Ini) ini = read(file);

    assert_entries(file, NULL, "include=x.ini@1");
    assert_entries(file, "b", "rule=1@4|width=3@5|rule=2@6");
    assert_entries(file, "a", "");
    g_assert_cmpuint(ini->groups->len, ==, 3);
    g_assert_cmpstr(((IniGroup *)ini->groups->pdata[1])->name, ==, "b");
    g_assert_cmpuint(((IniGroup *)ini->groups->pdata[2])->line, ==, 7);
    g_assert_null(ini_group(ini, "c"));
    g_assert_cmpstr(ini_where(ini, 4).file, ==, "a.ini");
}

static void
test_values_are_verbatim(void)
{
    assert_entries("a = b = c # d ; e \"f\\n\" [g]", NULL, "a=b = c # d ; e \"f\\n\" [g]@1");
    assert_entries("  a\t=\t  b  c \t\n", NULL, "a=b  c@1");
    assert_entries("a=\nb =   \n", NULL, "a=@1|b=@2");
    assert_entries("naïve key = 한국", NULL, "naïve key=한국@1");
}

static void
test_comments_and_blank_lines(void)
{
    assert_entries("# a = 1\n; b = 2\n  # c = 3\n\n \t\nd = 4", NULL, "d=4@6");
}

static void
test_any_line_end_and_byte_order_mark(void)
{
    assert_entries("\xef\xbb\xbf"
                   "a = 1\r\nb = 2\r\n\r\n[g]\r\n",
                   NULL, "a=1@1|b=2@2");
    assert_entries("a = 1\rb = 2\r\rc = 3", NULL, "a=1@1|b=2@2|c=3@4");
    assert_entries("", NULL, "");
    assert_entries("\xef\xbb\xbf", NULL, "");
}

static void
assert_fails(const char *text, gsize length, guint line, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_read_bytes("a.ini", text, length, &error);

    g_assert_null(ini);
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpstr(error_where(error).file, ==, "a.ini");
    g_assert_cmpuint(error_where(error).line, ==, line);
}

#define ASSERT_FAILS(text, line, message) assert_fails(text, sizeof(text) - 1, line, message)

static void
test_what_is_wrong_names_the_line(void)
{
    ASSERT_FAILS("a = 1\nhello\n", 2, "\"hello\" is no [group], no key = value and no # comment");
    ASSERT_FAILS("\n\n = 1", 3, "\"= 1\" is no [group], no key = value and no # comment");
    ASSERT_FAILS("[a\n", 1, "the group [a does not end with ]");
    ASSERT_FAILS("[a] # b\n", 1, "the group [a] # b does not end with ]");
    ASSERT_FAILS("a = 1\r\n[ ]\r\n", 2, "the group has no name");
    ASSERT_FAILS("[a]\n\n[b]\n[ a ]\n", 4, "the group [ a ] began at line 1");
    ASSERT_FAILS("a = 1\nb = \xff\n", 2, "byte FF is not UTF-8 text");
    ASSERT_FAILS("a = 1\r\rb = \0\n", 3, "byte 00 is not UTF-8 text");
    ASSERT_FAILS("\xef\xbb\xbf"
                 "a = \xe4\n",
                 1, "byte E4 is not UTF-8 text");
}

static void
test_one_reading_says_all_mistakes(void)
{
    g_autoptr(GPtrArray) errors = g_ptr_array_new_with_free_func((GDestroyNotify)g_error_free);
    g_autofree char *folder = g_dir_make_tmp("cartouche-ini-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.ini", NULL);
    const char *text = "hello\n[a]\nx=1\n[a]\nx=2\n[b\nx=3\n";
    g_autoptr(Ini) ini = NULL;

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    ini = ini_read_file_through(path, errors);
    g_assert_cmpuint(errors->len, ==, 3);
    for (guint i = 0; i < errors->len; i++) {
        const guint lines[] = { 1, 4, 6 };

        g_assert_cmpuint(error_where(errors->pdata[i]).line, ==, lines[i]);
    }
    /* What stands under the second [a] is not taken for what stands under the first. */
    g_assert_cmpuint(ini->groups->len, ==, 4);
    g_assert_cmpuint(ini_group(ini, "a")->entries->len, ==, 1);
    g_remove(path);
    g_assert_null(ini_read_file_through(path, errors));
    g_assert_cmpuint(errors->len, ==, 4);
    g_rmdir(folder);
}

static void
test_files_that_cannot_be_read(void)
{
    g_autoptr(GError) missing = NULL, folder = NULL;
    g_autoptr(Ini) none = ini_read_file("/nowhere/a.ini", &missing);
    g_autoptr(Ini) dir = ini_read_file("/", &folder);

    g_assert_null(none);
    g_assert_error(missing, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(missing->message, ==, "the file cannot be opened: No such file or directory");
    g_assert_null(dir);
    g_assert_error(folder, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(folder->message, ==, "this is a folder, not a file");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ini/groups-keep-order-repeats-and-lines",
                    test_groups_keep_order_repeats_and_lines);
    g_test_add_func("/ini/values-are-verbatim", test_values_are_verbatim);
    g_test_add_func("/ini/comments-and-blank-lines", test_comments_and_blank_lines);
    g_test_add_func("/ini/any-line-end-and-byte-order-mark", test_any_line_end_and_byte_order_mark);
    g_test_add_func("/ini/what-is-wrong-names-the-line", test_what_is_wrong_names_the_line);
    g_test_add_func("/ini/one-reading-says-all-mistakes", test_one_reading_says_all_mistakes);
    g_test_add_func("/ini/files-that-cannot-be-read", test_files_that_cannot_be_read);
    return g_test_run();
}
