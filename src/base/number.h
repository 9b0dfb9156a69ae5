// Numbers to text and back, the same in every locale.
#pragma once

#include <glib.h>

/* A plain decimal number and nothing else, over the whole span: optional sign (+, -, U+2212),
 * digits, at most one '.' (".5" and "5." are numbers), optional exponent. Correctly rounded; a fast
 * path for short numbers, else a locale-free strtod. No hexadecimal, no "inf", "nan", no blanks.
 * FALSE when it is not one or when it overflows; a value too small becomes 0, and so does "-0". */
gboolean number_parse(const char *text, gsize length, double *ret_value);

/* The longest such number that starts at text and does not pass end. Returns the first byte after
 * it, or NULL (and *ret_value untouched) when there is none or it overflows. No NUL is needed. */
const char *number_scan(const char *text, const char *end, double *ret_value);

/* 2^53: whole numbers below it are doubles, each of them. */
#define NUMBER_MAY_BE_ROUNDED 9007199254740992.0
/* Whether the text of a whole number that was read as value has more digits than the value holds:
 * beyond 2^53 not every whole number is a double. Marks between the digits do not matter; FALSE for
 * texts with decimals or an exponent. */
gboolean number_is_rounded(const char *text, gsize length, double value);

/* Shortest text that reads back as the same double: "0.1", "1e+22", "-3"; never "-0". Not finite:
 * "NaN", "Infinity", "-Infinity". */
void number_append_exact(GString *out, double value);

/* A coordinate: at most 2 decimals (value * 100 rounded half away from zero), trailing zeros cut,
 * no exponent, no "-0". value must be finite and |value| < 1e9. */
void number_append_coordinate(GString *out, double value);

/* The fewest decimals (0 to max) that show each of the finite values exactly (to 12 significant
 * digits). */
int number_common_decimals(const double *values, gsize n, int max);

/* A number format in the syntax of d3-format: [[fill]align][sign][symbol][0][width][,][.precision]
 * [~][type]; types e f g r s % p d x X o b c n and none; symbol $ or #. */
typedef struct {
    char fill[8]; /* one UTF-8 character, NUL-terminated */
    char align;   /* > < ^ = */
    char sign;    /* - + ( blank */
    char symbol;  /* 0, $ or # */
    gboolean zero, group, trim;
    int width, precision; /* -1: not given */
    char type;            /* 0: none */
} NumberFormat;

/* The marks of a language. Borrowed strings. */
typedef struct {
    const char *decimal;  /* "." */
    const char *thousand; /* "," */
    const char *minus;    /* U+2212 */
    const char *percent;  /* after a number, with its blank if it has one */
} NumberMarks;

extern const NumberMarks number_marks_english;

/* FALSE (and *ret_format untouched) when spec is no format, or its width is above 200. */
gboolean number_format_parse(const char *spec, NumberFormat *ret_format);

/* As d3-format 3.1 writes it, but: a zero never has a minus sign (d3's "+" gives one to the double
 * -0.0); "$" leaves the sign of "%" and "p" in place; a size below "y" is rounded to the decimals
 * asked for; type c gives the character of that code point, U+FFFD for one that cannot be printed.
 * Precision is cut to the range that d3 allows. */
void number_format_append(GString *out, const NumberFormat *format, const NumberMarks *marks,
                          double value);

/* A label for people: thousands grouped with "," from 10,000 upwards (not below: years and small
 * numbers stay plain), real minus sign, a fixed number of decimals (0 to 12), no "-0.00". What is
 * rounded, half away from zero, is the number as people write it (its first 15 digits), so that
 * 2.675 gives 2.68. */
void number_append_label(GString *out, const NumberMarks *marks, double value, int decimals);
/* The same beside numbers of 10,000 and more: grouped from 1,000 upwards. */
void number_append_grouped(GString *out, const NumberMarks *marks, double value, int decimals);
