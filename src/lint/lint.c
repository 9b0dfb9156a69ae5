#include "lint/lint.h"

#include "lint/ink.h"
#include "lint/lint_work.h"

#include <stdarg.h>

const LintRule lint_rules[] = {
#define LINT(rule, severity, function, summary) { rule, SEVERITY_##severity, summary, function },
#include "lint/lint_table.inc"
#undef LINT
    { .name = NULL },
};

LintFacts *
lint_facts_new(void)
{
    LintFacts *facts = g_new0(LintFacts, 1);

    facts->arena = arena_new();
    facts->background = COLOR_RGB(0xffffff);
    facts->x.least = facts->y.least = NAN;
    return facts;
}

void
lint_facts_free(LintFacts *facts)
{
    if (facts == NULL)
        return;
    arena_free(facts->arena);
    g_free(facts);
}

static void
lint_finding_free(LintFinding *finding)
{
    if (finding == NULL)
        return;
    g_free(finding->where);
    g_free(finding->text);
    g_free(finding);
}

/* Beyond the most that a rule may say, the last finding counts the rest. */
static void
lint_take(Lint *lint, char *where, char *text)
{
    LintFinding *finding;

    lint->n_found++;
    if (lint->most > 0 && lint->n_found > lint->most) {
        finding = lint->findings->pdata[lint->findings->len - 1];
        g_free(finding->where);
        g_free(finding->text);
        finding->where = g_strdup("figure");
        finding->text = g_strdup_printf("%u more like these", lint->n_found - lint->most + 1);
        g_free(where);
        g_free(text);
        return;
    }
    finding = g_new0(LintFinding, 1);
    *finding = (LintFinding){ .rule = lint->rule, .where = where, .text = text };
    g_ptr_array_add(lint->findings, finding);
}

void
lint_add(Lint *lint, const char *where, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    lint_take(lint, g_strdup(where), g_strdup_vprintf(format, args));
    va_end(args);
}

void
lint_add_at(Lint *lint, const LintItem *item, const char *format, ...)
{
    const char *role = role_name(item->role);
    va_list args;

    va_start(args, format);
    lint_take(
        lint,
        g_strdup_printf("%s@%.0f,%.0f", role != NULL ? role : "figure", item->box.x, item->box.y),
        g_strdup_vprintf(format, args));
    va_end(args);
}

static void
lint_collect(Lint *lint, const SceneNode *group, LintItem around)
{
    if (group->group.role != ROLE_NONE) {
        around.role = group->group.role;
        around.roles |= 1u << group->group.role;
    }
    around.group = group;
    if (group->group.role == ROLE_MARK)
        around.mark = group;
    if (group->group.role == ROLE_PANEL)
        around.panel = group;
    for (const SceneNode *node = group->group.first; node != NULL; node = node->next) {
        LintItem item = around;

        if (node->kind == NODE_GROUP) {
            lint_collect(lint, node, around);
            continue;
        }
        item.node = node;
        item.box = node->kind == NODE_TEXT ? text_ink_box(node, 0) : scene_node_bounds(node);
        if (node->kind == NODE_TEXT)
            g_array_append_val(lint->texts, lint->items->len);
        g_array_append_val(lint->items, item);
    }
}

GPtrArray *
lint_run(const Scene *scene, const LintFacts *facts, const Report *report, guint most)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(LintItem));
    g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(guint));
    Lint lint = {
        .scene = scene,
        .facts = facts,
        .report = report,
        .items = items,
        .texts = texts,
        .background = scene->background.a == 255 ? scene->background : facts->background,
        .findings = g_ptr_array_new_with_free_func((GDestroyNotify)lint_finding_free),
        .most = most,
    };

    lint_collect(&lint, scene->root, (LintItem){ .role = ROLE_NONE });
    for (lint.rule = lint_rules; lint.rule->name != NULL; lint.rule++) {
        lint.n_found = 0;
        lint.rule->check(&lint);
    }
    return lint.findings;
}
