#include "base/number.h"

#include "base/digits.h"

#include <math.h>
#include <string.h>

enum { MOST_DECIMALS = 12 };

static const double powers[] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
};

const NumberMarks number_marks_english = {
    .decimal = ".", .thousand = ",", .minus = "\xe2\x88\x92", .percent = "%"
};

/* Writes the digits of n so that they end before end; returns the first. */
static char *
write_integer(char *end, guint64 n)
{
    do
        *--end = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    return end;
}

static const char *
name_not_finite(double value)
{
    return isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
}

/* Numbers of at most six decimals and fifteen digits: the division is correctly rounded, so when it
 * gives the value, the digits of the whole are the shortest text. FALSE (and nothing is written)
 * otherwise. */
static gboolean
append_exact_short(GString *out, double size)
{
    char buffer[40], *end = buffer + sizeof buffer, *start;
    int decimals = size == floor(size) ? 0 : 6;
    double whole = rint(size * powers[decimals]);
    guint64 n;

    if (!(whole < 1e15) || whole / powers[decimals] != size || (size < 1e-5 && size != 0))
        return FALSE;
    n = (guint64)whole;
    for (; decimals > 0 && n % 10 == 0; decimals--)
        n /= 10;
    start = end;
    if (decimals > 0) {
        for (; decimals > 0; decimals--, n /= 10)
            *--start = (char)('0' + n % 10);
        *--start = '.';
    }
    start = write_integer(start, n);
    g_string_append_len(out, start, end - start);
    return TRUE;
}

void
number_append_exact(GString *out, double value)
{
    Digits digits;

    if (!isfinite(value)) {
        g_string_append(out, name_not_finite(value));
        return;
    }
    if (value < 0)
        g_string_append_c(out, '-');
    if (append_exact_short(out, fabs(value)))
        return;
    digits = digits_shortest(value);
    if (digits.exponent >= -5 && digits.exponent < MAX(15, digits.count))
        digits_append_plain(out, &digits, MAX(0, digits.count - 1 - digits.exponent));
    else
        digits_append_exponent(out, &digits, digits.count - 1);
}

/* The common case: the product is so small that its error is far below the distance to the nearest
 * half. FALSE (and nothing is written) when it is not. */
static gboolean
append_small(GString *out, double size, int decimals)
{
    double scaled = size * powers[decimals];
    char buffer[40], *end = buffer + sizeof buffer, *start;
    double whole, part;
    guint64 n;

    if (!(scaled < 1e12))
        return FALSE;
    whole = floor(scaled);
    part = scaled - whole;
    if (fabs(part - 0.5) < 1e-3)
        return FALSE;
    n = (guint64)whole + (part > 0.5);
    start = end;
    if (decimals > 0) {
        for (int i = 0; i < decimals; i++, n /= 10)
            *--start = (char)('0' + n % 10);
        *--start = '.';
    }
    start = write_integer(start, n);
    g_string_append_len(out, start, end - start);
    return TRUE;
}

/* The size of a finite value, rounded. Returns whether anything but zeros was written. */
static gboolean
append_size(GString *out, double value, int decimals)
{
    gsize start = out->len;

    if (!append_small(out, fabs(value), decimals)) {
        Digits digits = digits_written(value);

        digits_round(&digits, digits.exponent + 1 + decimals);
        digits_append_plain(out, &digits, decimals);
    }
    return strspn(out->str + start, "0.") < out->len - start;
}

void
number_append_coordinate(GString *out, double value)
{
    char buffer[24], *end = buffer + sizeof buffer, *start = end;
    guint64 n;
    guint part;

    g_assert(fabs(value) < 1e9);
    n = (guint64)(fabs(value) * 100 + 0.5);
    part = (guint)(n % 100);
    if (part != 0) {
        if (part % 10 != 0)
            *--start = (char)('0' + part % 10);
        *--start = (char)('0' + part / 10);
        *--start = '.';
    }
    start = write_integer(start, n / 100);
    if (value < 0 && n != 0)
        *--start = '-';
    g_string_append_len(out, start, end - start);
}

/* The decimals that the first 12 digits of value need. */
static int
count_decimals(double value)
{
    Digits digits;

    if (!isfinite(value))
        return 0;
    digits = digits_written(value);
    digits_round(&digits, 12);
    return CLAMP(digits.count - 1 - digits.exponent, 0, MOST_DECIMALS);
}

int
number_common_decimals(const double *values, gsize n, int max)
{
    int decimals = 0;

    max = CLAMP(max, 0, MOST_DECIMALS);
    for (gsize i = 0; i < n && decimals < max; i++) {
        double scaled = values[i] * powers[decimals];

        /* Nearly every value passes here; the bound is well inside the twelfth digit. */
        if (fabs(scaled - rint(scaled)) <= 1e-13 * fabs(scaled))
            continue;
        decimals = MAX(decimals, count_decimals(values[i]));
    }
    return MIN(decimals, max);
}

/* Whole parts with fewer digits than least are not grouped. */
static void
append_people(GString *out, const NumberMarks *marks, double value, int decimals, gsize least)
{
    gsize start = out->len;
    const char *point;
    gsize whole;

    if (!isfinite(value)) {
        if (value < 0)
            g_string_append(out, marks->minus);
        g_string_append(out, isnan(value) ? "NaN" : "Infinity");
        return;
    }
    if (append_size(out, value, CLAMP(decimals, 0, MOST_DECIMALS)) && value < 0) {
        g_string_insert(out, (gssize)start, marks->minus);
        start += strlen(marks->minus);
    }
    point = strchr(out->str + start, '.');
    whole = point ? (gsize)(point - out->str) - start : out->len - start;
    if (point) {
        g_string_erase(out, (gssize)(start + whole), 1);
        g_string_insert(out, (gssize)(start + whole), marks->decimal);
    }
    if (whole < least)
        return;
    for (gsize left = whole; left > 3; left -= 3)
        g_string_insert(out, (gssize)(start + left - 3), marks->thousand);
}

void
number_append_label(GString *out, const NumberMarks *marks, double value, int decimals)
{
    append_people(out, marks, value, decimals, 5);
}

void
number_append_grouped(GString *out, const NumberMarks *marks, double value, int decimals)
{
    append_people(out, marks, value, decimals, 4);
}

gboolean
number_is_rounded(const char *text, gsize length, double value)
{
    gsize n = 0, n_other = 0;
    Digits exact;

    if (fabs(value) < NUMBER_MAY_BE_ROUNDED || fabs(value) >= 1e21)
        return FALSE;
    exact = digits_exact(value);
    for (gsize i = 0; i < length; i++) {
        if (text[i] == 'e' || text[i] == 'E')
            return FALSE;
        if (!g_ascii_isdigit(text[i]) || (n == 0 && text[i] == '0'))
            continue;
        if (text[i] != (n < (gsize)exact.count ? exact.digit[n] : '0'))
            n_other++;
        n++;
    }
    /* Other digits than those before the decimal mark are decimals, which are rounded anyway. */
    return n == (gsize)exact.exponent + 1 && n_other > 0;
}
