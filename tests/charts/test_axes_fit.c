// Axes at every width: no two words meet, none leaves the page, and every axis says something.
#include "charts/figure.h"

/* What other systems' fonts may need more. */
#define SLACK 0.12

/* By the same factor at each step, however far the ends are apart. */
static double
between(double from, double to, double t)
{
    return pow(10, log10(from) * (1 - t) + log10(to) * t);
}

/* Rows of x and y, evenly from one end to the other; on log axes by the same factor. */
static char *
numbers(double x0, double x1, double y0, double y1, gboolean by_factor)
{
    GString *csv = g_string_new("p,q\n");

    for (guint i = 0; i <= 10; i++) {
        double t = i / 10.0;
        double x = by_factor ? between(x0, x1, t) : x0 + (x1 - x0) * t;
        double y = by_factor ? between(y0, y1, t) : y0 + (y1 - y0) * t;

        number_append_exact(csv, x);
        g_string_append_c(csv, ',');
        number_append_exact(csv, y);
        g_string_append_c(csv, '\n');
    }
    return g_string_free(csv, FALSE);
}

/* Moments a step apart, as ISO dates and times. */
static char *
moments(const char *first, TimeUnit unit, guint n, guint every)
{
    GString *csv = g_string_new("when,q\n");
    TimeUnit read;
    double time;

    g_assert_true(calendar_parse(first, strlen(first), &time, &read));
    for (guint i = 0; i < n; i++) {
        double at = calendar_add(time, unit, (gint64)i * every);

        calendar_append_format(csv, at,
                               unit <= TIME_HOUR    ? "%Y-%m-%dT%H:%M:%S"
                               : unit == TIME_YEAR  ? "%Y"
                               : unit == TIME_MONTH ? "%Y-%m"
                                                    : "%Y-%m-%d");
        g_string_append_printf(csv, ",%u\n", 1 + i * 7 % 13);
    }
    return g_string_free(csv, FALSE);
}

static char *
names(guint n, const char *const *words, guint n_words)
{
    GString *csv = g_string_new("name,q\n");

    for (guint i = 0; i < n; i++)
        g_string_append_printf(csv, "%s%s%u,%u\n", words[i % n_words], n > n_words ? " " : "",
                               n > n_words ? i : 0, 3 + i * 5 % 17);
    return g_string_free(csv, FALSE);
}

/* Wider letters grow away from the point that a text stands on. */
static Rect
widened(const SceneNode *node)
{
    Rect box = scene_node_bounds(node);
    double more = box.width * SLACK;

    box.width += more;
    if (node->text.anchor == ANCHOR_END)
        box.x -= more;
    if (node->text.anchor == ANCHOR_MIDDLE)
        box.x -= more / 2;
    return box;
}

/* Caller frees; NULL: all is well. */
static char *
find_fault(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    Size size = figure->scene->size;
    Rect page = { -0.01, -0.01, size.width + 0.02, size.height + 0.02 };

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];
        Rect box;

        if (node->kind != NODE_TEXT)
            continue;
        box = widened(node);
        if (!rect_contains(page, box))
            return g_strdup_printf("\"%s\" leaves the page", node->text.text);
        for (guint k = 0; k < i; k++) {
            const SceneNode *other = nodes->pdata[k];

            if (other->kind == NODE_TEXT && figure_overlap(box, widened(other)) > 0.05)
                return g_strdup_printf("\"%s\" meets \"%s\"", other->text.text, node->text.text);
        }
    }
    return NULL;
}

static guint
count_axis_words(const Figure *figure)
{
    g_autoptr(GPtrArray) texts = figure_find(figure, ROLE_LABELS, NODE_TEXT);

    return texts->len;
}

static void
sweep(const char *chart, char *csv, const char *const *options)
{
    g_autofree char *held = csv;

    for (double width = 120; width <= 1600; width = ceil(width * 1.23)) {
        g_autofree char *asked = g_strdup_printf("width=%g", width);
        const char *all[12] = { asked };
        g_autofree char *fault = NULL;
        guint n = 1;

        for (; options[n - 1] != NULL; n++)
            all[n] = options[n - 1];
        {
            g_auto(Figure) figure = figure_draw(chart, csv, all);

            fault = find_fault(&figure);
            if (fault != NULL)
                g_error("%s of %s, width %g, %s: %s", chart, csv, width,
                        options[2] != NULL ? options[2] : "", fault);
            /* Of two axes each has a word at least. */
            if (count_axis_words(&figure) < 2)
                g_error("%s of %s, width %g: an axis without words", chart, csv, width);
        }
    }
}

