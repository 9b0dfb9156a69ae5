#include "plot/frame_shape.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "data/csv_shared.h"
#include "plot/periods.h"
#include "words/language.h"

gboolean
frame_join(FrameWork *work, GError **error)
{
    const char *on = work->spec->on, *equals;
    g_autofree char *left = NULL;
    g_autoptr(Table) other = NULL;
    CsvOptions options = { 0 };

    if (work->spec->join == NULL && on == NULL)
        return TRUE;
    if (work->spec->join == NULL || on == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--join FILE and --on COLUMN go together");
        return FALSE;
    }
    other = csv_read_shared(work->spec->shelf, work->spec->join, &options, work->report, error);
    if (other == NULL)
        return FALSE;
    equals = table_find(work->table, on) == NULL ? strchr(on, '=') : NULL;
    left = equals != NULL ? g_strndup(on, (gsize)(equals - on)) : g_strdup(on);
    return frame_take_table(work,
                            transform_join(work->table, other, left,
                                           equals != NULL ? equals + 1 : on, work->report, error));
}

gboolean
frame_let(FrameWork *work, GError **error)
{
    const GPtrArray *let = work->spec->let;

    for (guint i = 0; let != NULL && i < let->len; i++)
        if (!frame_take_table(work, transform_let(work->table, let->pdata[i], work->report, error)))
            return FALSE;
    return TRUE;
}

/* The channel whose categories --top ranks: names along an axis, else the series. */
static Channel
frame_top_channel(const FrameWork *work, char *const names[CHANNEL_COUNT])
{
    const Channel channels[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_COLOR };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const char *name = names[channels[i]];
        const Column *column = name != NULL ? table_find(work->table, name) : NULL;

        if (column != NULL && column->type == COLUMN_TEXT)
            return channels[i];
    }
    return CHANNEL_COUNT;
}

/* The term that holds the values: an aggregate, or a plain column of numbers. */
static ChannelTerm *
frame_value_term(const FrameWork *work)
{
    const Channel channels[] = { CHANNEL_Y, CHANNEL_X, CHANNEL_SIZE, CHANNEL_COLOR };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const GPtrArray *terms = work->terms[channels[i]];
        ChannelTerm *term = terms != NULL ? terms->pdata[0] : NULL;
        const Column *column =
            term != NULL && term->name != NULL ? table_find(work->table, term->name) : NULL;

        if (term != NULL &&
            (term->kind == TERM_AGGREGATE ||
             (term->kind == TERM_COLUMN && column != NULL && column->type == COLUMN_NUMBER)))
            return term;
    }
    return NULL;
}

gboolean
frame_top(FrameWork *work, char *names[CHANNEL_COUNT], GError **error)
{
    Channel channel = frame_top_channel(work, names);
    ChannelTerm *term = frame_value_term(work);
    const Column *weights;

    if (work->spec->top == 0)
        return TRUE;
    if (channel == CHANNEL_COUNT || term == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--top: this figure has no categories with values to rank");
        return FALSE;
    }
    weights = term->name != NULL ? table_find(work->table, term->name) : NULL;
    if (term->kind == TERM_COLUMN) {
        /* The rest becomes one category: its rows have to be added up. */
        term->kind = TERM_AGGREGATE;
        term->aggregate = AGGREGATE_SUM;
        for (guint c = 0; c < CHANNEL_COUNT; c++)
            if (work->terms[c] != NULL && work->terms[c]->pdata[0] == term)
                g_clear_pointer(&names[c], g_free);
    }
    if (weights != NULL && weights->type != COLUMN_NUMBER)
        weights = NULL;
    return frame_take_table(work,
                            transform_top(work->table, table_find(work->table, names[channel]),
                                          weights, (guint)work->spec->top,
                                          language_find(work->spec->lang)->words[WORD_OTHER],
                                          work->report, error));
}

static gint64
frame_between(gconstpointer periods, double from, double to)
{
    return periods_between(periods, from, to);
}

/* "7" or "7,center". */
static gboolean
frame_parse_rolling(const char *text, WindowSpec *window, GError **error)
{
    const char *comma = strchr(text, ',');
    gsize length = comma != NULL ? (gsize)(comma - text) : strlen(text);
    double size;

    window->kind = WINDOW_ROLLING;
    window->center = comma != NULL && strcmp(comma + 1, "center") == 0;
    if (!number_parse(text, length, &size) || size < 1 || size > 1e6 || size != floor(size) ||
        (comma != NULL && !window->center)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--rolling: \"%s\" is not N or N,center", text);
        return FALSE;
    }
    window->size = (guint)size;
    return TRUE;
}

static gboolean
frame_parse_change(const char *text, WindowSpec *window, GError **error)
{
    window->kind = WINDOW_CHANGE;
    window->percent = g_str_has_prefix(text, "percent");
    window->from_first = g_str_has_suffix(text, ",first");
    if (strcmp(text, "absolute") != 0 && strcmp(text, "percent") != 0 &&
        strcmp(text, "absolute,first") != 0 && strcmp(text, "percent,first") != 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--change: \"%s\" is not absolute or percent, with ,first or without", text);
        return FALSE;
    }
    return TRUE;
}

