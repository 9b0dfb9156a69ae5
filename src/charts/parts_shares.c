#include "charts/parts.h"

#include "plot/bind.h"

void
parts_choose_names(Plot *plot, Parts *parts, gboolean direct)
{
    gboolean asked = plot->spec->legend == LEGEND_DIRECT;

    parts->direct = asked || (direct && plot->spec->legend == LEGEND_AUTO);
    /* Colours that repeat the names of the parts need no key. */
    plot->frame->columns[CHANNEL_X] = parts->direct ? plot->frame->columns[CHANNEL_COLOR] : NULL;
}

gsize
parts_of_panel(const Parts *parts, guint panel, gsize *ret_first)
{
    const Layer *layer = &parts->layer;
    gsize first = 0, end;

    while (first < layer->n && layer->panel[first] != panel)
        first++;
    for (end = first; end < layer->n && layer->panel[end] == panel;)
        end++;
    *ret_first = first;
    return end - first;
}

void
parts_apportion(const double *values, gsize n, guint whole, guint *ret_units)
{
    double total = 0;
    guint given = 0;

    for (gsize i = 0; i < n; i++)
        total += values[i];
    for (gsize i = 0; i < n; i++) {
        ret_units[i] = (guint)floor(values[i] / total * whole + 1e-9);
        given += ret_units[i];
    }
    for (; given < whole; given++) {
        double best = -1;
        gsize at = 0;

        for (gsize i = 0; i < n; i++) {
            double rest = values[i] / total * whole - ret_units[i];

            if (rest > best + 1e-9) {
                best = rest;
                at = i;
            }
        }
        ret_units[at]++;
    }
}

/* Units in one percent: 10 where whole percentages would let a part read as nothing, or as more
 * than half a percent off what it is, so that all add to 100. */
static guint
parts_share_scale(const double *values, gsize n, double total)
{
    g_autofree guint *units = g_new(guint, n + 1);

    parts_apportion(values, n, 100, units);
    for (gsize i = 0; i < n; i++)
        if ((values[i] > 0 && units[i] == 0) || fabs(values[i] / total * 100 - units[i]) > 0.5)
            return 10;
    return 1;
}

const char **
parts_shares(Plot *plot, const Parts *parts)
{
    const Layer *layer = &parts->layer;
    const char **shares = arena_new0(plot->arena, const char *, layer->n);
    const NumberMarks *marks = &bind_language(plot)->marks;

    if (parts->percent)
        return parts->values;
    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize first, n = parts_of_panel(parts, panel, &first);
        const double *values = layer->y + first;
        guint scale = parts_share_scale(values, n, parts->totals[panel]);
        g_autofree guint *units = g_new0(guint, n + 1);

        parts_apportion(values, n, 100 * scale, units);
        for (gsize i = 0; i < n; i++) {
            double own = values[i] / parts->totals[panel] * 100 * scale;
            g_autoptr(GString) text = g_string_new(NULL);

            if (fabs(units[i] - own) > 0.5 + 1e-9)
                bind_add_note(plot, bind_language(plot)->words[WORD_SHARES_ROUNDED]);
            if (units[i] == 0 && values[i] > 0)
                g_string_append_printf(text, "<0%s1", marks->decimal);
            else
                number_append_label(text, marks, (double)units[i] / scale, scale > 1 ? 1 : 0);
            shares[first + i] = arena_printf(plot->arena, "%s%s", text->str, marks->percent);
        }
    }
    return shares;
}