#define SWEEP(chart, csv, ...) sweep(chart, csv, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_numbers(void)
{
    static const double ends[][2] = {
        { 0, 1 },        { 0, 3 },      { 1e-9, 5e-9 },       { 1e12, 9e12 },   { 0, 12e6 },
        { -5, 5 },       { -4e-7, 0 },  { 99999.5, 1e5 },     { 1e300, 2e300 }, { 0.1, 0.30000001 },
        { -1e9, 2.5e9 }, { 0, 123456 }, { 1234567, 1234570 }, { 7, 7 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        double a = ends[i][0], b = ends[i][1];

        SWEEP("scatter", numbers(a, b, a, b, FALSE), "x=p", "y=q");
        SWEEP("scatter", numbers(a, b, a, b, FALSE), "x=p", "y=q", "x-ticks=12", "y-ticks=12");
        SWEEP("scatter", numbers(a, b, a, b, FALSE), "x=p", "y=q", "x-format=,.4f",
              "y-format=,.4f");
        SWEEP("scatter", numbers(a, b, a, b, FALSE), "x=p", "y=q", "x-unit=€", "y-unit=%");
    }
    SWEEP("scatter", numbers(0, 50e6, 0, 50e6, FALSE), "x=p", "y=q",
          "x-ticks=0,12000000,13000000,24000000,36000000,50000000", "lang=de");
}

static void
test_logs(void)
{
    static const double ends[][2] = {
        { 1, 10 }, { 1, 1e20 }, { 1e-9, 1e9 }, { 2, 9 }, { 5, 5e6 }, { 1e-300, 1e300 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        double a = ends[i][0], b = ends[i][1];

        SWEEP("scatter", numbers(a, b, a, b, TRUE), "x=p", "y=q", "x-scale=log", "y-scale=log");
        SWEEP("scatter", numbers(a, b, a, b, TRUE), "x=p", "y=q", "x-scale=symlog",
              "y-scale=symlog");
    }
}

static void
test_times(void)
{
    static const struct {
        const char *first;
        TimeUnit unit;
        guint n, every;
    } spans[] = {
        { "2019-12-31T23:59:30", TIME_SECOND, 60, 1 },
        { "2019-12-31T22:00:00", TIME_MINUTE, 200, 1 },
        { "2019-12-30T12:00:00", TIME_HOUR, 40, 1 },
        { "2019-12-20", TIME_DAY, 30, 1 },
        { "2019-11-01", TIME_DAY, 200, 1 },
        { "2018-03-01", TIME_MONTH, 30, 1 },
        { "2000-01-01", TIME_YEAR, 24, 1 },
        { "1000-01-01", TIME_YEAR, 100, 10 },
        { "2019-05-05", TIME_DAY, 2, 1 },
        { "2019-01-01", TIME_YEAR, 3, 1 },
        { "1400-01-01", TIME_YEAR, 7, 100 },
        { "2020-01-01", TIME_MONTH, 12, 1 },
    };
    static const char *const tongues[] = { "lang=en", "lang=de", "lang=ja", "lang=th" };

    for (guint i = 0; i < G_N_ELEMENTS(spans); i++)
        for (guint k = 0; k < G_N_ELEMENTS(tongues); k++) {
            SWEEP("line", moments(spans[i].first, spans[i].unit, spans[i].n, spans[i].every),
                  "x=when", "y=q", tongues[k]);
            if (spans[i].unit > TIME_HOUR)
                SWEEP("bar", moments(spans[i].first, spans[i].unit, spans[i].n, spans[i].every),
                      "x=when", "y=q", tongues[k], "values=off");
        }
}

static void
test_names(void)
{
    static const char *const many[] = { "East Asia and the Pacific (excluding high income)",
                                        "Österreich", "Uncharacteristically long-winded", "UK" };
    static const char *const few[] = { "Yes", "No", "Perhaps" };
    static const char *const asian[] = { "조선민주주의인민공화국", "ประเทศไทยและเพื่อนบ้าน", "日本国",
                                         "베트남" };
    static const guint counts[] = { 1, 2, 3, 4, 9, 40 };

    for (guint i = 0; i < G_N_ELEMENTS(counts); i++) {
        static const char *const orients[] = { "orient=auto", "orient=vertical",
                                               "orient=horizontal" };

        for (guint k = 0; k < G_N_ELEMENTS(orients); k++) {
            SWEEP("bar", names(counts[i], many, 4), "x=name", "y=q", orients[k]);
            SWEEP("bar", names(counts[i], few, 3), "x=name", "y=q", orients[k]);
            SWEEP("bar", names(counts[i], asian, 4), "x=name", "y=q", orients[k]);
        }
        SWEEP("line", names(counts[i], many, 4), "x=name", "y=q");
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/axes-fit/numbers", test_numbers);
    g_test_add_func("/axes-fit/logs", test_logs);
    g_test_add_func("/axes-fit/times", test_times);
    g_test_add_func("/axes-fit/names", test_names);
    return g_test_run();
}
