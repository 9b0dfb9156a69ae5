#include "batch/plan.h"

#include "batch/fixture.h"

#include <string.h>

#define CSV                                                                                  \
    "year,partner,total\n2019,China,3\n2020,China,4\n2019,\"Korea, Rep.\",1\n2020,\"Korea, " \
    "Rep.\",2\n"

/* What a test asks for; the arrays are there when it begins. */
typedef struct {
    Folder folder;
    GPtrArray *manifests, *data, *only, *own_outputs;
    GArray *flags;
    PlanRequest request;
} Asked;

static void
set_up(Asked *asked, gconstpointer data)
{
    folder_set_up(&asked->folder, data);
    asked->manifests = g_ptr_array_new();
    asked->data = g_ptr_array_new();
    asked->only = g_ptr_array_new();
    asked->own_outputs = g_ptr_array_new();
    asked->flags = g_array_new(FALSE, FALSE, sizeof(PlanFlag));
    asked->request = (PlanRequest){ .manifests = asked->manifests,
                                    .data = asked->data,
                                    .flags = asked->flags,
                                    .own_outputs = asked->own_outputs };
    folder_write("trade.csv", CSV);
}

static void
tear_down(Asked *asked, gconstpointer data)
{
    g_ptr_array_unref(asked->manifests);
    g_ptr_array_unref(asked->data);
    g_ptr_array_unref(asked->only);
    g_ptr_array_unref(asked->own_outputs);
    g_array_unref(asked->flags);
    folder_tear_down(&asked->folder, data);
}

static void
flag(Asked *asked, const char *name, const char *value)
{
    PlanFlag given = { option_find(name), value };

    g_array_append_val(asked->flags, given);
}

/* "NAME: COMMAND -> OUTPUT OUTPUT" a line each. Caller frees. */
static char *
plan_text(const Plan *plan)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        const GPtrArray *outputs = planned->figure->spec->outputs;
        g_autofree char *command = figure_command(planned->figure);

        g_string_append_printf(out, "%s%s: %s ->", i > 0 ? "\n" : "", planned->name,
                               command + strlen("cartouche "));
        for (guint k = 0; outputs != NULL && k < outputs->len; k++)
            g_string_append_printf(out, " %s", (const char *)outputs->pdata[k]);
    }
    return g_string_free(out, FALSE);
}

static Plan *
make(const Asked *asked)
{
    g_autoptr(GPtrArray) errors = errors_new();
    Plan *plan = plan_make(&asked->request, errors);
    g_autofree char *said = errors_text(errors);

    g_assert_cmpstr(said, ==, "");
    return plan;
}

static void
assert_plan(const Asked *asked, const char *expected)
{
    g_autoptr(Plan) plan = make(asked);
    g_autofree char *text = plan_text(plan);

    g_assert_cmpstr(text, ==, expected);
}

static void
assert_mistakes(const Asked *asked, const char *expected)
{
    g_autoptr(GPtrArray) errors = errors_new();
    g_autoptr(Plan) plan = plan_make(&asked->request, errors);
    g_autofree char *said = errors_text(errors);

    g_assert_nonnull(plan);
    g_assert_cmpstr(said, ==, expected);
}

/* The manifest f.ini with this text is asked for. */
static void
manifest(Asked *asked, const char *text)
{
    folder_write("f.ini", text);
    g_ptr_array_set_size(asked->manifests, 0);
    g_ptr_array_add(asked->manifests, "f.ini");
}

#define LINE "chart=line\ndata=trade.csv\nx=year\ny=total\ncolor=partner\n"

/* ---- Manifests ---- */

static void
test_groups_become_figures(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[one]\n" LINE "output=one.svg\noutput=one.png\ntitle=A {{b} = c\n"
                    "[two]\nchart=bar\ndata=trade.csv\nx=sum(total)\ny=partner\noutput=two.svg\n");
    assert_plan(asked,
                "one: line trade.csv --x=year --y=total --color=partner --title='A {{b} = c' "
                "-> one.svg one.png\n"
                "two: bar trade.csv --x='sum(total)' --y=partner -> two.svg");
}

static void
test_what_is_said_closer_by_holds(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[defaults]\nlang=de\nnote=N\nrename=China=C\noutput={group}.svg\n" LINE
                    "[one]\nlang=ko\nrename=total=T\n[two]\noutput=x.svg\n");
    assert_plan(asked,
                "one: line trade.csv --x=year --y=total --color=partner --rename=China=C "
                "--rename=total=T --note=N --lang=ko -> one.svg\n"
                "two: line trade.csv --x=year --y=total --color=partner --rename=China=C --note=N "
                "--lang=de -> x.svg");
    flag(asked, "lang", "fr");
    flag(asked, "rename", "partner=P");
    assert_plan(asked, "one: line trade.csv --x=year --y=total --color=partner --rename=China=C "
                       "--rename=total=T --rename=partner=P --note=N --lang=fr -> one.svg\n"
                       "two: line trade.csv --x=year --y=total --color=partner --rename=China=C "
                       "--rename=partner=P --note=N --lang=fr -> x.svg");
}

