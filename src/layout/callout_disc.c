#include "layout/callout_disc.h"

#include "layout/callout_number.h"

/* The number's size as a share of the words', and the air around it, px. */
#define NUMBER_SIZE 0.8
#define NUMBER_AIR 1.0
/* Between discs that stand side by side, px. */
#define DISC_GAP 2.0
#define MOST_IN_ROW 4
/* Sites nearer than this are one place, px. */
#define SAME_PLACE 0.5
#define DIRECTIONS 16
/* px of distance that a disc wholly on ink, and one on the site of another, are worth. */
#define INK_COST 24.0
#define SITE_COST 60.0
#define LINE_WIDTH 0.75

/* The discs of one place. */
typedef struct {
    Point site;
    double radius;   /* of the largest symbol there */
    GArray *members; /* of guint */
    Rect rect;
    gboolean placed;
} DiscGroup;

static TextStyle
number_style(const CalloutStyle *style)
{
    TextStyle number = style->date;

    number.size *= NUMBER_SIZE;
    number.bold = TRUE;
    number.color = style->paper;
    return number;
}

static char *
number_text(guint number)
{
    return g_strdup_printf("%u", number);
}

double
callout_disc_radius(guint n, const CalloutStyle *style, const LayoutContext *context)
{
    TextStyle number = number_style(style);
    g_autofree char *widest = number_text(n);
    TextExtents extents;

    for (char *c = widest; *c != '\0'; c++)
        *c = '0';
    extents = text_measure(context->measurer, widest, &number);
    return hypot(extents.width / 2, (extents.ascent + extents.descent) / 2) + NUMBER_AIR;
}

void
callout_disc_draw(guint number, Point centre, double radius, const CalloutStyle *style,
                  SceneBuilder *builder, const LayoutContext *context)
{
    TextStyle letters = number_style(style);
    g_autofree char *text = number_text(number);

    scene_builder_circle(builder, centre, radius, style->date.color, STROKE_NONE);
    text_line_draw(text, centre, ANCHOR_MIDDLE, &letters, builder, context->measurer);
}

static void
group_clear(gpointer group)
{
    g_array_unref(((DiscGroup *)group)->members);
}

static DiscGroup *
groups_at(GArray *groups, const Callout *callout)
{
    DiscGroup added = { .site = callout->site };

    for (guint g = 0; g < groups->len; g++) {
        DiscGroup *group = &g_array_index(groups, DiscGroup, g);

        if (hypot(group->site.x - callout->site.x, group->site.y - callout->site.y) < SAME_PLACE)
            return group;
    }
    added.members = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(groups, added);
    return &g_array_index(groups, DiscGroup, groups->len - 1);
}

static GArray *
groups_new(const Callout *callouts, guint n)
{
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(DiscGroup));

    g_array_set_clear_func(groups, group_clear);
    for (guint i = 0; i < n; i++) {
        DiscGroup *group = groups_at(groups, &callouts[i]);

        group->radius = MAX(group->radius, callouts[i].radius);
        g_array_append_val(group->members, i);
    }
    return groups;
}

static Size
group_size(const DiscGroup *group, double radius)
{
    guint n = group->members->len, columns = MIN(n, MOST_IN_ROW);
    guint rows = (n + MOST_IN_ROW - 1) / MOST_IN_ROW;

    return (Size){ columns * (2 * radius + DISC_GAP) - DISC_GAP,
                   rows * (2 * radius + DISC_GAP) - DISC_GAP };
}

/* The middle of a disc of a group. */
static Point
disc_centre(Rect rect, guint member, double radius)
{
    double pitch = 2 * radius + DISC_GAP;

    return (Point){ rect.x + radius + member % MOST_IN_ROW * pitch,
                    rect.y + radius + member / MOST_IN_ROW * pitch };
}

static gboolean
groups_touch(const DiscGroup *a, Rect a_rect, const DiscGroup *b, double radius)
{
    if (!rect_intersects(rect_grow(a_rect, DISC_GAP, DISC_GAP), b->rect))
        return FALSE;
    for (guint i = 0; i < a->members->len; i++)
        for (guint k = 0; k < b->members->len; k++) {
            Point p = disc_centre(a_rect, i, radius), q = disc_centre(b->rect, k, radius);

            if (hypot(p.x - q.x, p.y - q.y) < 2 * radius + DISC_GAP)
                return TRUE;
        }
    return FALSE;
}

/* Off others' discs and within the area. */
static gboolean
group_may_stand(const GArray *groups, const DiscGroup *group, Rect rect, double radius, Rect area)
{
    if (!rect_contains(area, rect))
        return FALSE;
    for (guint g = 0; g < groups->len; g++) {
        const DiscGroup *other = &g_array_index(groups, DiscGroup, g);

        if (other->placed && groups_touch(group, rect, other, radius))
            return FALSE;
    }
    return TRUE;
}

