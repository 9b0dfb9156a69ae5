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

static ct_figure *
months_figure(const Fixture *f, const char *y)
{
    ct_figure *figure = ct_figure_new("bar", NULL);
    g_autofree char *csv = g_build_filename(f->folder, "months.csv", NULL);

    g_assert_true(ct_figure_set(figure, "x", "month", NULL));
    g_assert_true(ct_figure_set(figure, "y", y, NULL));
    g_assert_true(ct_figure_set_data(figure, csv, NULL));
    return figure;
}

/* The bytes of a deck of four figures; caller frees. */
static char *
deck_of(const char *path, ct_figure *const *figures, bool ahead, gsize *ret_length)
{
    ct_deck *deck = ct_deck_new(path, NULL, NULL);
    ct_error *error = NULL;
    char *bytes = NULL;

    if (ahead)
        ct_deck_draw_ahead(deck, figures, 4, 3);
    g_assert_true(ct_deck_add_figure(deck, figures[0], NULL));
    g_assert_false(ct_deck_add_figure(deck, figures[1], &error));
    g_assert_cmpint(ct_error_get_code(error), ==, CT_ERROR_USAGE);
    ct_error_free(error);
    g_assert_true(ct_deck_add_figure(deck, figures[2], NULL));
    g_assert_true(ct_deck_add_figure(deck, figures[3], NULL));
    g_assert_true(ct_deck_write(deck, NULL));
    ct_deck_free(deck);
    g_assert_true(g_file_get_contents(path, &bytes, ret_length, NULL));
    return bytes;
}

/* Figures that several threads drew ahead make the same file, and say what is wrong when they are
 * added; one that comes twice is drawn by one thread. */
static void
test_ahead(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    static const char *const extensions[] = { "pptx", "pdf" };

    for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
        g_autofree char *name = g_strconcat("deck.", extensions[i], NULL);
        g_autofree char *path = g_build_filename(f->folder, name, NULL);
        ct_figure *total = months_figure(f, "total"), *none = months_figure(f, "none"),
                  *mean = months_figure(f, "mean(total)");
        ct_figure *const figures[] = { total, none, mean, total };
        gsize n_ahead, n_plain;
        g_autofree char *ahead = deck_of(path, figures, true, &n_ahead);
        g_autofree char *plain = deck_of(path, figures, false, &n_plain);

        g_assert_cmpmem(ahead, n_ahead, plain, n_plain);
        ct_figure_free(total);
        ct_figure_free(none);
        ct_figure_free(mean);
    }
}

/* A deck that is given up frees what was drawn for it. */
static void
test_ahead_for_nothing(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    ct_figure *total = months_figure(f, "total"), *none = months_figure(f, "none");
    ct_figure *const figures[] = { total, none };
    ct_deck *deck = ct_deck_new(f->pptx, NULL, NULL);

    ct_deck_draw_ahead(deck, figures, 2, 0);
    ct_deck_draw_ahead(deck, figures, 0, 0);
    ct_deck_free(deck);
    ct_figure_free(total);
    ct_figure_free(none);
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
    g_test_add("/api/deck/ahead", Fixture, NULL, fixture_set_up, test_ahead, fixture_tear_down);
    g_test_add("/api/deck/ahead-for-nothing", Fixture, NULL, fixture_set_up, test_ahead_for_nothing,
               fixture_tear_down);
    g_test_add("/api/deck/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
    return g_test_run();
}
