#include "plot/channel_expr.h"

#include "base/error.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

typedef struct {
    Channel channel;
    const char *text;
    const char *at;
} ExprReader;

static void
channel_term_free(gpointer data)
{
    ChannelTerm *term = data;

    g_free(term->name);
    g_free(term);
}

static gboolean
expr_fail(const ExprReader *reader, const char *what, GError **error)
{
    glong position = g_utf8_strlen(reader->text, reader->at - reader->text) + 1;

    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: %s at character %ld of \"%s\"",
              channel_name(reader->channel), what, position, reader->text);
    return FALSE;
}

static void
expr_skip_blanks(ExprReader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t')
        reader->at++;
}

static gboolean
expr_is_name_char(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c) ||
           strchr("_-. %$/'&+#:", (int)(c < 128 ? c : 1)) != NULL;
}

/* "quoted", "" doubles; or a bare name up to the next mark, blanks around it cut. */
static char *
expr_read_name(ExprReader *reader, GError **error)
{
    g_autoptr(GString) name = g_string_new(NULL);

    expr_skip_blanks(reader);
    if (*reader->at == '"') {
        for (reader->at++; *reader->at != '"' || reader->at[1] == '"'; reader->at++) {
            if (*reader->at == '\0') {
                expr_fail(reader, "a quote is never closed", error);
                return NULL;
            }
            reader->at += *reader->at == '"' ? 1 : 0;
            g_string_append_c(name, *reader->at);
        }
        reader->at++;
        expr_skip_blanks(reader);
    } else {
        while (*reader->at != '\0' && expr_is_name_char(g_utf8_get_char(reader->at))) {
            g_string_append_unichar(name, g_utf8_get_char(reader->at));
            reader->at = g_utf8_next_char(reader->at);
        }
        g_strchomp(name->str);
        name->len = strlen(name->str);
    }
    if (name->len == 0) {
        expr_fail(reader, *reader->at == '\0' ? "a name is missing" : "this is no name", error);
        return NULL;
    }
    return g_string_free(g_steal_pointer(&name), FALSE);
}

static gboolean
expr_unknown_function(const ExprReader *reader, const char *name, GError **error)
{
    static const char *const functions[] = {
        "count",         "sum",     "mean", "median",  "min",   "max",  "distinct",
        "first",         "last",    "year", "quarter", "month", "week", "day",
        "month_of_year", "weekday", "hour", "bin",     NULL,
    };
    g_autofree char *near = error_suggest(name, functions);

    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: no function \"%s\"%s",
              channel_name(reader->channel), name, near);
    return FALSE;
}

/* The number in bin(total, 20). */
static gboolean
expr_read_bins(ExprReader *reader, ChannelTerm *term, GError **error)
{
    gsize length;
    double bins;

    reader->at++;
    expr_skip_blanks(reader);
    length = strcspn(reader->at, ") ");
    if (!number_parse(reader->at, length, &bins) || bins < 1 || bins > 1000 || bins != floor(bins))
        return expr_fail(reader, "a number of bins from 1 to 1000 is expected", error);
    term->bins = (guint)bins;
    reader->at += length;
    expr_skip_blanks(reader);
    return TRUE;
}

/* After the name of a function: its argument in parentheses. */
static gboolean
expr_read_call(ExprReader *reader, ChannelTerm *term, GError **error)
{
    g_autofree char *function = g_steal_pointer(&term->name);

    reader->at++;
    expr_skip_blanks(reader);
    if (aggregate_from_name(function, &term->aggregate))
        term->kind = TERM_AGGREGATE;
    else if (calendar_part_from_name(function, &term->part))
        term->kind = TERM_CALENDAR;
    else if (strcmp(function, "bin") == 0)
        term->kind = TERM_BIN;
    else
        return expr_unknown_function(reader, function, error);
    if (*reader->at != ')') {
        term->name = expr_read_name(reader, error);
        if (term->name == NULL)
            return FALSE;
    } else if (term->kind != TERM_AGGREGATE || term->aggregate != AGGREGATE_COUNT) {
        return expr_fail(reader, "a column is missing", error);
    }
    if (term->kind == TERM_BIN && *reader->at == ',' && !expr_read_bins(reader, term, error))
        return FALSE;
    if (*reader->at != ')')
        return expr_fail(reader, "\")\" is missing", error);
    reader->at++;
    expr_skip_blanks(reader);
    return TRUE;
}

static ChannelTerm *
expr_read_term(ExprReader *reader, GError **error)
{
    ChannelTerm *term = g_new0(ChannelTerm, 1);

    term->name = expr_read_name(reader, error);
    if (term->name == NULL || (*reader->at == '(' && !expr_read_call(reader, term, error))) {
        channel_term_free(term);
        return NULL;
    }
    return term;
}

GPtrArray *
channel_expr_parse(Channel channel, const char *text, const char *const *names, GError **error)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(channel_term_free);
    ExprReader reader = { channel, text, text };

    if (g_strv_contains(names, text) || (*text == '=' && text[1] != '\0')) {
        ChannelTerm *term = g_new0(ChannelTerm, 1);

        term->kind = g_strv_contains(names, text) ? TERM_COLUMN : TERM_LITERAL;
        term->name = g_strdup(term->kind == TERM_COLUMN ? text : text + 1);
        g_ptr_array_add(terms, term);
        return g_steal_pointer(&terms);
    }
    while (TRUE) {
        ChannelTerm *term = expr_read_term(&reader, error);

        if (term == NULL)
            return NULL;
        g_ptr_array_add(terms, term);
        if (*reader.at == '\0')
            return g_steal_pointer(&terms);
        if (*reader.at != ',') {
            expr_fail(&reader, "a comma is missing", error);
            return NULL;
        }
        reader.at++;
    }
}
