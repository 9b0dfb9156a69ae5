// A recursive-descent parser; one function a rule of the grammar in transform.h.
#include "transform/expr.h"

#include <string.h>

typedef struct {
    const ExprSource *source;
    Arena *arena;
    const ExprToken *token; /* the next one */
    gsize end;              /* of the last one taken */
    guint depth;
} Parser;

static ExprNode *parse_or(Parser *parser, GError **error);

static gboolean
take(Parser *parser, ExprTokenType type)
{
    if (parser->token->type != type)
        return FALSE;
    parser->end = parser->token->span.end;
    if (type != EXPR_TOKEN_END)
        parser->token++;
    return TRUE;
}

/* The next token is not what the grammar wants here. */
static void
expected(const Parser *parser, const char *what, GError **error)
{
    if (parser->token->type == EXPR_TOKEN_END)
        expr_error(error, parser->source, parser->token->span, "", "ends where %s is expected",
                   what);
    else
        expr_error(error, parser->source, parser->token->span, "", "stands where %s is expected",
                   what);
}

/* Bounds the recursion, here and in all that walks the tree later. */
static gboolean
descend(Parser *parser, GError **error)
{
    if (parser->depth == EXPR_MAX_DEPTH) {
        expr_error(error, parser->source, parser->token->span, "", "is nested deeper than %d",
                   EXPR_MAX_DEPTH);
        return FALSE;
    }
    parser->depth++;
    return TRUE;
}

static ExprNode *
node_new(const Parser *parser, ExprKind kind, gsize start, ExprNode *const *children,
         guint n_children)
{
    ExprNode *node = arena_new0(parser->arena, ExprNode, 1);

    node->kind = kind;
    node->span = (ExprSpan){ start, parser->end };
    node->n_children = n_children;
    if (n_children > 0)
        node->children = arena_copy(parser->arena, children, n_children * sizeof *children);
    return node;
}

static ExprNode *
parse_atom(Parser *parser, GError **error)
{
    const ExprToken *token = parser->token;
    ExprNode *node;

    if (take(parser, EXPR_TOKEN_NUMBER)) {
        node = node_new(parser, EXPR_NUMBER, token->span.start, NULL, 0);
    } else if (take(parser, EXPR_TOKEN_TEXT)) {
        node = node_new(parser, EXPR_TEXT, token->span.start, NULL, 0);
    } else if (take(parser, EXPR_TOKEN_NAME)) {
        node = node_new(parser, EXPR_NAME, token->span.start, NULL, 0);
    } else if (token->type == EXPR_TOKEN_OPEN) {
        if (!descend(parser, error))
            return NULL;
        take(parser, EXPR_TOKEN_OPEN);
        node = parse_or(parser, error);
        if (node == NULL)
            return NULL;
        if (!take(parser, EXPR_TOKEN_CLOSE)) {
            expected(parser, "an operator or \")\"", error);
            return NULL;
        }
        parser->depth--;
        return node;
    } else {
        expected(parser, "a value", error);
        return NULL;
    }
    node->number = token->number;
    node->text = token->text;
    node->double_quoted = token->double_quoted;
    return node;
}

static ExprNode *
parse_unary(Parser *parser, GError **error)
{
    gsize start = parser->token->span.start;
    ExprNode *child;

    if (!take(parser, EXPR_TOKEN_MINUS))
        return parse_atom(parser, error);
    child = parse_atom(parser, error);
    return child == NULL ? NULL : node_new(parser, EXPR_NEGATE, start, &child, 1);
}

