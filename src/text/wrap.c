#include "text/wrap.h"

#include <string.h>

#include "text/breaks.h"

/* A text of more lines has no look that balance could mend, and takes long. */
#define MAX_BALANCED 20

static const char ellipsis[] = "…";

/* A place where a line may end, and where the next one begins. */
typedef struct {
    const char *stop, *next;
} LineBreak;

typedef struct {
    const TextStyle *style;
    TextMeasurer *measurer;
    double max_width;
    guint max_lines;  /* 0: any */
    GPtrArray *lines; /* of char * */
    GString *scratch;
    GArray *breaks;  /* of LineBreak */
    gboolean forced; /* a word had to be split */
    gboolean cut;    /* the last line ends in an ellipsis */
} Wrapper;

static double
width_of(Wrapper *w, const char *text, gsize length, const char *tail)
{
    g_string_truncate(w->scratch, 0);
    g_string_append_len(w->scratch, text, (gssize)length);
    g_string_append(w->scratch, tail);
    return text_measure(w->measurer, w->scratch->str, w->style).width;
}

static gboolean
fits(Wrapper *w, const char *from, const char *to, const char *tail)
{
    return width_of(w, from, (gsize)(to - from), tail) <= w->max_width;
}

static const char *
skip_blanks(const char *p, const char *end)
{
    while (p < end && break_is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

static const char *
trim_blanks(const char *start, const char *end)
{
    while (end > start) {
        const char *last = g_utf8_prev_char(end);

        if (!break_is_blank(g_utf8_get_char(last)))
            break;
        end = last;
    }
    return end;
}

/* The first place after p where a line may end; *ret_next is where the next line begins. */
static const char *
next_break(const char *p, const char *end, const char **ret_next)
{
    gunichar before = 0, last = 0;

    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (last != 0 && break_is_blank(c)) {
            *ret_next = skip_blanks(p, end);
            return p;
        }
        if (last != 0 && break_is_allowed(before, last, c)) {
            *ret_next = p;
            return p;
        }
        before = last;
        last = c;
    }
    *ret_next = end;
    return end;
}

/* As many letters as fit, at least one. */
static const char *
split_word(Wrapper *w, const char *start, const char *end)
{
    const char *split = start + break_letter_length(start);

    while (split < end) {
        const char *next = split + break_letter_length(split);

        if (!fits(w, start, next, ""))
            break;
        split = next;
    }
    w->forced = TRUE;
    return split;
}

/* Adds up to n places where a line may end; returns where to look for the next one. */
static const char *
add_breaks(Wrapper *w, const char *p, const char *end, guint n)
{
    for (; n > 0 && p < end; n--) {
        LineBreak line_break;

        line_break.stop = next_break(p, end, &line_break.next);
        g_array_append_val(w->breaks, line_break);
        p = line_break.next;
    }
    return p;
}

static gboolean
break_fits(Wrapper *w, const char *start, guint at)
{
    return fits(w, start, g_array_index(w->breaks, LineBreak, at).stop, "");
}

/* Looks 1, 2, 4 … places further and then halves: to measure a line up to each of its words would
 * cost the square of its length. */
static const char *
line_end(Wrapper *w, const char *start, const char *end, const char **ret_next)
{
    const char *p = start;
    guint fitting = 0, beyond;

    g_array_set_size(w->breaks, 0);
    for (guint ahead = 1; p < end; ahead *= 2) {
        p = add_breaks(w, p, end, ahead);
        if (!break_fits(w, start, w->breaks->len - 1))
            break;
        fitting = w->breaks->len;
    }
    for (beyond = w->breaks->len; beyond > fitting + 1;) {
        guint middle = (fitting + beyond) / 2;

        if (break_fits(w, start, middle - 1))
            fitting = middle;
        else
            beyond = middle;
    }
    if (fitting == 0) {
        *ret_next = split_word(w, start, g_array_index(w->breaks, LineBreak, 0).stop);
        return *ret_next;
    }
    *ret_next = g_array_index(w->breaks, LineBreak, fitting - 1).next;
    return g_array_index(w->breaks, LineBreak, fitting - 1).stop;
}

/* The longest beginning that fits together with the ellipsis. */
static char *
cut_line(Wrapper *w, const char *start, const char *end)
{
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(gsize));
    guint low = 0, high;

    for (const char *p = start; p < end;) {
        p = MIN(p + break_letter_length(p), end);
        gsize offset = (gsize)(p - start);
        g_array_append_val(letters, offset);
    }
    for (high = letters->len; low < high;) {
        guint middle = (low + high + 1) / 2;
        const char *to = trim_blanks(start, start + g_array_index(letters, gsize, middle - 1));

        if (fits(w, start, to, ellipsis))
            low = middle;
        else
            high = middle - 1;
    }
    const char *to = low == 0 ? start : start + g_array_index(letters, gsize, low - 1);
    g_autofree char *head = g_strndup(start, (gsize)(trim_blanks(start, to) - start));
    w->cut = TRUE;
    return g_strconcat(head, ellipsis, NULL);
}

