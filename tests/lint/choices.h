// Options that random figures have, chosen by a generator with a seed of its own.
#pragma once

#include "plot/option.h"
#include "theme/theme.h"

#include <string.h>

static inline gboolean
set_option(Spec *spec, const ChartType *chart, const char *name, const char *value)
{
    const OptionDef *def = option_find(name);
    g_autoptr(GError) error = NULL;
    gboolean serves = def->charts == NULL;
    g_auto(GStrv) charts = g_strsplit(def->charts != NULL ? def->charts : "", " ", -1);

    for (guint i = 0; charts[i] != NULL; i++)
        serves = serves || strcmp(charts[i], chart->name) == 0;
    if (!serves || option_is_given(spec, name))
        return FALSE;
    if (!option_set(spec, def, value, &error))
        g_error("--%s %s: %s", name, value, error->message);
    return TRUE;
}

static inline const char *
one_of(GRand *random, const char *const *choices, guint n)
{
    return choices[g_rand_int_range(random, 0, (gint32)n)];
}

#define ONE_OF(random, ...)                              \
    one_of(random, (const char *const[]){ __VA_ARGS__ }, \
           G_N_ELEMENTS(((const char *const[]){ __VA_ARGS__ })))

/* "name=value", or NULL. */
static inline void
set_choice(Spec *spec, const ChartType *chart, GString *said, const char *choice)
{
    g_auto(GStrv) parts = choice != NULL ? g_strsplit(choice, "=", 2) : NULL;

    if (parts != NULL && set_option(spec, chart, parts[0], parts[1]))
        g_string_append_printf(said, " --%s '%s'", parts[0], parts[1]);
}

static inline void
set_words(Spec *spec, const ChartType *chart, GString *said, GRand *random)
{
    set_choice(spec, chart, said,
               ONE_OF(random, "title=Short", NULL,
                      "title=A title that says so much about the data that it needs more than one "
                      "line of any page, even of a wide one"));
    set_choice(spec, chart, said, ONE_OF(random, "subtitle=Percent of respondents", NULL));
    set_choice(spec, chart, said, ONE_OF(random, "source=A ministry", NULL));
    set_choice(spec, chart, said, ONE_OF(random, "note=Remarks", NULL));
    set_choice(spec, chart, said, ONE_OF(random, "lang=en", "lang=de", "lang=ko", NULL, NULL));
}

static inline void
set_look(Spec *spec, const ChartType *chart, GString *said, GRand *random)
{
    g_autofree char *theme = NULL;
    guint n_themes = 0;

    while (themes[n_themes] != NULL)
        n_themes++;
    theme =
        g_strconcat("theme=", themes[g_rand_int_range(random, 0, (gint32)n_themes)]->name, NULL);
    set_choice(spec, chart, said, theme);
    set_choice(spec, chart, said,
               ONE_OF(random, "preset=article", "preset=slide", "preset=square", "preset=wide",
                      NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "width=400", "width=640", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "height=300", "height=480", NULL, NULL));
    set_choice(spec, chart, said,
               ONE_OF(random, "legend=right", "legend=bottom", "legend=top", "legend=direct",
                      "legend=none", NULL, NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "values=on", "values=off", NULL, NULL));
    set_choice(spec, chart, said, ONE_OF(random, "code=both", NULL, NULL, NULL));
}
