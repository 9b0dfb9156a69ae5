// Decks as a C program makes them.
#include "cartouche.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder, *svg, *pptx;
} Fixture;

static void
fixture_set_up(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    static const char months[] = "month,total\nJan,3\nFeb,5\nMar,4\n";
    ct_figure *figure = ct_figure_new("bar", NULL);
    g_autofree char *csv = NULL;

    f->folder = g_dir_make_tmp("cartouche-test-XXXXXX", NULL);
    f->svg = g_build_filename(f->folder, "months.svg", NULL);
    f->pptx = g_build_filename(f->folder, "deck.pptx", NULL);
    csv = g_build_filename(f->folder, "months.csv", NULL);
    g_assert_true(g_file_set_contents(csv, months, -1, NULL));
    g_assert_true(ct_figure_set(figure, "x", "month", NULL));
    g_assert_true(ct_figure_set(figure, "y", "total", NULL));
    g_assert_true(ct_figure_set_data(figure, csv, NULL));
    g_assert_true(ct_figure_write(figure, f->svg, NULL));
    ct_figure_free(figure);
}

static void
fixture_tear_down(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(f->folder, name, NULL);

        g_assert_cmpint(g_remove(path), ==, 0);
    }
    g_assert_cmpint(g_rmdir(f->folder), ==, 0);
    g_free(f->folder);
    g_free(f->svg);
    g_free(f->pptx);
}

/* Archives hold NUL bytes, at which strstr() ends. */
static gboolean
holds(const char *bytes, gsize length, const char *text)
{
    for (gsize i = 0; i + strlen(text) <= length; i++)
        if (memcmp(bytes + i, text, strlen(text)) == 0)
            return TRUE;
    return FALSE;
}

static void
test_write(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_error *error = NULL;
    ct_deck *deck = ct_deck_new(f->pptx, "Months", &error);
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true(ct_deck_add(deck, f->svg, &error));
    g_assert_true(ct_deck_add(deck, f->svg, &error));
    g_assert_true(ct_deck_write(deck, &error));
    ct_deck_free(deck);
    g_assert_true(g_file_get_contents(f->pptx, &bytes, &length, NULL));
    g_assert_cmpmem(bytes, 4, "PK\x03\x04", 4);
    g_assert_true(holds(bytes, length, "ppt/slides/slide3.xml"));
    g_assert_false(holds(bytes, length, "ppt/slides/slide4.xml"));
}

/* A figure that is refused leaves the deck as it was; an old file stays. */
static void
test_refused(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_error *error = NULL;
    ct_deck *deck = ct_deck_new(f->pptx, NULL, &error);
    g_autofree char *bytes = NULL;

    g_assert_true(g_file_set_contents(f->pptx, "old", -1, NULL));
    g_assert_false(ct_deck_add(deck, f->pptx, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_INPUT);
    g_assert_cmpstr(ct_error_file(error), ==, f->pptx);
    ct_error_free(g_steal_pointer(&error));
    g_assert_false(ct_deck_write(deck, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    g_assert_cmpstr(ct_error_message(error), ==, "a deck needs at least one figure");
    ct_error_free(g_steal_pointer(&error));
    g_assert_true(g_file_get_contents(f->pptx, &bytes, NULL, NULL));
    g_assert_cmpstr(bytes, ==, "old");
    g_assert_true(ct_deck_add(deck, f->svg, NULL));
    ct_deck_free(deck);
    g_assert_null(ct_deck_new(f->svg, NULL, &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    ct_error_free(error);
    ct_deck_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/api/deck/write", Fixture, NULL, fixture_set_up, test_write, fixture_tear_down);
    g_test_add("/api/deck/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
    return g_test_run();
}
