#include "data/date_hint.h"

#include "base/calendar.h"

#include <string.h>

/* '?' is the mark between the groups. A format stands before its twin of the month first. */
static const char *const patterns[] = {
    "%d?%m?%Y", "%m?%d?%Y", "%d?%m?%y", "%m?%d?%y", "%Y?%m?%d", "%Y?%d?%m",
};

gboolean
date_looks_like(const char *text)
{
    gsize first = strspn(text, "0123456789");
    char mark = text[first];
    const char *second, *third;
    gsize middle, last;

    if (first < 1 || first > 4 || mark == '\0' || strchr("/.-", mark) == NULL)
        return FALSE;
    second = text + first + 1;
    middle = strspn(second, "0123456789");
    third = second + middle;
    if (middle < 1 || middle > 2 || *third != mark)
        return FALSE;
    last = strspn(++third, "0123456789");
    return last >= 1 && last <= 4 && third[last] == '\0' &&
           (first == 4 || last == 4 || (mark == '/' && last == 2) || (mark == '.' && last == 2));
}

static guint
count_read(const Column *column, const char *format)
{
    guint n = 0;
    double time;
    TimeUnit unit;

    for (guint i = 0; i < column->levels->len; i++) {
        const char *text = column->levels->pdata[i];

        n += calendar_parse_format(text, strlen(text), format, &time, &unit) ? 1 : 0;
    }
    return n;
}

/* The mark between the groups of most of the texts; '\0' where they are no dates. */
static char
find_mark(const Column *column)
{
    guint n = 0;
    char mark = '\0';

    for (guint i = 0; i < column->levels->len; i++) {
        const char *text = column->levels->pdata[i];

        if (!date_looks_like(text))
            continue;
        mark = n++ == 0 ? text[strspn(text, "0123456789")] : mark;
    }
    return 2 * n > column->levels->len ? mark : '\0';
}

/* As a shell takes it. */
static char *
quote_format(const Column *column, const char *format)
{
    g_autofree char *pair = g_strconcat(column->name, "=", format, NULL);

    return g_shell_quote(pair);
}

char *
date_hint(const Column *column)
{
    g_autofree char *best = NULL, *twin = NULL, *quoted = NULL, *other = NULL;
    guint most = 0, best_at = 0;
    char mark;

    if (column->type != COLUMN_TEXT || (mark = find_mark(column)) == '\0')
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(patterns); i++) {
        char *format = g_strdelimit(g_strdup(patterns[i]), "?", mark);
        guint n = count_read(column, format);

        if (n > most) {
            g_free(best);
            best = g_strdup(format);
            g_clear_pointer(&twin, g_free);
            most = n;
            best_at = i;
        } else if (n == most && n > 0 && i == best_at + 1 && i % 2 == 1 && mark != '.') {
            /* With points between them the day comes first, wherever they are written. */
            twin = g_strdup(format);
        }
        g_free(format);
    }
    if (2 * most <= column->levels->len)
        return NULL;
    quoted = quote_format(column, best);
    if (twin == NULL)
        return g_strdup_printf("--date-format %s", quoted);
    other = quote_format(column, twin);
    return g_strdup_printf("--date-format %s, or %s if the month comes first", quoted, other);
}
