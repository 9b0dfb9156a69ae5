// Scenes from a few lines of their text form, and what the check says of them.
#pragma once

#include "lint/lint.h"

#include <string.h>

#define PAGE                                            \
    "scene 400 300 background #fff text #222 size 12\n" \
    "title \"T\"\n"                                     \
    "description \"Bar chart of five values.\"\n"

/* Facts of a figure that keeps every rule. */
static inline LintFacts *
good_facts(void)
{
    LintFacts *facts = lint_facts_new();

    facts->chart = "bar";
    facts->title = "Five values rose";
    facts->subtitle = "Percent of answers";
    facts->source = "A ministry";
    facts->least_text = 12;
    facts->muted = COLOR_RGB(0xb4bcc4);
    return facts;
}

/* The findings, a line each: "rule where: text". Frees the facts. */
static inline char *
findings_of(const char *nodes, LintFacts *facts)
{
    g_autofree char *text = g_strconcat(PAGE, nodes, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Scene) scene = scene_from_text(text, &error);
    g_autoptr(Report) report = report_new();
    g_autoptr(LintFacts) own = facts != NULL ? facts : good_facts();
    g_autoptr(GPtrArray) findings = NULL;
    GString *out = g_string_new(NULL);

    g_assert_no_error(error);
    findings = lint_run(scene, own, report, 0);
    for (guint i = 0; i < findings->len; i++) {
        const LintFinding *finding = findings->pdata[i];

        g_string_append_printf(out, "%s%s %s: %s", i > 0 ? "\n" : "", finding->rule->name,
                               finding->where, finding->text);
    }
    return g_string_free(out, FALSE);
}

#define ASSERT_FINDINGS(nodes, facts, expected)                      \
    do {                                                             \
        g_autofree char *found_here = findings_of((nodes), (facts)); \
        g_assert_cmpstr(found_here, ==, (expected));                 \
    } while (0)
