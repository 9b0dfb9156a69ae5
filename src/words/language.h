// What a language does to a figure: number marks, names of months and days, the order of dates, and
// the words that the program writes itself. By the conventions of the Unicode CLDR (version 48) and
// of the languages' newspapers; a row a language in language_table.inc, a row a word in
// word_table.inc. The flag chooses, never the environment. Years are Gregorian everywhere.
#pragma once

#include "base/calendar.h"
#include "base/number.h"

#define WORD(id, ...) WORD_##id,
typedef enum {
#include "words/description_table.inc"
#include "words/word_table.inc"
    LANGUAGE_WORD_COUNT /* number of words, none itself */
} LanguageWord;
#undef WORD

/* "million": used for numbers from `from` on, which are shown divided by `multiplier`. */
typedef struct {
    double multiplier, from;
    const char *word; /* with the unit of an axis: "million", "Millionen" */
    const char *mark; /* right after a number, with its blank if it has one: "m", " Mio." */
} LanguageMagnitude;

enum { LANGUAGE_MAGNITUDES = 3 };

/* Borrowed, static strings. Times are formats of language_append_time(). */
typedef struct {
    const char *tag;  /* BCP 47: "de" */
    const char *name; /* in English: "German" */
    NumberMarks marks;
    const char *money; /* where the sign of a currency stands: "¤#", "#\u00a0¤" */
    LanguageMagnitude magnitudes[LANGUAGE_MAGNITUDES]; /* descending */
    const char *months[12], *months_short[12];         /* as they stand in a date */
    const char *days[7], *days_short[7];               /* Monday first */
    const char *am, *pm;
    const char *full[TIME_YEAR + 1];    /* by unit: a time alone */
    const char *in_year[TIME_YEAR + 1]; /* by unit: where the year is known */
    const char *in_day[TIME_HOUR + 1];  /* by unit: where the day is known */
    const char *const *words;           /* LANGUAGE_WORD_COUNT of them */
    const char *colon;                  /* between a word and what it announces: ": " */
    const char *stop;                   /* ends a sentence */
    const char *comma;                  /* between the items of a list: ", " */
    const char *between;                /* between sentences: " " */
} Language;

extern const Language languages[]; /* ends with a tag of NULL; the first is English */
/* NULL: none. The whole tag must be the same: pt is Brazil's, and pt-PT would not be served by it.
 */
const Language *language_find(const char *tag);
/* All tags, ending with NULL, for error_suggest(). Caller frees the array. */
const char **language_tags(void);

/* As calendar_append_format(), with %b %B %a %A %p in the language, and with %-V, the week without
 * a leading zero. */
void language_append_time(const Language *language, GString *out, double time, const char *format);
/* A time at the precision of its unit, for people: 27 Feb 2019, 2019년 2월 27일. */
void language_append_label(const Language *language, GString *out, double time, TimeUnit unit);
/* The name of a month (1 to 12) where there is room for a letter or two: "J", in scripts and
 * languages whose months are not told apart by their first letters the number. */
void language_append_initial(const Language *language, GString *out, int month);
/* "and 5 more". */
void language_append_more(const Language *language, GString *out, guint n);
/* A word with its places filled in, which ends with NULL: "#" and "#1" are the first, "#2" the
 * second. */
void language_append_word(const Language *language, GString *out, LanguageWord word,
                          const char *const *filled);
/* The same for one place. Caller frees. */
char *language_word_with(const Language *language, LanguageWord word, const char *filled);
/* "Source: …": a text behind a word that says what it is; once, where the text has the word itself.
 * NULL for no text. Caller frees. */
char *language_labelled(const Language *language, LanguageWord word, const char *text);
/* What stands before and behind an amount of money, with a blank where the language has one.
 * Caller frees; NULL: nothing. */
void language_money(const Language *language, const char *sign, char **ret_before,
                    char **ret_after);
