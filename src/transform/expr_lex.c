#include "transform/expr.h"

#include <stdarg.h>
#include <string.h>

#include "base/number.h"

#define MAX_PIECE_CHARS 40

void
expr_error(GError **error, const ExprSource *source, ExprSpan span, const char *hint,
           const char *format, ...)
{
    const char *start = source->text + span.start, *end = source->text + span.end;
    const char *from = start;
    gboolean cut = FALSE;
    g_autofree char *sentence = NULL, *piece = NULL;
    va_list args;

    /* At the very end there is nothing to show but what leads there. */
    if (start == end) {
        from = source->text;
        cut = g_utf8_pointer_to_offset(from, end) > MAX_PIECE_CHARS;
        if (cut)
            from = g_utf8_offset_to_pointer(end, -MAX_PIECE_CHARS);
    }
    va_start(args, format);
    sentence = g_strdup_vprintf(format, args);
    va_end(args);
    piece = error_quote(from, end - from, MAX_PIECE_CHARS);
    error_set(error, ERROR_USAGE, WHERE_NONE, "%s: \"%s%s\" %s (character %ld)%s", source->flag,
              cut ? "…" : "", piece, sentence, g_utf8_pointer_to_offset(source->text, start) + 1,
              hint);
}

static char
closing_quote(char c)
{
    return c == '"' || c == '\'' || c == '`' ? c : '\0';
}

/* The end of a quoted piece, past its closing quote; a doubled quote stands for itself. NULL when
 * it is not closed. */
static const char *
quoted_end(const char *start)
{
    char quote = *start;

    for (const char *at = strchr(start + 1, quote); at != NULL; at = strchr(at + 2, quote)) {
        if (at[1] != quote)
            return at + 1;
    }
    return NULL;
}

static char *
unquote(Arena *arena, const char *text, ExprSpan span)
{
    char quote = text[span.start];
    char *out = arena_strndup(arena, text + span.start + 1, (gssize)(span.end - span.start - 2));
    char *to = out;

    for (const char *at = out; *at != '\0'; at++) {
        *to++ = *at;
        if (*at == quote)
            at++;
    }
    *to = '\0';
    return out;
}

/* What to write instead of a character that only looks like one of ours. */
static const char *
lookalike_hint(gunichar c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
        return "; quotes are straight: \" or '";
    case 0x2260:
        return "; write !=";
    case 0x2264:
        return "; write <=";
    case 0x2265:
        return "; write >=";
    case 0x2212:
    case 0x2013:
    case 0x2014:
        return "; write -";
    case 0xd7:
        return "; write *";
    case 0xf7:
        return "; write /";
    default:
        return "; a name with it stands in backquotes";
    }
}

/* GScanner works on bytes: it cannot tell a non-ASCII letter from another sign, undoes C escapes in
 * double quotes, knows no backquotes and no doubled quotes, and counts a tab as up to 8 positions
 * and a line as a new start. So it is given a sketch of the same length, in which every quoted
 * piece is a plain 'xxx' and every blank a space: its positions are then byte offsets, and the
 * contents are read from the original. */
static char *
draw_sketch(const ExprSource *source, Arena *arena, GError **error)
{
    const char *text = source->text, *next;
    char *sketch = arena_strdup(arena, text);

    for (const char *at = text; *at != '\0'; at = next) {
        gunichar c = g_utf8_get_char(at);
        ExprSpan span;

        next = g_utf8_next_char(at);
        if (closing_quote(*at) != '\0') {
            next = quoted_end(at);
            span = (ExprSpan){ (gsize)(at - text),
                               next == NULL ? strlen(text) : (gsize)(next - text) };
            if (next == NULL) {
                expr_error(error, source, span, "", "opens a quote that is not closed");
                return NULL;
            }
            memset(sketch + span.start, 'x', span.end - span.start);
            sketch[span.start] = sketch[span.end - 1] = '\'';
            continue;
        }
        span = (ExprSpan){ (gsize)(at - text), (gsize)(next - text) };
        if (g_unichar_isspace(c)) {
            memset(sketch + span.start, ' ', span.end - span.start);
        } else if (c >= 0x80 && !g_unichar_isalnum(c) && !g_unichar_ismark(c)) {
            expr_error(error, source, span, lookalike_hint(c), "is not understood");
            return NULL;
        }
    }
    return sketch;
}

