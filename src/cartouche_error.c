// Errors and remarks as the public API shows them. Both are the rooms' own objects behind an opaque
// name.
#include "cartouche_figure.h"

static const GError *
error_inner(const ct_error *error)
{
    return (const GError *)error;
}

bool
error_give(ct_error **error, GError *inner)
{
    if (error != NULL)
        *error = (ct_error *)inner;
    else
        g_error_free(inner);
    return false;
}

ct_error_code
ct_error_get_code(const ct_error *error)
{
    switch ((ErrorCode)error_inner(error)->code) {
    case ERROR_INPUT:
        return CT_ERROR_INPUT;
    case ERROR_USAGE:
        return CT_ERROR_USAGE;
    case ERROR_OUTPUT:
        return CT_ERROR_OUTPUT;
    case ERROR_LIMIT:
        return CT_ERROR_LIMIT;
    }
    return CT_ERROR_INPUT;
}

const char *
ct_error_message(const ct_error *error)
{
    return error_inner(error)->message;
}

const char *
ct_error_file(const ct_error *error)
{
    return error_where(error_inner(error)).file;
}

unsigned
ct_error_line(const ct_error *error)
{
    return error_where(error_inner(error)).line;
}

unsigned
ct_error_field(const ct_error *error)
{
    return error_where(error_inner(error)).field;
}

void
ct_error_free(ct_error *error)
{
    if (error != NULL)
        g_error_free((GError *)error);
}

static const ReportEntry *
report_at(const ct_report *report, unsigned index)
{
    return report_entry((const Report *)report, index);
}

unsigned
ct_report_length(const ct_report *report)
{
    return report_length((const Report *)report);
}

ct_severity
ct_report_severity(const ct_report *report, unsigned index)
{
    switch (report_at(report, index)->severity) {
    case SEVERITY_NOTE:
        return CT_NOTE;
    case SEVERITY_WARNING:
        return CT_WARNING;
    case SEVERITY_ERROR:
        return CT_ERROR;
    }
    g_assert_not_reached();
}

const char *
ct_report_text(const ct_report *report, unsigned index)
{
    return report_at(report, index)->text;
}

const char *
ct_report_file(const ct_report *report, unsigned index)
{
    return report_at(report, index)->file;
}

unsigned
ct_report_line(const ct_report *report, unsigned index)
{
    return report_at(report, index)->line;
}

unsigned
ct_report_field(const ct_report *report, unsigned index)
{
    return report_at(report, index)->field;
}

unsigned long long
ct_report_count(const ct_report *report, unsigned index)
{
    return report_at(report, index)->count;
}
