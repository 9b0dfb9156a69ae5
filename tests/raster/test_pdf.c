#include "raster/pdf.h"

#include <glib/gstdio.h>

#include "raster/sample.h"
#include "raster/sample_host.h"

static GBytes *
write_sample(gboolean outlines, gboolean metadata)
{
    g_autoptr(Scene) scene = sample_scene(COLOR_RGB(0xffffff));
    OutputPage page = { scene, { .outlines = outlines, .metadata = metadata } };
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) pdf = raster_write_pdf(&page, 1, NULL, &error);

    g_assert_no_error(error);
    return g_steal_pointer(&pdf);
}

static gboolean
contains(GBytes *bytes, const char *text)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    for (gsize i = 0; i + strlen(text) <= size; i++)
        if (memcmp(data + i, text, strlen(text)) == 0)
            return TRUE;
    return FALSE;
}

/* What a program prints about the file; NULL when the program is not installed. Caller frees. */
static char *
run_on(const char *program, GBytes *pdf, const char *last)
{
    g_autofree char *found = g_find_program_in_path(program);
    g_autofree char *path = NULL;
    const char *argv[4] = { program, NULL, last, NULL };
    char *output = NULL;
    int file, status;

    if (found == NULL)
        return NULL;
    file = g_file_open_tmp("cartouche-XXXXXX.pdf", &path, NULL);
    g_assert_cmpint(file, >=, 0);
    g_assert_true(g_close(file, NULL));
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(pdf, NULL),
                                      (gssize)g_bytes_get_size(pdf), NULL));
    argv[1] = path;
    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               NULL, &status, NULL));
    g_remove(path);
    g_assert_cmpint(status, ==, 0);
    return output;
}

static void
test_same_bytes(void)
{
    g_autoptr(GBytes) once = write_sample(FALSE, TRUE);
    g_autoptr(GBytes) other = write_sample(TRUE, TRUE);
    g_autoptr(GBytes) twice = write_sample(FALSE, TRUE);

    g_assert_true(g_bytes_equal(once, twice));
    g_assert_false(g_bytes_equal(once, other));
    g_assert_cmpmem(g_bytes_get_data(once, NULL), 5, "%PDF-", 5);
}

static void
test_metadata(void)
{
    g_autoptr(GBytes) with = write_sample(FALSE, TRUE);
    g_autoptr(GBytes) without = write_sample(FALSE, FALSE);

    g_assert_true(contains(with, "/CreationDate (20000101000000Z)"));
    g_assert_true(contains(with, "/Title (Rides per day)"));
    g_assert_true(contains(with, "/Creator (Cartouche "));
    g_assert_true(contains(with, "/Subject "));
    g_assert_true(contains(with, "/MediaBox [ 0 0 300 187.5 ]"));
    g_assert_true(contains(without, "/CreationDate (20000101000000Z)"));
    g_assert_false(contains(without, "/Title (Rides per day)"));
}

static void
test_text_is_text(void)
{
    g_autoptr(GBytes) pdf = write_sample(FALSE, TRUE);
    g_autofree char *text = run_on("pdftotext", pdf, "-");

    if (text == NULL) {
        g_test_skip("pdftotext is not installed");
        return;
    }
    g_assert_nonnull(strstr(text, "AVATAR Type: rides per day, 2019–2024"));
    g_assert_nonnull(strstr(text, "€1 = £0.85"));
    g_assert_nonnull(strstr(text, "Serif, drawn by Pango"));
    g_assert_nonnull(strstr(text, "thousands"));
}

static void
test_fonts_are_embedded(void)
{
    g_autoptr(GBytes) pdf = write_sample(FALSE, TRUE);
    g_autofree char *fonts = run_on("pdffonts", pdf, NULL);

    if (fonts == NULL) {
        g_test_skip("pdffonts is not installed");
        return;
    }
    g_auto(GStrv) lines = g_strsplit(g_strchomp(fonts), "\n", -1);

    g_assert_cmpuint(g_strv_length(lines), >=, 6); /* two lines of heading, four fonts */
    for (guint i = 2; lines[i] != NULL; i++)
        if (strstr(lines[i], " yes yes yes ") == NULL) /* embedded, subset, with characters */
            g_error("not embedded: %s", lines[i]);
}

static void
test_outlines_have_no_font(void)
{
    g_autoptr(GBytes) pdf = write_sample(TRUE, TRUE);

    g_assert_false(contains(pdf, "/FontDescriptor"));
}

/* Every page has its own size and its fonts from one set. */
static void
test_pages(void)
{
    g_autoptr(Scene) wide = sample_scene(COLOR_RGB(0xffffff));
    g_autoptr(Scene) small = sample_scene(COLOR_RGB(0xeeeeee));
    const OutputOptions options = { .metadata = TRUE,
                                    .command = "cartouche bar a.csv",
                                    .hash = "1" };
    const OutputPage pages[] = { { wide, options }, { small, options } };

    small->size = (Size){ 200, 100 };
    g_autoptr(GBytes) pdf = raster_write_pdf(pages, 2, "Both", NULL);
    g_autoptr(GBytes) again = raster_write_pdf(pages, 2, "Both", NULL);

    g_assert_true(g_bytes_equal(pdf, again));
    g_assert_true(contains(pdf, "/MediaBox [ 0 0 300 187.5 ]"));
    g_assert_true(contains(pdf, "/MediaBox [ 0 0 150 75 ]"));
    g_assert_true(contains(pdf, "/Title (Both)"));
    g_assert_true(contains(pdf, "/Title (Rides per day)"));
    g_assert_true(contains(pdf, "/Count 2"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/pdf/same-scene-same-bytes", test_same_bytes);
    g_test_add_func("/pdf/metadata-without-a-clock", test_metadata);
    g_test_add_func("/pdf/text-can-be-found", test_text_is_text);
    g_test_add_func("/pdf/fonts-are-embedded", test_fonts_are_embedded);
    g_test_add_func("/pdf/pages-of-their-own-size", test_pages);
    g_test_add_func("/pdf/outlines-need-no-font", test_outlines_have_no_font);
    return g_test_run();
}
