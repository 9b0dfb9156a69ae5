#include "guide/end_labels.h"

#include "layout/label_column.h"
#include "text/wrap.h"

/* From the end of the line to its name; a leader lies in it. */
#define LEADER_GAP 8.0
#define LEADER_ROOM 22.0

/* Between the topmost name and the title of the panel, px. */
#define LEAST_GAP 1.0

/* Shifts smaller than this need no leader, px. */
#define STILL 7.0

/* Between a sample and its name, px at text of 13 px. */
#define SAMPLE_AIR 6.0

/* What the sample and its air take before the name, px. */
static double
end_label_sample(const EndLabel *label, const Theme *theme)
{
    return label->sample == NULL ? 0 : (label->mark->coded_key + SAMPLE_AIR) * theme_em(theme);
}

static TextStyle
end_label_style(const EndLabel *label, const Theme *theme)
{
    TextStyle style = theme->label;

    style.color = label->color;
    style.bold = label->bold;
    return style;
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

static const LabelKind end_names = { "name", "names", "at the ends of the lines",
                                     "a larger figure or --legend top would show them", FALSE };

static void
end_label_draw_sample(const EndLabel *label, const ColumnLabel *placed, double x,
                      SceneBuilder *builder, const Theme *theme)
{
    double air = SAMPLE_AIR * theme_em(theme);

    if (label->sample != NULL && placed->placed)
        label->mark->draw_key(builder, (Rect){ x, placed->middle, placed->indent - air, 0 },
                              label->sample, theme);
}

void
end_labels_draw(const EndLabel *labels, guint n, Rect panel, double max_width, LabelTally *tally,
                SceneBuilder *builder, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    TextExtents line = text_measure(context->measurer, "x", &theme->label);
    g_autofree ColumnLabel *column = g_new0(ColumnLabel, n + 1);
    double right = panel.x;
    /* Not so far down that a name meets the labels under the panel. */
    LabelColumn place = { .top = panel.y - line.line_height / 2 + LEAST_GAP,
                          .end = rect_bottom(panel) + theme->tick_length,
                          .gap = line.line_height - line.ascent - line.descent,
                          .still = STILL };

    for (guint i = 0; i < n; i++)
        right = MAX(right, labels[i].end.x);
    for (guint i = 0; i < n; i++) {
        const EndLabel *label = &labels[i];
        TextStyle style = end_label_style(label, theme);
        double indent = end_label_sample(label, theme);
        g_autofree char *text =
            text_ellipsize(label->text, &style, MAX(0, max_width - indent), context->measurer);

        column[i] = (ColumnLabel){
            .block = text_block_line(text, &style, context->measurer),
            .kind = &end_names,
            .subject = label->subject,
            .weight = label->weight,
            .leader = { { label->end.x + 4, label->end.y }, { right + 5, label->end.y } },
            .color = color_with_alpha(style.color, 0.55),
            .bare = label->bare,
            .far = !label->bare && right - label->end.x > STILL,
            .indent = indent,
            .data = label,
        };
    }
    label_column_place(&place, column, n);
    place.x = right + (label_column_has_leaders(&place, column, n) ? LEADER_ROOM - 2 : LEADER_GAP);
    scene_builder_push(builder, ROLE_LABELS, NULL);
    label_column_draw(&place, column, n, tally, builder);
    for (guint i = 0; i < n; i++) {
        end_label_draw_sample(column[i].data, &column[i], place.x, builder, theme);
        text_block_free(column[i].block);
    }
    scene_builder_pop(builder);
}
