#include "scene/node.h"

#include <string.h>

static const char *const role_names[] = {
    [ROLE_NONE] = NULL,
    [ROLE_BACKGROUND] = "background",
    [ROLE_HEADING] = "heading",
    [ROLE_PANEL] = "panel",
    [ROLE_GRID] = "grid",
    [ROLE_AXIS] = "axis",
    [ROLE_MARKS] = "marks",
    [ROLE_MARK] = "mark",
    [ROLE_LABELS] = "labels",
    [ROLE_LEGEND] = "legend",
    [ROLE_RULE] = "rule",
    [ROLE_BAND] = "band",
    [ROLE_ANNOTATION] = "annotation",
    [ROLE_FOOTER] = "footer",
    [ROLE_GROUND] = "ground",
};

const char *
role_name(Role role)
{
    return role_names[role];
}

gboolean
role_from_name(const char *name, Role *ret_role)
{
    for (guint i = ROLE_NONE + 1; i < G_N_ELEMENTS(role_names); i++)
        if (strcmp(role_names[i], name) == 0) {
            *ret_role = (Role)i;
            return TRUE;
        }
    return FALSE;
}

void
scene_free(Scene *scene)
{
    if (scene != NULL)
        arena_free(scene->arena);
}
