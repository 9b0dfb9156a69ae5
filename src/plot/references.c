#include "plot/references.h"

#include "plot/bind.h"
#include "plot/pairs.h"
#include "text/wrap.h"

#include <string.h>

static const char *const reference_keys[] = { "x", "y", "label", "color", "panel", "colour", NULL };
enum { KEY_X, KEY_Y, KEY_LABEL, KEY_COLOR, KEY_PANEL, KEY_COLOUR, N_KEYS };

static gboolean
references_fail(const Reference *reference, GError **error, const char *key, const char *text,
                const char *what)
{
    g_autofree char *quoted = error_quote(text, -1, 40);

    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: %s=\"%s\" %s", reference->option, key, quoted,
              what);
    return FALSE;
}

static gboolean
references_take_color(Reference *reference, const char *text, GError **error)
{
    g_autofree char *near = NULL, *what = NULL;

    if (text == NULL)
        return TRUE;
    reference->has_color = color_parse(text, &reference->color) && reference->color.a > 0;
    if (reference->has_color)
        return TRUE;
    near = color_suggest(text);
    what = g_strdup_printf("is no colour%s; colours are #rgb, #rrggbb and CSS names", near);
    return references_fail(reference, error, "color", text, what);
}

/* "A..B", "A..", "..B" of a band; a rule has one place. */
static gboolean
references_take_range(Plot *plot, Reference *reference, const char *key, const char *text,
                      GError **error)
{
    const char *dots = strstr(text, "..");
    g_autofree char *from = NULL, *to = NULL;

    if (!reference->is_band) {
        if (dots != NULL || *text == '\0')
            return references_fail(reference, error, key, text,
                                   dots != NULL ? "is a range; --band draws one"
                                                : "is empty; a place is missing");
        reference->from_text = arena_strdup(plot->arena, text);
        return TRUE;
    }
    if (dots == NULL || strlen(text) == strlen(".."))
        return references_fail(reference, error, key, text,
                               "is no range A..B (either end may be left out)");
    from = g_strstrip(g_strndup(text, (gsize)(dots - text)));
    to = g_strstrip(g_strdup(dots + strlen("..")));
    reference->from_text = *from != '\0' ? arena_strdup(plot->arena, from) : NULL;
    reference->to_text = *to != '\0' ? arena_strdup(plot->arena, to) : NULL;
    return TRUE;
}

static void
references_take_label(Plot *plot, Reference *reference, const char *text)
{
    g_autofree char *lines = NULL, *line = NULL;

    if (text == NULL || *text == '\0')
        return;
    lines = text_clean(text, TRUE, 0);
    line = g_strdelimit(g_strdup(lines), "\n", ' ');
    reference->label = arena_strdup(plot->arena, lines);
    reference->title = arena_strdup(plot->arena, line);
}

static gboolean
references_take(Plot *plot, Reference *reference, const char *text, char *const values[N_KEYS],
                GError **error)
{
    guint key = values[KEY_X] != NULL ? KEY_X : KEY_Y;
    const char *color = values[KEY_COLOR] != NULL ? values[KEY_COLOR] : values[KEY_COLOUR];

    for (guint i = 0; i < N_KEYS; i++)
        if (i != KEY_LABEL && values[i] != NULL &&
            !pairs_check_value(reference->option, values[i], reference_keys, error))
            return FALSE;
    if ((values[KEY_X] == NULL) == (values[KEY_Y] == NULL) ||
        (values[KEY_COLOR] != NULL && values[KEY_COLOUR] != NULL)) {
        g_autofree char *quoted = error_quote(text, -1, 60);

        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: one of x= and y= is needed, and %s, in \"%s\"", reference->option,
                  (values[KEY_X] == NULL) == (values[KEY_Y] == NULL) ? "not both" : "one colour",
                  quoted);
        return FALSE;
    }
    reference->channel = key == KEY_X ? CHANNEL_X : CHANNEL_Y;
    references_take_label(plot, reference, values[KEY_LABEL]);
    reference->panel_text = arena_strdup(plot->arena, values[KEY_PANEL]);
    return references_take_color(reference, color, error) &&
           references_take_range(plot, reference, reference_keys[key], values[key], error);
}

static gboolean
references_parse_all(Plot *plot, const GPtrArray *texts, const char *option, gboolean is_band,
                     GError **error)
{
    for (guint i = 0; texts != NULL && i < texts->len; i++) {
        Reference *reference = &plot->references[plot->n_references];
        char *values[N_KEYS + 1] = { NULL };
        gboolean ok;

        *reference = (Reference){ .option = option, .is_band = is_band };
        ok = pairs_parse(option, texts->pdata[i], reference_keys, values, error) &&
             references_take(plot, reference, texts->pdata[i], values, error);
        for (guint k = 0; k < N_KEYS; k++)
            g_free(values[k]);
        if (!ok)
            return FALSE;
        plot->n_references++;
    }
    return TRUE;
}

gboolean
references_parse(Plot *plot, GError **error)
{
    const GPtrArray *rules = plot->spec->rule, *bands = plot->spec->band;
    guint n = (rules != NULL ? rules->len : 0) + (bands != NULL ? bands->len : 0);

    plot->references = arena_new0(plot->arena, Reference, n + 1);
    return references_parse_all(plot, bands, "band", TRUE, error) &&
           references_parse_all(plot, rules, "rule", FALSE, error);
}
