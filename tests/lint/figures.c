// Every figure of output/ and every golden case, at three sizes and in all themes: no text over a
// text or over a mark that is not its own, none beyond the page, all readable.
#include "cartouche_figure.h"
#include "cli/arguments.h"
#include "theme/theme.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tally.h"

typedef struct {
    const char *name;
    const char *options[3]; /* name, value; ends with NULL */
    const char *more[3];
} PageSize;

static const PageSize sizes[] = {
    { "800x500", { "width", "800" }, { "height", "500" } },
    { "400x300", { "width", "400" }, { "height", "300" } },
    { "slide", { "preset", "slide" }, { NULL } },
};

/* One line of output/figures.txt, or one golden case. */
typedef struct {
    char *name, *folder;
    char **argv; /* "cartouche", chart, data, options */
} Command;

static void
command_free(gpointer data)
{
    Command *command = data;

    g_free(command->name);
    g_free(command->folder);
    g_strfreev(command->argv);
    g_free(command);
}

static Command *
command_new(const char *name, const char *folder, const char *line)
{
    Command *command = g_new0(Command, 1);
    g_autofree char *whole = g_strconcat("cartouche ", line, NULL);

    g_assert_true(g_shell_parse_argv(whole, NULL, &command->argv, NULL));
    command->folder = g_strdup(folder);
    command->name = g_strdup(name);
    for (guint i = 0; name == NULL && command->argv[i] != NULL; i++)
        if (strcmp(command->argv[i], "-o") == 0 && command->name == NULL)
            command->name = g_path_get_basename(command->argv[i + 1]);
    return command;
}

static void
commands_of_gallery(GPtrArray *commands)
{
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    g_assert_true(g_file_get_contents(SOURCE_ROOT "/output/figures.txt", &text, NULL, NULL));
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0' && lines[i][0] != '#')
            g_ptr_array_add(commands, command_new(NULL, SOURCE_ROOT, lines[i]));
}

static void
commands_of_case(GPtrArray *commands, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "command", NULL);
    g_autofree char *name = g_path_get_basename(folder);
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '#')
            g_string_append_printf(line, "%s ", lines[i]);
    g_ptr_array_add(commands, command_new(name, folder, line->str));
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Command *const *)a)->name, (*(Command *const *)b)->name);
}

static GPtrArray *
commands_read(void)
{
    GPtrArray *commands = g_ptr_array_new_with_free_func(command_free);
    g_autoptr(GDir) cases = g_dir_open(SOURCE_ROOT "/tests/cases", 0, NULL);
    const char *name;

    commands_of_gallery(commands);
    g_assert_nonnull(cases);
    while ((name = g_dir_read_name(cases)) != NULL) {
        g_autofree char *folder = g_build_filename(SOURCE_ROOT "/tests/cases", name, NULL);

        commands_of_case(commands, folder);
    }
    g_ptr_array_sort(commands, compare_names);
    g_assert_cmpuint(commands->len, >, 40);
    return commands;
}

static void
figure_option(ct_figure *figure, const char *name, const char *value)
{
    ct_error *error = NULL;

    if (name == NULL || ct_figure_set(figure, name, value, &error))
        return;
    g_error("--%s %s: %s", name, value, ct_error_message(error));
}

/* What decides size, theme and files is chosen here. */
static gboolean
is_ours(const char *option)
{
    static const char *const ours[] = { "output", "format", "width", "height", "preset", "theme" };

    for (guint i = 0; i < G_N_ELEMENTS(ours); i++)
        if (strcmp(option, ours[i]) == 0)
            return TRUE;
    return FALSE;
}

static ct_figure *
figure_of(const Command *command, const PageSize *size, const char *theme)
{
    g_auto(Arguments) arguments = { .operands = NULL };
    ct_figure *figure;

    g_assert_true(arguments_parse((int)g_strv_length(command->argv), command->argv, &arguments));
    figure = ct_figure_new(g_ptr_array_index(arguments.operands, 0), NULL);
    for (guint i = 0; i < arguments.options->len; i++) {
        const GivenOption *given = &g_array_index(arguments.options, GivenOption, i);

        if (!is_ours(given->option->name))
            figure_option(figure, given->option->name, given->value);
    }
    figure_option(figure, size->options[0], size->options[1]);
    figure_option(figure, size->more[0], size->more[1]);
    figure_option(figure, "theme", theme);
    g_assert_true(ct_figure_set_data(figure, arguments_get(&arguments, 0), NULL));
    return figure;
}

