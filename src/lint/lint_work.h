// What the rules share: the scene as a list, and the way to say what was found. Private to lint.
#pragma once

#include "lint/lint.h"

/* A leaf of the scene, with what the groups around it say. */
typedef struct {
    const SceneNode *node;
    const SceneNode *group; /* the innermost group */
    const SceneNode *mark;  /* the innermost group of a mark; NULL: none */
    const SceneNode *panel; /* NULL: none */
    Role role;              /* of the innermost group that has one */
    guint roles;            /* of all groups around it: bit 1u << role */
    Rect box;               /* as drawn; texts: the ink of their letters, see text_ink_box() */
} LintItem;

struct Lint {
    const Scene *scene;
    const LintFacts *facts;
    const Report *report;
    GArray *items;        /* LintItem, in painting order */
    GArray *texts;        /* guint, index of each text among the items */
    Color background;     /* of the page, opaque */
    const LintRule *rule; /* the one that is being asked */
    GPtrArray *findings;
    guint most, n_found; /* of this rule */
};

#define LINT_ITEM(lint, i) (&g_array_index((lint)->items, LintItem, (i)))
#define LINT_TEXT(lint, i) LINT_ITEM(lint, g_array_index((lint)->texts, guint, (i)))

/* where: a part of the figure; not item. */
void lint_add(Lint *lint, const char *where, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* Found at an item of the scene. */
void lint_add_at(Lint *lint, const LintItem *item, const char *format, ...) G_GNUC_PRINTF(3, 4);

static inline gboolean
lint_has_role(const LintItem *item, Role role)
{
    return (item->roles & 1u << role) != 0;
}

/* Marks of the data, not those of a key nor the guides among them, nor the land under them. */
static inline gboolean
lint_is_mark(const LintItem *item)
{
    return (item->roles & (1u << ROLE_MARKS | 1u << ROLE_MARK)) != 0 &&
           !(item->roles &
             (1u << ROLE_LEGEND | 1u << ROLE_GRID | 1u << ROLE_AXIS | 1u << ROLE_GROUND));
}

static inline const char *
lint_words(const LintItem *item)
{
    return item->node->text.text;
}

#define LINT(rule, severity, function, summary) void function(Lint *lint);
#include "lint/lint_table.inc"
#undef LINT
