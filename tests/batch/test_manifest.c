#include "batch/manifest.h"

#include "batch/fixture.h"

#include <string.h>

static void
append_keys(GString *out, const GPtrArray *keys)
{
    for (guint i = 0; i < keys->len; i++) {
        const ManifestKey *key = keys->pdata[i];

        g_string_append_printf(out, " %s=%s@%s:%u", key->name, key->value, key->where.file,
                               key->where.line);
    }
}

/* "defaults: k=v@file:line; [a] k=v@file:line" of a manifest without mistakes. */
static void
assert_manifest(const char *file, const char *expected)
{
    g_autoptr(GPtrArray) errors = errors_new();
    g_autoptr(Manifest) manifest = manifest_read(file, errors);
    g_autofree char *said = errors_text(errors);
    g_autoptr(GString) out = g_string_new("defaults:");

    g_assert_cmpstr(said, ==, "");
    append_keys(out, manifest->defaults);
    for (guint i = 0; i < manifest->groups->len; i++) {
        const ManifestGroup *group = manifest->groups->pdata[i];

        g_string_append_printf(out, "; [%s]", group->name);
        append_keys(out, group->keys);
    }
    g_assert_cmpstr(out->str, ==, expected);
}

static void
assert_mistakes(const char *file, const char *expected)
{
    g_autoptr(GPtrArray) errors = errors_new();
    g_autoptr(Manifest) manifest = manifest_read(file, errors);
    g_autofree char *said = errors_text(errors);

    g_assert_nonnull(manifest);
    g_assert_cmpstr(said, ==, expected);
}

static void
test_keys_keep_order_repeats_and_places(G_GNUC_UNUSED Folder *folder,
                                        G_GNUC_UNUSED gconstpointer data)
{
    folder_write("f.ini", "\xef\xbb\xbf# report\r\n[a]\r\nrule = y=1, label=\"a, b\"  \r\n"
                          "rule = x # no comment\r\n[defaults]\r\ntheme=print\r\n[b]\r\n");
    assert_manifest("f.ini", "defaults: theme=print@f.ini:6; [a] rule=y=1, label=\"a, b\"@f.ini:3 "
                             "rule=x # no comment@f.ini:4; [b]");
}

static void
test_includes_are_read_as_if_they_stood_there(G_GNUC_UNUSED Folder *folder,
                                              G_GNUC_UNUSED gconstpointer data)
{
    folder_write("r/f.ini", "include = ../house.ini\ninclude = parts/one.ini\n[defaults]\nlang=ko\n"
                            "[z]\ndata=z.csv\n");
    folder_write("house.ini", "[defaults]\nlang=de\n");
    /* house.ini a second time adds nothing. */
    folder_write("r/parts/one.ini", "include=../../house.ini\n[a]\ndata=a.csv\n");
    assert_manifest("r/f.ini", "defaults: lang=de@r/../house.ini:2 lang=ko@r/f.ini:4; "
                               "[a] data=a.csv@r/parts/one.ini:3; [z] data=z.csv@r/f.ini:6");
}

static void
test_files_are_listed_once(G_GNUC_UNUSED Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GPtrArray) errors = errors_new();
    g_autoptr(Manifest) manifest = NULL;

    folder_write("f.ini", "include=h.ini\ninclude=./h.ini\n");
    folder_write("h.ini", "");
    manifest = manifest_read("f.ini", errors);
    g_assert_cmpuint(errors->len, ==, 0);
    g_assert_cmpuint(manifest->files->len, ==, 2);
    g_assert_cmpstr(manifest->files->pdata[1], ==, "h.ini");
}

static void
test_circles_are_refused_by_name(G_GNUC_UNUSED Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("self.ini", "\ninclude=self.ini\n");
    assert_mistakes("self.ini", "self.ini:2: self.ini includes self.ini: a circle without an end");
    folder_write("a.ini", "include=s/b.ini\n");
    folder_write("s/b.ini", "include=c.ini\n");
    folder_write("s/c.ini", "# back\ninclude=../a.ini\n");
    assert_mistakes("a.ini", "s/c.ini:2: a.ini includes s/b.ini, which includes s/c.ini, which "
                             "includes s/../a.ini: a circle without an end");
    /* By another name it is the same file. */
    g_assert_cmpint(symlink("link.ini", "other.ini"), ==, 0);
    folder_write("link.ini", "include=other.ini\n");
    assert_mistakes("link.ini", "link.ini:1: link.ini includes other.ini: a circle without an end");
}

