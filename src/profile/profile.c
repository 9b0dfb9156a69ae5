#include "profile/profile.h"

#define MOST_SUBJECT 100

const ProfileRule profile_rules[] = {
#define RULE(id, name, severity, breaks) { name, SEVERITY_##severity, breaks },
#include "profile/profile_rule_table.inc"
#undef RULE
    { NULL, SEVERITY_NOTE, NULL },
};

ProfileFindings *
profile_findings_new(void)
{
    return g_new0(ProfileFindings, 1);
}

void
profile_findings_free(ProfileFindings *findings)
{
    for (guint i = 0; i < N_PROFILE_RULES; i++)
        g_free(findings->found[i].subject);
    g_free(findings);
}

void
profile_found(ProfileFindings *findings, ProfileRuleId rule, guint line, const char *subject)
{
    ProfileFinding *finding = &findings->found[rule];

    if (finding->count++ > 0)
        return;
    finding->line = line;
    finding->subject = error_quote(subject, -1, MOST_SUBJECT);
}

static void
report_finding(const ProfileFinding *finding, const ProfileRule *rule, const char *file,
               Report *report)
{
    Where where = { .file = file, .line = finding->line };

    if (finding->count == 1)
        report_add(report, rule->severity, where, 1, "%s: %s [%s]", finding->subject, rule->breaks,
                   rule->name);
    else
        report_add(report, rule->severity, where, finding->count,
                   "%s: %s; %" G_GUINT64_FORMAT " in all [%s]", finding->subject, rule->breaks,
                   finding->count, rule->name);
}

void
profile_findings_report(const ProfileFindings *findings, const char *file, Report *report)
{
    guint order[N_PROFILE_RULES], n = 0;

    for (guint i = 0; i < N_PROFILE_RULES; i++) {
        guint at = n;

        if (findings->found[i].count == 0)
            continue;
        for (; at > 0 && findings->found[order[at - 1]].line > findings->found[i].line; at--)
            order[at] = order[at - 1];
        order[at] = i;
        n++;
    }
    for (guint i = 0; i < n; i++)
        report_finding(&findings->found[order[i]], &profile_rules[order[i]], file, report);
}
