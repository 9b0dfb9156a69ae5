// What attributes say.
#include "xml/walk.h"

#include <string.h>

#define MOST_ATTRIBUTE 9000000
#define MOST_STROKED_VERTICES 2001 /* a part of a split line repeats one */
#define PNG_DATA "data:image/png;base64,"
/* The one style that does good, behind the fill: it keeps more of a page's CSS out, and nobody
 * misses it. */
#define GUARD_STYLE                                                                                \
    ";stroke:none;stroke-linecap:butt;stroke-linejoin:miter;text-transform:none;text-shadow:none;" \
    "font-variant:normal;font-feature-settings:normal;font-size-adjust:none;"                      \
    "writing-mode:horizontal-tb"

static gboolean
is_one_of(const char *name, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_guard_style(const char *value)
{
    static const char fill[] = "fill:#";
    const char *hex = value + strlen(fill);

    return g_str_has_prefix(value, fill) &&
           strcmp(hex + strspn(hex, "0123456789abcdef"), GUARD_STYLE) == 0;
}

static gboolean
is_color(const char *name)
{
    static const char *const names[] = { "fill",       "stroke",      "color",
                                         "stop-color", "flood-color", NULL };

    return is_one_of(name, names);
}

/* Colours that some client reads as black or as opaque. */
static gboolean
is_weak_color(const char *value)
{
    static const char *const starts[] = { "rgba(", "hsl",    "hwb(",   "lab(", "lch(",
                                          "color", "oklab(", "oklch(", NULL };
    gsize length = strlen(value);

    for (guint i = 0; starts[i] != NULL; i++)
        if (g_ascii_strncasecmp(value, starts[i], strlen(starts[i])) == 0)
            return TRUE;
    return g_ascii_strcasecmp(value, "transparent") == 0 ||
           g_ascii_strcasecmp(value, "currentColor") == 0 ||
           (value[0] == '#' && (length == 5 || length == 9));
}

static gboolean
is_length(const char *name)
{
    static const char *const names[] = { "x",  "y",         "width",        "height", "cx", "cy",
                                         "r",  "rx",        "ry",           "x1",     "x2", "y1",
                                         "y2", "font-size", "stroke-width", NULL };

    return is_one_of(name, names);
}

/* "12pt", "50%". */
static gboolean
has_unit(const char *value)
{
    gsize length = strlen(value);

    return length > 0 && (value[length - 1] == '%' || g_ascii_isalpha(value[length - 1]));
}

static void
check_reference(Walk *walk, const char *element, const Attribute *attribute, const char *subject)
{
    const char *value = attribute->value;

    if (strcmp(element, "image") == 0 && g_str_has_prefix(value, "data:")) {
        if (!g_str_has_prefix(value, PNG_DATA) || g_strcmp0(attribute->space, XLINK_NAMESPACE) != 0)
            walk_found(walk, PROFILE_IMAGE, subject);
    } else if (value[0] != '#' && strcmp(element, "a") != 0) {
        walk_found(walk, PROFILE_EXTERNAL, subject);
    }
}

/* By its name, where that is not allowed to stand on the root. */
static void
check_name(Walk *walk, const Attribute *attribute, const char *subject, gboolean is_root)
{
    ProfileRuleId rule;

    if (!names_attribute(attribute->name, &rule))
        return;
    if (is_root && (is_one_of(attribute->name, names_guards) ||
                    (rule == PROFILE_STYLE_ATTRIBUTE && is_guard_style(attribute->value))))
        return;
    walk_found(walk, rule, subject);
}

/* By what it says, whatever its name is. */
static void
check_value(Walk *walk, const Attribute *attribute, const char *subject, gboolean is_root)
{
    const char *value = attribute->value;
    ProfileRuleId rule;

    if (strlen(value) > MOST_ATTRIBUTE)
        walk_found(walk, PROFILE_ATTRIBUTE_SIZE, subject);
    if (strstr(value, "var(") != NULL)
        walk_found(walk, PROFILE_VARIABLE, subject);
    if (strstr(value, "url(") != NULL && !names_attribute(attribute->name, &rule))
        walk_found(walk, PROFILE_URL, subject);
    if (g_ascii_strncasecmp(value, "javascript:", strlen("javascript:")) == 0)
        walk_found(walk, PROFILE_SCRIPT, subject);
    if (is_color(attribute->name) && is_weak_color(value))
        walk_found(walk, PROFILE_COLOR, subject);
    if (!is_root && is_length(attribute->name) && has_unit(value))
        walk_found(walk, PROFILE_UNIT, subject);
    if (strcmp(attribute->name, "class") == 0 && !g_str_has_prefix(value, "ct-"))
        walk_found(walk, PROFILE_CLASS, subject);
    if (strcmp(attribute->name, "font-family") == 0 && !text_fonts_fall_back(value))
        walk_found(walk, PROFILE_FALLBACK, subject);
}

static void
check_text_attribute(Walk *walk, const Attribute *attribute, const char *subject)
{
    static const char *const paints[] = { "stroke", "fill-opacity", "stroke-opacity",
                                          "stroke-width", NULL };

    if (is_one_of(attribute->name, paints))
        walk_found(walk, PROFILE_TEXT_PAINT, subject);
    if ((attribute->name[0] == 'x' || attribute->name[0] == 'y') && attribute->name[1] == '\0' &&
        strpbrk(attribute->value, " ,") != NULL)
        walk_found(walk, PROFILE_TEXT_SHIFT, subject);
}

static void
check_shape(Walk *walk, const char *element)
{
    const Attribute *data = walk_attribute(walk, "d");
    const OpenElement *open = &g_array_index(walk->open, OpenElement, walk->open->len - 1);
    static const char *const sizes[] = { "width", "height", "r", NULL };

    if (strcmp(element, "path") == 0 && data != NULL && open->stroked) {
        guint n = path_data_vertices(data->value);
        g_autofree char *subject = g_strdup_printf("a stroked path of %u points", n);

        if (n > MOST_STROKED_VERTICES)
            walk_found(walk, PROFILE_VERTICES, subject);
    }
    for (guint i = 0; sizes[i] != NULL; i++) {
        const Attribute *size = walk_attribute(walk, sizes[i]);
        g_autofree char *subject = NULL;

        if (size == NULL || (strcmp(element, "rect") != 0 && strcmp(element, "circle") != 0) ||
            g_ascii_strtod(size->value, NULL) > 0)
            continue;
        subject = g_strdup_printf("<%s %s=\"%s\">", element, sizes[i], size->value);
        walk_found(walk, PROFILE_EMPTY, subject);
    }
}

void
values_check(Walk *walk, const char *element, gboolean is_root)
{
    for (guint i = 0; i < walk->attributes->len; i++) {
        const Attribute *attribute = &g_array_index(walk->attributes, Attribute, i);
        g_autofree char *subject = g_strdup_printf(
            "%s%s%s=\"%.60s\"", attribute->prefix != NULL ? attribute->prefix : "",
            attribute->prefix != NULL ? ":" : "", attribute->name, attribute->value);

        check_value(walk, attribute, subject, is_root);
        if (strcmp(attribute->name, "href") == 0)
            check_reference(walk, element, attribute, subject);
        else
            check_name(walk, attribute, subject, is_root);
        if (strcmp(element, "text") == 0)
            check_text_attribute(walk, attribute, subject);
        text_check(walk, NULL, attribute->value);
    }
    check_shape(walk, element);
}