static ct_figure *
figure_drawn(const Command *command, const PageSize *size, const char *theme,
             TextMeasurer *measurer)
{
    ct_figure *figure = figure_of(command, size, theme);
    g_autoptr(GError) error = NULL;

    g_assert_no_errno(g_chdir(command->folder));
    if (!figure_draw(figure, measurer, &error))
        g_error("%s at %s, %s: %s", command->name, size->name, theme, error->message);
    return figure;
}

static GPtrArray *
figure_findings(const ct_figure *figure)
{
    return lint_run(figure->scene, figure->facts, figure->report, 0);
}

static void
test_every_figure(void)
{
    const char *list = g_getenv("CARTOUCHE_LINT_LIST");
    g_autoptr(Tally) tally = tally_new(list != NULL ? list : LIST_FILE);
    g_autoptr(GPtrArray) commands = commands_read();
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);

    for (guint i = 0; i < commands->len; i++)
        for (guint s = 0; s < G_N_ELEMENTS(sizes); s++)
            for (guint t = 0; themes[t] != NULL; t++) {
                const Command *command = commands->pdata[i];
                ct_figure *figure = figure_drawn(command, &sizes[s], themes[t]->name, measurer);
                g_autofree char *name = g_strdup_printf("%s %s", command->name, sizes[s].name);
                g_autoptr(GPtrArray) findings = figure_findings(figure);

                tally_add(tally, figure->chart->name, name, themes[t]->name, findings);
                ct_figure_free(figure);
            }
    g_assert_true(tally_holds(tally, SOURCE_ROOT "/tests/lint/figures.allowed", 0));
}

/* Whether the figure breaks the rule; all findings of it are one. */
static gboolean
breaks(const ct_figure *figure, const char *rule)
{
    g_autoptr(GPtrArray) findings = figure_findings(figure);

    for (guint i = 0; i < findings->len; i++)
        if (strcmp(((LintFinding *)findings->pdata[i])->rule->name, rule) == 0)
            return TRUE;
    return FALSE;
}

/* The first node of a kind in groups of a role, after `skip` others; the test may write to it. */
static SceneNode *
find_node(const SceneNode *group, Role role, gboolean inside, NodeKind kind, guint *skip)
{
    inside = inside || group->group.role == role;
    for (const SceneNode *node = group->group.first; node != NULL; node = node->next) {
        SceneNode *found = NULL;

        if (node->kind == NODE_GROUP)
            found = find_node(node, role, inside, kind, skip);
        else if (inside && node->kind == kind && (*skip)-- == 0)
            found = (SceneNode *)node;
        if (found != NULL)
            return found;
    }
    return NULL;
}

static SceneNode *
node_of(const ct_figure *figure, Role role, NodeKind kind, guint index)
{
    SceneNode *node = find_node(figure->scene->root, role, FALSE, kind, &index);

    g_assert_nonnull(node);
    return node;
}

/* A good layout is broken in each way, one after the other, and each is seen. */
static void
test_broken_layout(void)
{
    g_autoptr(GPtrArray) commands = g_ptr_array_new_with_free_func(command_free);
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);
    SceneNode *label, *other, *bar;
    ct_figure *figure;
    Point place;
    Color ink;

    commands_of_case(commands, SOURCE_ROOT "/tests/cases/bar-sorted");
    figure = figure_drawn(commands->pdata[0], &sizes[0], "light", measurer);
    label = node_of(figure, ROLE_LABELS, NODE_TEXT, 0);
    other = node_of(figure, ROLE_LABELS, NODE_TEXT, 1);
    bar = node_of(figure, ROLE_MARKS, NODE_RECT, 1);
    place = label->text.at;
    ink = label->fill;
    g_assert_false(breaks(figure, "overlap") || breaks(figure, "off-page") ||
                   breaks(figure, "covers") || breaks(figure, "text-contrast"));
    label->text.at = (Point){ other->text.at.x + 5, other->text.at.y + 5 };
    g_assert_true(breaks(figure, "overlap"));
    label->text.at = (Point){ figure->scene->size.width - 5, place.y };
    g_assert_true(breaks(figure, "off-page"));
    label->text.at = (Point){ rect_right(bar->rect.rect) - 10, rect_bottom(bar->rect.rect) - 10 };
    g_assert_true(breaks(figure, "covers"));
    label->text.at = place;
    label->fill = COLOR_RGB(0xaaaaaa);
    g_assert_true(breaks(figure, "text-contrast"));
    label->fill = ink;
    bar->fill = COLOR_RGB(0xeeeeee);
    g_assert_true(breaks(figure, "mark-contrast"));
    ct_figure_free(figure);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/every-figure-at-every-size-in-every-theme", test_every_figure);
    g_test_add_func("/lint/a-broken-layout-is-seen", test_broken_layout);
    return g_test_run();
}
