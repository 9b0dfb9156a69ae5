#include "io/json_scan.h"

#include <string.h>

static const char *
skip_digits(const char *at, const char *end)
{
    while (at < end && g_ascii_isdigit(*at))
        at++;
    return at;
}

const char *
json_scan_number(const char *at, const char *end)
{
    const char *digits;

    at += at < end && *at == '-';
    digits = at;
    at = skip_digits(at, end);
    if (at == digits || (*digits == '0' && at > digits + 1))
        return NULL;
    if (at < end && *at == '.') {
        digits = ++at;
        at = skip_digits(at, end);
        if (at == digits)
            return NULL;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        at += at < end && (*at == '+' || *at == '-');
        digits = at;
        at = skip_digits(at, end);
        if (at == digits)
            return NULL;
    }
    return at;
}

/* Four hexadecimal digits, or -1. */
static int
hex4(const char *at, const char *end)
{
    int value = 0;

    if (end - at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return -1;
        value = value * 16 + g_ascii_xdigit_value(at[i]);
    }
    return value;
}

/* at is behind the u. Returns what follows the character, or NULL. */
static const char *
unescape_unicode(const char *at, const char *end, GString *out)
{
    int unit = hex4(at, end), low;

    if (unit < 0 || (unit >= 0xdc00 && unit <= 0xdfff))
        return NULL;
    at += 4;
    if (unit >= 0xd800 && unit <= 0xdbff) {
        if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
            return NULL;
        low = hex4(at + 2, end);
        if (low < 0xdc00 || low > 0xdfff)
            return NULL;
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
    }
    g_string_append_unichar(out, (gunichar)unit);
    return at;
}

/* at is behind the backslash. Returns what follows the escape, or NULL for one that JSON does not
 * know. */
static const char *
unescape(const char *at, const char *end, GString *out)
{
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    const char *known;

    if (at == end || *at == '\0')
        return NULL;
    if (*at == 'u')
        return unescape_unicode(at + 1, end, out);
    known = strchr(FROM, *at);
    if (known == NULL)
        return NULL;
    g_string_append_c(out, TO[known - FROM]);
    return at + 1;
}

const char *
json_scan_text(const char *at, const char *end, GString *out)
{
    while (at < end) {
        const char *plain = at, *next;

        while (at < end && *at != '\\')
            at++;
        g_string_append_len(out, plain, at - plain);
        if (at == end)
            break;
        next = unescape(at + 1, end, out);
        if (next == NULL)
            return at;
        at = next;
    }
    return NULL;
}
