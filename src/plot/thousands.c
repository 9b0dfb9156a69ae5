#include "plot/thousands.h"

#include "plot/bind.h"

#define REACH 1e4
/* An axis whose values come this far may grow to a round end of 10,000. */
#define AXIS_REACH 5e3
/* The years that the reader of tables knows. */
#define FIRST_YEAR 1000
#define LAST_YEAR 2999

void
thousands_see(Plot *plot, double value)
{
    plot->thousands = plot->thousands || fabs(value) >= REACH;
}

void
thousands_see_columns(Plot *plot)
{
    static const Channel measures[] = { CHANNEL_X,   CHANNEL_Y,    CHANNEL_COLOR, CHANNEL_SIZE,
                                        CHANNEL_LOW, CHANNEL_HIGH, CHANNEL_END };

    for (guint c = 0; c < G_N_ELEMENTS(measures); c++) {
        const Column *column = plot->frame->columns[measures[c]];

        for (gsize i = 0; column != NULL && column->type == COLUMN_NUMBER && i < column->length;
             i++)
            thousands_see(plot, column->values[i]);
    }
}

static gboolean
thousands_are_years(const Column *column)
{
    for (gsize i = 0; i < column->length; i++)
        if (isfinite(column->values[i]) &&
            (column->values[i] < FIRST_YEAR || column->values[i] > LAST_YEAR ||
             column->values[i] != floor(column->values[i])))
            return FALSE;
    return TRUE;
}

void
thousands_see_axis(Plot *plot, Channel channel, AxisSpec *axis)
{
    const Column *column = plot->frame->columns[channel];
    double end = MAX(fabs(axis->min), fabs(axis->max));

    if (axis->kind == SCALE_BAND || axis->kind == SCALE_TIME)
        return;
    /* An axis that begins at zero shows sizes, whatever its values are. */
    axis->years = axis->min > 0 && axis->max <= LAST_YEAR && column != NULL &&
                  column->type == COLUMN_NUMBER && thousands_are_years(column);
    plot->thousands = plot->thousands || end >= (axis->widen ? AXIS_REACH : REACH);
    for (guint i = 0; i < axis->n_tick_values; i++)
        thousands_see(plot, axis->tick_values[i]);
}

void
thousands_settle(Plot *plot)
{
    AxisSpec *axes[] = { &plot->x, &plot->y, &plot->color, &plot->plain_axis };

    for (guint i = 0; i < G_N_ELEMENTS(axes); i++)
        axes[i]->thousands = plot->thousands && !axes[i]->years;
}

/* Six decimals are as many as anybody reads; what they cannot show must not read as zero. */
static gboolean
thousands_reads_as_zero(double value, int decimals)
{
    return value != 0 && decimals >= 6 && fabs(value) < 0.5 * pow(10, -decimals);
}

void
thousands_append(const Plot *plot, const AxisSpec *axis, GString *out, double value, int decimals)
{
    const NumberMarks *marks = &bind_language(plot)->marks;
    NumberFormat power;

    if (thousands_reads_as_zero(value, decimals) && number_format_parse(".2~e", &power)) {
        g_autoptr(GString) text = g_string_new(NULL);

        number_format_append(text, &power, marks, value);
        /* The exponent has the minus of the axes. */
        g_string_replace(text, "-", marks->minus, 0);
        g_string_append(out, text->str);
    } else if (plot->thousands && !axis->years)
        number_append_grouped(out, marks, value, decimals);
    else
        number_append_label(out, marks, value, decimals);
}
