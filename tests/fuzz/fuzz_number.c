// The first line is read as a number; the second is a number format, used on that number.
#include "base/number.h"
#include "fuzz.h"

#include <math.h>
#include <string.h>

static void
check_read_back(double value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    double back = 0;

    number_append_exact(text, value);
    g_assert_true(number_parse(text->str, text->len, &back));
    g_assert_true(back == value);
}

static void
check_written(double value)
{
    g_autoptr(GString) text = g_string_new(NULL);

    number_append_label(text, &number_marks_english, value, number_common_decimals(&value, 1, 6));
    g_assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
    if (fabs(value) < 1e9) {
        double back = 0;

        g_string_truncate(text, 0);
        number_append_coordinate(text, value);
        g_assert_true(number_parse(text->str, text->len, &back));
        g_assert_true(fabs(back - value) < 0.00501);
    }
}

/* A short text of the same digits, read by the C library. */
static void
check_against_library(const char *text, gsize length, double value)
{
    g_autofree char *copy = g_strndup(text, length);
    double sign = 1, expected;
    const char *digits = copy;

    if (g_str_has_prefix(copy, "\xe2\x88\x92")) {
        sign = -1;
        digits = copy + 3;
    }
    expected = sign * g_ascii_strtod(digits, NULL);
    g_assert_true(expected == value);
}

static void
check_format(const char *spec, double value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    NumberFormat format;

    if (!number_format_parse(spec, &format))
        return;
    number_format_append(text, &format, &number_marks_english, value);
    number_format_append(text, &format, &number_marks_english, -value);
    g_assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
    g_assert_cmpuint(text->len, <, 6000);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const char *text = (const char *)data, *end = text + size, *rest;
    const char *line = size > 0 ? memchr(text, '\n', size) : NULL;
    gsize length = line ? (gsize)(line - text) : size;
    double value = 12.5, scanned = 0;

    rest = size > 0 ? number_scan(text, end, &scanned) : NULL;
    g_assert_true(rest == NULL || (rest > text && rest <= end && isfinite(scanned)));
    if (size > 0 && number_parse(text, length, &value)) {
        g_assert_true(isfinite(value) && !(value == 0 && signbit(value)));
        check_against_library(text, length, value);
        check_read_back(value);
        check_written(value);
    }
    if (line) {
        g_autofree char *spec = g_strndup(line + 1, (gsize)(end - line - 1));

        check_format(spec, value);
    }
    return 0;
}