static void
test_defaults_go_where_they_mean_something(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    const char *groups = "[one]\n" LINE "output=one.svg\n[two]\nchart=bar\ndata=trade.csv\n"
                         "x=sum(total)\ny=partner\noutput=two.svg\n";
    g_autofree char *some = g_strconcat("[defaults]\nstack=none\n", groups, NULL);
    g_autofree char *none = g_strconcat("[defaults]\ndonut=on\n", groups, NULL);
    g_autofree char *own = g_strconcat("[defaults]\n", groups, "stem=on\n", NULL);

    manifest(asked, some);
    assert_plan(asked, "one: line trade.csv --x=year --y=total --color=partner -> one.svg\n"
                       "two: bar trade.csv --x='sum(total)' --y=partner --stack=none -> two.svg");
    manifest(asked, none);
    assert_mistakes(asked, "f.ini:2: --donut has no meaning for line; it serves pie");
    manifest(asked, own);
    assert_mistakes(asked, "f.ini:15: --stem has no meaning for bar; it serves dot");
}

static void
test_paths_begin_where_they_are_said(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;
    const PlannedFigure *planned;
    g_autoptr(GPtrArray) inputs = NULL;

    folder_write("house/look.ini", "[defaults]\ntheme=./t.ini\ncolors=@colors.csv\n");
    folder_write("r/f.ini", "include=../house/look.ini\n[one]\nchart=line\ndata=../trade.csv\n"
                            "x=year\ny=total\njoin=more.csv\noutput=out/{stem}.svg\n");
    g_ptr_array_add(asked->manifests, "r/f.ini");
    plan = make(asked);
    planned = plan->figures->pdata[0];
    inputs = figure_inputs(planned->figure);
    g_ptr_array_add(inputs, NULL);
    {
        g_autofree char *all = g_strjoinv(" ", (char **)inputs->pdata);

        g_assert_cmpstr(all, ==,
                        "r/../trade.csv r/more.csv r/../house/./t.ini r/../house/colors.csv");
    }
    g_assert_cmpstr(planned->figure->spec->outputs->pdata[0], ==, "r/out/trade.svg");
    g_assert_cmpstr(planned->file, ==, "r/f.ini");
    g_assert_cmpstr(planned->root, ==, "r/f.ini");
    g_assert_cmpuint(planned->line, ==, 2);
    g_assert_cmpuint(plan->files->len, ==, 2);
}

static void
test_every_mistake_is_said_with_its_place(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[defaults]\nwidht=3\n[one]\nchart=lnie\ntitle=a\nx=year\ntitle=b\n"
                    "[two]\nchart=line\ndata=trade.csv\nwidth=wide\no=x.svg\nno-metadata=on\n"
                    "jobs=3\noutput=two.svg\nsource={stem}\nnote={steam}\n"
                    "[three]\ndata=-\noutput=three.svg\n[four]\n" LINE "include=x.ini\n"
                    "[five]\n" LINE "output=five.gif\n");
    assert_mistakes(
        asked, "f.ini:2: no key \"widht\" (did you mean \"weight\", \"width\"?)\n"
               "f.ini:7: title was set at line 5\n"
               "f.ini:4: no chart \"lnie\" (did you mean \"line\", \"pie\"?)\n"
               "f.ini:3: [one] has no data; say data = trade.csv\n"
               "f.ini:12: no key \"o\"; say output\n"
               "f.ini:13: no key \"no-metadata\"; say metadata = off\n"
               "f.ini:14: jobs is of the whole batch; say it on the command line: cartouche "
               "batch … --jobs\n"
               "f.ini:11: --width: \"wide\" is not a length such as 800, 160mm or 6in\n"
               "f.ini:18: [three] has no chart; say chart = bar (cartouche list charts)\n"
               "f.ini:18: [three] names no file; its data are files, as in data = trade.csv\n"
               "f.ini:27: include stands before the first group\n"
               "f.ini:21: [four] has no output; say output = trade.svg\n"
               "f.ini:28: [five] output \"five.gif\": its extension is none of .svg, .png, .pdf "
               "(did you mean \".pdf\"?); or say --format");
}

static void
test_names_in_braces_are_checked(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[two]\n" LINE "output=two.svg\nsource={stem}\nnote={steam}\n");
    assert_mistakes(asked,
                    "f.ini:9: --note: {steam} stands for nothing (did you mean \"stem\"?); there "
                    "are {stem}, {dir}, {group}, and {{ for a brace");
}

