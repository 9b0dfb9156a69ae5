#include "charts/likert.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/categories.h"
#include "plot/facets.h"
#include "plot/page.h"

#include <string.h>

/* Percentages that do not quite add to 100 have been rounded; more is another question. */
#define SLACK 1.0
/* Sums this near to 100 are those of percentages, whatever the header says. */
#define NEAR_LOW 90.0
#define NEAR_HIGH 110.0
/* Between the scale and the answers apart, in percent. */
#define APART_GAP 4.0
/* px that a row needs and that it may have, and what the key takes, at the default text size. */
#define ROW 30
#define MOST_ROW 66.0
#define KEY 20

typedef struct {
    Channel position, value;
    Categories categories;
    const LikertAnswers *answers;
    guint *series, *panels; /* of each frame row */
    double *sums;           /* of each question in each panel */
    double *shares;         /* of each frame row, in percent */
    double *labels;         /* the same in whole percent that add up */
    double left, right;     /* how far the longest bars reach, in percent */
    double apart;           /* the sum of the longest answers apart */
    gboolean percent;       /* the values are percentages, and no counts */
} LikertWork;

static gsize
likert_cell(const Plot *plot, const LikertWork *work, gsize row)
{
    return (gsize)work->categories.index[row] * plot->n_panels + work->panels[row];
}

static gboolean
likert_bind(Plot *plot, LikertWork *work, GError **error)
{
    Frame *frame = plot->frame;
    double *weights;

    work->value = frame->columns[CHANNEL_X]->type == COLUMN_NUMBER ? CHANNEL_X : CHANNEL_Y;
    work->position = work->value == CHANNEL_X ? CHANNEL_Y : CHANNEL_X;
    if (frame->columns[work->value]->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "likert needs numbers on --x (how many gave each answer); count() counts rows");
        return FALSE;
    }
    frame_leave_out_missing(frame, work->position, plot->report);
    frame_leave_out_missing(frame, CHANNEL_COLOR, plot->report);
    frame_leave_out_missing(frame, work->value, plot->report);
    work->answers = likert_answers_new(plot, error);
    if (work->answers == NULL || !frame_check_unique(frame, work->value, error) ||
        !facets_bind(plot, &work->panels, error))
        return FALSE;
    work->series = bind_series(plot);
    work->categories = categories_new(plot, work->position);
    /* Questions stand as they were asked. */
    work->categories.ordered = work->categories.ordered || plot->spec->sort == NULL;
    weights = arena_new0(plot->arena, double, work->categories.n + 1);
    for (gsize i = 0; i < frame->table->length; i++)
        if (work->answers->sides[work->series[i]] == LIKERT_RIGHT)
            weights[(guint)work->categories.index[i]] += frame->columns[work->value]->values[i];
    return categories_arrange(plot, &work->categories, weights, work->value, error);
}

/* Whether the numbers are percentages: they say so, or all add to about 100. */
static gboolean
likert_is_percent(const Plot *plot, const LikertWork *work, gsize n_cells)
{
    if (plot->frame->units[work->value] != NULL)
        return strcmp(plot->frame->units[work->value], "%") == 0;
    for (gsize i = 0; i < n_cells; i++)
        if (work->sums[i] != 0 && (work->sums[i] < NEAR_LOW || work->sums[i] > NEAR_HIGH))
            return FALSE;
    return TRUE;
}

static gboolean
likert_check_row(const Plot *plot, const LikertWork *work, gsize row, gboolean percent,
                 GError **error)
{
    const Frame *frame = plot->frame;
    const Column *column = frame->columns[work->value];
    double sum = work->sums[likert_cell(plot, work, row)];
    g_autoptr(GString) text = g_string_new(NULL);
    Where where = table_where(frame->table, row, column);

    if (column->values[row] < 0 || !isfinite(sum)) {
        column_append_cell(column, row, text);
        error_set(error, ERROR_INPUT, where, "%s is no share of the answers; use bar", text->str);
        return FALSE;
    }
    if (sum > 0 && (!percent || fabs(sum - 100) <= SLACK + 1e-9))
        return TRUE;
    number_append_label(text, &number_marks_english, sum, 1);
    error_set(error, ERROR_INPUT, where,
              percent
                  ? "the answers to \"%s\" add to %s %%, not to 100; add the missing answer, or "
                    "use bar"
                  : "the answers to \"%s\" add to %s: there is nothing to divide",
              work->categories.names[(guint)work->categories.index[row]], text->str);
    return FALSE;
}

