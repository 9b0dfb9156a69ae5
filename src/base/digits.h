// The decimal digits of a number and their rounding, half away from zero. For base/number only.
#pragma once

#include <glib.h>

enum { DIGITS_MAX = 60 };

/* |value| = digit[0].digit[1]digit[2]... * 10^exponent: characters '0' to '9' without zeros at the
 * end. Zero has count 0 and exponent 0. */
typedef struct {
    char digit[DIGITS_MAX];
    int count;
    int exponent;
} Digits;

/* The digits of the double itself. Sixty are taken: a double that lies exactly between two decimals
 * of up to 21 digits then shows as such, and no other double looks like it. value must be finite.
 */
Digits digits_exact(double value);

/* The fewest digits (at least as %.15g has them) that read back as the same double. */
Digits digits_shortest(double value);

/* The number as people would have written it: 15 digits, but all of them from 1e15 upwards. */
Digits digits_written(double value);

/* Keeps the first keep digits; keep <= 0 leaves zero or, when it rounds up, a single 1. */
void digits_round(Digits *digits, int keep);

/* 1234.50 with a fixed number of decimals (0 or more). The digits must be rounded to it. */
void digits_append_plain(GString *out, const Digits *digits, int decimals);

/* 1.2345e+3, the exponent without leading zeros. */
void digits_append_exponent(GString *out, const Digits *digits, int decimals);
