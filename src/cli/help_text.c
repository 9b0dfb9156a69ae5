// How help is laid out, for the program and for its charts.
#include "cli/command.h"

#include <string.h>

#define LINE_WIDTH 100
#define FLAG_INDENT 4
#define FLAG_COLUMN 30

static void
append_blanks(GString *out, guint n)
{
    g_string_append_printf(out, "%*s", (int)n, "");
}

/* Lines of at most LINE_WIDTH characters, the first begun at column `at`, the others indented by
 * `indent`; ends the last one. */
static void
help_append_wrapped(GString *out, const char *text, guint at, guint indent)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint column = at;

    for (guint i = 0; words[i] != NULL; i++) {
        guint width = (guint)g_utf8_strlen(words[i], -1);

        if (i > 0 && column + 1 + width > LINE_WIDTH) {
            g_string_append_c(out, '\n');
            append_blanks(out, indent);
            column = indent;
        } else if (i > 0) {
            g_string_append_c(out, ' ');
            column++;
        }
        g_string_append(out, words[i]);
        column += width;
    }
    g_string_append_c(out, '\n');
}

void
help_append_row(GString *out, guint indent, const char *name, guint column, const char *text)
{
    guint width = indent + (guint)g_utf8_strlen(name, -1);

    append_blanks(out, indent);
    g_string_append(out, name);
    if (width + 2 > column) {
        g_string_append_c(out, '\n');
        width = 0;
    }
    append_blanks(out, column - width);
    help_append_wrapped(out, text, column, column);
}

char *
help_flag(const ct_option *option)
{
    GString *flag = g_string_new(NULL);
    const char *value = option->choices != NULL ? option->choices : option->metavar;

    if (option->alias != NULL && strlen(option->alias) == 1)
        g_string_append_printf(flag, "-%s, ", option->alias);
    g_string_append_printf(flag, "%s%s", strlen(option->name) == 1 ? "-" : "--", option->name);
    if (!option->takes_value && option->choices != NULL)
        g_string_append_printf(flag, "[=%s]", option->choices);
    else if (!option->takes_value)
        g_string_append_printf(flag, ", --no-%s", option->name);
    else if (value != NULL)
        g_string_append_printf(flag, " %s", value);
    return g_string_free(flag, FALSE);
}

char *
help_option_text(const ct_option *option)
{
    GString *text = g_string_new(option->help);

    if (option->repeats)
        g_string_append(text, " (repeatable)");
    if (option->alias != NULL && strlen(option->alias) > 1)
        g_string_append_printf(text, " (also --%s)", option->alias);
    if (option->fallback != NULL)
        g_string_append_printf(text, " [%s]", option->fallback);
    return g_string_free(text, FALSE);
}

static void
append_option(GString *out, const ct_option *option)
{
    g_autofree char *flag = help_flag(option);
    g_autofree char *text = help_option_text(option);

    help_append_row(out, FLAG_INDENT, flag, FLAG_COLUMN, text);
}

void
help_append_group(GString *out, const char *group)
{
    g_string_append(out, "Options [default]\n");
    for (const ct_option *option = ct_options(); option->name != NULL; option++)
        if (strcmp(option->group, group) == 0)
            append_option(out, option);
}

void
help_append_options(GString *out, const char *chart)
{
    /* The description of a chart tells of its channels by itself. */
    const char *told = chart != NULL ? ct_option_find("x")->group : "";
    const char *group = NULL;

    g_string_append(out, "Options [default]\n");
    for (const ct_option *option = ct_options(); option->name != NULL; option++) {
        if (!ct_option_serves(option, chart) || strcmp(option->group, told) == 0)
            continue;
        if (group == NULL || strcmp(group, option->group) != 0)
            g_string_append_printf(out, "  %s\n", option->group);
        group = option->group;
        append_option(out, option);
    }
}
