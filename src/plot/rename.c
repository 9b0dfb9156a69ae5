#include "plot/rename.h"

#include "plot/frame.h"
#include "plot/option.h"

#include <string.h>

/* "OLD=NEW": OLD ends at the first '=' that is not part of it as a known name; names seldom hold
 * one. */
static const char *
rename_split(const char *pair, gsize *ret_length)
{
    const char *equals = strchr(pair, '=');

    if (equals == NULL)
        return NULL;
    *ret_length = (gsize)(equals - pair);
    return equals + 1;
}

const char *
rename_find(const Spec *spec, const char *old)
{
    for (guint i = 0; spec->rename != NULL && i < spec->rename->len; i++) {
        gsize length;
        const char *name = rename_split(spec->rename->pdata[i], &length);

        if (name != NULL && strlen(old) == length &&
            strncmp(spec->rename->pdata[i], old, length) == 0)
            return name;
    }
    return NULL;
}

/* The list behind "COL=" for a column, or NULL. */
static const char *
rename_order_of(const Spec *spec, const char *column)
{
    for (guint i = 0; spec->order != NULL && i < spec->order->len; i++) {
        gsize length;
        const char *list = rename_split(spec->order->pdata[i], &length);

        if (list != NULL && strlen(column) == length &&
            strncmp(spec->order->pdata[i], column, length) == 0)
            return list;
    }
    return NULL;
}

/* What the names of a column are. */
typedef enum {
    NAMES_OF_CELLS,
    NAMES_OF_HEADERS, /* that became series by folding */
    NAMES_OF_PLACES,  /* looked up as they were written, and renamed by the map */
} NameKind;

/* Headers read as titles do. */
static char *
rename_new_name(const Spec *spec, const char *old, NameKind kind)
{
    const char *new = kind != NAMES_OF_PLACES ? rename_find(spec, old) : NULL;

    if (new != NULL)
        return g_strdup(new);
    return kind == NAMES_OF_HEADERS ? frame_title_of(old) : g_strdup(old);
}

/* Interns the names of --order first; a name may be the old or the new one. */
static void
rename_intern_order(const Spec *spec, const Column *from, Column *to, NameKind kind, Report *report)
{
    const char *list = rename_order_of(spec, from->name);
    g_autoptr(GPtrArray) wanted = list != NULL ? option_split_list(list) : NULL;
    g_autofree gboolean *used = g_new0(gboolean, from->levels->len + 1);

    if (wanted == NULL)
        return;
    for (gsize i = 0; i < from->length; i++)
        if (from->codes[i] >= 0)
            used[from->codes[i]] = TRUE;
    for (guint i = 0; i < wanted->len; i++) {
        gboolean found = FALSE;

        for (guint k = 0; k < from->levels->len; k++) {
            const char *old = from->levels->pdata[k];
            g_autofree char *new = rename_new_name(spec, old, kind);

            if (!used[k] ||
                (strcmp(old, wanted->pdata[i]) != 0 && g_strcmp0(new, wanted->pdata[i]) != 0))
                continue;
            column_intern(to, new, -1);
            found = TRUE;
        }
        if (!found) {
            g_autofree const char **names = g_new0(const char *, from->levels->len + 1);
            g_autofree char *near = NULL;

            for (guint k = 0; k < from->levels->len; k++)
                names[k] = from->levels->pdata[k];
            near = error_suggest(wanted->pdata[i], names);
            report_add(report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--order: nothing in column \"%s\" is called \"%s\"%s", from->name,
                       (char *)wanted->pdata[i], near);
        }
    }
}

/* Names that a reader cannot tell apart are two categories all the same: it is said. */
static void
rename_report_twins(const Column *column, NameKind kind, Report *report)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint k = 0; k < column->levels->len; k++) {
        char *plain = g_utf8_normalize(column->levels->pdata[k], -1, G_NORMALIZE_NFC);

        /* Of cells that differ in blanks the reader has spoken. */
        if (kind == NAMES_OF_HEADERS)
            g_strstrip(plain);
        if (g_hash_table_contains(seen, plain))
            report_add(report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "column \"%s\": two names look like \"%s\" (blanks or accents differ); "
                       "--rename joins them",
                       column->name, plain);
        g_hash_table_add(seen, plain);
    }
}

/* Names that keep their words, their order and their places need no column of their own. */
static gboolean
rename_keeps(const Spec *spec, const Column *from, NameKind kind, const gboolean *used)
{
    if (kind == NAMES_OF_HEADERS || (spec->rename != NULL && spec->rename->len > 0) ||
        (spec->order != NULL && spec->order->len > 0))
        return FALSE;
    for (guint k = 0; k < from->levels->len; k++)
        if (!used[k])
            return FALSE;
    return TRUE;
}

