// A map as the binding leaves it, and as the mark places it: a chart of the test's own looks into
// it.
#pragma once

#include "io/fixture.h"
#include "map/map_draw.h"
#include "plot/option.h"

#include <string.h>

/* What a test wants to know of the bound map, while its plot lives. */
typedef void (*MapLook)(const Map *map, const Plot *plot);

typedef struct {
    MapLook look;
    MarkType mark;         /* the map's own, with an ear */
    Projection projection; /* of the first panel, as drawn */
    Rect rect;
} MapProbe;

static MapProbe map_probe;

static inline void
map_probe_draw(const MarkContext *context)
{
    const MapView *view = map_view(context);

    map_probe.projection = view->projection;
    map_probe.rect = view->rect;
    mark_map.draw(context);
}

static inline gboolean
map_probe_expand(Plot *plot, GError **error)
{
    Map *map;

    if (!map_expand(plot, error))
        return FALSE;
    map = g_ptr_array_index(plot->layers, plot->layers->len - 1);
    if (map_probe.look != NULL)
        map_probe.look(map, plot);
    map_probe.mark = mark_map;
    map_probe.mark.draw = map_probe_draw;
    map->layer.type = &map_probe.mark;
    return TRUE;
}

static const ChannelDef map_probe_channels[] = {
    { CHANNEL_FROM, FALSE, ACCEPTS_ANY, "from" },
    { CHANNEL_TO, FALSE, ACCEPTS_ANY, "to" },
    { CHANNEL_WEIGHT, FALSE, ACCEPTS_NUMBER, "weight" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "color" },
    { CHANNEL_AREA, FALSE, ACCEPTS_ANY, "area" },
    { CHANNEL_FILL, FALSE, ACCEPTS_ANY, "fill" },
    { CHANNEL_HATCH, FALSE, ACCEPTS_ANY, "hatch" },
    { CHANNEL_SYMBOLS, FALSE, ACCEPTS_NUMBER, "symbols" },
    { CHANNEL_PLACE, FALSE, ACCEPTS_ANY, "place" },
    { CHANNEL_X, FALSE, ACCEPTS_NUMBER, "x" },
    { CHANNEL_Y, FALSE, ACCEPTS_NUMBER, "y" },
    { CHANNEL_SIZE, FALSE, ACCEPTS_NUMBER, "size" },
    { CHANNEL_LABEL, FALSE, ACCEPTS_ANY, "label" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "facet" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "facet-rows" },
    { .channel = CHANNEL_COUNT },
};

static const ChartType map_probe_chart = {
    .name = "map",
    .summary = "a map",
    .channels = map_probe_channels,
    .expand = map_probe_expand,
};

typedef struct {
    Scene *scene; /* NULL: refused */
    Report *report;
    GError *error;
} MapFigure;

static inline void
map_figure_clear(MapFigure *figure)
{
    g_clear_pointer(&figure->scene, scene_free);
    g_clear_pointer(&figure->report, report_free);
    g_clear_error(&figure->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(MapFigure, map_figure_clear)

/* options: "name=value" without dashes, ending with NULL; look may be NULL. */
static inline MapFigure
map_figure(MapLook look, const char *csv, const char *const *options)
{
    MapFigure figure = { .report = report_new() };
    g_autoptr(Spec) spec = spec_new();
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(Table) table = NULL;
    CsvOptions csv_options = { 0 };

    for (guint i = 0; options[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(options[i], "=", 2);
        const OptionDef *def = option_find(parts[0]);

        g_assert_nonnull(def);
        option_set(spec, def, parts[1], &figure.error);
        g_assert_no_error(figure.error);
    }
    table =
        csv_read_bytes("data.csv", csv, strlen(csv), &csv_options, figure.report, &figure.error);
    g_assert_no_error(figure.error);
    map_probe.look = look;
    figure.scene = plot_draw(spec, &map_probe_chart, table, measurer, figure.report, NULL, NULL,
                             &figure.error);
    g_assert_true((figure.scene == NULL) == (figure.error != NULL));
    return figure;
}

#define MAP_FIGURE(look, csv, ...) map_figure(look, csv, (const char *const[]){ __VA_ARGS__, NULL })

static inline void
map_assert_drawn(MapFigure *figure)
{
    g_assert_no_error(figure->error);
    map_figure_clear(figure);
}

/* Refused with these words, at this line and field of a file whose last name is this (NULL: none).
 */
static inline void
map_assert_refused(MapFigure *figure, ErrorCode code, const char *file, guint line, guint field,
                   const char *words)
{
    Where where;

    g_assert_error(figure->error, CARTOUCHE_ERROR, (int)code);
    where = error_where(figure->error);
    if (strstr(figure->error->message, words) == NULL)
        g_error("\"%s\" lacks \"%s\"", figure->error->message, words);
    g_assert_true((where.file == NULL) == (file == NULL));
    g_assert_true(file == NULL || g_str_has_suffix(where.file, file));
    g_assert_cmpuint(where.line, ==, line);
    g_assert_cmpuint(where.field, ==, field);
    map_figure_clear(figure);
}

/* The remarks, a line each. Caller frees. */
static inline char *
map_remarks(const MapFigure *figure)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < report_length(figure->report); i++)
        g_string_append_printf(text, "%s\n", report_entry(figure->report, i)->text);
    return g_string_free(text, FALSE);
}
