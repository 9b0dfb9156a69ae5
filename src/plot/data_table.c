#include "plot/data_table.h"

#include "plot/overlay.h"

#include <string.h>

/* Where a mark stands before what it shows. */
static const Channel column_order[] = {
    CHANNEL_FACET, CHANNEL_FACET_ROWS, CHANNEL_FROM,  CHANNEL_TO,    CHANNEL_PLACE,   CHANNEL_AREA,
    CHANNEL_X,     CHANNEL_END,        CHANNEL_COLOR, CHANNEL_Y,     CHANNEL_LOW,     CHANNEL_HIGH,
    CHANNEL_SIZE,  CHANNEL_WEIGHT,     CHANNEL_FILL,  CHANNEL_HATCH, CHANNEL_SYMBOLS, CHANNEL_LABEL,
};
G_STATIC_ASSERT(G_N_ELEMENTS(column_order) == CHANNEL_COUNT);

static void
data_column_clear(gpointer data)
{
    DataColumn *column = data;

    g_clear_pointer(&column->columns, g_ptr_array_unref);
    g_free(column->heading);
}

static void
data_column_release(gpointer data)
{
    if (data != NULL)
        column_unref(data);
}

void
data_table_free(DataTable *table)
{
    if (table == NULL)
        return;
    g_array_unref(table->columns);
    g_array_unref(table->lengths);
    g_free(table->caption);
    g_free(table->lang);
    g_free(table);
}

/* The channel at a place of the order. Of lying marks y says where they stand. */
static Channel
data_table_channel(const Frame *frame, guint order)
{
    const Column *x = frame->columns[CHANNEL_X], *y = frame->columns[CHANNEL_Y];
    const Channel channel = column_order[order];

    if (x == NULL || y == NULL || x->type != COLUMN_NUMBER || y->type == COLUMN_NUMBER)
        return channel;
    return channel == CHANNEL_X ? CHANNEL_Y : channel == CHANNEL_Y ? CHANNEL_X : channel;
}

/* "Exports (US$ million)". A channel whose title an axis need not say is called as its column, one
 * text for all rows (--from =PRK) as the channel, and what a layer shows as the layer. */
static char *
data_table_heading_of(const Plot *plot, const Frame *frame, const Overlay *overlay, Channel channel)
{
    const char *unit = frame->units[channel], *asked = plot->spec->channels[channel];
    const char *said = overlay != NULL && overlay->name != NULL && channel == overlay->value
                           ? overlay->name
                           : frame->titles[channel];
    const char *name =
        asked != NULL && *asked == '=' ? channel_name(channel) : frame->columns[channel]->name;
    g_autofree char *title = said != NULL ? g_strdup(said) : frame_title_of(name);

    return unit != NULL && *unit != '\0' ? g_strdup_printf("%s (%s)", title, unit)
                                         : g_steal_pointer(&title);
}

char *
data_table_heading(const Plot *plot, const Frame *frame, Channel channel)
{
    return data_table_heading_of(plot, frame, NULL, channel);
}

/* One column on two channels (colour says again what the position says) is told once. */
static gboolean
data_table_is_told(const Frame *frame, guint order)
{
    for (guint i = 0; i < order; i++)
        if (frame->columns[data_table_channel(frame, i)] ==
            frame->columns[data_table_channel(frame, order)])
            return TRUE;
    return FALSE;
}

/* The column of that heading which the part does not fill yet; a new one behind the others. */
static DataColumn *
data_table_column(DataTable *table, char *heading, guint part)
{
    DataColumn made = { .heading = heading, .numbers = TRUE };

    for (guint i = 0; i < table->columns->len; i++) {
        DataColumn *column = &g_array_index(table->columns, DataColumn, i);

        if (column->columns->len <= part && strcmp(column->heading, heading) == 0) {
            g_free(heading);
            return column;
        }
    }
    made.columns = g_ptr_array_new_with_free_func(data_column_release);
    g_array_append_val(table->columns, made);
    return &g_array_index(table->columns, DataColumn, table->columns->len - 1);
}