static Column *
rename_column(const Spec *spec, const Column *from, NameKind kind, Report *report)
{
    g_autofree gint32 *codes = g_new(gint32, from->levels->len + 1);
    g_autofree gboolean *used = g_new0(gboolean, from->levels->len + 1);
    Column *to;

    for (gsize i = 0; i < from->length; i++)
        if (from->codes[i] >= 0)
            used[from->codes[i]] = TRUE;
    if (rename_keeps(spec, from, kind, used)) {
        rename_report_twins(from, kind, report);
        return column_ref(from);
    }
    to = column_new(from->name, COLUMN_TEXT, from->length);
    to->field = from->field;
    rename_intern_order(spec, from, to, kind, report);
    for (guint k = 0; k < from->levels->len; k++) {
        g_autofree char *new = rename_new_name(spec, from->levels->pdata[k], kind);

        if (used[k])
            codes[k] = column_intern(to, new, -1);
    }
    for (gsize i = 0; i < from->length; i++)
        to->codes[i] = from->codes[i] >= 0 ? codes[from->codes[i]] : -1;
    rename_report_twins(to, kind, report);
    return to;
}

gboolean
rename_check(const Spec *spec, const Table *table, GError **error)
{
    for (guint i = 0; spec->rename != NULL && i < spec->rename->len; i++) {
        gsize length;
        const char *name = rename_split(spec->rename->pdata[i], &length);

        if (name == NULL || length == 0 || *name == '\0') {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--rename: \"%s\" is not OLD=NEW",
                      (char *)spec->rename->pdata[i]);
            return FALSE;
        }
    }
    for (guint i = 0; spec->order != NULL && i < spec->order->len; i++) {
        gsize length;
        const char *list = rename_split(spec->order->pdata[i], &length);
        g_autofree char *column =
            list != NULL ? g_strndup(spec->order->pdata[i], length) : g_strdup("");
        g_autofree const char **names = table_names(table);

        if (list == NULL || *list == '\0') {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--order: \"%s\" is not COLUMN=A,B,C",
                      (char *)spec->order->pdata[i]);
            return FALSE;
        }
        /* It may be one of --areas, which has not been read yet. */
        if (!g_strv_contains(names, column) && spec->map.areas == NULL) {
            g_autofree char *near = error_suggest(column, names);

            error_set(error, ERROR_USAGE, WHERE_NONE, "--order: no column \"%s\"%s", column, near);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
rename_is_known(const Table *table, const char *const *channels, const char *name, gsize length)
{
    for (guint c = 0; c < table_n_columns(table); c++) {
        const Column *column = table_column(table, c);

        if (strlen(column->name) == length && strncmp(column->name, name, length) == 0)
            return TRUE;
    }
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const Column *column = channels[c] != NULL ? table_find(table, channels[c]) : NULL;

        for (guint k = 0; column != NULL && column->levels != NULL && k < column->levels->len; k++)
            if (strlen(column->levels->pdata[k]) == length &&
                strncmp(column->levels->pdata[k], name, length) == 0)
                return TRUE;
        /* A sum's own column is gone, its name may still be renamed. */
        if (channels[c] != NULL && g_str_has_prefix(channels[c], "aggregate of "))
            return TRUE;
    }
    return FALSE;
}

/* Whether one of the channels shows the names of the column that an --order begins with. */
static gboolean
rename_is_ordered(const Table *table, const char *const *channels, const char *list, gsize length)
{
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const Column *column = channels[c] != NULL ? table_find(table, channels[c]) : NULL;

        if (column != NULL && column->type == COLUMN_TEXT && strlen(column->name) == length &&
            strncmp(column->name, list, length) == 0)
            return TRUE;
    }
    return FALSE;
}

static guint
rename_count(const GPtrArray *options)
{
    return options != NULL ? options->len : 0;
}

static void
rename_find_all(const Spec *spec, const Table *table, const char *const *channels,
                NamesFound *found)
{
    if (found->renames == NULL) {
        found->renames = g_new0(gboolean, rename_count(spec->rename) + 1);
        found->orders = g_new0(gboolean, rename_count(spec->order) + 1);
    }
    for (guint i = 0; i < rename_count(spec->rename); i++) {
        const char *pair = spec->rename->pdata[i];
        gsize length = 0;

        if (rename_split(pair, &length) != NULL && rename_is_known(table, channels, pair, length))
            found->renames[i] = TRUE;
    }
    for (guint i = 0; i < rename_count(spec->order); i++) {
        const char *list = spec->order->pdata[i];
        gsize length = 0;

        if (rename_split(list, &length) != NULL && rename_is_ordered(table, channels, list, length))
            found->orders[i] = TRUE;
    }
}