static void
test_outputs_stay_in_the_folder(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpint(g_mkdir("sub", 0777), ==, 0);
    g_assert_cmpint(symlink("/", "sub/root"), ==, 0);
    g_assert_cmpint(symlink("../../x.svg", "sub/link.svg"), ==, 0);
    folder_write("sub/f.ini",
                 "[up]\nchart=line\ndata=../trade.csv\nx=year\ny=total\noutput=../up.svg\n"
                 "[abs]\nchart=line\ndata=../trade.csv\nx=year\ny=total\noutput=/abs.svg\n"
                 "[link]\nchart=line\ndata=../trade.csv\nx=year\ny=total\noutput=root/tmp/a.svg\n"
                 "[out]\nchart=line\ndata=../trade.csv\nx=year\ny=total\noutput=link.svg\n"
                 "[in]\nchart=line\ndata=../trade.csv\nx=year\ny=total\noutput=a/../b/in.svg\n"
                 "[table]\nchart=line\ndata=../trade.csv\nx=year\ny=total\ndata-table=../t.csv\n");
    g_ptr_array_add(asked->manifests, "sub/f.ini");
    assert_mistakes(
        asked,
        "sub/f.ini:1: [up] output \"sub/../up.svg\" lies outside the folder of its manifest; "
        "--allow-outside permits it\n"
        "sub/f.ini:7: [abs] output \"/abs.svg\" lies outside the folder of its manifest; "
        "--allow-outside permits it\n"
        "sub/f.ini:13: [link] output \"sub/root/tmp/a.svg\" lies outside the folder of its "
        "manifest; --allow-outside permits it\n"
        "sub/f.ini:19: [out] output \"sub/link.svg\" lies outside the folder of its manifest; "
        "--allow-outside permits it\n"
        "sub/f.ini:31: [table] output \"sub/../t.csv\" lies outside the folder of its manifest; "
        "--allow-outside permits it");
    asked->request.allow_outside = TRUE;
    assert_mistakes(asked, "");
}

static void
test_no_output_is_an_input_or_another_output(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("a.svg", "<svg/>");
    g_assert_cmpint(link("a.svg", "hard.svg"), ==, 0);
    manifest(asked, "[one]\n" LINE "output=one.svg\noutput=./one.svg\n"
                    "[two]\n" LINE "output=two.svg\n"
                    "[three]\n" LINE "output=x/../two.svg\n"
                    "[four]\n" LINE "output=f.svg\ndata-table=trade.csv\n"
                    "[five]\nchart=map\ndata=trade.csv\nareas=a.svg\noutput=five.svg\n"
                    "[six]\n" LINE "output=hard.svg\n");
    assert_mistakes(
        asked, "f.ini:1: [one] output \"./one.svg\" is named twice\n"
               "f.ini:23: [four] output \"trade.csv\" is the input; it would be lost\n"
               "f.ini:16: [three] output \"x/../two.svg\" is that of [two] (f.ini:9) and of "
               "[three] (f.ini:16)\n"
               "f.ini:36: [six] output \"hard.svg\" is an input of [five] (f.ini:31); it would "
               "be lost");
}

static void
test_what_the_run_writes_is_checked(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[one]\n" LINE "output=one.svg\n");
    g_ptr_array_add(asked->own_outputs, "trade.csv");
    g_ptr_array_add(asked->own_outputs, "one.svg");
    g_ptr_array_add(asked->own_outputs, "./f.ini");
    g_ptr_array_add(asked->own_outputs, "report.json");
    assert_mistakes(asked, "\"trade.csv\" is an input of [one] (f.ini:1); it would be lost\n"
                           "\"one.svg\" is an output of [one] (f.ini:1)\n"
                           "\"./f.ini\" is a manifest; it would be lost");
}

static void
test_a_manifest_has_figures(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[defaults]\nlang=de\n");
    assert_mistakes(asked, "f.ini:0: the manifest has no figures; each is a [group] with chart, "
                           "data and output");
}

/* ---- Flags ---- */

static void
by_flags(Asked *asked, const char *output)
{
    asked->request.chart = "line";
    flag(asked, "x", "year");
    flag(asked, "y", "total");
    flag(asked, "output", output);
}

static void
test_a_figure_of_each_file(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("in/my data.csv", CSV);
    g_ptr_array_add(asked->data, "trade.csv");
    g_ptr_array_add(asked->data, "in/my data.csv");
    by_flags(asked, "{dir}/out/{stem}.svg");
    flag(asked, "title", "Of {stem} in {dir}");
    assert_plan(asked, "trade: line trade.csv --x=year --y=total --title='Of trade in .' -> "
                       "./out/trade.svg\n"
                       "my-data: line 'my data.csv' --x=year --y=total --title='Of my data in in' "
                       "-> in/out/my-data.svg");
}

