// Whether the rows of a frame can be drawn: each has its place, and no two share one.
#include "plot/frame_work.h"

void
frame_leave_out_missing(Frame *frame, Channel position, Report *report)
{
    const Column *column = frame->columns[position];
    gsize missing = column_count_missing(column), n = 0;
    g_autofree gsize *rows = g_new(gsize, column->length + 1);
    const char *name = column->name;
    Table *kept;

    if (missing == 0)
        return;
    /* The name of an aggregate is ours; the user knows the column that it was made from. */
    if (g_str_has_prefix(name, "aggregate of ") && frame->measure != NULL)
        name = frame->measure;
    for (gsize i = 0; i < column->length; i++)
        if (!column_is_missing(column, i))
            rows[n++] = i;
    report_add(report, SEVERITY_WARNING, (Where){ .file = frame->table->file }, missing,
               "%" G_GSIZE_FORMAT " row%s no value in column \"%s\" and %s left out", missing,
               missing == 1 ? " has" : "s have", name, missing == 1 ? "is" : "are");
    kept = table_take(frame->table, rows, n);
    frame_set_table(frame, kept);
}

static void
frame_append_place(const Frame *frame, Channel channel, gsize row, GString *out)
{
    const Column *column = frame->columns[channel];

    if (column == NULL)
        return;
    /* A literal is called as its only cell. */
    if (column->field == 0 && column->type == COLUMN_TEXT && column->levels->len == 1 &&
        g_str_has_suffix(column->name, column->levels->pdata[0])) {
        g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", column_text(column, row));
        return;
    }
    g_string_append_printf(out, "%s%s=", out->len > 0 ? ", " : "", column->name);
    column_append_cell(column, row, out);
}

gboolean
frame_check_places(const Frame *frame, const Channel *channels, guint n_channels,
                   const char *measure, Channel value, GError **error)
{
    const Column *keys[CHANNEL_COUNT];
    g_autofree char *advice = NULL;
    g_autoptr(GString) place = g_string_new(NULL);
    gsize row, count;
    guint n = 0;

    for (guint i = 0; i < n_channels; i++)
        if (frame->columns[channels[i]] != NULL)
            keys[n++] = frame->columns[channels[i]];
    if (!transform_find_duplicate(frame->table, keys, n, frame->columns[value], &row, &count))
        return TRUE;
    for (guint i = 0; i < n_channels; i++)
        if (i == 0 || frame->columns[channels[i]] != frame->columns[channels[0]])
            frame_append_place(frame, channels[i], row, place);
    advice = measure != NULL ? g_strdup_printf("say sum(%s) or mean(%s)", measure, measure)
                             : g_strdup("count() would count them");
    error_set(error, ERROR_INPUT, table_where(frame->table, row, NULL),
              "%" G_GSIZE_FORMAT " rows for %s; %s, or narrow with --where", count, place->str,
              advice);
    return FALSE;
}

gboolean
frame_check_unique(const Frame *frame, Channel value, GError **error)
{
    const Channel position = value == CHANNEL_X ? CHANNEL_Y : CHANNEL_X;
    const Channel channels[] = { position, CHANNEL_COLOR, CHANNEL_FACET, CHANNEL_FACET_ROWS };

    return frame_check_places(frame, channels, G_N_ELEMENTS(channels),
                              frame->measure != NULL ? frame->measure : "value", value, error);
}