void
rename_mark(const Spec *spec, const char *name, NamesFound *found)
{
    for (guint i = 0; name != NULL && i < rename_count(spec->rename); i++) {
        const char *pair = spec->rename->pdata[i];
        gsize length = 0;

        if (rename_split(pair, &length) != NULL && strlen(name) == length &&
            strncmp(pair, name, length) == 0)
            found->renames[i] = TRUE;
    }
}

void
rename_join(const Spec *spec, NamesFound *found, const NamesFound *more)
{
    for (guint i = 0; i < rename_count(spec->rename); i++)
        found->renames[i] = found->renames[i] || more->renames[i];
    for (guint i = 0; i < rename_count(spec->order); i++)
        found->orders[i] = found->orders[i] || more->orders[i];
}

void
rename_report(const Spec *spec, const NamesFound *found, Report *report)
{
    for (guint i = 0; i < rename_count(spec->rename); i++) {
        const char *pair = spec->rename->pdata[i];
        gsize length = 0;

        rename_split(pair, &length);
        if (!found->renames[i])
            report_add(report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--rename: no column, series or category is called \"%.*s\"", (int)length,
                       pair);
    }
    /* An --order of a column that is not shown by its names would be lost without a word. */
    for (guint i = 0; i < rename_count(spec->order); i++) {
        const char *list = spec->order->pdata[i];
        gsize length = 0;

        rename_split(list, &length);
        if (!found->orders[i])
            report_add(report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--order: column \"%.*s\" holds no names of this figure to be ordered",
                       (int)length, list);
    }
}

static gboolean
rename_is_place(Channel channel)
{
    return channel == CHANNEL_FROM || channel == CHANNEL_TO || channel == CHANNEL_PLACE ||
           channel == CHANNEL_AREA;
}

gboolean
rename_has_places(const Spec *spec)
{
    for (guint c = 0; c < CHANNEL_COUNT; c++)
        if (rename_is_place((Channel)c) && spec->channels[c] != NULL)
            return TRUE;
    return FALSE;
}

static NameKind
rename_kind(Channel channel, const char *name, const char *folded)
{
    if (rename_is_place(channel))
        return NAMES_OF_PLACES;
    return g_strcmp0(name, folded) == 0 ? NAMES_OF_HEADERS : NAMES_OF_CELLS;
}

/* A column that is a place and something else too, such as a colour, becomes two. */
static Table *
rename_part_places(Table *table, char *names[CHANNEL_COUNT])
{
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        g_autofree char *both = g_strdup(names[c]), *place = NULL;
        gboolean shared = FALSE;
        Table *next;

        for (guint k = 0; both != NULL && k < CHANNEL_COUNT; k++)
            shared = shared || (!rename_is_place((Channel)k) && g_strcmp0(names[k], both) == 0);
        if (!rename_is_place((Channel)c) || !shared)
            continue;
        place = g_strdup_printf("%s (place)", both);
        next = table_with_column(table, column_renamed(table_find(table, both), place));
        table_unref(table);
        table = next;
        for (guint k = 0; k < CHANNEL_COUNT; k++)
            if (rename_is_place((Channel)k) && g_strcmp0(names[k], both) == 0) {
                g_free(names[k]);
                names[k] = g_strdup(place);
            }
    }
    return table;
}

Table *
rename_apply(const Spec *spec, const Table *table, char *names[CHANNEL_COUNT], const char *folded,
             NamesFound *found, Report *report)
{
    Table *result = table_ref(table);

    rename_find_all(spec, table, (const char *const *)names, found);
    if (spec->rename != NULL)
        result = rename_part_places(result, names);
    for (guint c = 0; c < CHANNEL_COUNT; c++) {
        const Column *column = names[c] != NULL ? table_find(result, names[c]) : NULL;
        gboolean done = FALSE;
        Table *next;

        for (guint before = 0; before < c; before++)
            done = done || g_strcmp0(names[before], names[c]) == 0;
        if (done || column == NULL || column->type != COLUMN_TEXT)
            continue;
        next = table_with_column(
            result, rename_column(spec, column, rename_kind((Channel)c, names[c], folded), report));
        table_unref(result);
        result = next;
    }
    return result;
}