static double
group_cost(const GArray *groups, const DiscGroup *group, Rect rect, double distance,
           const Occupancy *occupied)
{
    double cost = distance + INK_COST * (occupancy_share(occupied, TAKEN_INK, rect) +
                                         occupancy_share(occupied, TAKEN_WORDS, rect));

    for (guint g = 0; g < groups->len; g++) {
        const DiscGroup *other = &g_array_index(groups, DiscGroup, g);

        if (other != group &&
            rect_intersects(rect, (Rect){ other->site.x - 1, other->site.y - 1, 2, 2 }))
            cost += SITE_COST;
    }
    return cost;
}

/* In the direction, so far off that the symbol stays clear, and then more. */
static Rect
group_rect(const DiscGroup *group, Size size, Point direction, double more)
{
    double reach = group->radius + DISC_GAP + more;

    return (Rect){ group->site.x + direction.x * (reach + size.width / 2) - size.width / 2,
                   group->site.y + direction.y * (reach + size.height / 2) - size.height / 2,
                   size.width, size.height };
}

static void
group_try(const GArray *groups, DiscGroup *group, Rect rect, double distance, double radius,
          Rect area, const Occupancy *occupied, double *best)
{
    double cost;

    if (distance >= *best || !group_may_stand(groups, group, rect, radius, area))
        return;
    cost = group_cost(groups, group, rect, distance, occupied);
    if (cost >= *best)
        return;
    *best = cost;
    group->rect = rect;
}

/* On the site, or in rings around it, the nearest first. */
static void
group_place(const GArray *groups, DiscGroup *group, double radius, Rect area,
            const Occupancy *occupied)
{
    Size size = group_size(group, radius);
    Rect on = { group->site.x - size.width / 2, group->site.y - size.height / 2, size.width,
                size.height };
    double best = G_MAXDOUBLE, far = hypot(area.width, area.height);

    group->rect = on;
    if (group->radius <= radius)
        group_try(groups, group, on, 0, radius, area, occupied, &best);
    for (double more = 0; more < MIN(best, far); more += radius / 2)
        for (guint d = 0; d < DIRECTIONS; d++) {
            /* From right above clockwise. */
            double angle = (d * 2.0 / DIRECTIONS - 0.25) * G_PI;

            group_try(groups, group,
                      group_rect(group, size, (Point){ cos(angle), sin(angle) }, more),
                      radius + more, radius, area, occupied, &best);
        }
    group->placed = TRUE;
}

/* The line goes to the nearest disc of the group. */
static void
group_join(const DiscGroup *group, GArray *discs)
{
    CalloutDisc *nearest = NULL;
    double least = G_MAXDOUBLE, dx, dy;

    for (guint m = 0; m < group->members->len; m++) {
        CalloutDisc *disc =
            &g_array_index(discs, CalloutDisc, g_array_index(group->members, guint, m));
        double distance = hypot(disc->centre.x - group->site.x, disc->centre.y - group->site.y);

        if (distance < least) {
            least = distance;
            nearest = disc;
        }
    }
    if (least - nearest->radius <= group->radius + 2 * DISC_GAP)
        return;
    dx = (nearest->centre.x - group->site.x) / least;
    dy = (nearest->centre.y - group->site.y) / least;
    nearest->has_line = TRUE;
    nearest->line[0] =
        (Point){ group->site.x + dx * group->radius, group->site.y + dy * group->radius };
    nearest->line[1] = (Point){ nearest->centre.x - dx * nearest->radius,
                                nearest->centre.y - dy * nearest->radius };
}

static void
group_fill(const DiscGroup *group, double radius, GArray *discs, Occupancy *occupied)
{
    for (guint m = 0; m < group->members->len; m++) {
        CalloutDisc *disc =
            &g_array_index(discs, CalloutDisc, g_array_index(group->members, guint, m));

        disc->radius = radius;
        disc->centre = disc_centre(group->rect, m, radius);
        occupancy_add_disc(occupied, TAKEN_WORDS, disc->centre, radius);
    }
    group_join(group, discs);
}

GArray *
callout_discs_place(const Callout *callouts, guint n, const CalloutStyle *style,
                    Occupancy *occupied, Rect area, const LayoutContext *context)
{
    GArray *discs = g_array_sized_new(FALSE, TRUE, sizeof(CalloutDisc), n);
    g_autoptr(GArray) groups = groups_new(callouts, n);
    double radius = callout_disc_radius(n, style, context);

    g_array_set_size(discs, n);
    for (guint g = 0; g < groups->len; g++)
        group_place(groups, &g_array_index(groups, DiscGroup, g), radius, area, occupied);
    for (guint g = 0; g < groups->len; g++)
        group_fill(&g_array_index(groups, DiscGroup, g), radius, discs, occupied);
    return discs;
}

void
callout_discs_draw(const GArray *discs, const CalloutStyle *style, SceneBuilder *builder,
                   const LayoutContext *context)
{
    scene_builder_push(builder, ROLE_ANNOTATION, NULL);
    for (guint i = 0; i < discs->len; i++) {
        const CalloutDisc *disc = &g_array_index(discs, CalloutDisc, i);

        if (disc->has_line)
            scene_builder_line(builder, disc->line[0], disc->line[1],
                               stroke_solid(style->leader, LINE_WIDTH));
        callout_disc_draw(i + 1, disc->centre, disc->radius, style, builder, context);
    }
    scene_builder_pop(builder);
}
