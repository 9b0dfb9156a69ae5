#include "figure.h"

/* Data as they come: whatever is drawn stays on its page and no words lie over others. */
static char *
many_rows(guint n, const char *name)
{
    GString *csv = g_string_new("name,kind,value\n");

    for (guint i = 0; i < n; i++)
        g_string_append_printf(csv, "%s %u,Kind %u,%u\n", name, i, i % 3, i * 37 % 61 + 1);
    return g_string_free(csv, FALSE);
}

static void
check_pages(const char *chart, const char *csv, const char *extra)
{
    static const char *const sizes[][2] = {
        { "width=800", "height=500" }, { "width=400", "height=300" },
        { "width=200", "height=150" }, { "width=1280", "height=720" },
        { "width=300", "height=900" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_auto(Figure) figure =
            FIGURE(chart, csv, "x=name", "y=value", sizes[i][0], sizes[i][1], extra);
        g_autofree char *fault = figure.error == NULL ? figure_fault(&figure) : NULL;

        if (fault != NULL)
            g_error("%s %s %s %s: %s\n%s", chart, sizes[i][0], sizes[i][1], extra, fault, csv);
    }
}

static void
test_pages(void)
{
    static const char *const charts[] = { "pie", "waffle", "units", "parliament", "treemap" };
    static const char *const extras[] = { "metadata=on",   "values=on",  "values=off", "legend=top",
                                          "legend=direct", "facet=kind", "theme=slide" };
    static const char *const named[] = {
        "name,kind,value\nOnly,A,42\n",
        "name,kind,value\nพรรคเพื่อไทย,A,141\nพรรคก้าวไกล,A,151\n더불어민주당 연합,B,36\n기타,B,1\n",
        "name,kind,value\nA,x,4\nB,x,\n,y,3\nC,y,0\nD,x,9\n",
        "name,kind,value\nA,x,1\nB,x,1\nC,x,1\nD,x,1\nE,x,995\nF,y,1\n",
    };

    for (guint c = 0; c < G_N_ELEMENTS(charts); c++)
        for (guint e = 0; e < G_N_ELEMENTS(extras); e++) {
            g_autofree char *seven = many_rows(7, "Department of Economic Planning and Investment");
            g_autofree char *twenty =
                many_rows(20, "Department of Economic Planning and Investment");

            check_pages(charts[c], seven, extras[e]);
            check_pages(charts[c], twenty, extras[e]);
            for (guint i = 0; i < G_N_ELEMENTS(named); i++)
                check_pages(charts[c], named[i], extras[e]);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/parts/all-stays-on-the-page-and-apart", test_pages);
    return g_test_run();
}
