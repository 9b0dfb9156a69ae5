#include "profile/xml_module.h"

#include "io/module.h"
#include "io/whole_file.h"

#include <string.h>

#define MODULE_FILE "xml.so"
#define MODULE_SYMBOL "cartouche_xml"
#define SCHEMA_FILE "profile.rng"

/* Written once, under once; read only afterwards. */
static const XmlModule *module;
static char *why_not;

static void
find_module(void)
{
    const XmlModule *found = module_open(MODULE_FILE, MODULE_SYMBOL, &why_not);

    if (found != NULL && found->version != XML_API_VERSION)
        why_not = g_strdup(MODULE_FILE " is of another version");
    else
        module = found;
}

static const XmlModule *
xml_module_open(GError **error)
{
    static gsize once;

    if (g_once_init_enter(&once)) {
        find_module();
        g_once_init_leave(&once, 1);
    }
    if (module == NULL)
        error_set(error, ERROR_INPUT, WHERE_NONE, "SVG files cannot be checked: %s", why_not);
    return module;
}

static gboolean
outcome_report(ProfileOutcome outcome, Where where, const char *schema, GError **error)
{
    switch (outcome) {
    case PROFILE_READ:
        return TRUE;
    case PROFILE_TOO_DEEP:
        error_set(error, ERROR_LIMIT, where,
                  "elements nest more than %d deep; librsvg refuses such a file",
                  PROFILE_MAX_DEPTH);
        return FALSE;
    case PROFILE_TOO_MANY:
        error_set(error, ERROR_LIMIT, where,
                  "the file has more than %u elements; librsvg refuses it", PROFILE_MAX_ELEMENTS);
        return FALSE;
    case PROFILE_SCHEMA_BROKEN:
        error_set(error, ERROR_INPUT, (Where){ .file = schema }, "this is no schema");
        return FALSE;
    }
    g_assert_not_reached();
}

gboolean
profile_check_file(const char *file, Report *report, GError **error)
{
    const XmlModule *xml = xml_module_open(error);
    g_autoptr(ProfileFindings) findings = profile_findings_new();
    g_autofree char *schema = NULL;
    g_autoptr(GBytes) bytes = NULL;
    const char *text;
    gsize length;
    ProfileOutcome outcome;
    guint line = 0;

    if (xml == NULL)
        return FALSE;
    schema = module_data_file(SCHEMA_FILE);
    if (schema == NULL) {
        error_set(error, ERROR_INPUT, WHERE_NONE,
                  "SVG files cannot be checked: " SCHEMA_FILE " is not there");
        return FALSE;
    }
    bytes = whole_file_read(strcmp(file, "-") == 0 ? "/dev/stdin" : file, PROFILE_MAX_BYTES,
                            "no viewer opens such a picture", error);
    if (bytes == NULL)
        return FALSE;
    text = g_bytes_get_data(bytes, &length);
    outcome = xml->check(text, length, schema, findings, &line);
    profile_findings_report(findings, file, report);
    return outcome_report(outcome, (Where){ .file = file, .line = line }, schema, error);
}
