#include "plot/frame.h"

#include "plot/frame_shape.h"
#include "plot/rename.h"
#include "words/language.h"

#include <string.h>

void
frame_work_clear(FrameWork *work)
{
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        g_clear_pointer(&work->terms[c], g_ptr_array_unref);
    g_clear_pointer(&work->kept, table_unref);
    g_clear_pointer(&work->table, table_unref);
    g_clear_pointer(&work->frame, frame_free);
}

void
frame_free(Frame *frame)
{
    if (frame == NULL)
        return;
    g_clear_pointer(&frame->table, table_unref);
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        g_free(frame->titles[c]);
        g_free(frame->units[c]);
        bins_free(frame->bins[c]);
    }
    g_free(frame->measure);
    g_free(frame->measure_title);
    g_clear_pointer(&frame->rows, table_unref);
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        g_free(frame->keys[c]);
    g_free(frame->found.renames);
    g_free(frame->found.orders);
    g_free(frame);
}

gboolean
frame_take_table(FrameWork *work, Table *table)
{
    if (table == NULL)
        return FALSE;
    table_unref(work->table);
    work->table = table;
    return TRUE;
}

void
frame_set_table(Frame *frame, Table *table)
{
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        if (frame->columns[c] != NULL)
            frame->columns[c] = table_find(table, frame->columns[c]->name);
    table_unref(frame->table);
    frame->table = table;
}

static gboolean
frame_filter(FrameWork *work, GError **error)
{
    const GPtrArray *where = work->spec->where;

    for (guint i = 0; where != NULL && i < where->len; i++) {
        Table *kept = transform_filter(work->table, where->pdata[i], work->report, error);

        if (kept == NULL)
            return FALSE;
        frame_take_table(work, kept);
    }
    if (work->table->length == 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = work->table->file },
                  where != NULL ? "no row is left after --where" : "no rows");
        return FALSE;
    }
    work->kept = table_ref(work->table);
    return TRUE;
}

static gboolean
frame_parse_channels(FrameWork *work, GError **error)
{
    g_autofree const char **names = table_names(work->table);

    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        if (work->spec->channels[c] == NULL || (work->channels & 1u << c) == 0)
            continue;
        work->terms[c] = channel_expr_parse((Channel)c, work->spec->channels[c], names, error);
        if (work->terms[c] == NULL)
            return FALSE;
    }
    return TRUE;
}

/* FALSE, and an error that names the nearest columns. */
static gboolean
frame_no_column(const FrameWork *work, Channel channel, const char *name, GError **error)
{
    g_autofree const char **names = table_names(work->table);
    g_autofree char *near = error_suggest(name, names);
    g_autofree char *quoted = error_quote(name, -1, 60);
    const char *file = work->table->file;

    if (work->folds && table_find(work->kept, name) != NULL)
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: column \"%s\" was folded with others into series and value",
                  channel_name(channel), quoted);
    else
        error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: no column \"%s\" in %s%s",
                  channel_name(channel), quoted, file != NULL ? file : "the data", near);
    return FALSE;
}

/* Headers along an axis: "-x series" of a table with years as headings. */
static gboolean
frame_series_is_position(const FrameWork *work)
{
    const Channel channels[] = { CHANNEL_X, CHANNEL_Y };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const GPtrArray *terms = work->terms[channels[i]];
        const ChannelTerm *term = terms != NULL && terms->len == 1 ? terms->pdata[0] : NULL;

        if (term != NULL && term->kind == TERM_COLUMN && strcmp(term->name, "series") == 0)
            return TRUE;
    }
    return FALSE;
}

/* Several columns on one channel: wide data become long. The terms shrink to one, on `value`. */
static gboolean
frame_fold_channel(FrameWork *work, Channel channel, GError **error)
{
    GPtrArray *terms = work->terms[channel];
    g_autofree const char **names = g_new0(const char *, terms->len + 1);
    ChannelTerm *first = terms->pdata[0];
    Table *folded;

    work->folds = work->folds_percent = TRUE;
    for (guint i = 0; i < terms->len; i++) {
        const ChannelTerm *term = terms->pdata[i];

        names[i] = term->name;
        work->folds_percent =
            work->folds_percent && term->name != NULL && frame_header_is_percent(term->name);
        if (term->kind != first->kind || term->kind > TERM_AGGREGATE || term->name == NULL ||
            (term->kind == TERM_AGGREGATE && term->aggregate != first->aggregate)) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s: several columns are folded, so all must be plain columns, or the same "
                      "aggregate of columns",
                      channel_name(channel));
            return FALSE;
        }
        if (table_find(work->table, term->name) == NULL)
            return frame_no_column(work, channel, term->name, error);
    }
    folded = transform_fold(work->table, names, terms->len, frame_series_is_position(work), error);
    if (folded == NULL)
        return FALSE;
    frame_take_table(work, folded);
    g_ptr_array_set_size(terms, 1);
    g_free(first->name);
    first->name = g_strdup("value");
    return TRUE;
}

