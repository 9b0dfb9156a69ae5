#include "tally.h"

#include <stdio.h>
#include <string.h>

/* So many findings of one kind are printed; the list has all of them. */
#define MOST_PRINTED 12

typedef struct {
    char *key; /* "rule chart" */
    char *text;
} TallyLine;

struct Tally {
    char *list;
    GPtrArray *lines;   /* TallyLine * */
    GHashTable *counts; /* "chart rule" to number */
    GHashTable *seen;   /* "figure rule" */
};

static void
tally_line_free(gpointer data)
{
    TallyLine *line = data;

    g_free(line->key);
    g_free(line->text);
    g_free(line);
}

Tally *
tally_new(const char *list)
{
    Tally *tally = g_new0(Tally, 1);

    tally->list = g_strdup(list);
    tally->lines = g_ptr_array_new_with_free_func(tally_line_free);
    tally->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tally->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return tally;
}

void
tally_free(Tally *tally)
{
    if (tally == NULL)
        return;
    g_ptr_array_unref(tally->lines);
    g_hash_table_unref(tally->counts);
    g_hash_table_unref(tally->seen);
    g_free(tally->list);
    g_free(tally);
}

gboolean
tally_counts(const LintFinding *finding)
{
    static const char *const names[] = { "overlap", "off-page",      "covers",
                                         "ground",  "text-contrast", "mark-contrast" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(finding->rule->name, names[i]) == 0)
            return TRUE;
    return strstr(finding->text, "no room on the page") != NULL;
}

static guint
tally_count(const Tally *tally, const char *key)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(tally->counts, key));
}

static void
tally_count_up(Tally *tally, const char *chart, const char *figure, const char *rule)
{
    char *seen = g_strdup_printf("%s %s", figure, rule);
    char *key;

    if (!g_hash_table_add(tally->seen, seen))
        return;
    key = g_strdup_printf("%s %s", chart, rule);
    g_hash_table_insert(tally->counts, key, GUINT_TO_POINTER(tally_count(tally, key) + 1));
}

void
tally_add(Tally *tally, const char *chart, const char *figure, const char *theme,
          const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const LintFinding *finding = findings->pdata[i];
        const char *rule = finding->rule->name;
        TallyLine *line;

        if (!tally_counts(finding))
            continue;
        line = g_new0(TallyLine, 1);
        line->key = g_strdup_printf("%s %s", rule, chart);
        line->text = g_strdup_printf("%s\t%s\t%s %s\t%s\t%s", rule, chart, figure, theme,
                                     finding->where, finding->text);
        g_ptr_array_add(tally->lines, line);
        tally_count_up(tally, chart, figure, rule);
    }
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    const TallyLine *left = *(TallyLine *const *)a, *right = *(TallyLine *const *)b;
    int order = strcmp(left->key, right->key);

    return order != 0 ? order : strcmp(left->text, right->text);
}

static int
compare_keys(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "chart rule" of everything counted or allowed, sorted. */
static GPtrArray *
tally_keys(const Tally *tally, GHashTable *allowed)
{
    GPtrArray *keys = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, tally->counts);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        g_ptr_array_add(keys, key);
    g_hash_table_iter_init(&iter, allowed);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (!g_hash_table_contains(tally->counts, key))
            g_ptr_array_add(keys, key);
    g_ptr_array_sort(keys, compare_keys);
    return keys;
}

static int
compare_counts(gconstpointer a, gconstpointer b, gpointer data)
{
    guint left = tally_count(data, *(char *const *)a), right = tally_count(data, *(char *const *)b);

    return left != right ? (left < right ? 1 : -1) : compare_keys(a, b);
}

static void
tally_write_list(Tally *tally, GPtrArray *keys)
{
    g_autoptr(GString) out = g_string_new("# Biggest offenders: count, chart, rule.\n");

    g_ptr_array_sort_with_data(keys, compare_counts, tally);
    for (guint i = 0; i < keys->len; i++)
        if (tally_count(tally, keys->pdata[i]) > 0)
            g_string_append_printf(out, "%5u %s\n", tally_count(tally, keys->pdata[i]),
                                   (char *)keys->pdata[i]);
    g_string_append(out, "# Every one: rule, chart, figure with size and theme, place, texts.\n");
    for (guint i = 0; i < tally->lines->len; i++)
        g_string_append_printf(out, "%s\n", ((TallyLine *)tally->lines->pdata[i])->text);
    g_assert_true(g_file_set_contents(tally->list, out->str, (gssize)out->len, NULL));
}

static GHashTable *
allowed_read(const char *path)
{
    GHashTable *allowed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return allowed;
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char *blank = strrchr(lines[i], ' ');

        if (blank == NULL || lines[i][0] == '#')
            continue;
        g_hash_table_insert(allowed, g_strndup(lines[i], (gsize)(blank - lines[i])),
                            GUINT_TO_POINTER((guint)g_ascii_strtoull(blank + 1, NULL, 10)));
    }
    return allowed;
}

static void
allowed_write(const Tally *tally, GHashTable *allowed, const GPtrArray *keys, const char *path)
{
    g_autoptr(GString) out = g_string_new(
        "# What the check still finds in charts that are not done: chart, rule, count. Counts only "
        "fall;\n# CARTOUCHE_UPDATE=1 renews this file.\n");

    for (guint i = 0; i < keys->len; i++) {
        guint most = GPOINTER_TO_UINT(g_hash_table_lookup(allowed, keys->pdata[i]));
        guint count = MIN(most, tally_count(tally, keys->pdata[i]));

        if (count > 0)
            g_string_append_printf(out, "%s %u\n", (char *)keys->pdata[i], count);
    }
    g_assert_true(g_file_set_contents(path, out->str, (gssize)out->len, NULL));
}

/* The findings of one chart and rule. */
static void
tally_print(const Tally *tally, const char *chart_and_rule)
{
    g_auto(GStrv) parts = g_strsplit(chart_and_rule, " ", 2);
    g_autofree char *key = g_strdup_printf("%s %s", parts[1], parts[0]);
    guint printed = 0;

    for (guint i = 0; i < tally->lines->len && printed < MOST_PRINTED; i++) {
        const TallyLine *line = tally->lines->pdata[i];

        if (strcmp(line->key, key) != 0)
            continue;
        g_test_message("  %s", line->text);
        printed++;
    }
}

gboolean
tally_holds(Tally *tally, const char *path, guint slack)
{
    g_autoptr(GHashTable) allowed = allowed_read(path);
    g_autoptr(GPtrArray) keys = tally_keys(tally, allowed);
    gboolean holds = TRUE;

    g_ptr_array_sort(tally->lines, compare_lines);
    for (guint i = 0; i < keys->len; i++) {
        guint most = GPOINTER_TO_UINT(g_hash_table_lookup(allowed, keys->pdata[i]));
        guint count = tally_count(tally, keys->pdata[i]);

        if (count <= most + (slack > 0 ? MAX(slack, most / 6) : 0))
            continue;
        holds = FALSE;
        g_test_message("%s: %u found, %u allowed; all of them: %s", (char *)keys->pdata[i], count,
                       most, tally->list);
        tally_print(tally, keys->pdata[i]);
    }
    if (g_getenv("CARTOUCHE_UPDATE") != NULL)
        allowed_write(tally, allowed, keys, path);
    tally_write_list(tally, keys);
    return holds;
}