static void
test_all_mistakes_are_said(G_GNUC_UNUSED Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("f.ini", "theme=print\ninclude=none.ini\ninclude=\ninclude=h.ini\nhello\n"
                          "[a]\n[a]\n[b\nx=1\n[]\n");
    folder_write("h.ini", "[a]\n\n[defaults]\n");
    assert_mistakes("f.ini",
                    "f.ini:5: \"hello\" is no [group], no key = value and no # comment\n"
                    "f.ini:7: the group [a] began at line 6\n"
                    "f.ini:8: the group [b does not end with ]\n"
                    "f.ini:10: the group has no name\n"
                    "f.ini:1: \"theme\" stands in no group; what goes to all figures stands under "
                    "[defaults]\n"
                    "f.ini:2: there is no file \"none.ini\" to include\n"
                    "f.ini:3: include names no file\n"
                    "f.ini:6: the group [a] stands at h.ini:1 already\n"
                    "f.ini:7: the group [a] stands at h.ini:1 already");
    assert_mistakes("none.ini", "none.ini:0: the file cannot be opened: No such file or directory");
}

static void
test_bytes_that_are_no_manifest(G_GNUC_UNUSED Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_true(g_file_set_contents("nul.ini", "[a]\ntitle=x\0y\n", 14, NULL));
    assert_mistakes("nul.ini", "nul.ini:2: byte 00 is not UTF-8 text");
    folder_write("latin.ini", "[a]\n\ntitle=caf\xe9\n");
    assert_mistakes("latin.ini", "latin.ini:3: byte E9 is not UTF-8 text");
    folder_write("empty.ini", "");
    assert_manifest("empty.ini", "defaults:");
    g_assert_cmpint(g_mkdir("folder.ini", 0777), ==, 0);
    assert_mistakes("folder.ini", "folder.ini:0: this is a folder, not a file");
}

static void
test_long_lines_and_many_groups(G_GNUC_UNUSED Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *megabyte = g_strnfill(1 << 20, 'x');
    g_autofree char *line = g_strconcat("[a]\ntitle=", megabyte, "\n", NULL);
    g_autoptr(GString) many = g_string_new(NULL);
    g_autoptr(GPtrArray) errors = errors_new();
    g_autoptr(Manifest) a = NULL, b = NULL;

    folder_write("long.ini", line);
    a = manifest_read("long.ini", errors);
    g_assert_cmpstr(((ManifestKey *)((ManifestGroup *)a->groups->pdata[0])->keys->pdata[0])->value,
                    ==, megabyte);
    for (guint i = 0; i < 10000; i++)
        g_string_append_printf(many, "[figure %u]\ndata=%u.csv\n", i, i);
    folder_write("many.ini", many->str);
    b = manifest_read("many.ini", errors);
    g_assert_cmpuint(b->groups->len, ==, 10000);
    g_assert_cmpuint(((ManifestGroup *)b->groups->pdata[9999])->where.line, ==, 19999);
    g_assert_cmpuint(errors->len, ==, 0);
}

static void
test_includes_nest_so_far_and_no_further(G_GNUC_UNUSED Folder *folder,
                                         G_GNUC_UNUSED gconstpointer data)
{
    for (guint i = 0; i < 40; i++) {
        g_autofree char *name = g_strdup_printf("%u.ini", i);
        g_autofree char *text = g_strdup_printf("include=%u.ini\n", i + 1);

        folder_write(name, text);
    }
    assert_mistakes("0.ini", "31.ini:1: files include each other more than 32 deep");
}

static void
test_paths_begin_where_the_manifest_lies(void)
{
    const char *const cases[][3] = {
        { "f.ini", "a.csv", "a.csv" },           { "r/f.ini", "a.csv", "r/a.csv" },
        { "r/f.ini", "../a.csv", "r/../a.csv" }, { "r/f.ini", "/a.csv", "/a.csv" },
        { "/f.ini", "a.csv", "/a.csv" },         { NULL, "x/a.csv", "x/a.csv" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = manifest_path(cases[i][0], cases[i][1]);

        g_assert_cmpstr(path, ==, cases[i][2]);
    }
}

#define ADD(name, function) \
    g_test_add("/manifest/" name, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("keys-keep-order-repeats-and-places", test_keys_keep_order_repeats_and_places);
    ADD("includes-are-read-as-if-they-stood-there", test_includes_are_read_as_if_they_stood_there);
    ADD("files-are-listed-once", test_files_are_listed_once);
    ADD("circles-are-refused-by-name", test_circles_are_refused_by_name);
    ADD("all-mistakes-are-said", test_all_mistakes_are_said);
    ADD("bytes-that-are-no-manifest", test_bytes_that_are_no_manifest);
    ADD("long-lines-and-many-groups", test_long_lines_and_many_groups);
    ADD("includes-nest-so-far-and-no-further", test_includes_nest_so_far_and_no_further);
    g_test_add_func("/manifest/paths-begin-where-the-manifest-lies",
                    test_paths_begin_where_the_manifest_lies);
    return g_test_run();
}