static void
test_one_name_for_all_is_said_once(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    for (guint i = 0; i < 5; i++)
        g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "out.svg");
    assert_mistakes(asked, "output \"out.svg\" is one name for the figures of 5 files; put {stem} "
                           "into it");
}

static void
test_standard_input_is_read_once(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_ptr_array_add(asked->data, "-");
    by_flags(asked, "{stem}.svg");
    assert_mistakes(asked, "--output: {stem} stands for nothing here");
    g_ptr_array_add(asked->data, "trade.csv");
    assert_mistakes(asked, "standard input can be read once: name it alone");
}

static void
test_flags_must_mean_something(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "a.svg");
    flag(asked, "donut", "on");
    assert_mistakes(asked, "--donut has no meaning for line; it serves pie");
}

/* ---- Splits ---- */

static void
test_a_figure_of_each_value(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "t-{partner}.svg");
    flag(asked, "split-by", "partner");
    flag(asked, "title", "To {partner}");
    assert_plan(asked,
                "t-China: line trade.csv --x=year --y=total --where='partner == \"China\"' "
                "--title='To China' -> t-China.svg\n"
                "t-Korea--Rep.: line trade.csv --x=year --y=total --where='partner == \"Korea, "
                "Rep.\"' --title='To Korea, Rep.' -> t-Korea--Rep..svg");
}

static void
test_numbers_times_and_odd_headers_split(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("odd.csv", "is,a `b,month,year,y\n10,\"say \"\"x\"\"\",Mar,2021,1\n"
                            "-2.5,p,Jan,2020,2\n");
    asked->request.chart = "dot";
    g_ptr_array_add(asked->data, "odd.csv");
    flag(asked, "x", "y");
    flag(asked, "y", "month");
    flag(asked, "output", "{is}.svg");
    flag(asked, "split-by", "is");
    assert_plan(asked, "-2.5: dot odd.csv --x=y --y=month --where='`is` == -2.5' -> -2.5.svg\n"
                       "10: dot odd.csv --x=y --y=month --where='`is` == 10' -> 10.svg");
    g_array_set_size(asked->flags, 2);
    flag(asked, "output", "{year}.svg");
    flag(asked, "split-by", "year");
    assert_plan(asked, "2020: dot odd.csv --x=y --y=month --where='year == \"2020\"' -> 2020.svg\n"
                       "2021: dot odd.csv --x=y --y=month --where='year == \"2021\"' -> 2021.svg");
    g_array_set_size(asked->flags, 2);
    flag(asked, "output", "{month}.svg");
    flag(asked, "split-by", "month");
    assert_plan(asked, "Jan: dot odd.csv --x=y --y=month --where='month == \"Jan\"' -> Jan.svg\n"
                       "Mar: dot odd.csv --x=y --y=month --where='month == \"Mar\"' -> Mar.svg");
    g_array_set_size(asked->flags, 2);
    flag(asked, "output", "{a `b}.svg");
    flag(asked, "split-by", "a `b");
    assert_plan(asked,
                "say--x-: dot odd.csv --x=y --y=month --where='`a ``b` == \"say \"\"x\"\"\"' -> "
                "say--x-.svg\np: dot odd.csv --x=y --y=month --where='`a ``b` == \"p\"' -> p.svg");
}

/* The condition keeps the rows of the value, whatever its type and the name of its column. */
static void
test_the_figures_of_a_split_have_all_rows(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    const char *const columns[] = { "is", "a `b", "month", "year", "day", "f" };

    folder_write("odd.csv",
                 "is,a `b,month,year,day,f,y\n10,\"say \"\"x\"\"\",Mar,2021,2021-03-01,0.1,1\n"
                 "-2.5,p,Jan,2020,2021-03-02,1e-7,2\n10,p,Mar,2021,2021-03-02,123456789.125,2\n");
    asked->request.chart = "dot";
    g_ptr_array_add(asked->data, "odd.csv");
    for (guint c = 0; c < G_N_ELEMENTS(columns); c++) {
        g_autofree char *output = g_strdup_printf("{%s}.svg", columns[c]);
        g_autoptr(Plan) plan = NULL;
        gsize rows = 0;

        g_array_set_size(asked->flags, 0);
        flag(asked, "split-by", columns[c]);
        flag(asked, "output", output);
        plan = make(asked);
        g_assert_cmpuint(plan->figures->len, >=, 2);
        for (guint i = 0; i < plan->figures->len; i++) {
            GError *error = NULL;
            g_autoptr(Table) table =
                figure_rows(((PlannedFigure *)plan->figures->pdata[i])->figure, &error);

            g_assert_no_error(error);
            rows += table->length;
        }
        g_assert_cmpuint(rows, ==, 3);
    }
}

