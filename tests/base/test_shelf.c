// Things that several read: once, with the same remarks and errors for all, until nobody wants
// them.
#include "base/shelf.h"

#define N_THREADS 8

static gint n_reads, n_frees;

static gpointer
number_read(gconstpointer request, Report *report, GError **error)
{
    const char *text = request;

    g_atomic_int_inc(&n_reads);
    g_usleep(2000);
    report_add(report, SEVERITY_NOTE, (Where){ "a.csv", 3, 2 }, 5, "read as %s", text);
    if (text[0] != '-')
        return g_strdup(text);
    error_set(error, ERROR_LIMIT, (Where){ "a.csv", 7, 1 }, "%s is too small", text);
    return NULL;
}

static gpointer
number_share(gpointer thing)
{
    return g_strdup(thing);
}

static void
number_free(gpointer thing)
{
    g_atomic_int_inc(&n_frees);
    g_free(thing);
}

static const ShelfKind number = { "number", number_read, number_share, number_free };
static const ShelfKind other = { "other", number_read, number_share, number_free };

static void
assert_gets(Shelf *shelf, const ShelfKind *kind, const char *file, const char *key,
            const char *text)
{
    g_autoptr(Report) report = report_new();
    g_autofree char *got = shelf_get(shelf, kind, file, key, text, report, NULL);

    g_assert_cmpstr(got, ==, text);
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpstr(report_entry(report, 0)->file, ==, "a.csv");
    g_assert_cmpuint(report_entry(report, 0)->line, ==, 3);
    g_assert_cmpuint(report_entry(report, 0)->field, ==, 2);
    g_assert_cmpuint(report_entry(report, 0)->count, ==, 5);
}

static gpointer
get_in_thread(gpointer shelf)
{
    assert_gets(shelf, &number, "a.csv", "", "12");
    return NULL;
}

static void
test_once(void)
{
    g_autoptr(Shelf) shelf = shelf_new();
    GThread *threads[N_THREADS];

    n_reads = 0;
    for (guint i = 0; i < N_THREADS; i++)
        threads[i] = g_thread_new("reader", get_in_thread, shelf);
    for (guint i = 0; i < N_THREADS; i++)
        g_thread_join(threads[i]);
    g_assert_cmpint(n_reads, ==, 1);
    assert_gets(shelf, &number, "a.csv", "", "12");
    g_assert_cmpint(n_reads, ==, 1);
}

/* Another file, another key and another kind are other things; without a shelf all are. */
static void
test_apart(void)
{
    g_autoptr(Shelf) shelf = shelf_new();

    n_reads = 0;
    assert_gets(shelf, &number, "a.csv", "", "1");
    assert_gets(shelf, &number, "b.csv", "", "2");
    assert_gets(shelf, &number, "a.csv", "key", "3");
    assert_gets(shelf, &other, "a.csv", "", "4");
    g_assert_cmpint(n_reads, ==, 4);
    assert_gets(NULL, &number, "a.csv", "", "5");
    assert_gets(NULL, &number, "a.csv", "", "6");
    g_assert_cmpint(n_reads, ==, 6);
}

static void
test_failed(void)
{
    g_autoptr(Shelf) shelf = shelf_new();

    n_reads = 0;
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Report) report = report_new();
        g_autoptr(GError) error = NULL;

        g_assert_null(shelf_get(shelf, &number, "a.csv", "", "-1", report, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
        g_assert_cmpstr(error->message, ==, "-1 is too small");
        g_assert_cmpuint(error_where(error).line, ==, 7);
        g_assert_cmpuint(report_length(report), ==, 1);
    }
    g_assert_cmpint(n_reads, ==, 1);
}

static void
test_released(void)
{
    Shelf *shelf = shelf_new();

    n_reads = n_frees = 0;
    shelf_expect(shelf, "a.csv");
    shelf_expect(shelf, "a.csv");
    assert_gets(shelf, &number, "a.csv", "", "1");
    assert_gets(shelf, &number, "a.csv", "key", "2");
    assert_gets(shelf, &number, "b.csv", "", "3");
    shelf_done(shelf, "a.csv");
    g_assert_cmpint(n_frees, ==, 0);
    shelf_done(shelf, "a.csv");
    g_assert_cmpint(n_frees, ==, 2);
    assert_gets(shelf, &number, "b.csv", "", "3");
    g_assert_cmpint(n_reads, ==, 3);
    shelf_free(shelf);
    g_assert_cmpint(n_frees, ==, 3);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shelf/threads-read-once", test_once);
    g_test_add_func("/shelf/other-things-apart", test_apart);
    g_test_add_func("/shelf/one-failure-for-all", test_failed);
    g_test_add_func("/shelf/gone-when-nobody-wants-it", test_released);
    return g_test_run();
}