static void
add_line(Wrapper *w, const char *start, const char *end)
{
    g_ptr_array_add(w->lines, g_strndup(start, (gsize)(end - start)));
}

/* FALSE when the last line that is allowed has been written. */
static gboolean
wrap_paragraph(Wrapper *w, const char *start, const char *end, gboolean is_last)
{
    start = skip_blanks(start, end);
    end = trim_blanks(start, end);
    do {
        if (w->max_lines != 0 && w->lines->len + 1 >= w->max_lines) {
            if (is_last && fits(w, start, end, ""))
                add_line(w, start, end);
            else
                g_ptr_array_add(w->lines, cut_line(w, start, end));
            return FALSE;
        }
        const char *next = end, *stop = start < end ? line_end(w, start, end, &next) : end;
        add_line(w, start, stop);
        start = next;
    } while (start < end);
    return TRUE;
}

static GPtrArray *
wrap(Wrapper *w, const char *text)
{
    w->lines = g_ptr_array_new_with_free_func(g_free);
    w->scratch = g_string_new(NULL);
    w->breaks = g_array_new(FALSE, FALSE, sizeof(LineBreak));
    w->forced = w->cut = FALSE;
    for (;;) {
        const char *newline = strchr(text, '\n');
        const char *end = newline == NULL ? text + strlen(text) : newline;

        if (!wrap_paragraph(w, text, end, newline == NULL) || newline == NULL)
            break;
        text = newline + 1;
    }
    g_array_unref(w->breaks);
    g_string_free(w->scratch, TRUE);
    return g_steal_pointer(&w->lines);
}

GPtrArray *
text_wrap(const char *text, const TextStyle *style, double max_width, guint max_lines,
          TextMeasurer *measurer)
{
    Wrapper w = {
        .style = style, .measurer = measurer, .max_width = max_width, .max_lines = max_lines
    };

    return wrap(&w, text);
}

GPtrArray *
text_wrap_balanced(const char *text, const TextStyle *style, double max_width, guint max_lines,
                   TextMeasurer *measurer)
{
    Wrapper w = {
        .style = style, .measurer = measurer, .max_width = max_width, .max_lines = max_lines
    };
    g_autoptr(GPtrArray) best = wrap(&w, text);
    double low = 0, high = max_width;

    if (w.cut || w.forced || best->len < 2 || best->len > MAX_BALANCED)
        return g_steal_pointer(&best);
    w.max_lines = best->len;
    /* Half a pixel is finer than any eye; the width is at most some thousand pixels. */
    for (int step = 0; step < 16 && high - low > 0.5; step++) {
        w.max_width = (low + high) / 2;
        g_autoptr(GPtrArray) lines = wrap(&w, text);

        if (w.cut || w.forced) {
            low = w.max_width;
        } else {
            high = w.max_width;
            g_ptr_array_unref(best);
            best = g_steal_pointer(&lines);
        }
    }
    return g_steal_pointer(&best);
}

char *
text_ellipsize(const char *text, const TextStyle *style, double max_width, TextMeasurer *measurer)
{
    g_autoptr(GString) scratch = g_string_new(NULL);
    Wrapper w = {
        .style = style, .measurer = measurer, .max_width = max_width, .scratch = scratch
    };
    const char *end = text + strlen(text);

    return fits(&w, text, end, "") ? g_strdup(text) : cut_line(&w, text, end);
}

double
text_widest_word(const char *text, const TextStyle *style, TextMeasurer *measurer)
{
    const char *end = text + strlen(text), *p = skip_blanks(text, end);
    double widest = 0;

    while (p < end) {
        const char *next;
        const char *stop = next_break(p, end, &next);
        g_autofree char *word = g_strndup(p, (gsize)(stop - p));

        widest = MAX(widest, text_measure(measurer, word, style).width);
        p = next;
    }
    return widest;
}