static void
test_rows_without_a_value_are_counted(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;
    const ReportEntry *entry;

    folder_write("trade.csv", "year,partner,total\n2019,China,3\n2020,,4\n2021,,5\n");
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "{partner}.svg");
    flag(asked, "split-by", "partner");
    plan = make(asked);
    g_assert_cmpuint(plan->figures->len, ==, 1);
    g_assert_cmpuint(report_length(plan->report), ==, 1);
    entry = report_entry(plan->report, 0);
    g_assert_cmpstr(entry->text, ==,
                    "2 of 3 rows have no value in column \"partner\" and are in no figure of the "
                    "split");
    g_assert_cmpuint(entry->line, ==, 3);
    g_assert_cmpint(entry->severity, ==, SEVERITY_WARNING);
}

static void
test_a_split_that_cannot_be(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "out.svg");
    flag(asked, "split-by", "partner");
    assert_mistakes(asked,
                    "output \"out.svg\" is one name for all figures of the split; put {partner} "
                    "into it");
    g_array_set_size(asked->flags, 0);
    flag(asked, "output", "{partnr}.svg");
    flag(asked, "split-by", "partnr");
    assert_mistakes(asked, "--split-by: no column \"partnr\" in trade.csv (did you mean "
                           "\"partner\"?)");
    folder_write("trade.csv", "year,partner,total\n2019,a/b,3\n2020,a b,4\n");
    g_array_set_size(asked->flags, 0);
    by_flags(asked, "{partner}.svg");
    flag(asked, "split-by", "partner");
    assert_mistakes(asked, "output \"a-b.svg\" is that of \"a/b\" and of \"a b\"");
}

static void
test_data_that_are_not_there_fail_later(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;
    const PlannedFigure *planned;

    manifest(asked, "[defaults]\nchart=line\nx=year\ny=total\n[a]\ndata=none.csv\noutput=a.svg\n"
                    "[b]\ndata=none.csv\nsplit-by=partner\noutput={partner}.svg\n");
    plan = make(asked);
    g_assert_cmpuint(plan->figures->len, ==, 2);
    planned = plan->figures->pdata[0];
    g_assert_no_error(planned->error);
    planned = plan->figures->pdata[1];
    g_assert_error(planned->error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(planned->name, ==, "b");
}

/* Titles have the names that the figure shows, files those of the data. */
static void
test_titles_have_the_new_names(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("trade.csv", "year,who,v\n2019,KOR,3\n2020,KOR,7\n2019,B,1\n2020,B,2\n");
    asked->request.chart = "line";
    g_ptr_array_add(asked->data, "trade.csv");
    flag(asked, "x", "year");
    flag(asked, "y", "v");
    flag(asked, "rename", "KOR=South Korea");
    flag(asked, "title", "To {who}");
    flag(asked, "split-by", "who");
    flag(asked, "output", "{who}.svg");
    assert_plan(asked, "KOR: line trade.csv --x=year --y=v --where='who == \"KOR\"' "
                       "--rename='KOR=South Korea' --title='To South Korea' -> KOR.svg\n"
                       "B: line trade.csv --x=year --y=v --where='who == \"B\"' "
                       "--rename='KOR=South Korea' --title='To B' -> B.svg");
}

/* ---- Same scales ---- */

static void
test_scales_hold_all_figures(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("trade.csv", "year,partner,total\n2019,A,3\n2020,A,37\n2015,B,1\n2018,B,2\n");
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "{partner}.svg");
    flag(asked, "split-by", "partner");
    flag(asked, "same-scales", "on");
    assert_plan(asked, "A: line trade.csv --x=year --y=total --where='partner == \"A\"' "
                       "--x-domain=2015..2020 --y-domain=0..40 -> A.svg\n"
                       "B: line trade.csv --x=year --y=total --where='partner == \"B\"' "
                       "--x-domain=2015..2020 --y-domain=0..40 -> B.svg");
    /* An end that was set stays. */
    flag(asked, "y-domain", "0..100");
    assert_plan(asked, "A: line trade.csv --x=year --y=total --where='partner == \"A\"' "
                       "--x-domain=2015..2020 --y-domain=0..100 -> A.svg\n"
                       "B: line trade.csv --x=year --y=total --where='partner == \"B\"' "
                       "--x-domain=2015..2020 --y-domain=0..100 -> B.svg");
}

