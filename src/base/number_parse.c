#include "base/number.h"

#include <math.h>
#include <string.h>

/* A double is decided by at most 767 digits (its own, or those of the point between two doubles);
 * of what follows it only matters whether it is zero. */
enum { MOST_DIGITS = 800, MOST_IN_WORD = 19 };

/* A far exponent is cut here, beyond any number of digits that a cell can have, so that sums of
 * exponents cannot overflow. */
#define EXPONENT_BOUND ((gint64)1 << 60)

/* What the text says: mantissa * 10^exponent. The mantissa holds the first 19 significant digits;
 * more is TRUE when there were others. */
typedef struct {
    gboolean negative, more;
    guint64 mantissa;
    gint64 exponent;
    const char *digits, *digits_end; /* the digits with their point */
} Decimal;

static const double exact_powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static inline gboolean
is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

static const char *
scan_sign(const char *p, const char *end, gboolean *ret_negative)
{
    if (p == end)
        return p;
    if (*p == '-' || *p == '+') {
        *ret_negative = *p == '-';
        return p + 1;
    }
    if (end - p >= 3 && memcmp(p, "\xe2\x88\x92", 3) == 0) {
        *ret_negative = TRUE;
        return p + 3;
    }
    return p;
}

/* Goes over the digits again when they do not fit a word: leading zeros do not count, and the
 * digits after the nineteenth only move the exponent. */
static void
gather_long(Decimal *decimal)
{
    int count = 0;
    gboolean after_point = FALSE;

    decimal->mantissa = 0;
    decimal->exponent = 0;
    for (const char *p = decimal->digits; p < decimal->digits_end; p++) {
        if (*p == '.') {
            after_point = TRUE;
            continue;
        }
        if (count < MOST_IN_WORD) {
            decimal->mantissa = decimal->mantissa * 10 + (guint64)(*p - '0');
            count += decimal->mantissa != 0;
            decimal->exponent -= after_point;
        } else {
            decimal->more |= *p != '0';
            decimal->exponent += !after_point;
        }
    }
}

/* An exponent without digits is not read: "3em" is 3, and "em" is left. */
static const char *
scan_exponent(const char *p, const char *end, gint64 *exponent)
{
    const char *start = p++;
    gboolean negative = FALSE;
    gint64 value = 0;

    if (p < end && (*p == '-' || *p == '+'))
        negative = *p++ == '-';
    if (p == end || !is_digit(*p))
        return start;
    for (; p < end && is_digit(*p); p++)
        if (value < EXPONENT_BOUND / 10)
            value = value * 10 + (*p - '0');
    *exponent += negative ? -value : value;
    return p;
}

static const char *
scan_decimal(const char *text, const char *end, Decimal *decimal)
{
    const char *p = scan_sign(text, end, &decimal->negative);
    const char *point = NULL;
    guint64 mantissa = 0;
    gssize count;

    decimal->digits = p;
    for (; p < end && is_digit(*p); p++)
        mantissa = mantissa * 10 + (guint64)(*p - '0');
    count = p - decimal->digits;
    if (p < end && *p == '.') {
        point = ++p;
        for (; p < end && is_digit(*p); p++)
            mantissa = mantissa * 10 + (guint64)(*p - '0');
        count += p - point;
        decimal->exponent = -(gint64)(p - point);
    }
    if (count == 0)
        return NULL;
    decimal->mantissa = mantissa;
    decimal->digits_end = p;
    if (G_UNLIKELY(count > MOST_IN_WORD))
        gather_long(decimal);
    if (p < end && (*p == 'e' || *p == 'E'))
        return scan_exponent(p, end, &decimal->exponent);
    return p;
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 Wide;

static int
bit_length(Wide value)
{
    guint64 high = (guint64)(value >> 64);

    return high != 0 ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll((guint64)value);
}

/* mantissa / 10^places for 1 <= places <= 19, correctly rounded: numbers of 16 to 19 digits, which
 * programs write a lot. The quotient has at least 63 bits, so the bits that are cut off and the
 * remainder of the division decide how the other 53 are rounded, to even at the half. */
static double
divide_wide(guint64 mantissa, int places)
{
    guint64 divisor = 1, kept;
    int shift = __builtin_clzll(mantissa) + 63, excess;
    Wide dividend = (Wide)mantissa << shift, quotient, cut, half;

    for (int i = 0; i < places; i++)
        divisor *= 10;
    quotient = dividend / divisor;
    excess = bit_length(quotient) - 53;
    kept = (guint64)(quotient >> excess);
    half = (Wide)1 << (excess - 1);
    cut = quotient - ((Wide)kept << excess);
    if (cut > half || (cut == half && ((kept & 1) != 0 || quotient * divisor != dividend)))
        kept++;
    return ldexp((double)kept, excess - shift);
}
#endif

/* By strtod, on a copy of bounded length: leading zeros left out, a long tail shown by one digit.
 */
static gboolean
convert_by_library(const Decimal *decimal, double *ret_value)
{
    char copy[MOST_DIGITS + 32];
    gsize n = 0;
    gint64 exponent = decimal->exponent;
    gboolean tail = FALSE;

    for (const char *p = decimal->digits; p < decimal->digits_end; p++) {
        if (*p == '.' || (n == 0 && *p == '0'))
            continue;
        if (n < MOST_DIGITS)
            copy[n++] = *p;
        else
            tail |= *p != '0';
    }
    /* decimal->exponent belongs to the first 19 digits. */
    exponent -= n > MOST_IN_WORD ? (gint64)n - MOST_IN_WORD : 0;
    if (tail) {
        copy[n++] = '1';
        exponent--;
    }
    g_snprintf(copy + n, sizeof copy - n, "e%d", (int)CLAMP(exponent, -99999, 99999));
    *ret_value = g_ascii_strtod(copy, NULL);
    return isfinite(*ret_value);
}

static gboolean
convert(const Decimal *decimal, double *ret_value)
{
    gint64 exponent = decimal->exponent;

    if (decimal->mantissa == 0) {
        *ret_value = 0;
        return TRUE;
    }
    if (!decimal->more && decimal->mantissa < ((guint64)1 << 53) && exponent >= -22 &&
        exponent <= 22) {
        double value = (double)decimal->mantissa;

        *ret_value =
            exponent < 0 ? value / exact_powers[-exponent] : value * exact_powers[exponent];
        return TRUE;
    }
#ifdef __SIZEOF_INT128__
    if (!decimal->more && exponent < 0 && exponent >= -MOST_IN_WORD) {
        *ret_value = divide_wide(decimal->mantissa, (int)-exponent);
        return TRUE;
    }
#endif
    return convert_by_library(decimal, ret_value);
}

const char *
number_scan(const char *text, const char *end, double *ret_value)
{
    Decimal decimal = { .negative = FALSE };
    const char *rest = scan_decimal(text, end, &decimal);
    double value;

    if (rest == NULL || !convert(&decimal, &value))
        return NULL;
    *ret_value = decimal.negative && value != 0 ? -value : value;
    return rest;
}

gboolean
number_parse(const char *text, gsize length, double *ret_value)
{
    double value;

    if (length == 0 || number_scan(text, text + length, &value) != text + length)
        return FALSE;
    *ret_value = value;
    return TRUE;
}
