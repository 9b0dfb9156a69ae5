// Tick positions and their labels.
#pragma once

#include "base/number.h"
#include "scale/scale.h"

typedef struct {
    double value;
    char *label;    /* owned by the set */
    gboolean major; /* minor ticks (between decades on log axes) have an empty label */
} Tick;

typedef struct {
    GArray *ticks;               /* Tick */
    double min, max;             /* the domain after widening to ticks, if that was asked for */
    int decimals;                /* numbers: the same for all labels; -1 otherwise */
    double multiplier;           /* 1, 1e3, 1e6, 1e9, 1e12: labels show value / multiplier */
    const char *multiplier_word; /* "", "thousand", "million", "billion", "trillion" */
    TimeUnit unit;               /* time: the step's unit */
} TickSet;

void tick_set_free(TickSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TickSet, tick_set_free)

/* How a language writes an axis; see words/language.h. Borrowed. */
typedef struct {
    const NumberMarks *marks;
    /* "million", "billion", "trillion" with the unit of an axis, and their marks after a number;
     * NULL: the language does not count so, and numbers are written out. */
    const char *multipliers[3], *multiplier_marks[3];
    /* Formats by TimeUnit: alone, where the year is known, where the day is known. */
    const char *const *full, *const *in_year, *const *in_day;
    void (*append_time)(gconstpointer language, GString *out, double time, const char *format);
    gconstpointer language;
} TickWords;

typedef struct {
    double length;       /* of the axis, px */
    gboolean horizontal; /* labels side by side (their width counts), else one over the other */
    double spacing;      /* wished distance between ticks, px; <= 0: a default by direction */
    guint count;         /* wished number of ticks; 0: by spacing */
    gboolean widen;      /* let the domain grow to the outermost ticks ("nice") */
    gboolean whole;      /* LINEAR, SQRT: ticks at whole numbers, if the domain has one */
    const NumberFormat *format;  /* NULL: chosen for the whole axis */
    const char *time_format;     /* NULL: chosen for the whole axis */
    const TickWords *words;      /* NULL: english */
    gboolean thousands;          /* 1,000 and not 1000, even if no label reaches 10,000 */
    gboolean marks;              /* the multiplier on each label, as "m" or "bn" */
    gboolean keep_units;         /* never use a multiplier word (percent, explicit format, years) */
    const char *prefix, *suffix; /* put on every label ("%" , "$"); NULL: none */
    /* Width of a label in px and the height of a line, for legibility. NULL: 6 px a character. */
    double (*label_width)(const char *label, gpointer data);
    double line_height;
    gpointer label_data;
} TickRequest;

/* Extended Wilkinson (Talbot, Lin, Hanrahan, IEEE TVCG 16(6) 2010): maximises simplicity, coverage,
 * density and legibility (format, overlap) among ticks that are whole multiples of their step. They
 * cover the domain when it may widen, by a quarter at most at each end, else lie inside it; zero is
 * a tick wherever the domain has it; there are at most a quarter more of them than wished, or five,
 * and never more than 1,000. All labels
 * of one axis have the same decimals, no two are the same or touch. Where not even two labels have
 * room, some are empty although their ticks are major. Big axes have a multiplier, huge and tiny
 * ones numbers like 2.5e17. A domain without a width is widened first (scale_widen_degenerate). */
TickSet *ticks_linear(const Scale *scale, const TickRequest *request);
/* Decades (or every n-th), then 1-2-5, then 1..9, by room; each label exact, so decimals is -1.
 * Less than a decade: linear steps. SYMLOG: the same on both sides of 0. Minor ticks between. */
TickSet *ticks_log(const Scale *scale, const TickRequest *request);
/* Calendar steps from seconds to centuries, anchored at January; the year is said once: at the
 * first tick and where it changes ("Jan\n2019" is not used: labels are one line, "2019" stands at
 * January). */
TickSet *ticks_time(const Scale *scale, TimeUnit data_unit, const TickRequest *request);
/* The kind of the scale decides. BAND gives an empty set. */
TickSet *ticks_for_scale(const Scale *scale, TimeUnit data_unit, const TickRequest *request);
/* Ticks at given values, labelled like the above; ascending and each once, without those that have
 * no place on the scale. Where labels would overlap years are written short, and then some labels
 * are empty although their ticks are major. */
TickSet *ticks_at(const Scale *scale, const double *values, guint n, TimeUnit data_unit,
                  const TickRequest *request);
