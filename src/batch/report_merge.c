// Reports of several machines as one. Their figures are taken over as text: what a newer program
// says of them stays.
#include "batch/report_json.h"

#include "batch/report_write.h"
#include "io/json.h"
#include "io/whole_file.h"

#include <string.h>

#define MAX_REPORT (G_GUINT64_CONSTANT(1) << 30)

/* A figure as its report has it. */
typedef struct {
    char *name, *file; /* file NULL: no manifest */
    guint line;
    RunState state;
    char *text;         /* the whole object */
    char *text_of_work; /* without the seconds that it took */
    const char *report; /* the file that says so, borrowed */
    /* While it is read. */
    gboolean has_state;
    gsize begin, seconds, after_seconds;
} Told;

static void
told_free(gpointer data)
{
    Told *told = data;

    g_free(told->name);
    g_free(told->file);
    g_free(told->text);
    g_free(told->text_of_work);
    g_free(told);
}

static gboolean
not_a_report(Json *json, GError **error)
{
    error_set(error, ERROR_INPUT, json_where(json, json_offset(json)),
              "this is no report of a batch (cartouche batch --report writes one)");
    return FALSE;
}

static gboolean
told_read_state(Told *told, Json *json, GError **error)
{
    for (guint i = 0; i < RUN_STATE_COUNT; i++)
        if (json_text_is(json, run_state_name((RunState)i))) {
            told->state = (RunState)i;
            told->has_state = TRUE;
            return TRUE;
        }
    return not_a_report(json, error);
}

/* The member whose name is the last token. */
static gboolean
told_read_member(Told *told, Json *json, GError **error)
{
    g_autofree char *member = g_strdup(json_text(json, NULL));
    gsize at = json_offset(json);
    JsonToken token = json_next(json, error);

    if (strcmp(member, "seconds") == 0)
        told->seconds = at;
    if (token == JSON_STRING && strcmp(member, "name") == 0 && told->name == NULL)
        told->name = g_strdup(json_text(json, NULL));
    else if (token == JSON_STRING && strcmp(member, "file") == 0 && told->file == NULL)
        told->file = g_strdup(json_text(json, NULL));
    else if (token == JSON_NUMBER && strcmp(member, "line") == 0)
        told->line = (guint)CLAMP(json_number(json), 0, G_MAXUINT);
    else if (token == JSON_STRING && strcmp(member, "state") == 0)
        return told_read_state(told, json, error);
    else
        return token != JSON_ERROR && json_skip(json, token, error);
    return TRUE;
}

/* The object whose beginning is the last token. */
static gboolean
told_read(Told *told, Json *json, const char *text, GError **error)
{
    JsonToken token;

    told->begin = json_offset(json);
    while ((token = json_next(json, error)) == JSON_NAME) {
        if (told->seconds > 0 && told->after_seconds == 0)
            told->after_seconds = json_offset(json);
        if (!told_read_member(told, json, error))
            return FALSE;
    }
    if (token == JSON_ERROR)
        return FALSE;
    if (told->name == NULL || !told->has_state)
        return not_a_report(json, error);
    if (told->seconds > 0 && told->after_seconds == 0)
        told->after_seconds = json_offset(json);
    told->text = g_strndup(text + told->begin, json_offset(json) + 1 - told->begin);
    told->text_of_work = g_strdup_printf(
        "%.*s%s", (int)((told->seconds > 0 ? told->seconds : told->begin) - told->begin),
        told->text, told->text + (told->seconds > 0 ? told->after_seconds - told->begin : 0));
    return TRUE;
}

static gboolean
figures_read(GPtrArray *all, Json *json, const char *report, const char *text, GError **error)
{
    JsonToken token = json_next(json, error);

    if (token != JSON_ARRAY)
        return token != JSON_ERROR && not_a_report(json, error);
    while ((token = json_next(json, error)) == JSON_OBJECT) {
        Told *told = g_new0(Told, 1);

        g_ptr_array_add(all, told);
        told->report = report;
        if (!told_read(told, json, text, error))
            return FALSE;
    }
    return token == JSON_ARRAY_END || (token != JSON_ERROR && not_a_report(json, error));
}

static gboolean
report_read_members(GPtrArray *all, Json *json, const char *file, const char *text, GError **error)
{
    gboolean is_report = FALSE, has_figures = FALSE;
    JsonToken token;

    while ((token = json_next(json, error)) == JSON_NAME) {
        gboolean marks = json_text_is(json, "cartouche");

        if (json_text_is(json, "figures") && !has_figures) {
            has_figures = TRUE;
            if (!figures_read(all, json, file, text, error))
                return FALSE;
            continue;
        }
        token = json_next(json, error);
        is_report = is_report || (marks && token == JSON_STRING && json_text_is(json, "report"));
        if (token == JSON_ERROR || !json_skip(json, token, error))
            return FALSE;
    }
    if (token == JSON_ERROR || json_next(json, error) != JSON_DONE)
        return FALSE;
    return (is_report && has_figures) || not_a_report(json, error);
}

static gboolean
report_read(GPtrArray *all, const char *file, GError **error)
{
    g_autoptr(GBytes) bytes = whole_file_read(file, MAX_REPORT, "no batch says so much", error);
    g_autoptr(Json) json = NULL;
    const char *text;
    gsize length;
    JsonToken token;

    if (bytes == NULL)
        return FALSE;
    text = g_bytes_get_data(bytes, &length);
    json = json_new(file, text, length, JSON_DEPTH);
    token = json_next(json, error);
    if (token != JSON_OBJECT)
        return token != JSON_ERROR && not_a_report(json, error);
    return report_read_members(all, json, file, text, error);
}

static int
compare_told(gconstpointer a, gconstpointer b)
{
    const Told *one = *(Told *const *)a, *two = *(Told *const *)b;
    int order = g_strcmp0(one->file, two->file);

    if (order == 0)
        order = (one->line > two->line) - (one->line < two->line);
    return order != 0 ? order : strcmp(one->name, two->name);
}

/* Neighbours of one place and name are one figure. */
static gboolean
told_check(const Told *told, const Told *before, GError **error)
{
    g_autofree char *quoted = error_quote(told->name, -1, 60);

    if (strcmp(told->text_of_work, before->text_of_work) == 0)
        return TRUE;
    error_set(error, ERROR_INPUT, (Where){ .file = told->report },
              "it says other things of the figure \"%s\" than %s", quoted, before->report);
    return FALSE;
}

GBytes *
report_json_merge(const char *const *files, guint n, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(told_free);
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    RunTotals totals = { { 0 } };

    for (guint i = 0; i < n; i++)
        if (!report_read(all, files[i], error))
            return NULL;
    g_ptr_array_sort(all, compare_told); /* a stable one: of equals the first report's is first */
    for (guint i = 0; i < all->len; i++) {
        const Told *told = all->pdata[i];

        if (i > 0 && compare_told(&all->pdata[i], &all->pdata[i - 1]) == 0) {
            if (!told_check(told, all->pdata[i - 1], error))
                return NULL;
            continue;
        }
        totals.n[told->state]++;
        g_ptr_array_add(texts, told->text);
    }
    return report_write((const char *const *)texts->pdata, texts->len, &totals);
}
