// The SVG profile as rules: what each of them says would break, and in which client. A file that
// keeps them shows the same picture in all clients that were measured.
#pragma once

#include "base/report.h"

typedef enum {
#define RULE(id, name, severity, breaks) PROFILE_##id,
#include "profile/profile_rule_table.inc"
#undef RULE
    N_PROFILE_RULES
} ProfileRuleId;

typedef struct {
    const char *name;   /* "style-sheet" */
    Severity severity;  /* SEVERITY_ERROR or SEVERITY_WARNING */
    const char *breaks; /* what breaks where, a sentence without its subject's name */
} ProfileRule;

extern const ProfileRule profile_rules[N_PROFILE_RULES + 1]; /* ends with name NULL */

/* What was found against one rule. */
typedef struct {
    guint64 count; /* 0: nothing */
    guint line;    /* of the first, 0: the file as a whole */
    char *subject; /* the first: "<style>", "id=\"a\""; safe on one line */
} ProfileFinding;

/* By ProfileRuleId: a thousand faults of one kind are one thing to mend. */
typedef struct {
    ProfileFinding found[N_PROFILE_RULES];
} ProfileFindings;

ProfileFindings *profile_findings_new(void);
void profile_findings_free(ProfileFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ProfileFindings, profile_findings_free)

/* Counts a fault; of the first the subject is kept, made safe and cut. */
void profile_found(ProfileFindings *findings, ProfileRuleId rule, guint line, const char *subject);

/* Appends a remark a rule, in the order of lines. file is the name in its places. */
void profile_findings_report(const ProfileFindings *findings, const char *file, Report *report);
