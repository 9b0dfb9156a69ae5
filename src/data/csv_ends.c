#include "data/csv_ends.h"

static inline guint
count_bits(guint64 bits)
{
    bits -= bits >> 1 & G_GUINT64_CONSTANT(0x5555555555555555);
    bits = (bits & G_GUINT64_CONSTANT(0x3333333333333333)) +
           (bits >> 2 & G_GUINT64_CONSTANT(0x3333333333333333));
    bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT(0x0f0f0f0f0f0f0f0f);
    return (guint)(bits * G_GUINT64_CONSTANT(0x0101010101010101) >> 56);
}

/* Without bits the last place is told, which nobody looks at. */
static inline guint16
first_bit(guint64 bits, guint base)
{
    return (guint16)(base + (guint)__builtin_ctzll(bits | G_GUINT64_CONSTANT(1) << 63));
}

static inline void
note(CsvEnds *ends, guint64 bits, guint base)
{
    guint16 *at = ends->at + ends->n;

    ends->n += count_bits(bits);
    for (guint i = 0; i < CSV_ENDS_AT_ONCE; i++) {
        at[i] = first_bit(bits, base);
        bits &= bits - 1;
    }
    for (guint i = CSV_ENDS_AT_ONCE; G_UNLIKELY(bits != 0); i++) {
        at[i] = first_bit(bits, base);
        bits &= bits - 1;
    }
}

void
csv_ends_search(CsvEnds *ends)
{
    gsize left = (gsize)(ends->end - ends->next);
    guint base = 0;

    ends->from = ends->next;
    ends->k = ends->n = 0;
    for (; base < CSV_ENDS_BYTES && left - base >= 64; base += 64)
        note(ends, csv_ends_bits(ends->from + base, ends->delimiter), base);
    if (base < CSV_ENDS_BYTES) {
        char last[64] = { 0 };

        memcpy(last, ends->from + base, left - base);
        note(ends, csv_ends_bits(last, ends->delimiter), base);
        base = (guint)left;
    }
    ends->next += base;
}
