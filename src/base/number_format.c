#include "base/number.h"

#include "base/digits.h"

#include <math.h>
#include <string.h>

/* The semantics are those of d3-format 3 (https://d3js.org/d3-format, src/locale.js there). */

enum { MOST_WIDTH = 200 };

/* A number in the making: what is grouped (value) stands between what is not. */
typedef struct {
    GString *prefix, *value, *suffix;
} Parts;

static const char *
parse_fill(const char *p, NumberFormat *format)
{
    const char *next;

    if (*p == '\0')
        return p;
    next = g_utf8_next_char(p);
    if (*next != '\0' && strchr("<>=^", *next)) {
        gsize length = (gsize)(next - p);

        memcpy(format->fill, p, length);
        format->fill[length] = '\0';
        format->align = *next;
        return next + 1;
    }
    if (strchr("<>=^", *p))
        format->align = *p++;
    return p;
}

/* Digits as a number, cut at 9999; -1 when there are none. */
static const char *
parse_count(const char *p, int *ret_count)
{
    *ret_count = -1;
    for (; g_ascii_isdigit(*p); p++)
        *ret_count = MIN(MAX(*ret_count, 0) * 10 + (*p - '0'), 9999);
    return p;
}

gboolean
number_format_parse(const char *spec, NumberFormat *ret_format)
{
    NumberFormat format = { .fill = " ", .align = '>', .sign = '-', .precision = -1 };
    const char *p = spec;

    if (!g_utf8_validate(spec, -1, NULL))
        return FALSE;
    p = parse_fill(p, &format);
    if (*p != '\0' && strchr("-+( ", *p))
        format.sign = *p++;
    if (*p == '$' || *p == '#')
        format.symbol = *p++;
    if (*p == '0') {
        format.zero = TRUE;
        p++;
    }
    p = parse_count(p, &format.width);
    if (*p == ',') {
        format.group = TRUE;
        p++;
    }
    if (*p == '.') {
        p = parse_count(p + 1, &format.precision);
        if (format.precision < 0)
            return FALSE;
    }
    if (*p == '~') {
        format.trim = TRUE;
        p++;
    }
    if (*p != '\0' && strchr("efgrs%pdxXobcn", *p))
        format.type = *p++;
    if (*p != '\0' || format.width > MOST_WIDTH)
        return FALSE;
    *ret_format = format;
    return TRUE;
}

/* Types d, e, f, g and r of a finite value. */
static void
append_decimal(GString *out, double value, char type, int precision)
{
    /* As in JavaScript: "d" invents no digits for large numbers, and "f" gives them up from 1e21.
     */
    gboolean large = type == 'f' && fabs(value) >= 1e21;
    Digits digits = large || type == 'd' ? digits_shortest(value) : digits_exact(value);
    int decimals = type == 'd' ? 0 : precision;
    gboolean as_power;

    if (large) {
        digits_append_exponent(out, &digits, digits.count - 1);
        return;
    }
    if (type == 'd' || type == 'f') {
        digits_round(&digits, digits.exponent + 1 + decimals);
        digits_append_plain(out, &digits, decimals);
        return;
    }
    if (type == 'r' && digits.count == 0)
        precision = 1; /* Zero has no significant digits to fill up. */
    digits_round(&digits, type == 'e' ? precision + 1 : precision);
    as_power =
        type == 'e' || (type == 'g' && (digits.exponent < -6 || digits.exponent >= precision));
    if (as_power)
        digits_append_exponent(out, &digits, type == 'e' ? precision : precision - 1);
    else
        digits_append_plain(out, &digits, MAX(0, precision - 1 - digits.exponent));
}

