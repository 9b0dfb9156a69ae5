#include "deck/picture.h"

#include "base/number.h"
#include "io/png_text.h"

#include <string.h>

#define NOT_OURS "this is no figure of Cartouche's, or it was drawn with --metadata=off"

typedef struct {
    DeckPicture *picture;
    guint depth; /* of open elements */
    char **text; /* where characters go; NULL: nowhere */
    GString *gathered;
} SvgReading;

void
deck_picture_free(DeckPicture *picture)
{
    if (picture == NULL)
        return;
    g_free(picture->title);
    g_free(picture->description);
    g_free(picture->language);
    g_free(picture->command);
    g_free(picture->hash);
    g_clear_pointer(&picture->svg, g_bytes_unref);
    g_clear_pointer(&picture->png, g_bytes_unref);
    g_free(picture);
}

/* ---- SVG ---- */

static const char *
find_attribute(const char **names, const char **values, const char *name)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0)
            return values[i];
    return NULL;
}

static double
read_length(const char *text)
{
    double value = 0;

    if (text != NULL)
        number_parse(text, strlen(text), &value);
    return value;
}

static void
read_root(DeckPicture *picture, const char **names, const char **values)
{
    picture->width = read_length(find_attribute(names, values, "width"));
    picture->height = read_length(find_attribute(names, values, "height"));
    picture->language = g_strdup(find_attribute(names, values, "xml:lang"));
    picture->command = g_strdup(find_attribute(names, values, "data-command"));
    picture->hash = g_strdup(find_attribute(names, values, "data-hash"));
}

static void
read_background(DeckPicture *picture, const char **names, const char **values)
{
    const char *role = find_attribute(names, values, "class");
    const char *fill = find_attribute(names, values, "fill");

    if (role != NULL && strcmp(role, "ct-bg") == 0 && fill != NULL)
        color_parse(fill, &picture->background);
}

static void
svg_begin(G_GNUC_UNUSED GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer data, GError **error)
{
    static const char *const ours[] = { "svg",  "g",     "rect",  "circle", "path",
                                        "text", "image", "title", "desc",   NULL };
    SvgReading *reading = data;
    DeckPicture *picture = reading->picture;

    if (!g_strv_contains(ours, element) || (reading->depth == 0) != (strcmp(element, "svg") == 0)) {
        g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                    "<%s> stands where Cartouche never writes it", element);
        return;
    }
    if (reading->depth == 0)
        read_root(picture, names, values);
    else if (reading->depth == 1 && strcmp(element, "rect") == 0)
        read_background(picture, names, values);
    reading->text = NULL;
    if (reading->depth == 1 && strcmp(element, "title") == 0)
        reading->text = &picture->title;
    else if (reading->depth == 1 && strcmp(element, "desc") == 0)
        reading->text = &picture->description;
    reading->depth++;
}

static void
svg_end(G_GNUC_UNUSED GMarkupParseContext *context, G_GNUC_UNUSED const char *element,
        gpointer data, G_GNUC_UNUSED GError **error)
{
    SvgReading *reading = data;

    if (reading->text != NULL && *reading->text == NULL)
        *reading->text = g_strdup(reading->gathered->str);
    g_string_truncate(reading->gathered, 0);
    reading->text = NULL;
    reading->depth--;
}

static void
svg_characters(G_GNUC_UNUSED GMarkupParseContext *context, const char *text, gsize length,
               gpointer data, G_GNUC_UNUSED GError **error)
{
    SvgReading *reading = data;

    if (reading->text != NULL)
        g_string_append_len(reading->gathered, text, (gssize)length);
}

static gboolean
parse_svg(DeckPicture *picture, GBytes *bytes, GError **error)
{
    static const GMarkupParser parser = { .start_element = svg_begin,
                                          .end_element = svg_end,
                                          .text = svg_characters };
    g_autoptr(GString) gathered = g_string_new(NULL);
    SvgReading reading = { .picture = picture, .gathered = gathered };
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, &reading, NULL);
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);

    return g_markup_parse_context_parse(context, text, (gssize)length, error) &&
           g_markup_parse_context_end_parse(context, error);
}

static gboolean
read_svg(DeckPicture *picture, const char *file, GBytes *bytes, GError **error)
{
    g_autoptr(GError) inner = NULL;

    picture->svg = g_bytes_ref(bytes);
    if (parse_svg(picture, bytes, &inner) && picture->width > 0 && picture->height > 0)
        return TRUE;
    /* Of a file that was never ours nothing more needs to be said. */
    if (picture->command == NULL || inner == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, NOT_OURS);
    } else {
        g_autofree char *why = error_quote(inner->message, -1, 200);

        error_set(error, ERROR_INPUT, (Where){ .file = file },
                  "this SVG was changed or cut after it was drawn: %s; draw it again", why);
    }
    return FALSE;
}

/* ---- PNG ---- */

static gboolean
read_png(DeckPicture *picture, const char *file, GBytes *bytes, GError **error)
{
    gsize length;
    gconstpointer data = g_bytes_get_data(bytes, &length);
    guint32 width, height;

    picture->png = g_bytes_ref(bytes);
    picture->title = png_text(data, length, "Title");
    picture->description = png_text(data, length, "Description");
    picture->command = png_text(data, length, "Command");
    picture->hash = png_text(data, length, "Hash");
    /* The end stands at the end of a file that is whole. */
    if (!png_size(data, length, &width, &height) || picture->command == NULL ||
        memcmp((const guint8 *)data + length - 8, "IEND", 4) != 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, "%s",
                  picture->command != NULL ? "the PNG is cut; draw it again" : NOT_OURS);
        return FALSE;
    }
    picture->width = width;
    picture->height = height;
    return TRUE;
}

static gboolean
read_any(DeckPicture *picture, const char *file, GBytes *bytes, GError **error)
{
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    if (png_is(data, length))
        return read_png(picture, file, bytes, error);
    if (length < 5 || memcmp(data, "%PDF-", 5) != 0)
        return read_svg(picture, file, bytes, error);
    error_set(error, ERROR_INPUT, (Where){ .file = file },
              "a slide holds no PDF; name the SVG or the PNG of this figure");
    return FALSE;
}

DeckPicture *
deck_picture_read(const char *file, GBytes *bytes, GError **error)
{
    g_autoptr(DeckPicture) picture = g_new0(DeckPicture, 1);

    picture->background = COLOR_RGB(0xffffff);
    if (!read_any(picture, file, bytes, error))
        return NULL;
    if (picture->command == NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = file }, NOT_OURS);
        return NULL;
    }
    if (picture->description == NULL)
        picture->description = g_strdup("");
    /* A slide without a title cannot be told from others by ear. */
    if (picture->title == NULL)
        picture->title =
            g_strdup(*picture->description != '\0' ? picture->description : picture->command);
    return g_steal_pointer(&picture);
}
