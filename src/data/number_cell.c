#include "base/number.h"
#include "data/csv_reader.h"

#include <string.h>

/* Longer cells are no numbers that anybody would draw. */
#define MOST_BYTES 400

typedef struct {
    const char *start, *end;
} Span;

/* Longer marks first, so that "US$" is not taken for "$". */
static const char *const currencies[] = {
    "NZ$", "HK$", "NT$", "US$", "CHF", "USD", "EUR", "GBP", "JPY", "CNY", "KRW",
    "INR", "THB", "VND", "IDR", "MXN", "BRL", "CAD", "AUD", "NZD", "SEK", "NOK",
    "DKK", "PLN", "CZK", "HUF", "RUB", "ZAR", "TRY", "SGD", "HKD", "TWD", "PHP",
    "MYR", "Fr.", "zł",  "Kč",  "€",   "₩",   "₹",   "₽", "₺",   "₴",   "₦",
    "₫",   "₱",   "฿",   "₪",   "₡",   "₲",   "₵",   "₸",   "₭",   "₮",   "₼",
    "₾", "R$",  "A$",  "C$",  "S$",  "Rp",  "RM",  "kr",  "£",   "¥",   "$",
};

static const char *const blanks[] = { " ", "\t", "\u00a0", "\u2009", "\u202f" };
static const char *const apostrophes[] = { "'", "\u2019" };

static gsize
span_length(Span span)
{
    return (gsize)(span.end - span.start);
}

static gboolean
starts_with(Span span, const char *text)
{
    gsize length = strlen(text);

    return span_length(span) >= length && memcmp(span.start, text, length) == 0;
}

static gboolean
ends_with(Span span, const char *text)
{
    gsize length = strlen(text);

    return span_length(span) >= length && memcmp(span.end - length, text, length) == 0;
}

/* Most cells have no blank there, and their first and last byte show it. */
static gsize
blank_at_start(Span span)
{
    if (span.start < span.end && (guchar)*span.start > ' ' && (guchar)*span.start < 0x80)
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
        if (starts_with(span, blanks[i]))
            return strlen(blanks[i]);
    return 0;
}

static gsize
blank_at_end(Span span)
{
    if (span.start < span.end && (guchar)span.end[-1] > ' ' && (guchar)span.end[-1] < 0x80)
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
        if (ends_with(span, blanks[i]))
            return strlen(blanks[i]);
    return 0;
}

static Span
trim(Span span)
{
    gsize length;

    while ((length = blank_at_start(span)) > 0)
        span.start += length;
    while ((length = blank_at_end(span)) > 0)
        span.end -= length;
    return span;
}

static gboolean
is_digit(const char *p, const char *end)
{
    return p < end && g_ascii_isdigit(*p);
}

/* Takes one percent sign or currency mark from either end, unless the cell had one already. */
static void
take_symbol(Span *span, NumberCell *cell)
{
    if (cell->symbol[0] != '\0' || span->start >= span->end)
        return;
    if (*(span->end - 1) == '%') {
        g_strlcpy(cell->symbol, "%", sizeof cell->symbol);
        *span = trim((Span){ span->start, span->end - 1 });
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(currencies); i++) {
        const char *mark = currencies[i];
        if (*span->start == mark[0] && starts_with(*span, mark))
            *span = trim((Span){ span->start + strlen(mark), span->end });
        else if (!g_ascii_isdigit(*(span->end - 1)) && ends_with(*span, mark))
            *span = trim((Span){ span->start, span->end - strlen(mark) });
        else
            continue;
        g_strlcpy(cell->symbol, mark, sizeof cell->symbol);
        return;
    }
}

/* Parentheses or one sign; FALSE when there are both. */
static gboolean
take_sign(Span *span, gboolean *ret_negative)
{
    gboolean enclosed = starts_with(*span, "(") && ends_with(*span, ")");

    *ret_negative = enclosed;
    if (enclosed)
        *span = trim((Span){ span->start + 1, span->end - 1 });
    for (guint i = 0; i < 3; i++) {
        const char *sign = ((const char *const[]){ "-", "\u2212", "+" })[i];
        if (!starts_with(*span, sign))
            continue;
        *ret_negative = i < 2;
        span->start += strlen(sign);
        return !enclosed;
    }
    return TRUE;
}