/* Significant digits in units of a power of 1000. Returns the unit's sign. */
static const char *
append_prefixed(GString *out, double value, int precision)
{
    static const char *const signs[] = { "y", "z", "a", "f", "p", "n", "\xc2\xb5", "m", "",
                                         "k", "M", "G", "T", "P", "E", "Z",        "Y" };
    Digits digits = digits_exact(value), all = digits;
    int power, decimals;

    digits_round(&digits, precision);
    power = CLAMP((int)floor(digits.exponent / 3.0), -8, 8);
    if (digits.exponent < power * 3) {
        /* Below the smallest unit the precision counts decimals, or every digit would be a zero. */
        digits = all;
        digits_round(&digits, digits.exponent - power * 3 + precision);
    }
    if (digits.count > 0)
        digits.exponent -= power * 3;
    decimals = digits.exponent < 0 ? precision - 1 : MAX(0, precision - 1 - digits.exponent);
    digits_append_plain(out, &digits, decimals);
    return signs[power + 8];
}

/* Every double is a sum of powers of two, so the digits come out exactly. */
static void
append_in_base(GString *out, double value, char type)
{
    const char *letters = type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    double base = type == 'b' ? 2 : type == 'o' ? 8 : 16;
    gsize start = out->len;

    value = round(value);
    do {
        g_string_append_c(out, letters[(int)fmod(value, base)]);
        value = floor(value / base);
    } while (value > 0);
    for (gsize i = start, j = out->len - 1; i < j; i++, j--) {
        char swapped = out->str[i];

        out->str[i] = out->str[j];
        out->str[j] = swapped;
    }
}

static void
append_character(GString *out, double value)
{
    gunichar c = value >= 0 && value <= 0x10ffff ? (gunichar)value : 0xfffd;

    if (!g_unichar_validate(c) || !(g_unichar_isprint(c) || g_unichar_ismark(c)))
        c = 0xfffd;
    g_string_append_unichar(out, c);
}

/* 1.500e+3 becomes 1.5e+3, 2.00 becomes 2. */
static void
trim_zeros(GString *text)
{
    char *point = strchr(text->str, '.'), *end, *last;

    if (!point)
        return;
    end = point + 1 + strspn(point + 1, "0123456789");
    for (last = end; last[-1] == '0'; last--)
        ;
    if (last - 1 == point)
        last--;
    g_string_erase(text, last - text->str, end - last);
}

/* The size of value in digits; suffix takes what stands behind it. */
static void
append_size(Parts *parts, double size, char type, int precision)
{
    switch (type) {
    case '%':
        append_decimal(parts->value, size, 'f', precision);
        break;
    case 'p':
        append_decimal(parts->value, size, 'r', precision);
        break;
    case 's':
        g_string_append(parts->suffix, append_prefixed(parts->value, size, precision));
        break;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
        append_in_base(parts->value, size, type);
        break;
    default:
        append_decimal(parts->value, size, type, precision);
        break;
    }
}

/* Moves what follows the whole digits to the front of the suffix: it is not grouped. */
static void
split_fraction(Parts *parts, const NumberMarks *marks)
{
    gsize whole = strspn(parts->value->str, "0123456789");
    const char *rest = parts->value->str + whole;

    if (*rest == '.') {
        g_string_prepend(parts->suffix, rest + 1);
        g_string_prepend(parts->suffix, marks->decimal);
    } else {
        g_string_prepend(parts->suffix, rest);
    }
    g_string_truncate(parts->value, whole);
}

/* Groups of three from the right; the zeros of the padding that would make the text wider than
 * width are dropped, but no group is left empty. */
static void
group_digits(GString *text, const char *mark, int width)
{
    g_autofree char *digits = g_strdup(text->str);
    int i = (int)text->len, length = 0, size = 3;

    g_string_truncate(text, 0);
    while (i > 0) {
        if (length + size + 1 > width)
            size = MAX(1, width - length);
        size = MIN(size, i);
        i -= size;
        if (length > 0)
            g_string_prepend(text, mark);
        g_string_prepend_len(text, digits + i, size);
        length += size + 1;
        if (length > width)
            break;
    }
}

static int
count_characters(const GString *text)
{
    return (int)g_utf8_strlen(text->str, (gssize)text->len);
}

static void
append_fill(GString *out, const char *fill, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append(out, fill);
}