static void
test_lengths_keep_their_zero(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("trade.csv", "who,partner,total\nx,A,103\ny,A,137\nx,B,111\ny,B,122\n");
    g_ptr_array_add(asked->data, "trade.csv");
    asked->request.chart = "bar";
    flag(asked, "x", "total");
    flag(asked, "y", "who");
    flag(asked, "output", "{partner}.svg");
    flag(asked, "split-by", "partner");
    flag(asked, "same-scales", "on");
    {
        g_autoptr(Plan) plan = make(asked);
        const PlannedFigure *planned = plan->figures->pdata[1];

        g_assert_cmpfloat(planned->figure->spec->x.domain.from, ==, 0);
        g_assert_cmpfloat(planned->figure->spec->x.domain.to, >=, 137);
        g_assert_false(planned->figure->spec->y.domain.given);
        g_assert_cmpuint(report_length(plan->report), ==, 0);
    }
}

/* Bars of years cannot be told where to begin. */
static void
test_periods_that_differ_are_said(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) same = NULL, other = NULL;

    asked->request.chart = "bar";
    g_ptr_array_add(asked->data, "trade.csv");
    flag(asked, "x", "year");
    flag(asked, "y", "total");
    flag(asked, "output", "{partner}.svg");
    flag(asked, "split-by", "partner");
    flag(asked, "same-scales", "on");
    same = make(asked);
    g_assert_cmpuint(report_length(same->report), ==, 0);
    folder_write("trade.csv", "year,partner,total\n2018,A,3\n2019,A,3\n2020,A,37\n2015,B,1\n"
                              "2016,B,1\n2017,B,2\n");
    other = make(asked);
    g_assert_cmpuint(report_length(other->report), ==, 1);
    g_assert_nonnull(strstr(report_entry(other->report, 0)->text, "a slot for each period"));
    g_assert_cmpfloat(((PlannedFigure *)other->figures->pdata[1])->figure->spec->y.domain.to, ==,
                      37);
}

static void
test_charts_without_axes_say_so(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;

    folder_write("trade.csv", "who,partner,total\nx,A,103\ny,A,137\nx,B,111\ny,B,122\n");
    manifest(asked, "[pies]\nchart=pie\ndata=trade.csv\nx=who\ny=total\nsplit-by=partner\n"
                    "same-scales=on\noutput={partner}.svg\n");
    plan = make(asked);
    g_assert_cmpuint(plan->figures->len, ==, 2);
    g_assert_cmpuint(report_length(plan->report), ==, 1);
    g_assert_cmpint(report_entry(plan->report, 0)->severity, ==, SEVERITY_NOTE);
    g_assert_cmpstr(report_entry(plan->report, 0)->text, ==,
                    "--same-scales: these figures have no axis of numbers or times that all panels "
                    "share; each keeps its own scales");
}

/* A name has one colour in all figures, also where it is the second of one and the first of
 * another; names with a colour by --colors keep theirs. */
static void
test_a_name_keeps_its_colour(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    const char *ends = "--x-domain=2019..2020 --y-domain=0..6";
    g_autofree char *wanted =
        g_strdup_printf("E: line trade.csv --x=year --y=v --color=who --where='part == \"E\"' %s "
                        "--colors='\"b, \"\"c\"\"=#0856a6\",\"d=#cd4626\"' -> E.svg\n"
                        "S: line trade.csv --x=year --y=v --color=who --where='part == \"S\"' %s "
                        "--colors='\"b, \"\"c\"\"=#0856a6\",\"a=#12a49e\"' -> S.svg",
                        ends, ends);
    g_autofree char *given =
        g_strdup_printf("E: line trade.csv --x=year --y=v --color=who --where='part == \"E\"' %s "
                        "--colors=d=red -> E.svg\n"
                        "S: line trade.csv --x=year --y=v --color=who --where='part == \"S\"' %s "
                        "--colors=d=red -> S.svg",
                        ends, ends);

    folder_write("trade.csv", "year,who,part,v\n2019,\"b, \"\"c\"\"\",E,5\n"
                              "2020,\"b, \"\"c\"\"\",E,6\n2019,d,E,1\n2020,d,E,2\n"
                              "2019,a,S,3\n2020,a,S,2\n2019,\"b, \"\"c\"\"\",S,4\n"
                              "2020,\"b, \"\"c\"\"\",S,4\n");
    asked->request.chart = "line";
    g_ptr_array_add(asked->data, "trade.csv");
    flag(asked, "x", "year");
    flag(asked, "y", "v");
    flag(asked, "color", "who");
    flag(asked, "split-by", "part");
    flag(asked, "same-scales", "on");
    flag(asked, "output", "{part}.svg");
    assert_plan(asked, wanted);
    flag(asked, "colors", "d=red");
    assert_plan(asked, given);
}

