#include "plot/summary_more.h"

#include "plot/bind.h"
#include "plot/overlay.h"
#include "plot/references.h"

/* "Target (10 – 17)" */
static const char *
more_overlay(const Plot *plot, const Overlay *overlay, const AxisSpec *axis)
{
    double min = INFINITY, max = -INFINITY;
    const char *range;

    overlay_extent(overlay, &min, &max);
    range = bind_value_text(plot, axis, min);
    if (min != max)
        range = arena_printf(plot->arena, "%s – %s", range, bind_value_text(plot, axis, max));
    return bind_word(plot, WORD_VALUE_AT, (const char *const[]){ overlay->name, range, NULL });
}

/* "2016 – 2018 (Sanctions)" */
static const char *
more_reference(const Plot *plot, const Reference *reference)
{
    const char *title = reference->title != NULL ? reference->title : "";
    const char *words = reference_words(plot, reference);

    if (*title == '\0')
        return words;
    words = bind_word(plot, WORD_VALUE_AT, (const char *const[]){ words, title, NULL });
    return bind_name(plot, words);
}

void
summary_more(const Plot *plot, const AxisSpec *axis, DescriptionFacts *facts)
{
    const char **shown = arena_new0(plot->arena, const char *, plot->n_overlays);
    const char **marked = arena_new0(plot->arena, const char *, plot->n_references);

    for (guint i = 0; i < plot->n_overlays; i++)
        shown[facts->n_shown++] = more_overlay(plot, &plot->overlays[i], axis);
    for (guint i = 0; i < plot->n_references; i++)
        if (!plot->references[i].outside)
            marked[facts->n_marked++] = more_reference(plot, &plot->references[i]);
    facts->shown = shown;
    facts->marked = marked;
}
