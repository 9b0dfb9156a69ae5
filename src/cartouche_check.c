// The check of an SVG file, whoever wrote it.
#include "cartouche_figure.h"

#include "profile/xml_module.h"

bool
ct_check(const char *path, ct_report **ret_report, ct_error **error)
{
    Report *report = report_new();
    GError *inner = NULL;
    bool done = profile_check_file(path, report, &inner);

    *ret_report = (ct_report *)report;
    return done || error_give(error, inner);
}

void
ct_report_free(ct_report *report)
{
    if (report != NULL)
        report_free((Report *)report);
}
