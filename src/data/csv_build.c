#include "data/csv_build.h"

#include "base/number.h"
#include "data/csv_reader.h"

#include <math.h>
#include <string.h>

/* As long as less than a quarter of the cells are odd, reading as numbers saves time and memory. */
#define ODD_ALLOWED 65536
#define ODD_SHARE 4

void
csv_build_clear(CsvBuild *build)
{
    g_clear_pointer(&build->codes, g_free);
    g_clear_pointer(&build->values, g_free);
    g_clear_pointer(&build->left_out, g_free);
    build->n_left_out = 0;
    g_clear_pointer(&build->levels, levels_unref);
    if (build->odd)
        g_array_free(build->odd, TRUE);
    build->odd = NULL;
    build->length = build->capacity = build->n_good = build->n_point = 0;
}

void
csv_build_start(CsvBuild *build, BuildMode mode)
{
    csv_build_clear(build);
    build->mode = mode;
    build->unit = TIME_YEAR;
    build->given_up = FALSE;
    if (mode == BUILD_SKIP)
        return;
    build->levels = levels_new();
    if (mode != BUILD_TEXT)
        build->odd = g_array_new(FALSE, FALSE, sizeof(OddCell));
}

void
csv_build_restart(CsvBuild *build, BuildMode mode)
{
    gboolean used = build->levels != NULL && levels_names(build->levels)->len > 0;

    if (build->mode != mode || mode == BUILD_SKIP || build->levels == NULL) {
        csv_build_start(build, mode);
        return;
    }
    if (used) {
        levels_unref(build->levels);
        build->levels = levels_new();
    }
    if (build->odd != NULL)
        g_array_set_size(build->odd, 0);
    g_clear_pointer(&build->left_out, g_free);
    build->length = build->n_left_out = build->n_good = build->n_point = 0;
    build->unit = TIME_YEAR;
    build->precisions = 0;
}

gboolean
csv_build_reserve(CsvBuild *build, gsize rows)
{
    if (build->mode == BUILD_SKIP || rows <= build->capacity)
        return TRUE;
    if (build->mode == BUILD_TEXT) {
        gint32 *codes = g_try_renew(gint32, build->codes, rows);
        if (!codes)
            return FALSE;
        build->codes = codes;
    } else {
        double *values = g_try_renew(double, build->values, rows);
        if (!values)
            return FALSE;
        build->values = values;
    }
    build->capacity = rows;
    return TRUE;
}

static void
give_up(CsvBuild *build)
{
    csv_build_clear(build);
    build->mode = BUILD_SKIP;
    build->given_up = TRUE;
}

static gboolean
is_na(const CsvBuild *build, const char *text, gsize length)
{
    for (guint i = 0; build->na[i]; i++)
        if (strncmp(build->na[i], text, length) == 0 && build->na[i][length] == '\0')
            return TRUE;
    return FALSE;
}

/* A blank starts with a space, a control or a byte outside ASCII; most cells are settled by that.
 */
static inline gboolean
is_empty(const char *text, gsize length)
{
    if (length == 0)
        return TRUE;
    return ((guchar)*text <= ' ' || (guchar)*text >= 0x80) && cell_is_blank(text, length);
}

static void
add_odd(CsvBuild *build, const char *text, gsize length)
{
    OddCell odd = {
        .row = (guint32)build->length,
        .code = levels_intern(build->levels, text, length),
    };

    g_array_append_val(build->odd, odd);
    build->values[build->length++] = NAN;
    /* Where numbers are weighed, other columns wait for what the odd cells of this one say. */
    if (build->odd->len > ODD_ALLOWED && build->odd->len > build->length / ODD_SHARE &&
        build->points != POINTS_WEIGHED)
        give_up(build);
}

static void
add_missing(CsvBuild *build)
{
    build->values[build->length++] = NAN;
}

/* Whether the number from p to end is settled by its text alone. What could be read in another way
 * as well is left to the decision about the whole column. */
static gboolean
accept_points(CsvBuild *build, const char *p, const char *end)
{
    const char *point = memchr(p, '.', (gsize)(end - p));
    gsize before;

    if (!point)
        return TRUE;
    if (build->points == POINTS_ODD)
        return FALSE;
    while (p < point && !g_ascii_isdigit(*p))
        p++;
    before = (gsize)(point - p);
    if (before >= 1 && before <= 3 && *p != '0' && end - point == 4)
        return FALSE;
    build->n_point++;
    return TRUE;
}

