#include "plot/color_names.h"

#include "io/text_file.h"
#include "plot/option.h"

#include <string.h>

static void
color_name_clear(gpointer name)
{
    g_free(((ColorName *)name)->name);
}

/* A colour that shows: what cannot be seen would be left out without a word. */
static gboolean
color_name_parse(const char *text, Color *ret_color)
{
    g_autofree char *color = g_strstrip(g_strdup(text));
    Color parsed;

    if (!color_parse(color, &parsed) || parsed.a == 0)
        return FALSE;
    *ret_color = parsed;
    return TRUE;
}

/* NAME=COLOR. A name may hold an equals sign, a colour never does. */
static gboolean
color_name_from_pair(const char *pair, ColorName *ret_name)
{
    const char *equals = strrchr(pair, '=');

    if (equals == NULL || !color_name_parse(equals + 1, &ret_name->color))
        return FALSE;
    ret_name->name = g_strstrip(g_strndup(pair, (gsize)(equals - pair)));
    return TRUE;
}

static gboolean
color_names_has_typed(const GArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (!g_array_index(names, ColorName, i).shared &&
            strcmp(g_array_index(names, ColorName, i).name, name) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
color_names_add_typed(GArray *names, const char *value, GError **error)
{
    g_autoptr(GPtrArray) pairs = option_split_list(value);

    for (guint i = 0; i < pairs->len; i++) {
        ColorName name = { .shared = FALSE };

        if (!color_name_from_pair(pairs->pdata[i], &name)) {
            g_autofree char *quoted = error_quote(pairs->pdata[i], -1, 60);

            error_set(error, ERROR_USAGE, WHERE_NONE, "--colors: \"%s\" is not NAME=COLOR", quoted);
            return FALSE;
        }
        if (color_names_has_typed(names, name.name)) {
            g_autofree char *quoted = error_quote(name.name, -1, 60);

            error_set(error, ERROR_USAGE, WHERE_NONE, "--colors: \"%s\" has two colours", quoted);
            color_name_clear(&name);
            return FALSE;
        }
        g_array_append_val(names, name);
    }
    return TRUE;
}

/* A line of CSV with two cells, or NAME=COLOR. */
static gboolean
color_name_from_line(const char *line, ColorName *ret_name)
{
    g_autoptr(GPtrArray) cells = NULL;

    if (color_name_from_pair(line, ret_name))
        return TRUE;
    cells = option_split_list(line);
    if (cells->len != 2 || !color_name_parse(cells->pdata[1], &ret_name->color))
        return FALSE;
    ret_name->name = g_strdup(cells->pdata[0]);
    return TRUE;
}

static gboolean
color_names_is_header(const char *line)
{
    return g_ascii_strcasecmp(line, "name,color") == 0 ||
           g_ascii_strcasecmp(line, "name,colour") == 0;
}

/* The line of an earlier pair of the file with that name; 0: none. */
static guint
color_names_find(const GArray *names, const GArray *lines, guint first, const char *name)
{
    for (guint i = first; i < names->len; i++)
        if (strcmp(g_array_index(names, ColorName, i).name, name) == 0)
            return g_array_index(lines, guint, i - first);
    return 0;
}

static gboolean
color_names_add_line(GArray *names, GArray *lines, guint first, const char *line, Where where,
                     GError **error)
{
    ColorName name = { .shared = TRUE };
    guint former;

    if (!color_name_from_line(line, &name)) {
        g_autofree char *quoted = error_quote(line, -1, 60);

        error_set(error, ERROR_USAGE, where, "\"%s\" is neither name,color nor name=color", quoted);
        return FALSE;
    }
    former = color_names_find(names, lines, first, name.name);
    if (former > 0) {
        g_autofree char *quoted = error_quote(name.name, -1, 60);

        error_set(error, ERROR_USAGE, where, "\"%s\" has a colour from line %u already", quoted,
                  former);
        color_name_clear(&name);
        return FALSE;
    }
    g_array_append_val(names, name);
    g_array_append_val(lines, where.line);
    return TRUE;
}

static gboolean
color_names_add_file(GArray *names, const char *file, GError **error)
{
    g_autofree char *text = text_file_read(file, error);
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
    char *rest = text;
    guint first = names->len, number = 0;
    gboolean may_be_header = TRUE;

    if (text == NULL)
        return FALSE;
    for (char *line; (line = text_file_next_line(&rest)) != NULL;) {
        Where where = { .file = file, .line = ++number };

        g_strstrip(line);
        if (*line == '\0' || *line == '#')
            continue;
        if (may_be_header && color_names_is_header(line))
            may_be_header = FALSE;
        else if (!color_names_add_line(names, lines, first, line, where, error))
            return FALSE;
        may_be_header = FALSE;
    }
    return TRUE;
}

GArray *
color_names_read(const GPtrArray *values, GError **error)
{
    g_autoptr(GArray) names = g_array_new(FALSE, TRUE, sizeof(ColorName));

    g_array_set_clear_func(names, color_name_clear);
    for (guint i = 0; values != NULL && i < values->len; i++) {
        const char *value = values->pdata[i];

        if (!(*value == '@' ? color_names_add_file(names, value + 1, error)
                            : color_names_add_typed(names, value, error)))
            return NULL;
    }
    return g_steal_pointer(&names);
}
