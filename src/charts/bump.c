#include "charts/bump.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/missing_parts.h"
#include "plot/option.h"
#include "plot/page.h"
#include "plot/series_points.h"

#include <stdlib.h>
#include <string.h>

/* More lines than this have no colours of their own: the first ones at the end are shown. */
#define MAX_COLORS 8
#define N_SHOWN 5
/* Ranks closer than this have no room for numbers in dots, px at text of 13 px. */
#define LEAST_STEP 20.0
#define NAME_SHARE 0.35

typedef struct {
    double x, value;
    guint panel;
    gsize row;
} RankKey;

typedef struct {
    guint *series, *panels;
    double *ranks;            /* of each frame row, from 0; NaN */
    guint n_ranks, n_periods; /* most in one panel */
    double last;              /* x of the last period */
} BumpWork;

/* Largest first; equal ones in the order of the data. */
static int
bump_compare(const void *a, const void *b)
{
    const RankKey *left = a, *right = b;

    if (left->panel != right->panel)
        return left->panel < right->panel ? -1 : 1;
    if (left->x != right->x)
        return left->x < right->x ? -1 : 1;
    if (left->value != right->value)
        return left->value > right->value ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
bump_check_sort(const Plot *plot, gboolean *ret_smallest_first, GError **error)
{
    const char *sort = plot->spec->sort;
    const char *what = sort != NULL && *sort == '-' ? sort + 1 : sort;

    *ret_smallest_first = sort != NULL && *sort != '-';
    if (what == NULL || strcmp(what, "y") == 0 || strcmp(what, "value") == 0)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--sort: bump ranks by y: -y gives the largest rank 1, y the smallest; \"%s\" is "
              "neither",
              sort);
    return FALSE;
}

/* The rank of each row among those of its period and panel. */
static void
bump_rank(Plot *plot, BumpWork *work, const double *xs, gboolean smallest_first)
{
    const double *values = plot->frame->columns[CHANNEL_Y]->values;
    gsize n = plot->frame->table->length, n_keys = 0;
    g_autofree RankKey *keys = g_new(RankKey, n + 1);
    guint64 ties = 0;
    guint n_periods = 0;

    work->ranks = arena_new0(plot->arena, double, n);
    work->last = -G_MAXDOUBLE;
    for (gsize i = 0; i < n; i++) {
        work->ranks[i] = NAN;
        if (isfinite(values[i]) && isfinite(xs[i]))
            keys[n_keys++] =
                (RankKey){ xs[i], smallest_first ? -values[i] : values[i], work->panels[i], i };
    }
    qsort(keys, n_keys, sizeof *keys, bump_compare);
    for (gsize i = 0, first = 0; i < n_keys; i++) {
        if (i == 0 || keys[i].panel != keys[first].panel)
            n_periods = 0;
        if (i == 0 || keys[i].panel != keys[first].panel || keys[i].x != keys[first].x) {
            first = i;
            work->n_periods = MAX(work->n_periods, ++n_periods);
        }
        if (i > first && keys[i].value == keys[i - 1].value)
            ties++;
        work->ranks[keys[i].row] = (double)(i - first);
        work->n_ranks = MAX(work->n_ranks, (guint)(i - first) + 1);
        work->last = MAX(work->last, keys[i].x);
    }
    if (ties > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, ties,
                   "%" G_GUINT64_FORMAT " value%s the one ranked before; such ties stand in the "
                   "order of the data",
                   ties, ties == 1 ? " equals" : "s equal");
}

/* A key that was asked for shows all names with their colours. */
static gboolean
bump_has_key(const Plot *plot)
{
    int legend = plot->spec->legend;

    return legend == LEGEND_RIGHT || legend == LEGEND_TOP || legend == LEGEND_BOTTOM;
}

/* Many lines: those that end on top are shown in colour, unless something else was asked for. */
static void
bump_choose_shown(Plot *plot, const BumpWork *work, const double *xs)
{
    g_autofree Series *colors = NULL;

    if (plot->n_series <= MAX_COLORS || plot->n_panels > 1 || bump_has_key(plot) ||
        plot->spec->highlight != NULL || plot->spec->colors != NULL ||
        option_is_given(plot->spec, "palette"))
        return;
    colors = g_memdup2(plot->series, plot->n_series * sizeof *colors);
    for (guint i = 0; i < plot->n_series; i++) {
        plot->series[i].color = plot->theme->muted;
        plot->series[i].text_color = plot->theme->axis.color;
        plot->series[i].muted = TRUE;
    }
    for (gsize i = 0; i < plot->frame->table->length; i++)
        if (xs[i] == work->last && work->ranks[i] < N_SHOWN) {
            Series *series = &plot->series[work->series[i]];
            const Series *as = &colors[(guint)work->ranks[i]];

            series->color = as->color;
            series->text_color = as->text_color;
            series->muted = FALSE;
        }
}

/* A band a rank, the first on top. */
static gboolean
bump_rank_axis(Plot *plot, const BumpWork *work, GError **error)
{
    const char **names = arena_new0(plot->arena, const char *, work->n_ranks);

    for (guint i = 0; i < work->n_ranks; i++)
        names[i] = arena_printf(plot->arena, "%u", i + 1);
    plot->y = (AxisSpec){ .kind = SCALE_BAND, .n_categories = work->n_ranks, .categories = names };
    return bind_axis_options(plot, CHANNEL_Y, &plot->y, error);
}

