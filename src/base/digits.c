#include "base/digits.h"

#include <math.h>
#include <stdlib.h>

/* Reads the text that %e wrote. */
static Digits
digits_from_text(const char *text)
{
    Digits digits = { .count = 0, .exponent = 0 };
    const char *p = text;

    for (; *p != 'e'; p++)
        if (*p != '.')
            digits.digit[digits.count++] = *p;
    while (digits.count > 0 && digits.digit[digits.count - 1] == '0')
        digits.count--;
    if (digits.count > 0)
        digits.exponent = (int)g_ascii_strtoll(p + 1, NULL, 10);
    return digits;
}

Digits
digits_exact(double value)
{
    char text[DIGITS_MAX + 16];

    g_assert(isfinite(value));
    return digits_from_text(g_ascii_formatd(text, sizeof text, "%.59e", fabs(value)));
}

Digits
digits_shortest(double value)
{
    static const char *const formats[] = { "%.14e", "%.15e", "%.16e" };
    double size = fabs(value);
    char text[DIGITS_MAX];

    g_assert(isfinite(value));
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(text, sizeof text, formats[i], size);
        if (g_ascii_strtod(text, NULL) == size)
            break;
    }
    return digits_from_text(text);
}

Digits
digits_written(double value)
{
    double size = fabs(value);
    char text[DIGITS_MAX];

    if (!(size < 1e15))
        return digits_shortest(value);
    return digits_from_text(g_ascii_formatd(text, sizeof text, "%.14e", size));
}

void
digits_round(Digits *digits, int keep)
{
    gboolean up;

    if (keep >= digits->count)
        return;
    up = keep >= 0 && digits->digit[keep] >= '5';
    digits->count = MAX(keep, 0);
    while (up && digits->count > 0 && digits->digit[digits->count - 1] == '9')
        digits->count--;
    if (up && digits->count > 0) {
        digits->digit[digits->count - 1]++;
        return;
    }
    if (up) {
        digits->digit[digits->count++] = '1';
        digits->exponent++;
        return;
    }
    while (digits->count > 0 && digits->digit[digits->count - 1] == '0')
        digits->count--;
    if (digits->count == 0)
        digits->exponent = 0;
}

void
digits_append_plain(GString *out, const Digits *digits, int decimals)
{
    for (int power = MAX(digits->exponent, 0); power >= -decimals; power--) {
        int i = digits->exponent - power;

        if (power == -1)
            g_string_append_c(out, '.');
        g_string_append_c(out, i >= 0 && i < digits->count ? digits->digit[i] : '0');
    }
}

void
digits_append_exponent(GString *out, const Digits *digits, int decimals)
{
    for (int i = 0; i <= decimals; i++) {
        if (i == 1)
            g_string_append_c(out, '.');
        g_string_append_c(out, i < digits->count ? digits->digit[i] : '0');
    }
    g_string_append_printf(out, "e%c%d", digits->exponent < 0 ? '-' : '+', abs(digits->exponent));
}
