#include "layout/callout_work.h"

typedef struct {
    TextMeasurer base;
    TextMeasurer *measurer; /* borrowed */
    TextStyle style;
    GHashTable *known; /* text to TextExtents; only looked into */
} Memo;

static TextExtents
memo_measure(TextMeasurer *measurer, const char *text, const TextStyle *style)
{
    Memo *memo = (Memo *)measurer;
    TextExtents *extents = g_hash_table_lookup(memo->known, text);

    g_assert(style->size == memo->style.size && style->bold == memo->style.bold);
    if (extents == NULL) {
        extents = g_new(TextExtents, 1);
        *extents = text_measure(memo->measurer, text, style);
        g_hash_table_insert(memo->known, g_strdup(text), extents);
    }
    return *extents;
}

static void
memo_free(TextMeasurer *measurer)
{
    g_hash_table_unref(((Memo *)measurer)->known);
    g_free(measurer);
}

TextMeasurer *
callout_memo_new(const TextStyle *style, TextMeasurer *measurer)
{
    Memo *memo = g_new0(Memo, 1);

    memo->base = (TextMeasurer){ memo_measure, memo_free };
    memo->measurer = measurer;
    memo->style = *style;
    memo->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return &memo->base;
}
