#include "mark/hatch.h"

/* clang-format off */
#define RISING { 1, -1 }
#define FALLING { 1, 1 }
#define LEVEL { 1, 0 }
#define UPRIGHT { 0, 1 }

const Hatch hatches[] = {
    { .name = "plain", .tint = 1 },
    { "rising", { RISING }, 1, 6, 0.1, FALSE },
    { "light-falling", { FALLING }, 1, 6, 1, TRUE },
    { "crossed", { RISING, FALLING }, 2, 9, 0, FALSE },
    { "light-level", { LEVEL }, 1, 6, 1, TRUE },
    { "falling", { FALLING }, 1, 10, 0.25, FALSE },
    { "upright", { UPRIGHT }, 1, 5, 0, FALSE },
    { "light-grid", { LEVEL, UPRIGHT }, 2, 8, 1, TRUE },
    { .name = NULL },
};
/* clang-format on */

const Hatch *
hatch_at(guint index)
{
    return &hatches[index % (G_N_ELEMENTS(hatches) - 1)];
}
