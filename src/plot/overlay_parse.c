#include "plot/overlay.h"

#include "plot/bind.h"
#include "plot/pairs.h"
#include "text/wrap.h"

#include <string.h>

static const OverlayKind overlay_kinds[] = {
    { .mark = &mark_line, .spans = TRUE, .places = TRUE, .joins = TRUE },
    { .mark = &mark_area,
      .spans = TRUE,
      .from_zero = TRUE,
      .under = TRUE,
      .places = TRUE,
      .joins = TRUE },
    { .mark = &mark_bar, .spans = TRUE, .from_zero = TRUE, .under = TRUE, .places = TRUE },
    { .mark = &mark_dot, .spans = TRUE, .places = TRUE },
    { .mark = &mark_rule },
    { .mark = NULL },
};

static const char *const overlay_keys[] = { "x",     "y",     "low",    "high",
                                            "color", "label", "colour", NULL };
enum { KEY_X, KEY_Y, KEY_LOW, KEY_HIGH, KEY_COLOR, KEY_LABEL, KEY_COLOUR, N_KEYS };

static const OverlayKind *
overlay_find_kind(const char *text, gsize length, GError **error)
{
    const char *names[G_N_ELEMENTS(overlay_kinds)] = { NULL };
    g_autofree char *word = g_strndup(text, length);
    g_autofree char *quoted = error_quote(word, -1, 40), *near = NULL, *all = NULL;

    for (guint i = 0; overlay_kinds[i].mark != NULL; i++) {
        names[i] = overlay_kinds[i].mark->name;
        if (strcmp(names[i], word) == 0)
            return &overlay_kinds[i];
    }
    near = error_suggest(word, names);
    all = g_strjoinv(", ", (char **)names);
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--layer: \"%s\" is no mark of a layer%s; it begins with one of %s, as in 'line "
              "y=target'",
              quoted, near, all);
    return NULL;
}

static gboolean
overlay_parse_color(Overlay *overlay, const char *text, GError **error)
{
    if (text == NULL)
        return TRUE;
    overlay->has_color = color_parse(text, &overlay->color) && overlay->color.a > 0;
    if (!overlay->has_color) {
        g_autofree char *quoted = error_quote(text, -1, 40);
        g_autofree char *near = color_suggest(text);

        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: color=\"%s\" is no colour%s; colours are #rgb, #rrggbb and CSS names",
                  quoted, near);
    }
    return overlay->has_color;
}

/* A key that nobody knows is part of the value before it; it is found there. */
static gboolean
overlay_check_values(char *const values[N_KEYS], GError **error)
{
    for (guint i = 0; i < N_KEYS; i++)
        if (i != KEY_LABEL && values[i] != NULL &&
            !pairs_check_value("layer", values[i], overlay_keys, error))
            return FALSE;
    if (values[KEY_COLOR] != NULL && values[KEY_COLOUR] != NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--layer: \"color\" is given twice");
        return FALSE;
    }
    return TRUE;
}

/* The header of what is shown, or of both edges. */
static const char *
overlay_make_name(const Plot *plot, const Overlay *overlay)
{
    const Channel shown[] = { CHANNEL_Y, CHANNEL_X };
    g_autofree char *title = NULL, *high = NULL, *both = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(shown) && title == NULL; i++)
        if (overlay->exprs[shown[i]] != NULL)
            title = frame_expr_title(plot->frame, plot->spec, overlay->exprs[shown[i]]);
    if (title == NULL && overlay->exprs[CHANNEL_LOW] != NULL) {
        title = frame_expr_title(plot->frame, plot->spec, overlay->exprs[CHANNEL_LOW]);
        high = frame_expr_title(plot->frame, plot->spec, overlay->exprs[CHANNEL_HIGH]);
        both = g_strdup_printf("%s – %s", title != NULL ? title : "", high != NULL ? high : "");
        return bind_name(plot, both);
    }
    return bind_name(plot, title != NULL ? title : overlay->kind->mark->name);
}

static gboolean
overlay_take(Plot *plot, Overlay *overlay, char *const values[N_KEYS], GError **error)
{
    static const Channel channels[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_LOW, CHANNEL_HIGH };

    if (!overlay_check_values(values, error) ||
        !overlay_parse_color(
            overlay, values[KEY_COLOR] != NULL ? values[KEY_COLOR] : values[KEY_COLOUR], error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        overlay->exprs[channels[i]] = arena_strdup(plot->arena, values[i]);
    overlay->name = overlay_make_name(plot, overlay);
    if (values[KEY_LABEL] != NULL && *values[KEY_LABEL] != '\0') {
        g_autofree char *line = g_strdelimit(g_strdup(values[KEY_LABEL]), "\n", ' ');
        g_autofree char *clean = text_clean(line, FALSE, 0);

        overlay->name = arena_strdup(plot->arena, clean);
    }
    if ((values[KEY_LOW] == NULL) != (values[KEY_HIGH] == NULL)) {
        error_set(
            error, ERROR_USAGE, WHERE_NONE, "--layer: an interval has two ends: %s= needs %s=",
            values[KEY_LOW] != NULL ? "low" : "high", values[KEY_LOW] != NULL ? "high" : "low");
        return FALSE;
    }
    if (values[KEY_LOW] != NULL && !overlay->kind->spans) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: %s has no low= and high=", overlay->kind->mark->name);
        return FALSE;
    }
    return TRUE;
}

static gboolean
overlay_parse_one(Plot *plot, const char *text, Overlay *overlay, GError **error)
{
    const char *p = text + strspn(text, " ");
    gsize length = strcspn(p, " ,=");
    char *values[N_KEYS + 1] = { NULL };
    gboolean ok;

    overlay->kind = overlay_find_kind(p, length, error);
    if (overlay->kind == NULL)
        return FALSE;
    p += length;
    p += strspn(p, " ,");
    ok = pairs_parse("layer", p, overlay_keys, values, error) &&
         overlay_take(plot, overlay, values, error);
    for (guint i = 0; i < N_KEYS; i++)
        g_free(values[i]);
    return ok;
}

gboolean
overlay_parse(Plot *plot, GError **error)
{
    const GPtrArray *texts = plot->spec->layer;

    if (texts == NULL)
        return TRUE;
    plot->overlays = arena_new0(plot->arena, Overlay, texts->len);
    for (guint i = 0; i < texts->len; i++)
        if (!overlay_parse_one(plot, texts->pdata[i], &plot->overlays[i], error))
            return FALSE;
    plot->n_overlays = texts->len;
    return TRUE;
}

void
overlay_free(Plot *plot)
{
    for (guint i = 0; i < plot->n_overlays; i++)
        g_clear_pointer(&plot->overlays[i].frame, frame_free);
    plot->n_overlays = 0;
}
