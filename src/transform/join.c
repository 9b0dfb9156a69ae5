#include "transform/transform.h"

#include <math.h>

#include "data/levels.h"
#include "transform/grouping.h"

const TransformType join_transform = {
    "join",
    "adds the columns of another file to the rows with the same key",
    "--join FILE --on COLUMN[=COLUMN]",
};

#define NO_ROW G_MAXSIZE
#define MAX_NAMES 3
#define MAX_NAME_CHARS 40

/* The two keys, and a column with the cells of both, so that equal ones can be found. */
typedef struct {
    const Table *table, *other;
    const Column *left, *right;
    Grouping *both; /* the rows of `other`, then those of `table` */
} Join;

static Column *
find_key(const Table *table, const char *name, GError **error)
{
    Column *column = table_find(table, name);

    if (column == NULL) {
        g_autofree const char **names = table_names(table);
        g_autofree char *hint = error_suggest(name, names);

        error_set(error, ERROR_USAGE, (Where){ .file = table->file }, "no column \"%s\"%s", name,
                  hint);
    }
    return column;
}

static gboolean
is_years(const Column *column)
{
    return column->type == COLUMN_TIME && column->unit == TIME_YEAR;
}

static gboolean
check_keys(const Join *join, GError **error)
{
    if (join->left->type == join->right->type ||
        (is_years(join->left) && join->right->type == COLUMN_NUMBER) ||
        (is_years(join->right) && join->left->type == COLUMN_NUMBER))
        return TRUE;
    error_set(error, ERROR_USAGE, (Where){ .file = join->other->file },
              "column \"%s\" is of type %s, but \"%s\", which it is joined to, is of type %s",
              join->right->name, column_type_name(join->right->type), join->left->name,
              column_type_name(join->left->type));
    return FALSE;
}

/* A name that the table has already stays the table's own. */
static gboolean
is_taken(const Join *join, const Column *column)
{
    return table_find(join->table, column->name) != NULL;
}

static void
remark_taken(const Join *join, Report *report)
{
    g_autoptr(GString) names = g_string_new(NULL);
    guint n = 0;

    for (guint i = 0; i < table_n_columns(join->other); i++) {
        const Column *column = table_column(join->other, i);

        if (column == join->right || !is_taken(join, column))
            continue;
        g_string_append_printf(names, "%s\"%s\"", n > 0 ? ", " : "", column->name);
        n++;
    }
    if (n > 0)
        report_add(report, SEVERITY_NOTE, (Where){ .file = join->other->file }, n,
                   "not joined, because there is a column of that name already: %s", names->str);
}

static void
copy_texts(Column *to, gsize at, const Column *from)
{
    g_autofree gint32 *codes = g_new(gint32, from->levels->len + 1);

    codes[0] = -1;
    for (guint i = 0; i < from->levels->len; i++)
        codes[i + 1] = column_intern(to, g_ptr_array_index(from->levels, i), -1);
    for (gsize i = 0; i < from->length; i++)
        to->codes[at + i] = codes[from->codes[i] + 1];
}

/* Years are numbers where they meet numbers. */
static void
copy_values(Column *to, gsize at, const Column *from, gboolean as_years)
{
    for (gsize i = 0; i < from->length; i++) {
        double value = from->values[i];

        to->values[at + i] = as_years && !isnan(value) ? calendar_parts(value).year : value;
    }
}

static Grouping *
group_both(const Column *left, const Column *right)
{
    g_autoptr(Column) cells = column_new("key", left->type, right->length + left->length);
    const Column *key = cells;
    gboolean as_years = left->type != right->type;

    if (left->type == COLUMN_TEXT) {
        copy_texts(cells, 0, right);
        copy_texts(cells, right->length, left);
    } else {
        copy_values(cells, 0, right, as_years && right->type == COLUMN_TIME);
        copy_values(cells, right->length, left, as_years && left->type == COLUMN_TIME);
    }
    return grouping_new(&key, 1, cells->length);
}

/* By group: its row in `other`. NULL and an error when there are two. A missing key has none. */
static gsize *
find_rows(const Join *join, GError **error)
{
    g_autofree gsize *rows = g_new(gsize, join->both->n_groups + 1);

    for (guint32 g = 0; g < join->both->n_groups; g++)
        rows[g] = NO_ROW;
    for (gsize i = 0; i < join->right->length; i++) {
        gsize *row = &rows[join->both->ids[i]];

        if (column_is_missing(join->right, i))
            continue;
        if (*row != NO_ROW) {
            g_autoptr(GString) key = g_string_new(NULL);

            rows_append_keys(key, &join->right, 1, i);
            error_set(error, ERROR_INPUT, table_where(join->other, i, join->right),
                      "%s stands twice, first on line %u: each key of a joined file stands once",
                      key->str, table_line(join->other, *row));
            return NULL;
        }
        *row = i;
    }
    return g_steal_pointer(&rows);
}

