// Options that no map can follow, and those that would change nothing in this one.
#include "map/map.h"

#include "plot/option.h"

/* What an option needs to have an effect. */
typedef enum {
    NEEDS_LINKS,
    NEEDS_WEIGHTS,
    NEEDS_DOTS,
    NEEDS_KINDS,
    NEEDS_SIZES,
    NEEDS_FILL,
    NEEDS_RAMP,
    NEEDS_PLACES,
} MapNeed;

static const struct {
    const char *name;
    MapNeed need;
} options_needs[] = {
    { "weight", NEEDS_LINKS },
    { "color", NEEDS_KINDS },
    { "size", NEEDS_DOTS },
    { "label", NEEDS_DOTS },
    { "direction", NEEDS_LINKS },
    { "curve", NEEDS_LINKS },
    { "weight-label", NEEDS_WEIGHTS },
    { "weight-unit", NEEDS_WEIGHTS },
    { "weight-format", NEEDS_WEIGHTS },
    { "symbols-label", NEEDS_SIZES },
    { "symbols-unit", NEEDS_SIZES },
    { "symbols-format", NEEDS_SIZES },
    { "fill-label", NEEDS_FILL },
    { "fill-unit", NEEDS_RAMP },
    { "fill-format", NEEDS_RAMP },
    { "fill-domain", NEEDS_RAMP },
    { "ramp", NEEDS_RAMP },
    { "midpoint", NEEDS_RAMP },
    { "classes", NEEDS_RAMP },
    { "class-method", NEEDS_RAMP },
    { "anchor", NEEDS_PLACES },
    { "places", NEEDS_PLACES },
};

/* What speaks of axes, of an order along them or of piles has no meaning on a map. */
gboolean
map_refuse_options(const Plot *plot, GError **error)
{
    static const char *const names[] = {
        "x-scale", "y-scale",    "x-domain", "y-domain", "x-ticks",  "y-ticks", "x-label",
        "y-label", "x-unit",     "y-unit",   "x-format", "y-format", "grid",    "annotate",
        "sort",    "cumulative", "rolling",  "index-to", "change",   "top",
    };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (option_is_given(plot->spec, names[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s has no meaning for %s%s", names[i],
                      plot->chart->name,
                      g_str_equal(names[i], "annotate") ? "; notes come from --callouts"
                      : g_str_equal(names[i], "top")    ? "; narrow with --where"
                                                        : "");
            return FALSE;
        }
    return TRUE;
}

static gboolean
options_have_dots(const Spec *spec)
{
    return spec->channels[CHANNEL_PLACE] != NULL || spec->channels[CHANNEL_X] != NULL ||
           spec->channels[CHANNEL_Y] != NULL;
}

/* NULL: the need is met. Else what would meet it. */
static const char *
options_lack(const Map *map, const Spec *spec, MapNeed need)
{
    gboolean has = FALSE;

    switch (need) {
    case NEEDS_LINKS:
        return map->relations != NULL ? NULL : "links (--from, --to)";
    case NEEDS_WEIGHTS:
        has = map->relations != NULL && map->relations->weighted;
        return has ? NULL : "--weight";
    case NEEDS_DOTS:
        return options_have_dots(spec) ? NULL : "dots (--place, or -x and -y)";
    case NEEDS_KINDS:
        has = map->relations != NULL || options_have_dots(spec);
        return has ? NULL : "links or dots; the colours of areas are --fill";
    case NEEDS_SIZES:
        return map->sized ? NULL : "circles (--symbols or --size)";
    case NEEDS_FILL:
        return spec->channels[CHANNEL_FILL] != NULL ? NULL : "--fill";
    case NEEDS_RAMP:
        return map->fills != NULL && map->fills->ramp ? NULL : "a --fill of numbers";
    case NEEDS_PLACES:
        has = map->relations != NULL || map->n_symbols > 0 || map->n_callouts > 0;
        return has ? NULL : "links, dots, circles or notes";
    }
    g_assert_not_reached();
}

gboolean
map_check_needs(const Map *map, Plot *plot, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(options_needs); i++) {
        const char *name = options_needs[i].name;
        const char *lack = option_is_given(plot->spec, name)
                               ? options_lack(map, plot->spec, options_needs[i].need)
                               : NULL;

        if (lack == NULL)
            continue;
        /* A column that was asked for and is not drawn would be missed; a manner may be shared by
         * the figures of a report. */
        if (option_find(name)->group == OPTION_GROUP_CHANNELS) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s needs %s", name, lack);
            return FALSE;
        }
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1, "--%s has no effect without %s",
                   name, lack);
    }
    return TRUE;
}
