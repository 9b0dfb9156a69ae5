// The whole input is an SVG, or what somebody took for one.
#include "fuzz.h"
#include "profile/xml_module.h"

#include <string.h>

extern const XmlModule cartouche_xml;

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(ProfileFindings) findings = profile_findings_new();
    g_autoptr(Report) report = report_new();
    guint line;
    ProfileOutcome outcome = cartouche_xml.check((const char *)data, size, SCHEMA, findings, &line);

    g_assert_cmpint(outcome, !=, PROFILE_SCHEMA_BROKEN);
    profile_findings_report(findings, "fuzz.svg", report);
    for (guint i = 0; i < report_length(report); i++) {
        const char *text = report_entry(report, i)->text;

        g_assert_true(g_utf8_validate(text, -1, NULL));
        g_assert_null(strchr(text, '\n'));
    }
    return 0;
}