/* What loses digits as a number goes with the odd cells, which keep their texts for a message. */
static inline gboolean
loses_digits(const char *text, gsize length, double value)
{
    return (value >= NUMBER_MAY_BE_ROUNDED || value <= -NUMBER_MAY_BE_ROUNDED) &&
           number_is_rounded(text, length, value);
}

static gboolean
take_number(CsvBuild *build, const char *text, gsize length)
{
    double value;

    if (!number_parse(text, length, &value) || loses_digits(text, length, value) ||
        (build->points != POINTS_DECIMAL && !accept_points(build, text, text + length)))
        return FALSE;
    build->values[build->length++] = value;
    build->n_good++;
    return TRUE;
}

static gboolean
take_time(CsvBuild *build, const char *text, gsize length)
{
    double value;
    TimeUnit unit;

    if (!calendar_parse(text, length, &value, &unit))
        return FALSE;
    build->values[build->length++] = value;
    build->unit = MIN(build->unit, unit);
    build->precisions |= 1u << unit;
    build->n_good++;
    return TRUE;
}

static inline gboolean
is_missing_text(const CsvBuild *build, const char *text, gsize length)
{
    return is_empty(text, length) || (build->na && is_na(build, text, length));
}

void
csv_build_add_text(CsvBuild *build, const char *text, gsize length)
{
    build->codes[build->length++] = is_missing_text(build, text, length)
                                        ? -1
                                        : levels_intern_padded(build->levels, text, length);
}

void
csv_build_add(CsvBuild *build, const char *text, gsize length)
{
    if (build->mode == BUILD_SKIP)
        return;
    if (build->mode == BUILD_TEXT)
        build->codes[build->length++] =
            is_missing_text(build, text, length) ? -1 : levels_intern(build->levels, text, length);
    else if (is_missing_text(build, text, length))
        add_missing(build);
    else if (build->mode == BUILD_NUMBER ? take_number(build, text, length)
                                         : take_time(build, text, length))
        return;
    else if (cell_is_missing(text, length))
        add_missing(build);
    else
        add_odd(build, text, length);
}

/* The usual cell of a number column: the number is read and the end of the cell found in one go. */
static inline const char *
take_plain_number(CsvBuild *build, const char *p, const char *end, char delimiter)
{
    double value;
    const char *rest;

    while (p < end && *p == ' ' && delimiter != ' ')
        p++;
    rest = number_scan(p, end, &value);
    if (!rest || (rest < end && *rest != delimiter) || loses_digits(p, (gsize)(rest - p), value))
        return NULL;
    if (build->points != POINTS_DECIMAL && !accept_points(build, p, rest))
        return NULL;
    build->values[build->length++] = value;
    build->n_good++;
    return rest;
}

const char *
csv_build_take(CsvBuild *build, const char *p, const char *end, char delimiter)
{
    const char *rest;

    if (build->mode == BUILD_NUMBER && !build->na) {
        rest = take_plain_number(build, p, end, delimiter);
        if (rest)
            return rest;
    }
    rest = memchr(p, delimiter, (gsize)(end - p));
    if (!rest)
        rest = end;
    csv_build_add(build, p, (gsize)(rest - p));
    return rest;
}

/* Codes go over into those of this build; new texts come in the order of their first rows. */
static void
append_codes(CsvBuild *build, const CsvBuild *more)
{
    const GPtrArray *names = levels_names(more->levels);
    g_autofree gint32 *codes = g_new(gint32, names->len + 1);
    gint32 *of = codes + 1, *out = build->codes + build->length;

    codes[0] = -1;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);

        of[i] = levels_intern(build->levels, name, strlen(name));
    }
    for (gsize i = 0; i < more->length; i++)
        out[i] = of[more->codes[i]];
}

void
csv_build_append(CsvBuild *build, const CsvBuild *more)
{
    if (build->mode == BUILD_SKIP)
        return;
    if (build->mode == BUILD_TEXT)
        append_codes(build, more);
    else if (more->length > 0)
        memcpy(build->values + build->length, more->values, more->length * sizeof *more->values);
    build->length += more->length;
    build->n_good += more->n_good;
    build->n_point += more->n_point;
    build->unit = MIN(build->unit, more->unit);
    build->precisions |= more->precisions;
}