/* The shares of each question, rounded so that they still add up. The rows are gathered by question
 * first: to search all rows for each of many questions takes minutes. */
static void
likert_round(const Plot *plot, LikertWork *work, gsize n_cells)
{
    gsize n = plot->frame->table->length, begin = 0;
    g_autofree gsize *ends = g_new0(gsize, n_cells + 1), *rows = g_new(gsize, n + 1);
    g_autofree double *some = g_new(double, n + 1);

    for (gsize i = 0; i < n; i++)
        ends[likert_cell(plot, work, i) + 1]++;
    for (gsize cell = 1; cell <= n_cells; cell++)
        ends[cell] += ends[cell - 1];
    for (gsize i = 0; i < n; i++)
        rows[ends[likert_cell(plot, work, i)]++] = i;
    for (gsize cell = 0; cell < n_cells; begin = ends[cell++]) {
        for (gsize i = begin; i < ends[cell]; i++)
            some[i - begin] = work->shares[rows[i]];
        shares_round(some, ends[cell] - begin, 0);
        for (gsize i = begin; i < ends[cell]; i++)
            work->labels[rows[i]] = some[i - begin];
    }
}

/* Shares of each question, and the same rounded. */
static gboolean
likert_shares(Plot *plot, LikertWork *work, GError **error)
{
    const double *values = plot->frame->columns[work->value]->values;
    gsize n = plot->frame->table->length;
    gsize n_cells = (gsize)work->categories.n * plot->n_panels;
    gboolean percent;

    work->sums = arena_new0(plot->arena, double, n_cells);
    work->shares = arena_new0(plot->arena, double, n);
    work->labels = arena_new0(plot->arena, double, n);
    for (gsize i = 0; i < n; i++)
        work->sums[likert_cell(plot, work, i)] += values[i];
    percent = work->percent = likert_is_percent(plot, work, n_cells);
    for (gsize i = 0; i < n; i++) {
        if (!likert_check_row(plot, work, i, percent, error))
            return FALSE;
        work->shares[i] = values[i] / work->sums[likert_cell(plot, work, i)] * 100;
    }
    if (!percent)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, 1,
                   "column \"%s\" holds no percentages: each bar shows shares of its sum",
                   plot->frame->columns[work->value]->name);
    likert_round(plot, work, n_cells);
    return TRUE;
}

/* Where each part begins: the pile is centred on its neutral answer, answers apart stand at the
 * right in a column of their own. */
static void
likert_pile(const Plot *plot, LikertWork *work, double *low, double *high)
{
    gsize n = plot->frame->table->length;
    gsize n_cells = (gsize)work->categories.n * plot->n_panels;
    g_autofree double *at = g_new0(double, n_cells + 1), *apart = g_new0(double, n_cells + 1);

    for (gsize i = 0; i < n; i++) {
        LikertSide side = work->answers->sides[work->series[i]];
        double *from = &at[likert_cell(plot, work, i)];

        *from -= side == LIKERT_LEFT      ? work->shares[i]
                 : side == LIKERT_NEUTRAL ? work->shares[i] / 2
                                          : 0;
        work->left = MAX(work->left, -*from);
    }
    for (guint answer = 0; answer < work->answers->n; answer++)
        for (gsize i = 0; i < n; i++) {
            gboolean aside = work->answers->sides[answer] == LIKERT_APART;
            double *from =
                &(aside ? apart
                        : at)[work->series[i] == answer ? likert_cell(plot, work, i) : n_cells];

            if (work->series[i] != answer)
                continue;
            low[i] = *from;
            high[i] = *from += work->shares[i];
            *(aside ? &work->apart : &work->right) =
                MAX(aside ? work->apart : work->right, high[i]);
        }
    for (gsize i = 0; i < n; i++)
        if (work->answers->sides[work->series[i]] == LIKERT_APART) {
            low[i] += work->right + APART_GAP;
            high[i] += work->right + APART_GAP;
        }
}

/* Few rows make the figure lower, many make it higher, unless a height was asked for. */
static void
likert_choose_height(Plot *plot, const Categories *categories)
{
    double em = theme_em(plot->theme);
    double most =
        page_height(plot, page_rows(plot), (categories->n * MOST_ROW + 40) * em) + KEY * em;

    if (!plot->fixed_height)
        plot->size.height = MIN(plot->size.height, most);
    categories_grow(plot, categories, ROW);
}