/* The cell of a row for a list of names, with the keys that it may have meant. */
static void
append_unmatched(GString *names, const Join *join, gsize row)
{
    g_autoptr(GString) cell = g_string_new(NULL);
    g_autofree char *quoted = NULL;

    if (column_is_missing(join->left, row)) {
        g_string_append(names, "(missing)");
        return;
    }
    column_append_cell(join->left, row, cell);
    quoted = error_quote(cell->str, (gssize)cell->len, MAX_NAME_CHARS);
    g_string_append(names, quoted);
    if (join->right->type == COLUMN_TEXT) {
        guint n = join->right->levels->len;
        g_autofree const char **keys = g_new0(const char *, n + 1);
        g_autofree char *hint = NULL;

        for (guint i = 0; i < n; i++)
            keys[i] = g_ptr_array_index(join->right->levels, i);
        hint = error_suggest(cell->str, keys);
        g_string_append(names, hint);
    }
}

static void
remark_unmatched(const Join *join, const gsize *rows, Report *report)
{
    g_autofree gboolean *seen = g_new0(gboolean, join->both->n_groups + 1);
    g_autoptr(GString) names = g_string_new(NULL);
    guint64 n_rows = 0, n_keys = 0;
    gsize first = 0;

    for (gsize i = 0; i < join->left->length; i++) {
        guint32 group = join->both->ids[join->right->length + i];

        if (rows[group] != NO_ROW)
            continue;
        if (n_rows++ == 0)
            first = i;
        if (seen[group])
            continue;
        seen[group] = TRUE;
        if (++n_keys <= MAX_NAMES) {
            g_string_append(names, n_keys > 1 ? ", " : "");
            append_unmatched(names, join, i);
        }
    }
    if (n_keys > MAX_NAMES)
        g_string_append_printf(names, " and %" G_GUINT64_FORMAT " more", n_keys - MAX_NAMES);
    if (n_keys > 0)
        report_add(report, SEVERITY_WARNING, table_where(join->table, first, join->left), n_rows,
                   "%" G_GUINT64_FORMAT " %s of column \"%s\" (%" G_GUINT64_FORMAT
                   " %s) %s not in column \"%s\" of %s: %s",
                   n_keys, n_keys == 1 ? "key" : "keys", join->left->name, n_rows,
                   n_rows == 1 ? "row" : "rows", n_keys == 1 ? "is" : "are", join->right->name,
                   join->other->file != NULL ? join->other->file : "the joined table", names->str);
}

/* The cells at the given rows; missing where there is none. They stand in no field of the table's
 * own file. */
static Column *
matched_cells(const Column *column, const gsize *rows, gsize n)
{
    Column *cells;

    if (column->type == COLUMN_TEXT) {
        gint32 *codes = g_new(gint32, n);

        for (gsize i = 0; i < n; i++)
            codes[i] = rows[i] == NO_ROW ? -1 : column->codes[rows[i]];
        return column_new_codes(column->name, codes, levels_ref(column->dictionary), n);
    }
    cells = column_new(column->name, column->type, n);
    cells->unit = column->unit;
    cells->symbol = g_strdup(column->symbol);
    for (gsize i = 0; i < n; i++) {
        if (rows[i] != NO_ROW)
            cells->values[i] = column->values[rows[i]];
    }
    return cells;
}

static Table *
joined_table(const Join *join, const gsize *rows)
{
    Table *joined = table_new(join->table->file, join->table->length);
    g_autofree gsize *matches = g_new(gsize, join->table->length + 1);

    if (join->table->lines != NULL)
        joined->lines = line_map_ref(join->table->lines);
    for (gsize i = 0; i < join->table->length; i++)
        matches[i] = rows[join->both->ids[join->right->length + i]];
    for (guint i = 0; i < table_n_columns(join->table); i++)
        table_add(joined, column_ref(table_column(join->table, i)));
    for (guint i = 0; i < table_n_columns(join->other); i++) {
        const Column *column = table_column(join->other, i);

        if (column != join->right && !is_taken(join, column))
            table_add(joined, matched_cells(column, matches, join->table->length));
    }
    return joined;
}

Table *
transform_join(const Table *table, const Table *other, const char *left_key, const char *right_key,
               Report *report, GError **error)
{
    Join join = { .table = table, .other = other };
    g_autoptr(Grouping) both = NULL;
    g_autofree gsize *rows = NULL;

    join.left = find_key(table, left_key, error);
    join.right = join.left == NULL ? NULL : find_key(other, right_key, error);
    if (join.right == NULL || !check_keys(&join, error))
        return NULL;
    both = group_both(join.left, join.right);
    join.both = both;
    rows = find_rows(&join, error);
    if (rows == NULL)
        return NULL;
    remark_taken(&join, report);
    remark_unmatched(&join, rows, report);
    return joined_table(&join, rows);
}