/* Nothing here depends on the locale: sets of bytes are spelt out, and the numbers that GScanner
 * converts are not used. */
static GScanner *
scanner_new(const char *sketch)
{
    static char letters[256], letters_digits[256];
    static gsize ready = 0;
    GScannerConfig config = { 0 };
    GScanner *scanner;

    if (g_once_init_enter(&ready)) {
        char *first = letters, *nth = letters_digits;

        for (int c = 1; c < 256; c++) {
            gboolean letter = c >= 0x80 || c == '_' || g_ascii_isalpha((char)c);

            if (letter)
                *first++ = (char)c;
            if (letter || g_ascii_isdigit((char)c))
                *nth++ = (char)c;
        }
        g_once_init_leave(&ready, 1);
    }

    config.cset_skip_characters = " ";
    config.cset_identifier_first = letters;
    config.cset_identifier_nth = letters_digits;
    config.cpair_comment_single = ""; /* a pair that begins nowhere: no comments */
    config.case_sensitive = TRUE;
    config.scan_identifier = TRUE;
    config.scan_identifier_1char = TRUE;
    config.scan_float = TRUE;
    config.scan_string_sq = TRUE;
    config.store_int64 = TRUE;
    config.char_2_token = TRUE;
    scanner = g_scanner_new(&config);
    g_scanner_input_text(scanner, sketch, (guint)strlen(sketch));
    return scanner;
}

static ExprTokenType
word_type(const char *text, gsize length)
{
    static const struct {
        const char *word;
        ExprTokenType type;
    } words[] = {
        { "and", EXPR_TOKEN_AND }, { "or", EXPR_TOKEN_OR }, { "not", EXPR_TOKEN_NOT },
        { "in", EXPR_TOKEN_IN },   { "is", EXPR_TOKEN_IS }, { "missing", EXPR_TOKEN_MISSING },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, text, length) == 0)
            return words[i].type;
    }
    return EXPR_TOKEN_NAME;
}

/* The type of an operator at a place of the sketch, EXPR_TOKEN_END when there is none, and its
 * length. Longer operators stand before those they begin with. */
static ExprTokenType
operator_type(const char *at, gsize *ret_length)
{
    static const struct {
        const char *sign;
        ExprTokenType type;
    } signs[] = {
        { "==", EXPR_TOKEN_EQUAL },   { "!=", EXPR_TOKEN_UNEQUAL },  { "<>", EXPR_TOKEN_UNEQUAL },
        { "<=", EXPR_TOKEN_AT_MOST }, { ">=", EXPR_TOKEN_AT_LEAST }, { "=", EXPR_TOKEN_EQUAL },
        { "<", EXPR_TOKEN_LESS },     { ">", EXPR_TOKEN_MORE },      { "+", EXPR_TOKEN_PLUS },
        { "-", EXPR_TOKEN_MINUS },    { "*", EXPR_TOKEN_TIMES },     { "/", EXPR_TOKEN_OVER },
        { "(", EXPR_TOKEN_OPEN },     { ")", EXPR_TOKEN_CLOSE },     { ",", EXPR_TOKEN_COMMA },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (strncmp(at, signs[i].sign, strlen(signs[i].sign)) == 0) {
            *ret_length = strlen(signs[i].sign);
            return signs[i].type;
        }
    }
    return EXPR_TOKEN_END;
}

