#include "plot/missing_parts.h"

#include "plot/bind.h"

#include <string.h>

/* A note longer than this is no note; the rest is counted. */
#define MAX_NOTE 620
/* Combinations of position, series and panel: a second's work. */
#define MAX_CELLS 100000000

/* The grid of positions (in order) and series: what is there. */
typedef struct {
    const Column *position; /* as text, levels in order */
    gboolean is_year, is_time;
    gboolean runs; /* neighbours may be written as a range */
    guint n_positions, n_series;
    guint8 *there;         /* [position * n_series + series]: 1 a value, 2 a missing cell */
    guint8 *position_seen; /* the position has some part */
    guint8 *series_seen;   /* the series has some row */
} PartGrid;

static void
part_grid_clear(PartGrid *grid)
{
    g_free(grid->there);
    g_free(grid->position_seen);
    g_free(grid->series_seen);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PartGrid, part_grid_clear)

/* In one panel. */
static PartGrid
part_grid_new(const Plot *plot, const Column *position, const Column *value, const guint *series,
              const guint *panels, guint panel)
{
    PartGrid grid = { .position = position,
                      .n_positions = position->levels->len,
                      .n_series = plot->n_series };

    grid.there = g_new0(guint8, (gsize)grid.n_positions * grid.n_series + 1);
    grid.position_seen = g_new0(guint8, grid.n_positions + 1);
    grid.series_seen = g_new0(guint8, grid.n_series + 1);
    for (gsize i = 0; i < position->length; i++) {
        gint32 at = position->codes[i];

        if (at < 0 || panels[i] != panel)
            continue;
        grid.there[(gsize)at * grid.n_series + series[i]] = isnan(value->values[i]) ? 2 : 1;
        grid.position_seen[at] |= !isnan(value->values[i]);
        grid.series_seen[series[i]] = TRUE;
    }
    return grid;
}

/* Along time a part without a row is missing if its series has others; elsewhere only a cell that
 * is empty. These are the parts that transform_stack() counts. */
static gboolean
part_is_missing(const PartGrid *grid, guint position, guint series)
{
    guint8 there = grid->there[(gsize)position * grid->n_series + series];

    return grid->position_seen[position] &&
           (there == 2 || (there == 0 && grid->is_time && grid->series_seen[series]));
}

/* "1995–97" for a run of years, "Laos" for one name. */
static void
part_append_run(const PartGrid *grid, guint first, guint last, GString *out)
{
    const char *from = grid->position->levels->pdata[first];
    const char *to = grid->position->levels->pdata[last];
    gboolean short_year =
        grid->is_year && strlen(from) == 4 && strlen(to) == 4 && strncmp(from, to, 2) == 0;

    g_string_append(out, from);
    if (last > first)
        g_string_append_printf(out, "–%s", short_year ? to + 2 : to);
}

/* The positions at which a series has no part; returns how many. */
static guint
part_append_series(const PartGrid *grid, guint series, GString *out)
{
    guint count = 0;

    for (guint p = 0; p < grid->n_positions; p++) {
        guint last = p;

        if (!part_is_missing(grid, p, series))
            continue;
        while (grid->runs && last + 1 < grid->n_positions &&
               part_is_missing(grid, last + 1, series))
            last++;
        g_string_append(out, count > 0 ? ", " : "");
        part_append_run(grid, p, last, out);
        count += last - p + 1;
        p = last;
    }
    return count;
}

gboolean
missing_parts_check(const Plot *plot, Channel position, GError **error)
{
    const Column *column = plot->frame->columns[position];
    guint64 most = MAX_CELLS / MAX(1, (guint64)plot->n_series * plot->n_panels);
    g_autoptr(Column) names = NULL;

    if (plot->n_series < 2 || column->length <= most)
        return TRUE;
    names = column_as_text(column);
    if (names->levels->len <= most)
        return TRUE;
    error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
              "%u series at %u places are more than %s can show; keep the largest with --top, or "
              "narrow with --where",
              plot->n_series, names->levels->len, plot->chart->name);
    return FALSE;
}

