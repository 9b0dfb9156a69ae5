// What is known of elements and attributes by their names.
#include "xml/walk.h"

#include <string.h>

typedef struct {
    const char *name;
    ProfileRuleId rule;
} NameRule;

static const NameRule elements[] = {
    { "a", PROFILE_LINK },
    { "altGlyph", PROFILE_TSPAN },
    { "animate", PROFILE_ANIMATION },
    { "animateColor", PROFILE_ANIMATION },
    { "animateMotion", PROFILE_ANIMATION },
    { "animateTransform", PROFILE_ANIMATION },
    { "clipPath", PROFILE_CLIP },
    { "filter", PROFILE_FILTER },
    { "foreignObject", PROFILE_FOREIGN_OBJECT },
    { "linearGradient", PROFILE_GRADIENT },
    { "marker", PROFILE_MARKER },
    { "mask", PROFILE_MASK },
    { "meshgradient", PROFILE_GRADIENT },
    { "pattern", PROFILE_PATTERN },
    { "radialGradient", PROFILE_GRADIENT },
    { "script", PROFILE_SCRIPT },
    { "set", PROFILE_ANIMATION },
    { "style", PROFILE_STYLE_SHEET },
    { "svg", PROFILE_NESTED_SVG },
    { "switch", PROFILE_SWITCH },
    { "symbol", PROFILE_USE },
    { "textPath", PROFILE_TEXT_PATH },
    { "tref", PROFILE_TSPAN },
    { "tspan", PROFILE_TSPAN },
    { "use", PROFILE_USE },
};

static const NameRule attributes[] = {
    { "alignment-baseline", PROFILE_BASELINE },
    { "baseline-shift", PROFILE_BASELINE },
    { "clip", PROFILE_CLIP },
    { "clip-path", PROFILE_CLIP },
    { "display", PROFILE_HIDDEN },
    { "dominant-baseline", PROFILE_BASELINE },
    { "dx", PROFILE_TEXT_SHIFT },
    { "dy", PROFILE_TEXT_SHIFT },
    { "filter", PROFILE_FILTER },
    { "font", PROFILE_FONT },
    { "font-stretch", PROFILE_TEXT_STYLE },
    { "font-variant", PROFILE_TEXT_STYLE },
    { "id", PROFILE_ID },
    { "isolation", PROFILE_BLEND },
    { "lengthAdjust", PROFILE_TEXT_LENGTH },
    { "letter-spacing", PROFILE_TEXT_STYLE },
    { "marker", PROFILE_MARKER },
    { "marker-end", PROFILE_MARKER },
    { "marker-mid", PROFILE_MARKER },
    { "marker-start", PROFILE_MARKER },
    { "mask", PROFILE_MASK },
    { "mix-blend-mode", PROFILE_BLEND },
    { "opacity", PROFILE_OPACITY },
    { "paint-order", PROFILE_PAINT_ORDER },
    { "rotate", PROFILE_TEXT_SHIFT },
    { "stroke-dashoffset", PROFILE_DASH_OFFSET },
    { "style", PROFILE_STYLE_ATTRIBUTE },
    { "text-decoration", PROFILE_TEXT_STYLE },
    { "textLength", PROFILE_TEXT_LENGTH },
    { "vector-effect", PROFILE_VECTOR_EFFECT },
    { "visibility", PROFILE_HIDDEN },
    { "word-spacing", PROFILE_TEXT_STYLE },
    { "writing-mode", PROFILE_TEXT_STYLE },
};

const char *const names_guards[] = {
    "direction",  "fill",           "stroke",       "font-family", "font-size", "font-weight",
    "font-style", "letter-spacing", "word-spacing", "text-anchor", NULL,
};

static gboolean
find(const NameRule *rows, guint n, const char *name, ProfileRuleId *ret_rule)
{
    for (guint i = 0; i < n; i++)
        if (strcmp(rows[i].name, name) == 0) {
            *ret_rule = rows[i].rule;
            return TRUE;
        }
    return FALSE;
}

gboolean
names_element(const char *name, ProfileRuleId *ret_rule)
{
    static const char *const profile[] = { "title",  "desc", "g",    "rect",
                                           "circle", "path", "text", "image" };

    for (guint i = 0; i < G_N_ELEMENTS(profile); i++)
        if (strcmp(profile[i], name) == 0)
            return FALSE;
    if (!find(elements, G_N_ELEMENTS(elements), name, ret_rule))
        *ret_rule = PROFILE_ELEMENT;
    return TRUE;
}

gboolean
names_attribute(const char *name, ProfileRuleId *ret_rule)
{
    if (find(attributes, G_N_ELEMENTS(attributes), name, ret_rule))
        return TRUE;
    *ret_rule = PROFILE_SCRIPT;
    return g_str_has_prefix(name, "on") &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz") == strlen(name);
}