/* A chain of operands between operators of one rank; the operand alone when there is none. */
static ExprNode *
parse_chain(Parser *parser, ExprKind kind, ExprNode *(*parse_operand)(Parser *, GError **),
            const char *signs, const ExprTokenType *types, GError **error)
{
    gsize start = parser->token->span.start;
    g_autoptr(GPtrArray) operands = g_ptr_array_new();
    g_autoptr(GString) operators = g_string_new_len(signs, 1);
    ExprNode *node;

    for (;;) {
        guint i = 0;

        node = parse_operand(parser, error);
        if (node == NULL)
            return NULL;
        g_ptr_array_add(operands, node);
        while (signs[i] != '\0' && !take(parser, types[i]))
            i++;
        if (signs[i] == '\0')
            break;
        g_string_append_c(operators, signs[i]);
    }
    if (operands->len == 1)
        return node;
    node = node_new(parser, kind, start, (ExprNode *const *)operands->pdata, operands->len);
    node->operators = arena_strdup(parser->arena, operators->str);
    return node;
}

static ExprNode *
parse_product(Parser *parser, GError **error)
{
    static const ExprTokenType types[] = { EXPR_TOKEN_TIMES, EXPR_TOKEN_OVER };

    return parse_chain(parser, EXPR_PRODUCT, parse_unary, "*/", types, error);
}

static ExprNode *
parse_sum(Parser *parser, GError **error)
{
    static const ExprTokenType types[] = { EXPR_TOKEN_PLUS, EXPR_TOKEN_MINUS };

    return parse_chain(parser, EXPR_SUM, parse_product, "+-", types, error);
}

static gboolean
comparison_of(ExprTokenType type, ExprComparison *ret_comparison)
{
    if (type < EXPR_TOKEN_EQUAL || type > EXPR_TOKEN_AT_LEAST)
        return FALSE;
    *ret_comparison = (ExprComparison)(type - EXPR_TOKEN_EQUAL) + EXPR_EQUAL;
    return TRUE;
}

/* One item of a list: a text or a number, perhaps with a minus. */
static ExprNode *
parse_item(Parser *parser, GError **error)
{
    gsize start = parser->token->span.start;
    gboolean minus = take(parser, EXPR_TOKEN_MINUS);
    const ExprToken *token = parser->token;
    ExprNode *node;

    if (token->type == EXPR_TOKEN_NAME) {
        expr_error(error, parser->source, token->span, "; texts stand in quotes",
                   "stands where a number or a text is expected");
        return NULL;
    }
    if (token->type != EXPR_TOKEN_NUMBER && (minus || token->type != EXPR_TOKEN_TEXT)) {
        expected(parser, minus ? "a number" : "a number or a text", error);
        return NULL;
    }
    take(parser, token->type);
    node = node_new(parser, token->type == EXPR_TOKEN_NUMBER ? EXPR_NUMBER : EXPR_TEXT, start, NULL,
                    0);
    node->number = minus ? -token->number : token->number;
    node->text = token->text;
    return node;
}

static ExprNode *
parse_in(Parser *parser, gsize start, ExprNode *value, gboolean negated, GError **error)
{
    g_autoptr(GPtrArray) children = g_ptr_array_new();
    ExprNode *node;

    if (!take(parser, EXPR_TOKEN_OPEN)) {
        expected(parser, "\"(\" of a list", error);
        return NULL;
    }
    g_ptr_array_add(children, value);
    do {
        node = parse_item(parser, error);
        if (node == NULL)
            return NULL;
        g_ptr_array_add(children, node);
    } while (take(parser, EXPR_TOKEN_COMMA));
    if (!take(parser, EXPR_TOKEN_CLOSE)) {
        expected(parser, "\",\" or \")\"", error);
        return NULL;
    }
    node = node_new(parser, EXPR_IN, start, (ExprNode *const *)children->pdata, children->len);
    node->negated = negated;
    return node;
}

static ExprNode *
parse_is(Parser *parser, gsize start, ExprNode *value, GError **error)
{
    gboolean negated = take(parser, EXPR_TOKEN_NOT);
    ExprNode *node;

    if (!take(parser, EXPR_TOKEN_MISSING)) {
        expected(parser, negated ? "\"missing\"" : "\"missing\" or \"not missing\"", error);
        return NULL;
    }
    node = node_new(parser, EXPR_MISSING, start, &value, 1);
    node->negated = negated;
    return node;
}

