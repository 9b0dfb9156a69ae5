#include "plot/frame_shape.h"

#include "plot/rename.h"

#include <string.h>

/* The rows to begin with. Folding repeated each row for every column: where the series it made are
 * no channel of the new frame, the first of them stands for all. */
static Table *
beside_rows(const Frame *frame, guint keeps)
{
    const Column *series = frame->folds ? table_find(frame->rows, "series") : NULL;
    g_autofree gsize *rows = NULL;
    gsize n = 0;

    for (guint c = 0; series != NULL && c < CHANNEL_COUNT; c++)
        if ((keeps & 1u << c) != 0 && g_strcmp0(frame->keys[c], "series") == 0)
            series = NULL;
    if (series == NULL)
        return table_ref(frame->rows);
    rows = g_new(gsize, series->length + 1);
    for (gsize i = 0; i < series->length; i++)
        if (series->codes[i] == series->codes[0])
            rows[n++] = i;
    return table_take(frame->rows, rows, n);
}

static GPtrArray *
beside_key_term(const char *name)
{
    const char *const names[] = { name, NULL };

    return channel_expr_parse(CHANNEL_X, name, names, NULL);
}

/* What the user typed says --layer and the channel, not the channel alone. */
static void
beside_explain(GError **error)
{
    char *message;

    if (error == NULL || *error == NULL || !g_str_has_prefix((*error)->message, "--"))
        return;
    message = g_strdup_printf("--layer: %s", (*error)->message + strlen("--"));
    g_free((*error)->message);
    (*error)->message = message;
}

/* --top has summed what was a plain column of the main measure. */
static void
beside_sum(const FrameWork *work, ChannelTerm *term)
{
    const Column *column = term->name != NULL ? table_find(work->table, term->name) : NULL;

    if (work->spec->top > 0 && term->kind == TERM_COLUMN && column != NULL &&
        column->type == COLUMN_NUMBER) {
        term->kind = TERM_AGGREGATE;
        term->aggregate = AGGREGATE_SUM;
    }
}

static gboolean
beside_terms(FrameWork *work, const Frame *frame, const char *const exprs[CHANNEL_COUNT],
             guint keeps, GError **error)
{
    g_autofree const char **names = table_names(work->table);

    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        if (exprs[c] == NULL) {
            if ((keeps & 1u << c) != 0 && frame->keys[c] != NULL)
                work->terms[c] = beside_key_term(frame->keys[c]);
            continue;
        }
        work->terms[c] = channel_expr_parse((Channel)c, exprs[c], names, error);
        if (work->terms[c] == NULL)
            return FALSE;
        if (work->terms[c]->len > 1) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--%s: a layer shows one column; several need a --layer each",
                      channel_name((Channel)c));
            return FALSE;
        }
        beside_sum(work, work->terms[c]->pdata[0]);
    }
    return TRUE;
}

/* What is measured stands on the channel of the values, whatever else holds numbers. */
static void
beside_say(FrameWork *work, Channel value)
{
    const ChannelTerm *term = work->terms[value]->pdata[0];

    g_free(work->frame->measure);
    g_free(work->frame->measure_title);
    work->frame->measure = g_strdup(term->name);
    work->frame->measure_title = frame_term_title(work->spec, term);
}

char *
frame_expr_title(const Frame *frame, const Spec *spec, const char *expr)
{
    g_autofree const char **names = table_names(frame->rows);
    g_autoptr(GPtrArray) terms = channel_expr_parse(CHANNEL_Y, expr, names, NULL);

    return terms != NULL ? frame_term_title(spec, terms->pdata[0]) : NULL;
}

Frame *
frame_beside(const Frame *frame, const Spec *spec, const char *const exprs[CHANNEL_COUNT],
             Channel value, guint keeps, Report *report, GError **error)
{
    g_auto(FrameWork) work = {
        .spec = spec, .report = report, .table = beside_rows(frame, keeps), .folds = frame->folds
    };
    char *names[CHANNEL_COUNT] = { NULL };
    gboolean ok;

    work.kept = table_ref(work.table);
    work.frame = g_new0(Frame, 1);
    work.frame->adds_up = TRUE;
    ok = beside_terms(&work, frame, exprs, keeps, error) && frame_resolve(&work, names, error) &&
         frame_group(&work, names, error);
    if (ok) {
        /* The main frame has said what --rename and --order do not find. */
        frame_take_table(&work,
                         rename_apply(spec, work.table, names, frame->folds ? "series" : NULL,
                                      &work.frame->found, NULL));
        frame_say(&work, names);
        beside_say(&work, exprs[value] != NULL ? value : CHANNEL_LOW);
        work.frame->table = g_steal_pointer(&work.table);
        ok = frame_windows(work.frame, spec, report, error);
    }
    if (!ok)
        beside_explain(error);
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        g_free(names[c]);
    return ok ? g_steal_pointer(&work.frame) : NULL;
}
