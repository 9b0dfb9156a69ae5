#include "lint/ink.h"

#include <string.h>

/* Heights over and under the baseline, in em, of Liberation Sans (Arial's metrics). */
#define CAPITAL 0.73
#define SMALL 0.54
#define WIDE 0.88
#define TAIL 0.21
#define COMMA 0.15

typedef struct {
    double above, below;
} InkHeight;

static InkHeight
ink_of_ascii(char c)
{
    if (c == ' ')
        return (InkHeight){ 0, 0 };
    if (strchr("gpqy", c) != NULL)
        return (InkHeight){ SMALL, TAIL };
    if (strchr("acemnorsuvwxz-=~+.:", c) != NULL)
        return (InkHeight){ SMALL, 0 };
    if (strchr("j()[]{}|/@$Q_\\", c) != NULL)
        return (InkHeight){ CAPITAL, TAIL };
    if (c == ',' || c == ';')
        return (InkHeight){ SMALL, COMMA };
    return (InkHeight){ CAPITAL, 0 };
}

static InkHeight
ink_of(gunichar c, const SceneNode *text)
{
    const TextExtents *extents = &text->text.extents;

    if (c < 0x80) {
        InkHeight height = ink_of_ascii((char)c);

        return (InkHeight){ height.above * text->text.style.size,
                            height.below * text->text.style.size };
    }
    if (g_unichar_iswide(c)) /* Chinese, Japanese, Korean: squares of one em */
        return (InkHeight){ WIDE * text->text.style.size, TAIL / 2 * text->text.style.size };
    if (c >= 0x2010 && c < 0x2040) /* dashes, quotation marks */
        return (InkHeight){ CAPITAL * text->text.style.size, 0 };
    return (InkHeight){ extents->ascent, extents->descent };
}

Rect
text_ink_box(const SceneNode *text, double slack)
{
    double width = text->text.extents.width, grown = width * (1 + slack), left = 0;
    InkHeight ink = { 0, 0 };
    Point at = text->text.at;

    for (const char *p = text->text.text; *p != '\0'; p = g_utf8_next_char(p)) {
        InkHeight one = ink_of(g_utf8_get_char(p), text);

        ink = (InkHeight){ MAX(ink.above, one.above), MAX(ink.below, one.below) };
    }
    if (text->text.anchor == ANCHOR_MIDDLE)
        left = -grown / 2;
    else if (text->text.anchor == ANCHOR_END)
        left = -grown;
    if (text->text.angle < 0) /* reads upwards */
        return (Rect){ at.x - ink.above, at.y - left - grown, ink.above + ink.below, grown };
    if (text->text.angle > 0) /* reads downwards */
        return (Rect){ at.x - ink.below, at.y + left, ink.above + ink.below, grown };
    return (Rect){ at.x + left, at.y - ink.above, grown, ink.above + ink.below };
}