/* The length of the thousands mark at p; 0 when there is none. */
static gsize
group_mark(const char *p, const char *end, char decimal)
{
    Span rest = { p, end };

    if (p < end && *p == (decimal == '.' ? ',' : '.'))
        return 1;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
        if (blanks[i][0] != '\t' && starts_with(rest, blanks[i]))
            return strlen(blanks[i]);
    for (guint i = 0; i < G_N_ELEMENTS(apostrophes); i++)
        if (starts_with(rest, apostrophes[i]))
            return strlen(apostrophes[i]);
    return 0;
}

static const char *
copy_digits(const char *p, const char *end, GString *plain)
{
    const char *start = p;

    while (is_digit(p, end))
        p++;
    g_string_append_len(plain, start, p - start);
    return p;
}

/* Groups of exactly three digits after the first digits, all with the same mark. Returns where they
 * end; NULL when what follows a mark is no group. */
static const char *
copy_groups(const char *p, const char *end, char decimal, GString *plain, guint *ret_groups)
{
    const char *mark = p;
    gsize length = group_mark(p, end, decimal);

    *ret_groups = 0;
    while (length > 0 && group_mark(p, end, decimal) == length && memcmp(p, mark, length) == 0) {
        const char *digits = p + length;
        p = copy_digits(digits, end, plain);
        if (p - digits != 3)
            return NULL;
        ++*ret_groups;
    }
    return p;
}

/* The digits with their marks, as plain number text. */
static gboolean
copy_body(Span span, char decimal, GString *plain, NumberCell *cell)
{
    const char *p = copy_digits(span.start, span.end, plain);
    gsize first = (gsize)(p - span.start), decimals = 0;
    gboolean groupable = first >= 1 && first <= 3 && *span.start != '0';
    gboolean dotted = p < span.end && (*p == '.' || *p == ',');
    guint groups = 0;

    if (groupable && !(p = copy_groups(p, span.end, decimal, plain, &groups)))
        return FALSE;
    if (p < span.end && *p == decimal) {
        const char *digits = ++p;
        g_string_append_c(plain, '.');
        p = copy_digits(digits, span.end, plain);
        decimals = (gsize)(p - digits);
        if (decimals == 0 && groups > 0)
            return FALSE;
    }
    cell->grouped = groups > 0;
    cell->ambiguous = groupable && dotted && p == span.end &&
                      ((groups == 1 && decimals == 0) || (groups == 0 && decimals == 3));
    if (p == span.end)
        return TRUE;
    g_string_append_len(plain, p, span.end - p);
    return groups == 0 && (*p == 'e' || *p == 'E');
}

static gboolean
parse_with(Span span, char decimal, NumberCell *ret_cell)
{
    g_autoptr(GString) plain = NULL;
    NumberCell cell = { .value = 0 };
    gboolean negative;

    take_symbol(&span, &cell);
    if (!take_sign(&span, &negative))
        return FALSE;
    take_symbol(&span, &cell);
    if (span.start >= span.end || (!g_ascii_isdigit(*span.start) && *span.start != decimal))
        return FALSE;
    plain = g_string_sized_new(MOST_BYTES);
    if (!copy_body(span, decimal, plain, &cell) ||
        !number_parse(plain->str, plain->len, &cell.value))
        return FALSE;
    if (negative && cell.value != 0)
        cell.value = -cell.value;
    *ret_cell = cell;
    return TRUE;
}

gboolean
number_cell_parse(const char *text, gsize length, char decimal, NumberCell *ret_cell)
{
    Span span = trim((Span){ text, text + length });

    if (span.start >= span.end || span_length(span) > MOST_BYTES)
        return FALSE;
    if (decimal != '\0')
        return parse_with(span, decimal, ret_cell);
    return parse_with(span, '.', ret_cell) || parse_with(span, ',', ret_cell);
}

gboolean
cell_is_blank(const char *text, gsize length)
{
    Span span = trim((Span){ text, text + length });

    return span.start >= span.end;
}

gboolean
cell_is_missing(const char *text, gsize length)
{
    static const char *const words[] = { "NA", "N/A", "null", "nan" };
    Span span = trim((Span){ text, text + length });
    gsize left = span.start < span.end ? span_length(span) : 0;

    if (left == 0)
        return TRUE;
    if (left > 4)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (left == strlen(words[i]) && g_ascii_strncasecmp(span.start, words[i], left) == 0)
            return TRUE;
    return (left == 1 && *span.start == '-') || (left == 3 && memcmp(span.start, "\u2013", 3) == 0);
}
