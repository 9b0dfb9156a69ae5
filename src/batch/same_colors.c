#include "batch/same_colors.h"

#include <string.h>

/* More than this nobody tells apart, and those of the palette become ever paler. */
#define MOST_NAMES 24

typedef struct {
    Figure *figure; /* borrowed */
    GPtrArray *names;
} ColoredFigure;

struct SameColors {
    GPtrArray *figures;  /* ColoredFigure *, owned */
    GPtrArray *names;    /* char *, owned: of all figures, in the order in which they come up */
    GHashTable *places;  /* name: its place in names */
    GHashTable *colors;  /* name: the colour it has had so far */
    GHashTable *wearers; /* colour: the name that has it */
    gboolean clash;
    gboolean several; /* a figure has more than one */
};

static void
colored_figure_free(gpointer data)
{
    g_ptr_array_unref(((ColoredFigure *)data)->names);
    g_free(data);
}

SameColors *
same_colors_new(void)
{
    SameColors *colors = g_new0(SameColors, 1);

    colors->figures = g_ptr_array_new_with_free_func(colored_figure_free);
    colors->names = g_ptr_array_new_with_free_func(g_free);
    colors->places = g_hash_table_new(g_str_hash, g_str_equal);
    colors->colors = g_hash_table_new(g_str_hash, g_str_equal);
    colors->wearers = g_hash_table_new(NULL, NULL);
    return colors;
}

void
same_colors_free(SameColors *colors)
{
    if (colors == NULL)
        return;
    g_hash_table_unref(colors->places);
    g_hash_table_unref(colors->colors);
    g_hash_table_unref(colors->wearers);
    g_ptr_array_unref(colors->figures);
    g_ptr_array_unref(colors->names);
    g_free(colors);
}

/* Never 0, which a table takes for nothing. */
static gpointer
color_key(Color color)
{
    return GUINT_TO_POINTER((guint)color.r << 16 | (guint)color.g << 8 | (guint)color.b | 1u << 24);
}

/* Takes name. */
static void
add_name(SameColors *colors, char *name, Color color)
{
    gpointer key = color_key(color), former = g_hash_table_lookup(colors->colors, name);
    const char *wearer = g_hash_table_lookup(colors->wearers, key);

    colors->clash = colors->clash || (former != NULL && former != key) ||
                    (wearer != NULL && strcmp(wearer, name) != 0);
    if (former != NULL) {
        g_free(name);
        return;
    }
    g_hash_table_insert(colors->places, name, GUINT_TO_POINTER(colors->names->len));
    g_hash_table_insert(colors->colors, name, key);
    if (wearer == NULL)
        g_hash_table_insert(colors->wearers, key, name);
    g_ptr_array_add(colors->names, name);
}

void
same_colors_add(SameColors *colors, Figure *figure, const PlotScales *scales)
{
    ColoredFigure *colored = g_new0(ColoredFigure, 1);

    *colored = (ColoredFigure){ figure, g_ptr_array_ref(scales->names) };
    g_ptr_array_add(colors->figures, colored);
    colors->several = colors->several || scales->names->len > 1;
    for (guint i = 0; i < scales->names->len; i++)
        add_name(colors, g_strdup(scales->names->pdata[i]),
                 g_array_index(scales->colors, Color, i));
}

/* "Thailand=#12436d", the whole in quotes: a name may hold a comma. */
static void
append_pair(GString *out, const char *name, Color color)
{
    g_string_append(out, out->len > 0 ? ",\"" : "\"");
    for (const char *p = name; *p != '\0'; p++)
        g_string_append(out, *p == '"' ? "\"\"" : (const char[]){ *p, '\0' });
    g_string_append_printf(out, "=#%02x%02x%02x\"", color.r, color.g, color.b);
}

static gboolean
set_figure(const SameColors *colors, const ColoredFigure *colored, const Color *palette)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < colored->names->len; i++) {
        const char *name = colored->names->pdata[i];
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(colors->places, name));

        append_pair(text, name, palette[place]);
    }
    return text->len > 0 && figure_set(colored->figure, "colors", text->str, NULL);
}

gboolean
same_colors_set(SameColors *colors, Report *report, Where where)
{
    g_autofree Color *palette = NULL;
    gboolean set = FALSE;

    if (!colors->clash || !colors->several)
        return FALSE;
    if (colors->names->len > MOST_NAMES) {
        report_add(report, SEVERITY_NOTE, where, colors->names->len,
                   "--same-scales: %u names are more than colours can tell apart; each figure has "
                   "its own colours, but for names with one by --colors",
                   colors->names->len);
        return FALSE;
    }
    palette = figure_palette(((ColoredFigure *)colors->figures->pdata[0])->figure,
                             colors->names->len, NULL);
    for (guint i = 0; palette != NULL && i < colors->figures->len; i++)
        set = set_figure(colors, colors->figures->pdata[i], palette) || set;
    return set;
}