static void
append_padded(GString *out, Parts *parts, const NumberFormat *format, const char *thousand)
{
    gboolean zero = format->zero || (format->align == '=' && strcmp(format->fill, "0") == 0);
    gboolean inside = zero || format->align == '=';
    int padding, before;

    if (format->group && !zero)
        group_digits(parts->value, thousand, G_MAXINT);
    padding = format->width - count_characters(parts->prefix) - count_characters(parts->value) -
              count_characters(parts->suffix);
    padding = MAX(padding, 0);
    if (format->group && zero) {
        for (int i = 0; i < padding; i++)
            g_string_prepend_c(parts->value, '0');
        group_digits(parts->value, thousand,
                     padding > 0 ? format->width - count_characters(parts->suffix) : G_MAXINT);
        padding = 0;
    }
    before = inside || format->align == '<' ? 0 : format->align == '^' ? padding / 2 : padding;
    append_fill(out, format->fill, before);
    g_string_append_len(out, parts->prefix->str, (gssize)parts->prefix->len);
    if (inside)
        append_fill(out, zero ? "0" : format->fill, padding);
    g_string_append_len(out, parts->value->str, (gssize)parts->value->len);
    g_string_append_len(out, parts->suffix->str, (gssize)parts->suffix->len);
    if (!inside)
        append_fill(out, format->fill, padding - before);
}

/* The default and the limits of the precision are d3's. */
static int
usable_precision(const NumberFormat *format, char type)
{
    if (format->precision < 0)
        return format->type == 0 ? 12 : 6;
    return strchr("gprs", type) ? CLAMP(format->precision, 1, 21) : CLAMP(format->precision, 0, 20);
}

static void
append_sign(GString *prefix, const NumberFormat *format, const NumberMarks *marks,
            gboolean negative)
{
    if (negative)
        g_string_append(prefix, format->sign == '(' ? "(" : marks->minus);
    else if (format->sign == '+' || format->sign == ' ')
        g_string_append_c(prefix, format->sign);
}

/* "0", "0.00", "0e+0". */
static gboolean
shows_zero(const char *text)
{
    gsize zeros = strspn(text, "0.");

    return zeros > 0 && (text[zeros] == '\0' || text[zeros] == 'e');
}

static void
fill_parts(Parts *parts, const NumberFormat *format, const NumberMarks *marks, double value)
{
    char type = format->type == 0 || format->type == 'n' ? 'g' : format->type;
    gboolean negative = value < 0;
    double size = fabs(value) * (type == '%' || type == 'p' ? 100 : 1);

    if (isfinite(size))
        append_size(parts, size, type, usable_precision(format, type));
    else
        g_string_append(parts->value, isnan(size) ? "NaN" : "Infinity");
    if (format->trim || format->type == 0)
        trim_zeros(parts->value);
    /* "+" tells on which side of zero the value was, even if only zeros are left of it. */
    if (format->sign != '+' && shows_zero(parts->value->str))
        negative = FALSE;
    append_sign(parts->prefix, format, marks, negative);
    if (type == '%' || type == 'p')
        g_string_append(parts->suffix, marks->percent);
    if (negative && format->sign == '(')
        g_string_append_c(parts->suffix, ')');
    if (!strchr("boxX", type) || !isfinite(size))
        split_fraction(parts, marks);
}

void
number_format_append(GString *out, const NumberFormat *format, const NumberMarks *marks,
                     double value)
{
    g_autoptr(GString) prefix = g_string_new(NULL);
    g_autoptr(GString) body = g_string_new(NULL);
    g_autoptr(GString) suffix = g_string_new(NULL);
    Parts parts = { prefix, body, suffix };
    NumberFormat used = *format;

    used.group = format->group || format->type == 'n';
    if (format->type == 'c')
        append_character(suffix, value);
    else
        fill_parts(&parts, format, marks, value);
    if (format->symbol == '$')
        g_string_append_c(prefix, '$');
    else if (format->symbol == '#' && format->type != 0 && strchr("boxX", format->type))
        g_string_append_printf(prefix, "0%c", g_ascii_tolower(format->type));
    append_padded(out, &parts, &used, marks->thousand);
}
