// How the numbers of one axis are written: the same for all of them.
#include "scale/ticks_internal.h"

#include <math.h>
#include <string.h>

static const struct {
    double multiplier;
    const char *word, *mark;
} multipliers[] = {
    { 1e12, "trillion", "trn" },
    { 1e9, "billion", "bn" },
    { 1e6, "million", "m" },
};

/* Below, leading zeros drown the digits; above, nobody reads the trillions any more. */
static const double scientific_below = 1e-5, scientific_from = 1e16;
static const int max_decimals = 12;

static double
largest_magnitude(const double *values, guint n)
{
    double largest = 0;

    for (guint i = 0; i < n; i++)
        largest = MAX(largest, fabs(values[i]));
    return largest;
}

static double
smallest_magnitude(const double *values, guint n)
{
    double smallest = INFINITY;

    for (guint i = 0; i < n; i++)
        if (values[i] != 0)
            smallest = MIN(smallest, fabs(values[i]));
    return smallest;
}

static int
decimals_of(const double *values, guint n, double divisor, int max)
{
    g_autofree double *scaled = g_new(double, MAX(n, 1));

    for (guint i = 0; i < n; i++)
        scaled[i] = values[i] / divisor;
    return number_common_decimals(scaled, n, max);
}

/* The decimals that the coefficients of 1.5e-300 and 2e-300 need in common. */
static int
coefficient_decimals(const double *values, guint n)
{
    g_autofree double *scaled = g_new(double, MAX(n, 1));

    for (guint i = 0; i < n; i++) {
        char text[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd(text, sizeof text, "%.11e", values[i]);
        *strchr(text, 'e') = '\0';
        scaled[i] = g_ascii_strtod(text, NULL);
    }
    return number_common_decimals(scaled, n, max_decimals);
}

/* The largest word that at_least reaches and that needs at most two decimals; a longer fraction is
 * harder to read than the whole number written out. */
static void
choose_multiplier(NumberStyle *style, const double *values, guint n, double at_least,
                  const TickRequest *request)
{
    const TickWords *words = request->words;

    for (guint i = 0; i < G_N_ELEMENTS(multipliers); i++) {
        double multiplier = multipliers[i].multiplier;
        const char *word = words == NULL ? multipliers[i].word : words->multipliers[2 - i];

        if (word == NULL || at_least < multiplier ||
            decimals_of(values, n, multiplier, max_decimals) > 2)
            continue;
        style->multiplier = multiplier;
        if (request->marks)
            style->mark = words == NULL ? multipliers[i].mark : words->multiplier_marks[2 - i];
        else
            style->multiplier_word = word;
        return;
    }
}

NumberStyle
number_style_choose(const double *values, guint n, const TickRequest *request)
{
    double largest = largest_magnitude(values, n);
    NumberStyle style = { .multiplier = 1, .multiplier_word = "" };

    if (request->format != NULL) {
        style.decimals = -1;
        return style;
    }
    style.scientific = largest >= scientific_from || (largest > 0 && largest < scientific_below);
    if (style.scientific) {
        style.decimals = coefficient_decimals(values, n);
        return style;
    }
    if (!request->keep_units)
        choose_multiplier(&style, values, n, largest, request);
    style.decimals = decimals_of(values, n, style.multiplier, max_decimals);
    style.group = request->thousands || largest / style.multiplier >= 1e4;
    return style;
}

NumberStyle
number_style_choose_each(const double *values, guint n, const TickRequest *request)
{
    double largest = largest_magnitude(values, n), smallest = smallest_magnitude(values, n);
    NumberStyle style = { .decimals = -1, .multiplier = 1, .multiplier_word = "" };

    if (request->format != NULL || largest == 0)
        return style;
    style.scientific = largest >= scientific_from || smallest < scientific_below;
    if (!style.scientific && !request->keep_units)
        choose_multiplier(&style, values, n, smallest, request);
    style.group = !style.scientific && (request->thousands || largest / style.multiplier >= 1e4);
    style.marks = !style.scientific && !request->keep_units && style.multiplier == 1 &&
                  largest >= 1e9 &&
                  (request->words == NULL || request->words->multipliers[0] != NULL);
    return style;
}

/* A number from C, with the marks of the language. */
static void
append_marked(GString *out, const NumberMarks *marks, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '-')
            g_string_append(out, marks->minus);
        else if (*text == '.')
            g_string_append(out, marks->decimal);
        else if (*text != '+')
            g_string_append_c(out, *text);
}