static gboolean
frame_fold(FrameWork *work, GError **error)
{
    int folded = -1;

    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        if (work->terms[c] == NULL || work->terms[c]->len < 2)
            continue;
        if (folded >= 0) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s and --%s have several columns each; only one channel can",
                      channel_name((Channel)folded), channel_name((Channel)c));
            return FALSE;
        }
        folded = (int)c;
        if (!frame_fold_channel(work, (Channel)c, error))
            return FALSE;
    }
    if (folded >= 0 && work->terms[CHANNEL_COLOR] == NULL &&
        g_strcmp0(work->spec->channels[CHANNEL_FACET], "series") != 0 &&
        g_strcmp0(work->spec->channels[CHANNEL_FACET_ROWS], "series") != 0) {
        const char *names[] = { "series", NULL };

        work->terms[CHANNEL_COLOR] = channel_expr_parse(CHANNEL_COLOR, "series", names, error);
    }
    return TRUE;
}

/* A column that says the same in every row, under a name that no column of the table has. */
static Column *
frame_literal(const Table *table, const char *text)
{
    g_autofree char *name = g_strconcat(table_find(table, text) != NULL ? "=" : "", text, NULL);
    gsize length = table->length;
    Column *column = column_new(name, COLUMN_TEXT, length);
    gint32 code = column_intern(column, text, -1);

    for (gsize i = 0; i < length; i++)
        column->codes[i] = code;
    return column;
}

/* The new column of a literal, a calendar part or bins. */
static Column *
frame_make_column(const FrameWork *work, Channel channel, const ChannelTerm *term,
                  const Column *column, GError **error)
{
    const Language *language = language_find(work->spec->lang);

    if (term->kind == TERM_LITERAL)
        return frame_literal(work->table, term->name);
    if (term->kind == TERM_BIN)
        return transform_bin(work->table, column, term->bins, &work->frame->bins[channel], error);
    return transform_calendar(work->table, column, term->part,
                              &(CalendarNames){ language->months_short, language->days_short },
                              error);
}

gboolean
frame_resolve(FrameWork *work, char *names[CHANNEL_COUNT], GError **error)
{
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const ChannelTerm *term = work->terms[c] != NULL ? work->terms[c]->pdata[0] : NULL;
        Column *column = NULL;

        if (term == NULL)
            continue;
        if (term->kind != TERM_LITERAL && term->name != NULL) {
            column = table_find(work->table, term->name);
            if (column == NULL)
                return frame_no_column(work, (Channel)c, term->name, error);
        }
        if (term->kind == TERM_CALENDAR || term->kind == TERM_LITERAL || term->kind == TERM_BIN) {
            column = frame_make_column(work, (Channel)c, term, column, error);
            if (column == NULL)
                return FALSE;
            names[c] = g_strdup(column->name);
            frame_take_table(work, table_with_column(work->table, column));
        } else if (term->kind == TERM_COLUMN) {
            names[c] = g_strdup(term->name);
        }
    }
    return TRUE;
}

/* A sum of what is there is no sum of what there should be: it is said. */
static void
frame_report_missing(const FrameWork *work, const Aggregate *aggregate)
{
    gsize missing = aggregate->column != NULL ? column_count_missing(aggregate->column) : 0;
    gboolean counts = aggregate->kind == AGGREGATE_COUNT || aggregate->kind == AGGREGATE_DISTINCT;
    gsize first = 0;

    if (missing == 0 || counts)
        return;
    while (!column_is_missing(aggregate->column, first))
        first++;
    report_add(work->report, SEVERITY_WARNING, table_where(work->table, first, aggregate->column),
               missing,
               "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
               " rows have no value in column \"%s\" and are left out of what is aggregated",
               missing, work->table->length, aggregate->column->name);
}

