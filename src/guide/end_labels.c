#include "guide/end_labels.h"

#include "layout/spread.h"
#include "text/wrap.h"

/* From the end of the line to its name; a leader lies in it. */
#define LEADER_GAP 8.0
#define LEADER_ROOM 22.0

/* Shifts smaller than this need no leader, px. */
#define STILL 7.0

/* Between a sample and its name, px at text of 13 px. */
#define SAMPLE_AIR 6.0

/* What the sample and its air take before the name, px. */
static double
end_label_sample(const EndLabel *label, const Theme *theme)
{
    return label->sample == NULL ? 0
                                 : (label->mark->coded_key + SAMPLE_AIR) * theme->label.size / 13;
}

static TextStyle
end_label_style(const EndLabel *label, const Theme *theme)
{
    TextStyle style = theme->label;

    style.color = label->color;
    style.bold = label->bold;
    return style;
}

static gboolean
end_label_needs_leader(const EndLabel *label, const SpreadItem *item, double right)
{
    return !label->bare &&
           (fabs(item->placed - item->wanted) > STILL || right - label->end.x > STILL);
}

double
end_labels_width(const EndLabel *labels, guint n, double max_width, const LayoutContext *context)
{
    double widest = 0;

    for (guint i = 0; i < n; i++) {
        TextStyle style = end_label_style(&labels[i], context->theme);

        widest = MAX(widest, end_label_sample(&labels[i], context->theme) +
                                 text_measure(context->measurer, labels[i].text, &style).width);
    }
    return n == 0 ? 0 : MIN(widest, max_width) + LEADER_ROOM;
}

gboolean
end_labels_fit(guint n, double height, const LayoutContext *context)
{
    TextExtents line = text_measure(context->measurer, "x", &context->theme->label);

    return n * line.line_height <= height;
}

void
end_labels_draw(const EndLabel *labels, guint n, Rect panel, double max_width,
                SceneBuilder *builder, const LayoutContext *context)
{
    TextExtents line = text_measure(context->measurer, "x", &context->theme->label);
    g_autofree SpreadItem *items = g_new0(SpreadItem, n + 1);
    double right = panel.x;
    gboolean moved = FALSE;

    for (guint i = 0; i < n; i++) {
        items[i] = (SpreadItem){ .wanted = labels[i].end.y, .size = line.line_height };
        right = MAX(right, labels[i].end.x);
    }
    /* Not so far down that a name meets the labels under the panel. */
    spread_place(items, n, panel.y - line.line_height / 2,
                 rect_bottom(panel) + context->theme->tick_length);
    for (guint i = 0; i < n; i++)
        moved = moved || end_label_needs_leader(&labels[i], &items[i], right);

    scene_builder_push(builder, ROLE_LABELS, NULL);
    for (guint i = 0; i < n; i++) {
        TextStyle style = end_label_style(&labels[i], context->theme);
        double sample = end_label_sample(&labels[i], context->theme);
        g_autofree char *text =
            text_ellipsize(labels[i].text, &style, MAX(0, max_width - sample), context->measurer);
        double x = right + (moved ? LEADER_ROOM - 2 : LEADER_GAP);

        if (end_label_needs_leader(&labels[i], &items[i], right)) {
            g_autoptr(Path) leader = path_new();
            double bend = MAX(right, labels[i].end.x) + 5;

            path_move_to(leader, labels[i].end.x + 4, labels[i].end.y);
            path_line_to(leader, bend, labels[i].end.y);
            path_line_to(leader, x - 7, items[i].placed);
            path_line_to(leader, x - 3, items[i].placed);
            scene_builder_path(builder, leader, COLOR_NONE,
                               stroke_solid(color_with_alpha(style.color, 0.55), 1));
        }
        if (labels[i].sample != NULL)
            labels[i].mark->draw_key(builder,
                                     (Rect){ x, items[i].placed,
                                             sample - SAMPLE_AIR * context->theme->label.size / 13,
                                             0 },
                                     labels[i].sample, context->theme);
        scene_builder_text(
            builder, text,
            (Point){ x + sample, items[i].placed + (line.ascent - line.descent) / 2 }, ANCHOR_START,
            0, &style, text_measure(context->measurer, text, &style));
    }
    scene_builder_pop(builder);
}