/* 2e300, without a plus sign or leading zeros in the exponent. */
static void
append_scientific(GString *out, const NumberMarks *marks, int decimals, double value)
{
    char format[16], text[G_ASCII_DTOSTR_BUF_SIZE], exponent[16];
    char *e;

    g_snprintf(format, sizeof format, "%%.%de", decimals);
    g_ascii_formatd(text, sizeof text, format, value);
    e = strchr(text, 'e');
    g_snprintf(exponent, sizeof exponent, "e%d", (int)g_ascii_strtoll(e + 1, NULL, 10));
    *e = '\0';
    append_marked(out, marks, text);
    append_marked(out, marks, exponent);
}

/* On a log axis the numbers near 1 stay plain. */
static gboolean
is_scientific(const NumberStyle *style, double value)
{
    if (!style->scientific || value == 0)
        return FALSE;
    return style->decimals >= 0 || fabs(value) < 1e-4 || fabs(value) >= 1e6;
}

/* 10m, 100m, 1bn: decades from ones to billions have no multiplier in common. */
static void
append_marked_magnitude(GString *out, const NumberMarks *marks, const TickWords *words,
                        double value)
{
    static const char *const english[] = { "m", "bn", "trn" };
    guint unit = fabs(value) >= 1e12 ? 2 : fabs(value) >= 1e9 ? 1 : 0;
    double shown = value / pow(1000, unit + 2);

    number_append_label(out, marks, shown, number_common_decimals(&shown, 1, max_decimals));
    g_string_append(out, words != NULL ? words->multiplier_marks[unit] : english[unit]);
}

static void
append_number(GString *out, const NumberStyle *style, const TickRequest *request,
              const NumberMarks *marks, double value)
{
    double shown = value / style->multiplier;
    int decimals = style->decimals;

    if (request->format != NULL) {
        number_format_append(out, request->format, marks, value);
    } else if (style->exact) {
        g_autoptr(GString) text = g_string_new(NULL);

        number_append_exact(text, value);
        append_marked(out, marks, text->str);
    } else if (style->marks && fabs(value) >= 1e6) {
        append_marked_magnitude(out, marks, request->words, value);
    } else if (is_scientific(style, value)) {
        append_scientific(out, marks, decimals >= 0 ? decimals : coefficient_decimals(&value, 1),
                          value);
    } else {
        if (decimals < 0 || style->scientific)
            decimals = number_common_decimals(&shown, 1, max_decimals);
        if (style->group)
            number_append_grouped(out, marks, shown, decimals);
        else
            number_append_label(out, marks, shown, decimals);
        if (style->mark != NULL && value != 0)
            g_string_append(out, style->mark);
    }
}

char *
number_style_label(const NumberStyle *style, const TickRequest *request, double value)
{
    const NumberMarks *marks =
        request->words != NULL ? request->words->marks : &number_marks_english;
    GString *out = g_string_new(NULL);

    append_number(out, style, request, marks, value);
    /* The minus stands before a currency sign. */
    if (request->prefix != NULL)
        g_string_insert(out,
                        g_str_has_prefix(out->str, marks->minus) ? (gssize)strlen(marks->minus) : 0,
                        request->prefix);
    if (request->suffix != NULL)
        g_string_append(out, request->suffix);
    return g_string_free(out, FALSE);
}