gboolean
frame_group(FrameWork *work, char *names[CHANNEL_COUNT], GError **error)
{
    const Column *keys[CHANNEL_COUNT];
    Aggregate aggregates[CHANNEL_COUNT];
    guint n_keys = 0, n_aggregates = 0;
    Table *grouped;

    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const ChannelTerm *term = work->terms[c] != NULL ? work->terms[c]->pdata[0] : NULL;

        if (term == NULL)
            continue;
        if (term->kind == TERM_AGGREGATE) {
            names[c] = g_strdup_printf("aggregate of %s", channel_name((Channel)c));
            aggregates[n_aggregates++] = (Aggregate){
                term->aggregate,
                term->name != NULL ? table_find(work->table, term->name) : NULL,
                names[c],
            };
            work->frame->adds_up =
                term->aggregate == AGGREGATE_SUM || term->aggregate == AGGREGATE_COUNT;
            work->frame->counts = term->aggregate == AGGREGATE_COUNT;
        } else {
            gboolean known = FALSE;
            const Column *key = table_find(work->table, names[c]);

            for (guint k = 0; k < n_keys; k++)
                known = known || keys[k] == key;
            if (!known)
                keys[n_keys++] = key;
        }
    }
    if (n_aggregates == 0)
        return TRUE;
    for (guint i = 0; i < n_aggregates; i++)
        frame_report_missing(work, &aggregates[i]);
    grouped = transform_group(work->table, keys, n_keys, aggregates, n_aggregates, error);
    if (grouped == NULL)
        return FALSE;
    frame_take_table(work, grouped);
    return TRUE;
}

/* What a frame beside this one begins with. */
static gboolean
frame_keep_rows(FrameWork *work, char *const names[CHANNEL_COUNT])
{
    if (work->spec->layer == NULL)
        return TRUE;
    work->frame->rows = table_ref(work->table);
    work->frame->folds = work->folds;
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        work->frame->keys[c] = g_strdup(names[c]);
    return TRUE;
}

/* Areas with a file of their own have no channels in the main one. */
#define AREA_CHANNELS \
    (1u << CHANNEL_AREA | 1u << CHANNEL_FILL | 1u << CHANNEL_HATCH | 1u << CHANNEL_SYMBOLS)

Frame *
frame_of_file(const Spec *spec, guint channels, const Table *table, Report *report, GError **error)
{
    g_auto(FrameWork)
        work = { .spec = spec, .report = report, .channels = channels, .table = table_ref(table) };
    char *names[CHANNEL_COUNT] = { NULL };
    gboolean ok;

    work.frame = g_new0(Frame, 1);
    work.frame->adds_up = TRUE;
    work.kept = table_ref(work.table);
    ok = frame_parse_channels(&work, error) && frame_fold(&work, error) &&
         frame_resolve(&work, names, error) && frame_group(&work, names, error);
    if (ok) {
        frame_take_table(&work,
                         rename_apply(spec, work.table, names, NULL, &work.frame->found, report));
        frame_say(&work, names);
        work.frame->table = g_steal_pointer(&work.table);
    }
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        g_free(names[c]);
    return ok ? g_steal_pointer(&work.frame) : NULL;
}

Table *
frame_rows(const Spec *spec, const Table *table, Report *report, GError **error)
{
    g_auto(FrameWork) work = { .spec = spec, .report = report, .table = table_ref(table) };

    return frame_join(&work, error) && frame_let(&work, error) && frame_filter(&work, error)
               ? g_steal_pointer(&work.table)
               : NULL;
}

/* Circles of places have their numbers in the file of the places. */
static guint
frame_channels(const Spec *spec)
{
    if (spec->map.areas != NULL)
        return ~AREA_CHANNELS;
    if (spec->map.places != NULL && spec->channels[CHANNEL_AREA] == NULL)
        return ~(1u << CHANNEL_SYMBOLS);
    return ~0u;
}

Frame *
frame_new(const Spec *spec, const Table *table, Report *report, GError **error)
{
    g_auto(FrameWork) work = {
        .spec = spec,
        .report = report,
        .channels = frame_channels(spec),
        .table = table_ref(table),
    };
    char *names[CHANNEL_COUNT] = { NULL };
    gboolean ok;

    work.frame = g_new0(Frame, 1);
    work.frame->adds_up = TRUE;
    ok = frame_join(&work, error) && frame_let(&work, error) && frame_filter(&work, error) &&
         frame_parse_channels(&work, error) && frame_fold(&work, error) &&
         frame_resolve(&work, names, error) && rename_check(spec, work.table, error) &&
         frame_top(&work, names, error) && frame_keep_rows(&work, names) &&
         frame_group(&work, names, error);
    if (ok) {
        frame_take_table(&work, rename_apply(spec, work.table, names, work.folds ? "series" : NULL,
                                             &work.frame->found, report));
        if (!rename_has_places(spec))
            rename_report(spec, &work.frame->found, report);
        frame_say(&work, names);
        work.frame->table = g_steal_pointer(&work.table);
        ok = frame_windows(work.frame, spec, report, error);
    }
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        g_free(names[c]);
    return ok ? g_steal_pointer(&work.frame) : NULL;
}