static ExprNode *
parse_comparison(Parser *parser, gsize start, ExprNode *left, ExprComparison comparison,
                 GError **error)
{
    ExprNode *pair[2] = { left, NULL }, *node;
    ExprComparison next;

    if (parser->token->type == EXPR_TOKEN_MISSING) {
        expr_error(error, parser->source, parser->token->span, "; write is missing",
                   "stands where a value is expected");
        return NULL;
    }
    pair[1] = parse_sum(parser, error);
    if (pair[1] == NULL)
        return NULL;
    if (comparison_of(parser->token->type, &next)) {
        expr_error(error, parser->source, parser->token->span, "; write a < b and b < c",
                   "goes on with a comparison");
        return NULL;
    }
    node = node_new(parser, EXPR_COMPARE, start, pair, 2);
    node->comparison = comparison;
    return node;
}

static ExprNode *
parse_cmp(Parser *parser, GError **error)
{
    gsize start = parser->token->span.start;
    ExprNode *left = parse_sum(parser, error);
    ExprComparison comparison;

    if (left == NULL)
        return NULL;
    if (comparison_of(parser->token->type, &comparison)) {
        take(parser, parser->token->type);
        return parse_comparison(parser, start, left, comparison, error);
    }
    if (take(parser, EXPR_TOKEN_IN))
        return parse_in(parser, start, left, FALSE, error);
    if (take(parser, EXPR_TOKEN_IS))
        return parse_is(parser, start, left, error);
    if (take(parser, EXPR_TOKEN_NOT)) {
        if (take(parser, EXPR_TOKEN_IN))
            return parse_in(parser, start, left, TRUE, error);
        expected(parser, "\"in\"", error);
        return NULL;
    }
    return left;
}

static ExprNode *
parse_not(Parser *parser, GError **error)
{
    gsize start = parser->token->span.start;
    ExprNode *child;

    if (!take(parser, EXPR_TOKEN_NOT))
        return parse_cmp(parser, error);
    child = parse_cmp(parser, error);
    return child == NULL ? NULL : node_new(parser, EXPR_NOT, start, &child, 1);
}

static ExprNode *
parse_and(Parser *parser, GError **error)
{
    static const ExprTokenType types[] = { EXPR_TOKEN_AND };

    return parse_chain(parser, EXPR_AND, parse_not, "&", types, error);
}

static ExprNode *
parse_or(Parser *parser, GError **error)
{
    static const ExprTokenType types[] = { EXPR_TOKEN_OR };

    return parse_chain(parser, EXPR_OR, parse_and, "|", types, error);
}

/* People who write SQL put keywords in capitals; they are names here. */
static const char *
keyword_hint(const ExprToken *token)
{
    static const char *const words[] = { "and", "or", "not", "in", "is" };
    static const char *const hints[] = { "; write and", "; write or", "; write not", "; write in",
                                         "; write is" };

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (token->type == EXPR_TOKEN_NAME && g_ascii_strcasecmp(token->text, words[i]) == 0)
            return hints[i];
    }
    return "";
}

ExprNode *
expr_parse(const ExprSource *source, Arena *arena, GError **error)
{
    g_autoptr(GArray) tokens = expr_lex(source, arena, error);
    Parser parser = { .source = source, .arena = arena };
    ExprNode *root;

    if (tokens == NULL)
        return NULL;
    parser.token = &g_array_index(tokens, ExprToken, 0);
    if (parser.token->type == EXPR_TOKEN_END) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "%s: the expression is empty", source->flag);
        return NULL;
    }
    root = parse_or(&parser, error);
    if (root == NULL)
        return NULL;
    if (parser.token->type != EXPR_TOKEN_END) {
        expr_error(error, source, parser.token->span, keyword_hint(parser.token),
                   "stands where an operator or the end is expected");
        return NULL;
    }
    return root;
}
