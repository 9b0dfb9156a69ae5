// The corpus of odd files: each is drawn without a word, drawn with a warning, or refused, exactly
// as tests/odd/expected.tsv says; and the facts named there hold.
#include "data/csv_reader.h"
#include "data/facts.h"

#include <string.h>

#define ODD SOURCE_ROOT "/tests/odd/"

typedef struct {
    char *file, *outcome, *facts;
    int status;
} Case;

static void
assert_facts(const Case *odd, const char *facts)
{
    g_auto(GStrv) wanted = g_strsplit(odd->facts, ";", -1);
    g_autofree char *text = g_strdelimit(g_strdup(facts), "\t", ' ');
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; wanted[i] && wanted[i][0] != '\0'; i++) {
        gsize length = strlen(wanted[i]);
        gboolean found = FALSE;
        for (guint j = 0; lines[j] && !found; j++)
            found = strncmp(lines[j], wanted[i], length) == 0 &&
                    (lines[j][length] == '\0' || lines[j][length] == ' ');
        if (found)
            continue;
        g_test_message("%s: no \"%s\" in\n%s", odd->file, wanted[i], facts);
        g_test_fail();
    }
}

static void
test_case(gconstpointer data)
{
    const Case *odd = data;
    const CsvOptions options = { .delimiter = 0 };
    g_autoptr(Report) report = report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autofree char *path = g_strconcat(ODD, odd->file, NULL);
    g_autoptr(Table) table = csv_read_file(path, &options, report, &error);
    gboolean warned = report_count(report, SEVERITY_WARNING) > 0;

    g_assert_cmpstr(!table ? "refused" : warned ? "warned" : "drawn", ==, odd->outcome);
    g_assert_cmpint(error ? error->code : 0, ==, odd->status);
    if (error)
        g_assert_cmpstr(error_where(error).file, ==, path);
    if (!table)
        return;
    table_append_facts(table, facts);
    assert_facts(odd, facts->str);
}

static void
case_free(gpointer data)
{
    Case *odd = data;

    g_free(odd->file);
    g_free(odd->outcome);
    g_free(odd->facts);
    g_free(odd);
}

static void
add_case(const char *line)
{
    g_auto(GStrv) parts = g_strsplit(line, "\t", 4);
    g_autofree char *path = NULL;
    Case *odd;

    g_assert_cmpuint(g_strv_length(parts), ==, 4);
    odd = g_new0(Case, 1);
    *odd = (Case){
        .file = g_strdup(parts[0]),
        .outcome = g_strdup(parts[1]),
        .status = (int)g_ascii_strtoll(parts[2], NULL, 10),
        .facts = g_strdup(parts[3]),
    };
    path = g_strconcat("/odd/", odd->file, NULL);
    g_test_add_data_func_full(path, odd, test_case, case_free);
}

int
main(int argc, char **argv)
{
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    g_test_init(&argc, &argv, NULL);
    if (!g_file_get_contents(ODD "expected.tsv", &text, NULL, NULL))
        g_error("no %sexpected.tsv", ODD);
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 1; lines[i]; i++)
        if (lines[i][0] != '\0')
            add_case(lines[i]);
    return g_test_run();
}