/* One series a figure needs no colour of its own, and what all agree on is left alone. */
static void
test_colours_that_agree_stay(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    folder_write("trade.csv", "year,partner,total\n2019,A,3\n2020,A,37\n2019,B,1\n2020,B,2\n");
    g_ptr_array_add(asked->data, "trade.csv");
    by_flags(asked, "{partner}.svg");
    flag(asked, "color", "partner");
    flag(asked, "split-by", "partner");
    flag(asked, "same-scales", "on");
    assert_plan(asked,
                "A: line trade.csv --x=year --y=total --color=partner "
                "--where='partner == \"A\"' --x-domain=2019..2020 --y-domain=0..40 -> A.svg\n"
                "B: line trade.csv --x=year --y=total --color=partner "
                "--where='partner == \"B\"' --x-domain=2019..2020 --y-domain=0..40 -> B.svg");
}

static void
test_more_names_than_colours_are_said(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    GString *csv = g_string_new("year,who,part,v\n");
    g_autoptr(Plan) plan = NULL;

    for (guint i = 0; i < 25; i++)
        g_string_append_printf(csv, "2019,n%u,%c,1\n2020,n%u,%c,2\n", i, "AB"[i % 2], i,
                               "AB"[i % 2]);
    folder_write("trade.csv", csv->str);
    g_string_free(csv, TRUE);
    manifest(asked, "[a]\nchart=line\ndata=trade.csv\nx=year\ny=v\ncolor=who\nsplit-by=part\n"
                    "same-scales=on\noutput={part}.svg\n");
    plan = make(asked);
    g_assert_cmpuint(report_length(plan->report), ==, 1);
    g_assert_nonnull(strstr(report_entry(plan->report, 0)->text, "25 names are more than colours"));
    g_assert_null(((PlannedFigure *)plan->figures->pdata[0])->figure->spec->colors);
}

static void
test_ramps_have_the_same_ends(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;

    folder_write("trade.csv", "who,year,part,v\nx,1,A,3.5\ny,1,A,37\nx,2,A,9\ny,2,A,4\n"
                              "x,1,B,1\ny,1,B,2\nx,2,B,1.5\ny,2,B,7\n");
    manifest(asked, "[a]\nchart=heatmap\ndata=trade.csv\nx=year\ny=who\ncolor=v\nsplit-by=part\n"
                    "same-scales=on\noutput={part}.svg\n");
    plan = make(asked);
    for (guint i = 0; i < 2; i++) {
        const Spec *spec = ((PlannedFigure *)plan->figures->pdata[i])->figure->spec;

        g_assert_cmpfloat(spec->color.domain.from, ==, 1);
        g_assert_cmpfloat(spec->color.domain.to, ==, 37);
    }
    g_assert_cmpuint(report_length(plan->report), ==, 0);
}

static void
test_areas_have_the_same_ends(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(Plan) plan = NULL;

    folder_write("trade.csv", "who,part,v\nTHA,A,3.5\nVNM,A,37\nTHA,B,1\nVNM,B,12\n");
    manifest(asked, "[a]\nchart=map\ndata=trade.csv\narea-key=who\nfill=v\nsplit-by=part\n"
                    "same-scales=on\noutput={part}.svg\n");
    plan = make(asked);
    for (guint i = 0; i < 2; i++) {
        const Spec *spec = ((PlannedFigure *)plan->figures->pdata[i])->figure->spec;

        g_assert_cmpfloat(spec->map.fill.domain.from, ==, 1);
        g_assert_cmpfloat(spec->map.fill.domain.to, ==, 37);
    }
    g_assert_cmpuint(report_length(plan->report), ==, 0);
}

/* Whatever the chart: domains that all have are taken, or it is said that they have none. */
static void
test_every_chart_can_be_asked(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    const char *const charts[] = { "line",  "area",   "bar",     "scatter", "dot",
                                   "strip", "box",    "pie",     "heatmap", "slope",
                                   "bump",  "waffle", "treemap", "violin" };

    folder_write("trade.csv", "year,who,part,v\n2019,x,A,3\n2020,x,A,37\n2019,y,A,5\n2020,y,A,6\n"
                              "2019,x,B,1\n2020,x,B,2\n2019,y,B,4\n2020,y,B,9\n");
    g_ptr_array_add(asked->data, "trade.csv");
    for (guint c = 0; c < G_N_ELEMENTS(charts); c++) {
        gboolean by_year = strstr("line area scatter heatmap slope bump", charts[c]) != NULL;
        g_autoptr(Plan) plan = NULL;

        asked->request.chart = charts[c];
        g_array_set_size(asked->flags, 0);
        flag(asked, "split-by", "part");
        flag(asked, "same-scales", "on");
        flag(asked, "output", "{part}.svg");
        flag(asked, "x", by_year ? "year" : "who");
        flag(asked, "y", strcmp(charts[c], "heatmap") == 0 ? "who" : by_year ? "v" : "mean(v)");
        if (strcmp(charts[c], "violin") == 0 || strcmp(charts[c], "box") == 0 ||
            strcmp(charts[c], "strip") == 0)
            ((PlanFlag *)asked->flags->data)[4].value = "v";
        if (by_year)
            flag(asked, "color", strcmp(charts[c], "heatmap") == 0 ? "v" : "who");
        plan = make(asked);
        for (guint i = 0; i < plan->figures->len; i++) {
            g_autoptr(GError) error = NULL;

            figure_draw(((PlannedFigure *)plan->figures->pdata[i])->figure, NULL, &error);
            if (error != NULL)
                g_error("%s: %s", charts[c], error->message);
        }
    }
}