static gboolean
likert_axes(Plot *plot, LikertWork *work, GError **error)
{
    AxisSpec *axis = &plot->x;
    static const double ticks[] = { -100, -75, -50, -25, 0, 25, 50, 75, 100 };
    double *shown = arena_new0(plot->arena, double, G_N_ELEMENTS(ticks));

    categories_set_axis(&work->categories, &plot->y);
    plot->y.padding = plot->theme->band_padding;
    plot->y.max_step = plot->fixed_height ? 0 : 84 * theme_em(plot->theme);
    if (!bind_axis_options(plot, work->position, &plot->y, error))
        return FALSE;
    *axis = (AxisSpec){ .kind = SCALE_LINEAR, .mirrored = TRUE, .grid = TRUE };
    if (!bind_axis_options(plot, work->value, axis, error))
        return FALSE;
    if (axis->fixed) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-domain: a likert chart shows all of its 100 %%", channel_name(work->value));
        return FALSE;
    }
    axis->min = -work->left;
    axis->max = work->right + (work->apart > 0 ? APART_GAP + work->apart : 0);
    axis->suffix = bind_language(plot)->marks.percent;
    axis->prefix = axis->title_unit = NULL;
    axis->keep_units = TRUE;
    axis->hidden = axis->absent = plot->spec->values != SWITCH_OFF;
    if (plot->spec->y.label == NULL && plot->spec->x.label == NULL)
        axis->title = axis->hidden ? bind_language(plot)->words[WORD_PERCENT] : NULL;
    if (axis->n_tick_values == 0 && axis->tick_count == 0) {
        for (guint i = 0; i < G_N_ELEMENTS(ticks); i++)
            if (ticks[i] >= -work->left && ticks[i] <= work->right)
                shown[axis->n_tick_values++] = ticks[i];
        axis->tick_values = shown;
    }
    plot->upright = FALSE;
    likert_choose_height(plot, &work->categories);
    return TRUE;
}

/* The line that all bars are centred on, as long as there are rows; it stands behind them. */
static void
likert_add_middle(Plot *plot, guint n_rows)
{
    Color *colors = arena_new0(plot->arena, Color, plot->n_panels);
    Layer *layer = bind_add_layer(plot, &mark_segment, plot->n_panels);

    layer->y0 = arena_new0(plot->arena, double, plot->n_panels);
    for (guint i = 0; i < plot->n_panels; i++) {
        colors[i] = plot->theme->zero;
        layer->panel[i] = i;
        layer->y0[i] = -0.5;
        layer->y[i] = n_rows - 0.5;
    }
    layer->upright = FALSE;
    layer->colors = colors;
    plot->key_mark = &mark_bar;
}

static gboolean
likert_expand(Plot *plot, GError **error)
{
    LikertWork work = { 0 };
    AxisSpec plain = { 0 }; /* counts have no sign of percent */
    gsize n, *rows;
    Layer *layer;

    if (!likert_bind(plot, &work, error) || !likert_shares(plot, &work, error))
        return FALSE;
    n = plot->frame->table->length;
    likert_add_middle(plot, work.categories.n);
    layer = bind_add_layer(plot, &mark_bar, n);
    layer->x0 = arena_new0(plot->arena, double, n);
    likert_pile(plot, &work, layer->x0, layer->x);
    if (!likert_axes(plot, &work, error))
        return FALSE;
    rows = arena_new0(plot->arena, gsize, n);
    for (gsize i = 0; i < n; i++) {
        rows[i] = i;
        layer->y[i] = work.categories.index[i];
        layer->series[i] = work.series[i];
        layer->panel[i] = work.panels[i];
    }
    layer->upright = FALSE;
    layer->stacked = TRUE;
    layer->cap = (plot->fixed_height ? 100 : 56) * theme_em(plot->theme);
    bind_titles(plot, layer, rows, work.position, work.value, work.percent ? &plot->x : &plain);
    if (plot->spec->values != SWITCH_OFF) {
        AxisSpec bare = plot->x;

        bare.suffix = NULL;
        layer->labels = bind_value_labels(plot, &bare, work.labels, n);
    }
    return TRUE;
}

static const ChannelDef likert_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "how many gave each answer: a column an answer, or one" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "the questions" },
    { CHANNEL_COLOR, TRUE, ACCEPTS_ANY, "the answers; several columns on --x are answers too" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_likert = {
    .name = "likert",
    .summary = "answers on a scale: shares of 100 % around the neutral one",
    .example = "datasets/poll/trust_2019.csv -x distrust_percent,no_comment_percent,trust_percent "
               "-y power",
    .channels = likert_channels,
    .expand = likert_expand,
};