static const char *
foreign_operator_hint(const char *at)
{
    switch (*at) {
    case '&':
        return "; write and";
    case '|':
        return "; write or";
    case '!':
        return "; write not";
    default:
        return "; a name with it stands in backquotes";
    }
}

static gboolean
read_number(const ExprSource *source, const char *sketch, GTokenType found, ExprToken *token,
            GError **error)
{
    const char *start = sketch + token->span.start;
    gsize length = token->span.end - token->span.start;

    token->type = EXPR_TOKEN_NUMBER;
    if ((found == G_TOKEN_INT || found == G_TOKEN_FLOAT) &&
        number_parse(start, length, &token->number))
        return TRUE;

    /* GScanner stops anywhere in what is no number; all that hangs together is shown. */
    length = 0;
    while ((guchar)start[length] >= 0x80 || g_ascii_isalnum(start[length]) ||
           start[length] == '_' || start[length] == '.')
        length++;
    token->span.end = token->span.start + length;
    expr_error(error, source, token->span, "; a name like it stands in backquotes",
               "is not a number");
    return FALSE;
}

/* What stands at the span of a token that GScanner found. It may grow: operators of two signs are
 * two tokens to GScanner. */
static gboolean
read_token(const ExprSource *source, Arena *arena, const char *sketch, GTokenType found,
           ExprToken *token, GError **error)
{
    const char *start = sketch + token->span.start;
    gsize length = token->span.end - token->span.start;

    if (found == G_TOKEN_STRING) {
        token->type = source->text[token->span.start] == '`' ? EXPR_TOKEN_NAME : EXPR_TOKEN_TEXT;
        token->text = unquote(arena, source->text, token->span);
        token->double_quoted = source->text[token->span.start] == '"';
    } else if (found == G_TOKEN_IDENTIFIER) {
        token->type = word_type(start, length);
        token->text = arena_strndup(arena, start, (gssize)length);
    } else if (g_ascii_isdigit(*start) || *start == '.') {
        return read_number(source, sketch, found, token, error);
    } else {
        token->type = operator_type(start, &length);
        token->span.end = token->span.start + length;
        if (token->type == EXPR_TOKEN_END) {
            while (length < 2 && start[length] == start[0])
                length++;
            token->span.end = token->span.start + length;
            expr_error(error, source, token->span, foreign_operator_hint(start),
                       "is not understood");
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
lex_sketch(const ExprSource *source, Arena *arena, const char *sketch, GScanner *scanner,
           GArray *tokens, GError **error)
{
    gsize end = 0;

    for (;;) {
        GTokenType found = g_scanner_get_next_token(scanner);
        ExprToken token = { .type = EXPR_TOKEN_END };

        /* GScanner tells where a token ends; it begins after the blanks behind the last one. */
        token.span.start = end + strspn(sketch + end, " ");
        token.span.end = found == G_TOKEN_EOF ? token.span.start : g_scanner_cur_position(scanner);
        if (found != G_TOKEN_EOF && !read_token(source, arena, sketch, found, &token, error))
            return FALSE;
        g_array_append_val(tokens, token);
        if (found == G_TOKEN_EOF)
            return TRUE;
        while (g_scanner_cur_position(scanner) < token.span.end)
            g_scanner_get_next_token(scanner);
        end = token.span.end;
    }
}

GArray *
expr_lex(const ExprSource *source, Arena *arena, GError **error)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(ExprToken));
    GScanner *scanner;
    char *sketch;
    gboolean done;

    if (!g_utf8_validate(source->text, -1, NULL)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "%s: the expression is not UTF-8", source->flag);
        return NULL;
    }
    sketch = draw_sketch(source, arena, error);
    if (sketch == NULL)
        return NULL;
    scanner = scanner_new(sketch);
    done = lex_sketch(source, arena, sketch, scanner, tokens, error);
    g_scanner_destroy(scanner);
    return done ? g_steal_pointer(&tokens) : NULL;
}
