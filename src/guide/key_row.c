#include "guide/key_row.h"

#include "guide/legend_title.h"

/* Between two keys in a row, px at text of 12 px. */
#define KEY_GAP 34.0
/* A key has all its words in the very width that it asked for, px. */
#define ROUNDING 0.01

typedef struct {
    Box box;
    const char *title;
    Box *key;
} TitledKey;

static Size
titled_key_measure(Box *box, Size available, const LayoutContext *context)
{
    TitledKey *titled = (TitledKey *)box;
    Size title = legend_title_size(titled->title, available.width, context), size;

    available.height = MAX(0, available.height - title.height);
    size = box_measure(titled->key, available, context);
    return (Size){ MAX(size.width, title.width), size.height + title.height };
}

static void
titled_key_place(Box *box, const LayoutContext *context)
{
    double title = legend_title_size(((TitledKey *)box)->title, box->rect.width, context).height;
    Rect rect = box->rect;

    rect.y += title;
    rect.height = MAX(0, rect.height - title);
    box_place(((TitledKey *)box)->key, rect, context);
}

static void
titled_key_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const TitledKey *titled = (const TitledKey *)box;

    scene_builder_push(builder, ROLE_LEGEND, NULL);
    legend_title_draw(titled->title, box->rect, builder, context);
    scene_builder_pop(builder);
    box_draw(titled->key, builder, context);
}

static void
titled_key_free(Box *box)
{
    box_free(((TitledKey *)box)->key);
    g_free(box);
}

static const BoxType titled_key_type = {
    .measure = titled_key_measure,
    .place = titled_key_place,
    .draw = titled_key_draw,
    .free = titled_key_free,
};

Box *
titled_key_new(const char *title, Box *key)
{
    TitledKey *titled;

    if (key == NULL || title == NULL || *title == '\0')
        return key;
    titled = g_new0(TitledKey, 1);
    *titled = (TitledKey){ .box.type = &titled_key_type, .title = title, .key = key };
    return &titled->box;
}

typedef struct {
    Box box;
    GPtrArray *keys; /* Box * */
    gboolean column;
} KeyRow;

/* Where each key stands, from the corner of the row; the size taken. rects may be NULL. */
static Size
key_row_flow(const KeyRow *row, double width, const LayoutContext *context, Rect *rects)
{
    double gap = KEY_GAP * context->theme->axis.size / 12, x = 0, y = 0, line = 0, widest = 0;

    for (guint i = 0; i < row->keys->len; i++) {
        Size size = box_measure(row->keys->pdata[i], (Size){ width, G_MAXDOUBLE }, context);

        size.width = MIN(size.width, width);
        if (i > 0 && (row->column || x + gap + size.width > width)) {
            y += line + context->theme->line_gap * 3;
            x = line = 0;
        } else if (i > 0) {
            x += gap;
        }
        if (rects != NULL)
            rects[i] = (Rect){ x, y, size.width, size.height };
        x += size.width;
        line = MAX(line, size.height);
        widest = MAX(widest, x);
    }
    return (Size){ widest, y + line };
}

static Size
key_row_measure(Box *box, Size available, const LayoutContext *context)
{
    return key_row_flow((const KeyRow *)box, available.width, context, NULL);
}

static void
key_row_place(Box *box, const LayoutContext *context)
{
    const KeyRow *row = (const KeyRow *)box;
    g_autofree Rect *rects = g_new0(Rect, row->keys->len + 1);

    key_row_flow(row, box->rect.width, context, rects);
    for (guint i = 0; i < row->keys->len; i++) {
        rects[i].x += box->rect.x;
        rects[i].y += box->rect.y;
        rects[i].width += ROUNDING;
        box_place(row->keys->pdata[i], rects[i], context);
    }
}

static void
key_row_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const KeyRow *row = (const KeyRow *)box;

    for (guint i = 0; i < row->keys->len; i++)
        box_draw(row->keys->pdata[i], builder, context);
}

static void
key_row_free(Box *box)
{
    g_ptr_array_unref(((KeyRow *)box)->keys);
    g_free(box);
}

static const BoxType key_row_type = {
    .measure = key_row_measure,
    .place = key_row_place,
    .draw = key_row_draw,
    .free = key_row_free,
};

static void
key_row_free_key(gpointer key)
{
    box_free(key);
}

Box *
key_row_new(gboolean column)
{
    KeyRow *row = g_new0(KeyRow, 1);

    row->box.type = &key_row_type;
    row->keys = g_ptr_array_new_with_free_func(key_row_free_key);
    row->column = column;
    return &row->box;
}

void
key_row_add(Box *box, Box *key)
{
    if (key != NULL)
        g_ptr_array_add(((KeyRow *)box)->keys, key);
}

gboolean
key_row_is_empty(const Box *box)
{
    return ((const KeyRow *)box)->keys->len == 0;
}
