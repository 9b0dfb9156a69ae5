// Scales that mislead, and guides that shout.
#include "lint/lint_work.h"

/* A bar that begins a hair above zero lies as well: the domain is compared as it is, but for what
 * binary fractions lose. */
#define DOMAIN_AIR 1e-9
#define LEAST_ROOM 0.2
#define WIDEST_GAP 0.5
#define MOST_GRID_LINES 15
#define GRID_CONTRAST 2.0

static void
baseline_check(Lint *lint, const LintAxis *axis, const char *name)
{
    double low = MIN(axis->from, axis->to), high = MAX(axis->from, axis->to);
    double air = (high - low) * DOMAIN_AIR;

    if (axis->lengths && axis->kind == LINT_AXIS_LOG)
        lint_add(lint, name, "lengths on a logarithmic scale have no zero to begin at");
    else if (axis->lengths && axis->kind == LINT_AXIS_NUMBERS && (low > air || high < -air))
        lint_add(lint, name, "the axis begins at %g, and lengths are read from zero",
                 low > 0 ? low : high);
}

void
lint_baseline(Lint *lint)
{
    baseline_check(lint, &lint->facts->x, "x");
    baseline_check(lint, &lint->facts->y, "y");
}

void
lint_crop(Lint *lint)
{
    const LintAxis *axis = &lint->facts->y;
    double low = MIN(axis->from, axis->to), high = MAX(axis->from, axis->to);
    double room = (axis->least - low) / (high - low);

    if (axis->kind == LINT_AXIS_NUMBERS && low > 0 && room < LEAST_ROOM) /* FALSE for NaN */
        lint_add(lint, "y",
                 "the axis begins at %g, and the lowest point has %.0f %% of the height below it; "
                 "a quarter to a third would show that the axis is cropped",
                 low, MAX(0, room) * 100);
}

void
lint_bar_gap(Lint *lint)
{
    const LintAxis *axes[] = { &lint->facts->x, &lint->facts->y };

    for (guint i = 0; i < G_N_ELEMENTS(axes); i++)
        if (axes[i]->kind == LINT_AXIS_CATEGORIES && axes[1 - i]->lengths &&
            axes[i]->padding >= WIDEST_GAP)
            lint_add(lint, i == 0 ? "x" : "y", "%.0f %% of each category is gap",
                     axes[i]->padding * 100);
}

static gboolean
is_horizontal(const LintItem *item)
{
    return item->box.width > item->box.height;
}

/* Lines of one direction in one panel's grid. */
static guint
grid_count(const Lint *lint, guint from, guint *ret_end)
{
    const LintItem *first = LINT_ITEM(lint, from);
    guint i = from + 1;

    while (i < lint->items->len && LINT_ITEM(lint, i)->group == first->group &&
           is_horizontal(LINT_ITEM(lint, i)) == is_horizontal(first))
        i++;
    *ret_end = i;
    return i - from;
}

static gboolean
grid_is_of_names(const Lint *lint, const LintItem *line)
{
    const LintAxis *axis = is_horizontal(line) ? &lint->facts->y : &lint->facts->x;

    return axis->kind == LINT_AXIS_CATEGORIES;
}

void
lint_grid(Lint *lint)
{
    gboolean heavy = FALSE;

    for (guint i = 0, end; i < lint->items->len; i = end) {
        const LintItem *line = LINT_ITEM(lint, i);
        guint n = grid_count(lint, i, &end);
        double contrast;

        if (line->role != ROLE_GRID)
            continue;
        if (n > MOST_GRID_LINES && !grid_is_of_names(lint, line))
            lint_add_at(lint, line, "%u grid lines side by side; a few are enough", n);
        contrast = color_contrast(line->node->stroke.color, lint->background);
        if (contrast > GRID_CONTRAST && !heavy)
            lint_add_at(lint, line, "grid lines with a contrast of %.1f:1 compete with the data",
                        contrast);
        heavy = heavy || contrast > GRID_CONTRAST;
    }
}

void
lint_zero_line(Lint *lint)
{
    double grid = 0, axis = 0;
    const LintItem *line = NULL;

    for (guint i = 0; i < lint->items->len; i++) {
        const LintItem *item = LINT_ITEM(lint, i);
        double contrast = color_contrast(item->node->stroke.color, lint->background);

        if (item->node->kind != NODE_PATH)
            continue;
        if (item->role == ROLE_GRID)
            grid = MAX(grid, contrast);
        if (item->role == ROLE_AXIS && contrast > axis) {
            axis = contrast;
            line = item;
        }
    }
    if (line != NULL && axis <= grid)
        lint_add_at(lint, line, "the line of zero is no darker than the grid");
}