guint
missing_parts_note(Plot *plot, Channel position, Channel value, const guint *series,
                   const guint *panels, LanguageWord word)
{
    const Frame *frame = plot->frame;
    g_autoptr(Column) names = column_as_text(frame->columns[position]);
    g_autoptr(GString) note = g_string_new(NULL);
    const Language *language = bind_language(plot);
    guint total = 0, unnamed = 0;

    for (guint panel = 0; panel < plot->n_panels && plot->n_series > 1; panel++) {
        g_auto(PartGrid) grid =
            part_grid_new(plot, names, frame->columns[value], series, panels, panel);

        grid.runs = frame->columns[position]->type != COLUMN_TEXT;
        grid.is_time = frame->columns[position]->type == COLUMN_TIME;
        grid.is_year = grid.is_time && frame->columns[position]->unit == TIME_YEAR;
        for (guint s = 0; s < plot->n_series; s++) {
            g_autoptr(GString) places = g_string_new(NULL);
            guint count = part_append_series(&grid, s, places);

            total += count;
            if (count > 0 && note->len + places->len > MAX_NOTE)
                unnamed += count;
            else if (count > 0)
                g_string_append_printf(note, "%s%s%s%s %s", note->len > 0 ? "; " : "",
                                       plot->n_panels > 1 ? plot->panel_titles[panel] : "",
                                       plot->n_panels > 1 ? ": " : "", plot->series[s].name,
                                       places->str);
        }
    }
    if (total == 0)
        return 0;
    if (unnamed > 0) {
        g_string_append(note, note->len > 0 ? "; " : "");
        language_append_more(language, note, unnamed);
    }
    bind_add_note(plot, arena_printf(plot->arena, "%s%s%s%s", language->words[word],
                                     language->colon, note->str, language->stop));
    return total;
}

void
missing_add_to_note(Plot *plot, const char *measure, const char *places)
{
    const Language *language = bind_language(plot);
    const char *note = plot->auto_note != NULL ? plot->auto_note : "";
    gboolean goes_on = g_str_has_prefix(note, language->words[WORD_NO_FIGURE]) &&
                       g_str_has_suffix(note, language->stop);

    if (goes_on)
        plot->auto_note =
            arena_printf(plot->arena, "%.*s; %s %s%s", (int)(strlen(note) - strlen(language->stop)),
                         note, measure, places, language->stop);
    else
        bind_add_note(plot,
                      arena_printf(plot->arena, "%s%s%s %s%s", language->words[WORD_NO_FIGURE],
                                   language->colon, measure, places, language->stop));
}

void
missing_values_note(Plot *plot, Channel position, Channel value)
{
    const Column *column = plot->frame->columns[value];
    const Language *language = bind_language(plot);
    g_autoptr(Column) names = column_as_text(plot->frame->columns[position]);
    g_autoptr(GString) note = g_string_new(NULL);
    gsize missing = 0, first = G_MAXSIZE;
    guint unnamed = 0;

    for (gsize i = 0; i < column->length; i++) {
        if (!isnan(column->values[i]) || names->codes[i] < 0)
            continue;
        first = missing++ == 0 ? i : first;
        if (note->len < MAX_NOTE / 2)
            g_string_append_printf(note, "%s%s", note->len > 0 ? ", " : "", column_text(names, i));
        else
            unnamed++;
    }
    if (missing == 0)
        return;
    if (unnamed > 0) {
        g_string_append(note, ", ");
        language_append_more(language, note, unnamed);
    }
    report_add(plot->report, SEVERITY_WARNING, table_where(plot->frame->table, first, column),
               missing,
               "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
               " places have no value; they stay empty and are named in the note",
               missing, column->length);
    if (plot->n_overlays > 0)
        missing_add_to_note(plot, plot->series[0].name, note->str);
    else
        bind_add_note(plot, arena_printf(plot->arena, "%s%s%s%s", language->words[WORD_NO_FIGURE],
                                         language->colon, note->str, language->stop));
}