/* "Thailand, 2005: 336.3 (rank 2)" */
static const char *
bump_title(const Plot *plot, const char *value, int rank)
{
    g_autofree char *number = g_strdup_printf("%d", rank);
    g_autofree char *words = language_word_with(bind_language(plot), WORD_RANK, number);

    return arena_printf(plot->arena, "%s (%s)", value, words);
}

static void
bump_titles(Plot *plot, Layer *layer, const SeriesPoints *points)
{
    AxisSpec plain = { 0 };

    bind_titles(plot, layer, points->rows, CHANNEL_X, CHANNEL_Y, &plain);
    for (gsize i = 0; i < layer->n; i++)
        if (layer->titles[i] != NULL && isfinite(layer->y[i]))
            layer->titles[i] = bump_title(plot, layer->titles[i], (int)layer->y[i] + 1);
}

/* Room for the dots at both ends and the names after the last ones; thin rows make the figure
 * higher. */
static void
bump_make_room(Plot *plot, const BumpWork *work, BumpLayer *bump)
{
    double em = theme_em(plot->theme), step, widest = 0;
    double width = page_column_width(plot);

    page_grow(plot, page_height(plot, page_rows(plot), (work->n_ranks * 20 + 40) * em));
    step = page_row_height(plot) / MAX(1, work->n_ranks);
    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL)
            widest =
                MAX(widest,
                    text_measure(plot->measurer, plot->series[i].name, &plot->theme->label).width);
    bump->name_room = MIN(ceil(widest), NAME_SHARE * width);
    /* Numbers stand in dots that keep off their neighbours in both directions. */
    bump->numbered = step >= LEAST_STEP * em &&
                     (width - bump->name_room - LEAST_STEP * em) / MAX(1, work->n_periods - 1.0) >=
                         LEAST_STEP * em;
    bump->radius = bump->numbered ? 9.5 * em : plot->theme->point_radius * 1.3;
    plot->y.hidden = bump->numbered;
    plot->x.room_before = bump->radius + 1;
    plot->x.room_after = bump->radius + BUMP_AIR + bump->name_room;
    /* In a band the last dot stands half a step before the end already. */
    if (plot->x.kind == SCALE_BAND)
        plot->x.room_before = 0;
}

/* Whoever has no value in a period makes room for those below: the ranks are among the others. */
static void
bump_say_absent(Plot *plot, const BumpWork *work)
{
    guint absent = missing_parts_note(plot, CHANNEL_X, CHANNEL_Y, work->series, work->panels,
                                      WORD_RANKED_WITHOUT);

    if (absent > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, absent,
                   "%u value%s missing; the others of the period are ranked without %s, as the "
                   "note says",
                   absent, absent == 1 ? " is" : "s are", absent == 1 ? "it" : "them");
}

static gboolean
bump_expand(Plot *plot, GError **error)
{
    BumpWork work = { 0 };
    gboolean smallest_first;
    SeriesPoints points;
    BumpLayer *bump;
    double *xs;

    if (plot->spec->gaps == GAPS_ZERO) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--gaps zero: an absent value has no rank; say break or join");
        return FALSE;
    }
    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!bump_check_sort(plot, &smallest_first, error) ||
        !frame_check_unique(plot->frame, CHANNEL_Y, error) ||
        !facets_bind(plot, &work.panels, error))
        return FALSE;
    work.series = bind_series(plot);
    if (!missing_parts_check(plot, CHANNEL_X, error))
        return FALSE;
    xs = series_position_axis(plot, CHANNEL_X, &plot->x, error);
    if (xs == NULL)
        return FALSE;
    bump_rank(plot, &work, xs, smallest_first);
    if (work.n_ranks == 0)
        return bind_fail_empty(plot, CHANNEL_Y, FALSE, error);
    if (!bump_rank_axis(plot, &work, error))
        return FALSE;
    bump_choose_shown(plot, &work, xs);
    points = series_points_new(plot, plot->frame->columns[CHANNEL_X], &plot->x, xs, work.ranks,
                               work.series, work.panels);
    bump = arena_new0(plot->arena, BumpLayer, 1);
    bump->layer = series_points_layer(plot, &bump_mark, &points);
    bump->keyed = bump_has_key(plot);
    bump_titles(plot, &bump->layer, &points);
    bump_make_room(plot, &work, bump);
    g_ptr_array_add(plot->layers, bump);
    bump_say_absent(plot, &work);
    plot->upright = plot->named = TRUE;
    return TRUE;
}

static const ChannelDef bump_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "times, numbers, or ordered categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers that give the ranks: the largest is rank 1" },
    { CHANNEL_COLOR, TRUE, ACCEPTS_ANY, "a column with what is ranked: a line for each value" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_bump = {
    .name = "bump",
    .summary = "ranks over time: who overtook whom; --sort y gives the smallest value rank 1",
    .example = "datasets/trade/by_country_year.csv -x year -y total_usd --color partner "
               "--where 'group = \"ASEAN-10\"'",
    .channels = bump_channels,
    .expand = bump_expand,
};