/* Where the numbers of a finished frame stand. */
static Channel
frame_value_channel(const Frame *frame)
{
    const Column *y = frame->columns[CHANNEL_Y];

    return y != NULL && y->type == COLUMN_NUMBER ? CHANNEL_Y : CHANNEL_X;
}

/* One window over the values of each series, in order of the positions. */
static gboolean
frame_window(Frame *frame, WindowSpec *window, Report *report, GError **error)
{
    Channel value = frame_value_channel(frame);
    Channel position = value == CHANNEL_Y ? CHANNEL_X : CHANNEL_Y;
    const Column *order = frame->columns[position], *keys[3];
    Periods periods = { .regular = FALSE };
    guint n_keys = 0;
    Table *table;

    if (order == NULL || frame->columns[value] == NULL ||
        frame->columns[value]->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--cumulative, --rolling, --index-to and --change need numbers along x");
        return FALSE;
    }
    if (order->type == COLUMN_TIME)
        periods = periods_find(order->values, order->length, order->unit);
    if (periods.regular) {
        window->between = frame_between;
        window->periods = &periods;
    }
    if (frame->columns[CHANNEL_COLOR] != NULL)
        keys[n_keys++] = frame->columns[CHANNEL_COLOR];
    if (frame->columns[CHANNEL_FACET] != NULL)
        keys[n_keys++] = frame->columns[CHANNEL_FACET];
    if (frame->columns[CHANNEL_FACET_ROWS] != NULL)
        keys[n_keys++] = frame->columns[CHANNEL_FACET_ROWS];
    table = transform_window(frame->table, keys, n_keys, order, frame->columns[value], window,
                             report, error);
    if (table == NULL)
        return FALSE;
    frame_set_table(frame, table);
    return TRUE;
}

/* What the numbers now say: the title, a word more; the unit, if it is another now. */
static void
frame_add_words(Frame *frame, const AxisOptions *axis, Channel value, const char *words,
                const char *unit)
{
    const char *title = frame->titles[value];

    if (axis->label == NULL) {
        char *both =
            title != NULL ? g_strdup_printf("%s, %s", title, words) : frame_title_of(words);

        g_free(frame->titles[value]);
        frame->titles[value] = both;
    }
    if (axis->unit == NULL && unit != NULL) {
        g_free(frame->units[value]);
        frame->units[value] = *unit != '\0' ? g_strdup(unit) : NULL;
    }
}

static gboolean
frame_change(Frame *frame, const Spec *spec, Report *report, GError **error)
{
    Channel value = frame_value_channel(frame);
    const Language *language = language_find(spec->lang);
    gboolean points = g_strcmp0(frame->units[value], "%") == 0;
    WindowSpec window = { 0 };

    if (!frame_parse_change(spec->change, &window, error) ||
        !frame_window(frame, &window, report, error))
        return FALSE;
    frame_add_words(frame, value == CHANNEL_Y ? &spec->y : &spec->x, value,
                    language->words[window.from_first ? WORD_CHANGE_SINCE_START : WORD_CHANGE],
                    window.percent ? "%"
                    : points       ? language->words[WORD_PERCENTAGE_POINTS]
                                   : NULL);
    frame->adds_up = FALSE;
    return TRUE;
}

gboolean
frame_windows(Frame *frame, const Spec *spec, Report *report, GError **error)
{
    Channel value = frame_value_channel(frame);
    const AxisOptions *axis = value == CHANNEL_Y ? &spec->y : &spec->x;
    const Language *language = language_find(spec->lang);
    WindowSpec window = { .kind = WINDOW_CUMULATIVE };

    if (spec->cumulative) {
        if (!frame_window(frame, &window, report, error))
            return FALSE;
        frame_add_words(frame, axis, value, language->words[WORD_CUMULATIVE], NULL);
    }
    window = (WindowSpec){ 0 };
    if (spec->rolling != NULL) {
        g_autofree char *size = NULL, *words = NULL;

        if (!frame_parse_rolling(spec->rolling, &window, error) ||
            !frame_window(frame, &window, report, error))
            return FALSE;
        size = g_strdup_printf("%u", window.size);
        words = language_word_with(language, WORD_ROLLING_MEAN, size);
        frame_add_words(frame, axis, value, words, NULL);
    }
    if (spec->index_to != NULL) {
        g_autofree char *words = g_strdup_printf("%s = 100", spec->index_to);

        window = (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = spec->index_to };
        if (!frame_window(frame, &window, report, error))
            return FALSE;
        frame_add_words(frame, axis, value, words, "");
        frame->adds_up = FALSE;
    }
    return spec->change == NULL || frame_change(frame, spec, report, error);
}
