#include "data/csv_group.h"

#include "base/sum.h"

#include <string.h>

/* With more groups than this little is saved. */
#define MOST_GROUPS 1000000u
/* With many free slots most searches end at the first. */
#define FIRST_SLOTS 1024u
/* First the groups of so many rows are found, then their values are added: both loops are short. */
#define AT_ONCE 1024u

typedef struct {
    guint64 keys[CSV_MOST_KEYS]; /* codes, or the bits of numbers */
    guint32 row;                 /* the first */
    gsize n;
    Sum sum;     /* SUM, MEAN */
    double best; /* LEAST, GREATEST */
} Group;

typedef struct {
    CsvFewer fewer;
    guint keys[CSV_MOST_KEYS], n_keys, value;
    GroupKind kind;
    GArray *groups; /* Group, by their first rows */
    guint32 *slots; /* index of a group + 1; 0: free */
    guint32 mask;   /* number of slots - 1, which is a power of two */
    gsize n_rows;
} CsvGroup;

static inline guint64
key_of(const CsvBuild *build, gsize row)
{
    guint64 bits;

    if (build->mode == BUILD_TEXT)
        return (guint64)(gint64)build->codes[row];
    memcpy(&bits, &build->values[row], sizeof bits);
    return bits;
}

/* What rows are searched with; n_keys is a constant wherever there are many. */
static inline guint32
slot_of(const CsvGroup *group, const guint64 *keys, guint n_keys)
{
    guint64 hash = 0;

    for (guint k = 0; k < n_keys; k++) {
        hash = (hash ^ keys[k]) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    return (guint32)hash & group->mask;
}

static inline gboolean
is_group(const Group *group, const guint64 *keys, guint n_keys)
{
    for (guint k = 0; k < n_keys; k++)
        if (group->keys[k] != keys[k])
            return FALSE;
    return TRUE;
}

static guint32 *
free_slot(const CsvGroup *group, const guint64 *keys)
{
    guint32 at = slot_of(group, keys, group->n_keys);

    while (group->slots[at] != 0)
        at = (at + 1) & group->mask;
    return &group->slots[at];
}

static void
grow(CsvGroup *group)
{
    group->mask = group->mask * 2 + 1;
    g_free(group->slots);
    group->slots = g_new0(guint32, (gsize)group->mask + 1);
    for (guint i = 0; i < group->groups->len; i++)
        *free_slot(group, g_array_index(group->groups, Group, i).keys) = i + 1;
}

/* Returns its number + 1. */
static guint32
add_group(CsvGroup *group, const guint64 *keys, gsize row)
{
    Group made = { .row = (guint32)row };

    memcpy(made.keys, keys, group->n_keys * sizeof *keys);
    *free_slot(group, keys) = group->groups->len + 1;
    g_array_append_val(group->groups, made);
    if (group->groups->len > group->mask / 8)
        grow(group);
    return group->groups->len;
}

/* The groups of rows from first on, into ret_groups. */
static inline void
find_groups(CsvGroup *group, const CsvBuild *builds, gsize first, guint n, guint n_keys,
            guint32 *ret_groups)
{
    for (guint i = 0; i < n; i++) {
        const Group *groups = (const Group *)(gconstpointer)group->groups->data;
        guint64 keys[CSV_MOST_KEYS];
        guint32 at, found;

        for (guint k = 0; k < n_keys; k++)
            keys[k] = key_of(&builds[group->keys[k]], first + i);
        at = slot_of(group, keys, n_keys);
        while ((found = group->slots[at]) != 0 && !is_group(&groups[found - 1], keys, n_keys))
            at = (at + 1) & group->mask;
        if (G_UNLIKELY(found == 0))
            found = add_group(group, keys, group->n_rows + first + i);
        ret_groups[i] = found - 1;
    }
}

static void
find_any(CsvGroup *group, const CsvBuild *builds, gsize first, guint n, guint32 *ret_groups)
{
    switch (group->n_keys) {
    case 1:
        find_groups(group, builds, first, n, 1, ret_groups);
        break;
    case 2:
        find_groups(group, builds, first, n, 2, ret_groups);
        break;
    default:
        find_groups(group, builds, first, n, group->n_keys, ret_groups);
    }
}

static inline void
add_value(Group *group, GroupKind kind, double value)
{
    switch (kind) {
    case GROUP_SUM:
    case GROUP_MEAN:
        sum_add(&group->sum, value);
        break;
    case GROUP_LEAST:
        group->best = group->n == 0 ? value : MIN(group->best, value);
        break;
    case GROUP_GREATEST:
        group->best = group->n == 0 ? value : MAX(group->best, value);
        break;
    }
    group->n++;
}

static gboolean
has_all(const CsvBuild *builds, guint n)
{
    /* A column that has given up holds no cells. */
    for (guint b = 0; b < n; b++)
        if (builds[b].length != builds[0].length || builds[b].mode == BUILD_SKIP)
            return FALSE;
    return TRUE;
}

/* FALSE: a value is missing. */
static gboolean
add_values(CsvGroup *group, const guint32 *which, const double *values, guint n)
{
    Group *groups = (Group *)(gpointer)group->groups->data;

    for (guint i = 0; i < n; i++) {
        if (G_UNLIKELY(isnan(values[i])))
            return FALSE;
        add_value(&groups[which[i]], group->kind, values[i]);
    }
    return TRUE;
}

static gboolean
group_take(CsvFewer *fewer, CsvBuild *builds, guint n)
{
    CsvGroup *group = (CsvGroup *)fewer;
    const double *values = builds[group->value].values;
    gsize length = builds[0].length;

    if (!has_all(builds, n))
        return FALSE;
    for (gsize i = 0; i < length; i += AT_ONCE) {
        guint32 which[AT_ONCE];
        guint some = (guint)MIN(length - i, AT_ONCE);

        find_any(group, builds, i, some, which);
        if (!add_values(group, which, values + i, some))
            return FALSE;
    }
    group->n_rows += length;
    for (guint b = 0; b < n; b++)
        builds[b].length = 0;
    return group->groups->len <= MOST_GROUPS;
}

static double
result_of(const Group *group, GroupKind kind)
{
    switch (kind) {
    case GROUP_SUM:
        return sum_result(group->sum);
    case GROUP_MEAN:
        return sum_result(group->sum) / (double)group->n;
    case GROUP_LEAST:
    case GROUP_GREATEST:
        return group->best;
    }
    g_assert_not_reached();
}

/* The key that all rows of each group share. How many cells have each level is left for the
 * decision about the column. */
static void
restore_key(const CsvGroup *group, guint key, CsvBuild *build)
{
    if (build->mode == BUILD_TEXT) {
        build->n_left_out = levels_names(build->levels)->len;
        g_free(build->left_out);
        build->left_out = g_new0(guint32, build->n_left_out);
    }
    for (guint i = 0; i < group->groups->len; i++) {
        const Group *one = &g_array_index(group->groups, Group, i);

        if (build->mode == BUILD_TEXT) {
            build->codes[i] = (gint32)(gint64)one->keys[key];
            if (build->codes[i] >= 0)
                build->left_out[build->codes[i]] += (guint32)(one->n - 1);
        } else {
            memcpy(&build->values[i], &one->keys[key], sizeof *build->values);
        }
    }
}

static gboolean
group_finish(CsvFewer *fewer, CsvBuild *builds, guint n)
{
    CsvGroup *group = (CsvGroup *)fewer;
    gsize length;

    if (!group_take(fewer, builds, n))
        return FALSE;
    length = group->groups->len;
    for (guint b = 0; b < n; b++) {
        if (!csv_build_reserve(&builds[b], length))
            return FALSE;
        builds[b].length = length;
        for (gsize i = 0; i < length && builds[b].mode != BUILD_TEXT; i++)
            builds[b].values[i] = NAN;
    }
    for (guint k = 0; k < group->n_keys; k++)
        restore_key(group, k, &builds[group->keys[k]]);
    for (guint i = 0; i < length; i++) {
        double result = result_of(&g_array_index(group->groups, Group, i), group->kind);

        if (!isfinite(result))
            return FALSE;
        builds[group->value].values[i] = result;
    }
    return TRUE;
}

static gsize
group_most(const CsvFewer *fewer)
{
    (void)fewer;
    return CSV_GROUP_ROWS;
}

static LineMap *
group_lines(const CsvFewer *fewer, const LineMap *all)
{
    const CsvGroup *group = (const CsvGroup *)fewer;
    LineMap *lines = line_map_new();

    for (guint i = 0; i < group->groups->len; i++)
        line_map_add(lines, i, line_map_get(all, g_array_index(group->groups, Group, i).row));
    return lines;
}

/* Of rows behind a group nothing is asked. */
static void
group_describe(const CsvFewer *fewer, guint column, Column *ret_column)
{
    (void)fewer;
    (void)column;
    (void)ret_column;
}

static void
group_free(CsvFewer *fewer)
{
    CsvGroup *group = (CsvGroup *)fewer;

    g_array_free(group->groups, TRUE);
    g_free(group->slots);
    g_free(group);
}

CsvFewer *
csv_group_new(const guint *keys, guint n_keys, guint value, GroupKind kind)
{
    static const CsvFewerType type = { group_most,  group_take,     group_finish,
                                       group_lines, group_describe, group_free };
    CsvGroup *group = g_new0(CsvGroup, 1);

    group->fewer.type = &type;
    memcpy(group->keys, keys, n_keys * sizeof *keys);
    group->n_keys = n_keys;
    group->value = value;
    group->kind = kind;
    group->groups = g_array_new(FALSE, FALSE, sizeof(Group));
    group->mask = FIRST_SLOTS - 1;
    group->slots = g_new0(guint32, FIRST_SLOTS);
    return &group->fewer;
}