/* ---- Choosing ---- */

static void
test_only_some_figures(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    manifest(asked, "[defaults]\n" LINE "output={group}.svg\n[trade-a]\n[trade-b]\n[share]\n");
    asked->request.only = asked->only;
    g_ptr_array_add(asked->only, "trade-?");
    assert_plan(asked, "trade-a: line trade.csv --x=year --y=total --color=partner -> trade-a.svg\n"
                       "trade-b: line trade.csv --x=year --y=total --color=partner -> trade-b.svg");
    g_ptr_array_add(asked->only, "shore");
    assert_mistakes(asked, "--only: no figure is called \"shore\" (did you mean \"share\"?)");
}

static void
test_shards_are_the_whole(Asked *asked, G_GNUC_UNUSED gconstpointer data)
{
    guint total = 0;

    manifest(asked, "[defaults]\n" LINE "output={group}.svg\n[a]\n[b]\n[c]\n[d]\n[e]\n");
    for (guint i = 1; i <= 3; i++) {
        g_autoptr(Plan) plan = NULL;

        asked->request.shard = (Shard){ i, 3 };
        plan = make(asked);
        g_assert_cmpuint(plan->figures->len, >=, 1);
        g_assert_cmpuint(plan->figures->len, <=, 2);
        total += plan->figures->len;
    }
    g_assert_cmpuint(total, ==, 5);
}

#define ADD(name, function) g_test_add("/plan/" name, Asked, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("groups-become-figures", test_groups_become_figures);
    ADD("what-is-said-closer-by-holds", test_what_is_said_closer_by_holds);
    ADD("defaults-go-where-they-mean-something", test_defaults_go_where_they_mean_something);
    ADD("paths-begin-where-they-are-said", test_paths_begin_where_they_are_said);
    ADD("every-mistake-is-said-with-its-place", test_every_mistake_is_said_with_its_place);
    ADD("names-in-braces-are-checked", test_names_in_braces_are_checked);
    ADD("outputs-stay-in-the-folder", test_outputs_stay_in_the_folder);
    ADD("no-output-is-an-input-or-another-output", test_no_output_is_an_input_or_another_output);
    ADD("what-the-run-writes-is-checked", test_what_the_run_writes_is_checked);
    ADD("a-manifest-has-figures", test_a_manifest_has_figures);
    ADD("a-figure-of-each-file", test_a_figure_of_each_file);
    ADD("one-name-for-all-is-said-once", test_one_name_for_all_is_said_once);
    ADD("standard-input-is-read-once", test_standard_input_is_read_once);
    ADD("flags-must-mean-something", test_flags_must_mean_something);
    ADD("a-figure-of-each-value", test_a_figure_of_each_value);
    ADD("numbers-times-and-odd-headers-split", test_numbers_times_and_odd_headers_split);
    ADD("the-figures-of-a-split-have-all-rows", test_the_figures_of_a_split_have_all_rows);
    ADD("rows-without-a-value-are-counted", test_rows_without_a_value_are_counted);
    ADD("a-split-that-cannot-be", test_a_split_that_cannot_be);
    ADD("data-that-are-not-there-fail-later", test_data_that_are_not_there_fail_later);
    ADD("scales-hold-all-figures", test_scales_hold_all_figures);
    ADD("lengths-keep-their-zero", test_lengths_keep_their_zero);
    ADD("periods-that-differ-are-said", test_periods_that_differ_are_said);
    ADD("charts-without-axes-say-so", test_charts_without_axes_say_so);
    ADD("titles-have-the-new-names", test_titles_have_the_new_names);
    ADD("a-name-keeps-its-colour", test_a_name_keeps_its_colour);
    ADD("colours-that-agree-stay", test_colours_that_agree_stay);
    ADD("more-names-than-colours-are-said", test_more_names_than_colours_are_said);
    ADD("ramps-have-the-same-ends", test_ramps_have_the_same_ends);
    ADD("areas-have-the-same-ends", test_areas_have_the_same_ends);
    ADD("every-chart-can-be-asked", test_every_chart_can_be_asked);
    ADD("only-some-figures", test_only_some_figures);
    ADD("shards-are-the-whole", test_shards_are_the_whole);
    return g_test_run();
}
