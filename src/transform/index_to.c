#include "transform/window.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

const TransformType index_to_transform = {
    "index-to",
    "makes the value of each series at one x 100",
    "--index-to X",
};

/* The positions that are the base: from low up to high, which is not one of them; of texts a code.
 */
typedef struct {
    double low, high;
    gint32 code;
} Base;

static gboolean
is_base(const Base *base, const Column *order, gsize row)
{
    if (order->type == COLUMN_TEXT)
        return order->codes[row] == base->code;
    return order->values[row] >= base->low && order->values[row] < base->high;
}

static gboolean
time_base(const char *text, Base *ret_base)
{
    TimeUnit unit = TIME_YEAR;
    double year, time;

    if (!calendar_parse(text, strlen(text), &time, &unit) &&
        !(number_parse(text, strlen(text), &year) && year == floor(year) && year >= 1 &&
          year <= 9999 && calendar_make((int)year, 1, 1, 0, 0, 0, &time)))
        return FALSE;
    ret_base->low = time;
    ret_base->high = unit == TIME_SECOND ? nextafter(time, INFINITY) : calendar_add(time, unit, 1);
    return TRUE;
}

static gboolean
text_base(const char *text, const Column *order, Base *ret_base, GError **error)
{
    guint n = order->levels->len;
    g_autofree const char **names = g_new0(const char *, n + 1);
    g_autofree char *hint = NULL;

    for (guint i = 0; i < n; i++) {
        names[i] = g_ptr_array_index(order->levels, i);
        if (strcmp(names[i], text) == 0) {
            ret_base->code = (gint32)i;
            return TRUE;
        }
    }
    hint = error_suggest(text, names);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--index-to: no \"%s\" in column \"%s\"%s", text,
              order->name, hint);
    return FALSE;
}

static gboolean
parse_base(const Window *window, Base *ret_base, GError **error)
{
    const char *text = window->spec->base;
    gboolean parsed = FALSE;

    switch (window->order->type) {
    case COLUMN_TEXT:
        return text_base(text, window->order, ret_base, error);
    case COLUMN_TIME:
        parsed = time_base(text, ret_base);
        break;
    case COLUMN_NUMBER:
        parsed = number_parse(text, strlen(text), &ret_base->low);
        ret_base->high = parsed ? nextafter(ret_base->low, INFINITY) : 0;
        break;
    }
    if (!parsed)
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--index-to: \"%s\" is not a %s, as column \"%s\" "
                  "has them",
                  text, column_type_name(window->order->type), window->order->name);
    return parsed;
}

/* The place of the series' row at the base, G_MAXSIZE for none. FALSE when there are several. A row
 * without a value counts only where no other has one. */
static gboolean
find_base(const Window *window, const Base *base, guint32 series, gsize *ret_at, GError **error)
{
    gsize at = G_MAXSIZE;

    for (gsize i = window->starts[series]; i < window->starts[series + 1]; i++) {
        gsize row = window->rows[i];

        if (!is_base(base, window->order, row))
            continue;
        if (at == G_MAXSIZE || isnan(window->value->values[window->rows[at]])) {
            at = i;
        } else if (!isnan(window->value->values[row])) {
            g_autoptr(GString) cell = g_string_new(NULL);

            column_append_cell(window->order, row, cell);
            error_set(error, ERROR_USAGE, table_where(window->table, row, window->order),
                      "--index-to %s: a series has several values there; name one of them, such as "
                      "%s",
                      window->spec->base, cell->str);
            return FALSE;
        }
    }
    *ret_at = at;
    return TRUE;
}

static gboolean
refuse(const Window *window, gboolean known, GError **error)
{
    const Column *order = window->order;
    gsize n = window->starts[window->n_series];
    g_autoptr(GString) first = g_string_new(NULL), last = g_string_new(NULL);
    gsize least = window->rows[0], most = window->rows[0];

    if (known || order->type == COLUMN_TEXT) {
        error_set(error, ERROR_INPUT, (Where){ .file = window->table->file },
                  "--index-to %s: no series has a value above zero there", window->spec->base);
        return FALSE;
    }
    for (gsize i = 0; i < n; i++) {
        if (order->values[window->rows[i]] < order->values[least])
            least = window->rows[i];
        if (order->values[window->rows[i]] > order->values[most])
            most = window->rows[i];
    }
    column_append_cell(order, least, first);
    column_append_cell(order, most, last);
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--index-to %s: no row has it in column \"%s\", which runs from %s to %s",
              window->spec->base, order->name, first->str, last->str);
    return FALSE;
}

gboolean
window_index_to(Window *window, GError **error)
{
    g_auto(WindowNames) absent = { 0 }, not_positive = { 0 };
    Base base = { 0, 0, -1 };
    gboolean known = FALSE;

    if (!parse_base(window, &base, error))
        return FALSE;
    for (guint32 s = 0; s < window->n_series; s++) {
        gsize at;
        double divisor;

        if (!find_base(window, &base, s, &at, error))
            return FALSE;
        known = known || at != G_MAXSIZE;
        divisor = at == G_MAXSIZE ? NAN : window->value->values[window->rows[at]];
        if (!(divisor > 0)) {
            window_names_add(isnan(divisor) ? &absent : &not_positive, window, s,
                             window->rows[at == G_MAXSIZE ? window->starts[s] : at]);
            continue;
        }
        for (gsize i = window->starts[s]; i < window->starts[s + 1]; i++) {
            gsize row = window->rows[i];

            window->out[row] = window->value->values[row] / divisor * 100;
        }
    }
    if (window->n_series > 0 && absent.n + not_positive.n == window->n_series)
        return refuse(window, known, error);
    window_names_remark(&absent, window, "are left out, without a value at the base of the index");
    window_names_remark(&not_positive, window,
                        "are left out, with zero or less at the base of the index");
    return TRUE;
}