static void
data_table_end_part(DataTable *table, gsize length)
{
    for (guint i = 0; i < table->columns->len; i++)
        g_ptr_array_set_size(g_array_index(table->columns, DataColumn, i).columns,
                             (gint)table->lengths->len + 1);
    g_array_append_val(table->lengths, length);
}

static void
data_table_add(DataTable *table, const Plot *plot, const Frame *frame, const Overlay *overlay)
{
    const guint part = table->lengths->len;

    for (guint i = 0; i < G_N_ELEMENTS(column_order); i++) {
        const Channel channel = data_table_channel(frame, i);
        const Column *source = frame->columns[channel];
        DataColumn *column;

        if (source == NULL || data_table_is_told(frame, i))
            continue;
        column =
            data_table_column(table, data_table_heading_of(plot, frame, overlay, channel), part);
        column->numbers = column->numbers && source->type == COLUMN_NUMBER;
        g_ptr_array_set_size(column->columns, (gint)part);
        g_ptr_array_add(column->columns, column_ref(source));
    }
    data_table_end_part(table, frame->table->length);
}

/* What bins and curves show has a part of its own. */
static void
data_table_add_shown(DataTable *table, const Table *shown)
{
    const guint part = table->lengths->len;

    for (guint i = 0; i < table_n_columns(shown); i++) {
        const Column *source = table_column(shown, i);
        DataColumn *column = data_table_column(table, g_strdup(source->name), part);

        column->numbers = source->type == COLUMN_NUMBER;
        g_ptr_array_add(column->columns, column_ref(source));
    }
    data_table_end_part(table, shown->length);
}

DataTable *
data_table_new(const Plot *plot)
{
    DataTable *table = g_new0(DataTable, 1);

    table->caption = g_strdup(plot->title);
    table->lang = g_strdup(plot->language != NULL ? plot->language->tag : languages[0].tag);
    table->columns = g_array_new(FALSE, FALSE, sizeof(DataColumn));
    table->lengths = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_array_set_clear_func(table->columns, data_column_clear);
    if (plot->shown != NULL)
        data_table_add_shown(table, plot->shown);
    else
        data_table_add(table, plot, plot->frame, NULL);
    for (guint i = 0; i < plot->n_beside; i++)
        data_table_add(table, plot, plot->beside[i], NULL);
    for (guint i = 0; i < plot->n_overlays; i++)
        if (plot->overlays[i].frame != NULL)
            data_table_add(table, plot, plot->overlays[i].frame, &plot->overlays[i]);
    return table;
}

void
data_table_append_cell(const DataTable *table, guint column, guint part, gsize row, GString *out)
{
    const Column *source = g_array_index(table->columns, DataColumn, column).columns->pdata[part];

    if (source != NULL)
        column_append_cell(source, row, out);
}

static const DataTableFormat data_table_formats[] = {
#define FORMAT(extension, name) { extension, data_table_append_##name },
#include "plot/data_table_format.inc"
#undef FORMAT
};

const DataTableFormat *
data_table_format_for_path(const char *path, GError **error)
{
    g_autoptr(GString) known = g_string_new(NULL);
    g_autofree char *quoted = error_quote(path, -1, 200);
    const gsize length = strlen(path);

    for (guint i = 0; i < G_N_ELEMENTS(data_table_formats); i++) {
        const DataTableFormat *format = &data_table_formats[i];
        gsize end = strlen(format->extension);

        if (length > end && g_ascii_strcasecmp(path + length - end, format->extension) == 0)
            return format;
        g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", format->extension);
    }
    error_set(error, ERROR_USAGE, WHERE_NONE, "--data-table \"%s\": its extension is none of %s",
              quoted, known->str);
    return NULL;
}
