// The numbers that nearly all cells hold, read eight digits at a time.
#pragma once

#include <glib.h>
#include <string.h>

/* Bytes that may be looked at behind a text that is read here. */
#define NUMBER_SHORT_PADDING 8

static const double number_short_powers[] = { 1e0, 1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7, 1e8,
                                              1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16 };
static const guint64 number_short_tens[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
};

/* Takes the digits at p, at most eight, behind those of *mantissa; returns how many. Each step
 * works on all eight bytes of a word: D. Lemire, "Number parsing at a gigabyte per second",
 * Software: Practice and Experience 51 (2021), section 8. */
static inline guint
number_short_digits(const char *p, guint64 *mantissa)
{
    guint64 word, strange;
    guint n;

    memcpy(&word, p, sizeof word);
    word = GUINT64_FROM_LE(word) ^ G_GUINT64_CONSTANT(0x3030303030303030);
    strange = ((word + G_GUINT64_CONSTANT(0x7676767676767676)) | word) &
              G_GUINT64_CONSTANT(0x8080808080808080);
    n = strange == 0 ? 8 : (guint)__builtin_ctzll(strange) / 8;
    if (n == 0)
        return 0;
    word <<= 64 - 8 * n;
    word = word * 10 + (word >> 8);
    word =
        ((word & G_GUINT64_CONSTANT(0x000000ff000000ff)) * G_GUINT64_CONSTANT(0x000f424000000064) +
         (word >> 16 & G_GUINT64_CONSTANT(0x000000ff000000ff)) *
             G_GUINT64_CONSTANT(0x0000271000000001)) >>
        32;
    *mantissa = *mantissa * number_short_tens[n] + word;
    return n;
}

/* At most 16 digits in a row; 17 when there may be more. */
static inline guint
number_short_run(const char *p, guint64 *mantissa)
{
    guint n = number_short_digits(p, mantissa);

    if (n == 8) {
        n += number_short_digits(p + 8, mantissa);
        n += n == 16;
    }
    return n;
}

/* A number of at most 16 digits below 2^53, from p on. A byte that is no digit must follow
 * somewhere, and NUMBER_SHORT_PADDING bytes behind it must be readable. Returns the first byte
 * after it, or NULL when only number_scan() can tell. The value is that of number_scan(): both
 * numbers of the division are exact, so that it rounds once (W. D. Clinger, PLDI 1990). */
static inline const char *
number_short_scan(const char *p, double *ret_value)
{
    gboolean negative = *p == '-';
    guint64 mantissa = 0;
    guint whole, decimals = 0;
    double value;

    p += negative;
    whole = number_short_run(p, &mantissa);
    if (whole > 16)
        return NULL;
    p += whole;
    if (*p == '.') {
        decimals = number_short_run(++p, &mantissa);
        p += decimals;
    }
    if (whole + decimals == 0 || whole + decimals > 16 || mantissa >> 53 != 0)
        return NULL;
    value = (double)mantissa / number_short_powers[decimals];
    *ret_value = negative && mantissa != 0 ? -value : value;
    return p;
}
