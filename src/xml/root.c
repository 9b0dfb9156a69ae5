// What only the root says.
#include "xml/walk.h"

#include <string.h>

static const char *
value_of(const Walk *walk, const char *name)
{
    const Attribute *attribute = walk_attribute(walk, name);

    return attribute != NULL ? attribute->value : NULL;
}

static gboolean
is_number(const char *text)
{
    return text != NULL && *text != '\0' && strspn(text, "0123456789.") == strlen(text);
}

static void
check_size(Walk *walk)
{
    const char *width = value_of(walk, "width"), *height = value_of(walk, "height");
    const char *box = value_of(walk, "viewBox");
    g_autofree char *wanted = NULL, *subject = NULL;

    if (is_number(width) && is_number(height)) {
        wanted = g_strdup_printf("0 0 %s %s", width, height);
        if (g_strcmp0(box, wanted) == 0)
            return;
    }
    subject = g_strdup_printf("width=\"%.20s\" height=\"%.20s\" viewBox=\"%.60s\"",
                              width != NULL ? width : "", height != NULL ? height : "",
                              box != NULL ? box : "");
    walk_found(walk, PROFILE_SIZE, subject);
}

static void
check_guards(Walk *walk)
{
    g_autoptr(GString) missing = g_string_new(NULL);

    for (guint i = 0; names_guards[i] != NULL; i++)
        if (value_of(walk, names_guards[i]) == NULL)
            g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", names_guards[i]);
    if (missing->len == 0)
        return;
    g_string_prepend(missing, "no ");
    walk_found(walk, PROFILE_GUARD, missing->str);
}

void
root_check(Walk *walk, const char *name, const char *space)
{
    const char *role = value_of(walk, "role"), *label = value_of(walk, "aria-label");

    if (strcmp(name, "svg") != 0 || g_strcmp0(space, SVG_NAMESPACE) != 0) {
        g_autofree char *subject = g_strdup_printf("<%.60s>", name);

        walk_found(walk, PROFILE_ROOT, subject);
        return;
    }
    check_size(walk);
    check_guards(walk);
    if (g_strcmp0(role, "img") != 0 || label == NULL || *label == '\0')
        walk_found(walk, PROFILE_NAME, "<svg>");
}
