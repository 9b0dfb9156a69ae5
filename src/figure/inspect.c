// What the reader understood.
#include "figure/figure_work.h"

#include "data/facts.h"
#include "plot/frame.h"

/* The columns that -x and -y come to; only y is told about, x is checked. */
static gboolean
inspect_columns(Figure *figure, const Table *table, GString *out, GError **error)
{
    g_autoptr(Frame) frame = NULL;

    if (figure->spec->channels[CHANNEL_X] == NULL && figure->spec->channels[CHANNEL_Y] == NULL)
        return TRUE;
    frame = frame_new(figure->spec, table, figure->report, error);
    if (frame == NULL)
        return FALSE;
    if (frame->columns[CHANNEL_Y] != NULL)
        column_append_usable(frame->columns[CHANNEL_Y], out);
    return TRUE;
}

char *
figure_inspect(Figure *figure, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(Table) table = NULL;

    figure_forget(figure);
    table = figure_read(figure, error);
    if (table == NULL)
        return NULL;
    table_append_facts(table, out);
    if (!inspect_columns(figure, table, out, error) || !figure_check_strict(figure, error))
        return NULL;
    return g_string_free(g_steal_pointer(&out), FALSE);
}
