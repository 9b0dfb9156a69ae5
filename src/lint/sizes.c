// How texts look: their sizes, their direction, what they lost.
#include "lint/lint_work.h"

#include <string.h>

#define MOST_SIZES 7
#define MOST_DIGITS 4

void
lint_small_text(Lint *lint)
{
    double least = lint->facts->least_text;
    const LintItem *smallest = NULL;
    guint n = 0;

    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);

        if (text->node->text.style.size >= least - 0.01)
            continue;
        n++;
        if (smallest == NULL || text->node->text.style.size < smallest->node->text.style.size)
            smallest = text;
    }
    if (n > 0)
        lint_add_at(lint, smallest, "%u text%s smaller than %g px, down to %g px: \"%s\"", n,
                    n == 1 ? " is" : "s are", least, smallest->node->text.style.size,
                    lint_words(smallest));
}

static void
order_check(Lint *lint, Role upper, Role lower, const char *claim)
{
    for (guint i = 0; i < lint->texts->len; i++)
        for (guint k = 0; k < lint->texts->len; k++) {
            const LintItem *a = LINT_TEXT(lint, i), *b = LINT_TEXT(lint, k);

            if (lint_has_role(a, upper) && lint_has_role(b, lower) &&
                a->node->text.style.size < b->node->text.style.size) {
                lint_add_at(lint, b, "%s: \"%s\" has %g px and \"%s\" %g px", claim, lint_words(a),
                            a->node->text.style.size, lint_words(b), b->node->text.style.size);
                return;
            }
        }
}

/* One finding a pair of roles: a theme sets sizes for all texts of a role. */
void
lint_text_order(Lint *lint)
{
    order_check(lint, ROLE_HEADING, ROLE_LEGEND, "the key is larger than the heading");
    order_check(lint, ROLE_HEADING, ROLE_ANNOTATION, "a note is larger than the heading");
    order_check(lint, ROLE_HEADING, ROLE_FOOTER, "the source is larger than the heading");
    order_check(lint, ROLE_LABELS, ROLE_FOOTER, "the source is larger than a label");
}

void
lint_text_sizes(Lint *lint)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < lint->texts->len; i++)
        g_hash_table_add(
            sizes, GINT_TO_POINTER((gint)(LINT_TEXT(lint, i)->node->text.style.size * 100 + 0.5)));
    if (g_hash_table_size(sizes) > MOST_SIZES)
        lint_add(lint, "figure", "text has %u sizes; %d are enough", g_hash_table_size(sizes),
                 MOST_SIZES);
}

void
lint_rotated_text(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++)
        if (LINT_TEXT(lint, i)->node->text.angle != 0)
            lint_add_at(lint, LINT_TEXT(lint, i), "\"%s\" is not horizontal",
                        lint_words(LINT_TEXT(lint, i)));
}

void
lint_cut_text(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++)
        if (g_str_has_suffix(lint_words(LINT_TEXT(lint, i)), "…"))
            lint_add_at(lint, LINT_TEXT(lint, i), "\"%s\" is cut for want of room",
                        lint_words(LINT_TEXT(lint, i)));
}

/* "120000" and "US$ 120000", but not a name that holds a number. */
static gboolean
is_long_number(const char *text)
{
    gsize run = 0, longest = 0;
    const char *point = strchr(text, '.');

    for (const char *p = text; *p != '\0' && p != point; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isalpha(c))
            return FALSE;
        run = g_ascii_isdigit(*p) ? run + 1 : 0;
        longest = MAX(longest, run);
    }
    return longest > MOST_DIGITS;
}

static gboolean
is_category(const LintFacts *facts, const char *text)
{
    for (guint i = 0; i < facts->n_categories; i++)
        if (g_strcmp0(facts->categories[i].name, text) == 0)
            return TRUE;
    for (guint i = 0; i < facts->n_series; i++)
        if (g_strcmp0(facts->series[i].name, text) == 0)
            return TRUE;
    return FALSE;
}

void
lint_long_number(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);

        if (text->role == ROLE_LABELS && is_long_number(lint_words(text)) &&
            !is_category(lint->facts, lint_words(text)))
            lint_add_at(lint, text,
                        "\"%s\" is hard to read; thousands marks or one multiplier for all help",
                        lint_words(text));
    }
}
